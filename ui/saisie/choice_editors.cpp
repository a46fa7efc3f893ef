#include "ui/saisie/choice_editors.h"

#include "base/text.h"
#include "ui/saisie/choice_layout.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/small.h"

#include <QButtonGroup>
#include <QCheckBox>
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
    : AnswerEditor(parent), m_multiple(question.type == questionnaire::QuestionType::SelectMultiple),
      m_goesOn(!m_multiple && (appearsAs(question, u"quick") || appearsAs(question, u"quickcompact")))
{
    const std::vector<Choice> choices = shownChoices(given);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(px(2));
    QWidget* grid = buildGrid(choices, layoutOf(question, choices));
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
        m_none = link(tr("0   Confirmer : rien de tout cela"));
        m_none->installEventFilter(this);
        layout->addWidget(m_none);
        connect(m_none, &QPushButton::clicked, this, &ChoiceEditor::confirmNothing);
    }
    setAccessibleName(question.label);
    if (!m_buttons.empty()) setFocusProxy(m_buttons.front().second);
}

QWidget* ChoiceEditor::buildGrid(const std::vector<Choice>& choices, const ChoiceLayout& place)
{
    auto* inside = new QWidget;
    auto* grid = new QGridLayout(inside);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(px(2));
    grid->setHorizontalSpacing(place.aligned ? px(4) : px(16));
    auto* group = new QButtonGroup(this);
    group->setExclusive(!m_multiple);
    QStringList labels;
    for (const Choice& choice : choices)
        labels << choice.label;
    // A filtered list is searched by letters: keys of its own would be in the way.
    const bool keyed = choices.size() < filteredFrom;
    if (keyed) m_keys = ChoiceKeys(labels);
    for (size_t i = 0; i < choices.size(); ++i) {
        QAbstractButton* item = m_multiple ? static_cast<QAbstractButton*>(new QCheckBox) : new QRadioButton;
        const QString key = m_keys.keyOf(static_cast<int>(i));
        const QString label =
            wrapped(QString(choices[i].label).replace(u'&', QStringLiteral("&&")), place.wrapAt);
        // In a mirrored window the key stays beside the mark.
        const QString side = layoutDirection() == Qt::RightToLeft ? QString(QChar(0x200f)) : QString();
        item->setText(key.isEmpty() ? label : side + key + QStringLiteral("   ") + label);
        item->setAccessibleName(choices[i].label);
        item->installEventFilter(this);
        group->addButton(item);
        grid->addWidget(item, static_cast<int>(i) / place.columns, static_cast<int>(i) % place.columns,
                        place.aligned ? Qt::AlignTop : Qt::Alignment());
        m_buttons.emplace_back(choices[i].name, item);
        connect(item, &QAbstractButton::clicked, this, &ChoiceEditor::chosen);
    }
    for (int column = 0; place.aligned && column < place.columns; ++column)
        grid->setColumnMinimumWidth(column, px(488) / place.columns - px(4));
    grid->setColumnStretch(place.columns, 1);
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
    if (m_goesOn) Q_EMIT nextAsked();
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

void ChoiceEditor::confirmNothing()
{
    if (!answer().codes().isEmpty()) return;
    m_nothingConfirmed = true;
    if (m_none->hasFocus()) focusTarget()->setFocus();
    m_none->hide();
    Q_EMIT committed();
}

void ChoiceEditor::pick(QAbstractButton* item)
{
    if (m_multiple)
        item->toggle();
    else
        item->setChecked(true);
    chosen();
}

bool ChoiceEditor::pickByKey(const QString& typed)
{
    if (typed == u"0" && m_none) {
        confirmNothing();
        return true;
    }
    const QList<int> called = typed.isEmpty() ? QList<int>() : m_keys.called(typed);
    if (called.isEmpty()) return false;
    const auto button = [this](int i) { return m_buttons[static_cast<size_t>(i)].second; };
    if (called.size() == 1) {
        button(called.front())->setFocus();
        pick(button(called.front()));
        return true;
    }
    // Several begin with this letter: each press goes to the next, the space bar takes it.
    int next = 0;
    for (int i = 0; i < called.size(); ++i)
        if (button(called[i])->hasFocus()) next = (i + 1) % static_cast<int>(called.size());
    button(called[next])->setFocus(Qt::TabFocusReason);
    return true;
}

bool ChoiceEditor::hearFilter(const QKeyEvent& key)
{
    const auto found = std::find_if(m_buttons.begin(), m_buttons.end(), [this](const auto& line) {
        return line.second->isVisible() &&
               base::fold(line.second->accessibleName()).contains(base::fold(m_filter->text()));
    });
    if (key.key() == Qt::Key_Down && found != m_buttons.end()) {
        found->second->setFocus(Qt::TabFocusReason);
        return true;
    }
    const bool takes = isEnter(&key) && !m_filter->text().trimmed().isEmpty();
    if (takes && found != m_buttons.end()) {
        pick(found->second);
        m_filter->clear();
    }
    return takes;
}

bool ChoiceEditor::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress) return AnswerEditor::eventFilter(watched, event);
    auto* key = static_cast<QKeyEvent*>(event);
    if (watched == m_filter && hearFilter(*key)) return true;
    if (hearLeaving(*key)) return true;
    if (watched == m_filter || key->modifiers() & (Qt::ControlModifier | Qt::AltModifier)) return false;
    return pickByKey(key->text());
}

} // namespace ui
