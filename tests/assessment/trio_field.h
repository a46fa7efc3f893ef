#pragma once
// Organisations to choose three from: case A, varied.
#include "assessment/record.h"
#include "assessment/selection.h"

#include <random>

namespace test {

using assessment::SelectionSetup;

/// Four regions: r1 holds tanger_assilah and tetouan, r2 rabat, r3 casablanca, r4 nothing.
inline SelectionSetup setup(const QStringList& priorities = {})
{
    SelectionSetup result;
    result.priorityRegions = priorities;
    result.regionCount = 4;
    result.regionsOf = [](const questionnaire::Answers& answers) {
        static const QHash<QString, QString> regions{{code("tanger_assilah"), code("r1")},
                                                     {code("tetouan"), code("r1")},
                                                     {code("rabat"), code("r2")},
                                                     {code("casablanca"), code("r3")}};
        QStringList provinces = answers.at(code("ter_provinces")).codes();
        if (provinces.isEmpty()) provinces << answers.at(code("id_province")).value;
        QStringList found;
        for (const QString& province : provinces)
            if (regions.contains(province)) found << regions.value(province);
        return found;
    };
    return result;
}

/// Organisations drawn from case A, eligible or not: only the trio matters here.
struct Field
{
    std::vector<test::Record> records;
    std::vector<assessment::TrioCandidate> candidates;
};

inline Field field(unsigned seed, int count, const Json& common = Json::object())
{
    std::mt19937 random(seed);
    const auto pick = [&random](std::vector<const char*> from) { return from[random() % from.size()]; };
    Field result;
    for (int i = 0; i < count; ++i) {
        Json changes = common;
        for (const char* service : {"abr", "med", "psy", "jur"}) {
            changes[std::string(service) + "_offre"] = pick({"direct", "convention", "non", "orientation"});
            changes[std::string(service) + "_convention"] = pick({"ecrite", "verbale"});
        }
        changes["abr_autorisation"] = pick({"oui", "non"});
        changes["abr_public"] = pick({"femmes", "femmes mineurs_na", "hommes femmes"});
        changes["abr_separation"] = pick({"oui", "non", "partiel"});
        changes["pub_sexe_age"] = pick({"femmes", "femmes filles", "hommes", "familles"});
        changes["pub_exclusions"] = pick({"aucune", "hommes"});
        changes["acc_mineurs_orient"] = pick({"ecrite", "aucune"});
        changes["id_province"] = pick({"tanger_assilah", "tetouan", "rabat", "casablanca"});
        changes["ter_echelle"] = pick({"locale", "locale", "nationale"});
        changes["gov_reglement"] = pick({"non", "partiel", "revise"});
        changes["acc_plan"] = pick({"non", "partiel", "revise"});
        for (auto it = common.begin(); it != common.end(); ++it)
            changes[it.key()] = *it;
        result.records.push_back(test::assessed(caseA(changes)));
    }
    for (int i = 0; i < count; ++i) {
        const test::Record& record = result.records[static_cast<size_t>(i)];
        const QString id = QStringLiteral("osc%1").arg(i, 2, 10, QLatin1Char('0'));
        result.candidates.push_back({id, id, &record.assessment, &record.answers});
    }
    return result;
}

} // namespace test
