// The dossier handed to the IOM: nothing goes into it but what the gate gives.
#include "base/platform/files.h"
#include "dossier/transaction.h"
#include "workflow/analysis.h"
#include "workflow/handed_choice.h"
#include "workflow/handed_results.h"
#include "workflow/rejection.h"
#include "workflow/review_fields.h"
#include "workflow/review_names.h"
#include "workflow/robustness.h"
#include "workflow/settings.h"
#include "workflow/sharing.h"
#include "workflow/study.h"

#include <QFileInfo>

namespace workflow {
namespace {

using disclosure::ActorView;
using disclosure::View;
using dossier::Transaction;

/// Settings that every deliverable prints or that dates depend on.
bool isHanded(const QString& setting)
{
    static const QSet<QString> keys{
        key::Title,           key::Mission,       key::Client,    key::Consultant,  key::Disclaimer,
        key::Start,           key::End,           key::Date,      key::Division,    key::Fictional,
        key::PriorityRegions, key::Suspended,     key::Holidays,  key::ModelLocked, key::ModelDigest,
        key::ModelVersion,    key::ModelApprover, key::ModelRole, key::ModelBody,   key::SameTownReason};
    return keys.contains(setting) || setting.startsWith(key::MilestonePrefix) ||
           setting.startsWith(key::DonePrefix) || setting == key::ModelCurrent ||
           setting.startsWith(key::ModelTextPrefix) || setting.startsWith(key::ModelReasonPrefix) ||
           setting.startsWith(key::ModelApprovalPrefix);
}

QString gatedId(const QString& kind, const QString& id, const QString& field)
{
    return kind + u':' + id + u':' + field;
}

/// Free words of comments and decisions, which may name what the gate hides.
const QStringList& freeFields()
{
    static const QStringList fields{QStringLiteral("excerpt"), QStringLiteral("text"),
                                    QStringLiteral("chapter"), QStringLiteral("explanation"),
                                    QStringLiteral("reason")};
    return fields;
}

struct Item
{
    QString kind, id;
    review::Fields fields;
};

std::vector<Item> sharedItems(const Study& study)
{
    std::vector<Item> items;
    for (const Comment& comment : comments(study))
        if (comment.shared) items.push_back({review::CommentKind, comment.id, review::fieldsOf(comment)});
    for (const Decision& decision : decisions(study))
        if (decision.shared) items.push_back({review::DecisionKind, decision.id, review::fieldsOf(decision)});
    return items;
}

/// The slice of the study, with the words of comments among the texts that the gate reads.
std::shared_ptr<const disclosure::StudyData> sliceOf(const Study& study, const std::vector<Item>& items,
                                                     const base::Progress& progress)
{
    auto data = std::make_shared<disclosure::StudyData>(*studyData(study, progress));
    for (const Item& item : items)
        for (const QString& field : freeFields())
            if (!item.fields.value(field).isEmpty())
                data->guidedTexts.insert(gatedId(item.kind, item.id, field), item.fields.value(field));
    return data;
}

/// Guided texts as the gate lets them be read; a note to an organisation is words about it.
std::map<QString, QString> textsOf(const Study& study, const View& view)
{
    std::map<QString, QString> texts;
    for (const QString& id : study.dossier().guidedTexts().keys()) {
        const QString record = rejectedIn(id), text = view.guidedText(id);
        const QString shown =
            record.isEmpty() ? text : view.textAbout({record}, QStringLiteral("rejet"), text);
        if (!shown.isEmpty()) texts.emplace(id, shown);
    }
    return texts;
}

/// Writes a view in a new dossier.
class Handover
{
public:
    Handover(const Study& study, const disclosure::StudyData& data, const View& view, Transaction& t)
        : m_study(study), m_view(view), m_t(t)
    {
        for (const disclosure::ActorData& actor : data.actors)
            m_full.insert(actor.id, &actor);
    }

