#include "ui/saisie/choice_editors.h"

#include "base/text.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/small.h"

#include <QAbstractItemView>
#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>

namespace ui {
namespace {

using questionnaire::Answer;
using questionnaire::Choice;

constexpr size_t filteredFrom = 24;

/// Key of the n-th choice: 1…9, then letters.
QString keyOf(size_t index)
{
    if (index < 9) return QString::number(index + 1);
    const auto letter = static_cast<char16_t>(u'a' + (index - 9));
    return letter <= u'z' ? QString(QChar(letter)) : QString();
}

/// Buttons do not wrap their words: long labels are broken between words.
QString wrapped(const QString& label, qsizetype columns)
{
    QString lines;
    qsizetype length = 0;
    for (const QString& word : label.split(u' ')) {
        if (length > 0) lines += length + word.size() >= columns ? u'\n' : u' ';
        length = length > 0 && length + word.size() < columns ? length + word.size() + 1 : word.size();
        lines += word;
    }
    return lines;
}

bool isEnter(const QKeyEvent* key)
{
    return key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
}

} // namespace

std::vector<Choice> shownChoices(const std::vector<Choice>& choices)
{
    std::vector<Choice> shown;
    for (const Choice& choice : choices)
        if (choice.name != u"nsp") shown.push_back(choice);
    return shown;
}

ChoiceEditor::ChoiceEditor(const questionnaire::Question& question, const std::vector<Choice>& given,
                           QWidget* parent)
    : AnswerEditor(parent), m_multiple(question.type == questionnaire::QuestionType::SelectMultiple)
{
    const std::vector<Choice> choices = shownChoices(given);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(px(2));
    QWidget* grid = buildGrid(choices);
    if (choices.size() >= filteredFrom) {
        addFilter();
        layout->addWidget(m_filter);
        auto* area = new QScrollArea;
        area->setWidget(grid);
        area->setWidgetResizable(true);
        area->setFixedHeight(px(176));
        layout->addWidget(area);
    } else {
        layout->addWidget(grid);
    }
    if (m_multiple) {
        m_none = link(tr("Confirmer : rien de tout cela"));
        m_none->setFocusPolicy(Qt::ClickFocus);
        layout->addWidget(m_none);
        connect(m_none, &QPushButton::clicked, this, [this] {
            m_nothingConfirmed = true;
            m_none->hide();
            Q_EMIT committed();
        });
    }
    setAccessibleName(question.label);
    if (!m_buttons.empty()) setFocusProxy(m_buttons.front().second);
}

QWidget* ChoiceEditor::buildGrid(const std::vector<Choice>& choices)
{
    auto* inside = new QWidget;
    auto* grid = new QGridLayout(inside);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(px(2));
    grid->setHorizontalSpacing(px(16));
    auto* group = new QButtonGroup(this);
    group->setExclusive(!m_multiple);
    const qsizetype longest =
        choices.empty()
            ? 0
            : std::max_element(choices.begin(), choices.end(), [](const Choice& a, const Choice& b) {
                  return a.label.size() < b.label.size();
              })->label.size();
    const int columns = choices.size() > 3 && longest <= 30 ? 2 : 1;
    for (size_t i = 0; i < choices.size(); ++i) {
        QAbstractButton* item = m_multiple ? static_cast<QAbstractButton*>(new QCheckBox) : new QRadioButton;
        const QString key = keyOf(i);
        const QString label =
            wrapped(QString(choices[i].label).replace(u'&', QStringLiteral("&&")), columns == 2 ? 36 : 62);
        // In a mirrored window the key stays beside the mark.
        const QString side = layoutDirection() == Qt::RightToLeft ? QString(QChar(0x200f)) : QString();
        item->setText(key.isEmpty() ? label : side + key + QStringLiteral("   ") + label);
        item->setAccessibleName(choices[i].label);
        item->installEventFilter(this);
        group->addButton(item);
        grid->addWidget(item, static_cast<int>(i) / columns, static_cast<int>(i) % columns);
        m_buttons.emplace_back(choices[i].name, item);
        if (!key.isEmpty()) m_keys.insert(key, item);
        connect(item, &QAbstractButton::clicked, this, &ChoiceEditor::chosen);
    }
    grid->setColumnStretch(columns, 1);
    return inside;
}

void ChoiceEditor::addFilter()
{
    m_filter = new QLineEdit;
    m_filter->setPlaceholderText(tr("Filtrer la liste"));
    m_filter->setAccessibleName(tr("Filtrer les choix"));
    m_filter->setMaximumWidth(px(240));
    m_filter->setClearButtonEnabled(true);
    m_filter->installEventFilter(this);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& typed) {
        const QString words = base::fold(typed);
        for (const auto& [code, item] : m_buttons)
            item->setVisible(words.isEmpty() || item->isChecked() ||
                             base::fold(item->accessibleName()).contains(words));
    });
}

void ChoiceEditor::chosen()
{
    m_nothingConfirmed = false;
    if (m_none) m_none->setVisible(answer().codes().isEmpty());
    Q_EMIT committed();
}

