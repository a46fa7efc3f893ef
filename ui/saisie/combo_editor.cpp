#include "ui/saisie/combo_editor.h"

#include "base/text.h"
#include "ui/saisie/choice_editors.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/small.h"
#include "workflow/typed_values.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStandardItemModel>

namespace ui {
namespace {

using questionnaire::Answer;
using questionnaire::Choice;

constexpr int foldedRole = Qt::UserRole + 1;

/// Looks for what is typed among labels folded beforehand: "fes" finds "Fès".
class FoldedCompleter final : public QCompleter
{
public:
    using QCompleter::QCompleter;
    QStringList splitPath(const QString& path) const override { return {base::fold(path)}; }
    QString pathFromIndex(const QModelIndex& index) const override { return index.data().toString(); }
};

bool isKey(const QEvent& event)
{
    return event.type() == QEvent::KeyPress || event.type() == QEvent::KeyRelease ||
           event.type() == QEvent::ShortcutOverride;
}

} // namespace

ComboEditor::ComboEditor(const questionnaire::Question& question, const std::vector<Choice>& choices,
                         QWidget* parent)
    : TypedEditor(parent), m_choices(shownChoices(choices)), m_combo(new QComboBox)
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_combo);
    layout->addStretch();
    m_combo->setMinimumWidth(px(240));
    m_combo->addItem(QString(), QString());
    for (const Choice& choice : m_choices)
        m_combo->addItem(choice.label, choice.name);
    m_combo->setEditable(true);
    m_combo->setInsertPolicy(QComboBox::NoInsert);
    m_combo->lineEdit()->setPlaceholderText(tr("Choisir ou taper quelques lettres"));
    m_combo->setAccessibleName(question.label);
    m_combo->setFocusPolicy(Qt::StrongFocus);
    setFocusProxy(m_combo);
    buildCompleter();
    m_combo->installEventFilter(this);
    m_combo->lineEdit()->installEventFilter(this);
    connect(m_combo, &QComboBox::activated, this, &AnswerEditor::committed);
    connect(m_combo->lineEdit(), &QLineEdit::editingFinished, this, [this] {
        if (!m_completer->popup()->isVisible()) commit();
    });
}

void ComboEditor::buildCompleter()
{
    m_completer = new FoldedCompleter(this);
    auto* words = new QStandardItemModel(m_completer);
    for (const Choice& choice : m_choices) {
        auto* item = new QStandardItem(choice.label);
        item->setData(base::fold(choice.label), foldedRole);
        words->appendRow(item);
    }
    m_completer->setModel(words);
    m_completer->setCompletionRole(foldedRole);
    m_completer->setCompletionMode(QCompleter::PopupCompletion);
    m_completer->setFilterMode(Qt::MatchContains);
    m_completer->setMaxVisibleItems(10);
    m_combo->setCompleter(m_completer);
    m_completer->popup()->installEventFilter(this);
}

void ComboEditor::show(const Answer& answer)
{
    const QSignalBlocker quiet(m_combo);
    keepShown(answer);
    const int at = answer.isKnown() ? m_combo->findData(answer.value) : 0;
    m_combo->setCurrentIndex(qMax(0, at));
    if (at < 0) m_combo->setEditText(answer.value);
}

Answer ComboEditor::answer() const
{
    const QString typed = m_combo->currentText().trimmed();
    if (typed.isEmpty()) return {};
    const QString code = workflow::choiceCalled(m_choices, typed);
    return Answer::of(code.isEmpty() ? typed : code);
}

bool ComboEditor::setWrong(bool wrong)
{
    restyle(m_combo, "wrong", wrong);
    return true;
}

QWidget* ComboEditor::focusTarget()
{
    return m_combo;
}

bool ComboEditor::pickFromPopup()
{
    QAbstractItemView* popup = m_completer->popup();
    const QModelIndex chosen =
        popup->currentIndex().isValid() ? popup->currentIndex() : popup->model()->index(0, 0);
    popup->hide();
    // What is typed in full is meant, even where a longer label holds it too.
    const bool exact = m_combo->findText(m_combo->currentText(), Qt::MatchFixedString) > 0;
    if (chosen.isValid() && !exact) m_combo->setEditText(chosen.data().toString());
    return true;
}

bool ComboEditor::eventFilter(QObject* watched, QEvent* event)
{
    // A wheel over a closed list would change an answer that nobody meant to change.
    if (event->type() == QEvent::Wheel && !m_combo->hasFocus()) {
        event->ignore();
        return true;
    }
    if (watched == m_completer->popup() && !m_completer->popup()->isVisible() && isKey(*event)) {
        // A screen slower than the fingers sends to the list what is typed right after it closed.
        QWidget* const inHand = QApplication::focusWidget();
        if (inHand && inHand != watched) QApplication::sendEvent(inHand, event);
        return true;
    }
    if (event->type() != QEvent::KeyPress) return AnswerEditor::eventFilter(watched, event);
    auto* key = static_cast<QKeyEvent*>(event);
    if (watched == m_completer->popup()) {
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        return enter && pickFromPopup() && hearLeaving(*key);
    }
    if (m_combo->view()->isVisible()) return AnswerEditor::eventFilter(watched, event);
    return hearLeaving(*key) || AnswerEditor::eventFilter(watched, event);
}

} // namespace ui
