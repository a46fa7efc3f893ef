#include "questionnaire/expression/parser.h"

#include "questionnaire/expression/functions.h"
#include "questionnaire/expression/lexer.h"

#include <array>

namespace questionnaire {

namespace {

using namespace ast;

// Nesting that no author writes; deeper text would exhaust the stack.
constexpr int MaxDepth = 200;
// A chain of operators makes a tree as deep as it is long, and no author writes one of this length.
constexpr int MaxOperators = 2000;

struct Failed
{
};

struct Infix
{
    const char16_t* text;
    Operator op;
    int binding;
};

constexpr std::array<Infix, 14> Infixes{{{u"or", Operator::Or, 1},
                                         {u"and", Operator::And, 2},
                                         {u"=", Operator::Equal, 3},
                                         {u"!=", Operator::NotEqual, 3},
                                         {u"<", Operator::Less, 4},
                                         {u"<=", Operator::LessEqual, 4},
                                         {u">", Operator::Greater, 4},
                                         {u">=", Operator::GreaterEqual, 4},
                                         {u"+", Operator::Add, 5},
                                         {u"-", Operator::Subtract, 5},
                                         {u"*", Operator::Multiply, 6},
                                         {u"div", Operator::Divide, 6},
                                         {u"mod", Operator::Modulo, 6},
                                         {u"|", Operator::Union, 8}}};
constexpr int NegationBinding = 7;

const Infix* infixOf(const Token& token)
{
    if (token.kind != Token::Kind::Operator) return nullptr;
    for (const Infix& infix : Infixes)
        if (token.text == QStringView(infix.text)) return &infix;
    return nullptr;
}

struct AxisName
{
    const char16_t* text;
    Axis axis;
};

constexpr std::array<AxisName, 12> AxisNames{{{u"child", Axis::Child},
                                              {u"descendant", Axis::Descendant},
                                              {u"descendant-or-self", Axis::DescendantOrSelf},
                                              {u"parent", Axis::Parent},
                                              {u"ancestor", Axis::Ancestor},
                                              {u"ancestor-or-self", Axis::AncestorOrSelf},
                                              {u"self", Axis::Self},
                                              {u"following-sibling", Axis::FollowingSibling},
                                              {u"preceding-sibling", Axis::PrecedingSibling},
                                              {u"following", Axis::Following},
                                              {u"preceding", Axis::Preceding},
                                              {u"attribute", Axis::Attribute}}};

struct NodeTypeName
{
    const char16_t* text;
    NodeTest::Kind kind;
};

constexpr std::array<NodeTypeName, 4> NodeTypes{{{u"node", NodeTest::Kind::AnyNode},
                                                 {u"text", NodeTest::Kind::Text},
                                                 {u"comment", NodeTest::Kind::Comment},
                                                 {u"processing-instruction", NodeTest::Kind::Instruction}}};

const NodeTypeName* nodeTypeOf(const QString& name)
{
    for (const NodeTypeName& type : NodeTypes)
        if (name == QStringView(type.text)) return &type;
    return nullptr;
}

NodePtr makeNode(int position, decltype(Node::what) what)
{
    return NodePtr(new Node{position, std::move(what)});
}

/// Pratt parser. A fault is thrown as Failed inside the class only, and becomes a value at its edge.
class Parser
{
public:
    Parser(std::vector<Token> tokens, const std::vector<ExtraFunction>& extra, ExpressionError& error,
           QStringList& references)
        : m_tokens(std::move(tokens)), m_extra(extra), m_error(error), m_references(references)
    {
    }

    NodePtr run()
    {
        try {
            NodePtr root = expression(0);
            if (now().kind != Token::Kind::End) unexpected();
            return root;
        } catch (const Failed&) {
            return nullptr;
        }
    }

private:
    const Token& now() const { return m_tokens[m_at]; }
    const Token& after() const { return m_tokens[std::min(m_at + 1, m_tokens.size() - 1)]; }
    bool at(const char16_t* punctuation) const { return now().is(Token::Kind::Punctuation, punctuation); }

    [[noreturn]] void fail(const char16_t* code, int position, QStringList args = {})
    {
        m_error = {QString::fromUtf16(code), position, std::move(args)};
        throw Failed();
    }

