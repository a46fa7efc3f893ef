#include "ui/etude/closing_page.h"

#include "ui/etude/key_choice.h"
#include "ui/shell/desk.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/small.h"
#include "workflow/messages/messages.h"
#include "workflow/sharing.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QUrl>

namespace ui {
namespace {

struct Fate
{
    QString kind, title, words;
};

const std::array<Fate, 3>& fates()
{
    static const std::array<Fate, 3> all{
        {{QStringLiteral("garde"), ClosingPage::tr("Gardé"),
          ClosingPage::tr("Une archive de l’étude, fermée par ses clés et relue.")},
         {QStringLiteral("remis"), ClosingPage::tr("Remis à l’OIM"),
          ClosingPage::tr("Les livrables et, si vous le voulez, le dossier qui lui est destiné.")},
         {QStringLiteral("a_detruire"), ClosingPage::tr("Détruit"),
          ClosingPage::tr("Réponses confidentielles, noms et contacts de personnes, enregistrements, photos "
                          "sans accord : ôtés pour toujours, avant l’archive.")}}};
    return all;
}

/// Counts one under the other, "1 347  Fiches, avec leur historique".
QGridLayout* countsOf(const std::vector<workflow::ClosingItem>& items, const QString& kind)
{
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(px(8));
    grid->setVerticalSpacing(px(4));
    grid->setColumnStretch(1, 1);
    // Units stand under units, in a mirrored window too.
    const Qt::Alignment units = Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignTop;
    for (const workflow::ClosingItem& item : items) {
        if (item.kind != kind) continue;
        const int row = grid->rowCount();
        QLabel* number = heading(QLocale().toString(item.count));
        number->setWordWrap(false);
        grid->addWidget(number, row, 0, units);
        grid->addWidget(text(item.what), row, 1, Qt::AlignTop);
    }
    return grid;
}

} // namespace

ClosingPage::ClosingPage(Desk& desk, QWidget* parent)
    : QWidget(parent), m_desk(desk), m_consultant(new QLineEdit), m_client(new QLineEdit),
      m_word(new QLineEdit), m_handOver(new QCheckBox(tr("Faire aussi le dossier de l’OIM"))),
      m_destroy(new QCheckBox(tr("Détruire maintenant ce qui doit l’être ; c’est définitif"))),
      m_keys(new KeyChoice(KeyChoice::Passphrase | KeyChoice::PublicKey)),
      m_plan(button(tr("Voir ce que la clôture fera"), QStringLiteral("primary"))),
      m_start(button(tr("Choisir le dossier et clore…"))), m_told(text({})), m_ask(text({})),
      m_confirmation(new QWidget)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(8));
    column->addWidget(heading(tr("Fin de mission"), 1.1));
    addNames(column);
    addChoices(column);
    addFates(column);
    addConfirmation(column);
    column->addWidget(m_told);
    auto* items = new QWidget;
    m_items = new QVBoxLayout(items);
    m_items->setContentsMargins(0, 0, 0, 0);
    column->addWidget(items);
    const bool writable = !desk.study().dossier().isReadOnly() && !workflow::isReviewerDossier(desk.study());
    m_plan->setEnabled(writable);
    if (!writable)
        m_told->setText(
            tr("Une mission ne se clôt pas d’une étude en lecture seule ni du dossier d’un relecteur."));
    forgetPlan();
    connect(&desk, &Desk::changed, this, [this] {
        if (!m_confirmation->isHidden()) forgetPlan();
    });
}

void ClosingPage::addChoices(QBoxLayout* column)
{
    column->addSpacing(px(4));
    column->addWidget(m_handOver);
    column->addWidget(m_keys);
    m_keys->hide();
    m_destroy->setObjectName(QStringLiteral("consentDestroy"));
    column->addWidget(m_destroy);
    column->addWidget(
        small(tr("Sans cette case, le reçu liste ce qui reste à détruire. Les copies déjà faites ne sont "
                 "pas touchées : détruisez-les à part.")));
    connect(m_handOver, &QCheckBox::toggled, m_keys, &QWidget::setVisible);
    for (QCheckBox* choice : {m_handOver, m_destroy})
        connect(choice, &QCheckBox::toggled, this, &ClosingPage::forgetPlan);
}

