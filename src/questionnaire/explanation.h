#pragma once
#include "questionnaire/expression/expression.h"
#include "questionnaire/values/answer.h"

#include <optional>

namespace questionnaire {

/// An answer that an expression read.
struct AnswerRead
{
    QString question; ///< empty: the answer being checked
    AnswerState state = AnswerState::NotAsked;
    QString value; ///< of several rows: their values, parted by "; "
};

/// Why an expression gave what it gave, part by part; words are made of it above.
struct Explanation
{
    enum class Kind : quint8 {
        All,      ///< `and`: parts
        Any,      ///< `or`: parts
        Compared, ///< an answer beside a value, or beside another answer
        Selected, ///< a choice looked for in an answer
        Computed  ///< anything else: its result and what it read
    } kind = Kind::Computed;
    bool holds = false;            ///< whether what is said is true, a not(…) around it included
    bool negated = false;          ///< of a choice: whether it must be absent
    bool counted = false;          ///< the number of choices is compared, not the answer
    QString comparison;            ///< = != < <= > >=, read with the answer first
    QString operand;               ///< value or choice on the other side, when that is no answer
    QString result;                ///< of a computed part
    std::vector<AnswerRead> reads; ///< the answer compared first, then the other one
    std::vector<Explanation> parts;
};

/// Nothing when the text is not an expression.
std::optional<Explanation> explain(const QString& expression, const ExpressionScope& scope);

} // namespace questionnaire
