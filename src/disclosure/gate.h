#pragma once
#include "assessment/model.h"
#include "assessment/selection.h"
#include "cartography/divisions.h"
#include "disclosure/values/view.h"

#include <functional>
#include <memory>

namespace disclosure {

/// Full data on one actor: goes into the gate, never out of it.
struct ActorData
{
    QString id;
    int number = 0;
    questionnaire::RecordAnswers record;
    questionnaire::Answers inScope; ///< assessment::inScope(record)
    assessment::Assessment assessment;
    std::vector<assessment::Criterion> preselection, eligibility;
    std::optional<double> eligibleFrom; ///< assessment::eligibleFrom
    QString decision;
    double completeness = 0;
    QStringList sources;
    QHash<QString, QString> facts;
};

/// Everything an output may be made from, at one instant.
struct StudyData
{
    StudyInfo info;
    const questionnaire::Form* form = nullptr;
    const assessment::Model* model = nullptr;
    const cartography::Divisions* divisions = nullptr;
    std::vector<ActorData> actors;
    std::vector<assessment::RankLine> ranking; ///< global
    std::array<std::vector<assessment::RankLine>, 4> serviceRankings;
    assessment::TrioSearch trios;
    QHash<QString, QString> guidedTexts;
};

/// The study as one audience may see it; the only source of deliverables and exchange. Built once per
/// output run: tabulations asked of one View are masked jointly.
class View
{
public:
    View(std::shared_ptr<const StudyData> data, Audience audience, QString organisation = {});
    ~View();

    Audience audience() const;
    const StudyInfo& info() const;
    const questionnaire::Form& form() const;
    const assessment::Model& model() const;
    const cartography::Divisions& divisions() const;
    /// Default order: category, region, name; shelters without agreement take their place by name within
    /// their region.
    const std::vector<ActorView>& actors() const;
    const ActorView* actor(const QString& id) const;

    /// May this question appear at all for this audience (column or field present)?
    bool mayShow(const questionnaire::Question& question) const;

    /// Counts of actors by codes of two classifications, computed on full data. A classification returns the
    /// codes an actor falls in (several for multiple choices, none when unknown) from the full in-scope
    /// answers and the assessment; `sensitive` tells whether small counts must be masked.
    using Classify = std::function<QStringList(const ActorData&)>;
    struct TableSpec
    {
        QString code;
        QStringList rowCodes, columnCodes;
        Classify rows, columns; ///< no `columns`: a one-way table, with one column
        bool sensitive = false;
        std::function<bool(const ActorData&)> population = {}; ///< whom the table is about; empty = everybody
    };
    std::vector<Tabulation> tabulate(const std::vector<TableSpec>& specs) const;
    /// One masked count (a number in a sentence); small numbers of persons or of sensitive matters are
    /// masked.
    Count count(const QString& code, const std::function<bool(const ActorData&)>& predicate,
                bool sensitive = false) const;
    /// Mean and spread of a dimension or sub-dimension over scored organisations, per group; only after the
    /// lock and only for groups of at least five (else nothing).
    struct Spread
    {
        QString group;
        int count = 0;
        double mean = 0, minimum = 0, quartile1 = 0, median = 0, quartile3 = 0, maximum = 0;
    };
    std::vector<Spread> spread(const QString& node, const Classify& groups,
                               const QStringList& groupCodes) const;

    /// Ranking and trios as this audience may see them; empty before the lock or for Wide.
    const std::vector<assessment::RankLine>& ranking() const;
    const std::vector<assessment::RankLine>& serviceRanking(int service) const;
    const assessment::TrioSearch& trios() const;
    QString guidedText(const QString& id) const;
    /// Free words about these actors, noted in the account under `field` when something is taken out of them.
    QString textAbout(const QStringList& actors, const QString& field, const QString& text) const;

    /// All that was withheld or masked so far, in a stable order.
    const std::vector<Withheld>& account() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace disclosure