    void write(const std::vector<Item>& items, const std::map<QString, QString>& texts,
               const review::HandedChoice& choice)
    {
        settings();
        for (const auto& [setting, value] : choice.settings)
            dossier::setSetting(m_t, setting, value);
        for (const auto& [id, text] : texts)
            dossier::setGuidedText(m_t, id, text);
        std::vector<const ActorView*> actors;
        for (const ActorView& actor : m_view.actors())
            actors.push_back(&actor);
        std::sort(actors.begin(), actors.end(), [](auto* a, auto* b) { return a->number < b->number; });
        for (const ActorView* actor : actors)
            write(*actor);
        for (const Item& item : items)
            write(item);
    }

private:
    static QStringList sorted(QStringList list)
    {
        list.sort();
        return list;
    }

    void settings()
    {
        const QHash<QString, QString> all = m_study.dossier().settings();
        for (const QString& name : sorted(all.keys()))
            if (isHanded(name) && !all.value(name).isEmpty()) dossier::setSetting(m_t, name, all.value(name));
        dossier::setSetting(m_t, review::Mode, QStringLiteral("oui"));
        dossier::setSetting(m_t, review::Source, m_study.dossier().id());
        dossier::setSetting(m_t, review::SourceFrontier, dossier::toText(m_study.dossier().frontier()));
        dossier::setSetting(m_t, review::HandedOn, m_study.localNow().date().toString(Qt::ISODate));
    }

    void write(const ActorView& actor)
    {
        dossier::Operation create;
        create.kind = dossier::kind::Create;
        create.entityType = dossier::entity::Record;
        create.entityId = actor.id;
        m_t.append(std::move(create));
        const QString passage = dossier::createPassage(m_t, actor.id);
        for (const QString& code : sorted(actor.answers.cells().keys()))
            answer(actor, passage, code);
        for (const QString& repeat : sorted(actor.answers.repeats().keys()))
            rows(actor, passage, repeat);
        if (actor.status) dossier::setRecordField(m_t, actor.id, dossier::StatusField, *actor.status);
        if (actor.completeness > 0)
            dossier::setRecordField(m_t, actor.id, dossier::CompletenessField,
                                    QString::number(actor.completeness, 'f', 4));
        if (!actor.decision.isEmpty())
            dossier::setRecordField(m_t, actor.id, QStringLiteral("decision"), actor.decision);
        facts(actor);
        results(actor);
    }

    bool isOfPassage(const QString& code) const
    {
        const questionnaire::Question* question = m_view.form().question(code);
        return question && question->scope == questionnaire::Scope::Passage;
    }

    void answer(const ActorView& actor, const QString& passage, const QString& code)
    {
        const bool ofPassage = isOfPassage(code);
        dossier::setAnswer(m_t, ofPassage ? dossier::entity::Passage : dossier::entity::Record,
                           ofPassage ? passage : actor.id, code, actor.answers.at(code));
    }

    void rows(const ActorView& actor, const QString& passage, const QString& repeat)
    {
        const bool ofPassage = isOfPassage(repeat);
        const QString owner = ofPassage ? passage : actor.id;
        dossier::openRepeat(m_t, ofPassage ? dossier::entity::Passage : dossier::entity::Record, owner,
                            repeat);
        for (const questionnaire::Row& row : *actor.answers.rows(repeat)) {
            const QString uid = dossier::createRow(m_t, owner, repeat);
            for (const QString& code : sorted(row.answers.cells().keys()))
                dossier::setAnswer(m_t, dossier::entity::Row, uid, code, row.answers.at(code));
        }
    }

    void facts(const ActorView& actor)
    {
        const QString source = actor.sources.join(QStringLiteral(", "));
        for (const QString& field : sorted(actor.facts.keys()))
            dossier::addFact(m_t, actor.id, source, field, actor.facts.value(field));
    }

    /// What the reviewer's program cannot compute again from a reduced record.
    void results(const ActorView& actor)
    {
        for (const auto& [field, value] : review::resultsOf(*m_full.value(actor.id), actor, m_view.model()))
            if (!value.isEmpty()) dossier::addFact(m_t, actor.id, review::ResultSource, field, value);
    }

