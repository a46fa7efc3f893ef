#include "questionnaire/expression/functions.h"

#include <QUuid>

#include <array>

namespace questionnaire::ast {

namespace {

using Values = std::span<const TreeValue>;

TreeValue uuid(const EvalContext& context, Values a)
{
    if (a.empty()) return QUuid::createUuid().toString(QUuid::WithoutBraces);
    const double length = context.number(a[0]);
    QString text;
    while (double(text.size()) < length && length <= 1000)
        text += QUuid::createUuid().toString(QUuid::Id128);
    return text.left(length >= 0 ? qsizetype(length) : 0);
}

TreeValue itext(const EvalContext& context, Values a)
{
    return context.tree ? context.tree->itext(textOf(a[0])) : QString();
}

TreeValue choiceName(const EvalContext& context, Values a)
{
    return context.tree ? context.tree->choiceLabel(textOf(a[0]), textOf(a[1])) : textOf(a[0]);
}

// pulldata(table, column, key column, key): one cell of a table carried as a secondary instance.
TreeValue pullData(const EvalContext& context, Values a)
{
    const TreeNode* table = context.tree ? context.tree->instance(textOf(a[0])) : nullptr;
    if (!table) return QString();
    const QString column = textOf(a[1]), keyColumn = textOf(a[2]), key = textOf(a[3]);
    const TreeNode* root = table->child(QStringLiteral("root"));
    for (const auto& item : (root ? root : table)->children) {
        const TreeNode* cell = item->child(keyColumn);
        if (!cell || cell->stringValue() != key) continue;
        const TreeNode* wanted = item->child(column);
        return wanted ? wanted->stringValue() : QString();
    }
    return QString();
}

// Properties of the device and the user: a desktop study has none to give.
TreeValue property(const EvalContext&, Values)
{
    return QString();
}

constexpr std::array<BuiltIn, 5> Functions{{
    {QLatin1String("uuid"), 0, 1, uuid},
    {QLatin1String("jr:itext"), 1, 1, itext},
    {QLatin1String("jr:choice-name"), 2, 2, choiceName},
    {QLatin1String("pulldata"), 4, 4, pullData},
    {QLatin1String("property"), 1, 1, property},
}};

} // namespace

std::span<const BuiltIn> formFunctions()
{
    return Functions;
}

} // namespace questionnaire::ast
