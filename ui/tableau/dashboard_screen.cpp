#include "ui/tableau/dashboard_screen.h"

#include "ui/start/recent_studies.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/small.h"
#include "ui/widgets/words.h"
#include "workflow/calendar.h"
#include "workflow/messages/messages.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QTabWidget>
#include <QTimeZone>
#include <QtMath>

namespace ui {
namespace {

QString day(const QDate& date)
{
    const QString text = QLocale(QLocale::French).toString(date, QStringLiteral("d MMMM yyyy"));
    return date.day() == 1 ? QStringLiteral("1er") + text.mid(1) : text;
}

/// A white card with a title; returns the layout to fill.
QBoxLayout* addCard(QBoxLayout* column, const QString& title)
{
    auto* frame = new QFrame;
    frame->setObjectName(QStringLiteral("card"));
    frame->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto* layout = new QVBoxLayout(frame);
    layout->setContentsMargins(px(16), px(12), px(16), px(16));
    layout->setSpacing(px(6));
    layout->addWidget(heading(title, 1.05));
    column->addWidget(frame);
    return layout;
}

} // namespace

DashboardScreen::DashboardScreen(Desk& desk, QWidget* parent)
    : Screen(desk, tr("Tableau de bord"), parent), m_timer(new QTimer(this))
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    QScrollArea* area = scrolledColumn(m_page, tr("Tableau de bord"));
    area->setObjectName(QString());
    area->widget()->setObjectName(QString());
    outer->addWidget(area);
    addPanelTab(scrolledColumn(m_latest, tr("Dernières saisies")), tr("Dernières saisies"));
    QLabel* title = new QLabel(desk.study().info().title);
    title->setProperty("tone", QStringLiteral("muted"));
    headerLayout()->addWidget(title);
    headerLayout()->addStretch(1);
    m_fictional = chip(tr("fictive : aucune de ces organisations n’existe"));
    headerLayout()->addWidget(m_fictional, 0, Qt::AlignVCenter);
    m_timer->setSingleShot(true);
    m_timer->setInterval(400);
    connect(m_timer, &QTimer::timeout, this, &DashboardScreen::refresh);
    connect(&desk, &Desk::changed, this, [this] {
        if (isVisible()) m_timer->start();
    });
}

void DashboardScreen::activate()
{
    refresh();
}

void DashboardScreen::refresh()
{
    clear(m_page);
    const std::vector<dossier::RecordSummary> records = study().dossier().records();
    fillPanel(records);
    addAlerts(m_page);
    if (records.empty()) {
        addEmptyStart();
    } else {
        auto* pair = new QHBoxLayout;
        pair->setSpacing(px(16));
        auto *left = new QVBoxLayout, *right = new QVBoxLayout;
        left->setSpacing(px(16));
        right->setSpacing(px(16));
        pair->addLayout(left, 1);
        pair->addLayout(right, 1);
        m_page->addLayout(pair);
        addProgress(left, records);
        addMilestones(right);
        addMissing(right, records);
        addNearest(right, records);
        left->addStretch();
        right->addStretch();
    }
    if (records.empty()) addMilestones(m_page);
    m_page->addStretch();
}

void DashboardScreen::addEmptyStart()
{
    QBoxLayout* card = addCard(m_page, tr("Commencer l’étude"));
    card->addWidget(
        text(tr("Une étude commence par des acteurs : les listes reçues, puis ceux que l’on découvre."),
             QStringLiteral("muted")));
    auto* row = new QHBoxLayout;
    QPushButton* import = button(tr("Importer une liste…"), QStringLiteral("primary"));
    QPushButton* add = button(tr("Ajouter un acteur"), {}, QStringLiteral("list-add"));
    row->addWidget(import);
    row->addWidget(add);
    row->addStretch();
    card->addLayout(row);
    connect(import, &QPushButton::clicked, this, [this] {
        Q_EMIT goTo({QStringLiteral("acteurs"), {}, QStringLiteral("importer")});
    });
    connect(add, &QPushButton::clicked, this, [this] {
        Q_EMIT goTo({QStringLiteral("acteurs"), {}, QStringLiteral("ajouter")});
    });
}

