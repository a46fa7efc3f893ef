#pragma once
#include <QHash>
#include <QStringList>

namespace ui {

/// Keys of a list of choices. The first nine have their digit, the others a letter: the first of their label
/// that is free. A letter that is nobody's key calls the labels that begin with it.
class ChoiceKeys
{
public:
    ChoiceKeys() = default;
    explicit ChoiceKeys(const QStringList& labels);

    /// Empty when no key is left for it.
    QString keyOf(int choice) const { return m_shown.value(choice); }
    /// Choices called by what is typed: one for a key or a first letter of its own, several for a letter
    /// they share.
    QList<int> called(const QString& typed) const;

private:
    QStringList m_shown;
    QHash<QString, int> m_keys;
    QHash<QString, QList<int>> m_initials;
};

} // namespace ui
