#include "ui/etude/protection_page.h"

#include "ui/coffre/passphrase_fields.h"
#include "ui/coffre/recovery_sheet.h"
#include "ui/shell/desk.h"
#include "ui/shell/idle_lock.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/small.h"
#include "workflow/messages/messages.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>

namespace ui {

ProtectionPage::ProtectionPage(Desk& desk, QWidget* parent)
    : QWidget(parent), m_desk(desk), m_state(text({})), m_problem(text({}, QStringLiteral("error"))),
      m_told(text({}, QStringLiteral("note"))), m_change(button({})),
      m_newSheet(button(tr("Nouvelle feuille de secours…"))),
      m_next(button(tr("Continuer"), QStringLiteral("primary"))), m_flow(new QFrame),
      m_steps(new QStackedWidget), m_phrases(new PassphraseFields), m_sheet(new RecoverySheetView(false))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(12));
    addState(column);
    addFlow(column);
    column->addWidget(ruleLine());
    addIdle(column);
    showState();
}

void ProtectionPage::addState(QBoxLayout* column)
{
    column->addWidget(heading(tr("Phrase de passe et feuille de secours"), 1.1));
    column->addWidget(m_state);
    m_told->hide();
    column->addWidget(m_told);
    auto* row = new QHBoxLayout;
    m_change->setObjectName(QStringLiteral("changePhrase"));
    row->addWidget(m_change);
    row->addWidget(m_newSheet);
    row->addStretch();
    column->addLayout(row);
    connect(m_change, &QPushButton::clicked, this, &ProtectionPage::startPhrase);
    connect(m_newSheet, &QPushButton::clicked, this, [this] {
        const auto phrase = m_desk.access().passphrase;
        if (phrase && !phrase->isEmpty())
            startSheet(*phrase);
        else
            startPhrase();
    });
}

void ProtectionPage::addFlow(QBoxLayout* column)
{
    m_flow->setObjectName(QStringLiteral("card"));
    auto* inside = new QVBoxLayout(m_flow);
    inside->setContentsMargins(px(16), px(16), px(16), px(16));
    inside->setSpacing(px(8));
    m_steps->addWidget(m_phrases);
    m_steps->addWidget(m_sheet);
    inside->addWidget(m_steps);
    inside->addWidget(m_problem);
    auto* row = new QHBoxLayout;
    QPushButton* cancel = button(tr("Abandonner"));
    m_next->setObjectName(QStringLiteral("applyPhrase"));
    row->addWidget(cancel);
    row->addStretch();
    row->addWidget(m_next);
    inside->addLayout(row);
    m_flow->hide();
    column->addWidget(m_flow);
    connect(cancel, &QPushButton::clicked, this, &ProtectionPage::abandon);
    connect(m_next, &QPushButton::clicked, this, &ProtectionPage::advance);
    connect(m_phrases, &PassphraseFields::confirmed, this, &ProtectionPage::advance);
}

void ProtectionPage::addIdle(QBoxLayout* column)
{
    column->addWidget(heading(tr("Verrou"), 1.1));
    column->addWidget(
        text(tr("Ctrl+L ou Pause cache tout aussitôt, enregistre ce qui est en cours de saisie, ferme "
                "l’étude et oublie ses clés."),
             QStringLiteral("muted")));
    auto* row = new QHBoxLayout;
    auto* minutes = new QComboBox;
    minutes->setObjectName(QStringLiteral("lockMinutes"));
    minutes->setAccessibleName(tr("Verrouiller sans activité"));
    for (int count : {2, 5, 10, 20, 30, 60})
        minutes->addItem(tr("après %1 minutes").arg(count), count);
    minutes->addItem(tr("jamais"), 0);
    const int present = m_desk.settings().value(lockMinutesKey, IdleLock::DefaultMinutes).toInt();
    minutes->setCurrentIndex(qMax(0, minutes->findData(present)));
    QPushButton* now = button(tr("Verrouiller maintenant"), {}, QStringLiteral("lock"));
    row->addWidget(new QLabel(tr("Sans activité, verrouiller")));
    row->addWidget(minutes);
    row->addStretch();
    row->addWidget(now);
    column->addLayout(row);
    column->addWidget(small(tr("Le verrou automatique ne vaut que pour une étude protégée.")));
    connect(now, &QPushButton::clicked, this, &ProtectionPage::lockAsked);
    connect(minutes, &QComboBox::activated, this, [this, minutes] {
        m_desk.settings().setValue(lockMinutesKey, minutes->currentData().toInt());
        Q_EMIT changed();
    });
}

