#include "ui/saisie/paste_report.h"

#include "ui/theme/metrics.h"
#include "ui/widgets/small.h"
#include "workflow/messages/messages.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {
namespace {

constexpr size_t most = 12;

QString added(int rows)
{
    if (rows == 0) return PasteReport::tr("Aucune ligne collée.");
    return rows == 1 ? PasteReport::tr("1 ligne collée.") : PasteReport::tr("%1 lignes collées.").arg(rows);
}

QString leftOut(size_t cells)
{
    if (cells == 0) return {};
    return cells == 1 ? PasteReport::tr(" 1 cellule laissée vide :")
                      : PasteReport::tr(" %1 cellules laissées vides :").arg(cells);
}

QString sentence(const base::Issue& issue)
{
    const auto words = workflow::messages::forIssue(issue);
    return words.what + u' ' + words.remedy;
}

} // namespace

PasteReport::PasteReport(QWidget* parent) : QFrame(parent), m_column(new QVBoxLayout(this))
{
    setProperty("framed", true);
    setObjectName(QStringLiteral("pasteReport"));
    m_column->setContentsMargins(0, px(6), 0, px(6));
    m_column->setSpacing(px(4));
    hide();
}

void PasteReport::tell(int rows, const base::Issues& refused)
{
    clear(m_column);
    m_column->addWidget(text(added(rows) + leftOut(refused.size())));
    for (size_t i = 0; i < qMin(most, refused.size()); ++i)
        m_column->addWidget(small(sentence(refused[i]), QStringLiteral("error")));
    if (refused.size() > most) m_column->addWidget(small(tr("et %1 de plus").arg(refused.size() - most)));
    QPushButton* done = link(tr("Fermer"));
    m_column->addWidget(done, 0, Qt::AlignLeading);
    connect(done, &QPushButton::clicked, this, &QWidget::hide);
    show();
}

} // namespace ui
