#pragma once
#include "base/issue.h"
#include "scoring/matrix.h"

#include <nlohmann/json.hpp>
#include <optional>

namespace workflow::decisions {

using Json = nlohmann::ordered_json;

/// Numbers of a problem lie between these, so that no calculation overflows.
struct Bounds
{
    double least = -1e12, most = 1e12;
};
inline constexpr Bounds NotNegative{0, 1e12};

/// Reads parts of a decision problem; whatever is wrong becomes an issue with the place in the document.
class ProblemReader
{
public:
    ProblemReader(const Json& document, base::Issues& issues) : m_document(document), m_issues(issues) {}

    const Json& document() const { return m_document; }
    /// Member of the document; null when absent.
    const Json* find(const char* name) const;
    bool has(const char* name) const { return find(name) != nullptr; }
    /// The member, or an issue that it is missing.
    const Json* need(const char* name);

    void fault(const char* code, const QString& place, const QStringList& more = {});

    std::optional<double> number(const Json& node, const QString& place, const Bounds& bounds = {});
    std::optional<std::uint64_t> whole(const Json& node, const QString& place, std::uint64_t least,
                                       std::uint64_t most);
    /// `count` 0: any number of them but none.
    std::optional<std::vector<double>> numbers(const Json& node, const QString& place, size_t count = 0,
                                               const Bounds& bounds = {});
    std::optional<std::vector<size_t>> indices(const Json& node, const QString& place, size_t limit);
    std::optional<scoring::Matrix> matrix(const Json& node, const QString& place, size_t columns = 0,
                                          const Bounds& bounds = {});

    /// Optional members of the document.
    std::optional<std::vector<double>> numbersOr(const char* name, size_t count, double otherwise,
                                                 const Bounds& bounds = {});
    std::optional<std::uint64_t> wholeOr(const char* name, std::uint64_t otherwise, std::uint64_t least,
                                         std::uint64_t most);
    /// Place of a word among those known; the first when the member is absent.
    std::optional<size_t> word(const Json& node, const QString& place, const QStringList& known);
    std::optional<size_t> wordOr(const char* name, const QStringList& known);

    bool isList(const Json& node, const QString& place, size_t count = 0);

private:
    const Json& m_document;
    base::Issues& m_issues;
};

QString at(const QString& place, size_t index);
QString member(const QString& place, const char* name);

} // namespace workflow::decisions
