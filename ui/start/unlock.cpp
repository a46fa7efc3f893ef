#include "ui/start/unlock.h"

#include "ui/theme/metrics.h"
#include "ui_unlock.h"

namespace ui {

Unlock::Unlock(QWidget* parent) : QWidget(parent), m_form(new Ui::UnlockForm)
{
    m_form->setupUi(this);
    m_form->title->setFont(sized(1.25, true));
    m_form->open->setProperty("role", QStringLiteral("primary"));
    m_form->file->setProperty("tone", QStringLiteral("muted"));
    m_form->problem->setProperty("tone", QStringLiteral("error"));
    connect(m_form->open, &QPushButton::clicked, this, &Unlock::give);
    connect(m_form->phrase, &QLineEdit::returnPressed, this, &Unlock::give);
    connect(m_form->back, &QPushButton::clicked, this, &Unlock::abandoned);
}

Unlock::~Unlock() = default;

void Unlock::ask(const QString& path, const QString& problem)
{
    setBusy(false);
    m_form->file->setText(path);
    m_form->problem->setText(problem);
    m_form->phrase->clear();
    m_form->phrase->setFocus();
}

void Unlock::setBusy(bool busy)
{
    m_form->open->setEnabled(!busy);
    m_form->open->setText(busy ? tr("Ouverture…") : tr("Ouvrir"));
}

void Unlock::give()
{
    setBusy(true);
    const QString passphrase = m_form->phrase->text();
    m_form->phrase->clear();
    Q_EMIT given(passphrase);
}

} // namespace ui
