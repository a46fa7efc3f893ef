// The dossier handed to the IOM: nothing goes into it but what the gate gives.
#include "assessment/assessment_json.h"
#include "base/platform/files.h"
#include "dossier/transaction.h"
#include "workflow/analysis.h"
#include "workflow/review_fields.h"
#include "workflow/review_names.h"
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
        key::ModelVersion,    key::ModelApprover, key::ModelRole, key::ModelBody};
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

/// Writes a view in a new dossier.
class Handover
{
public:
    Handover(const Study& study, const View& view, Transaction& t) : m_study(study), m_view(view), m_t(t) {}

    void write(const std::vector<Item>& items)
    {
        settings();
        for (const QString& id : sorted(m_study.dossier().guidedTexts().keys()))
            if (const QString text = m_view.guidedText(id); !text.isEmpty())
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
        const auto add = [&](const QString& field, const QString& value) {
            if (!value.isEmpty()) dossier::addFact(m_t, actor.id, review::ResultSource, field, value);
        };
        add(review::Region1997, actor.region1997);
        add(review::Region2015, actor.region2015);
        add(review::RegionsCovered, actor.regionsCovered.join(u' '));
        if (actor.rank) add(review::Rank, QString::number(*actor.rank));
        if (actor.assessment)
            add(review::Scores,
                QString::fromStdString(assessment::toJson(m_view.model(), *actor.assessment).dump()));
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
};

/// Id and frontier of the dossier written.
std::pair<QString, dossier::Frontier> writeDossier(const Study& study, const View& view,
                                                   const std::vector<Item>& items, const QString& out,
                                                   const dossier::Access& access)
{
    const bool existed = QFileInfo::exists(out);
    try {
        const auto handed = dossier::Dossier::create(out, access, study.clock());
        handed->transact(review::HandoverCause,
                         [&](Transaction& t) { Handover(study, view, t).write(items); });
        const std::pair written(handed->id(), handed->frontier());
        handed->close();
        return written;
    } catch (...) {
        if (!existed) base::platform::removeQuietly(out);
        throw;
    }
}

ShareReport reportOf(const View& view)
{
    ShareReport report;
    report.records = static_cast<int>(view.actors().size());
    report.withheld = view.account();
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
    const std::vector<Item> items = sharedItems(study);
    const View view(sliceOf(study, items, progress), disclosure::Audience::Iom);
    const auto [id, frontier] = writeDossier(study, view, items, out, access);
    study.dossier().transact(review::HandoverCause, [&](Transaction& t) {
        dossier::setSetting(t, review::HandedPrefix + id, dossier::toText(frontier));
    });
    ShareReport report = reportOf(view);
    if (!sealed)
        report.warnings.push_back({base::Severity::Warning, QStringLiteral("share.unsealed"), {}, {}});
    report.path = out;
    report.bytes = QFileInfo(out).size();
    return report;
}

ShareReport previewForIom(const Study& study, const base::Progress& progress)
{
    if (isReviewerDossier(study)) return refused(QStringLiteral("share.reviewer"));
    return reportOf(View(sliceOf(study, sharedItems(study), progress), disclosure::Audience::Iom));
}

bool isReviewerDossier(const Study& study)
{
    return study.dossier().setting(review::Mode) == u"oui";
}

} // namespace workflow
