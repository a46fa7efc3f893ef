#include "workflow/decide/methods.h"

#include "scoring/ahp.h"
#include "scoring/methods.h"

namespace workflow::decisions {
namespace {

using scoring::Matrix;

struct Table
{
    Matrix values; ///< turned so that more is better
    std::vector<double> weights;
};

std::optional<std::vector<scoring::Direction>> directionsOf(ProblemReader& reader, size_t criteria)
{
    const auto types = reader.numbersOr("types", criteria, 1, {-1, 1});
    if (!types) return {};
    std::vector<scoring::Direction> directions;
    for (size_t c = 0; c < criteria; ++c) {
        if ((*types)[c] != 1 && (*types)[c] != -1) reader.fault("bad_type", at(QStringLiteral("types"), c));
        directions.push_back((*types)[c] < 0 ? scoring::Direction::Cost : scoring::Direction::Benefit);
    }
    return directions;
}

std::optional<Matrix> normalised(ProblemReader& reader, const Matrix& matrix, const char* otherwise)
{
    static const QStringList Words{QStringLiteral("none"), QStringLiteral("minmax"), QStringLiteral("max"),
                                   QStringLiteral("sum"), QStringLiteral("vector")};
    const Json usual = otherwise;
    const Json* node = reader.find("normalization");
    const auto word = reader.word(node ? *node : usual, QStringLiteral("normalization"), Words);
    const auto directions = directionsOf(reader, matrix.columns());
    if (!word || !directions) return {};
    const auto normalisation = static_cast<scoring::Normalisation>(*word);
    const std::vector<size_t> impossible = scoring::impossibleColumns(matrix, *directions, normalisation);
    for (const size_t c : impossible)
        reader.fault("cannot_normalise", QStringLiteral("matrix"),
                     {QString::number(c), Words[static_cast<int>(*word)]});
    if (!impossible.empty()) return {};
    return scoring::normalise(matrix, *directions, normalisation);
}

std::optional<Table> tableOf(ProblemReader& reader, const char* normalisation)
{
    const Json* node = reader.need("matrix");
    const Json* weightsNode = reader.need("weights");
    const auto matrix = node ? reader.matrix(*node, QStringLiteral("matrix")) : std::nullopt;
    const size_t criteria = matrix ? matrix->columns() : 0;
    const auto weights = weightsNode
                             ? reader.numbers(*weightsNode, QStringLiteral("weights"), criteria, NotNegative)
                             : std::nullopt;
    if (!matrix) return {};
    const auto values = normalised(reader, *matrix, normalisation);
    if (!values || !weights) return {};
    if (std::all_of(weights->begin(), weights->end(), [](double w) { return w == 0; })) {
        reader.fault("all_zero", QStringLiteral("weights"));
        return {};
    }
    return Table{*values, *weights};
}

Json scored(const std::vector<double>& scores)
{
    return {{"scores", scores}, {"ranks", scoring::ranksOf(scores)}};
}

std::optional<std::vector<scoring::Preference>> shapesOf(ProblemReader& reader, size_t criteria)
{
    static const QStringList Words{QStringLiteral("usual"),     QStringLiteral("u_shape"),
                                   QStringLiteral("v_shape"),   QStringLiteral("level"),
                                   QStringLiteral("v_shape_2"), QStringLiteral("gaussian")};
    const QString place = QStringLiteral("functions");
    std::vector<scoring::Preference> shapes;
    const Json* node = reader.find("functions");
    if (!node) return std::vector<scoring::Preference>(criteria, scoring::Preference::Usual);
    if (!reader.isList(*node, place, criteria)) return {};
    for (size_t c = 0; c < criteria; ++c)
        if (const auto word = reader.word((*node)[c], at(place, c), Words))
            shapes.push_back(static_cast<scoring::Preference>(*word));
    if (shapes.size() != criteria) return {};
    return shapes;
}

void checkThresholds(ProblemReader& reader, const scoring::PreferenceFunction& function, size_t criterion)
{
    using scoring::Preference;
    const Preference shape = function.shape;
    if (shape == Preference::VShape && !(function.p > 0))
        reader.fault("not_positive", at(QStringLiteral("p"), criterion));
    if (shape == Preference::Gaussian && !(function.s > 0))
        reader.fault("not_positive", at(QStringLiteral("s"), criterion));
    const bool ordered = shape == Preference::Level ? function.p >= function.q : function.p > function.q;
    if ((shape == Preference::Level || shape == Preference::VShapeBands) && !ordered)
        reader.fault("p_below_q", at(QStringLiteral("p"), criterion));
}

std::optional<std::vector<scoring::PreferenceFunction>> functionsOf(ProblemReader& reader, size_t criteria)
{
    const auto shapes = shapesOf(reader, criteria);
    const auto p = reader.numbersOr("p", criteria, 1, NotNegative);
    const auto q = reader.numbersOr("q", criteria, 0, NotNegative);
    const auto s = reader.numbersOr("s", criteria, 1, NotNegative);
    if (!shapes || !p || !q || !s) return {};
    std::vector<scoring::PreferenceFunction> functions;
    for (size_t c = 0; c < criteria; ++c) {
        functions.push_back({(*shapes)[c], (*q)[c], (*p)[c], (*s)[c]});
        checkThresholds(reader, functions.back(), c);
    }
    return functions;
}

Json numberOrNull(const std::optional<double>& number)
{
    return number ? Json(*number) : Json();
}

} // namespace

Json toJson(const Matrix& matrix)
{
    Json rows = Json::array();
    for (size_t r = 0; r < matrix.rows(); ++r)
        rows.push_back(std::vector<double>(matrix.row(r).begin(), matrix.row(r).end()));
    return rows;
}

std::optional<Json> weightedSum(ProblemReader& reader)
{
    const auto table = tableOf(reader, "none");
    if (!table) return {};
    return scored(scoring::weightedSum(table->values, table->weights));
}

std::optional<Json> weightedGeometricMean(ProblemReader& reader)
{
    const auto table = tableOf(reader, "none");
    if (!table) return {};
    bool sound = true;
    for (size_t r = 0; r < table->values.rows(); ++r)
        for (size_t c = 0; c < table->values.columns(); ++c)
            if (table->values.at(r, c) < 0) {
                reader.fault("negative", at(at(QStringLiteral("matrix"), r), c));
                sound = false;
            }
    if (!sound) return {};
    return scored(scoring::weightedGeometricMean(table->values, table->weights));
}

std::optional<Json> topsis(ProblemReader& reader)
{
    const auto table = tableOf(reader, "vector");
    if (!table) return {};
    return scored(scoring::topsis(table->values, table->weights));
}

std::optional<Json> promethee(ProblemReader& reader)
{
    const auto table = tableOf(reader, "none");
    if (!table) return {};
    const auto functions = functionsOf(reader, table->values.columns());
    if (table->values.rows() < 2) reader.fault("two_alternatives", QStringLiteral("matrix"));
    if (!functions || table->values.rows() < 2) return {};
    const scoring::Flows flows = scoring::promethee(table->values, table->weights, *functions);
    return Json{{"phi_plus", flows.plus},
                {"phi_minus", flows.minus},
                {"phi", flows.net},
                {"ranks", scoring::ranksOf(flows.net)}};
}

std::optional<Json> ahp(ProblemReader& reader)
{
    using scoring::RandomIndex;
    const Json* node = reader.need("matrix");
    const auto judgements =
        node ? reader.matrix(*node, QStringLiteral("matrix"), node->size()) : std::nullopt;
    if (!judgements) return {};
    const auto bad = scoring::badJudgements(*judgements);
    for (const scoring::BadJudgement& one : bad)
        reader.fault(one.row == one.column ? "bad_diagonal" : "bad_judgement",
                     at(at(QStringLiteral("matrix"), one.row), one.column),
                     {at(at(QStringLiteral("matrix"), one.column), one.row)});
    if (!bad.empty()) return {};
    const scoring::AhpResult result = scoring::ahp(*judgements);
    Json reconsider;
    if (result.reconsider)
        reconsider = {{"pair", {result.reconsider->row, result.reconsider->column}},
                      {"given", result.reconsider->given},
                      {"suggested", result.reconsider->suggested}};
    return Json{{"eigen_weights", result.eigenWeights},
                {"geometric_weights", result.geometricWeights},
                {"lambda_max", result.lambdaMax},
                {"CI", result.consistencyIndex},
                {"CR",
                 {{"saaty", numberOrNull(result.consistencyRatio(RandomIndex::Saaty))},
                  {"alonso_lamata", numberOrNull(result.consistencyRatio(RandomIndex::AlonsoLamata))},
                  {"tummala_ling", numberOrNull(result.consistencyRatio(RandomIndex::TummalaLing))}}},
                {"reconsider", reconsider}};
}

} // namespace workflow::decisions