void ProtectionPage::showState()
{
    const dossier::Dossier& dossier = m_desk.study().dossier();
    const bool isProtected = dossier.isProtected(), writable = !dossier.isReadOnly();
    QString words =
        !isProtected ? tr("Cette étude n’est pas protégée : quiconque obtient le fichier peut tout lire.")
        : dossier.hasRecoveryKey()
            ? tr("Cette étude est protégée ; une feuille de secours l’ouvre aussi.")
            : tr("Cette étude est protégée, sans feuille de secours : phrase perdue, étude perdue.");
    if (!writable)
        words += u' ' + tr("Elle est ouverte en lecture seule : ses clés ne se changent pas d’ici.");
    m_state->setText(typeset(words));
    restyle(m_state, "tone", isProtected && dossier.hasRecoveryKey() ? QString() : QStringLiteral("warning"));
    m_change->setText(isProtected ? tr("Changer la phrase de passe…")
                                  : tr("Protéger par une phrase de passe…"));
    m_change->setEnabled(writable);
    m_newSheet->setVisible(isProtected);
    m_newSheet->setEnabled(writable);
}

void ProtectionPage::startPhrase()
{
    abandon();
    m_steps->setCurrentWidget(m_phrases);
    m_next->setText(tr("Continuer"));
    m_flow->show();
    m_phrases->focusFirst();
}

void ProtectionPage::startSheet(const QString& phrase)
{
    abandon();
    m_phrase = phrase;
    m_sheet->renew(workflow::recoverySheetFor(m_desk.study(), m_desk.study().dossier().hasRecoveryKey()));
    m_steps->setCurrentWidget(m_sheet);
    m_next->setText(tr("Appliquer"));
    m_flow->show();
}

void ProtectionPage::advance()
{
    const bool phrases = m_steps->currentWidget() == m_phrases;
    const QString wrong = phrases ? m_phrases->problem() : m_sheet->problem();
    m_problem->setText(typeset(wrong));
    if (!wrong.isEmpty()) return;
    if (phrases) return startSheet(QString(m_phrases->phrase()));
    apply();
}

void ProtectionPage::apply()
{
    m_next->setEnabled(false);
    m_next->setText(tr("Réécriture de l’étude…"));
    m_desk.ask<base::Issues>(
        [phrase = m_phrase, key = *m_sheet->key()](workflow::Study& study) {
            return workflow::changePassphrase(study, phrase, key);
        },
        this, [this](Result<base::Issues> result) { finish(result); });
}

void ProtectionPage::finish(const Result<base::Issues>& result)
{
    m_next->setEnabled(true);
    m_next->setText(tr("Appliquer"));
    if (!result.value) return m_problem->setText(result.error.text());
    if (!result.value->empty()) {
        const auto message = workflow::messages::forIssue(result.value->front());
        return m_problem->setText(typeset(message.what + u' ' + message.remedy));
    }
    dossier::Access access = m_desk.access();
    access.passphrase = m_phrase;
    m_desk.setAccess(access);
    abandon();
    showState();
    m_told->setText(
        typeset(tr("Fait. Les copies et sauvegardes d’avant s’ouvrent encore avec l’ancienne phrase et "
                   "l’ancienne feuille : détruisez-les, puis sauvegardez de nouveau.")));
    m_told->show();
    Q_EMIT changed();
}

void ProtectionPage::abandon()
{
    m_flow->hide();
    m_told->hide();
    m_problem->clear();
    m_phrases->clear();
    m_sheet->forget();
    m_phrase.fill(QChar(u'\0'));
    m_phrase.clear();
}

} // namespace ui