QStringList DashboardScreen::alerts() const
{
    QStringList words;
    const workflow::MissionCalendar calendar = workflow::missionCalendar(study());
    if (!study().dossier().isProtected())
        words << tr(
            "Étude non protégée : quiconque obtient ce fichier peut tout lire. « Étude », en bas à gauche, "
            "lui donne une phrase de passe.");
    if (!study().info().modelLocked)
        words << tr("Le modèle d’analyse n’est pas verrouillé : aucune note ni aucun rang ne paraît avant "
                    "l’accord de l’OIM.");
    if (calendar.impossible)
        words
            << tr("Les %1 jours de l’appel ne tiennent pas entre le premier et le dernier livrable en jours "
                  "calendaires : %2 jours suspendus les rendent compatibles. À confirmer au lancement.")
                   .arg(calendar.contractDays)
                   .arg(calendar.suspendedDays);
    return words;
}

void DashboardScreen::addAlerts(QBoxLayout* column)
{
    m_fictional->setVisible(study().info().fictional);
    const QStringList sentences = alerts();
    if (sentences.isEmpty()) return;
    auto* block = new QFrame;
    block->setObjectName(QStringLiteral("alerts"));
    auto* rows = new QVBoxLayout(block);
    rows->setContentsMargins(px(12), px(8), px(12), px(8));
    rows->setSpacing(px(6));
    for (const QString& sentence : sentences) {
        auto* row = new QHBoxLayout;
        row->addWidget(Sign::rule(Rule::Liftable), 0, Qt::AlignTop);
        row->addWidget(text(sentence, QStringLiteral("warning")), 1);
        rows->addLayout(row);
    }
    column->addWidget(block);
}

/// A figure that opens the actors it counts.
QPushButton* DashboardScreen::figure(int count, const QString& facet, const QString& code, double size)
{
    QPushButton* number = link(QLocale().toString(count));
    number->setFont(sized(size, size > 1));
    number->setToolTip(tr("Voir ces acteurs"));
    connect(number, &QPushButton::clicked, this, [this, facet, code] {
        Q_EMIT goTo({QStringLiteral("acteurs"), {}, facet + u'=' + code});
    });
    return number;
}

void DashboardScreen::addProgress(QBoxLayout* column, const std::vector<dossier::RecordSummary>& records)
{
    const int total = static_cast<int>(records.size());
    QHash<QString, int> modes, statuses;
    int complete = 0;
    for (const dossier::RecordSummary& record : records) {
        ++modes[record.mode];
        ++statuses[record.statusCode];
        complete += record.completeness >= 0.7;
    }
    QBoxLayout* card = addCard(column, tr("Avancement"));
    auto* row = new QHBoxLayout;
    row->addWidget(figure(total, QStringLiteral("tous"), {}, 1.8));
    row->addWidget(
        text(tr("acteurs recensés, dont %1 remplis à 70 % ou plus").arg(QLocale().toString(complete)),
             QStringLiteral("muted")),
        1);
    card->addLayout(row);
    card->addWidget(new ShareBar(total > 0 ? double(complete) / total : 0));
    std::vector<std::pair<QString, QString>> modeWords;
    const questionnaire::Question* mode = study().form().question(QStringLiteral("ent_mode"));
    if (const questionnaire::ChoiceList* list = mode ? study().form().listOf(*mode) : nullptr)
        for (const questionnaire::Choice& choice : list->choices)
            modeWords.emplace_back(choice.name, choice.label);
    modeWords.emplace_back(QString(), tr("mode non précisé"));
    addCounts(card, tr("Par mode de collecte"), modeWords, modes, total, QStringLiteral("mode"));
    std::vector<std::pair<QString, QString>> statusWords;
    for (const QString& code : {QStringLiteral("intervient"), QStringLiteral("intervient_declare"),
                                QStringLiteral("peut_intervenir"), QStringLiteral("n_intervient_pas"),
                                QStringLiteral("indetermine"), QStringLiteral("hors_champ")})
        statusWords.emplace_back(code, workflow::messages::statusWord(code));
    statusWords.emplace_back(QString(), tr("pas encore calculé"));
    addCounts(card, tr("Par statut face à la traite"), statusWords, statuses, total,
              QStringLiteral("statut"));
}

