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

constexpr int mostActors = 30;
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
        connect(box, &QCheckBox::toggled, this, &GeneratePanel::allowGenerating);
    }
    column->addLayout(row);
}

void GeneratePanel::allowGenerating()
{
    const bool free = m_generatable && !m_generating, text = m_pdf->isChecked() || m_docx->isChecked();
    m_generate->setEnabled(free && (text || (m_xlsx->isChecked() && m_xlsx->isEnabled())));
    m_generateAll->setEnabled(free && text);
}

void GeneratePanel::setGeneratable(bool possible)
{
    m_generatable = possible;
    allowGenerating();
}

void GeneratePanel::buildFoot(QBoxLayout* column)
{
    m_warnings = new QVBoxLayout;
    m_warnings->setSpacing(px(3));
    column->addLayout(m_warnings);
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
    allowGenerating();
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
    QMap<QString, std::vector<const disclosure::Withheld*>> byRule;
    for (const disclosure::Withheld& item : withheld)
        byRule[item.rule].push_back(&item);
    for (auto rule = byRule.cbegin(); rule != byRule.cend(); ++rule)
        addRule(rule.key(), rule.value());
}

void GeneratePanel::addRule(const QString& rule, const std::vector<const disclosure::Withheld*>& items)
{
    auto* row = new QHBoxLayout;
    QLabel* number = heading(QLocale().toString(static_cast<int>(items.size())));
    number->setFixedWidth(px(40));
    number->setAlignment(Qt::AlignTrailing | Qt::AlignTop);
    row->addWidget(number);
    QSet<QString> actors;
    for (const disclosure::Withheld* item : items)
        if (!item->actor.isEmpty()) actors.insert(item->actor);
    QStringList details{ruleDetail(rule)};
    if (!actors.isEmpty()) details << tr("%1 acteurs").arg(QLocale().toString(actors.size()));
    details.removeAll(QString());
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(text(workflow::messages::withheldWord(rule)));
    words->addWidget(small(details.join(QStringLiteral(" · "))));
    row->addLayout(words, 1);
    QPushButton* see = link(tr("Voir"));
    see->setFont(sized(0.88));
    see->setCheckable(true);
    row->addWidget(see, 0, Qt::AlignTop);
    m_withheld->addLayout(row);
    auto* list = new QWidget;
    auto* column = new QVBoxLayout(list);
    column->setContentsMargins(px(46), 0, 0, px(4));
    column->setSpacing(px(2));
    list->hide();
    m_withheld->addWidget(list);
    m_withheld->addWidget(ruleLine());
    // The account is a value of this preview: kept by the link as long as the link lives.
    std::vector<disclosure::Withheld> kept;
    for (const disclosure::Withheld* item : items)
        kept.push_back(*item);
    connect(see, &QPushButton::toggled, this, [this, see, list, column, kept](bool open) {
        if (open && column->isEmpty()) addItems(column, kept);
        list->setVisible(open);
        see->setText(open ? tr("Fermer") : tr("Voir"));
    });
}

/// Actor by actor, the fields withheld under one rule.
void GeneratePanel::addItems(QBoxLayout* column, const std::vector<disclosure::Withheld>& items) const
{
    QMap<QString, QStringList> fields;
    for (const disclosure::Withheld& item : items) {
        const questionnaire::Question* question = m_desk.study().form().question(item.field);
        fields[item.actor] << (question ? question->label : item.field);
    }
    int shown = 0;
    for (auto actor = fields.cbegin(); actor != fields.cend() && shown < mostActors; ++actor, ++shown) {
        const auto record = m_desk.study().dossier().record(actor.key());
        QStringList words = actor.value();
        words.removeDuplicates();
        words.removeAll(QString());
        const qsizetype more = words.size() - 3;
        QString list = words.first(qMin<qsizetype>(3, words.size())).join(tr(", "));
        if (more > 0) list += tr(" et %1 autres").arg(more);
        const QString who = record ? record->nameFr : tr("Chiffres de l’étude");
        column->addWidget(small(who, {}));
        if (!list.isEmpty()) column->addWidget(small(list));
    }
    if (fields.size() > mostActors)
        column->addWidget(small(tr("… et %1 autres acteurs, tous dans le compte rendu joint aux fichiers.")
                                    .arg(QLocale().toString(fields.size() - mostActors))));
}

void GeneratePanel::showWarnings(const QStringList& sentences)
{
    clear(m_warnings);
    for (const QString& sentence : sentences) {
        auto* row = new QHBoxLayout;
        row->setSpacing(px(6));
        row->addWidget(Sign::rule(Rule::Liftable), 0, Qt::AlignTop);
        row->addWidget(small(sentence, QStringLiteral("warning")), 1);
        m_warnings->addLayout(row);
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
