#pragma once
#include "cartography/divisions.h"
#include "questionnaire/values/answer.h"
#include "questionnaire/values/form.h"
#include "workflow/demo/profile.h"

namespace workflow::demo {

/// Evidence level fixed by hand on one indicator.
struct EvidenceMark
{
    QString indicator;
    int level = 0;
    QString reason;
};

struct FictionalActor
{
    QString id;
    questionnaire::RecordAnswers answers; ///< rows and sessions carry their final identities
    std::vector<EvidenceMark> evidence;
    QDate entered; ///< day of the latest session
};

/// Draws the answers of fictional actors. The same count and seed give the same actors, in any order of
/// asking.
class Generator
{
public:
    Generator(const questionnaire::Form& form, const cartography::Divisions& divisions, int count,
              quint64 seed);

    const std::vector<Profile>& profiles() const { return m_profiles; }
    FictionalActor actor(int number) const;

private:
    const questionnaire::Form& m_form;
    const cartography::Divisions& m_divisions;
    quint64 m_seed;
    std::vector<Profile> m_profiles;
};

} // namespace workflow::demo
