#include "questionnaire/compiler/form_builder.h"

#include <QRegularExpression>

namespace questionnaire {

namespace {

/// Form tools find tables by their name alone: a name that would designate two of them designates none.
class Tables
{
public:
    Tables(FormBuild& build, const SheetView& survey) : m_build(build), m_survey(survey) {}

    void run()
    {
        declareExternal();
        for (size_t i = 0; i < questions().size(); ++i)
            declareUsedBy(i);
        for (const ChoiceList& list : std::as_const(m_build.form.lists))
            if (const auto other = m_files.constFind(list.name); other != m_files.constEnd())
                m_build.error(u"same_table"_qs, m_places.value(list.name), {list.name, *other, list.name});
        for (size_t i = 0; i < questions().size(); ++i)
            checkReference(i);
    }

private:
    const std::vector<Question>& questions() const { return m_build.form.questions; }
    base::Place place(size_t index, const QString& column) const
    {
        return m_survey.place(m_build.rows[index], column);
    }

    void declareExternal()
    {
        for (const ExternalTable& table : m_build.externalTables) {
            if (m_files.contains(table.name))
                m_build.error(u"same_table"_qs, table.place, {table.name, m_files[table.name], table.file});
            else
                declare(table.name, table.file, table.place);
        }
    }

    void declare(const QString& name, const QString& file, const base::Place& where)
    {
        const auto known = m_files.constFind(name);
        if (known == m_files.constEnd()) {
            m_files.insert(name, file);
            m_places.insert(name, where);
        } else if (*known != file)
            m_build.error(u"same_table"_qs, where, {name, *known, file});
    }

    void declareUsedBy(size_t index)
    {
        const Question& question = questions()[index];
        if (question.typeName.endsWith(u"_from_file"))
            declare(question.list.left(question.list.lastIndexOf(u'.')), question.list,
                    place(index, u"type"_qs));
        const std::pair<QString, QString> expressions[] = {
            {u"calculation"_qs, question.calculation},     {u"constraint"_qs, question.constraint},
            {u"relevant"_qs, question.relevant},           {u"required"_qs, question.requiredExpression},
            {u"readonly"_qs, question.readOnlyExpression}, {u"choice_filter"_qs, question.choiceFilter},
            {u"default"_qs, question.defaultValue}};
        static const QRegularExpression pulled(u"pulldata\\s*\\(\\s*['\"]([^'\"]+)['\"]"_qs);
        for (const auto& [column, text] : expressions)
            for (auto found = pulled.globalMatch(text); found.hasNext();) {
                const QString name = found.next().captured(1).trimmed();
                declare(name, name + u".csv"_qs, place(index, column));
            }
    }

    // What a map offers to pick from: a list, a table, or the rows of a repeat.
    void checkReference(size_t index)
    {
        const QString given = questions()[index].parameters.value(u"reference-geometry"_qs);
        if (given.isEmpty() || m_build.form.lists.contains(given) || isFile(given)) return;
        const QStringList names = referencesInText(given);
        const Question* repeat = names.size() == 1 ? m_build.form.question(names.front()) : nullptr;
        if (!repeat || repeat->type != QuestionType::Repeat)
            m_build.error(u"reference_geometry"_qs, place(index, u"parameters"_qs), {given});
    }

    bool isFile(const QString& name) const
    {
        const auto declares = [&](const ExternalTable& table) { return table.name == name; };
        const auto uses = [&](const Question& question) {
            return question.typeName.endsWith(u"_from_file") &&
                   question.list.left(question.list.lastIndexOf(u'.')) == name;
        };
        return std::any_of(m_build.externalTables.begin(), m_build.externalTables.end(), declares) ||
               std::any_of(questions().begin(), questions().end(), uses);
    }

    FormBuild& m_build;
    const SheetView& m_survey;
    QHash<QString, QString> m_files; ///< file by table name
    QHash<QString, base::Place> m_places;
};

} // namespace

void checkTables(FormBuild& build, const SheetView& survey)
{
    Tables(build, survey).run();
}

} // namespace questionnaire
