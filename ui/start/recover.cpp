#include "ui/start/recover.h"

#include "ui/coffre/passphrase_fields.h"
#include "ui/coffre/recovery_entry.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/small.h"

#include <QBoxLayout>
#include <QDir>
#include <QLabel>
#include <QPushButton>

namespace ui {

Recover::Recover(QWidget* parent)
    : QWidget(parent), m_file(small({})), m_problem(text({}, QStringLiteral("error"))),
      m_entry(new RecoveryEntry), m_phrases(new PassphraseFields),
      m_open(button(tr("Ouvrir et changer la phrase"), QStringLiteral("primary")))
{
    auto* column = new QVBoxLayout(this);
    column->setSpacing(px(8));
    column->addWidget(heading(tr("Phrase de passe perdue"), 1.25));
    column->addWidget(m_file);
    column->addWidget(
        text(tr("Recopiez les huit groupes de la feuille de secours. Majuscules et minuscules se "
                "valent ; O se lit 0, I et L se lisent 1.")));
    column->addWidget(m_entry);
    column->addSpacing(px(8));
    column->addWidget(heading(tr("Nouvelle phrase de passe"), 1.05));
    column->addWidget(m_phrases);
    column->addWidget(m_problem);
    auto* row = new QHBoxLayout;
    QPushButton* back = button(tr("Revenir"));
    row->addWidget(back);
    row->addStretch();
    row->addWidget(m_open);
    column->addLayout(row);
    column->addStretch();
    connect(back, &QPushButton::clicked, this, &Recover::abandoned);
    connect(m_open, &QPushButton::clicked, this, &Recover::give);
    connect(m_phrases, &PassphraseFields::confirmed, this, &Recover::give);
}

void Recover::ask(const QString& path, const QString& problem)
{
    m_open->setEnabled(true);
    m_file->setText(QDir::toNativeSeparators(path));
    m_problem->setText(typeset(problem));
    if (!problem.isEmpty()) return;
    m_entry->clear();
    m_phrases->clear();
    m_entry->focusFirst();
}

void Recover::give()
{
    const QString wrong = m_entry->problem();
    m_problem->setText(typeset(wrong.isEmpty() ? m_phrases->problem() : wrong));
    if (!m_problem->text().isEmpty()) return;
    m_open->setEnabled(false);
    Q_EMIT given(*m_entry->key(), m_phrases->phrase());
}

} // namespace ui
