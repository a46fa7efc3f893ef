#pragma once
#include "base/issue.h"
#include "ui/background/runner.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace ui {

class Desk;
class PassphraseFields;
class RecoverySheetView;

/// Passphrase, recovery sheet, locking.
class ProtectionPage final : public QWidget
{
    Q_OBJECT
public:
    explicit ProtectionPage(Desk& desk, QWidget* parent = nullptr);
    RecoverySheetView* sheet() const { return m_sheet; }

Q_SIGNALS:
    void changed();
    void lockAsked();

private:
    void addState(class QBoxLayout* column);
    void addFlow(class QBoxLayout* column);
    void addIdle(class QBoxLayout* column);
    void showState();
    void startPhrase();
    void startSheet(const QString& phrase);
    void advance();
    void apply();
    void finish(const Result<base::Issues>& result);
    void abandon();

    Desk& m_desk;
    QLabel *m_state, *m_problem, *m_told;
    QPushButton *m_change, *m_newSheet, *m_next;
    QWidget* m_flow;
    QStackedWidget* m_steps;
    PassphraseFields* m_phrases;
    RecoverySheetView* m_sheet;
    QString m_phrase; ///< the one the sheet is being made for
};

} // namespace ui
