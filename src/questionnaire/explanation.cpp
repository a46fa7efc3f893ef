#include "questionnaire/explanation.h"

#include "questionnaire/expression/functions.h"
#include "questionnaire/expression/parser.h"

namespace questionnaire {

namespace {

using namespace ast;
using Kind = Explanation::Kind;

/// Names read anywhere below a node, without repetition.
class References
{
public:
    static QStringList below(const Node& node)
    {
        References found;
        found.visit(node);
        return found.m_names;
    }

private:
    void visit(const Node& node)
    {
        std::visit([this](const auto& what) { read(what); }, node.what);
    }
    void visitAll(const std::vector<NodePtr>& nodes)
    {
        for (const NodePtr& node : nodes)
            visit(*node);
    }
    void read(const Literal&) {}
    void read(const Self&) { add({}); }
    void read(const Reference& reference) { add(reference.name); }
    void read(const Negation& negation) { visit(*negation.operand); }
    void read(const Binary& binary)
    {
        std::vector<const Binary*> chain;
        for (const Binary* each = &binary; each; each = binaryAtLeft(*each))
            chain.push_back(each);
        visit(*chain.back()->left);
        for (auto each = chain.crbegin(); each != chain.crend(); ++each)
            visit(*(*each)->right);
    }
    void read(const Call& call) { visitAll(call.arguments); }
    void read(const Path& path)
    {
        if (path.start) visit(*path.start);
        visitAll(path.predicates);
        for (const Step& step : path.steps)
            visitAll(step.predicates);
    }
    void add(const QString& name)
    {
        if (!m_names.contains(name)) m_names << name;
    }

    QStringList m_names;
};

QString signOf(Operator op)
{
    switch (op) {
    case Operator::Equal:
        return u"="_qs;
    case Operator::NotEqual:
        return u"!="_qs;
    case Operator::Less:
        return u"<"_qs;
    case Operator::LessEqual:
        return u"<="_qs;
    case Operator::Greater:
        return u">"_qs;
    case Operator::GreaterEqual:
        return u">="_qs;
    default:
        return {};
    }
}

/// The sign that is true when this one is not.
QString opposite(const QString& sign)
{
    static const QHash<QString, QString> signs{{u"="_qs, u"!="_qs}, {u"!="_qs, u"="_qs}, {u"<"_qs, u">="_qs},
                                               {u">="_qs, u"<"_qs}, {u">"_qs, u"<="_qs}, {u"<="_qs, u">"_qs}};
    return signs.value(sign);
}

/// The sign once both sides are exchanged.
QString mirrored(const QString& sign)
{
    return QString(sign).replace(u'<', u'\x1').replace(u'>', u'<').replace(u'\x1', u'>');
}

bool calls(const Node& node, QLatin1String name)
{
    const auto* call = std::get_if<Call>(&node.what);
    return call && call->builtIn && call->builtIn->name == name;
}

class Explainer
{
public:
    explicit Explainer(const ExpressionScope& scope) : m_scope(scope) {}

    Explanation explain(const Node& node, bool negated)
    {
        if (const auto* binary = std::get_if<Binary>(&node.what)) {
            if (binary->op == Operator::And || binary->op == Operator::Or) return joined(*binary, negated);
            if (!signOf(binary->op).isEmpty())
                if (auto compared = comparison(*binary, negated)) return *compared;
        }
        if (calls(node, QLatin1String("not")))
            return explain(*std::get<Call>(node.what).arguments.front(), !negated);
        if (calls(node, QLatin1String("selected")))
            if (auto selected = choice(std::get<Call>(node.what), negated)) return *selected;
        return computed(node, negated);
    }

private:
    TreeValue valueOf(const Node& node) const { return evaluate(node, EvalContext{m_scope}); }

    /// What a chain of one operator joins, from left to right.
    static std::vector<const Node*> operands(const Binary& binary)
    {
        std::vector<const Node*> all;
        const Binary* first = &binary;
        for (const Binary* each = &binary; each && each->op == binary.op; each = binaryAtLeft(*each)) {
            all.push_back(each->right.get());
            first = each;
        }
        all.push_back(first->left.get());
        std::reverse(all.begin(), all.end());
        return all;
    }

