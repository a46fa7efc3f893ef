#include "robustness/campaigns.h"

#include <algorithm>

namespace robustness {
namespace {

/// A protection the shim takes away, and the campaign that must notice, in these words.
struct Defect
{
    std::string name, title;
    void (*campaign)(const Plan&, Tally&);
    std::vector<std::string> words;
};

void power(const Plan& plan, Tally& tally)
{
    powerCampaign(plan, 0, tally);
}

void damage(const Plan& plan, Tally& tally)
{
    damageCampaign(plan, {400, 0, 0}, tally);
}

const std::vector<Defect>& defects()
{
    static const std::vector<Defect> all{
        {"no-fsync", "sans fsync", power, {"LAST", "refusée", "disparu"}},
        {"early-ack", "réponse accusée avant fsync", power, {"LAST", "plus ancienne"}},
        {"no-folder-sync", "sans fsync du dossier", power, {"LAST", "disparu"}},
        {"no-lock", "sans verrou", lockCampaign, {"second programme", "programmes admis"}},
        {"unauthenticated-frames", "trames non authentifiées", damage, {"accepté"}},
    };
    return all;
}

bool isNoticed(const Defect& defect, const Tally& tally)
{
    return std::any_of(
        tally.explanations().begin(), tally.explanations().end(), [&](const std::string& explanation) {
            return std::any_of(defect.words.begin(), defect.words.end(), [&](const std::string& word) {
                return explanation.find(word) != std::string::npos;
            });
        });
}

} // namespace

void defectCampaign(const Plan& plan, Tally& tally)
{
    for (const Defect& defect : defects()) {
        Plan broken = plan;
        broken.defect = defect.name;
        broken.isLong = false;
        broken.stopsAtFailure = true;
        Tally inner(defect.name);
        defect.campaign(broken, inner);
        tally.addCase();
        const std::string first = inner.explanations().empty() ? "rien" : inner.explanations().front();
        tally.expect(isNoticed(defect, inner),
                     [&] { return defect.title + " : le harnais ne voit que « " + first + " »"; });
        tally.note(defect.title + " : vu après " + std::to_string(inner.cases()) + " cas — " + first);
    }
}

} // namespace robustness
