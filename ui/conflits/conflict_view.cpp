#include "ui/conflits/conflict_view.h"

#include "ui/historique/history_model.h"
#include "ui/saisie/answer_editor.h"
#include "ui/shell/desk.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/small.h"
#include "ui/widgets/words.h"
#include "workflow/history.h"
#include "workflow/messages/messages.h"
#include "workflow/removal.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTimeZone>

namespace ui {
namespace {

QString whoWhen(const dossier::Head& head)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(head.time, QTimeZone("Africa/Casablanca"));
    const QString who = head.author.isEmpty() ? ConflictView::tr("auteur inconnu") : head.author;
    return who + QStringLiteral(" · ") + historyTime(time);
}

QString questionOf(const dossier::Conflict& conflict)
{
    return conflict.field.startsWith(u"q:") || conflict.field.startsWith(u"c:") ? conflict.field.mid(2)
                                                                                : QString();
}

/// An actor is first kept, then deleted anew: so Ctrl+Z brings it back as it was.
workflow::Outcome decide(workflow::Study& study, const dossier::FlaggedDelete& flagged, bool keep)
{
    const bool deleteActor = !keep && flagged.entityType == dossier::entity::Record;
    const workflow::Outcome settled = workflow::resolveDeletes(study, flagged.record, keep || deleteActor);
    return settled.ok() && deleteActor ? workflow::removeActor(study, flagged.record) : settled;
}

QFrame* card(QBoxLayout*& column)
{
    auto* frame = new QFrame;
    frame->setObjectName(QStringLiteral("card"));
    column = new QVBoxLayout(frame);
    column->setContentsMargins(px(16), px(14), px(16), px(14));
    column->setSpacing(px(8));
    return frame;
}

} // namespace

ConflictView::ConflictView(Desk& desk, QWidget* parent) : QScrollArea(parent), m_desk(desk)
{
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Conflit choisi"));
    setFocusPolicy(Qt::NoFocus);
    auto* inside = new QWidget;
    m_column = new QVBoxLayout(inside);
    m_column->setContentsMargins(px(24), px(20), px(24), px(20));
    m_column->setSpacing(px(12));
    setWidget(inside);
    showNothing();
}

void ConflictView::showNothing()
{
    clear(m_column);
    m_editor = nullptr;
    m_conflict.reset();
    m_delete.reset();
}

void ConflictView::start(const QString& record, const QString& actor, const QString& label,
                         const QString& question)
{
    clear(m_column);
    m_editor = nullptr;
    m_problem.clear();
    m_problemLabel = nullptr;
    verticalScrollBar()->setValue(0);
    m_column->addWidget(heading(label, 1.15));
    m_column->addWidget(text(actor.isEmpty() ? tr("Réglage de l’étude") : actor));
    if (!record.isEmpty()) addContext(record, question);
}

void ConflictView::addContext(const QString& record, const QString& question)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(px(6));
    if (const auto summary = m_desk.study().dossier().record(record)) {
        row->addWidget(chip(tr("nº %1").arg(summary->number, 3, 10, QLatin1Char('0'))));
        if (!summary->category.isEmpty())
            row->addWidget(chip(shortCategory(summary->category, summary->category)));
        if (!summary->statusCode.isEmpty())
            row->addWidget(
                chip(workflow::messages::statusWord(summary->statusCode), Sign::status(summary->statusCode)));
        row->addWidget(small(tr("complétude %1 %").arg(qRound(summary->completeness * 100))));
    }
    QPushButton* open = link(question.isEmpty() ? tr("Ouvrir la fiche") : tr("Voir dans la saisie"));
    connect(open, &QPushButton::clicked, this,
            [this, record, question] { Q_EMIT recordAsked(record, question); });
    row->addSpacing(px(8));
    row->addWidget(open);
    row->addStretch();
    m_column->addLayout(row);
    m_column->addSpacing(px(4));
}

