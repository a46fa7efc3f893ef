#include "ui/livrables/generate_panel.h"

#include "ui/theme/metrics.h"
#include "ui/widgets/small.h"
#include "workflow/messages/messages.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QSettings>
#include <QUrl>

namespace ui {
namespace {

using disclosure::Audience;

const QString folderKey = QStringLiteral("livrables/dossier");

QString ruleDetail(const QString& rule)
{
    static const QHash<QString, QString> details{
        {QStringLiteral("abri"), QObject::tr("adresse, point, façade, nom omis")},
        {QStringLiteral("confidentiel"), QObject::tr("fondues dans leur sous-dimension")},
        {QStringLiteral("restreint"), QObject::tr("note ou effectif seulement")},
        {QStringLiteral("petit_effectif"), QObject::tr("écrits « < 5 », totaux protégés")},
        {QStringLiteral("partage"), QObject::tr("champs publics seuls")},
        {QStringLiteral("classement"), QObject::tr("sans motif ni ordre distinctif")},
        {QStringLiteral("annuaire"), QObject::tr("accord de mention publique absent")},
        {QStringLiteral("preuve"), QObject::tr("non imprimés dans ce tirage")}};
    return details.value(rule);
}

} // namespace

GeneratePanel::GeneratePanel(Desk& desk, QWidget* parent)
    : QWidget(parent), m_desk(desk), m_audience(new QComboBox), m_title(heading({})), m_stage(small({}, {})),
      m_progress(new QProgressBar), m_generate(button(tr("Générer"), QStringLiteral("primary"))),
      m_generateAll(button(tr("Tout générer"))), m_cancel(button(tr("Annuler")))
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    QBoxLayout* column = nullptr;
    outer->addWidget(scrolledColumn(column, tr("Ce qui sera retiré")), 1);
    column->setContentsMargins(px(12), px(12), px(12), px(8));
    column->addWidget(groupTitle(tr("Destinataire")));
    m_audience->addItem(tr("Tirage restreint"), static_cast<int>(Audience::Restricted));
    m_audience->addItem(tr("OIM"), static_cast<int>(Audience::Iom));
    m_audience->addItem(tr("Tirage large"), static_cast<int>(Audience::Wide));
    m_audience->addItem(tr("Fichier de travail"), static_cast<int>(Audience::Working));
    m_audience->setAccessibleName(tr("Destinataire"));
    column->addWidget(m_audience);
    auto* results = new QWidget;
    m_results = new QVBoxLayout(results);
    m_results->setContentsMargins(0, 0, 0, 0);
    column->addWidget(results);
    column->addWidget(m_title);
    auto* list = new QWidget;
    m_withheld = new QVBoxLayout(list);
    m_withheld->setContentsMargins(0, 0, 0, 0);
    m_withheld->setSpacing(px(4));
    column->addWidget(list);
    column->addStretch();
    auto* foot = new QWidget;
    foot->setObjectName(QStringLiteral("sheetContent"));
    foot->setAutoFillBackground(true);
    foot->setBackgroundRole(QPalette::Base);
    auto* footColumn = new QVBoxLayout(foot);
    footColumn->setContentsMargins(px(12), px(8), px(12), px(12));
    outer->addWidget(foot);
    buildFormats(footColumn);
    buildFoot(footColumn);
    connect(m_audience, &QComboBox::activated, this, &GeneratePanel::audienceChanged);
    connect(&desk.jobs(), &Jobs::progressed, this, &GeneratePanel::showProgress);
}

void GeneratePanel::buildFormats(QBoxLayout* column)
{
    column->addWidget(ruleLine());
    column->addWidget(groupTitle(tr("Formats")));
    auto* row = new QHBoxLayout;
    m_pdf = new QCheckBox(tr("PDF"));
    m_docx = new QCheckBox(tr("DOCX"));
    m_xlsx = new QCheckBox(tr("Tableur"));
    for (QCheckBox* box : {m_pdf, m_docx, m_xlsx}) {
        box->setChecked(true);
        row->addWidget(box);
        connect(box, &QCheckBox::toggled, this, [this] {
            const bool any =
                m_pdf->isChecked() || m_docx->isChecked() || (m_xlsx->isChecked() && m_xlsx->isEnabled());
            m_generate->setEnabled(any && !m_generating);
            m_generateAll->setEnabled((m_pdf->isChecked() || m_docx->isChecked()) && !m_generating);
        });
    }
    column->addLayout(row);
}

void GeneratePanel::buildFoot(QBoxLayout* column)
{
    column->addWidget(m_stage);
    column->addWidget(m_progress);
    m_progress->setTextVisible(false);
    m_stage->hide();
    m_progress->hide();
    m_cancel->hide();
    auto* row = new QHBoxLayout;
    row->addWidget(m_generate, 1);
    row->addWidget(m_generateAll);
    row->addWidget(m_cancel);
    column->addLayout(row);
    connect(m_generate, &QPushButton::clicked, this, [this] { generate(false); });
    connect(m_generateAll, &QPushButton::clicked, this, [this] { generate(true); });
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_desk.jobs().cancel(); });
}

Audience GeneratePanel::audience() const
{
    return static_cast<Audience>(m_audience->currentData().toInt());
}

void GeneratePanel::setDocument(const QString& code)
{
    m_code = code;
    m_xlsx->setEnabled(code == u"grille");
}