void DashboardScreen::addCounts(QBoxLayout* column, const QString& title,
                                const std::vector<std::pair<QString, QString>>& words,
                                const QHash<QString, int>& counts, int total, const QString& facet)
{
    column->addSpacing(px(6));
    column->addWidget(groupTitle(title));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(px(8));
    grid->setVerticalSpacing(px(5));
    grid->setColumnStretch(2, 1);
    int row = 0;
    for (const auto& [code, word] : words) {
        const int count = counts.value(code);
        if (count == 0) continue;
        if (facet == u"statut") grid->addWidget(Sign::status(code), row, 0);
        QLabel* label = text(word);
        label->setWordWrap(false);
        grid->addWidget(label, row, 1);
        grid->addWidget(new ShareBar(double(count) / total), row, 2);
        grid->addWidget(figure(count, facet, code), row, 3, Qt::AlignTrailing | Qt::AlignVCenter);
        ++row;
    }
    column->addLayout(grid);
}

void DashboardScreen::addMilestones(QBoxLayout* column)
{
    const workflow::MissionCalendar calendar = workflow::missionCalendar(study());
    QBoxLayout* card = addCard(column, tr("Échéances"));
    if (!calendar.start.isValid()) {
        card->addWidget(text(tr("Les dates de la mission ne sont pas fixées."), QStringLiteral("muted")));
        return;
    }
    card->addWidget(text(tr("Du %1 au %2 : %3 jours de mission sur %4, %5 jours suspendus.")
                             .arg(day(calendar.start), day(calendar.end))
                             .arg(calendar.missionDays)
                             .arg(calendar.contractDays)
                             .arg(calendar.suspendedDays),
                         QStringLiteral("muted")));
    const QDate today = study().clock().nowUtc().toTimeZone(QTimeZone("Africa/Casablanca")).date();
    const QHash<QString, QString> names{{QStringLiteral("l1"), tr("L1 · Cartographie")},
                                        {QStringLiteral("l2"), tr("L2 · Rapport préliminaire")},
                                        {QStringLiteral("l3"), tr("L3 · Rapport final")}};
    for (const workflow::Milestone& milestone : calendar.milestones) {
        auto* row = new QHBoxLayout;
        auto* words = new QVBoxLayout;
        words->setSpacing(0);
        words->addWidget(heading(names.value(milestone.code, milestone.code)));
        words->addWidget(
            small(tr("%1 · jour de mission %2").arg(day(milestone.due)).arg(milestone.missionDay)));
        row->addLayout(words, 1);
        const qint64 left = today.daysTo(milestone.due);
        const QString state = milestone.done.isValid() ? tr("remis le %1").arg(day(milestone.done))
                              : left < 0               ? tr("échéance passée")
                                                       : tr("dans %1 jours").arg(left);
        QLabel* tag = small(state, QStringLiteral("tag"));
        tag->setWordWrap(false);
        row->addWidget(tag, 0, Qt::AlignVCenter);
        card->addLayout(row);
    }
}

