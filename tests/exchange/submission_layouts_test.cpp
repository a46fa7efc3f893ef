// Files that another program wrote, in the layouts of KoboToolbox and ODK, and ours in another's eyes.
#include "base/error.h"
#include "exchange/submission_samples.h"
#include "tabular/zip.h"

#include <QDir>
#include <QProcess>

#include <nlohmann/json.hpp>

using exchange::ColumnUse;
using exchange::Submission;
using exchange::SubmissionLayout;
using nlohmann::json;
using questionnaire::Answers;
using questionnaire::AnswerState;

namespace {

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

json python(const char* mode, const QString& path)
{
    QProcess python;
    python.start(s("/usr/bin/python3"), {test::fixture(s("exchange/submission_oracle.py")), s(mode), path});
    EXPECT_TRUE(python.waitForFinished(60'000));
    EXPECT_EQ(python.exitCode(), 0) << python.readAllStandardError().toStdString();
    return json::parse(python.readAllStandardOutput().toStdString(), nullptr, false);
}

QString value(const Answers& answers, const char* question)
{
    const questionnaire::Answer& answer = answers.at(s(question));
    return answer.isKnown() ? answer.value : u'!' + questionnaire::stateCode(answer.state);
}

const Answers& row(const Answers& answers, const char* repeat, size_t index)
{
    const auto* rows = answers.rows(s(repeat));
    if (rows && index < rows->size()) return (*rows)[index].answers;
    ADD_FAILURE() << "no row " << index << " of " << repeat;
    static const Answers none;
    return none;
}

bool tells(const base::Issues& issues, const char* code)
{
    return std::any_of(issues.begin(), issues.end(), [&](const auto& one) { return one.code == s(code); });
}

test::Reading read(const test::TemporaryFolder& folder, const char* name, const QByteArray& bytes)
{
    return test::readFile(folder.write(s(name), bytes), *test::nestedForm());
}

} // namespace

TEST(KoboWorkbook, withLabelsAsHeadersIsReadWithItsRepeats)
{
    const test::TemporaryFolder folder;
    const QString path = folder.path(s("kobo.xlsx"));
    python("write_kobo", path);
    const auto form = test::nestedForm();
    const test::Reading reading = test::readFile(path, *form);
    EXPECT_EQ(reading.source.layout, SubmissionLayout::KoboXlsx);
    EXPECT_TRUE(reading.issues.empty());
    EXPECT_TRUE(tells(reading.source.issues, "submission.orphan_row"));
    ASSERT_EQ(reading.submissions.size(), 2U);
    const Submission& a = reading.submissions[0];
    EXPECT_EQ(a.instanceId, s("uuid:aaaaaaaa-0000-4000-8000-000000000001"));
    EXPECT_EQ(a.submitter, s("enq1"));
    EXPECT_EQ(value(a.answers, "nom"), s("Village A"));
    EXPECT_EQ(value(a.answers, "point"), s("34.02 -6.84 0 0"));
    EXPECT_EQ(value(a.answers, "besoins"), s("eau toit")) << "the summary is trusted, not the zeros";
    EXPECT_EQ(value(a.answers, "revenu"), s("12.5"));
    const Answers& home = row(a.answers, "menage", 0);
    EXPECT_EQ(value(home, "taille"), s("4"));
    EXPECT_EQ(value(row(home, "membre", 0), "avis"), s("1"));
    EXPECT_EQ(row(home, "membre", 1).at(s("avis")).state, AnswerState::DontKnow);
    const Submission& b = reading.submissions[1];
    EXPECT_FALSE(b.answers.contains(s("besoins"))) << "zeros beside an empty summary say nothing";
    EXPECT_EQ(value(b.answers, "jour"), s("2015-01-13"));
    EXPECT_EQ(row(row(b.answers, "menage", 0), "membre", 0).at(s("avis")).state, AnswerState::Refused);
}

TEST(OdkZip, isReadWithItsKeysAndPointParts)
{
    const test::TemporaryFolder folder;
    const QString path = folder.path(s("odk.zip"));
    python("write_odk", path);
    const test::Reading reading = test::readFile(path, *test::nestedForm());
    EXPECT_EQ(reading.source.layout, SubmissionLayout::OdkZip);
    EXPECT_TRUE(reading.issues.empty() && reading.source.issues.empty());
    ASSERT_EQ(reading.submissions.size(), 1U);
    const Submission& a = reading.submissions[0];
    EXPECT_EQ(a.instanceId, s("uuid:bbbbbbbb-0000-4000-8000-000000000001"));
    EXPECT_EQ(a.submitter, s("Enquêtrice"));
    EXPECT_EQ(value(a.answers, "nom"), s("Village « A »; B"));
    EXPECT_EQ(value(a.answers, "point"), s("34.02 -6.84 12"));
    EXPECT_EQ(value(a.answers, "revenu"), s("0.10"));
    const Answers& home = row(a.answers, "menage", 0);
    EXPECT_EQ(value(home, "chef"), s("Chef\nà la ligne"));
    EXPECT_EQ(row(home, "membre", 0).at(s("avis")).state, AnswerState::DontKnow);
    EXPECT_EQ(value(row(home, "membre", 1), "prenom"), s("P2"));
}

TEST(OdkZip, rowsUnderAnotherRepeatThanTheFormsAreToldNotRead)
{
    const test::TemporaryFolder folder;
    tabular::ZipWriter zip;
    zip.add(s("essai.csv"), "nom,KEY\nA,k\n");
    zip.add(s("notes.a.part.csv"), "x,y\n1,2\n");
    zip.add(s("essai-membre.csv"), "prenom,KEY,PARENT_KEY\nP,k/membre[1],k\n");
    const test::Reading reading = read(folder, "odk.zip", zip.finish());
    ASSERT_EQ(reading.submissions.size(), 1U);
    EXPECT_EQ(value(reading.submissions[0].answers, "nom"), s("A"));
    EXPECT_EQ(reading.submissions[0].answers.rows(s("membre")), nullptr);
    EXPECT_TRUE(tells(reading.issues, "submission.orphan_row"));
}

TEST(KoboCsv, withSplitColumnsAloneGivesWhatIsTicked)
{
    const test::TemporaryFolder folder;
    const test::Reading reading = read(folder, "kobo.csv",
                                       "nom;_duration;besoins/eau;besoins/eau_usee;besoins/"
                                       "toit;_point_latitude;_point_longitude;inconnue;_uuid;_index\n"
                                       "A;12;1;0;1;34.02;-6.84;x;u1;1\nB;9;0;0;0;;;;u2;2\n");
    EXPECT_EQ(reading.source.layout, SubmissionLayout::KoboCsv);
    ASSERT_EQ(reading.submissions.size(), 2U);
    EXPECT_EQ(value(reading.submissions[0].answers, "besoins"), s("eau toit"));
    EXPECT_EQ(value(reading.submissions[0].answers, "point"), s("34.02 -6.84"));
    EXPECT_FALSE(reading.submissions[1].answers.contains(s("besoins")));
    const auto& columns = reading.mapping.tables[0];
    const auto unknown = std::find_if(columns.begin(), columns.end(),
                                      [](const auto& c) { return c.use == ColumnUse::Unknown; });
    ASSERT_NE(unknown, columns.end());
    EXPECT_EQ(unknown->header, s("inconnue"));
    EXPECT_EQ(unknown->why, s("unknown"));
    EXPECT_TRUE(unknown->filled);
}

TEST(KoboCsv, addressesOfFilesAreLeftAside)
{
    const auto form = test::formOf("| survey |\n| | type | name | label |\n| | image | photo | Photo |\n"
                                   "| | text | site | Site |\n| | text | site_URL | Adresse |\n");
    const test::TemporaryFolder folder;
    const test::Reading reading = test::readFile(
        folder.write(s("k.csv"),
                     "photo,photo_URL,site,site_URL,_uuid\np.jpg,https://s/p.jpg,S,https://s,u\n"),
        *form);
    ASSERT_EQ(reading.submissions.size(), 1U);
    EXPECT_EQ(test::dump(reading.submissions[0].answers),
              s("photo=value|p.jpg\nsite=value|S\nsite_URL=value|https://s"));
    EXPECT_EQ(reading.mapping.tables[0][1].use, ColumnUse::Ignored);
}

TEST(KoboJson, isReadWithAndWithoutGroupPrefixes)
{
    const test::TemporaryFolder folder;
    const char* with = R"json([{"_uuid":"u","nom":"A","lieu/besoins":"eau_usee eau","lieu/point":"1 2 3 4",
        "menage":[{"menage/detail/taille":"4","menage/membre":[{"menage/membre/prenom":"P"}]}]}])json";
    const char* without =
        R"json({"results":[{"_uuid":"u","nom":"A","besoins":"eau_usee eau","point":"1 2 3 4",
        "menage":[{"taille":4,"membre":[{"prenom":"P"}]}]}]})json";
    const auto dumped = [&](const char* text) {
        const test::Reading reading = read(folder, "k.json", text);
        EXPECT_TRUE(reading.issues.empty());
        return reading.submissions.empty() ? QString() : test::dump(reading.submissions[0]);
    };
    EXPECT_TRUE(dumped(with).contains(s("taille=value|4")));
    EXPECT_TRUE(dumped(with).contains(s("besoins=value|eau_usee eau")));
    EXPECT_EQ(dumped(with), dumped(without));
}

