#include "ui/saisie/question_panel.h"

#include "ui/theme/metrics.h"
#include "ui/widgets/small.h"
#include "workflow/messages/messages.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTimeZone>

namespace ui {
namespace {

QString localTime(qint64 milliseconds)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(milliseconds, QTimeZone("Africa/Casablanca"));
    return QLocale(QLocale::French).toString(time, QStringLiteral("d MMMM yyyy, HH:mm"));
}

QString noteKey(const questionnaire::FieldPath& path)
{
    return path.passage.isEmpty() ? path.question : path.question + u'@' + path.passage;
}

} // namespace

QuestionPanel::QuestionPanel(QTabWidget* tabs) : QObject(tabs), m_tabs(tabs), m_comment(new QPlainTextEdit)
{
    tabs->addTab(scrolledColumn(m_evidence, tr("Preuves")), tr("Preuves"));
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(px(16), px(16), px(16), px(16));
    layout->addWidget(groupTitle(tr("Commentaire de la question")));
    m_comment->setAccessibleName(tr("Commentaire"));
    m_comment->setPlaceholderText(tr("Réserves, précisions, ce qu’il faut demander encore."));
    layout->addWidget(m_comment, 1);
    QPushButton* save = button(tr("Enregistrer le commentaire"));
    layout->addWidget(save, 0, Qt::AlignLeading);
    tabs->addTab(page, tr("Commentaires"));
    tabs->addTab(scrolledColumn(m_history, tr("Historique")), tr("Historique"));
    connect(save, &QPushButton::clicked, this, &QuestionPanel::commit);
    connect(tabs, &QTabWidget::currentChanged, this, &QuestionPanel::refresh);
}

void QuestionPanel::show(EntrySession* session, const QString& question)
{
    commit();
    m_session = session;
    m_question = question;
    refresh();
}

void QuestionPanel::refresh()
{
    clear(m_evidence);
    clear(m_history);
    const questionnaire::Question* question =
        m_session ? m_session->study().form().question(m_question) : nullptr;
    m_comment->setEnabled(question);
    if (!question) {
        m_evidence->addWidget(
            text(tr("Placez-vous sur une question : ce qui la prouve paraît ici."), QStringLiteral("muted")));
        m_evidence->addStretch();
        return;
    }
    showEvidence(*question);
    showComment(*question);
    showHistory(*question);
}

QString QuestionPanel::pieceWord(const QString& code) const
{
    const questionnaire::Form& form = m_session->study().form();
    for (const QString& name : {QStringLiteral("ver_documents"), QStringLiteral("ver_observations")}) {
        const questionnaire::Question* question = form.question(name);
        const questionnaire::ChoiceList* list = question ? form.listOf(*question) : nullptr;
        if (list && list->labelOf(code) != code) return list->labelOf(code);
    }
    return code;
}

void QuestionPanel::showEvidence(const questionnaire::Question& question)
{
    m_evidence->addWidget(small(tr("Question %1").arg(m_session->numberOf(question.name))));
    m_evidence->addWidget(heading(question.label));
    QStringList indicators;
    for (const QString& code : question.indicators)
        if (m_session->study().model().indicator(code)) indicators << code;
    if (indicators.isEmpty())
        m_evidence->addWidget(
            text(tr("Aucun indicateur du modèle ne lit cette question."), QStringLiteral("muted")));
    for (const QString& code : indicators)
        addIndicator(code);
    m_evidence->addWidget(ruleLine());
    addLegend();
    m_evidence->addStretch();
}

void QuestionPanel::addIndicator(const QString& code)
{
    const workflow::IndicatorExplanation explanation =
        workflow::explainIndicator(m_session->study(), m_session->record(), code);
    m_evidence->addWidget(ruleLine());
    m_evidence->addWidget(heading(code + QStringLiteral(" · ") + explanation.label));
    auto* row = new QHBoxLayout;
    row->addWidget(text(tr("Niveau retenu"), QStringLiteral("muted")), 1);
    row->addWidget(new EvidenceDots(explanation.score.evidence));
    QLabel* word = text(tr("%1 · %2")
                            .arg(explanation.score.evidence)
                            .arg(workflow::messages::evidenceWord(explanation.score.evidence)));
    word->setWordWrap(false);
    row->addWidget(word);
    m_evidence->addLayout(row);
    addLevels(code, m_session->study().dossier().evidence(m_session->record()).value(code, -1));
    if (!explanation.seen.isEmpty()) {
        m_evidence->addWidget(groupTitle(tr("Vu")));
        for (const QString& piece : explanation.seen)
            m_evidence->addWidget(text(pieceWord(piece)));
    }
    QStringList missing;
    for (const QStringList& alternative : explanation.evidence) {
        QStringList words;
        for (const QString& piece : alternative)
            if (!explanation.seen.contains(piece)) words << pieceWord(piece);
        if (!words.isEmpty()) missing << words.join(tr(" et "));
    }
    if (missing.isEmpty() || explanation.score.evidence >= 2) return;
    m_evidence->addWidget(groupTitle(tr("Pièces à réclamer")));
    m_evidence->addWidget(text(missing.join(tr(", ou "))));
}

