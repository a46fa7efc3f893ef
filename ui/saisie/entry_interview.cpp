#include "ui/saisie/entry_screen.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/small.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QPushButton>
#include <QSettings>
#include <QShortcut>

/// The interview mode of the entry screen: its start, its end, and what it closes.
namespace ui {

EntryScreen::~EntryScreen()
{
    // Its field lets go of the keyboard while it is whole.
    if (m_interview) m_interview->hide();
    delete m_interview; // it belongs to the window, and reads the form of this screen
    // What was typed is stored by leave(): a field that loses the focus later would write to a session that
    // is gone.
    delete m_page;
}

void EntryScreen::addInterview()
{
    m_codeRow = new QWidget;
    auto* row = new QHBoxLayout(m_codeRow);
    row->setContentsMargins(px(16), px(6), px(16), px(6));
    auto* code = new QLineEdit;
    code->setObjectName(QStringLiteral("interviewCode"));
    code->setEchoMode(QLineEdit::Password);
    code->setMaximumWidth(px(160));
    code->setPlaceholderText(tr("4 signes au moins"));
    code->setAccessibleName(tr("Code pour rouvrir les questions réservées"));
    QPushButton* start = button(tr("Commencer"), QStringLiteral("primary"));
    row->addWidget(text(tr("Choisissez un code : il rouvrira, après l’entretien, les questions réservées à "
                           "l’enquêteur.")),
                   1);
    row->addWidget(code);
    row->addWidget(start);
    m_codeRow->setFocusProxy(code);
    m_codeRow->hide();
    connect(start, &QPushButton::clicked, this, [this, code] { takeCode(code); });
    connect(code, &QLineEdit::returnPressed, this, [this, code] { takeCode(code); });
    auto* key = new QShortcut(QKeySequence(Qt::Key_F11), this);
    connect(key, &QShortcut::activated, this, [this] { m_interview ? endInterview() : askInterview(); });
    connect(m_page, &SectionPage::reservedOpened, this, [this] {
        showSection(m_section);
        m_page->focusFirst();
    });
}

void EntryScreen::takeCode(QLineEdit* code)
{
    constexpr int shortest = 4;
    const bool tooShort = code->text().size() < shortest;
    restyle(code, "wrong", tooShort);
    if (!m_session || tooShort) return;
    m_session->lock().close(m_session->record(), code->text());
    code->clear();
    // Before the row goes: the focus then falls on some other question.
    const QString question = m_page->current() ? m_page->current()->question().name : QString();
    m_codeRow->hide();
    startInterview(question);
}

void EntryScreen::askInterview()
{
    if (!m_session) return;
    leave();
    InterviewLock& lock = m_session->lock();
    if (lock.needsCode() && !lock.isClosed(m_session->record())) {
        m_codeRow->show();
        m_codeRow->setFocus();
        return;
    }
    if (!lock.needsCode()) lock.close(m_session->record(), {});
    startInterview(m_page->current() ? m_page->current()->question().name : QString());
}

void EntryScreen::startInterview(const QString& question)
{
    if (m_interview) m_interview->hide();
    delete m_interview;
    m_session->lock().setRunning(true);
    showSection(m_section); // without what is now closed
    // Under the curtain of the panic lock, which is drawn over the middle of the window.
    auto* frame = qobject_cast<QMainWindow*>(window());
    QWidget* under = frame && frame->centralWidget() ? frame->centralWidget() : window();
    m_interview = new InterviewView(*m_session, m_shortForm, under);
    connect(m_interview, &InterviewView::ended, this, &EntryScreen::endInterview, Qt::QueuedConnection);
    connect(m_interview, &InterviewView::moved, this, [this](const QString& name) {
        desk().settings().setValue(QStringLiteral("saisie/question"), name);
    });
    m_interview->showQuestion(question);
}

void EntryScreen::endInterview()
{
    if (!m_interview) return;
    m_interview->commit();
    const QString question = m_interview->question();
    if (m_interview) m_interview->hide();
    delete m_interview;
    m_session->lock().setRunning(false);
    showQuestion(question);
}

} // namespace ui
