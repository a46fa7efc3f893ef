#include "questionnaire/compiler.h"
#include "questionnaire/difference.h"
#include "questionnaire/standard.h"
#include "questionnaire/tables.h"

#include <gtest/gtest.h>

using namespace questionnaire;

namespace {

/// The standard form as sheets, to be changed as somebody would in a spreadsheet.
class Sheets
{
public:
    QString& survey(const QString& question, const QString& column)
    {
        return cell(m_sheets[0], rowOf(m_sheets[0], {question}), column);
    }
    QString& choice(const QString& list, const QString& name, const QString& column)
    {
        return cell(m_sheets[1], rowOf(m_sheets[1], {list, name}), column);
    }
    QString& setting(const QString& column) { return cell(m_sheets[2], 1, column); }

    void addAfter(const QString& question, const QStringList& typeNameLabel)
    {
        auto& rows = m_sheets[0].rows;
        QStringList row(rows[0].size());
        row[0] = typeNameLabel[0];
        row[1] = typeNameLabel[1];
        row[column(m_sheets[0], u"label::Français (fr)"_qs)] = typeNameLabel[2];
        rows.insert(rows.begin() + qsizetype(rowOf(m_sheets[0], {question})) + 1, row);
    }
    void addChoice(const QString& list, const QString& after, const QString& name)
    {
        auto& rows = m_sheets[1].rows;
        const size_t at = rowOf(m_sheets[1], {list, after});
        QStringList row = rows[at];
        row[1] = name;
        rows.insert(rows.begin() + qsizetype(at) + 1, row);
    }
    void remove(const QString& question) { removeRow(0, {question}); }
    void removeChoice(const QString& list, const QString& name) { removeRow(1, {list, name}); }
    void moveAfter(const QString& question, const QString& other)
    {
        auto& rows = m_sheets[0].rows;
        const size_t at = rowOf(m_sheets[0], {question});
        const QStringList row = rows[at];
        rows.erase(rows.begin() + qsizetype(at));
        rows.insert(rows.begin() + qsizetype(rowOf(m_sheets[0], {other})) + 1, row);
    }

    std::shared_ptr<const Form> compile() const
    {
        const CompileResult result = compileForm(m_sheets);
        for (const base::Issue& issue : result.issues)
            if (issue.severity == base::Severity::Error)
                ADD_FAILURE() << issue.code.toStdString() << ' ' << issue.args.join(u' ').toStdString();
        return result.form;
    }

private:
    static qsizetype column(SheetTable& sheet, const QString& name)
    {
        const qsizetype at = sheet.rows[0].indexOf(name);
        if (at >= 0) return at;
        sheet.rows[0] << name;
        for (size_t r = 1; r < sheet.rows.size(); ++r)
            sheet.rows[r] << QString();
        return sheet.rows[0].size() - 1;
    }
    static size_t rowOf(const SheetTable& sheet, const QStringList& key)
    {
        for (size_t r = 1; r < sheet.rows.size(); ++r) {
            const QStringList& row = sheet.rows[r];
            if (row[0].startsWith(u"end_")) continue;
            if (key.size() == 1 ? row[1] == key[0] : row[0] == key[0] && row[1] == key[1]) return r;
        }
        ADD_FAILURE() << "no row " << key.join(u' ').toStdString();
        return 1;
    }
    static QString& cell(SheetTable& sheet, size_t row, const QString& name)
    {
        return sheet.rows[row][column(sheet, name)];
    }
    void removeRow(size_t sheet, const QStringList& key)
    {
        auto& rows = m_sheets[sheet].rows;
        rows.erase(rows.begin() + qsizetype(rowOf(m_sheets[sheet], key)));
    }

