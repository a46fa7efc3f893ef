#include "ui/historique/history_detail.h"

#include "ui/historique/history_model.h"
#include "ui/shell/desk.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/small.h"
#include "workflow/messages/messages.h"

#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace ui {
namespace {

constexpr qsizetype longestShown = 400;

QString dayOf(const QDateTime& time)
{
    return QLocale(QLocale::French).toString(time.date(), QStringLiteral("d MMMM yyyy"));
}

QLabel* value(const QString& words)
{
    QLabel* label = text(words.size() > longestShown ? words.left(longestShown) + u'…' : words);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setToolTip(words.size() > longestShown ? words : QString());
    return label;
}

} // namespace

HistoryDetail::HistoryDetail(Desk& desk, QWidget* parent)
    : QFrame(parent), m_desk(desk), m_column(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("historyDetail"));
    m_column->setContentsMargins(px(16), px(10), px(16), px(12));
    m_column->setSpacing(px(6));
    setAccessibleName(tr("Changement choisi"));
    clearLine();
}

void HistoryDetail::clearLine()
{
    clear(m_column);
    m_all = nullptr;
    m_line = {};
    hide();
    Q_EMIT roomAsked(false);
}

void HistoryDetail::show(const QString& record, const workflow::HistoryLine& line)
{
    clear(m_column);
    m_all = nullptr;
    m_record = record;
    m_line = line;
    m_column->addWidget(heading(line.label, 0.95));
    if (line.happened.isEmpty()) {
        addValue(tr("Avant"), line.before);
        addValue(tr("Après"), line.after);
    } else {
        m_column->addWidget(text(line.happened));
    }
    const QString who = line.author.isEmpty() ? tr("auteur inconnu") : line.author;
    m_column->addWidget(small(tr("%1 · %2 · %3").arg(who, historyTime(line.time), line.cause)));
    addActions();
    setVisible(true);
    Q_EMIT roomAsked(false);
}

void HistoryDetail::addValue(const QString& title, const QString& words)
{
    auto* row = new QHBoxLayout;
    QLabel* name = small(title);
    name->setFixedWidth(px(44));
    row->addWidget(name, 0, Qt::AlignTop);
    row->addWidget(words.isEmpty() ? text(tr("sans réponse"), QStringLiteral("muted")) : value(words), 1);
    m_column->addLayout(row);
}

void HistoryDetail::addActions()
{
    const bool exists = m_desk.study().dossier().record(m_record).has_value();
    if (m_line.question.isEmpty() || !exists) return;
    QPushButton* go = link(tr("Aller à la question"));
    connect(go, &QPushButton::clicked, this, &HistoryDetail::goToQuestion);
    m_column->addWidget(go);
    const bool holds = m_line.event == dossier::HistoryEvent::Changed && !m_line.isRedacted;
    if (!holds || m_desk.study().dossier().isReadOnly()) return;
    QPushButton* erase = button(tr("Effacer définitivement…"), QStringLiteral("error-link"));
    erase->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(erase, &QPushButton::clicked, this, &HistoryDetail::askRedaction);
    m_column->addWidget(erase);
}

void HistoryDetail::goToQuestion()
{
    if (!m_line.question.isEmpty()) Q_EMIT questionAsked(m_record, m_line.question);
}

void HistoryDetail::askRedaction()
{
    if (m_all) return;
    m_plan = workflow::planRedaction(m_desk.study(), m_record, m_line.question);
    if (!m_plan.ok()) {
        m_column->addWidget(
            small(workflow::messages::forIssue(m_plan.issues.front()).what, QStringLiteral("error")));
        return;
    }
    Q_EMIT roomAsked(true);
    addPlan(m_plan);
}

void HistoryDetail::addPlan(const workflow::RedactionPlan& plan)
{
    m_column->addWidget(ruleLine());
    auto* one = new QRadioButton(tr("Cette valeur seulement"));
    m_all = new QRadioButton(plan.values == 1 ? tr("La seule valeur de la question")
                                              : tr("Les %1 valeurs de la question").arg(plan.values));
    m_all->setToolTip(tr("Écrites du %1 au %2, lignes et commentaires compris.")
                          .arg(dayOf(plan.oldest), dayOf(plan.newest)));
    one->setChecked(true);
    m_column->addWidget(one);
    m_column->addWidget(m_all);
    m_column->addWidget(text(
        tr("L’étude est réécrite sans ces valeurs, ici et partout où elle sera fusionnée. Rien ne pourra "
           "les rétablir, et ce qui précède ne pourra plus être annulé. Les copies, sauvegardes et "
           "paquets faits avant les contiennent encore."),
        QStringLiteral("failure")));
    auto* row = new QHBoxLayout;
    QPushButton* go = button(tr("Effacer"));
    QPushButton* stop = button(tr("Garder"), QStringLiteral("primary"));
    row->addWidget(go);
    row->addWidget(stop);
    row->addStretch();
    m_column->addLayout(row);
    connect(go, &QPushButton::clicked, this, &HistoryDetail::redact);
    connect(stop, &QPushButton::clicked, this, [this] { show(m_record, workflow::HistoryLine(m_line)); });
    stop->setFocus();
}

void HistoryDetail::redact()
{
    if (!m_all) return;
    workflow::RedactionPlan plan = m_plan;
    if (!m_all->isChecked()) plan.operations = {m_line.operation};
    const QString label = m_line.label;
    clearLine();
    m_desk.write([plan](workflow::Study& study) { return workflow::redact(study, plan); }, this,
                 [this, label](const workflow::Outcome& outcome) {
                     if (!outcome.ok()) return;
                     m_desk.forgetUndo();
                     Q_EMIT m_desk.notice(tr("Effacé pour toujours : %1.").arg(label));
                 });
}

} // namespace ui