void ConflictView::show(const workflow::ConflictLine& line)
{
    m_conflict = line;
    m_delete.reset();
    start(line.conflict.record, line.actor, line.label, questionOf(line.conflict));
    m_column->addWidget(
        text(tr("Écrit sur plusieurs ordinateurs sans que l’un connaisse l’autre. La première "
                "valeur est montrée partout jusqu’à votre choix ; l’autre reste dans "
                "l’historique."),
             QStringLiteral("muted")));
    auto* row = new QHBoxLayout;
    row->setSpacing(px(16));
    for (size_t head = 0; head < m_conflict->conflict.heads.size(); ++head)
        row->addWidget(headCard(head), 1);
    m_column->addLayout(row);
    addOther();
    m_column->addStretch();
}

QWidget* ConflictView::headCard(size_t head)
{
    const dossier::Head& held = m_conflict->conflict.heads[head];
    const QString& value = m_conflict->values[head];
    QBoxLayout* column = nullptr;
    QFrame* frame = card(column);
    const QString shown =
        head == 0 ? tr("Valeur %1 · montrée partout").arg(head + 1) : tr("Valeur %1").arg(head + 1);
    column->addWidget(groupTitle(shown));
    QLabel* words = value.isEmpty() ? text(tr("sans réponse"), QStringLiteral("muted"))
                                    : heading(value, value.size() < 60 ? 1.25 : 1.0);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(words);
    column->addWidget(small(whoWhen(held)));
    column->addStretch();
    QPushButton* keep = button(tr("Garder cette valeur (%1)").arg(head + 1));
    keep->setObjectName(QStringLiteral("keep%1").arg(head + 1));
    keep->setAccessibleName(tr("Garder « %1 », de %2").arg(value, whoWhen(held)));
    connect(keep, &QPushButton::clicked, this, [this, head] { choose(static_cast<int>(head) + 1); });
    column->addWidget(keep, 0, Qt::AlignLeading);
    return frame;
}

void ConflictView::addOther()
{
    const dossier::Conflict& conflict = m_conflict->conflict;
    if (!conflict.field.startsWith(u"q:")) return;
    const questionnaire::Question* question = m_desk.study().form().question(conflict.field.mid(2));
    if (!question) return;
    QBoxLayout* column = nullptr;
    QFrame* frame = card(column);
    column->addWidget(groupTitle(tr("Ou une autre valeur")));
    const questionnaire::ChoiceList* list = m_desk.study().form().listOf(*question);
    m_editor = makeEditor(*question, list ? list->choices : std::vector<questionnaire::Choice>{});
    connect(m_editor, &AnswerEditor::nextAsked, this, &ConflictView::chooseTyped);
    if (qobject_cast<QLineEdit*>(m_editor->focusTarget())) m_editor->setMaximumWidth(px(480));
    auto* row = new QHBoxLayout;
    row->addWidget(m_editor, 1);
    row->addStretch();
    column->addLayout(row);
    QLabel* problem = text({}, QStringLiteral("error"));
    problem->hide();
    m_problemLabel = problem;
    column->addWidget(problem);
    QPushButton* keep = button(tr("Garder cette autre valeur"));
    connect(keep, &QPushButton::clicked, this, &ConflictView::chooseTyped);
    column->addWidget(keep, 0, Qt::AlignLeading);
    m_column->addWidget(frame);
}

void ConflictView::show(const workflow::FlaggedDeleteLine& line)
{
    m_delete = line;
    m_conflict.reset();
    start(line.flagged.record, line.actor, tr("Supprimé d’un côté, modifié de l’autre"), {});
    QStringList deleters;
    for (const dossier::Head& head : line.flagged.deletes)
        deleters << whoWhen(head);
    m_column->addWidget(text(tr("Supprimé (%1) par %2. Depuis, quelqu’un qui l’ignorait y a écrit : rien n’a "
                                "donc été retiré.")
                                 .arg(line.label, deleters.join(tr(" et "))),
                             QStringLiteral("muted")));
    auto* row = new QHBoxLayout;
    row->setSpacing(px(16));
    row->addWidget(deleteCard(true), 1);
    row->addWidget(deleteCard(false), 1);
    m_column->addLayout(row);
    m_column->addStretch();
}

