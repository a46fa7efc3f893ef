#pragma once
#include "deliverables/tables.h"

/// The automatic items of the specification: tables T-, figures F-, maps C-, sentences P-. The same counts
/// serve L1 and L3, under the code each report gives them.
namespace deliverables {

// items_actors.cpp
void sentenceP01(Pen& pen);
void sentenceP02(Pen& pen);
void tableT01(Pen& pen);
void funnel(Pen& pen, const QString& code);
void tableT02(Pen& pen);
void tableCategoryStatus(Pen& pen, const QString& code);
void figureCategories(Pen& pen, const QString& code);
void figureCreation(Pen& pen);
void figureScale(Pen& pen);
void tableT04(Pen& pen);
void tableListed(Pen& pen);
void sentenceP20(Pen& pen);

// items_roles.cpp
void tablePrerogatives(Pen& pen, const QString& code);
void tableOversight(Pen& pen, const QString& code);
void sentenceP21(Pen& pen);
void tablePublics(Pen& pen);
void figureIrregular(Pen& pen);
void tableRefusals(Pen& pen);
void figureApproaches(Pen& pen, const QString& code);
void tableTools(Pen& pen, const QString& code);
void tablePractices(Pen& pen);

// items_services.cpp
void tableActorsServices(Pen& pen, const QString& code, int most);
void tableServicesRegions(Pen& pen, const QString& code);
void serviceMap(Pen& pen, const QString& code, int service);
void statusMap(Pen& pen, const QString& code);
void tableT10(Pen& pen);
void sentenceP22(Pen& pen);
void tableT16(Pen& pen, int most);
void sentenceP04(Pen& pen);

// items_links.cpp
void tableCited(Pen& pen, const QString& code);
void tableLinkForms(Pen& pen, const QString& code);
void sentenceLinks(Pen& pen, const QString& code);
void missingNetwork(Pen& pen, const QString& code);
void tableProgrammes(Pen& pen, const QString& code, int most);
void figureProgrammes(Pen& pen, const QString& code);
void sentenceP23(Pen& pen);
void figureStrengths(Pen& pen, const QString& code);
void figureDifficulties(Pen& pen, const QString& code);

// items_method.cpp
void tableT17(Pen& pen);
void tableCriteria(Pen& pen);
void tableInstruments(Pen& pen);
void tableSessions(Pen& pen);
void figureEvidence(Pen& pen);
void sentenceConsents(Pen& pen);
void tableModel(Pen& pen);
void modelApproval(Pen& pen);
void tableQuestions(Pen& pen);
void tableResults(Pen& pen);
void tablePlanned(Pen& pen);
void sentenceCompleteness(Pen& pen);

// items_capacity.cpp
void tableT39(Pen& pen);
void figureF26(Pen& pen);
void tableT40(Pen& pen);
void tableT41(Pen& pen);
void figureF27(Pen& pen);
void tableT42(Pen& pen, bool proposal);
void tableT43(Pen& pen);
void tableT21(Pen& pen);
void sentenceDimensions(Pen& pen);
void sentenceTrio(Pen& pen, bool proposal);
/// Organisations compared in the report: those proposed at the preselection, else the first of the ranking.
std::vector<const disclosure::ActorView*> compared(const Reader& reader);

// items_training.cpp
void tableT44(Pen& pen);
void figureF29(Pen& pen);
void tableT53(Pen& pen);
void tableT54(Pen& pen);

/// Why no score is printed; empty when scores may be.
QString whyNoScore(const Reader& reader);

} // namespace deliverables
