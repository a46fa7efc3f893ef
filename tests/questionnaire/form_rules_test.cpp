#include "questionnaire/compiler.h"
#include "support/temporary_folder.h"

#include <gtest/gtest.h>

using namespace questionnaire;

namespace {

// Rules of XLSForm, one row of the survey at a time: what `form check` says of it, without its warnings.
struct Row
{
    const char* name;
    const char16_t* type;
    const char16_t*
        cells; ///< the other columns: "parameters | appearance | trigger | calculation | choice_filter"
    std::string issues; ///< "code [args]", all the errors
};

std::string errors(const base::Issues& issues)
{
    QStringList lines;
    for (const base::Issue& issue : issues)
        if (issue.severity == base::Severity::Error)
            lines << issue.code.sliced(5) + u" ["_qs + issue.args.join(u"|"_qs) + u']';
    return lines.join(u"; "_qs).toStdString();
}

CompileResult compile(const QString& markdown)
{
    const test::TemporaryFolder folder;
    return readForm(folder.write(u"form.md"_qs, markdown.toUtf8()));
}

CompileResult compileRow(const Row& row)
{
    return compile(
        u"| survey |\n| | type | name | label | parameters | appearance | trigger | calculation | "
        u"choice_filter |\n"
        u"| | text | before | Before | | | | | |\n| | calculate | sum | | | | | 1 + 1 | |\n"
        u"| | begin_repeat | rep | Rep | | | | | |\n| | text | inside | In | | | | | |\n| | end_repeat | | | "
        u"| | | | |\n"
        u"| | %1 | q | Q | %2 |\n"
        u"| choices |\n| | list_name | name | label |\n| | l | 1 | One |\n| | l | 7 | Seven |\n"_qs.arg(
            QString::fromUtf16(row.type), QString::fromUtf16(row.cells)));
}

class OneRow : public testing::TestWithParam<Row>
{
};

TEST_P(OneRow, IsJudgedAsTheSpecificationSays)
{
    const CompileResult result = compileRow(GetParam());
    EXPECT_EQ(errors(result.issues), GetParam().issues);
    EXPECT_EQ(result.form == nullptr, !GetParam().issues.empty());
}

const auto nameOf = [](const auto& tested) { return std::string(tested.param.name); };

INSTANTIATE_TEST_SUITE_P(
    Parameters, OneRow,
    testing::Values(
        Row{"NoPair", u"range", u"start", "bad_parameters [start]"},
        Row{"Separators", u"range", u"start=0, end = 10;step=2", ""},
        Row{"CaseOfKeys", u"geopoint", u"Allow-Mock-Accuracy=TRUE", ""},
        Row{"Rows", u"text", u"rows=deux", "parameter_integer [rows|deux|]"},
        Row{"Pixels", u"image", u"max-pixels=1024 app=org.example.Draw", ""},
        Row{"App", u"photo", u"app=_", "parameter_package [app|_|]"},
        Row{"AppUnused", u"image", u"app=x | signature", ""},
        Row{"Quality", u"audio", u"quality=external", ""},
        Row{"BackgroundQuality", u"background-audio", u"quality=external",
            "parameter_word [quality|external|voice-only, low, normal]"},
        Row{"Accuracy", u"geopoint", u"capture-accuracy=a warning-accuracy=5",
            "parameter_number [capture-accuracy|a|]"},
        Row{"TraceAccuracy", u"geotrace", u"warning-accuracy=5",
            "unknown_parameter [warning-accuracy|geotrace|allow-mock-accuracy, reference-geometry, "
            "incremental]"},
        Row{"Incremental", u"geoshape", u"incremental=false", "parameter_true [incremental|false|]"},
        Row{"Randomize", u"select_one l", u"randomize=maybe", "parameter_truth [randomize|maybe|]"},
        Row{"Seed", u"rank l", u"randomize=true seed=${sum}", ""},
        Row{"SeedOfNothing", u"rank l", u"randomize=true seed=${absent}", "unknown_reference [absent|q]"},
        Row{"SeedAlone", u"select_multiple l", u"seed=4", "seed_without_randomize []"},
        Row{"SeedExpression", u"select_one l", u"randomize=true,seed=int(${sum})",
            "parameter_seed [seed|int(${sum})|]"},
        Row{"FileColumns", u"select_one_from_file t.csv", u"value=code label=nom_fr", ""},
        Row{"FileColumn", u"select_multiple_from_file t.csv", u"value=2x", "parameter_column [value|2x|]"},
        Row{"ListColumns", u"select_one l", u"value=code",
            "unknown_parameter [value|select_one|randomize, seed]"},
        Row{"ReferenceList", u"geopoint", u"reference-geometry=l", ""},
        Row{"ReferenceRepeat", u"geopoint", u"reference-geometry=${rep}", ""},
        Row{"ReferenceQuestion", u"geopoint", u"reference-geometry=${before}",
            "reference_geometry [${before}]"},
        Row{"Ignored", u"integer", u"start=1", ""}),
    nameOf);

INSTANTIATE_TEST_SUITE_P(
    Range, OneRow,
    testing::Values(
        Row{"Default", u"range", u"", ""},
        Row{"Decimals", u"range", u"start=0 end=1 step=0.1 tick_interval=0.3 placeholder=0.7", ""},
        Row{"Inverted", u"range", u"start=7 end=1 tick_labelset=l", ""},
        Row{"NotANumber", u"range", u"end=dix", "parameter_number [end|dix|]"},
        Row{"Zero", u"range", u"step=0", "range_zero [step]"},
        Row{"TooLarge", u"range", u"start=1 end=3 step=4", "range_too_large [step]"},
        Row{"Interval", u"range", u"step=2 tick_interval=3", "range_multiple [tick_interval]"},
        Row{"Placeholder", u"range", u"start=0 end=6 step=2 placeholder=9",
            "range_multiple [placeholder]; range_outside [placeholder]"},
        Row{"NoList", u"range", u"tick_labelset=m", "range_labels_list [m]"},
        Row{"Outside", u"range", u"start=1 end=5 tick_labelset=l", "range_labels_outside [7|l]"},
        Row{"OffTheMarks", u"range", u"start=0 end=9 step=1 tick_interval=3 tick_labelset=l",
            "range_labels_multiple [1|l|tick_interval]; range_labels_multiple [7|l|tick_interval]"},
        Row{"Ends", u"range", u"start=1 end=9 tick_labelset=l | no-ticks", "range_labels_ends [l]"},
        Row{"BothEnds", u"range", u"start=1 end=7 tick_labelset=l | vertical no-ticks", ""},
        Row{"Appearance", u"range", u"placeholder=2 | rating", "range_appearance [rating]"}),
    nameOf);

INSTANTIATE_TEST_SUITE_P(
    Relations, OneRow,
    testing::Values(
        Row{"FileEnding", u"select_one_from_file t.txt", u"", "file_extension [t.txt]"},
        Row{"SearchOnFile", u"select_one_from_file t.csv", u"| search('t')", "search_on_file [q]"},
        Row{"ExternalAlone", u"select_one_external l", u"| | | | before=1", "missing_external_choices [l]"},
        Row{"OtherFiltered", u"select_one l or_other", u"| | | | name=1", "other_with_filter [q]"},
        Row{"OtherOfFile", u"select_one_from_file t.csv or_other", u"", "other_without_choices [q]"},
        Row{"TriggerCalculated", u"calculate", u"| | ${sum} | now()", "hidden_trigger [sum|q]"},
        Row{"TriggerAsked", u"calculate", u"| | ${before} | now()", ""},
        Row{"BackgroundPoint", u"background-geopoint", u"| | | 1",
            "geopoint_without_trigger [q]; geopoint_with_calculation [q]"},
        Row{"SameTable", u"select_one_from_file l.csv", u"", "same_table [l|l.csv|l]"},
        Row{"PulledTable", u"calculate", u"| | | pulldata('l', 'a', 'b', '1')", "same_table [l|l.csv|l]"},
        Row{"Audit", u"audit", u"", "audit_name [q]"}),
    nameOf);

struct Whole
{
    const char* name;
    const char16_t* markdown;
    std::string issues;
};

class WholeForm : public testing::TestWithParam<Whole>
{
};

TEST_P(WholeForm, IsJudgedAsTheSpecificationSays)
{
    EXPECT_EQ(errors(compile(QString::fromUtf16(GetParam().markdown)).issues), GetParam().issues);
}

INSTANTIATE_TEST_SUITE_P(
    Forms, WholeForm,
    testing::Values(
        Whole{"AuditLocation",
              u"| survey |\n| | type | name | parameters |\n"
              u"| | audit | | location-priority=balanced location-min-interval=60 location-max-age=30 |\n"
              u"| | text | a | |\n",
              "audit_location_order [location-max-age|location-min-interval]; missing_label [a]"},
        Whole{"AuditPartly",
              u"| survey |\n| | type | name | label | parameters |\n| | audit | audit | | location-max-age=3 "
              u"|\n",
              "audit_location_incomplete [location-priority, location-min-interval, location-max-age]"},
        Whole{"NoteWithoutName", u"| survey |\n| | type | name | label |\n| | note | | Bonjour |\n", ""},
        Whole{"RepeatInLoop",
              u"| survey |\n| | type | name | label |\n| | begin loop over l | b | B |\n| | begin repeat | r "
              u"| R |\n"
              u"| | text | t | T |\n| | end repeat | | |\n| | end loop | | |\n"
              u"| choices |\n| | list_name | name | label |\n| | l | x | X |\n| | l | y | Y |\n",
              "repeat_in_loop [r|b]"},
        Whole{"TableList",
              u"| survey |\n| | type | name | label | appearance |\n| | begin group | g | G | table-list |\n"
              u"| | select_one l | a | A | |\n| | select_one m | b | B | |\n| | end group | | | |\n"
              u"| choices |\n| | list_name | name | label |\n| | l | x | X |\n| | m | x | X |\n",
              "table_list_mixed [g|l|m]"},
        Whole{"MadeNames",
              u"| survey |\n| | type | name | label | repeat_count |\n| | select_one l or_other | a | A | |\n"
              u"| | begin repeat | r | R | 2 + 1 |\n| | note | n | ${a_other} ${r_count} ${instanceID} | |\n"
              u"| | end repeat | | | |\n| choices |\n| | list_name | name | label |\n| | l | x | X |\n",
              ""},
        Whole{"ChoiceCites",
              u"| survey |\n| | type | name | label |\n| | select_one l | a | A |\n"
              u"| choices |\n| | list_name | name | label |\n| | l | x | ${absent} |\n| | l | y | ${a |\n",
              "unknown_reference [absent|x]; broken_reference [${a]"},
        Whole{"SameColumn",
              u"| survey |\n| | type | name | label | relevant | relevance |\n| | text | a | A | | |\n",
              "duplicate_column [relevant|relevance]"},
        Whole{"TwoTables",
              u"| survey |\n| | type | name | label |\n| | csv-external | t | |\n| | xml-external | t | |\n"
              u"| | text | a | A |\n",
              "same_table [t|t.csv|t.xml]"},
        Whole{"Encrypted",
              u"| survey |\n| | type | name | label |\n| | text | a | A |\n"
              u"| settings |\n| | omit_instanceID | public_key |\n| | yes | MII |\n",
              "instance_id_needed []"}),
    nameOf);

TEST(FormRules, WarnsWithoutRefusing)
{
    const CompileResult result = compile(
        u"| survey |\n| | type | name | label::French | hint::English (en) |\n| | text | a | A | |\n"
        u"| | begin group | G | | |\n| | image | b | B | |\n| | text | B | B | |\n| | end group | | | |\n"
        u"| | phonenumber | p | | |\n| | | | | x |\n| setting |\n| | form_id |\n| | f |\n"_qs);
    ASSERT_TRUE(result.form);
    QStringList codes;
    for (const base::Issue& issue : result.issues)
        codes << issue.code.sliced(5) + u':' + issue.args.join(u',');
    const QStringList expected{
        u"group_without_label:G"_qs,          u"image_without_max_pixels:b"_qs,
        u"old_device_data:phonenumber"_qs,    u"skipped_row:"_qs,
        u"names_differ_by_case:B,b"_qs,       u"sheet_misspelt:setting,settings"_qs,
        u"language_without_code:French"_qs,   u"missing_translation:label,English (en)"_qs,
        u"missing_translation:hint,French"_qs};
    EXPECT_EQ(codes, expected) << codes.join(u'\n').toStdString();
}

TEST(FormRules, KeepsWhatTheFormSays)
{
    const CompileResult result = compile(
        u"| survey |\n| | type | name | label | guidance_hint::Français (fr) | media::image | "
        u"required_message | "
        u"parameters | readonly |\n"
        u"| | range | a | A | Lire à voix haute | a.png | Il le faut | start=0 end=5 | ${b} = 1 |\n"
        u"| | percentage | b | B | | | | | |\n| | csv-external | lieux | | | | | | |\n"
        u"| settings |\n| | instance_name | allow_choice_duplicates |\n| | concat(${a}, 'x') | yes |\n"_qs);
    ASSERT_TRUE(result.form) << errors(result.issues);
    const Form& form = *result.form;
    const Question& a = *form.question(u"a"_qs);
    EXPECT_EQ(a.guidance, u"Lire à voix haute"_qs);
    EXPECT_EQ(a.guidances[u"fr"_qs], u"Lire à voix haute"_qs);
    EXPECT_EQ(a.media[u"image"_qs][QString()], u"a.png"_qs);
    EXPECT_EQ(a.requiredMessage, u"Il le faut"_qs);
    EXPECT_EQ(a.parameters.value(u"end"_qs), u"5"_qs);
    EXPECT_EQ(a.readOnlyExpression, u"${b} = 1"_qs);
    EXPECT_EQ(form.question(u"b"_qs)->constraint, u"0 <= . and . <= 100"_qs);
    EXPECT_EQ(form.externalFiles, QStringList{u"lieux.csv"_qs});
    EXPECT_EQ(form.instanceName, u"concat(${a}, 'x')"_qs);
    EXPECT_TRUE(form.choiceDuplicatesAllowed);
    EXPECT_EQ(form.languages, QStringList{u"Français (fr)"_qs});
}

} // namespace
