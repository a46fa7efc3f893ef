#pragma once
#include "workflow/entry.h"
#include "workflow/study.h"

#include <QDateTime>

#include <optional>

namespace workflow {

/// One version of the model that the study has used, or could: the shipped one and its own.
struct ModelVersion
{
    QString digest, version;
    QString from, reason; ///< the version it changes, and why; the journal says by whom
    QDateTime made;
    QDate approved;
    QString approver; ///< "name, function, organisation"
    std::vector<double> weights;
    bool current = false;
};
/// The shipped one first, then by date.
std::vector<ModelVersion> modelVersions(const Study& study);

/// JSON of a version (by default the one in force), as it would be read back.
QByteArray modelText(const Study& study, const QString& digest = {});
/// All the faults of a text: none means that it can be adopted.
base::Issues checkModel(const QByteArray& json);
/// The model with other weights for its dimensions (sum 1) and another version name.
QByteArray withWeights(const QByteArray& json, const std::vector<double>& weights, const QString& version);

/// Puts a model in force: dated, with its reason; a model once approved is changed only with one. What was
/// approved stays readable, and the new version shows no score until it is approved itself.
Outcome adoptModel(Study& study, const QByteArray& json, const QString& reason);
Outcome adoptWeights(Study& study, const std::vector<double>& weights, const QString& reason);
/// Back to a version that the study has kept.
Outcome returnToModel(Study& study, const QString& digest, const QString& reason);

struct ModelDifference
{
    QString path, before, after; ///< JSON pointer; values as JSON, empty when there was none
};
std::vector<ModelDifference> modelDifferences(const Study& study, const QString& before,
                                              const QString& after);

struct RankChange
{
    QString record, name;
    std::optional<int> before, after;
};
/// Organisations whose rank differs between a version and the one in force, by present rank. Nothing unless
/// both are approved.
std::optional<std::vector<RankChange>> rankChanges(const Study& study, const QString& before,
                                                   const base::Progress& progress = {});

} // namespace workflow
