#pragma once
#include "dossier/values/recovery_key.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace ui {

class PassphraseFields;
class RecoveryEntry;

/// "J'ai perdu la phrase de passe": the printed key, then a new passphrase. The key stays good: its sheet is
/// renewed from the page of the study.
class Recover final : public QWidget
{
    Q_OBJECT
public:
    explicit Recover(QWidget* parent = nullptr);
    void ask(const QString& path, const QString& problem = {});

Q_SIGNALS:
    void given(const dossier::RecoveryKey& key, const QString& newPassphrase);
    void abandoned();

private:
    void give();

    QLabel *m_file, *m_problem;
    RecoveryEntry* m_entry;
    PassphraseFields* m_phrases;
    QPushButton* m_open;
};

} // namespace ui