    void write(const Item& item)
    {
        for (const QString& field : sorted(item.fields.keys())) {
            QString value = item.fields.value(field);
            if (value.isEmpty()) continue;
            if (freeFields().contains(field)) value = m_view.guidedText(gatedId(item.kind, item.id, field));
            if (field == u"record" && !m_view.actor(value)) continue;
            dossier::setSetting(m_t, review::prefix(item.kind, item.id) + field, value);
        }
    }

    const Study& m_study;
    const View& m_view;
    Transaction& m_t;
    QHash<QString, const disclosure::ActorData*> m_full;
};

/// All that is handed over, at one instant.
struct Parcel
{
    std::vector<Item> items;
    std::shared_ptr<const disclosure::StudyData> data;
    View view;
    std::map<QString, QString> texts;
    review::HandedChoice choice;

    Parcel(const Study& study, const base::Progress& progress)
        : items(sharedItems(study)), data(sliceOf(study, items, progress)),
          view(data, disclosure::Audience::Iom), texts(textsOf(study, view)),
          choice(review::handedChoice(study, *data, view))
    {
    }
};

/// Id and frontier of the dossier written.
std::pair<QString, dossier::Frontier> writeDossier(const Study& study, const Parcel& parcel,
                                                   const QString& out, const dossier::Access& access)
{
    const bool existed = QFileInfo::exists(out);
    try {
        const auto handed = dossier::Dossier::create(out, access, study.clock());
        handed->transact(review::HandoverCause, [&](Transaction& t) {
            Handover(study, *parcel.data, parcel.view, t).write(parcel.items, parcel.texts, parcel.choice);
        });
        const std::pair written(handed->id(), handed->frontier());
        handed->close();
        return written;
    } catch (...) {
        if (!existed) base::platform::removeQuietly(out);
        throw;
    }
}

ShareReport reportOf(const Parcel& parcel)
{
    ShareReport report;
    report.records = static_cast<int>(parcel.view.actors().size());
    report.withheld = parcel.view.account();
    report.withheld.insert(report.withheld.end(), parcel.choice.withheld.begin(),
                           parcel.choice.withheld.end());
    return report;
}

ShareReport refused(const QString& code)
{
    ShareReport report;
    report.issues.push_back({base::Severity::Error, code, {}, {}});
    return report;
}

} // namespace

ShareReport shareWithIom(Study& study, const QString& out, const dossier::Access& access,
                         const base::Progress& progress)
{
    if (isReviewerDossier(study)) return refused(QStringLiteral("share.reviewer"));
    const bool sealed = (access.passphrase && !access.passphrase->isEmpty()) || !access.readers.empty();
    if (!sealed && std::as_const(study).dossier().isProtected())
        return refused(QStringLiteral("share.key_required"));
    Parcel parcel(study, progress);
    if (parcel.data->info.modelLocked && !parcel.data->trios.trios.empty())
        parcel.choice.settings[review::Draws] =
            review::drawsText(parcel.view, robustness(study, *parcel.data, {}, progress));
    const auto [id, frontier] = writeDossier(study, parcel, out, access);
    study.dossier().transact(review::HandoverCause, [&](Transaction& t) {
        dossier::setSetting(t, review::HandedPrefix + id, dossier::toText(frontier));
    });
    ShareReport report = reportOf(parcel);
    if (!sealed)
        report.warnings.push_back({base::Severity::Warning, QStringLiteral("share.unsealed"), {}, {}});
    report.path = out;
    report.bytes = QFileInfo(out).size();
    return report;
}

ShareReport previewForIom(const Study& study, const base::Progress& progress)
{
    if (isReviewerDossier(study)) return refused(QStringLiteral("share.reviewer"));
    return reportOf(Parcel(study, progress));
}

bool isReviewerDossier(const Study& study)
{
    return study.dossier().setting(review::Mode) == u"oui";
}

} // namespace workflow
