#include "questionnaire/compiler/form_builder.h"
#include "questionnaire/compiler/parameters.h"

#include <QRegularExpression>
#include <QSet>

namespace questionnaire {

namespace {

// Word processors curl quotes; no expression wants them curled.
QString straightQuotes(QString expression)
{
    for (const QChar curled : {QChar(0x2018), QChar(0x2019)})
        expression.replace(curled, u'\'');
    for (const QChar curled : {QChar(0x201C), QChar(0x201D)})
        expression.replace(curled, u'"');
    return expression;
}

} // namespace

bool isValidName(const QString& name)
{
    static const QRegularExpression form(u"^[\\p{L}_][\\p{L}\\p{M}\\p{N}_.\\-]*$"_qs,
                                         QRegularExpression::UseUnicodePropertiesOption);
    return form.match(name).hasMatch();
}

namespace {

constexpr size_t DeepestGroup = 64;

class SurveyBuilder
{
public:
    SurveyBuilder(FormBuild& build, const SheetView& survey) : m_build(build), m_survey(survey) {}

    void run()
    {
        for (size_t row = 0; row < m_survey.rowCount() && !m_build.tooDeep; ++row)
            if (!m_survey.isEmpty(row) && !isYes(cell(row, u"disabled"_qs))) addRow(row);
        if (m_build.tooDeep) return;
        for (const int open : m_open)
            m_build.error(u"unclosed_group"_qs, m_survey.place(m_build.rows[size_t(open)], u"type"_qs),
                          {at(open).name});
        numberQuestions();
    }

private:
    QString cell(size_t row, const QString& column) const { return m_survey.cell(row, column); }
    QString expression(size_t row, const QString& column) const { return straightQuotes(cell(row, column)); }
    Question& at(int index) { return m_build.form.questions[size_t(index)]; }
    int parent() const { return m_open.empty() ? -1 : m_open.back(); }

    void addRow(size_t row)
    {
        const QString typeText = cell(row, u"type"_qs).simplified();
        if (typeText.isEmpty()) {
            const bool meant =
                !cell(row, u"name"_qs).isEmpty() || !m_survey.localized(row, u"label"_qs).isEmpty();
            const base::Place place = m_survey.place(row, u"type"_qs);
            if (meant)
                m_build.error(u"missing_type"_qs, place, {cell(row, u"name"_qs)});
            else
                m_build.warning(u"skipped_row"_qs, place);
            return;
        }
        const auto type = parseType(typeText);
        if (!type) {
            m_build.error(u"unknown_type"_qs, m_survey.place(row, u"type"_qs), {typeText});
            return;
        }
        switch (type->role) {
        case TypeCell::Role::EndGroup:
            close(row, QuestionType::Group);
            break;
        case TypeCell::Role::EndRepeat:
            close(row, QuestionType::Repeat);
            break;
        case TypeCell::Role::ExternalFile:
            addExternalTable(row, type->name);
            break;
        default:
            addQuestion(row, *type);
        }
    }

    void close(size_t row, QuestionType type)
    {
        if (m_open.empty() || at(m_open.back()).type != type) {
            m_build.error(u"unmatched_end"_qs, m_survey.place(row, u"type"_qs),
                          {cell(row, u"type"_qs), m_open.empty() ? QString() : at(m_open.back()).name});
            return;
        }
        if (at(m_open.back()).children.empty())
            m_build.warning(u"empty_group"_qs, m_survey.place(row, u"type"_qs), {at(m_open.back()).name});
        m_open.pop_back();
    }

    void addQuestion(size_t row, const TypeCell& type)
    {
        Question question;
        question.name = nameOf(row, type);
        question.type = type.type;
        question.typeName = type.name;
        if (!type.isLoop) question.list = type.list;
        question.orOther = type.orOther;
        question.parent = parent();
        readTexts(row, question);
        readLogic(row, question);
        if (question.constraint.isEmpty()) question.constraint = type.constraint;
        readStudyColumns(row, question);
        readParameters(m_build, cell(row, u"parameters"_qs), m_survey.place(row, u"parameters"_qs), question);
        checkName(row, question);
        checkLabel(row, question);
        checkList(row, question, type);
        checkRow(m_build, m_survey, row, question, type);
        if (type.isLoop) m_build.loops.insert(int(m_build.form.questions.size()), type.list);
        const bool offersOther = question.orOther && m_build.form.lists.contains(question.list);
        if (!offersOther) return append(row, std::move(question));
        Question other = otherTextOf(m_build.form, question);
        append(row, std::move(question));
        addOtherChoice(m_build.form, type.list);
        checkName(row, other);
        append(row, std::move(other));
    }