    [[noreturn]] void unexpected()
    {
        if (now().kind == Token::Kind::End) fail(u"unexpected_end", now().position);
        fail(u"unexpected_token", now().position, {now().text});
    }

    bool accept(const char16_t* punctuation)
    {
        if (!at(punctuation)) return false;
        ++m_at;
        return true;
    }

    void expect(const char16_t* punctuation)
    {
        if (!accept(punctuation)) unexpected();
    }

    NodePtr expression(int binding)
    {
        if (++m_depth > MaxDepth) fail(u"too_deep", now().position);
        NodePtr left = prefix();
        while (const Infix* infix = infixOf(now())) {
            if (infix->binding <= binding) break;
            const int position = now().position;
            if (++m_operators > MaxOperators) fail(u"too_long", position);
            ++m_at;
            NodePtr right = expression(infix->binding);
            left = makeNode(position, Binary{infix->op, std::move(left), std::move(right)});
        }
        --m_depth;
        return left;
    }

    NodePtr prefix()
    {
        if (!now().is(Token::Kind::Operator, u"-")) return path();
        const int position = now().position;
        ++m_at;
        return makeNode(position, Negation{expression(NegationBinding)});
    }

    NodePtr path()
    {
        const int position = now().position;
        if (at(u".") && !continuesPath(after())) {
            ++m_at;
            return makeNode(position, Self{});
        }
        if (beginsStep() || at(u"/") || at(u"//")) return makeNode(position, locationPath());
        NodePtr start = primary();
        if (!at(u"[") && !at(u"/") && !at(u"//")) return start;
        Path path;
        path.start = std::move(start);
        path.predicates = predicates();
        if (at(u"/") || at(u"//")) moreSteps(path);
        return makeNode(position, std::move(path));
    }

    static bool continuesPath(const Token& token)
    {
        return token.is(Token::Kind::Punctuation, u"/") || token.is(Token::Kind::Punctuation, u"//") ||
               token.is(Token::Kind::Punctuation, u"[");
    }

    bool beginsStep() const
    {
        if (at(u".") || at(u"..") || at(u"@") || at(u"*")) return true;
        if (now().kind != Token::Kind::Name) return false;
        return !after().is(Token::Kind::Punctuation, u"(") || nodeTypeOf(now().text);
    }

    Path locationPath()
    {
        Path path;
        if (at(u"/") || at(u"//")) {
            path.absolute = true;
            if (at(u"/")) {
                ++m_at;
                if (!beginsStep()) return path;
                path.steps.push_back(step());
            }
        } else
            path.steps.push_back(step());
        moreSteps(path);
        return path;
    }

    void moreSteps(Path& path)
    {
        while (at(u"/") || at(u"//")) {
            if (at(u"//"))
                path.steps.push_back({Axis::DescendantOrSelf, {NodeTest::Kind::AnyNode, {}, {}}, {}});
            ++m_at;
            if (!beginsStep()) unexpected();
            path.steps.push_back(step());
        }
    }

    Step step()
    {
        Step step;
        if (accept(u".")) {
            step.axis = Axis::Self;
            step.test.kind = NodeTest::Kind::AnyNode;
        } else if (accept(u"..")) {
            step.axis = Axis::Parent;
            step.test.kind = NodeTest::Kind::AnyNode;
        } else {
            step.axis = axis();
            step.test = nodeTest();
        }
        step.predicates = predicates();
        return step;
    }

    Axis axis()
    {
        if (accept(u"@")) return Axis::Attribute;
        if (now().kind != Token::Kind::Name || !after().is(Token::Kind::Punctuation, u"::"))
            return Axis::Child;
        for (const AxisName& candidate : AxisNames) {
            if (now().text != QStringView(candidate.text)) continue;
            m_at += 2;
            return candidate.axis;
        }
        fail(u"unknown_axis", now().position, {now().text});
    }

