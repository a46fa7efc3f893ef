#include "ui/etude/share_page.h"

#include "ui/etude/key_choice.h"
#include "ui/shell/desk.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/small.h"
#include "workflow/messages/dossier_words.h"
#include "workflow/messages/messages.h"

#include <QBoxLayout>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStandardPaths>

namespace ui {

SharePage::SharePage(Desk& desk, QWidget* parent) : QWidget(parent), m_desk(desk)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(16));
    if (workflow::isReviewerDossier(desk.study())) {
        addPart(column, For::Sender, tr("Retour au consultant"),
                tr("Le fichier ne porte que vos commentaires et vos décisions."),
                KeyChoice::Passphrase | KeyChoice::PublicKey, tr("Faire le retour…"));
        return;
    }
    addPart(column, For::Team, tr("Pour l’équipe"),
            tr("Tout ce qui a été saisi ici, à fusionner dans une autre copie de cette étude. Reçu deux "
               "fois, il ne change rien de plus."),
            KeyChoice::OwnKeys | KeyChoice::Passphrase, tr("Faire le paquet…"));
    addPart(
        column, For::Iom, tr("Pour l’OIM"),
        tr("Un dossier distinct, sans historique ni pièces jointes, qui ne contient que ce que l’OIM peut "
           "voir et les commentaires partagés. Il revient avec des commentaires et des décisions "
           "seulement."),
        KeyChoice::Passphrase | KeyChoice::PublicKey, tr("Faire le dossier…"));
    offerPreview();
    connect(&desk, &Desk::changed, this, [this] {
        if (m_previewed) offerPreview();
    });
}

void SharePage::offerPreview()
{
    m_previewed = false;
    Part& dossier = part(For::Iom);
    ui::clear(dossier.account);
    QPushButton* preview = button(tr("Voir ce qui serait retiré"));
    preview->setObjectName(QStringLiteral("previewWithheld"));
    dossier.account->addWidget(preview, 0, Qt::AlignLeading);
    connect(preview, &QPushButton::clicked, this, &SharePage::previewWithheld);
    dossier.make->setEnabled(false);
    dossier.make->setToolTip(tr("Voyez d’abord ce qui serait retiré."));
}

void SharePage::addPart(QBoxLayout* column, For whom, const QString& title, const QString& words, int ways,
                        const QString& action)
{
    auto* frame = new QFrame;
    frame->setObjectName(QStringLiteral("card"));
    auto* inside = new QVBoxLayout(frame);
    inside->setContentsMargins(px(16), px(12), px(16), px(16));
    inside->setSpacing(px(8));
    inside->addWidget(heading(title, 1.1));
    inside->addWidget(text(words, QStringLiteral("muted")));
    Part& made = part(whom);
    auto* account = new QWidget;
    made.account = new QVBoxLayout(account);
    made.account->setContentsMargins(0, 0, 0, 0);
    made.account->setSpacing(px(4));
    inside->addWidget(account);
    inside->addSpacing(px(4));
    inside->addWidget(groupTitle(tr("Ce qui l’ouvrira")));
    made.keys = new KeyChoice(ways, m_desk.study().dossier().isProtected());
    inside->addWidget(made.keys);
    made.told = text({});
    made.told->hide();
    inside->addWidget(made.told);
    made.make = button(action, QStringLiteral("primary"));
    auto* row = new QHBoxLayout;
    row->addWidget(made.make);
    row->addStretch();
    inside->addLayout(row);
    column->addWidget(frame);
    connect(made.make, &QPushButton::clicked, this, [this, whom] { chooseFile(whom); });
}

void SharePage::chooseFile(For whom)
{
    Part& asked = part(whom);
    const QString wrong = asked.keys->problem();
    tell(whom, typeset(wrong), QStringLiteral("error"));
    if (!wrong.isEmpty()) return;
    const QString stem = QFileInfo(m_desk.study().dossier().path()).completeBaseName();
    const QString day = m_desk.study().localNow().toString(QStringLiteral("yyyy-MM-dd"));
    const std::array<QString, 3> names{tr("%1 équipe %2.osc"), tr("%1 OIM %2.osc"), tr("%1 retour %2.osc")};
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Fichier à transmettre"),
        QDir(folder).filePath(names[static_cast<size_t>(whom)].arg(stem, day)), tr("Études CartOSC (*.osc)"),
        nullptr, QFileDialog::DontConfirmOverwrite);
    if (!path.isEmpty()) make(whom, path);
}