    // The opposite of "both" is "one or the other is not": parts are negated, not their sum.
    Explanation joined(const Binary& binary, bool negated)
    {
        Explanation all;
        all.kind = (binary.op == Operator::And) != negated ? Kind::All : Kind::Any;
        for (const Node* side : operands(binary)) {
            Explanation part = explain(*side, negated);
            if (part.kind == all.kind)
                all.parts.insert(all.parts.end(), part.parts.begin(), part.parts.end());
            else
                all.parts.push_back(std::move(part));
        }
        const auto holds = [](const Explanation& part) { return part.holds; };
        all.holds = all.kind == Kind::All ? std::all_of(all.parts.begin(), all.parts.end(), holds)
                                          : std::any_of(all.parts.begin(), all.parts.end(), holds);
        return all;
    }

    /// Name of a plain reference, or of the answers it counts the choices of; empty for the answer itself.
    static std::optional<QString> answerIn(const Node& node, bool& counted)
    {
        if (const auto* reference = std::get_if<Reference>(&node.what)) return reference->name;
        if (std::holds_alternative<Self>(node.what)) return QString();
        if (!calls(node, QLatin1String("count-selected"))) return std::nullopt;
        counted = true;
        bool nested = false;
        const auto inside = answerIn(*std::get<Call>(node.what).arguments.front(), nested);
        return nested ? std::nullopt : inside;
    }

    std::optional<Explanation> comparison(const Binary& binary, bool negated)
    {
        Explanation said;
        said.kind = Kind::Compared;
        said.comparison = signOf(binary.op);
        const Node *answer = binary.left.get(), *other = binary.right.get();
        auto name = answerIn(*answer, said.counted);
        if (!name) {
            std::swap(answer, other);
            said.comparison = mirrored(said.comparison);
            name = answerIn(*answer, said.counted);
        }
        if (!name) return std::nullopt;
        if (negated) said.comparison = opposite(said.comparison);
        const bool holds = compare(binary.op, valueOf(*binary.left), valueOf(*binary.right), m_scope);
        said.holds = holds != negated;
        said.reads.push_back(read(*name));
        const QStringList beside = References::below(*other);
        if (beside.isEmpty())
            said.operand = textOf(valueOf(*other));
        else if (bool counted = false; beside.size() == 1 && answerIn(*other, counted) && !counted)
            said.reads.push_back(read(beside.front()));
        else
            return std::nullopt;
        return said;
    }

    std::optional<Explanation> choice(const Call& call, bool negated)
    {
        bool counted = false;
        const auto name = answerIn(*call.arguments[0], counted);
        if (!name || counted || !References::below(*call.arguments[1]).isEmpty()) return std::nullopt;
        Explanation said;
        said.kind = Kind::Selected;
        said.negated = negated;
        said.operand = textOf(valueOf(*call.arguments[1]));
        said.reads.push_back(read(*name));
        said.holds = said.reads.front().value.split(u' ').contains(said.operand) != negated;
        return said;
    }

    Explanation computed(const Node& node, bool negated)
    {
        Explanation said;
        const TreeValue value = valueOf(node);
        said.holds = truthOf(value) != negated;
        said.negated = negated;
        said.result = isMissing(value) ? QString() : textOf(value);
        for (const QString& name : References::below(node))
            said.reads.push_back(read(name));
        return said;
    }

    AnswerRead read(const QString& name) const
    {
        const ExprValue value = name.isEmpty() ? m_scope.self() : m_scope.read(name);
        const auto* rows = std::get_if<QStringList>(&value);
        AnswerRead answer{name, AnswerState::Value, rows ? rows->join(u"; "_qs) : toText(value)};
        if (!name.isEmpty() && !rows) answer.state = stateFromCode(m_scope.stateOf(name));
        if (answer.value.isEmpty() && answer.state == AnswerState::Value && name.isEmpty())
            answer.state = AnswerState::NotAsked;
        return answer;
    }

    const ExpressionScope& m_scope;
};

} // namespace

std::optional<Explanation> explain(const QString& expression, const ExpressionScope& scope)
{
    ExpressionError error;
    QStringList references;
    const NodePtr root = parseExpression(expression, {}, error, references);
    if (!root) return std::nullopt;
    return Explainer(scope).explain(*root, false);
}

} // namespace questionnaire