    NodeTest nodeTest()
    {
        if (accept(u"*")) return {NodeTest::Kind::AnyName, {}, {}};
        if (now().kind != Token::Kind::Name) unexpected();
        const QString name = now().text;
        const bool called = after().is(Token::Kind::Punctuation, u"(");
        if (called) return nodeTypeTest(name);
        ++m_at;
        const qsizetype colon = name.indexOf(u':');
        const QString prefix = colon < 0 ? QString() : name.left(colon);
        const QString local = name.mid(colon + 1);
        if (local == u"*") return {NodeTest::Kind::AnyName, prefix, {}};
        return {NodeTest::Kind::Name, prefix, local};
    }

    NodeTest nodeTypeTest(const QString& name)
    {
        const NodeTypeName* type = nodeTypeOf(name);
        if (!type) unexpected();
        m_at += 2;
        NodeTest test{type->kind, {}, {}};
        if (type->kind == NodeTest::Kind::Instruction && now().kind == Token::Kind::Text) {
            test.name = now().text;
            ++m_at;
        }
        expect(u")");
        return test;
    }

    std::vector<NodePtr> predicates()
    {
        std::vector<NodePtr> all;
        while (accept(u"[")) {
            all.push_back(expression(0));
            expect(u"]");
        }
        return all;
    }

    NodePtr primary()
    {
        const Token token = now();
        switch (token.kind) {
        case Token::Kind::Number:
            ++m_at;
            return makeNode(token.position, Literal{token.number});
        case Token::Kind::Text:
            ++m_at;
            return makeNode(token.position, Literal{token.text});
        case Token::Kind::Reference:
            ++m_at;
            if (!m_references.contains(token.text)) m_references << token.text;
            return makeNode(token.position, Reference{token.text});
        case Token::Kind::Name:
            return call(token);
        default:
            break;
        }
        if (!accept(u"(")) unexpected();
        NodePtr inside = expression(0);
        expect(u")");
        return inside;
    }

    NodePtr call(const Token& name)
    {
        m_at += 2;
        Call call;
        if (!at(u")")) {
            do
                call.arguments.push_back(expression(0));
            while (accept(u","));
        }
        expect(u")");
        const auto extra = std::find_if(m_extra.begin(), m_extra.end(), [&](const ExtraFunction& function) {
            return function.name == name.text;
        });
        if (extra != m_extra.end()) {
            checkArity(name, call, extra->minArgs, extra->maxArgs);
            call.extra = std::make_shared<ExtraFunction>(*extra);
            prepareExtra(call);
        } else {
            call.builtIn = findBuiltIn(name.text);
            if (!call.builtIn) fail(u"unknown_function", name.position, {name.text});
            checkArity(name, call, call.builtIn->minArgs, call.builtIn->maxArgs);
        }
        return makeNode(name.position, std::move(call));
    }

    void checkArity(const Token& name, const Call& call, int least, int most)
    {
        const int given = int(call.arguments.size());
        if (given >= least && (most < 0 || given <= most)) return;
        fail(u"arity", name.position,
             {name.text, QString::number(least), most < 0 ? QString() : QString::number(most),
              QString::number(given)});
    }

    // References and literals never change: their arguments are made once, not at each evaluation.
    static void prepareExtra(Call& call)
    {
        bool constant = true;
        for (const NodePtr& argument : call.arguments) {
            const auto* reference = std::get_if<Reference>(&argument->what);
            const auto* literal = std::get_if<Literal>(&argument->what);
            call.references << (reference ? reference->name : QString());
            call.constants.push_back(literal     ? toExprValue(literal->value)
                                     : reference ? ExprValue(reference->name)
                                                 : ExprValue());
            constant = constant && (reference || literal);
        }
        if (!constant) call.constants.clear();
    }

    std::vector<Token> m_tokens;
    const std::vector<ExtraFunction>& m_extra;
    ExpressionError& m_error;
    QStringList& m_references;
    size_t m_at = 0;
    int m_depth = 0, m_operators = 0;
};

} // namespace

ast::NodePtr parseExpression(const QString& text, const std::vector<ExtraFunction>& extra,
                             ExpressionError& error, QStringList& references)
{
    std::vector<Token> tokens = tokenize(text, error);
    if (tokens.empty()) return nullptr;
    return Parser(std::move(tokens), extra, error, references).run();
}

} // namespace questionnaire
