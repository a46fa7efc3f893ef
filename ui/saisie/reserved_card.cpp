#include "ui/saisie/reserved_card.h"

#include "ui/theme/metrics.h"
#include "ui/widgets/small.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace ui {

ReservedCard::ReservedCard(int questions, bool byPassphrase, std::function<bool(const QString&)> open,
                           QWidget* parent)
    : QFrame(parent)
{
    setObjectName(QStringLiteral("reservedCard"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(52), px(12), px(16), px(12));
    column->addWidget(heading(questions == 1 ? tr("Une question réservée à l’enquêteur")
                                             : tr("%1 questions réservées à l’enquêteur").arg(questions)));
    column->addWidget(text(tr("À remplir seul, après l’entretien."), QStringLiteral("muted")));
    auto* row = new QHBoxLayout;
    auto* typed = new QLineEdit;
    typed->setEchoMode(QLineEdit::Password);
    typed->setMaximumWidth(px(280));
    typed->setObjectName(QStringLiteral("reservedCode"));
    typed->setPlaceholderText(byPassphrase ? tr("Phrase de passe de l’étude") : tr("Code de l’entretien"));
    typed->setAccessibleName(typed->placeholderText());
    QPushButton* unlock = button(tr("Déverrouiller"));
    row->addWidget(typed);
    row->addWidget(unlock);
    row->addStretch();
    column->addLayout(row);
    QLabel* problem = text({}, QStringLiteral("error"));
    problem->hide();
    column->addWidget(problem);
    setFocusProxy(typed);
    const auto attempt = [this, typed, problem, byPassphrase, open = std::move(open)] {
        if (open(typed->text())) {
            Q_EMIT opened();
            return;
        }
        typed->clear();
        problem->setText(byPassphrase ? tr("Ce n’est pas la phrase de passe de l’étude.")
                                      : tr("Ce n’est pas le code choisi au début de l’entretien."));
        problem->show();
    };
    connect(unlock, &QPushButton::clicked, this, attempt);
    connect(typed, &QLineEdit::returnPressed, this, attempt);
}

} // namespace ui
