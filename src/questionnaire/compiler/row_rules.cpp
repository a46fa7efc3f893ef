#include "questionnaire/compiler/form_builder.h"
#include "questionnaire/compiler/parameters.h"

#include <QRegularExpression>

namespace questionnaire {

namespace {

class RowRules
{
public:
    RowRules(FormBuild& build, const SheetView& survey, size_t row, const Question& question,
             const TypeCell& type)
        : m_build(build), m_survey(survey), m_row(row), m_question(question), m_type(type)
    {
    }

    void run()
    {
        checkFile();
        checkExternal();
        checkOther();
        checkContainer();
        checkDevice();
        if (m_question.type == QuestionType::Range) checkRange(m_build, m_question, at(u"parameters"_qs));
        if (m_type.name == u"audit" && m_question.name != u"audit")
            m_build.error(u"audit_name"_qs, at(u"name"_qs), {m_question.name});
        if (m_type.name == u"image" && !m_question.parameters.contains(u"max-pixels"_qs))
            m_build.warning(u"image_without_max_pixels"_qs, at(u"parameters"_qs), {m_question.name});
    }

private:
    base::Place at(const QString& column) const { return m_survey.place(m_row, column); }

    void checkFile()
    {
        if (!m_type.name.endsWith(u"_from_file")) return;
        static const QRegularExpression file(u"^[^.]+\\.(csv|xml|geojson)$"_qs);
        if (!file.match(m_type.list).hasMatch())
            m_build.error(u"file_extension"_qs, at(u"type"_qs), {m_type.list});
        static const QRegularExpression search(u"\\bsearch\\s*\\("_qs);
        if (search.match(m_question.appearance).hasMatch())
            m_build.error(u"search_on_file"_qs, at(u"appearance"_qs), {m_question.name});
    }

    void checkExternal()
    {
        if (m_type.name != u"select_one_external") return;
        if (!m_build.externalLists)
            m_build.error(u"missing_external_choices"_qs, at(u"type"_qs), {m_type.list});
        else if (!m_build.externalLists->contains(m_type.list))
            m_build.error(u"missing_external_list"_qs, at(u"type"_qs), {m_type.list, m_question.name});
        if (m_question.choiceFilter.isEmpty())
            m_build.warning(u"external_without_filter"_qs, at(u"choice_filter"_qs), {m_question.name});
    }

    void checkOther()
    {
        if (!m_type.orOther) return;
        if (!m_question.choiceFilter.isEmpty())
            m_build.error(u"other_with_filter"_qs, at(u"choice_filter"_qs), {m_question.name});
        if (m_type.listIsFile || m_type.list.startsWith(u"${"))
            m_build.error(u"other_without_choices"_qs, at(u"type"_qs), {m_question.name});
    }

    void checkContainer()
    {
        if (m_question.type != QuestionType::Group && m_question.type != QuestionType::Repeat) return;
        if (m_question.required || !m_question.requiredExpression.isEmpty())
            m_build.warning(u"required_group"_qs, at(u"required"_qs), {m_question.name});
        const bool isScreen = m_question.appearance.split(u' ').contains(u"field-list"_qs);
        if (m_question.label.isEmpty() && m_question.media.isEmpty() && !isScreen)
            m_build.warning(u"group_without_label"_qs, at(u"label"_qs), {m_question.name});
        if (!m_type.isLoop) return;
        if (m_type.list.isEmpty())
            m_build.error(u"loop_without_list"_qs, at(u"type"_qs), {m_question.name});
        else if (!m_build.form.lists.contains(m_type.list))
            m_build.error(u"missing_list"_qs, at(u"type"_qs), {m_type.list, m_question.name});
    }

    void checkDevice()
    {
        static const QStringList old{u"simserial"_qs, u"phonenumber"_qs, u"subscriberid"_qs};
        if (old.contains(m_type.name)) m_build.warning(u"old_device_data"_qs, at(u"type"_qs), {m_type.name});
        if (m_type.name != u"background-geopoint") return;
        if (m_question.trigger.isEmpty())
            m_build.error(u"geopoint_without_trigger"_qs, at(u"trigger"_qs), {m_question.name});
        if (!m_question.calculation.isEmpty())
            m_build.error(u"geopoint_with_calculation"_qs, at(u"calculation"_qs), {m_question.name});
    }

    FormBuild& m_build;
    const SheetView& m_survey;
    size_t m_row;
    const Question& m_question;
    const TypeCell& m_type;
};

} // namespace

void checkRow(FormBuild& build, const SheetView& survey, size_t row, const Question& question,
              const TypeCell& type)
{
    RowRules(build, survey, row, question, type).run();
}

} // namespace questionnaire
