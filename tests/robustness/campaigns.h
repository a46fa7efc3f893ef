#pragma once
#include "robustness/laboratory.h"
#include "robustness/tally.h"

namespace robustness {

/// What a campaign needs to know.
struct Plan
{
    Programs programs;
    std::string defect; ///< protection that the shim takes away; none: empty
    std::uint64_t seed = 1;
    int workers = 2;
    bool isLong = false;
    bool stopsAtFailure = false; ///< one failure is enough to know that a planted defect is seen
    bool isOver(const Tally& tally) const { return stopsAtFailure && tally.failures() > 0; }
};

/// SIGKILL at any moment of saving, of opening and of closing, again and again on the same study.
void killCampaign(const Plan& plan, long kills, Tally& tally);
/// Every call to the file system, failing in every way.
void faultCampaign(const Plan& plan, Tally& tally);
/// Power cuts at every moment, with what a disk may then hold.
void powerCampaign(const Plan& plan, long states, Tally& tally);
struct Damages
{
    long flips = 0, blocks = 0, cuts = 0;
};
/// Damage to a study closed cleanly, and to one that was not.
void damageCampaign(const Plan& plan, const Damages& damages, Tally& tally);
/// Full disks, limits, read-only places.
void spaceCampaign(const Plan& plan, int sizes, Tally& tally);
/// Two programs on one study.
void lockCampaign(const Plan& plan, Tally& tally);
/// An older copy put back, never opened silently.
void olderCampaign(const Plan& plan, Tally& tally);
/// Nothing readable reaches the disk.
void plaintextCampaign(const Plan& plan, Tally& tally);
/// Programs from which a protection was taken away make the other campaigns fail.
void defectCampaign(const Plan& plan, Tally& tally);

/// Whether the study is sound and holds every acknowledged answer.
bool keepsAcknowledged(const Verdict& verdict, long acknowledged, Tally& tally, const std::string& what);
/// Saving goes on after `acknowledged`.
bool goesOn(const Laboratory& laboratory, long acknowledged, Tally& tally, const std::string& what);

} // namespace robustness
