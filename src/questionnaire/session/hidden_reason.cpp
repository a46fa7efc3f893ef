#include "questionnaire/session/hidden_reason.h"

#include "questionnaire/explanation.h"
#include "questionnaire/expression/lexer.h"
#include "questionnaire/session/standpoint_scope.h"

namespace questionnaire {

namespace {

bool isOpening(const Token& token)
{
    return token.is(Token::Kind::Punctuation, u"(") || token.is(Token::Kind::Punctuation, u"[");
}

bool isClosing(const Token& token)
{
    return token.is(Token::Kind::Punctuation, u")") || token.is(Token::Kind::Punctuation, u"]");
}

// "(a and b)" without its brackets, when they enclose the whole.
QString withoutOuterBrackets(const QString& text)
{
    ExpressionError error;
    const std::vector<Token> tokens = tokenize(text, error);
    if (tokens.size() < 3 || !tokens.front().is(Token::Kind::Punctuation, u"(")) return text;
    int depth = 0;
    for (size_t i = 0; i + 1 < tokens.size(); ++i) {
        depth += isOpening(tokens[i]) ? 1 : isClosing(tokens[i]) ? -1 : 0;
        if (depth == 0) {
            if (i + 2 != tokens.size()) return text;
            return text.sliced(1, tokens[i].position - 1).trimmed();
        }
    }
    return text;
}

// Terms joined by `and` outside any bracket; the whole when an `or` binds more loosely.
QStringList termsOf(const QString& text)
{
    ExpressionError error;
    QStringList terms;
    int depth = 0, from = 0;
    for (const Token& token : tokenize(text, error)) {
        depth += isOpening(token) ? 1 : isClosing(token) ? -1 : 0;
        if (depth > 0) continue;
        if (token.is(Token::Kind::Operator, u"or")) return {text};
        if (!token.is(Token::Kind::Operator, u"and")) continue;
        terms << text.sliced(from, token.position - from).trimmed();
        from = token.position + 3;
    }
    return terms << text.sliced(from).trimmed();
}

std::shared_ptr<const Expression> compiled(const QString& text)
{
    ExpressionError error;
    return Expression::compile(text, error);
}

} // namespace

QString falseTerm(const QString& condition, const ExpressionScope& scope)
{
    const QString bare = withoutOuterBrackets(condition.trimmed());
    const QStringList terms = termsOf(bare);
    if (terms.size() < 2) return bare == condition ? condition : falseTerm(bare, scope);
    for (const QString& term : terms) {
        const auto expression = compiled(term);
        if (expression && !toBoolean(expression->evaluate(scope))) return falseTerm(term, scope);
    }
    return condition;
}

std::optional<HiddenReason> hiddenReason(const Engine& engine, const Instance& instance)
{
    if (engine.isRelevant(instance)) return std::nullopt;
    const Form& form = engine.form();
    // The outermost closed group decides: what it holds is hidden whatever its own condition says.
    Instance closing = instance;
    for (int at = form.questions[size_t(instance.question)].parent; at >= 0;
         at = form.questions[size_t(at)].parent) {
        const bool inRow = form.repeatOf(at) >= 0;
        const Instance group{at, instance.passage, inRow ? instance.row : QString()};
        if (!engine.isRelevant(group)) closing = group;
    }
    const Question& question = form.questions[size_t(closing.question)];
    const Standpoint from = engine.standpointOf(closing);
    HiddenReason reason;
    reason.expression = falseTerm(question.relevant, StandpointScope(engine, from));
    if (const auto why = explain(question.relevant, StandpointScope(engine, from)))
        reason.why = std::make_shared<const Explanation>(*why);
    if (closing.question != instance.question) reason.closedBy = question.name;
    if (const auto expression = compiled(reason.expression))
        for (const QString& name : expression->references())
            reason.reads.emplace_back(name, engine.seenFrom(from, name));
    return reason;
}

} // namespace questionnaire