void QuestionPanel::addLevels(const QString& code, int level)
{
    auto* choice = new QComboBox;
    choice->setAccessibleName(tr("Niveau de preuve fixé à la main"));
    choice->addItem(tr("Déduit des pièces"), -1);
    for (int i = 0; i <= 4; ++i)
        choice->addItem(tr("Fixer à %1 · %2").arg(i).arg(workflow::messages::evidenceWord(i)), i);
    choice->setCurrentIndex(level + 1);
    auto* reason = new QLineEdit;
    reason->setPlaceholderText(tr("Motif de la contradiction (obligatoire)"));
    reason->hide();
    auto* problem = small({}, QStringLiteral("error"));
    problem->hide();
    m_evidence->addWidget(choice);
    m_evidence->addWidget(reason);
    m_evidence->addWidget(problem);
    const auto store = [this, code, choice, reason, problem] {
        const int wanted = choice->currentData().toInt();
        m_session->desk().write(
            [record = m_session->record(), code, wanted, why = reason->text()](workflow::Study& study) {
                return workflow::setEvidence(study, record, code, wanted, why);
            },
            choice,
            [problem](const workflow::Outcome& outcome) {
                problem->setVisible(!outcome.ok());
                if (!outcome.ok())
                    problem->setText(workflow::messages::forIssue(outcome.issues.front()).what);
            });
    };
    connect(choice, &QComboBox::activated, this, [choice, reason, store] {
        const bool contradicted = choice->currentData().toInt() == 0;
        reason->setVisible(contradicted);
        if (contradicted)
            reason->setFocus();
        else
            store();
    });
    connect(reason, &QLineEdit::returnPressed, this, store);
}

void QuestionPanel::addLegend()
{
    m_evidence->addWidget(groupTitle(tr("Lire les niveaux")));
    for (int level = 0; level <= 4; ++level) {
        auto* row = new QHBoxLayout;
        row->addWidget(new EvidenceDots(level));
        row->addWidget(small(tr("%1 · %2").arg(level).arg(workflow::messages::evidenceWord(level)), {}), 1);
        m_evidence->addLayout(row);
    }
}

void QuestionPanel::showComment(const questionnaire::Question& question)
{
    const auto notes = m_session->study().dossier().notes(m_session->record());
    const QString stored = notes.value(noteKey(m_session->pathOf(question))).comment;
    if (m_comment->hasFocus() && m_comment->toPlainText() != m_shownComment) return;
    m_shownComment = stored;
    m_comment->setPlainText(stored);
    m_tabs->setTabText(1, stored.isEmpty() ? tr("Commentaires") : tr("Commentaires 1"));
}

void QuestionPanel::commit()
{
    const questionnaire::Question* question =
        m_session ? m_session->study().form().question(m_question) : nullptr;
    const QString now = m_comment->toPlainText();
    if (!question || now == m_shownComment) return;
    m_shownComment = now;
    m_session->desk().write(
        [record = m_session->record(), path = m_session->pathOf(*question), now](workflow::Study& study) {
            return workflow::setComment(study, record, path, now);
        });
}

void QuestionPanel::showHistory(const questionnaire::Question& question)
{
    if (m_tabs->currentIndex() != 2) return;
    m_history->addWidget(heading(question.label));
    auto entries =
        m_session->study().dossier().history(m_session->record(), QStringLiteral("q:") + question.name);
    if (entries.empty())
        m_history->addWidget(text(tr("Cette question n’a pas encore de réponse."), QStringLiteral("muted")));
    for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
        const QString state = entry->value.section(u'|', 0, 0), value = entry->value.section(u'|', 1);
        const bool known = state == questionnaire::stateCode(questionnaire::AnswerState::Value);
        m_history->addWidget(text(known ? m_session->study().form().display(question, value)
                                        : workflow::messages::stateWord(state)));
        m_history->addWidget(small(entry->author.isEmpty()
                                       ? localTime(entry->time)
                                       : tr("%1 · %2").arg(entry->author, localTime(entry->time))));
        m_history->addWidget(ruleLine());
    }
    m_history->addStretch();
}

} // namespace ui
