#include "workflow/decide/problem_reader.h"

namespace workflow::decisions {
namespace {

constexpr size_t MostListed = 200; ///< faults told; more would help nobody

} // namespace

QString at(const QString& place, size_t index)
{
    return place + u'[' + QString::number(index) + u']';
}

QString member(const QString& place, const char* name)
{
    return place.isEmpty() ? QString::fromUtf8(name) : place + u'.' + QString::fromUtf8(name);
}

const Json* ProblemReader::find(const char* name) const
{
    const auto found = m_document.find(name);
    return found == m_document.end() || found->is_null() ? nullptr : &*found;
}

const Json* ProblemReader::need(const char* name)
{
    const Json* found = find(name);
    if (!found) fault("missing", QString::fromUtf8(name));
    return found;
}

void ProblemReader::fault(const char* code, const QString& place, const QStringList& more)
{
    if (m_issues.size() >= MostListed) return;
    m_issues.push_back({base::Severity::Error,
                        QStringLiteral("decide.") + QString::fromUtf8(code),
                        {},
                        QStringList{place} + more});
}

std::optional<double> ProblemReader::number(const Json& node, const QString& place, const Bounds& bounds)
{
    if (!node.is_number()) {
        fault("not_a_number", place);
        return {};
    }
    const double number = node.get<double>();
    if (number >= bounds.least && number <= bounds.most) return number;
    fault("out_of_range", place, {QString::number(bounds.least), QString::number(bounds.most)});
    return {};
}

std::optional<std::uint64_t> ProblemReader::whole(const Json& node, const QString& place, std::uint64_t least,
                                                  std::uint64_t most)
{
    if (node.is_number_unsigned()) {
        const auto number = node.get<std::uint64_t>();
        if (number >= least && number <= most) return number;
    }
    fault("not_whole", place, {QString::number(least), QString::number(most)});
    return {};
}

bool ProblemReader::isList(const Json& node, const QString& place, size_t count)
{
    if (!node.is_array()) {
        fault("not_a_list", place);
    } else if (node.empty()) {
        fault("empty", place);
    } else if (count > 0 && node.size() != count) {
        fault("wrong_length", place, {QString::number(count), QString::number(node.size())});
    } else {
        return true;
    }
    return false;
}

std::optional<std::vector<double>> ProblemReader::numbers(const Json& node, const QString& place,
                                                          size_t count, const Bounds& bounds)
{
    if (!isList(node, place, count)) return {};
    std::vector<double> all;
    for (size_t i = 0; i < node.size(); ++i)
        if (const auto x = number(node[i], at(place, i), bounds)) all.push_back(*x);
    if (all.size() != node.size()) return {};
    return all;
}

std::optional<std::vector<size_t>> ProblemReader::indices(const Json& node, const QString& place,
                                                          size_t limit)
{
    if (!isList(node, place)) return {};
    std::vector<size_t> all;
    for (size_t i = 0; i < node.size(); ++i)
        if (const auto x = whole(node[i], at(place, i), 0, limit - 1)) all.push_back(*x);
    if (all.size() != node.size()) return {};
    return all;
}

std::optional<scoring::Matrix> ProblemReader::matrix(const Json& node, const QString& place, size_t columns,
                                                     const Bounds& bounds)
{
    if (!isList(node, place)) return {};
    if (columns == 0 && node[0].is_array()) columns = node[0].size();
    scoring::Matrix matrix(node.size(), columns);
    bool sound = columns > 0;
    for (size_t r = 0; r < node.size(); ++r) {
        const auto row = numbers(node[r], at(place, r), columns, bounds);
        if (row && row->size() == columns)
            std::copy(row->begin(), row->end(), matrix.row(r).begin());
        else
            sound = false;
    }
    if (!sound) return {};
    return matrix;
}

std::optional<std::vector<double>> ProblemReader::numbersOr(const char* name, size_t count, double otherwise,
                                                            const Bounds& bounds)
{
    if (const Json* node = find(name)) return numbers(*node, QString::fromUtf8(name), count, bounds);
    return std::vector<double>(count, otherwise);
}

std::optional<std::uint64_t> ProblemReader::wholeOr(const char* name, std::uint64_t otherwise,
                                                    std::uint64_t least, std::uint64_t most)
{
    if (const Json* node = find(name)) return whole(*node, QString::fromUtf8(name), least, most);
    return otherwise;
}

std::optional<size_t> ProblemReader::word(const Json& node, const QString& place, const QStringList& known)
{
    const QString found = node.is_string() ? QString::fromStdString(node.get<std::string>()) : QString();
    const auto index = known.indexOf(found);
    if (index >= 0) return static_cast<size_t>(index);
    fault("unknown_word", place, {found, known.join(QStringLiteral(", "))});
    return {};
}

std::optional<size_t> ProblemReader::wordOr(const char* name, const QStringList& known)
{
    if (const Json* node = find(name)) return word(*node, QString::fromUtf8(name), known);
    return 0;
}

} // namespace workflow::decisions
