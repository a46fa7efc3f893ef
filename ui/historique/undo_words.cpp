#include "ui/historique/undo_words.h"

#include <QObject>
#include <QRegularExpression>

namespace ui {
namespace {

constexpr qsizetype longest = 32;

QString briefly(const QString& label)
{
    static const QRegularExpression number(QStringLiteral("^\\d+\\.\\d+(?=\\s)"));
    const auto match = number.match(label);
    if (match.hasMatch()) return match.captured();
    return label.size() <= longest ? label : label.left(longest - 1).trimmed() + u'…';
}

QString sentence(const QString& verb, const QString& label, bool brief)
{
    if (label.isEmpty()) return verb;
    return QStringLiteral("%1 «\u00a0%2\u00a0»").arg(verb, brief ? briefly(label) : label);
}

} // namespace

QString undoSentence(const QString& label, bool brief)
{
    return sentence(QObject::tr("Annuler"), label, brief);
}

QString redoSentence(const QString& label, bool brief)
{
    return sentence(QObject::tr("Rétablir"), label, brief);
}

} // namespace ui
