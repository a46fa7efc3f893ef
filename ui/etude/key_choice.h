#pragma once
#include "workflow/study.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace ui {

class PassphraseFields;

/// What will open a file that is about to be made.
class KeyChoice final : public QWidget
{
    Q_OBJECT
public:
    enum Way {
        OwnKeys = 1,    ///< the keys of the study
        Passphrase = 2, ///< one of its own
        PublicKey = 4   ///< the reader's
    };

    /// `ways`: those offered, the first one chosen. `ownProtect`: whether the keys of the study protect it.
    explicit KeyChoice(int ways, bool ownProtect = true, QWidget* parent = nullptr);
    /// Why the file cannot be made yet, in a sentence; empty when it can.
    QString problem() const;
    dossier::Access access() const;
    void clear();
    PassphraseFields* phrases() const { return m_phrases; }

private:
    void choose(Way way);

    Way m_way = OwnKeys;
    PassphraseFields* m_phrases;
    QWidget* m_keyBox;
    QLineEdit* m_key;
    QLabel* m_own;
};

} // namespace ui