TEST(KoboJson, attachmentsAreNamedAndMorePagesTold)
{
    const test::TemporaryFolder folder;
    const test::Reading reading = read(folder, "k.json",
                                       R"json({"next":"https://example.org/?start=30","results":[{"nom":"A",
            "_attachments":[{"filename":"u/attachments/x/photo.jpg"}],"_geolocation":[null,null]}]})json");
    EXPECT_EQ(reading.submissions.at(0).attachments, QStringList{s("photo.jpg")});
    EXPECT_TRUE(tells(reading.source.issues, "submission.more_pages"));
    EXPECT_TRUE(reading.submissions[0].instanceId.startsWith(u"sha256:")) << "known again by its content";
}

TEST(OdkXml, submissionsOfAFolderAreReadWithTheirMeta)
{
    const test::TemporaryFolder folder;
    QDir(folder.path()).mkpath(s("envois/a"));
    folder.write(
        s("envois/a/submission.xml"),
        "<?xml version='1.0'?><essai id='essai' version='3' xmlns:orx='http://openrosa.org/xforms' "
        "xmlns:jr='http://openrosa.org/javarosa'><orx:meta><orx:instanceID>uuid:cc</orx:instanceID></"
        "orx:meta>"
        "<nom>Village &lt;A&gt;</nom><lieu><point>1.5 2 0 0</point><besoins>eau</besoins></lieu>"
        "<menage><chef>C1</chef><detail><taille>3</taille></detail><membre><prenom>P</prenom></membre>"
        "<membre><prenom>Q</prenom></membre></menage><menage><chef>C2</chef></menage></essai>");
    const test::Reading reading = test::readFile(folder.path(s("envois")), *test::nestedForm());
    ASSERT_EQ(reading.submissions.size(), 1U);
    const Submission& a = reading.submissions[0];
    EXPECT_EQ(a.instanceId, s("uuid:cc"));
    EXPECT_EQ(a.formVersion, s("3"));
    EXPECT_EQ(reading.source.formId, s("essai"));
    EXPECT_EQ(value(a.answers, "nom"), s("Village <A>"));
    EXPECT_EQ(value(a.answers, "point"), s("1.5 2 0 0"));
    EXPECT_EQ(value(row(row(a.answers, "menage", 0), "membre", 1), "prenom"), s("Q"));
    EXPECT_EQ(value(row(a.answers, "menage", 1), "chef"), s("C2"));
}

