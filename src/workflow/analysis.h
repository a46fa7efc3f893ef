#pragma once
#include "assessment/selection.h"
#include "base/progress.h"
#include "disclosure/gate.h"

#include <memory>

namespace workflow {

class Study;

/// Everything outputs and analysis screens read, at one instant: answers in scope, assessments, criteria,
/// rankings, trios. The calculation is done on this slice of values, so writing goes on meanwhile.
std::shared_ptr<const disclosure::StudyData> studyData(const Study& study,
                                                       const base::Progress& progress = {});

QString nameOf(const disclosure::ActorData& actor);

/// The `top` best sets of three among the eligible organisations of the slice.
assessment::TrioSearch findTrios(const Study& study, const disclosure::StudyData& data, int top);

/// One record only (the side panel of the entry and analysis screens).
disclosure::ActorData actorData(const Study& study, const QString& record);

/// Explanation of one indicator on one record: the answers read and what proves them.
struct AnswerRead
{
    QString question, label, text; ///< display text, or the state in words code (nsp, refus…)
    QString state, source, author;
    qint64 changed = 0;
};
struct IndicatorExplanation
{
    QString code, label, rule;
    QChar proof;
    assessment::IndicatorScore score;
    std::vector<AnswerRead> reads;
    std::vector<QStringList> evidence; ///< alternatives of expected pieces
    QStringList seen;                  ///< pieces and observations of the record that count here
    double gain = 0;                   ///< points of global score won if the expected evidence were shown
};
IndicatorExplanation explainIndicator(const Study& study, const QString& record, const QString& indicator);

/// Contribution of each dimension to the global score, in points; sums to the central value.
std::vector<std::pair<QString, double>> contributions(const assessment::Model& model,
                                                      const assessment::Assessment& a);

} // namespace workflow
