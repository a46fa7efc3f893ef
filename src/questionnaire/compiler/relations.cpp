#include "questionnaire/compiler/form_builder.h"

namespace questionnaire {

namespace {

bool isSelect(const Question& question)
{
    return question.type == QuestionType::SelectOne || question.type == QuestionType::SelectMultiple ||
           question.type == QuestionType::Rank;
}

class Relations
{
public:
    Relations(FormBuild& build, const SheetView& survey) : m_build(build), m_survey(survey) {}

    void run()
    {
        for (size_t i = 0; i < questions().size(); ++i) {
            checkTrigger(i);
            checkTableList(i);
            checkCase(i);
        }
        for (auto loop = m_build.loops.begin(); loop != m_build.loops.end(); ++loop)
            checkLoop(loop.key(), loop.value());
    }

private:
    const std::vector<Question>& questions() const { return m_build.form.questions; }
    base::Place place(size_t index, const QString& column) const
    {
        return m_survey.place(m_build.rows[index], column);
    }

    // Only what a person changes can set something off.
    void checkTrigger(size_t index)
    {
        const Question& question = questions()[index];
        for (const QString& name : referencesInText(question.trigger)) {
            const Question* trigger = m_build.form.question(name);
            if (!trigger) continue;
            const bool computed = !trigger->calculation.isEmpty() || !trigger->trigger.isEmpty();
            const bool shown = !trigger->label.isEmpty() || !trigger->hint.isEmpty();
            if (trigger->type == QuestionType::Calculate || (computed && !shown))
                m_build.error(u"hidden_trigger"_qs, place(index, u"trigger"_qs), {name, question.name});
        }
    }

    // A table-list shows one header for its selects: they share a list, whole.
    void checkTableList(size_t index)
    {
        const Question& group = questions()[index];
        if (!group.appearance.split(u' ').contains(u"table-list"_qs)) return;
        const Question* first = nullptr;
        for (const int child : group.children) {
            const Question& question = questions()[size_t(child)];
            if (!isSelect(question)) continue;
            if (!first) {
                first = &question;
                if (!question.choiceFilter.isEmpty())
                    m_build.error(u"table_list_filter"_qs, place(size_t(child), u"choice_filter"_qs),
                                  {question.name, group.name});
            } else if (question.list != first->list)
                m_build.error(u"table_list_mixed"_qs, place(size_t(child), u"type"_qs),
                              {group.name, first->list, question.list});
        }
    }

    // Tools that read the data afterwards do not all tell a from A.
    void checkCase(size_t index)
    {
        const Question& question = questions()[index];
        const auto key = std::pair(question.parent, question.name.toCaseFolded());
        const auto known = m_folded.constFind(key);
        if (known == m_folded.constEnd())
            m_folded.insert(key, question.name);
        else if (*known != question.name)
            m_build.warning(u"names_differ_by_case"_qs, place(index, u"name"_qs), {question.name, *known});
    }

    // A loop is written out once for each choice; a repeat in it would then bear its name several times.
    void checkLoop(int loop, const QString& listName)
    {
        const auto list = m_build.form.lists.constFind(listName);
        if (list == m_build.form.lists.constEnd() || list->choices.size() < 2) return;
        for (size_t i = 0; i < questions().size(); ++i)
            if (questions()[i].type == QuestionType::Repeat && isInside(int(i), loop))
                m_build.error(u"repeat_in_loop"_qs, place(i, u"name"_qs),
                              {questions()[i].name, questions()[size_t(loop)].name});
    }

    bool isInside(int index, int holder) const
    {
        for (int at = questions()[size_t(index)].parent; at >= 0; at = questions()[size_t(at)].parent)
            if (at == holder) return true;
        return false;
    }

    FormBuild& m_build;
    const SheetView& m_survey;
    QHash<std::pair<int, QString>, QString> m_folded; ///< first name of a group that folds to it
};

} // namespace

void checkRelations(FormBuild& build, const SheetView& survey)
{
    Relations(build, survey).run();
}

} // namespace questionnaire
