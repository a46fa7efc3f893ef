// Any text as an expression: refused with a position inside it, or evaluated on a record and on a document.
#include "questionnaire/expression/expression.h"
#include "questionnaire/xpath.h"

#include <QTimeZone>

#include <cstdlib>

using namespace questionnaire;

namespace {

/// A record where names answer by their length: a text, a number, several rows, nothing.
struct Scope final : ExpressionScope
{
    ExprValue read(const QString& name) const override
    {
        switch (name.size() % 4) {
        case 0:
            return QStringList{QStringLiteral("1"), QStringLiteral("2015-01-13"), QString()};
        case 1:
            return QStringLiteral("a b c");
        case 2:
            return 12.5;
        default:
            return Missing::Unknown;
        }
    }
    ExprValue self() const override { return QStringLiteral("2015-01-13"); }
    std::optional<std::vector<ExprValue>> readRows(const QString& repeat, const QString&) const override
    {
        if (repeat.size() % 2) return std::nullopt;
        return std::vector<ExprValue>{1.0, QStringLiteral("x")};
    }
    QString stateOf(const QString&) const override { return QStringLiteral("nsp"); }
    QDateTime now() const override
    {
        return QDateTime(QDate(2015, 1, 13), QTime(9, 0), QTimeZone("Africa/Casablanca"));
    }
};

constexpr const char* Document =
    "<data id='x'><a>1</a><rep><b>2</b></rep><rep><b>3</b></rep><c t='y'>abc</c></data>";

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const QString text = QString::fromUtf8(reinterpret_cast<const char*>(data), qsizetype(size));
    ExpressionError error;
    const auto expression = Expression::compile(text, error);
    if (!expression && (error.position < 0 || error.position > text.size() || error.code.isEmpty()))
        std::abort();
    const Scope scope;
    if (expression) (void)toText(expression->evaluate(scope));
    EvalRequest request;
    request.expression = text;
    request.now = scope.now();
    request.xml = Document;
    request.context = QStringLiteral("/data/rep[1]/b");
    for (const auto as : {EvalRequest::As::Text, EvalRequest::As::NodeSet}) {
        request.as = as;
        (void)evaluateOnDocument(request);
    }
    return 0;
}