    std::vector<SheetTable> m_sheets = sheetsOf(*standardForm());
};

const QString French = u"label::Français (fr)"_qs, English = u"label::English (en)"_qs;

struct Given
{
    const char* name;
    void (*mutate)(Sheets&);
    QStringList expected; ///< "code question list item language"
};

QString line(const Change& change)
{
    return QStringList{changeCode(change.kind), change.question, change.list, change.item, change.language}
        .join(u'|');
}

QStringList lines(const std::vector<Change>& changes)
{
    QStringList all;
    for (const Change& change : changes)
        all << line(change);
    return all;
}

class Mutation : public testing::TestWithParam<Given>
{
};

TEST_P(Mutation, is_told_alone)
{
    Sheets sheets;
    GetParam().mutate(sheets);
    const auto form = sheets.compile();
    ASSERT_TRUE(form);
    const QStringList told = lines(difference(*standardForm(), *form));
    EXPECT_EQ(told, GetParam().expected) << told.join(u'\n').toStdString();
}

INSTANTIATE_TEST_SUITE_P(
    all, Mutation,
    testing::Values(
        Given{"nothing", [](Sheets&) {}, {}},
        Given{"title",
              [](Sheets& s) { s.setting(u"form_title"_qs) = u"Autre"_qs; },
              {u"questionnaire.property|||title|"_qs}},
        Given{"version",
              [](Sheets& s) { s.setting(u"version"_qs) = u"2.0"_qs; },
              {u"questionnaire.property|||version|"_qs}},
        Given{"added",
              [](Sheets& s) {
                  s.addAfter(u"id_sigle"_qs, {u"text"_qs, u"id_devise"_qs, u"Devise"_qs});
              },
              {u"question.added|id_devise|||"_qs}},
        Given{"removed", [](Sheets& s) { s.remove(u"att_osc"_qs); }, {u"question.removed|att_osc|||"_qs}},
        Given{"renamed",
              [](Sheets& s) { s.survey(u"att_osc"_qs, u"name"_qs) = u"att_autres"_qs; },
              {u"question.renamed|att_autres|||"_qs}},
        Given{"renamed_and_reworded",
              [](Sheets& s) {
                  s.survey(u"att_osc"_qs, French) = u"Autre libellé"_qs;
                  s.survey(u"att_osc"_qs, u"name"_qs) = u"att_autres"_qs;
              },
              {u"question.added|att_autres|||"_qs, u"question.removed|att_osc|||"_qs}},
        Given{"moved_up",
              [](Sheets& s) { s.moveAfter(u"att_osc"_qs, u"att_oim"_qs); },
              {u"question.moved|att_osc|||"_qs}},
        Given{"moved_to_another_section",
              [](Sheets& s) { s.moveAfter(u"att_osc"_qs, u"coo_reseaux"_qs); },
              {u"question.moved|att_osc|||"_qs}},
        Given{"into_a_repeat",
              [](Sheets& s) { s.moveAfter(u"coo_reseaux"_qs, u"lien_acteur"_qs); },
              {u"question.repeat|coo_reseaux|||"_qs}},
        Given{"type",
              [](Sheets& s) { s.survey(u"abr_places"_qs, u"type"_qs) = u"decimal"_qs; },
              {u"question.type|abr_places|||"_qs}},
        Given{"list",
              [](Sheets& s) { s.survey(u"acc_plan"_qs, u"type"_qs) = u"select_one oui_non"_qs; },
              {u"question.list|acc_plan|oui_non||"_qs, u"choice.added|acc_plan|oui_non|oui|"_qs,
               u"choice.relabelled|acc_plan|oui_non|non|en"_qs,
               u"choice.relabelled|acc_plan|oui_non|non|fr"_qs, u"choice.removed|acc_plan|oui_non|revise|"_qs,
               u"choice.removed|acc_plan|oui_non|applique|"_qs,
               u"choice.removed|acc_plan|oui_non|partiel|"_qs, u"choice.removed|acc_plan|oui_non|projet|"_qs,
               u"choice.removed|acc_plan|oui_non|nsp|"_qs}},
        Given{"choice_added",
              [](Sheets& s) { s.addChoice(u"besoins"_qs, u"locaux"_qs, u"serveurs"_qs); },
              {u"choice.added||besoins|serveurs|"_qs}},
        Given{"choice_removed",
              [](Sheets& s) { s.removeChoice(u"approches"_qs, u"genre"_qs); },
              {u"choice.removed||approches|genre|"_qs}},
        Given{"choice_relabelled",
              [](Sheets& s) { s.choice(u"approches"_qs, u"genre"_qs, French) = u"Genre"_qs; },
              {u"choice.relabelled||approches|genre|fr"_qs}},
        Given{"choice_attribute",
              [](Sheets& s) { s.choice(u"approches"_qs, u"genre"_qs, u"region_1997"_qs) = u"x"_qs; },
              {u"choice.changed||approches|genre|region_1997"_qs}},
        Given{"relevant",
              [](Sheets& s) { s.survey(u"att_osc"_qs, u"relevant"_qs) = u"${att_oim} != ''"_qs; },
              {u"question.relevant|att_osc|||"_qs}},
        Given{"constraint",
              [](Sheets& s) { s.survey(u"abr_places"_qs, u"constraint"_qs) = u". > 0"_qs; },
              {u"question.constraint|abr_places|||"_qs}},
        Given{"calculation",
              [](Sheets& s) { s.survey(u"att_osc"_qs, u"calculation"_qs) = u"1 + 1"_qs; },
              {u"question.calculation|att_osc|||"_qs}},
        Given{"required",
              [](Sheets& s) { s.survey(u"att_osc"_qs, u"required"_qs) = u"yes"_qs; },
              {u"question.required|att_osc|||"_qs}},
        Given{"label_fr",
              [](Sheets& s) { s.survey(u"att_osc"_qs, French) = u"Autre"_qs; },
              {u"question.label|att_osc|||fr"_qs}},
        Given{"label_en",
              [](Sheets& s) { s.survey(u"att_osc"_qs, English) = u"Other"_qs; },
              {u"question.label|att_osc|||en"_qs}},
        Given{"hint",
              [](Sheets& s) { s.survey(u"att_osc"_qs, u"hint::Français (fr)"_qs) = u"Aide"_qs; },
              {u"question.hint|att_osc|||fr"_qs}},
        Given{"rows_of_a_repeat",
              [](Sheets& s) { s.survey(u"rg_bailleurs"_qs, u"repeat_count"_qs) = u"5"_qs; },
              {u"question.repeat_count|rg_bailleurs|||"_qs}},
        Given{"scope",
              [](Sheets& s) { s.survey(u"att_osc"_qs, u"portee"_qs) = u"passage"_qs; },
              {u"question.scope|att_osc|||"_qs}},
        Given{"sensitivity",
              [](Sheets& s) { s.survey(u"att_osc"_qs, u"sensibilite"_qs) = u"confidentiel"_qs; },
              {u"question.sensitivity|att_osc|||"_qs}},
        Given{"unit",
              [](Sheets& s) { s.survey(u"abr_places"_qs, u"unite"_qs) = u"lits"_qs; },
              {u"question.unit|abr_places|||"_qs}}),
    [](const auto& tested) { return std::string(tested.param.name); });

TEST(Difference, of_a_form_recompiled_is_empty)
{
    EXPECT_TRUE(difference(*standardForm(), *standardForm()).empty());
    EXPECT_TRUE(difference(*standardForm(), *Sheets().compile()).empty());
}

TEST(Difference, tells_before_and_after)
{
    Sheets sheets;
    sheets.survey(u"abr_places"_qs, u"constraint"_qs) = u". > 0"_qs;
    const auto changes = difference(*standardForm(), *sheets.compile());
    ASSERT_EQ(changes.size(), 1U);
    EXPECT_EQ(changes[0].before, u". >= 0");
    EXPECT_EQ(changes[0].after, u". > 0");
    const int index = standardForm()->index[u"abr_places"_qs];
    EXPECT_EQ(changes[0].section, standardForm()->questions[size_t(standardForm()->sectionOf(index))].name);
}

TEST(Difference, backwards_exchanges_what_came_and_went)
{
    Sheets sheets;
    sheets.remove(u"att_osc"_qs);
    sheets.removeChoice(u"approches"_qs, u"genre"_qs);
    const auto form = sheets.compile();
    EXPECT_EQ(lines(difference(*form, *standardForm())),
              (QStringList{u"question.added|att_osc|||"_qs, u"choice.added||approches|genre|"_qs}));
}

// Questions that bear one name in two groups, as XLSForm allows.
TEST(Difference, keeps_namesakes_apart)
{
    const auto compiled = [](const QString& second) {
        SheetTable survey{u"survey"_qs,
                          {{u"type"_qs, u"name"_qs, u"label"_qs},
                           {u"begin_group"_qs, u"a"_qs, u"A"_qs},
                           {u"text"_qs, u"nom"_qs, u"Premier"_qs},
                           {u"end_group"_qs, u"a"_qs, {}},
                           {u"begin_group"_qs, u"b"_qs, u"B"_qs},
                           {u"text"_qs, u"nom"_qs, second},
                           {u"end_group"_qs, u"b"_qs, {}}},
                          1};
        return compileForm({survey}).form;
    };
    const auto one = compiled(u"Second"_qs), same = compiled(u"Second"_qs), other = compiled(u"Autre"_qs);
    ASSERT_TRUE(one && same && other);
    EXPECT_TRUE(difference(*one, *same).empty());
    const auto changes = difference(*one, *other);
    ASSERT_EQ(changes.size(), 1U);
    EXPECT_EQ(changes[0].section, u"b");
    EXPECT_EQ(changes[0].before, u"Second");
}

} // namespace
