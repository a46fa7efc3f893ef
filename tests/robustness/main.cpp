#include "robustness/campaigns.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <memory>

namespace robustness {
namespace {

struct Campaign
{
    std::string name, title;
    std::function<void(const Plan&, Tally&)> run;
};

std::vector<Campaign> campaigns(bool isLong)
{
    const auto amount = [isLong](long whole, long part) { return isLong ? whole : part; };
    return {
        {"kill", "SIGKILL au hasard", [=](const Plan& p, Tally& t) { killCampaign(p, amount(1000, 12), t); }},
        {"fault", "Appels système en défaut", [=](const Plan& p, Tally& t) { faultCampaign(p, t); }},
        {"power", "Coupures de courant",
         [=](const Plan& p, Tally& t) { powerCampaign(p, amount(2400, 20), t); }},
        {"damage", "Altérations",
         [=](const Plan& p, Tally& t) {
             damageCampaign(p, {amount(2000, 24), amount(300, 6), amount(300, 6)}, t);
         }},
        {"space", "Disque plein, lecture seule",
         [=](const Plan& p, Tally& t) { spaceCampaign(p, isLong ? 12 : 2, t); }},
        {"lock", "Deux programmes à la fois", [=](const Plan& p, Tally& t) { lockCampaign(p, t); }},
        {"older", "État antérieur remis en place", [=](const Plan& p, Tally& t) { olderCampaign(p, t); }},
        {"plaintext", "Rien en clair sur le disque",
         [=](const Plan& p, Tally& t) { plaintextCampaign(p, t); }},
        {"defects", "Défauts plantés, à voir", [=](const Plan& p, Tally& t) { defectCampaign(p, t); }},
    };
}

std::string padded(const std::string& text, size_t width)
{
    size_t shown = 0;
    for (const char c : text)
        shown += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    return text + std::string(shown < width ? width - shown : 0, ' ');
}

void show(const Tally& tally)
{
    std::printf("%s %7ld cas  %5ld échec%s  %7.1f s\n", padded(tally.name(), 34).c_str(), tally.cases(),
                tally.failures(), tally.failures() > 1 ? "s" : " ", tally.seconds());
    for (const std::string& note : tally.notes())
        std::printf("    %s\n", note.c_str());
    for (const std::string& explanation : tally.explanations())
        std::printf("    ÉCHEC : %s\n", explanation.c_str());
    std::fflush(stdout);
}

bool runCampaign(const Campaign& campaign, const Plan& plan)
{
    Tally tally(campaign.title);
    const auto start = std::chrono::steady_clock::now();
    campaign.run(plan, tally);
    tally.setSeconds(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    show(tally);
    return tally.failures() == 0 && tally.cases() > 0;
}

struct Options
{
    Plan plan;
    std::string only, program = CARTOSC_CLI;
    bool understood = true;
};

Options parse(int argc, char** argv)
{
    Options out;
    for (int i = 1; i < argc; ++i) {
        const std::string name = argv[i];
        const char* value = i + 1 < argc ? argv[i + 1] : nullptr;
        if (name == "--long") {
            out.plan.isLong = true;
        } else if (value != nullptr && (name == "--only" || name == "--program" || name == "--seed" ||
                                        name == "--workers" || name == "--defect")) {
            ++i;
            if (name == "--only") out.only = value;
            if (name == "--program") out.program = value;
            if (name == "--defect") out.plan.defect = value;
            if (name == "--seed") out.plan.seed = std::strtoull(value, nullptr, 10);
            if (name == "--workers") out.plan.workers = std::max(1, std::atoi(value));
        } else {
            out.understood = false;
        }
    }
    return out;
}

/// The program under test is copied: a build meanwhile must not change it under our feet.
int runAll(Options options)
{
    const fs::path copies = newTemporaryFolder();
    options.plan.programs = {copies / "cartosc-cli", copies / "shim.so"};
    fs::copy_file(options.program, options.plan.programs.cli);
    fs::copy_file(CARTOSC_SHIM, options.plan.programs.shim);
    int failed = 0, ran = 0;
    for (const Campaign& campaign : campaigns(options.plan.isLong)) {
        if (!options.only.empty() && options.only != campaign.name) continue;
        ++ran;
        failed += !runCampaign(campaign, options.plan);
    }
    fs::remove_all(copies);
    std::printf("%d campagne(s), %d en échec. Graine %llu.\n", ran, failed,
                static_cast<unsigned long long>(options.plan.seed));
    return failed == 0 && ran > 0 ? 0 : 1;
}

} // namespace
} // namespace robustness

int main(int argc, char** argv)
{
    const robustness::Options options = robustness::parse(argc, argv);
    if (!options.understood) {
        std::fprintf(stderr, "Usage : robustness [--long] [--only CAMPAGNE] [--program CARTOSC-CLI] [--seed "
                             "N] [--workers N] [--defect NOM]\n");
        return 2;
    }
    try {
        return robustness::runAll(options);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "Le harnais s’arrête : %s\n", error.what());
        return 3;
    }
}
