#pragma once
#include "deliverables/pen.h"

/// Automatic items of the reports, by their code in the specification: each writes itself in full, title,
/// source, count and note included, or says what is missing.
namespace deliverables::items {

void censusSentence(Pen& pen);                           ///< P-01, P-20: actors listed, surveyed, visited
void collectionPeriod(Pen& pen);                         ///< P-02
void sources(Pen& pen, const QString& code);             ///< T-01
void byCategoryAndStatus(Pen& pen, const QString& code); ///< T-03, T-30
void foundations(Pen& pen, const QString& code);         ///< F-02
void scales(Pen& pen, const QString& code);              ///< F-03
void prerogatives(Pen& pen, const QString& code);        ///< T-05, T-31
void oversight(Pen& pen, const QString& code);           ///< T-06, T-32
void publics(Pen& pen, const QString& code);             ///< T-07
void irregular(Pen& pen, const QString& code);           ///< F-04
void actorsByServices(Pen& pen, const QString& code, int most); ///< T-09, T-33
void servicesByRegions(Pen& pen, const QString& code);          ///< T-34
void servicesChart(Pen& pen, const QString& code);              ///< F-20
void interventionMap(Pen& pen, const QString& code);            ///< C-05
void serviceMap(Pen& pen, const QString& code, int service);    ///< C-01…C-04, C-10…C-13
void regionsWithout(Pen& pen);                                  ///< P-22
void approaches(Pen& pen, const QString& code);                 ///< F-05, F-22
void tools(Pen& pen, const QString& code);                      ///< T-11, T-36
void programmes(Pen& pen, const QString& code);                 ///< T-14, T-35
void ranked(Pen& pen, const QString& code, const QString& title,
            const QString& question);                      ///< F-08, F-09, F-24, F-25
void intervening(Pen& pen, const QString& code, int most); ///< T-16
void statusSentence(Pen& pen);                             ///< P-04
void preselection(Pen& pen, const QString& code);          ///< T-17, T-24
void questions(Pen& pen, const QString& code);             ///< T-22
void passages(Pen& pen, const QString& code);              ///< T-26
void model(Pen& pen, const QString& code);                 ///< T-27
void dimensionMeans(Pen& pen, const QString& code);        ///< T-39
void dimensionSpread(Pen& pen, const QString& code);       ///< F-26
void profiles(Pen& pen, const QString& code);              ///< T-41
void trios(Pen& pen, const QString& code);                 ///< T-42
void trainings(Pen& pen, const QString& code);             ///< T-44
void acronyms(Pen& pen);
void divisions(Pen& pen, const QString& code); ///< A-17
void questionnaire(Pen& pen);                  ///< A-3

} // namespace deliverables::items
