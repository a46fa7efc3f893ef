#include "ui/start/older_page.h"

#include "ui/theme/metrics.h"
#include "ui/widgets/small.h"
#include "workflow/messages/dossier_words.h"

#include <QBoxLayout>
#include <QDir>
#include <QLabel>
#include <QPushButton>

namespace ui {

OlderPage::OlderPage(QWidget* parent)
    : QWidget(parent), m_title(heading({}, 1.25)), m_file(small({})),
      m_words(text({}, QStringLiteral("alert")))
{
    auto* column = new QVBoxLayout(this);
    column->setSpacing(px(12));
    column->addWidget(m_title);
    column->addWidget(m_file);
    column->addWidget(m_words);
    auto* row = new QHBoxLayout;
    QPushButton* back = button(tr("Revenir à l’accueil"));
    QPushButton* go = button(tr("Continuer avec cet état"));
    QPushButton* other = button(tr("Choisir un autre fichier…"), QStringLiteral("primary"));
    go->setObjectName(QStringLiteral("acceptOlder"));
    row->addWidget(back);
    row->addStretch();
    row->addWidget(go);
    row->addWidget(other);
    column->addLayout(row);
    column->addStretch();
    connect(back, &QPushButton::clicked, this, &OlderPage::abandoned);
    connect(go, &QPushButton::clicked, this, &OlderPage::accepted);
    connect(other, &QPushButton::clicked, this, &OlderPage::otherAsked);
}

void OlderPage::ask(const QString& path, const dossier::OlderState& state)
{
    const QLocale locale;
    m_title->setText(state.missing == 0 ? tr("Copie plus ancienne de cette étude")
                     : state.missing == 1
                         ? tr("1 enregistrement manque")
                         : tr("%1 enregistrements manquent").arg(locale.toString(state.missing)));
    m_file->setText(QDir::toNativeSeparators(path));
    const auto message = workflow::messages::forOlderState(state);
    m_words->setText(typeset(
        message.what + u' ' +
        tr("Retrouvez la copie la plus récente ; continuer ici fait de cet état celui de référence.")));
}

} // namespace ui
