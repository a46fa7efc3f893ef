#pragma once
#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;

namespace ui {

class StrengthBar;

/// A new passphrase typed twice, with its strength in words while it is typed.
class PassphraseFields final : public QWidget
{
    Q_OBJECT
public:
    explicit PassphraseFields(QWidget* parent = nullptr);

    QString phrase() const;
    /// Why it cannot be taken, in a sentence; empty when it can.
    QString problem() const;
    /// Forgets what was typed.
    void clear();
    void focusFirst();

Q_SIGNALS:
    void confirmed(); ///< Enter in the second field
    void edited();

private:
    void showStrength();

    QLineEdit *m_phrase, *m_again;
    QCheckBox* m_shown;
    StrengthBar* m_bar;
    QLabel *m_word, *m_advice;
};

} // namespace ui
