#include "workflow/handed_choice.h"

#include "workflow/choice_fields.h"
#include "workflow/handed_results.h"
#include "workflow/review_names.h"
#include "workflow/study.h"

#include <QSet>

namespace workflow::review {
namespace {

/// Fields that hold words of people.
bool isFree(const QString& field)
{
    static const QStringList fields{QStringLiteral("reason"),  QStringLiteral("author"),
                                    QStringLiteral("name"),    QStringLiteral("role"),
                                    QStringLiteral("member"),  QStringLiteral("argument"),
                                    QStringLiteral("dissent"), QStringLiteral("conditions")};
    return fields.contains(field);
}

class Gathering
{
public:
    Gathering(const Study& study, const disclosure::StudyData& data, const disclosure::View& view)
        : m_view(view), m_settings(study.dossier().settings())
    {
        for (const disclosure::ActorData& actor : data.actors)
            if (!actor.assessment.institution && actor.assessment.rankable) m_ranked << actor.id;
        for (const auto& [record, fields] : items::read(m_settings, choice::Preselection))
            if (m_view.actor(record)) add(choice::Preselection, record, fields, {record});
        add(items::versions(m_settings, choice::Approval), choice::Approval, {});
        if (!study.info().modelLocked) return;
        m_choice.settings[Trios] = triosText(view);
        for (const auto& [record, fields] : items::read(m_settings, choice::Eligibility))
            if (const auto* actor = m_view.actor(record); actor && actor->assessment)
                add(choice::Eligibility, record, fields, {record});
        for (const auto& [subject, versions] : choice::votesBySubject(m_settings))
            add(versions, choice::Vote, QStringLiteral("trio"));
        add(items::versions(m_settings, choice::Trio), choice::Trio, QStringLiteral("records"));
    }

    HandedChoice take() { return std::move(m_choice); }

private:
    /// The versions that stand; earlier words stay here.
    void add(const std::vector<items::Version>& versions, const QString& kind, const QString& about)
    {
        for (const items::Version* head : items::heads(versions)) {
            const QStringList ids = items::idsOf(head->fields.value(about));
            const bool told =
                std::all_of(ids.begin(), ids.end(), [&](const QString& id) { return m_ranked.contains(id); });
            if (told)
                add(kind, head->id, head->fields, ids);
            else
                m_choice.withheld.push_back({QString(), kind, QStringLiteral("classement")});
        }
    }

    void add(const QString& kind, const QString& id, const items::Fields& fields, const QStringList& about)
    {
        for (auto field = fields.begin(); field != fields.end(); ++field) {
            if (field.key() == items::Replaces || field.key() == items::FromReviewer) continue;
            const QString value = isFree(field.key()) ? m_view.textAbout(about, kind, *field) : *field;
            m_choice.settings[items::prefix(kind, id) + field.key()] = value;
        }
    }

    const disclosure::View& m_view;
    const items::Settings m_settings;
    QSet<QString> m_ranked;
    HandedChoice m_choice;
};

} // namespace

HandedChoice handedChoice(const Study& study, const disclosure::StudyData& data, const disclosure::View& view)
{
    return Gathering(study, data, view).take();
}

} // namespace workflow::review
