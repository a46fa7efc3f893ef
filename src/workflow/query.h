#pragma once
#include "base/issue.h"
#include "dossier/dossier.h"
#include "questionnaire/session.h"

namespace workflow {

class Study;

/// What a list of actors is asked: words, facets, and an expression of the form language over the answers.
struct ActorQuery
{
    QString search;
    QString where;   ///< e.g. ${rh_salaries} > 5 and selected(${pub_groupes}, 'vdt')
    QString service; ///< service code with a direct offer
    QString region;  ///< code or name of a region, in the study's division
};

struct ActorList
{
    std::vector<dossier::RecordSummary> actors;
    base::Issues issues; ///< a bad expression or an unknown region; the list is then empty
};

ActorList queryActors(const Study& study, const ActorQuery& query);

/// Field named on the command line: "q", or "repeat[UID].q". Questions of section 1 designate the current
/// (latest) passage. Empty with an issue when there is no such question or row.
std::optional<questionnaire::FieldPath> resolveField(const Study& study,
                                                     const questionnaire::Session& session,
                                                     const QString& name, base::Issues& issues);

} // namespace workflow
