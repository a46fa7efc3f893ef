#include "questionnaire/expression/expression.h"

#include "questionnaire/expression/compiled.h"
#include "questionnaire/expression/parser.h"

namespace questionnaire {

Expression::Expression(std::unique_ptr<Compiled> compiled) : m_compiled(std::move(compiled)) {}

Expression::~Expression() = default;

std::shared_ptr<const Expression> Expression::compile(const QString& text, ExpressionError& error,
                                                      const std::vector<ExtraFunction>& extra)
{
    auto compiled = std::make_unique<Compiled>();
    compiled->text = text;
    compiled->root = parseExpression(text, extra, error, compiled->references);
    if (!compiled->root) return nullptr;
    return std::shared_ptr<const Expression>(new Expression(std::move(compiled)));
}

ExprValue Expression::evaluate(const ExpressionScope& scope) const
{
    return toExprValue(questionnaire::evaluate(*m_compiled->root, EvalContext{scope}));
}

const QStringList& Expression::references() const
{
    return m_compiled->references;
}

const QString& Expression::text() const
{
    return m_compiled->text;
}

} // namespace questionnaire
