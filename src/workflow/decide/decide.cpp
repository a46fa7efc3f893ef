#include "workflow/decide/decide.h"

#include "workflow/decide/methods.h"

namespace workflow {
namespace {

using decisions::Json;
using decisions::ProblemReader;

struct Method
{
    const char* name;
    std::optional<Json> (*solve)(ProblemReader&);
};

constexpr Method Methods[] = {{"wsm", decisions::weightedSum}, {"wgm", decisions::weightedGeometricMean},
                              {"topsis", decisions::topsis},   {"promethee2", decisions::promethee},
                              {"ahp", decisions::ahp},         {"smaa2", decisions::smaa},
                              {"best3", decisions::bestThree}};

std::optional<Json> parsed(const QByteArray& problem, base::Issues& issues)
{
    const auto fault = [&issues](const char* code, const QStringList& args) {
        issues.push_back({base::Severity::Error, QString::fromUtf8(code), {}, args});
    };
    try {
        Json document = Json::parse(problem.begin(), problem.end());
        if (document.is_object()) return document;
        fault("decide.not_an_object", {});
    } catch (const Json::parse_error& error) {
        fault("decide.syntax", {QString::number(error.byte)});
    } catch (const Json::exception&) {
        fault("decide.huge_number", {});
    }
    return {};
}

} // namespace

std::optional<Json> decide(const QByteArray& problem, base::Issues& issues)
{
    const std::optional<Json> document = parsed(problem, issues);
    if (!document) return {};
    ProblemReader reader(*document, issues);
    QStringList names;
    for (const Method& method : Methods)
        names << QString::fromUtf8(method.name);
    const Json* node = reader.need("method");
    if (!node) return {};
    const auto chosen = reader.word(*node, QStringLiteral("method"), names);
    if (!chosen) return {};
    std::optional<Json> result = Methods[*chosen].solve(reader);
    if (base::hasErrors(issues)) return {};
    return result;
}

} // namespace workflow
