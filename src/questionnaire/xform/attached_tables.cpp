#include "questionnaire/xform/attached_tables.h"

#include "base/atomic_file.h"
#include "tabular/csv.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

namespace questionnaire {

namespace {

constexpr qint64 LargestTable = qint64(16) << 20;

/// "lieux.csv": a name and nothing else, so that it stays in its folder.
bool isTableName(const QString& name)
{
    static const QRegularExpression form(u"^[\\w\\- ]+\\.csv$"_qs,
                                         QRegularExpression::UseUnicodePropertiesOption);
    return form.match(name).hasMatch();
}

QStringList tablesOf(const Form& form)
{
    static const QRegularExpression pulled(u"pulldata\\s*\\(\\s*['\"]([^'\"]+)['\"]"_qs);
    QStringList names = form.externalFiles;
    for (const Question& question : form.questions) {
        names << question.list;
        for (const QString& text : {question.calculation, question.relevant, question.constraint,
                                    question.choiceFilter, question.defaultValue})
            for (auto found = pulled.globalMatch(text); found.hasNext();)
                names << found.next().captured(1).trimmed() + u".csv"_qs;
    }
    names.removeDuplicates();
    names.removeIf([](const QString& name) { return !isTableName(name); });
    return names;
}

std::unique_ptr<TreeNode> element(const QString& name)
{
    return std::make_unique<TreeNode>(TreeNode::Kind::Element, name);
}

std::unique_ptr<TreeNode> instanceOf(const QString& id, const tabular::Rows& rows)
{
    auto instance = element(u"instance"_qs);
    auto attribute = std::make_unique<TreeNode>(TreeNode::Kind::Attribute, u"id"_qs, id);
    attribute->parent = instance.get();
    instance->attributes.push_back(std::move(attribute));
    TreeNode* root = instance->append(element(u"root"_qs));
    for (size_t row = 1; row < rows.size(); ++row) {
        TreeNode* item = root->append(element(u"item"_qs));
        for (qsizetype column = 0; column < std::min(rows[0].size(), rows[row].size()); ++column)
            item->append(element(rows[0][column].trimmed()))->setText(rows[row][column]);
    }
    return instance;
}

} // namespace

void attachTables(TreeNode& model, const Form& form, const QString& folder)
{
    for (const QString& name : tablesOf(form)) {
        const QString path = QDir(folder).filePath(name);
        if (!QFileInfo(path).isFile()) continue;
        const tabular::Rows rows = tabular::parseCsv(base::readFile(path, LargestTable));
        if (!rows.empty()) model.append(instanceOf(name.chopped(4), rows));
    }
}

} // namespace questionnaire
