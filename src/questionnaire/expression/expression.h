#pragma once
#include <QDate>
#include <QDateTime>
#include <QString>
#include <QStringList>
#include <QTimeZone>

#include <functional>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

namespace questionnaire {

/// Why a read gave nothing usable. In the domain's rules (assessment) it spreads through operators, so that a
/// rule that needed an unknown answer is unknown; in forms, a missing answer is the empty string.
enum class Missing : quint8 { Unknown, NotApplicable };

/// TreeValue of an expression. A list is a node-set seen by its string values.
using ExprValue = std::variant<QString, double, bool, QStringList, Missing>;

/// What an expression reads. One implementation serves forms (missing = ''), another the capacity model.
class ExpressionScope
{
public:
    virtual ~ExpressionScope() = default;
    /// ${name}: the value of a question as seen from the current place. A question of a repeat read from
    /// outside it, or a repeat itself, is a list with one entry per row.
    virtual ExprValue read(const QString& name) const = 0;
    /// `.`: the answer being checked.
    virtual ExprValue self() const { return QString(); }
    /// Position from 1 of the row being evaluated, 0 outside repeats: `position(..)`.
    virtual int position() const { return 0; }
    /// A bare name in a choice filter: column of the choice being tried.
    virtual ExprValue column(const QString& name) const
    {
        Q_UNUSED(name);
        return QString();
    }
    /// Values of ${name} in each row of a repeat (name is a question of the repeat); nullopt when the repeat
    /// itself was never opened.
    virtual std::optional<std::vector<ExprValue>> readRows(const QString& repeat,
                                                           const QString& name) const = 0;
    /// State code of an answer (non_pose, value, nsp…) for etat(${q}).
    virtual QString stateOf(const QString& name) const = 0;
    /// Current instant in the study's time zone.
    virtual QDateTime now() const = 0;
};

/// Extra functions a module registers (n, nb, jours…). A plain reference arrives unread, as its name; other
/// arguments arrive evaluated, and the function is not called when one of them is Missing.
struct ExtraFunction
{
    QString name;
    int minArgs = 0, maxArgs = 0;
    /// `references[i]` is the ${name} when argument i is a plain reference, else empty.
    std::function<ExprValue(const ExpressionScope&, const std::vector<ExprValue>& args,
                            const QStringList& references)>
        call;
};

struct ExpressionError
{
    QString code; ///< stable name: unexpected_token, unknown_function, arity…
    int position = 0;
    QStringList args;
};

/// A compiled expression: immutable, reentrant.
class Expression
{
public:
    struct Compiled;
    /// nullptr and `error` when the text is not valid.
    static std::shared_ptr<const Expression> compile(const QString& text, ExpressionError& error,
                                                     const std::vector<ExtraFunction>& extra = {});
    ~Expression();
    ExprValue evaluate(const ExpressionScope& scope) const;
    /// Names read through ${…}, without repetition, in order of appearance.
    const QStringList& references() const;
    const QString& text() const;

private:
    explicit Expression(std::unique_ptr<Compiled> compiled);
    std::unique_ptr<Compiled> m_compiled;
};

/// XPath 1.0 conversions with the ODK date rules. Missing converts to NaN, "" and false.
double toNumber(const ExprValue& value);
QString toText(const ExprValue& value);
bool toBoolean(const ExprValue& value);
bool isMissing(const ExprValue& value);

} // namespace questionnaire