    // Notes need no name, and the audit has its own.
    QString nameOf(size_t row, const TypeCell& type) const
    {
        const QString name = cell(row, u"name"_qs);
        if (!name.isEmpty()) return name;
        if (type.name == u"audit") return type.name;
        const int written = m_survey.place(row, u"name"_qs).row;
        return type.type == QuestionType::Note ? u"generated_note_name_%1"_qs.arg(written) : QString();
    }

    void addExternalTable(size_t row, const QString& type)
    {
        const QString name = cell(row, u"name"_qs);
        const base::Place place = m_survey.place(row, u"name"_qs);
        if (name.isEmpty())
            m_build.error(u"missing_name"_qs, place, {type});
        else if (!isValidName(name))
            m_build.error(u"invalid_name"_qs, place, {name});
        else {
            const QString file = name + (type == u"csv-external" ? u".csv"_qs : u".xml"_qs);
            m_build.externalTables.push_back({name, file, place});
            m_build.form.externalFiles << file;
        }
    }

    void append(size_t row, Question question)
    {
        const int index = int(m_build.form.questions.size());
        if (question.parent >= 0) at(question.parent).children.push_back(index);
        const bool holds = question.type == QuestionType::Group || question.type == QuestionType::Repeat;
        if (question.parent < 0 && question.type == QuestionType::Group)
            m_build.form.sections.push_back(index);
        if (!question.name.isEmpty()) {
            if (m_build.form.index.contains(question.name))
                m_build.ambiguousNames << question.name;
            else
                m_build.form.index.insert(question.name, index);
        }
        m_build.form.questions.push_back(std::move(question));
        m_build.rows.push_back(row);
        if (holds) m_open.push_back(index);
        if (m_open.size() <= DeepestGroup) return;
        m_build.error(u"too_deep"_qs, m_survey.place(row, u"type"_qs), {QString::number(DeepestGroup)});
        m_build.tooDeep = true;
    }

    void readTexts(size_t row, Question& question)
    {
        question.labels = m_survey.localized(row, u"label"_qs);
        question.hints = m_survey.localized(row, u"hint"_qs);
        const QString language = m_build.form.defaultLanguage;
        question.label = defaultText(question.labels, language);
        question.hint = defaultText(question.hints, language);
        question.guidances = m_survey.localized(row, u"guidance_hint"_qs);
        question.guidance = defaultText(question.guidances, language);
        question.constraintMessages = m_survey.localized(row, u"constraint_message"_qs);
        question.constraintMessage = defaultText(question.constraintMessages, language);
        question.requiredMessages = m_survey.localized(row, u"required_message"_qs);
        question.requiredMessage = defaultText(question.requiredMessages, language);
        for (Translations* texts : {&question.labels, &question.hints, &question.guidances,
                                    &question.constraintMessages, &question.requiredMessages})
            texts->remove(QString());
        question.media = readMedia(m_survey, row);
        question.unit = cell(row, u"unite"_qs);
    }

    void readLogic(size_t row, Question& question)
    {
        question.relevant = expression(row, u"relevant"_qs);
        question.constraint = expression(row, u"constraint"_qs);
        question.calculation = expression(row, u"calculation"_qs);
        question.choiceFilter = expression(row, u"choice_filter"_qs);
        question.defaultValue = cell(row, u"default"_qs);
        question.appearance = cell(row, u"appearance"_qs);
        question.trigger = cell(row, u"trigger"_qs);
        question.repeatCount = expression(row, u"repeat_count"_qs);
        const QString readOnly = expression(row, u"readonly"_qs);
        question.readOnly = isYes(readOnly);
        if (!question.readOnly && !isNo(readOnly)) question.readOnlyExpression = readOnly;
        const QString required = expression(row, u"required"_qs);
        question.required = isYes(required);
        if (!question.required && !isNo(required)) question.requiredExpression = required;
    }

