#include "ui/widgets/words.h"

#include "assessment/values/result.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QHash>
#include <QPainter>

namespace ui {
namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("Words", text);
}

} // namespace

QString shortCategory(const QString& code, const QString& label)
{
    static const QHash<QString, const char*> words{
        {QStringLiteral("femmes"), QT_TRANSLATE_NOOP("Words", "Femmes")},
        {QStringLiteral("enfance"), QT_TRANSLATE_NOOP("Words", "Enfance")},
        {QStringLiteral("migrants"), QT_TRANSLATE_NOOP("Words", "Migration")},
        {QStringLiteral("communautaire"), QT_TRANSLATE_NOOP("Words", "Communautaire")},
        {QStringLiteral("droits"), QT_TRANSLATE_NOOP("Words", "Droits")},
        {QStringLiteral("sante"), QT_TRANSLATE_NOOP("Words", "Santé")},
        {QStringLiteral("gestion_eps"), QT_TRANSLATE_NOOP("Words", "Gestion EPS")},
        {QStringLiteral("confessionnelle"), QT_TRANSLATE_NOOP("Words", "Confession")},
        {QStringLiteral("ong_inter"), QT_TRANSLATE_NOOP("Words", "ONG internat.")},
        {QStringLiteral("insertion"), QT_TRANSLATE_NOOP("Words", "Insertion")},
        {QStringLiteral("reseau"), QT_TRANSLATE_NOOP("Words", "Réseau")},
        {QStringLiteral("public"), QT_TRANSLATE_NOOP("Words", "Public")}};
    const char* word = words.value(code);
    return word ? tr(word) : label;
}

QString shortService(int service)
{
    static const std::array<const char*, 4> words{
        QT_TRANSLATE_NOOP("Words", "Abri"), QT_TRANSLATE_NOOP("Words", "Médical"),
        QT_TRANSLATE_NOOP("Words", "Psychosocial"), QT_TRANSLATE_NOOP("Words", "Juridique")};
    const auto at = static_cast<size_t>(service);
    return assessment::serviceLetters()[at] + QStringLiteral(" · ") + tr(words[at]);
}

QString shortDimension(const QString& code, const QString& label)
{
    static const QHash<QString, const char*> words{
        {QStringLiteral("A"), QT_TRANSLATE_NOOP("Words", "Institutionnelle")},
        {QStringLiteral("B"), QT_TRANSLATE_NOOP("Words", "Organisationnelle")},
        {QStringLiteral("C"), QT_TRANSLATE_NOOP("Words", "Accompagnement")},
        {QStringLiteral("D"), QT_TRANSLATE_NOOP("Words", "Services")},
        {QStringLiteral("E"), QT_TRANSLATE_NOOP("Words", "Adéquation")}};
    const char* word = words.value(code);
    return word ? tr(word) : label;
}

QString shortName(const QFontMetrics& metrics, const QString& name, int width)
{
    if (metrics.horizontalAdvance(name) <= width) return name;
    const qsizetype parenthesis = name.lastIndexOf(QStringLiteral(" ("));
    if (parenthesis > 0 && name.endsWith(u')')) {
        const QString without = name.left(parenthesis) + QStringLiteral("\u00a0…");
        if (metrics.horizontalAdvance(without) <= width) return without;
    }
    return metrics.elidedText(name, Qt::ElideRight, width);
}

void drawWords(QPainter& painter, const QRect& area, const QString& words, Qt::LayoutDirection window)
{
    painter.setLayoutDirection(words.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    const Qt::Alignment side = window == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
    painter.drawText(area, int(side | Qt::AlignAbsolute | Qt::AlignVCenter | Qt::TextSingleLine),
                     painter.fontMetrics().elidedText(words, Qt::ElideRight, area.width()));
}

} // namespace ui
