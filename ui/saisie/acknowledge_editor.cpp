#include "ui/saisie/acknowledge_editor.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QKeyEvent>

namespace ui {

using questionnaire::Answer;

AcknowledgeEditor::AcknowledgeEditor(const questionnaire::Question& question, QWidget* parent)
    : AnswerEditor(parent), m_box(new QCheckBox(tr("Lu et accepté")))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_box);
    row->addStretch();
    m_box->setAccessibleName(tr("Lu et accepté : %1").arg(question.label));
    setFocusProxy(m_box);
    m_box->installEventFilter(this);
    connect(m_box, &QCheckBox::clicked, this, &AnswerEditor::committed);
}

void AcknowledgeEditor::show(const Answer& answer)
{
    m_box->setChecked(answer.isKnown() && !answer.value.isEmpty());
}

Answer AcknowledgeEditor::answer() const
{
    return m_box->isChecked() ? Answer::of(QStringLiteral("OK")) : Answer{};
}

QWidget* AcknowledgeEditor::focusTarget()
{
    return m_box;
}

bool AcknowledgeEditor::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto& key = *static_cast<QKeyEvent*>(event);
        if (hearLeaving(key)) return true;
        if (key.text() == u"1" && m_box->isEnabled()) {
            m_box->click();
            return true;
        }
    }
    return AnswerEditor::eventFilter(watched, event);
}

} // namespace ui