TEST(Submissions, anotherAnswerThanTheListIsReadWithTheTextThatSpellsIt)
{
    const auto form = test::formOf(test::OtherForm);
    const test::TemporaryFolder folder;
    const auto read = [&](const char* name, const QByteArray& bytes) {
        const test::Reading reading = test::readFile(folder.write(s(name), bytes), *form);
        EXPECT_TRUE(reading.issues.empty());
        for (const auto& table : reading.mapping.tables)
            for (const exchange::SubmissionColumn& column : table)
                EXPECT_NE(column.use, ColumnUse::Unknown) << column.header.toStdString();
        return reading.submissions.empty() ? QString() : test::dump(reading.submissions[0].answers);
    };
    tabular::ZipWriter odk;
    odk.add(s("autre.csv"), "nom,lieu-besoins,lieu-besoins_other,lieu-urgent,lieu-urgent_other,KEY\n"
                            "A,eau other,Route,other,Pont,k\n");
    odk.add(s("autre-visite.csv"), "mode,mode_other,KEY,PARENT_KEY\nother,Cheval,k/visite[1],k\n");
    const QString expected = read("odk.zip", odk.finish());
    EXPECT_EQ(expected, s("besoins=value|eau other\nbesoins_other=value|Route\nnom=value|A\n"
                          "urgent=value|other\nurgent_other=value|Pont\nvisite:\n #visite[1]\n"
                          "  mode=value|other\n  mode_other=value|Cheval"));
    EXPECT_EQ(read("kobo.json", R"json([{"_uuid":"u","nom":"A","lieu/besoins":"eau other",
        "lieu/besoins_other":"Route","lieu/urgent":"other","lieu/urgent_other":"Pont",
        "visite":[{"visite/mode":"other","visite/mode_other":"Cheval"}]}])json"),
              expected);
    const QString flat = read("names.csv", "nom;lieu/besoins;lieu/besoins/eau;lieu/besoins/other;"
                                           "lieu/besoins_other;lieu/urgent;lieu/urgent_other;_uuid\n"
                                           "A;eau other;1;1;Route;other;Pont;u\n");
    EXPECT_EQ(flat, expected.section(u'\n', 0, 4));
    // Where labels are headers the texts are all headed alike, and the choice has the server's label.
    EXPECT_EQ(read("labels.csv", "Nom;Besoins;Besoins/Eau;Besoins/Other;Specify other.;Le plus urgent;"
                                 "Specify other.;_uuid\nA;Eau Other;1;1;Route;Other;Pont;u\n"),
              flat);
}

