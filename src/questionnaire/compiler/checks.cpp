#include "questionnaire/compiler/form_builder.h"
#include "questionnaire/expression/expression.h"

#include <QRegularExpression>

namespace questionnaire {

bool hasBrokenReference(const QString& text)
{
    static const QRegularExpression whole(u"\\$\\{\\s*[^{}$]+?\\s*\\}"_qs);
    if (!text.contains(u"${")) return false;
    return text.count(u"${"_qs) != QString(text).remove(whole).count(u"${"_qs) + text.count(whole) ||
           QString(text).remove(whole).contains(u"${");
}

namespace {

class Checker
{
public:
    Checker(FormBuild& build, const SheetView& survey) : m_build(build), m_survey(survey) {}

    void run()
    {
        m_reads.resize(questions().size());
        for (size_t i = 0; i < questions().size(); ++i)
            check(i);
        for (const CitingText& citing : m_build.citing)
            checkText(citing);
        findCycles();
    }

private:
    const std::vector<Question>& questions() const { return m_build.form.questions; }
    base::Place place(size_t index, const QString& column) const
    {
        return m_survey.place(m_build.rows[index], column);
    }

    void check(size_t index)
    {
        const Question& question = questions()[index];
        if (question.isOther) { // its texts and conditions are ours
            m_reads[index] = {question.name.chopped(OtherEnding.size())};
            return;
        }
        m_reads[index] = checkExpression(index, u"relevant"_qs, question.relevant) +
                         checkExpression(index, u"calculation"_qs, question.calculation);
        checkExpression(index, u"constraint"_qs, question.constraint);
        checkExpression(index, u"required"_qs, question.requiredExpression);
        checkExpression(index, u"choice_filter"_qs, question.choiceFilter);
        checkExpression(index, u"repeat_count"_qs, question.repeatCount);
        checkExpression(index, u"readonly"_qs, question.readOnlyExpression);
        checkTrigger(index, question);
        if (question.list.startsWith(u"${")) checkNames(index, u"type"_qs, referencesInText(question.list));
        checkNames(index, u"parameters"_qs, referencesInText(question.parameters.value(u"seed"_qs)));
        if (isDynamicDefault(question.defaultValue))
            checkExpression(index, u"default"_qs, question.defaultValue);
        for (const QString& column : translatableColumns())
            for (const QString& text : m_survey.localized(m_build.rows[index], column))
                checkText({text, question.name, place(index, column)});
    }

    void checkText(const CitingText& citing)
    {
        if (hasBrokenReference(citing.text))
            m_build.error(u"broken_reference"_qs, citing.place, {citing.text});
        else
            checkNames(citing.place, citing.owner, referencesInText(citing.text));
    }

    // What form tools make beside the questions: the count of a repeat, and what identifies a record.
    bool isMade(const QString& name) const
    {
        if (name == u"instanceName") return !m_build.form.instanceName.isEmpty();
        if (name == u"instanceID") return !m_build.instanceIdOmitted;
        static const QString ending = u"_count"_qs;
        if (!name.endsWith(ending)) return false;
        const Question* repeat = m_build.form.question(name.chopped(ending.size()));
        return repeat && !repeat->repeatCount.isEmpty();
    }

    QStringList checkExpression(size_t index, const QString& column, const QString& text)
    {
        if (text.isEmpty()) return {};
        ExpressionError error;
        const auto compiled = Expression::compile(text, error);
        if (!compiled) {
            QStringList args{text, error.code, QString::number(error.position + 1)};
            m_build.error(u"bad_expression"_qs, place(index, column), args + error.args);
            return {};
        }
        checkNames(index, column, compiled->references());
        return compiled->references();
    }

    void checkNames(size_t index, const QString& column, const QStringList& names)
    {
        checkNames(place(index, column), questions()[index].name, names);
    }

    void checkNames(const base::Place& where, const QString& owner, const QStringList& names)
    {
        for (QString name : names) {
            if (name.startsWith(u"last-saved#")) name.remove(0, 11);
            if (!m_build.form.index.contains(name)) {
                if (!isMade(name)) m_build.error(u"unknown_reference"_qs, where, {name, owner});
            } else if (m_build.ambiguousNames.contains(name))
                m_build.error(u"ambiguous_reference"_qs, where, {name, owner});
        }
    }

    void checkTrigger(size_t index, const Question& question)
    {
        if (question.trigger.isEmpty()) return;
        const QStringList names = referencesInText(question.trigger);
        if (names.isEmpty())
            m_build.error(u"bad_trigger"_qs, place(index, u"trigger"_qs), {question.trigger});
        checkNames(index, u"trigger"_qs, names);
    }

    // What must be known before a question: its own expressions and the conditions of the groups around it.
    std::vector<int> needs(int index) const
    {
        std::vector<int> all;
        for (int at = index; at >= 0; at = questions()[size_t(at)].parent)
            for (const QString& name : m_reads[size_t(at)])
                if (const auto found = m_build.form.index.constFind(name);
                    found != m_build.form.index.constEnd())
                    all.push_back(*found);
        return all;
    }

    // Depth first, with our own stack: a chain may be as long as the form.
    void findCycles()
    {
        m_marks.assign(questions().size(), Mark::New);
        for (size_t i = 0; i < questions().size(); ++i)
            if (m_marks[i] == Mark::New) follow(int(i));
    }

    struct Stage
    {
        std::vector<int> needed;
        size_t next = 0;
    };

    void enter(int index, std::vector<Stage>& stages)
    {
        m_marks[size_t(index)] = Mark::Open;
        m_chain.push_back(index);
        stages.push_back({needs(index), 0});
    }

    void follow(int from)
    {
        std::vector<Stage> stages;
        enter(from, stages);
        while (!stages.empty()) {
            Stage& stage = stages.back();
            if (stage.next == stage.needed.size()) {
                m_marks[size_t(m_chain.back())] = Mark::Done;
                m_chain.pop_back();
                stages.pop_back();
                continue;
            }
            const int needed = stage.needed[stage.next++];
            if (m_marks[size_t(needed)] == Mark::Open)
                reportCycle(needed);
            else if (m_marks[size_t(needed)] == Mark::New)
                enter(needed, stages);
        }
    }

    void reportCycle(int index)
    {
        QStringList names;
        const auto from = std::find(m_chain.begin(), m_chain.end(), index);
        for (auto at = from; at != m_chain.end(); ++at)
            names << questions()[size_t(*at)].name;
        names << questions()[size_t(index)].name;
        const QString column =
            questions()[size_t(index)].relevant.isEmpty() ? u"calculation"_qs : u"relevant"_qs;
        m_build.error(u"cycle"_qs, place(size_t(index), column), {names.join(u" → "_qs)});
    }

    enum class Mark : quint8 { New, Open, Done };
    FormBuild& m_build;
    const SheetView& m_survey;
    std::vector<QStringList> m_reads; ///< names in relevance and calculation, per question
    std::vector<Mark> m_marks;
    std::vector<int> m_chain;
};

} // namespace

void checkForm(FormBuild& build, const SheetView& survey)
{
    Checker(build, survey).run();
}

} // namespace questionnaire
