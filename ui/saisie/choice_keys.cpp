#include "ui/saisie/choice_keys.h"

#include "base/text.h"

namespace ui {
namespace {

constexpr int digits = 9;

bool isPlainLetter(QChar c)
{
    return c >= u'a' && c <= u'z';
}

} // namespace

ChoiceKeys::ChoiceKeys(const QStringList& labels)
{
    for (int i = 0; i < labels.size(); ++i) {
        const QString label = base::fold(labels[i]);
        QString key = i < digits ? QString::number(i + 1) : QString();
        for (const QChar c : label + QStringLiteral("abcdefghijklmnopqrstuvwxyz"))
            if (key.isEmpty() && isPlainLetter(c) && !m_keys.contains(c)) key = c;
        m_shown << key;
        if (!key.isEmpty()) m_keys.insert(key, i);
        if (!label.isEmpty()) m_initials[label.left(1)] << i;
    }
}

QList<int> ChoiceKeys::called(const QString& typed) const
{
    const QString key = base::fold(typed);
    if (const auto own = m_keys.find(key); own != m_keys.end()) return {*own};
    return m_initials.value(key);
}

} // namespace ui
