#include "questionnaire/xpath.h"

#include "base/error.h"
#include "questionnaire/expression/parser.h"
#include "questionnaire/values/answer.h"
#include "questionnaire/xform/node_path.h"
#include "questionnaire/xform/xform_document.h"

namespace questionnaire {

namespace {

using As = EvalRequest::As;

/// Answers of one record read by name, as a form would.
class AnswersScope final : public ExpressionScope
{
public:
    AnswersScope(const Answers& answers, QDateTime now) : m_answers(answers), m_now(std::move(now)) {}

    ExprValue read(const QString& name) const override
    {
        if (m_answers.contains(name)) return text(m_answers.at(name));
        for (auto repeat = m_answers.repeats().begin(); repeat != m_answers.repeats().end(); ++repeat) {
            QStringList texts;
            bool holds = repeat.key() == name;
            for (const Row& row : *repeat) {
                holds = holds || row.answers.contains(name);
                texts << text(row.answers.at(name));
            }
            if (holds) return texts;
        }
        return QString();
    }
    std::optional<std::vector<ExprValue>> readRows(const QString& repeat, const QString& name) const override
    {
        const auto* rows = m_answers.rows(repeat);
        if (!rows) return std::nullopt;
        std::vector<ExprValue> values;
        for (const Row& row : *rows)
            values.emplace_back(text(row.answers.at(name)));
        return values;
    }
    QString stateOf(const QString& name) const override { return stateCode(m_answers.at(name).state); }
    QDateTime now() const override { return m_now; }

private:
    static QString text(const Answer& answer)
    {
        if (answer.state == AnswerState::DontKnow) return QStringLiteral("nsp");
        return answer.isKnown() ? answer.value : QString();
    }

    const Answers& m_answers;
    QDateTime m_now;
};

EvalOutcome outcomeOf(const TreeValue& value, As as, const ExpressionScope& scope)
{
    switch (as) {
    case As::Number:
        return numberOf(value, &scope);
    case As::Boolean:
        return truthOf(value);
    case As::Text:
        return textOf(value);
    case As::NodeSet:
        break;
    }
    const auto* set = std::get_if<NodeSet>(&value);
    if (!set) return textsOf(value);
    QStringList paths;
    for (const TreeNode* node : set->nodes)
        paths << exactPath(node);
    return paths;
}

EvalFailure failureOf(const ExpressionError& error)
{
    return {error.code, error.position, error.args};
}

EvalOutcome evaluateText(const QString& text, const EvalContext& context, As as)
{
    ExpressionError error;
    QStringList references;
    const ast::NodePtr root = parseExpression(text, {}, error, references);
    if (!root) return failureOf(error);
    return outcomeOf(evaluate(*root, context), as, context.scope);
}

const TreeNode* nodeAt(const QString& path, const XFormDocument& document, const ExpressionScope& scope)
{
    if (path.isEmpty()) return &document.document();
    ExpressionError error;
    QStringList references;
    const ast::NodePtr root = parseExpression(path, {}, error, references);
    if (!root) return nullptr;
    const TreeNode* start = &document.document();
    const TreeValue found = evaluate(*root, EvalContext{scope, &document, start, start});
    const auto* set = std::get_if<NodeSet>(&found);
    return set && !set->nodes.empty() ? set->nodes.front() : nullptr;
}

// In a form, `/data` begins in the instance that holds the context.
const TreeNode* instanceAround(const TreeNode* node)
{
    for (; node; node = node->parent)
        if (node->isElement() && node->name == u"instance") return node;
    return nullptr;
}

QString unescaped(const QString& cell)
{
    static const QHash<QChar, QChar> escapes{{u't', u'\t'}, {u'n', u'\n'}, {u'r', u'\r'}, {u'\\', u'\\'}};
    QString text;
    for (qsizetype i = 0; i < cell.size(); ++i) {
        const bool escape = cell[i] == u'\\' && i + 1 < cell.size() && escapes.contains(cell[i + 1]);
        text += escape ? escapes.value(cell[++i]) : cell[i];
    }
    return text;
}

As kindOf(const QString& name)
{
    if (name.startsWith(u"number")) return As::Number;
    if (name == u"boolean") return As::Boolean;
    return name == u"nodeset" ? As::NodeSet : As::Text;
}

} // namespace

EvalOutcome evaluateOnDocument(const EvalRequest& request)
{
    XFormDocument document(request.xml.isEmpty()
                               ? std::make_unique<TreeNode>(TreeNode::Kind::Document, QString())
                               : parseTree(request.xml));
    const InstantScope scope(request.now);
    const TreeNode* context = nodeAt(request.context, document, scope);
    const TreeNode* root =
        request.root.isEmpty() ? instanceAround(context) : nodeAt(request.root, document, scope);
    if (!context) return EvalFailure{QStringLiteral("unknown_context"), 0, {request.context}};
    if (root) document.setRoot(root);
    return evaluateText(request.expression, EvalContext{scope, &document, context, context}, request.as);
}

EvalOutcome evaluateOnAnswers(const EvalRequest& request, const Answers& answers)
{
    const AnswersScope scope(answers, request.now);
    return evaluateText(request.expression, EvalContext{scope}, request.as);
}

std::optional<Explanation> explainOnAnswers(const EvalRequest& request, const Answers& answers)
{
    return explain(request.expression, AnswersScope(answers, request.now));
}

std::vector<EvalCase> readEvalCases(const QByteArray& tsv)
{
    QStringList lines = QString::fromUtf8(tsv).split(u'\n');
    const QStringList header = lines.takeFirst().trimmed().split(u'\t');
    const auto column = [&](const QString& name, const QString& other) {
        return std::max(header.indexOf(name), header.indexOf(other));
    };
    const qsizetype expression = header.indexOf(u"expression"_qs);
    if (expression < 0)
        throw base::Error(base::ErrorCode::Malformed, QStringLiteral("no column named expression"));
    const qsizetype id = header.indexOf(u"id"_qs), root = header.indexOf(u"context_root"_qs),
                    xml = column(u"xml"_qs, u"context_doc"_qs),
                    context = column(u"context"_qs, u"context_node"_qs), as = column(u"as"_qs, u"kind"_qs);
    std::vector<EvalCase> cases;
    for (QString& line : lines) {
        if (line.endsWith(u'\r')) line.chop(1);
        if (line.isEmpty()) continue;
        const QStringList cells = line.split(u'\t');
        const auto cell = [&](qsizetype index) {
            return index < 0 ? QString() : unescaped(cells.value(index));
        };
        EvalRequest request{cell(expression), kindOf(cell(as)), {}, cell(context), cell(root), {}};
        cases.push_back({cell(id), cell(xml), std::move(request)});
    }
    return cases;
}

} // namespace questionnaire