TEST(Submissions, aValueThatAQuestionDoesNotTakeIsToldWithItsPlace)
{
    const test::TemporaryFolder folder;
    const test::Reading reading =
        read(folder, "k.csv", "nom,revenu,besoins,besoins\nA,beaucoup,eau pain,eau\n");
    ASSERT_EQ(reading.issues.size(), 2U);
    EXPECT_EQ(reading.issues[0].place.row, 2);
    EXPECT_TRUE(tells(reading.issues, "submission.wrong_type"));
    EXPECT_TRUE(tells(reading.issues, "submission.unknown_choice"));
    EXPECT_TRUE(tells(reading.source.issues, "submission.header_twice"));
    EXPECT_FALSE(reading.submissions[0].answers.contains(s("revenu")));
}

TEST(Submissions, peopleChooseWhereAColumnGoes)
{
    const test::TemporaryFolder folder;
    const QString path = folder.write(s("k.csv"), "appellation,revenu\nA,3\n");
    const test::Reading reading =
        test::readFile(path, *test::nestedForm(), {{s("appellation"), s("nom")}, {s("k!revenu"), s("")}});
    EXPECT_EQ(value(reading.submissions[0].answers, "nom"), s("A"));
    EXPECT_FALSE(reading.submissions[0].answers.contains(s("revenu")));
    EXPECT_EQ(reading.mapping.signature, test::readFile(path, *test::nestedForm()).mapping.signature);
}

TEST(Writing, isReadByOthersAsTheirOwn)
{
    const auto form = test::nestedForm();
    exchange::SubmissionBook book{form.get(), {}, QDate(2015, 1, 13)};
    Submission one;
    one.instanceId = s("uuid:dddddddd-0000-4000-8000-000000000001");
    one.formVersion = s("3");
    one.answers.set(s("nom"), questionnaire::Answer::of(s("=1+1 « é » \"x\"")));
    one.answers.set(s("point"), questionnaire::Answer::of(s("1.5 2 0 0")));
    one.answers.set(s("besoins"), questionnaire::Answer::of(s("eau toit")));
    one.answers.rowsOf(s("menage")).push_back({s("l1"), {}});
    one.answers.rowsOf(s("menage"))[0].answers.rowsOf(s("membre")).push_back({s("l2"), {}});
    book.submissions.push_back(one);
    const test::TemporaryFolder folder;
    base::Issues issues;
    const auto written = [&](SubmissionLayout layout, const char* name) {
        exchange::writeSubmissions(book, layout, folder.path(s(name)), issues);
        return folder.path(s(name));
    };
    const json sheets = python("read_xlsx", written(SubmissionLayout::KoboXlsx, "k.xlsx"));
    const auto cell = [](const json& table, size_t r, const std::string& header) {
        const auto found = std::find(table[0].begin(), table[0].end(), header);
        return found == table[0].end() ? json("absent") : table[r][size_t(found - table[0].begin())];
    };
    EXPECT_EQ(cell(sheets["essai"], 1, "nom"), s("=1+1 « é » \"x\"").toStdString());
    EXPECT_EQ(cell(sheets["essai"], 1, "besoins"), "eau toit");
    EXPECT_EQ(cell(sheets["essai"], 1, "besoins/eau_usee"), 0);
    EXPECT_EQ(cell(sheets["essai"], 1, "_point_latitude"), 1.5);
    EXPECT_EQ(cell(sheets["membre"], 1, "_parent_table_name"), "menage");
    EXPECT_EQ(cell(sheets["membre"], 1, "_parent_index"), 1);
    const json tables = python("read_zip", written(SubmissionLayout::OdkZip, "o.zip"));
    EXPECT_EQ(cell(tables["essai.csv"], 1, "lieu-besoins"), "eau toit");
    EXPECT_EQ(cell(tables["essai.csv"], 1, "lieu-point-Longitude"), "2");
    EXPECT_EQ(cell(tables["essai-membre.csv"], 1, "PARENT_KEY"), cell(tables["essai-menage.csv"], 1, "KEY"));
    const json xml = python("read_xml", written(SubmissionLayout::OdkXml, "o.xml"));
    EXPECT_EQ(xml["id"], "essai");
    EXPECT_EQ(xml["instance"], "uuid:dddddddd-0000-4000-8000-000000000001");
    EXPECT_EQ(xml["leaves"][0][0], "/data/nom");
    EXPECT_EQ(xml["leaves"][2][0], "/data/lieu/besoins");
    EXPECT_TRUE(issues.empty());
}