void ChoiceEditor::show(const Answer& answer)
{
    const QStringList codes =
        answer.isKnown() ? (m_multiple ? answer.codes() : QStringList{answer.value}) : QStringList();
    m_nothingConfirmed = m_multiple && answer.isKnown() && codes.isEmpty();
    m_unlisted = codes;
    for (const auto& [code, item] : m_buttons) {
        if (auto* group = item->group(); group && !m_multiple) group->setExclusive(false);
        item->setChecked(codes.contains(code));
        if (auto* group = item->group(); group && !m_multiple) group->setExclusive(true);
        m_unlisted.removeAll(code);
    }
    if (m_none) m_none->setVisible(codes.isEmpty() && !m_nothingConfirmed);
}

Answer ChoiceEditor::answer() const
{
    QStringList codes;
    for (const auto& [code, item] : m_buttons)
        if (item->isChecked()) codes << code;
    if (m_multiple) codes << m_unlisted;
    if (codes.isEmpty()) return m_nothingConfirmed ? Answer::of({}) : Answer{};
    return Answer::of(codes.join(u' '));
}

QWidget* ChoiceEditor::focusTarget()
{
    if (m_filter) return m_filter;
    for (const auto& [code, item] : m_buttons)
        if (item->isChecked()) return item;
    return m_buttons.empty() ? this : static_cast<QWidget*>(m_buttons.front().second);
}

bool ChoiceEditor::pickByKey(const QString& typed)
{
    QAbstractButton* item = m_keys.value(typed.toLower());
    if (!item) return false;
    item->setFocus();
    if (m_multiple)
        item->toggle();
    else
        item->setChecked(true);
    chosen();
    return true;
}

bool ChoiceEditor::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress) return AnswerEditor::eventFilter(watched, event);
    auto* key = static_cast<QKeyEvent*>(event);
    if (isEnter(key)) {
        if (key->modifiers() & Qt::ShiftModifier)
            Q_EMIT previousAsked();
        else
            Q_EMIT nextAsked();
        return true;
    }
    if (key->key() == Qt::Key_Escape) {
        Q_EMIT revertAsked();
        return true;
    }
    if (watched == m_filter || key->modifiers() & (Qt::ControlModifier | Qt::AltModifier)) return false;
    return pickByKey(key->text());
}

ComboEditor::ComboEditor(const questionnaire::Question& question, const std::vector<Choice>& choices,
                         QWidget* parent)
    : AnswerEditor(parent), m_combo(new QComboBox)
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_combo);
    layout->addStretch();
    m_combo->setMinimumWidth(px(240));
    m_combo->addItem(QString(), QString());
    for (const Choice& choice : shownChoices(choices))
        m_combo->addItem(choice.label, choice.name);
    m_combo->setEditable(true);
    m_combo->setInsertPolicy(QComboBox::NoInsert);
    m_combo->lineEdit()->setPlaceholderText(tr("Choisir ou taper quelques lettres"));
    m_combo->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_combo->completer()->setFilterMode(Qt::MatchContains);
    m_combo->completer()->setCaseSensitivity(Qt::CaseInsensitive);
    m_combo->setAccessibleName(question.label);
    m_combo->setFocusPolicy(Qt::StrongFocus);
    setFocusProxy(m_combo);
    m_combo->installEventFilter(this);
    m_combo->lineEdit()->installEventFilter(this);
    connect(m_combo, &QComboBox::activated, this, &AnswerEditor::committed);
}

void ComboEditor::show(const Answer& answer)
{
    const QSignalBlocker quiet(m_combo);
    const int at = answer.isKnown() ? m_combo->findData(answer.value) : 0;
    m_combo->setCurrentIndex(qMax(0, at));
    if (at < 0) m_combo->setEditText(answer.value);
}

Answer ComboEditor::answer() const
{
    const QString typed = base::fold(m_combo->currentText());
    if (typed.isEmpty()) return {};
    for (int i = 1; i < m_combo->count(); ++i)
        if (base::fold(m_combo->itemText(i)) == typed) return Answer::of(m_combo->itemData(i).toString());
    for (int i = 1; i < m_combo->count(); ++i)
        if (base::fold(m_combo->itemText(i)).startsWith(typed))
            return Answer::of(m_combo->itemData(i).toString());
    return Answer::of(m_combo->currentText());
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

bool ComboEditor::eventFilter(QObject* watched, QEvent* event)
{
    // A wheel over a closed list would change an answer that nobody meant to change.
    if (event->type() == QEvent::Wheel && !m_combo->hasFocus()) {
        event->ignore();
        return true;
    }
    const bool open = m_combo->completer()->popup()->isVisible() || m_combo->view()->isVisible();
    if (event->type() != QEvent::KeyPress || open) return AnswerEditor::eventFilter(watched, event);
    auto* key = static_cast<QKeyEvent*>(event);
    if (isEnter(key)) {
        Q_EMIT committed();
        if (key->modifiers() & Qt::ShiftModifier)
            Q_EMIT previousAsked();
        else
            Q_EMIT nextAsked();
        return true;
    }
    if (key->key() == Qt::Key_Escape) {
        Q_EMIT revertAsked();
        return true;
    }
    return AnswerEditor::eventFilter(watched, event);
}

} // namespace ui