    void readStudyColumns(size_t row, Question& question)
    {
        const QString sensitivity = cell(row, u"sensibilite"_qs);
        if (sensitivity == u"restreint")
            question.sensitivity = Sensitivity::Restricted;
        else if (sensitivity == u"confidentiel")
            question.sensitivity = Sensitivity::Confidential;
        else if (!sensitivity.isEmpty() && sensitivity != u"public")
            m_build.error(u"unknown_sensitivity"_qs, m_survey.place(row, u"sensibilite"_qs), {sensitivity});
        const QString scope = cell(row, u"portee"_qs);
        if (scope == u"passage")
            question.scope = Scope::Passage;
        else if (scope.isEmpty() && question.parent >= 0)
            question.scope = at(question.parent).scope;
        else if (!scope.isEmpty() && scope != u"acteur")
            m_build.error(u"unknown_scope"_qs, m_survey.place(row, u"portee"_qs), {scope});
        question.shortForm = isYes(cell(row, u"court"_qs));
        question.indicators = cell(row, u"indicateur"_qs).split(u';', Qt::SkipEmptyParts);
    }

    void checkName(size_t row, const Question& question)
    {
        const base::Place place = m_survey.place(row, u"name"_qs);
        if (question.name.isEmpty())
            m_build.error(u"missing_name"_qs, place, {cell(row, u"type"_qs)});
        else if (!isValidName(question.name))
            m_build.error(u"invalid_name"_qs, place, {question.name});
        else if (question.name == u"meta" ||
                 (question.type == QuestionType::Repeat && question.name == u"data"))
            m_build.error(u"reserved_name"_qs, place, {question.name});
        else if (isTaken(question))
            m_build.error(u"duplicate_name"_qs, place, {question.name});
    }

    // Names must differ within a group; those of repeats everywhere.
    bool isTaken(const Question& question)
    {
        const auto here = std::pair(question.parent, question.name);
        const bool isRepeat = question.type == QuestionType::Repeat;
        const bool taken = m_taken.contains(here) || (isRepeat && m_repeatNames.contains(question.name));
        m_taken.insert(here);
        if (isRepeat) m_repeatNames.insert(question.name);
        return taken;
    }

    void checkLabel(size_t row, const Question& question)
    {
        const base::Place place = m_survey.place(row, u"label"_qs);
        const bool computed = !question.calculation.isEmpty();
        if (question.type == QuestionType::Calculate && !computed && !question.defaultValue.contains(u'('))
            m_build.error(u"missing_calculation"_qs, m_survey.place(row, u"calculation"_qs), {question.name});
        if (!isVisible(question.type) || computed || !question.label.isEmpty() || !question.hint.isEmpty())
            return;
        if (!question.media.isEmpty()) return;
        m_build.error(u"missing_label"_qs, place, {question.name});
    }

    void checkList(size_t row, const Question& question, const TypeCell& type)
    {
        const bool selects = type.type == QuestionType::SelectOne ||
                             type.type == QuestionType::SelectMultiple || type.type == QuestionType::Rank;
        if (!selects || type.listIsFile || type.list.startsWith(u"${")) return;
        const auto list = m_build.form.lists.constFind(type.list);
        const base::Place place = m_survey.place(row, u"type"_qs);
        if (list == m_build.form.lists.constEnd()) {
            m_build.error(u"missing_list"_qs, place, {type.list, question.name});
            return;
        }
        if (type.type != QuestionType::SelectMultiple && type.type != QuestionType::Rank) return;
        for (const Choice& choice : list->choices)
            if (choice.name.contains(u' '))
                m_build.error(u"space_in_choice"_qs, place, {choice.name, type.list});
    }

    void numberQuestions()
    {
        QHash<int, int> counts;
        for (size_t i = 0; i < m_build.form.questions.size(); ++i) {
            Question& question = m_build.form.questions[i];
            const bool asked = isVisible(question.type) && question.type != QuestionType::Note;
            if (asked) question.number = ++counts[m_build.form.sectionOf(int(i))];
        }
    }

    FormBuild& m_build;
    const SheetView& m_survey;
    std::vector<int> m_open;
    QSet<std::pair<int, QString>> m_taken; ///< names by the group that holds them
    QSet<QString> m_repeatNames;
};

} // namespace

void buildSurvey(FormBuild& build, const SheetView& survey)
{
    SurveyBuilder(build, survey).run();
}

} // namespace questionnaire