void GeneratePanel::showWaiting()
{
    clear(m_withheld);
    m_title->setText(tr("Calcul de ce qui sera retiré…"));
}

void GeneratePanel::showWithheld(const std::vector<disclosure::Withheld>& withheld)
{
    clear(m_withheld);
    m_title->setText(withheld.empty()
                         ? tr("Rien n’est retiré ni masqué")
                         : tr("%1 éléments retirés ou masqués").arg(QLocale().toString(withheld.size())));
    QMap<QString, int> counts;
    QHash<QString, QSet<QString>> actors;
    for (const disclosure::Withheld& item : withheld) {
        ++counts[item.rule];
        if (!item.actor.isEmpty()) actors[item.rule].insert(item.actor);
    }
    for (auto rule = counts.cbegin(); rule != counts.cend(); ++rule) {
        auto* row = new QHBoxLayout;
        QLabel* number = heading(QLocale().toString(rule.value()));
        number->setFixedWidth(px(40));
        number->setAlignment(Qt::AlignTrailing | Qt::AlignTop);
        row->addWidget(number);
        auto* words = new QVBoxLayout;
        words->setSpacing(0);
        words->addWidget(text(workflow::messages::withheldWord(rule.key())));
        QStringList details{ruleDetail(rule.key())};
        if (const qsizetype n = actors.value(rule.key()).size(); n > 0)
            details << tr("%1 acteurs").arg(QLocale().toString(n));
        details.removeAll(QString());
        words->addWidget(small(details.join(QStringLiteral(" · "))));
        row->addLayout(words, 1);
        m_withheld->addLayout(row);
        m_withheld->addWidget(ruleLine());
    }
}

workflow::DeliverRequest GeneratePanel::request(bool all) const
{
    workflow::DeliverRequest request;
    if (!all) request.documents = QStringList{m_code};
    if (m_pdf->isChecked()) request.formats << QStringLiteral("pdf");
    if (m_docx->isChecked()) request.formats << QStringLiteral("docx");
    if (m_xlsx->isChecked()) request.formats << QStringLiteral("xlsx");
    request.audience = audience();
    return request;
}

void GeneratePanel::generate(bool all)
{
    const QString before = m_desk.settings()
                               .value(folderKey, QFileInfo(m_desk.study().dossier().path()).absolutePath())
                               .toString();
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Dossier des livrables"), before);
    if (folder.isEmpty()) return;
    m_desk.settings().setValue(folderKey, folder);
    workflow::DeliverRequest wanted = request(all);
    wanted.folder = folder;
    m_generating = true;
    clear(m_results);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_stage, m_progress, m_cancel})
        widget->show();
    for (QPushButton* item : {m_generate, m_generateAll})
        item->hide();
    m_desk.jobs().start<workflow::DeliverReport>(
        [&shared = m_desk.study(), wanted](const base::Progress& progress) {
            return workflow::deliver(shared, wanted, progress);
        },
        this, [this, folder](Result<workflow::DeliverReport> result) { finish(result, folder); });
}

void GeneratePanel::showProgress(const QString& stage, int done, int total)
{
    if (!m_generating) return;
    m_stage->setText(workflow::messages::forStage(stage) +
                     (total > 0 ? tr("  %1 sur %2").arg(done).arg(total) : QString()));
    m_progress->setRange(0, total);
    m_progress->setValue(done);
}

void GeneratePanel::finish(const Result<workflow::DeliverReport>& result, const QString& folder)
{
    m_generating = false;
    for (QWidget* widget : std::initializer_list<QWidget*>{m_stage, m_progress, m_cancel})
        widget->hide();
    for (QPushButton* item : {m_generate, m_generateAll})
        item->show();
    if (result.value)
        addFiles(*result.value, folder);
    else
        m_results->addWidget(text(result.error.text(), result.error.cancelled ? QStringLiteral("note")
                                                                              : QStringLiteral("failure")));
}

void GeneratePanel::addFiles(const workflow::DeliverReport& report, const QString& folder)
{
    m_results->addWidget(groupTitle(
        tr("Fichiers écrits en %1 s").arg(QLocale(QLocale::French).toString(report.seconds, 'f', 1))));
    for (const base::Issue& issue : report.warnings) {
        const auto message = workflow::messages::forIssue(issue);
        m_results->addWidget(small(message.what + u' ' + message.remedy, QStringLiteral("warning")));
    }
    for (const workflow::DeliveredFile& file : report.files) {
        QPushButton* item = link(QFileInfo(file.path).fileName());
        connect(item, &QPushButton::clicked, this,
                [path = file.path] { QDesktopServices::openUrl(QUrl::fromLocalFile(path)); });
        auto* row = new QHBoxLayout;
        row->addWidget(item, 1);
        if (file.pages) {
            QLabel* pages = small(tr("%1 p.").arg(*file.pages));
            pages->setWordWrap(false);
            row->addWidget(pages);
        }
        m_results->addLayout(row);
    }
    QPushButton* open = button(tr("Ouvrir le dossier"), {}, QStringLiteral("folder-open"));
    connect(open, &QPushButton::clicked, this,
            [folder] { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); });
    m_results->addWidget(open, 0, Qt::AlignLeading);
    m_results->addWidget(ruleLine());
}

} // namespace ui
