#pragma once
#include "cartography/divisions.h"
#include "workflow/demo/sheet.h"

namespace workflow::demo {

/// What sections need besides the actor itself.
struct Surroundings
{
    const cartography::Divisions& divisions;
    const std::vector<Profile>& actors;
    QDate today;                    ///< date of the actor's latest session
    std::function<QString()> rowId; ///< fresh identity for a row
};

// Each fills its part of the questionnaire; questions that the conditions close are dropped afterwards.
void fillIdentity(Sheet& sheet, const Surroundings& around);
void fillMandate(Sheet& sheet);
void fillTerritory(Sheet& sheet, const Surroundings& around);
void fillGroups(Sheet& sheet);
void fillGovernance(Sheet& sheet, const Surroundings& around);
void fillStaff(Sheet& sheet);
void fillMoney(Sheet& sheet, const Surroundings& around);
void fillServices(Sheet& sheet);
void fillTrafficking(Sheet& sheet);
void fillLinks(Sheet& sheet, const Surroundings& around);
void fillRecord(Sheet& sheet, const Surroundings& around);
void fillTraining(Sheet& sheet, const Surroundings& around);
void fillInstitution(Sheet& sheet);
void fillClosing(Sheet& sheet, const Surroundings& around);
/// Everything drawn by a recipe.
void fillByRecipe(Sheet& sheet);
/// Makes sure that the actor trips the rule its profile names.
void tripVeto(Sheet& sheet);

} // namespace workflow::demo
