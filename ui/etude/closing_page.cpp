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
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QUrl>

namespace ui {
namespace {

QWidget* fate(const QString& title, const QString& words)
{
    auto* frame = new QFrame;
    frame->setObjectName(QStringLiteral("card"));
    auto* column = new QVBoxLayout(frame);
    column->setContentsMargins(px(12), px(8), px(12), px(12));
    column->addWidget(heading(title));
    column->addWidget(small(words));
    column->addStretch();
    return frame;
}

} // namespace

ClosingPage::ClosingPage(Desk& desk, QWidget* parent)
    : QWidget(parent), m_desk(desk), m_consultant(new QLineEdit), m_client(new QLineEdit),
      m_handOver(new QCheckBox(tr("Faire aussi le dossier de l’OIM"))),
      m_destroy(new QCheckBox(tr("Détruire maintenant ce qui doit l’être ; c’est définitif"))),
      m_keys(new KeyChoice(KeyChoice::Passphrase | KeyChoice::PublicKey)),
      m_start(button(tr("Choisir le dossier et clore…"), QStringLiteral("primary"))), m_told(text({}))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(8));
    column->addWidget(heading(tr("Fin de mission"), 1.1));
    auto* fates = new QHBoxLayout;
    fates->setSpacing(px(12));
    fates->addWidget(fate(tr("Gardé"), tr("Une archive de l’étude, fermée par ses clés et relue.")), 1);
    fates->addWidget(fate(tr("Remis à l’OIM"), tr("Les livrables, et le dossier qui lui est destiné.")), 1);
    fates->addWidget(
        fate(tr("Détruit"), tr("Contacts et réponses confidentielles, noms des répondants, pièces "
                               "jointes : ôtés pour toujours, avant l’archive.")),
        1);
    column->addLayout(fates);
    addNames(column);
    column->addWidget(m_handOver);
    column->addWidget(m_keys);
    m_keys->hide();
    m_destroy->setObjectName(QStringLiteral("consentDestroy"));
    column->addWidget(m_destroy);
    column->addWidget(
        small(tr("Sans cette case, le reçu liste ce qui reste à détruire. Les copies déjà faites ne sont "
                 "pas touchées : détruisez-les à part.")));
    auto* row = new QHBoxLayout;
    row->addWidget(m_start);
    row->addStretch();
    column->addLayout(row);
    column->addWidget(m_told);
    auto* items = new QWidget;
    m_items = new QVBoxLayout(items);
    m_items->setContentsMargins(0, 0, 0, 0);
    column->addWidget(items);
    const bool writable = !desk.study().dossier().isReadOnly() && !workflow::isReviewerDossier(desk.study());
    m_start->setEnabled(writable);
    if (!writable)
        m_told->setText(
            tr("Une mission ne se clôt pas d’une étude en lecture seule ni du dossier d’un relecteur."));
    connect(m_handOver, &QCheckBox::toggled, m_keys, &QWidget::setVisible);
    connect(m_start, &QPushButton::clicked, this, &ClosingPage::chooseFolder);
}

void ClosingPage::addNames(QBoxLayout* column)
{
    const disclosure::StudyInfo info = m_desk.study().info();
    column->addSpacing(px(8));
    column->addWidget(groupTitle(tr("Noms portés au reçu")));
    auto* row = new QHBoxLayout;
    row->setSpacing(px(12));
    const auto add = [row](QLineEdit* field, const QString& label, const QString& value) {
        auto* part = new QVBoxLayout;
        part->addWidget(small(label));
        part->addWidget(field);
        field->setText(value);
        field->setCursorPosition(0);
        field->setAccessibleName(label);
        row->addLayout(part, 1);
    };
    add(m_consultant, tr("Consultant"), info.consultant);
    add(m_client, tr("Organisation destinataire"), info.client);
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
    m_start->setEnabled(false);
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
    m_start->setEnabled(true);
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
            words += tr(" · %1, %2").arg(item.path, QLocale().formattedDataSize(item.bytes));
        if (item.count > 0) words += tr(" · %1 valeurs").arg(QLocale().toString(item.count));
        m_items->addWidget(text(words));
    }
    QPushButton* open = button(tr("Ouvrir le reçu"));
    connect(open, &QPushButton::clicked, this,
            [path = report.receiptPdf] { QDesktopServices::openUrl(QUrl::fromLocalFile(path)); });
    m_items->addWidget(open, 0, Qt::AlignLeading);
}

} // namespace ui
