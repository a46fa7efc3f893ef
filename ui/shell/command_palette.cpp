#include "ui/shell/command_palette.h"

#include "base/text.h"
#include "ui/theme/metrics.h"

#include <QApplication>
#include <QGraphicsDropShadowEffect>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

namespace ui {
namespace {

constexpr size_t mostShown = 40, mostActors = 12;

/// Every word typed begins a word of the text.
bool matches(const QString& folded, const QStringList& words)
{
    return std::all_of(words.begin(), words.end(), [&](const QString& word) {
        return folded.startsWith(word) || folded.contains(u' ' + word);
    });
}

} // namespace

CommandPalette::CommandPalette(QWidget* window)
    : QFrame(window), m_field(new QLineEdit), m_list(new QListWidget)
{
    setObjectName(QStringLiteral("palette"));
    setAttribute(Qt::WA_StyledBackground);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(px(8), px(8), px(8), px(8));
    m_field->setPlaceholderText(tr("Acteur, question, écran ou action"));
    m_field->setAccessibleName(tr("Aller à"));
    m_list->setAccessibleName(tr("Résultats"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    layout->addWidget(m_field);
    layout->addWidget(m_list);
    m_field->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::find);
    connect(m_field, &QLineEdit::returnPressed, this, &CommandPalette::choose);
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::choose);
    hide();
}

void CommandPalette::setCommands(std::vector<Command> commands)
{
    m_commands = std::move(commands);
    m_folded.clear();
    for (const Command& command : m_commands)
        m_folded.push_back(base::foldedWords(command.label).join(u' '));
}

void CommandPalette::popUp()
{
    QWidget* window = parentWidget();
    const int width = qMin(px(560), window->width() - px(40));
    setGeometry((window->width() - width) / 2, px(64), width, qMin(px(420), window->height() - px(128)));
    if (!isAncestorOf(QApplication::focusWidget())) m_before = QApplication::focusWidget();
    m_field->clear();
    find();
    show();
    raise();
    m_field->setFocus();
}

void CommandPalette::find()
{
    const QStringList words = base::foldedWords(m_field->text());
    m_shown.clear();
    if (m_desk && !words.isEmpty()) {
        dossier::RecordFilter filter;
        filter.text = m_field->text();
        filter.limit = 200;
        // The store also finds words inside answers; here one goes to an actor by its name.
        for (const dossier::RecordSummary& actor : m_desk->study().dossier().records(filter)) {
            const QString names =
                base::foldedWords(actor.nameFr + u' ' + actor.acronym + u' ' + actor.nameAr).join(u' ');
            if (!matches(names, words)) continue;
            m_shown.push_back({actor.nameFr, tr("Acteur"), {QStringLiteral("saisie"), actor.id, {}}, {}});
            if (m_shown.size() >= mostActors) break;
        }
    }
    for (size_t i = 0; i < m_commands.size() && m_shown.size() < mostShown; ++i)
        if (matches(m_folded[i], words)) m_shown.push_back(m_commands[i]);
    m_list->clear();
    for (const Command& command : m_shown)
        m_list->addItem(command.kind + QStringLiteral("  ·  ") + command.label);
    m_list->setCurrentRow(0);
}

void CommandPalette::leave()
{
    // While it is still there: hidden with the keyboard, it would give it to whatever comes next in the
    // window.
    if (m_before && m_before->isVisible()) m_before->setFocus(Qt::OtherFocusReason);
    hide();
}

void CommandPalette::choose()
{
    const int row = m_list->currentRow();
    if (row < 0 || row >= static_cast<int>(m_shown.size())) return;
    const Command command = m_shown[static_cast<size_t>(row)];
    leave();
    if (command.action)
        command.action();
    else
        Q_EMIT chosen(command.target);
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusOut) hide();
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const int last = m_list->count() - 1;
        if (key == Qt::Key_Down)
            m_list->setCurrentRow(qMin(last, m_list->currentRow() + 1));
        else if (key == Qt::Key_Up)
            m_list->setCurrentRow(qMax(0, m_list->currentRow() - 1));
        else if (key == Qt::Key_Escape)
            leave();
        else
            return QFrame::eventFilter(watched, event);
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace ui