void DashboardScreen::addMissing(QBoxLayout* column, const std::vector<dossier::RecordSummary>& records)
{
    QBoxLayout* card = addCard(column, tr("Ce qui manque"));
    int incomplete = 0, documentary = 0, noProvince = 0, noArabic = 0;
    for (const dossier::RecordSummary& record : records) {
        incomplete += record.completeness < 0.7;
        documentary += record.mode == u"documentaire";
        noProvince += record.province.isEmpty();
        noArabic += record.nameAr.isEmpty();
    }
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(px(12));
    grid->setColumnMinimumWidth(0, px(36));
    grid->setColumnStretch(1, 1);
    const auto line = [&](int count, const QString& code, const QString& words) {
        if (count == 0) return;
        const int row = grid->rowCount();
        grid->addWidget(figure(count, QStringLiteral("a_faire"), code, 1.05), row, 0,
                        Qt::AlignTrailing | Qt::AlignTop);
        grid->addWidget(text(words), row, 1);
    };
    line(incomplete, QStringLiteral("incomplet"), tr("fiches sous 70 %, donc hors classement"));
    line(documentary, QStringLiteral("documentaire"), tr("fiches sur documents seulement, sans entretien"));
    line(noProvince, QStringLiteral("sans_province"), tr("fiches sans province du siège"));
    line(noArabic, QStringLiteral("sans_nom_arabe"), tr("fiches sans nom arabe"));
    card->addLayout(grid);
    if (grid->rowCount() == 1)
        card->addWidget(text(tr("Rien de ce qui se compte."), QStringLiteral("muted")));
}

/// The fiches a few answers short of the ranking: where an hour of work tells most.
void DashboardScreen::addNearest(QBoxLayout* column, const std::vector<dossier::RecordSummary>& records)
{
    std::vector<const dossier::RecordSummary*> near;
    for (const dossier::RecordSummary& record : records)
        if (record.completeness < 0.7 && record.category != u"public") near.push_back(&record);
    if (near.empty()) return;
    const size_t shown = qMin<size_t>(3, near.size());
    std::partial_sort(near.begin(), near.begin() + static_cast<qsizetype>(shown), near.end(),
                      [](const auto* a, const auto* b) { return a->completeness > b->completeness; });
    near.resize(shown);
    QBoxLayout* card = addCard(column, tr("À reprendre d’abord, près des 70 %"));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(px(8));
    grid->setColumnStretch(0, 3);
    grid->setColumnStretch(1, 1);
    for (const dossier::RecordSummary* record : near) {
        const int row = grid->rowCount();
        QPushButton* item = link(shortName(fontMetrics(), record->nameFr, px(224)));
        item->setToolTip(record->nameFr);
        connect(item, &QPushButton::clicked, this, [this, id = record->id] {
            Q_EMIT goTo({QStringLiteral("saisie"), id, {}});
        });
        grid->addWidget(item, row, 0);
        grid->addWidget(new ShareBar(record->completeness), row, 1);
        QLabel* share = text(tr("%1 %").arg(qFloor(record->completeness * 100)));
        share->setWordWrap(false);
        grid->addWidget(share, row, 2, Qt::AlignTrailing);
    }
    card->addLayout(grid);
}

void DashboardScreen::fillPanel(const std::vector<dossier::RecordSummary>& records)
{
    clear(m_latest);
    std::vector<const dossier::RecordSummary*> latest;
    for (const dossier::RecordSummary& record : records)
        latest.push_back(&record);
    const size_t shown = qMin<size_t>(12, latest.size());
    std::partial_sort(latest.begin(), latest.begin() + static_cast<qsizetype>(shown), latest.end(),
                      [](const auto* a, const auto* b) { return a->updated > b->updated; });
    latest.resize(shown);
    if (latest.empty())
        m_latest->addWidget(
            text(tr("Les fiches modifiées en dernier paraissent ici."), QStringLiteral("muted")));
    for (const dossier::RecordSummary* record : latest) {
        QPushButton* item = link(shortName(fontMetrics(), record->nameFr, px(236)));
        item->setToolTip(record->nameFr);
        auto* words = new QVBoxLayout;
        words->setSpacing(px(1));
        words->addWidget(item);
        const QDateTime when =
            QDateTime::fromMSecsSinceEpoch(record->updated, QTimeZone("Africa/Casablanca"));
        words->addWidget(
            small(tr("%1 · %2 %")
                      .arg(QLocale(QLocale::French).toString(when, QStringLiteral("d MMM yyyy, HH:mm")))
                      .arg(qRound(record->completeness * 100))));
        m_latest->addLayout(words);
        connect(item, &QPushButton::clicked, this, [this, id = record->id] {
            Q_EMIT goTo({QStringLiteral("saisie"), id, {}});
        });
    }
    m_latest->addStretch();
}

} // namespace ui