QWidget* ConflictView::deleteCard(bool keep)
{
    QBoxLayout* column = nullptr;
    QFrame* frame = card(column);
    column->addWidget(heading(keep ? tr("Garder") : tr("Supprimer"), 1.25));
    column->addWidget(text(keep ? tr("La suppression est levée ; ce qui a été écrit depuis reste.")
                                : tr("La suppression vaut partout. L’historique garde ce qui était écrit.")));
    const QString record = m_delete->flagged.record;
    if (keep) {
        const auto lines = workflow::historyOf(m_desk.study(), record);
        if (!lines.empty())
            column->addWidget(small(
                tr("Dernier changement : %1 · %2").arg(lines.back().author, historyTime(lines.back().time))));
    }
    column->addStretch();
    QPushButton* choice = button(keep ? tr("Garder (1)") : tr("Supprimer (2)"));
    choice->setObjectName(keep ? QStringLiteral("keep1") : QStringLiteral("keep2"));
    connect(choice, &QPushButton::clicked, this, [this, keep] { choose(keep ? 1 : 2); });
    column->addWidget(choice, 0, Qt::AlignLeading);
    return frame;
}

void ConflictView::choose(int number)
{
    if (m_delete && (number == 1 || number == 2)) {
        const dossier::FlaggedDelete flagged = m_delete->flagged;
        const bool keep = number == 1;
        return resolve([flagged, keep](workflow::Study& study) { return decide(study, flagged, keep); },
                       keep ? tr("maintien de %1").arg(m_delete->actor)
                            : tr("suppression de %1").arg(m_delete->actor));
    }
    if (!m_conflict || number < 1 || static_cast<size_t>(number) > m_conflict->conflict.heads.size()) return;
    const dossier::Conflict& conflict = m_conflict->conflict;
    const QString head = conflict.heads[static_cast<size_t>(number - 1)].operation;
    resolve([record = conflict.record, field = conflict.shownField,
             head](workflow::Study& study) { return workflow::resolveConflict(study, record, field, head); },
            tr("choix : %1").arg(m_conflict->label));
}

void ConflictView::chooseTyped()
{
    if (!m_conflict || !m_editor) return;
    const questionnaire::Answer answer = m_editor->answer();
    const dossier::Conflict& conflict = m_conflict->conflict;
    if (!answer.isKnown()) return showProblem(tr("Saisissez d’abord une valeur."));
    const bool inPassage = conflict.entityType == dossier::entity::Passage;
    const bool inRow = conflict.entityType == dossier::entity::Row;
    const questionnaire::FieldPath path{conflict.field.mid(2), inPassage ? conflict.entity : QString(),
                                        inRow ? conflict.entity : QString()};
    const auto session = workflow::openSession(m_desk.study(), conflict.record);
    if (isRefusal(session->check(path, answer).problem))
        return showProblem(tr("Le formulaire refuse cette valeur. Rien n’est enregistré."));
    const QString value = questionnaire::stateCode(answer.state) + u'|' + answer.value;
    resolve([conflict,
             value](workflow::Study& study) { return workflow::resolveConflictWith(study, conflict, value); },
            tr("choix : %1").arg(m_conflict->label));
}

void ConflictView::showProblem(const QString& words)
{
    m_problem = words;
    if (auto* label = qobject_cast<QLabel*>(m_problemLabel)) {
        label->setText(typeset(words));
        label->show();
    }
}

void ConflictView::resolve(std::function<workflow::Outcome(workflow::Study&)> work, const QString& name)
{
    // Nobody decides twice on what is being written.
    setEnabled(false);
    m_desk.write([work = std::move(work)](workflow::Study& study) { return work(study); }, this,
                 [this](const workflow::Outcome& outcome) {
                     setEnabled(true);
                     if (!outcome.ok())
                         Q_EMIT m_desk.notice(workflow::messages::forIssue(outcome.issues.front()).what);
                 },
                 name);
}

} // namespace ui
