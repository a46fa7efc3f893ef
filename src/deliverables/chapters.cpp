#include "deliverables/chapters.h"

namespace deliverables {

void Chapter::title(const QString& number, const QString& text)
{
    m_number = number;
    m_pen.heading(1, number, text, u"%1-%2"_qs.arg(m_report, number), true);
}

void Chapter::section(const QString& number, const QString& text)
{
    m_number = number;
    m_pen.heading(2, number, text, u"%1-%2"_qs.arg(m_report, QString(number).replace(u'.', u'-')));
}

void Chapter::guided(const QString& prompt, int words, const QString& part)
{
    QString id = m_report + u'.' + m_number;
    if (!part.isEmpty()) id += u'.' + part;
    m_pen.guided(id, prompt, words);
}

void toDecide(Pen& pen, Version version, const QString& point)
{
    if (!version.preliminary) return;
    Pen inside(pen.reader());
    inside.text(u"Point à décider avec l’OIM"_qs, report::Style::BoxHead);
    inside.text(point, report::Style::Box);
    pen.frame(inside.take(), u"warning"_qs);
}

} // namespace deliverables
