#include "ui/saisie/state_chips.h"

#include "ui/theme/metrics.h"
#include "ui/widgets/small.h"
#include "workflow/messages/messages.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace ui {

using questionnaire::AnswerState;

StateChips::StateChips(QWidget* parent) : QWidget(parent)
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(px(4));
    const std::array<std::pair<AnswerState, QString>, 3> states{
        {{AnswerState::DontKnow, QStringLiteral("F6")},
         {AnswerState::Refused, QStringLiteral("F7")},
         {AnswerState::NotApplicable, QStringLiteral("F8")}}};
    for (const auto& [state, key] : states) {
        QPushButton* chip =
            button(workflow::messages::stateWord(questionnaire::stateCode(state)), QStringLiteral("chip"));
        chip->setCheckable(true);
        chip->setFont(sized(0.88));
        chip->setToolTip(key);
        chip->setFocusPolicy(Qt::ClickFocus); // Tab goes from answer to answer; the chips have their keys
        layout->addWidget(chip);
        m_chips.emplace_back(state, chip);
        connect(chip, &QPushButton::clicked, this, [this, chosenState = state, chip] {
            Q_EMIT chosen(chip->isChecked() ? chosenState : AnswerState::NotAsked);
        });
    }
}

void StateChips::show(AnswerState state)
{
    for (const auto& [own, chip] : m_chips)
        chip->setChecked(own == state);
}

void StateChips::press(AnswerState state)
{
    for (const auto& [own, chip] : m_chips)
        if (own == state) chip->click();
}

} // namespace ui