void ClosingPage::addFates(QBoxLayout* column)
{
    column->addSpacing(px(4));
    auto* row = new QHBoxLayout;
    row->setSpacing(px(12));
    for (size_t i = 0; i < m_fates.size(); ++i) {
        auto* frame = new QFrame;
        frame->setObjectName(QStringLiteral("card"));
        auto* inside = new QVBoxLayout(frame);
        inside->setContentsMargins(px(12), px(8), px(12), px(12));
        inside->addWidget(heading(fates()[i].title));
        m_fates[i] = new QVBoxLayout;
        m_fates[i]->setSpacing(px(4));
        inside->addLayout(m_fates[i]);
        inside->addStretch();
        row->addWidget(frame, 1);
    }
    column->addLayout(row);
    m_plan->setObjectName(QStringLiteral("planClosing"));
    column->addWidget(m_plan, 0, Qt::AlignLeading);
    connect(m_plan, &QPushButton::clicked, this, &ClosingPage::plan);
}

void ClosingPage::addConfirmation(QBoxLayout* column)
{
    auto* inside = new QVBoxLayout(m_confirmation);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(px(8));
    inside->addWidget(m_ask);
    auto* row = new QHBoxLayout;
    m_word->setObjectName(QStringLiteral("confirmClosing"));
    m_word->setMaximumWidth(px(200));
    m_start->setObjectName(QStringLiteral("startClosing"));
    row->addWidget(m_word);
    row->addWidget(m_start);
    row->addStretch();
    inside->addLayout(row);
    column->addWidget(m_confirmation);
    connect(m_word, &QLineEdit::textChanged, this, &ClosingPage::judgeWord);
    connect(m_start, &QPushButton::clicked, this, &ClosingPage::chooseFolder);
}

void ClosingPage::forgetPlan()
{
    for (size_t i = 0; i < m_fates.size(); ++i) {
        ui::clear(m_fates[i]);
        m_fates[i]->addWidget(small(fates()[i].words));
    }
    m_word->clear();
    m_confirmation->hide();
    m_plan->show();
    judgeWord();
}

void ClosingPage::plan()
{
    m_plan->setEnabled(false);
    ui::clear(m_items);
    restyle(m_told, "tone", QStringLiteral("muted"));
    m_told->setText(tr("Compte de ce qui sera gardé, remis et détruit…"));
    m_desk.askLong<std::vector<workflow::ClosingItem>>(
        [handOver = m_handOver->isChecked()](workflow::Study& study, const base::Progress& progress) {
            return workflow::planClosing(study, handOver, progress);
        },
        this,
        [this, asked = m_handOver->isChecked()](Result<std::vector<workflow::ClosingItem>> result) {
            m_plan->setEnabled(true);
            m_told->clear();
            if (result.value && asked == m_handOver->isChecked()) return showPlan(*result.value);
            restyle(m_told, "tone", QStringLiteral("error"));
            m_told->setText(typeset(result.error.text()));
        });
}

void ClosingPage::showPlan(const std::vector<workflow::ClosingItem>& items)
{
    for (size_t i = 0; i < m_fates.size(); ++i) {
        ui::clear(m_fates[i]);
        m_fates[i]->addLayout(countsOf(items, fates()[i].kind));
    }
    const bool destroy = m_destroy->isChecked();
    if (!destroy) m_fates[2]->addWidget(small(tr("Rien n’en est détruit maintenant : le reçu le liste.")));
    m_ask->setText(typeset((destroy ? tr("Pour confirmer, et détruire pour toujours ce qui est compté "
                                         "ci-dessus, tapez « %1 ».")
                                    : tr("Pour confirmer, tapez « %1 »."))
                               .arg(wordAsked())));
    m_word->setAccessibleName(m_ask->text());
    m_plan->hide();
    m_confirmation->show();
    m_word->setFocus();
}

QString ClosingPage::wordAsked() const
{
    return m_destroy->isChecked() ? tr("détruire") : tr("clore");
}

void ClosingPage::judgeWord()
{
    m_start->setEnabled(m_word->text().trimmed().compare(wordAsked(), Qt::CaseInsensitive) == 0);
}