void SharePage::tell(For whom, const QString& sentence, const QString& tone)
{
    QLabel* told = part(whom).told;
    restyle(told, "tone", tone);
    told->setText(typeset(sentence));
    told->setVisible(!sentence.isEmpty());
}

void SharePage::make(For whom, const QString& path)
{
    Part& asked = part(whom);
    asked.make->setEnabled(false);
    tell(whom, tr("Écriture en cours…"), QStringLiteral("muted"));
    m_desk.askLong<workflow::ShareReport>(
        [whom, path, access = asked.keys->access()](workflow::Study& study, const base::Progress& progress) {
            if (whom == For::Team) return workflow::shareWithTeam(study, path, access);
            if (whom == For::Sender) return workflow::shareReturn(study, path, access);
            return workflow::shareWithIom(study, path, access, progress);
        },
        this, [this, whom](Result<workflow::ShareReport> result) { finish(whom, result); });
}

QString SharePage::made(For whom, const workflow::ShareReport& report) const
{
    const QLocale locale;
    const QString where = QDir::toNativeSeparators(report.path);
    if (whom == For::Team)
        return tr("Paquet écrit dans %2 ; modifications : %1.")
            .arg(locale.toString(report.operations), where);
    if (whom == For::Sender) return tr("Retour écrit dans %1.").arg(where);
    return tr("Dossier écrit dans %2 ; acteurs : %1 ; éléments retirés : %3.")
        .arg(locale.toString(report.records), where,
             locale.toString(static_cast<int>(report.withheld.size())));
}

void SharePage::finish(For whom, const Result<workflow::ShareReport>& result)
{
    Part& asked = part(whom);
    asked.make->setEnabled(true);
    if (!result.value || !result.value->ok()) {
        QString words = result.error.text();
        if (result.value) {
            const auto message = workflow::messages::forIssue(result.value->issues.front());
            words = message.what + u' ' + message.remedy;
        }
        return tell(whom, words, QStringLiteral("error"));
    }
    asked.keys->clear();
    tell(whom, typeset(made(whom, *result.value)), QStringLiteral("good"));
    if (whom == For::Iom) showWithheld(result.value->withheld);
}

/// The account of the dossier itself, before anything is written.
void SharePage::previewWithheld()
{
    m_previewed = true;
    ui::clear(part(For::Iom).account);
    part(For::Iom).account->addWidget(small(tr("Calcul de ce qui serait retiré…")));
    m_desk.askLong<workflow::ShareReport>(
        [](workflow::Study& study, const base::Progress& progress) {
            return workflow::previewForIom(study, progress);
        },
        this,
        [this](Result<workflow::ShareReport> result) {
            if (!result.value) {
                ui::clear(part(For::Iom).account);
                part(For::Iom).account->addWidget(text(result.error.text(), QStringLiteral("error")));
                return;
            }
            showWithheld(result.value->withheld);
            part(For::Iom).make->setEnabled(true);
            part(For::Iom).make->setToolTip({});
        });
}

void SharePage::showWithheld(const std::vector<disclosure::Withheld>& withheld)
{
    QBoxLayout* account = part(For::Iom).account;
    ui::clear(account);
    const QLocale locale;
    account->addWidget(groupTitle(withheld.empty()
                                      ? tr("Rien n’est retiré")
                                      : tr("Ce que l’OIM ne reçoit pas (éléments : %1)")
                                            .arg(locale.toString(static_cast<int>(withheld.size())))));
    QMap<QString, int> counts;
    QMap<QString, QSet<QString>> actors;
    for (const disclosure::Withheld& item : withheld) {
        ++counts[item.rule];
        if (!item.actor.isEmpty()) actors[item.rule].insert(item.actor);
    }
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(px(12));
    grid->setColumnStretch(1, 1);
    // Units stand under units, in a mirrored window too.
    const Qt::Alignment units = Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignTop;
    for (auto rule = counts.cbegin(); rule != counts.cend(); ++rule) {
        const int row = grid->rowCount();
        QLabel* number = heading(locale.toString(rule.value()));
        number->setWordWrap(false);
        grid->addWidget(number, row, 0, units);
        grid->addWidget(text(workflow::messages::withheldWord(rule.key())), row, 1);
        if (const auto count = actors.value(rule.key()).size(); count > 0) {
            QLabel* who = small(workflow::messages::counted(count, tr("acteur"), tr("acteurs")));
            who->setWordWrap(false);
            grid->addWidget(who, row, 2, Qt::AlignTrailing | Qt::AlignTop);
        }
    }
    account->addLayout(grid);
}

} // namespace ui
