#include "ui/analyse/lock_page.h"

#include "ui/theme/metrics.h"
#include "ui_lock_form.h"
#include "workflow/messages/messages.h"

namespace ui {

LockPage::LockPage(Desk& desk, QWidget* parent) : QWidget(parent), m_desk(desk), m_form(new Ui::LockForm)
{
    m_form->setupUi(this);
    layout()->setContentsMargins(px(48), px(32), px(48), px(32));
    setMaximumWidth(px(680));
    m_form->title->setFont(sized(1.25, true));
    m_form->model->setProperty("tone", QStringLiteral("note"));
    m_form->problem->setProperty("tone", QStringLiteral("error"));
    m_form->lock->setProperty("role", QStringLiteral("primary"));
    const assessment::Model& model = desk.study().model();
    m_form->model->setText(tr("Modèle %1 · %2 indicateurs · empreinte %3")
                               .arg(model.version())
                               .arg(model.indicators().size())
                               .arg(model.digest().left(16)));
    connect(m_form->lock, &QPushButton::clicked, this, &LockPage::lock);
}

LockPage::~LockPage() = default;

void LockPage::lock()
{
    m_form->lock->setEnabled(false);
    m_desk.write([name = m_form->name->text(), role = m_form->role->text(), body = m_form->body->text()](
                     workflow::Study& study) { return workflow::lockModel(study, name, role, body); },
                 this,
                 [this](const workflow::Outcome& outcome) {
                     m_form->lock->setEnabled(true);
                     if (outcome.ok()) return m_form->problem->clear();
                     const auto message = workflow::messages::forIssue(outcome.issues.front());
                     m_form->problem->setText(message.what + u' ' + message.remedy);
                 });
}

} // namespace ui