void ClosingPage::addNames(QBoxLayout* column)
{
    const disclosure::StudyInfo info = m_desk.study().info();
    column->addSpacing(px(8));
    column->addWidget(groupTitle(tr("Noms portés au reçu")));
    auto* row = new QHBoxLayout;
    row->setSpacing(px(12));
    const auto add = [row](QLineEdit* field, const QString& label, const QString& value, int stretch) {
        auto* part = new QVBoxLayout;
        part->addWidget(small(label));
        part->addWidget(field);
        field->setText(value);
        field->setCursorPosition(0);
        field->setAccessibleName(label);
        row->addLayout(part, stretch);
    };
    add(m_consultant, tr("Consultant"), info.consultant, 2);
    add(m_client, tr("Organisation destinataire"), info.client, 3);
    column->addLayout(row);
}

void ClosingPage::chooseFolder()
{
    const QString wrong = m_consultant->text().trimmed().isEmpty() ? tr("Indiquez qui clôt la mission.")
                          : m_handOver->isChecked()                ? m_keys->problem()
                                                                   : QString();
    restyle(m_told, "tone", QStringLiteral("error"));
    m_told->setText(typeset(wrong));
    if (!wrong.isEmpty()) return;
    const QString folder =
        QFileDialog::getExistingDirectory(this, tr("Dossier vide pour l’archive et le reçu"));
    if (!folder.isEmpty()) closeIn(folder);
}

void ClosingPage::closeIn(const QString& folder)
{
    workflow::ClosingRequest request;
    request.folder = folder;
    request.consultant = m_consultant->text().trimmed();
    request.client = m_client->text().trimmed();
    request.access = m_desk.access();
    if (m_handOver->isChecked()) request.iomAccess = m_keys->access();
    request.destroy = m_destroy->isChecked();
    forgetPlan();
    m_plan->setEnabled(false);
    ui::clear(m_items);
    restyle(m_told, "tone", QStringLiteral("muted"));
    m_told->setText(tr("Archive, remise et reçu en cours…"));
    m_desk.askLong<workflow::ClosingReport>(
        [request](workflow::Study& study, const base::Progress& progress) {
            return workflow::closeMission(study, request, progress);
        },
        this, [this](Result<workflow::ClosingReport> result) { finish(result); });
}

void ClosingPage::finish(const Result<workflow::ClosingReport>& result)
{
    m_plan->setEnabled(true);
    if (!result.value || !result.value->ok()) {
        restyle(m_told, "tone", QStringLiteral("error"));
        QString words = result.error.text();
        if (result.value) {
            const auto message = workflow::messages::forIssue(result.value->issues.front());
            words = message.what + u' ' + message.remedy;
        }
        return m_told->setText(typeset(words));
    }
    m_keys->clear();
    m_desk.announce(result.value->changes);
    restyle(m_told, "tone", QStringLiteral("good"));
    m_told->setText(tr("Mission close. Le reçu dit tout ce qui suit, avec l’empreinte de chaque fichier."));
    showItems(*result.value);
}

void ClosingPage::showItems(const workflow::ClosingReport& report)
{
    const QHash<QString, QString> titles{{QStringLiteral("garde"), tr("Gardé")},
                                         {QStringLiteral("remis"), tr("Remis à l’OIM")},
                                         {QStringLiteral("detruit"), tr("Détruit")},
                                         {QStringLiteral("a_detruire"), tr("Reste à détruire")}};
    QString group;
    for (const workflow::ClosingItem& item : report.items) {
        if (item.kind != group) m_items->addWidget(groupTitle(titles.value(item.kind, item.kind)));
        group = item.kind;
        QString words = item.what;
        if (!item.path.isEmpty())
            words +=
                tr(" · %1, %2")
                    .arg(
                        item.path,
                        QLocale(QLocale::French).formattedDataSize(item.bytes, 1, QLocale::DataSizeSIFormat));
        else
            words += tr(" · %1").arg(QLocale().toString(item.count));
        m_items->addWidget(text(words));
    }
    QPushButton* open = button(tr("Ouvrir le reçu"));
    connect(open, &QPushButton::clicked, this,
            [path = report.receiptPdf] { QDesktopServices::openUrl(QUrl::fromLocalFile(path)); });
    m_items->addWidget(open, 0, Qt::AlignLeading);
}

} // namespace ui
