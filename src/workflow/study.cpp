#include "workflow/study.h"

#include "base/error.h"
#include "dossier/transaction.h"
#include "questionnaire/form_text.h"
#include "questionnaire/standard.h"
#include "workflow/review_names.h"
#include "workflow/settings.h"

#include <QTimeZone>

#include <mutex>

namespace workflow {
namespace {

/// Models are immutable and few, and slices of a study outlive it on other threads: they are kept for good.
/// Nothing when the text is no model.
std::shared_ptr<const assessment::Model> keptModel(const QString& text)
{
    static std::mutex mutex;
    static QHash<QString, std::shared_ptr<const assessment::Model>> models;
    const std::lock_guard guard(mutex);
    if (const auto known = models.value(text)) return known;
    base::Issues issues;
    const auto model = assessment::Model::load(text.toUtf8(), issues);
    if (model) models.insert(text, model);
    return model;
}

/// Forms are kept as models are: screens and slices hold references to their questions.
const questionnaire::Form* keptForm(const QString& text)
{
    static std::mutex mutex;
    static QHash<QString, std::shared_ptr<const questionnaire::Form>> forms;
    const std::lock_guard guard(mutex);
    if (const auto known = forms.value(text)) return known.get();
    const auto form = questionnaire::formFromText(text.toUtf8());
    if (form) forms.insert(text, form);
    return form.get();
}

const QString& standardDigest()
{
    static const QString digest = questionnaire::formDigest(*questionnaire::standardForm());
    return digest;
}

/// nullptr when it is not there, or its text does not carry that digest.
const questionnaire::Form* formIn(const QHash<QString, QString>& settings, const QString& digest)
{
    if (digest.isEmpty() || digest == standardDigest()) return questionnaire::standardForm().get();
    const auto text = settings.constFind(key::FormTextPrefix + digest);
    if (text == settings.constEnd() || questionnaire::formDigest(text->toUtf8()) != digest) return nullptr;
    return keptForm(*text);
}

/// The call for tenders' frame: deliverables, dates, and the days the plan of work suspends.
const std::vector<std::pair<QString, QString>>& templateSettings()
{
    static const std::vector<std::pair<QString, QString>> settings{
        {key::Title,
         QStringLiteral("Cartographie et analyse des capacités des organisations de la société civile")},
        {key::Mission,
         QStringLiteral("Identification d’organisations partenaires pour l’assistance aux victimes "
                        "de la traite : abri, assistance médicale, psychosociale et juridique")},
        {key::Client, QStringLiteral("Organisation internationale pour les migrations (OIM), Maroc")},
        {key::Disclaimer,
         QStringLiteral(
             "Les limites et les noms figurant sur cette carte n’impliquent, de la part de l’OIM ou de "
             "l’auteur, ni reconnaissance ni acceptation officielle.")},
        {key::Start, QStringLiteral("2014-12-16")},
        {key::End, QStringLiteral("2015-02-27")},
        {key::Division, QStringLiteral("1997")},
        {key::MilestonePrefix + QStringLiteral("l1"), QStringLiteral("2015-01-13")},
        {key::MilestonePrefix + QStringLiteral("l2"), QStringLiteral("2015-02-16")},
        {key::MilestonePrefix + QStringLiteral("l3"), QStringLiteral("2015-02-28")},
        {key::Suspended, QStringLiteral("2014-12-24/2015-01-01 2015-01-14/2015-01-20 2015-02-08/2015-02-11 "
                                        "2015-02-14/2015-02-22")},
        {key::Holidays, QStringLiteral("2015-01-01 2015-01-11")}};
    return settings;
}

QDate dateSetting(const dossier::Dossier& dossier, const QString& name)
{
    return QDate::fromString(dossier.setting(name), Qt::ISODate);
}

QStringList provincesOf(const questionnaire::Answers& answers)
{
    const questionnaire::Answer& covered = answers.at(QStringLiteral("ter_provinces"));
    if (covered.isKnown() && !covered.codes().isEmpty()) return covered.codes();
    const questionnaire::Answer& seat = answers.at(QStringLiteral("id_province"));
    return seat.isKnown() ? QStringList{seat.value} : QStringList{};
}

} // namespace

Study::Study(std::unique_ptr<dossier::Dossier> dossier, const base::Clock& clock)
    : m_dossier(std::move(dossier)), m_divisions(cartography::Divisions::load()), m_clock(clock)
{
    const QHash<QString, QString> settings = m_dossier->settings();
    followModel(settings);
    followForms(settings);
}

Study::~Study() = default;

std::unique_ptr<Study> Study::create(const QString& path, const dossier::Access& access,
                                     const base::Clock& clock)
{
    auto dossier = dossier::Dossier::create(path, access, clock);
    dossier->transact(QStringLiteral("creation"), [](dossier::Transaction& t) {
        for (const auto& [name, value] : templateSettings())
            dossier::setSetting(t, name, value);
    });
    return std::unique_ptr<Study>(new Study(std::move(dossier), clock));
}

std::unique_ptr<Study> Study::open(const QString& path, const dossier::Access& access,
                                   const base::Clock& clock)
{
    return std::unique_ptr<Study>(new Study(dossier::Dossier::open(path, access, clock), clock));
}

QDateTime Study::localNow() const
{
    return m_clock.nowUtc().toTimeZone(QTimeZone("Africa/Casablanca"));
}

std::shared_ptr<const assessment::Model> Study::versionIn(const QHash<QString, QString>& settings,
                                                          const QString& digest)
{
    static const auto shipped = assessment::Model::standard(); // kept as the others are
    if (digest.isEmpty() || digest == shipped->digest()) return shipped;
    const auto text = settings.constFind(key::ModelTextPrefix + digest);
    if (text == settings.constEnd()) return nullptr;
    const auto model = keptModel(*text);
    return model && model->digest() == digest ? model : nullptr;
}

/// What came from elsewhere damaged leaves the shipped model, which nobody approved in its place: no score.
void Study::followModel(const QHash<QString, QString>& settings) const
{
    auto model = versionIn(settings, settings.value(key::ModelCurrent));
    if (!model) model = versionIn(settings, {});
    m_model.store(model.get());
}

std::shared_ptr<const assessment::Model> Study::modelVersion(const QString& digest) const
{
    return versionIn(m_dossier->settings(), digest);
}

/// A version that came damaged leaves the standard questionnaire: answers it does not know are kept aside.
void Study::followForms(const QHash<QString, QString>& settings) const
{
    const QString current = settings.value(key::FormCurrent);
    if (current.isEmpty()) { // the usual study: nothing to look for
        m_form.store(questionnaire::standardForm().get());
        m_staying.store(nullptr);
        return;
    }
    const questionnaire::Form* form = formIn(settings, current);
    auto staying = std::make_shared<Staying>();
    for (auto it = settings.cbegin(); it != settings.cend(); ++it) {
        if (!it.key().startsWith(key::FormOfPrefix) || it.value().isEmpty()) continue;
        if (const auto* own = formIn(settings, it.value()))
            staying->insert(it.key().mid(key::FormOfPrefix.size()), own);
    }
    m_form.store(form ? form : questionnaire::standardForm().get());
    m_staying.store(std::move(staying));
}

std::shared_ptr<const questionnaire::Form> Study::formOf(const QString& record) const
{
    const std::shared_ptr<const Staying> staying = m_staying.load();
    const auto* own = staying ? staying->value(record) : nullptr;
    return own ? shared(own) : sharedForm();
}

std::shared_ptr<const questionnaire::Form> Study::formVersion(const QString& digest) const
{
    return shared(formIn(m_dossier->settings(), digest));
}

disclosure::StudyInfo Study::info() const
{
    const QHash<QString, QString> settings = m_dossier->settings();
    followModel(settings);
    followForms(settings);
    disclosure::StudyInfo info;
    info.title = settings.value(key::Title);
    info.mission = settings.value(key::Mission);
    info.client = settings.value(key::Client);
    info.consultant = settings.value(key::Consultant);
    info.disclaimer = settings.value(key::Disclaimer);
    info.start = dateSetting(*m_dossier, key::Start);
    info.end = dateSetting(*m_dossier, key::End);
    info.date = dateSetting(*m_dossier, key::Date);
    if (!info.date.isValid()) info.date = localNow().date();
    info.division = settings.value(key::Division) == u"2015" ? cartography::Division::Regions2015
                                                             : cartography::Division::Regions1997;
    info.fictional = settings.value(key::Fictional) == u"oui";
    info.approvedOn = dateSetting(*m_dossier, key::ModelLocked);
    // A digest that differs from the approved one means another model: its scores were never agreed to.
    info.modelLocked = info.approvedOn.isValid() && settings.value(key::ModelDigest) == model().digest();
    info.modelVersion = model().version();
    info.modelDigest = model().digest();
    info.approvedBy = QStringList{settings.value(key::ModelApprover), settings.value(key::ModelRole),
                                  settings.value(key::ModelBody)}
                          .filter(QRegularExpression(QStringLiteral(".")))
                          .join(QStringLiteral(", "));
    info.priorityRegions = settings.value(key::PriorityRegions).split(u' ', Qt::SkipEmptyParts);
    return info;
}

assessment::SelectionSetup Study::selectionSetup() const
{
    const disclosure::StudyInfo study = info();
    assessment::SelectionSetup setup;
    setup.priorityRegions = study.priorityRegions;
    setup.sameTownReason = m_dossier->setting(key::SameTownReason).trimmed();
    setup.regionCount = static_cast<int>(m_divisions.regions(study.division).size());
    setup.regionsOf = [this, division = study.division](const questionnaire::Answers& answers) {
        QStringList regions;
        if (answers.at(QStringLiteral("ter_echelle")).value == u"nationale") {
            for (const cartography::Region& region : m_divisions.regions(division))
                regions << region.code;
            return regions;
        }
        // In a reviewer's dossier the provinces of a hidden shelter are not there, its regions are.
        if (const auto& handed = answers.at(review::RegionsCovered); handed.isKnown()) return handed.codes();
        for (const QString& province : provincesOf(answers)) {
            const QString region = m_divisions.regionOf(province, division);
            if (!region.isEmpty() && !regions.contains(region)) regions << region;
        }
        return regions;
    };
    return setup;
}

} // namespace workflow
