#include "ui/saisie/question_panel.h"

#include "ui/historique/history_panel.h"
#include "ui/saisie/evidence_page.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/small.h"

#include <QBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>

namespace ui {
namespace {

constexpr int CommentTab = 1;

QString noteKey(const questionnaire::FieldPath& path)
{
    return path.passage.isEmpty() ? path.question : path.question + u'@' + path.passage;
}

} // namespace

QuestionPanel::QuestionPanel(Desk& desk, QTabWidget* tabs)
    : QObject(tabs), m_tabs(tabs), m_history(new HistoryPanel(desk)), m_comment(new QPlainTextEdit),
      m_settled(new QTimer(this))
{
    m_settled->setSingleShot(true);
    m_settled->setInterval(40);
    connect(m_settled, &QTimer::timeout, this, &QuestionPanel::refresh);
    QBoxLayout* evidence = nullptr;
    tabs->addTab(scrolledColumn(evidence, tr("Preuves")), tr("Preuves"));
    m_evidence = new EvidencePage(evidence, this);
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
    m_history->offerDeleted(false);
    tabs->addTab(m_history, tr("Historique"));
    connect(save, &QPushButton::clicked, this, &QuestionPanel::commit);
    connect(tabs, &QTabWidget::currentChanged, this, &QuestionPanel::refresh);
}

void QuestionPanel::show(EntrySession* session, const QString& question)
{
    commit();
    m_session = session;
    m_question = question;
    const questionnaire::Question* known = session ? session->form().form().question(question) : nullptr;
    if (!known) return refresh();
    // All of it is read in the study, where the answer just given may still be on its way: it waits until the
    // caret settles, for nobody reads it while typing.
    if (m_tabs->currentIndex() == CommentTab)
        showComment(*known);
    else {
        m_shownComment.clear();
        m_comment->clear();
    }
    m_settled->start();
}

void QuestionPanel::refresh()
{
    m_settled->stop();
    m_history->show(m_session ? m_session->record() : QString(), m_question);
    const questionnaire::Question* question =
        m_session ? m_session->form().form().question(m_question) : nullptr;
    m_comment->setEnabled(question);
    if (!question) return m_evidence->showEmpty();
    m_evidence->show(*m_session, *question);
    showComment(*question);
}

void QuestionPanel::showComment(const questionnaire::Question& question)
{
    const auto notes = m_session->study().dossier().notes(m_session->record());
    const QString stored = notes.value(noteKey(m_session->pathOf(question))).comment;
    if (m_comment->hasFocus() && m_comment->toPlainText() != m_shownComment) return;
    m_shownComment = stored;
    m_comment->setPlainText(stored);
    m_tabs->setTabText(CommentTab, stored.isEmpty() ? tr("Commentaires") : tr("Commentaires 1"));
}

void QuestionPanel::commit()
{
    const questionnaire::Question* question =
        m_session ? m_session->form().form().question(m_question) : nullptr;
    const QString now = m_comment->toPlainText();
    if (!question || now == m_shownComment) return;
    m_shownComment = now;
    m_session->desk().write(
        [record = m_session->record(), path = m_session->pathOf(*question), now](workflow::Study& study) {
            return workflow::setComment(study, record, path, now);
        });
}

} // namespace ui
