#include "exchange/submissions/writing.h"
#include "tabular/zip.h"
#include "workflow/demo.h"
#include "workflow/study_fixture.h"
#include "workflow/submissions.h"
#include "workflow/undo.h"

#include <gtest/gtest.h>

namespace {

using workflow::SubmissionLine;
using Action = SubmissionLine::Action;

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

// clang-format off
const QByteArray Json =
    "{\"count\": 2, \"results\": ["
    "{\"_uuid\": \"11111111-1111-4111-8111-111111111111\", \"_submission_time\": \"2015-01-20T10:00:00\","
    " \"s01_entretien/ent_date\": \"2015-01-20\", \"s01_entretien/ent_mode\": \"visite\","
    " \"s02_identite/id_nom_fr\": \"Association Riad Essai (fictive)\", \"s02_identite/id_sigle\": \"ARE\","
    " \"s14_liens/rg_liens\": [{\"s14_liens/rg_liens/lien_acteur\": \"Commune fictive\"},"
    " {\"s14_liens/rg_liens/lien_acteur\": \"Hôpital fictif\"}]},"
    "{\"_uuid\": \"22222222-2222-4222-8222-222222222222\", \"id_nom_fr\": \"Fondation Nour d’essai (fictive)\","
    " \"inconnue\": \"x\", \"id_categorie\": \"pas un choix\"}]}";
// clang-format on

workflow::SubmissionReport import(test::StudyFixture& fixture, const QByteArray& content, bool dryRun = false)
{
    workflow::SubmissionRequest request;
    request.path = fixture.folder.write(s("envois.json"), content);
    request.dryRun = dryRun;
    return workflow::importSubmissions(*fixture.study, request);
}

/// Everything of a study that answers hold, whatever its identifiers.
QString contentOf(const workflow::Study& study)
{
    QStringList all;
    study.dossier().forEachRecord([&](const dossier::RecordSummary&, questionnaire::RecordAnswers&& record) {
        QStringList lines;
        const std::function<void(const QString&, const questionnaire::Answers&)> add =
            [&](const QString& where, const questionnaire::Answers& answers) {
                for (auto it = answers.cells().cbegin(); it != answers.cells().cend(); ++it)
                    if (it->state != questionnaire::AnswerState::NotAsked)
                        lines << where + it.key() + u'=' + questionnaire::stateCode(it->state) + u'|' +
                                     it->value;
                for (auto it = answers.repeats().cbegin(); it != answers.repeats().cend(); ++it) {
                    lines << where + it.key() + u':';
                    for (size_t r = 0; r < it->size(); ++r)
                        add(where + it.key() + QString::number(r) + u'/', (*it)[r].answers);
                }
            };
        add({}, record.actor);
        for (size_t p = 0; p < record.passages.size(); ++p)
            add(u'@' + QString::number(p) + u'/', record.passages[p].answers);
        lines.sort();
        all << lines.join(u'\n');
    });
    all.sort();
    return all.join(s("\n--\n"));
}

bool tells(const base::Issues& issues, const char* code)
{
    return std::any_of(issues.begin(), issues.end(), [&](const auto& one) { return one.code == s(code); });
}

} // namespace

TEST(Submissions, becomePassagesOfNewActors)
{
    test::StudyFixture fixture;
    const auto report = import(fixture, Json);
    ASSERT_EQ(report.lines.size(), 2U);
    EXPECT_EQ(report.count(Action::New), 2);
    ASSERT_EQ(report.created.size(), 2);
    const auto record = fixture.study->dossier().answers(report.created[0]);
    EXPECT_EQ(record.actor.at(s("id_sigle")).value, s("ARE"));
    ASSERT_EQ(record.passages.size(), 1U);
    EXPECT_EQ(record.passages[0].answers.at(s("ent_mode")).value, s("visite"));
    ASSERT_TRUE(record.actor.rows(s("rg_liens")));
    EXPECT_EQ(record.actor.rows(s("rg_liens"))->at(1).answers.at(s("lien_acteur")).value,
              s("Hôpital fictif"));
    EXPECT_EQ(fixture.study->dossier().notes(report.created[0]).value(s("id_sigle")).source,
              record.passages[0].uid);
    EXPECT_TRUE(tells(report.issues, "submission.column_unknown"));
    EXPECT_TRUE(tells(report.lines[1].problems, "submission.unknown_choice"));
    EXPECT_FALSE(fixture.study->dossier().answers(report.created[1]).actor.contains(s("id_categorie")));
}

TEST(Submissions, dryRunWritesNothingAndSaysTheSame)
{
    test::StudyFixture fixture;
    const auto dry = import(fixture, Json, true);
    EXPECT_EQ(dry.count(Action::New), 2);
    EXPECT_TRUE(dry.created.isEmpty());
    EXPECT_EQ(fixture.study->dossier().recordCount(), 0);
    const auto real = import(fixture, Json);
    for (size_t i = 0; i < dry.lines.size(); ++i) {
        EXPECT_EQ(dry.lines[i].answers, real.lines[i].answers);
        EXPECT_EQ(dry.lines[i].rows, real.lines[i].rows);
    }
}

TEST(Submissions, sentAgainAreKnownAndChangeOnlyWhatNobodyCorrected)
{
    test::StudyFixture fixture;
    const auto first = import(fixture, Json);
    EXPECT_EQ(import(fixture, Json).count(Action::Identical), 2);
    const QString actor = first.created[0];
    fixture.answer(actor, s("id_sigle"), s("ARIE"));
    QByteArray edited = Json;
    edited.replace("\"ARE\"", "\"AREX\"").replace("Commune fictive", "Commune voisine fictive");
    const auto again = import(fixture, edited);
    EXPECT_EQ(again.count(Action::Update), 1);
    EXPECT_EQ(again.count(Action::Identical), 1);
    EXPECT_TRUE(tells(again.lines[0].problems, "submission.kept"));
    const auto record = fixture.study->dossier().answers(actor);
    EXPECT_EQ(record.actor.at(s("id_sigle")).value, s("ARIE"));
    ASSERT_EQ(record.actor.rows(s("rg_liens"))->size(), 2U);
    EXPECT_EQ(record.actor.rows(s("rg_liens"))->at(0).answers.at(s("lien_acteur")).value,
              s("Commune voisine fictive"));
    EXPECT_EQ(fixture.study->dossier().recordCount(), 2);
}

TEST(Submissions, ofALaterPassageReplaceThoseOfAnEarlierOne)
{
    test::StudyFixture fixture;
    const auto first = import(fixture, Json);
    const auto sent = [&](const char* uuid, const char* date, const char* acronym) {
        return QByteArray("[{\"_uuid\":\"") + uuid + "\",\"ent_date\":\"" + date +
               "\",\"id_nom_fr\":\"ASSOCIATION RIAD ESSAI (FICTIVE)\",\"id_sigle\":\"" + acronym + "\"}]";
    };
    const auto earlier = import(fixture, sent("33333333-3333-4333-8333-333333333333", "2015-01-02", "OLD"));
    EXPECT_EQ(earlier.lines[0].actor, first.created[0]);
    EXPECT_EQ(fixture.study->dossier().answers(first.created[0]).actor.at(s("id_sigle")).value, s("ARE"));
    import(fixture, sent("44444444-4444-4444-8444-444444444444", "2015-01-22", "NEW"));
    const auto record = fixture.study->dossier().answers(first.created[0]);
    EXPECT_EQ(record.actor.at(s("id_sigle")).value, s("NEW"));
    EXPECT_EQ(record.passages.size(), 3U);
}

TEST(Submissions, areUndoneAtOnce)
{
    test::StudyFixture fixture;
    const auto report = import(fixture, Json);
    fixture.study->dossier().compensate(report.changes.operations.ids(), s("undo"));
    EXPECT_EQ(fixture.study->dossier().recordCount(), 0);
    EXPECT_EQ(import(fixture, Json).count(Action::New), 2) << "forgotten with their undoing";
}

TEST(Submissions, columnChoicesAreRememberedForTheSameHeaders)
{
    test::StudyFixture fixture;
    workflow::SubmissionRequest request;
    request.path = fixture.folder.write(s("envois.json"), Json);
    request.columns.insert(s("inconnue"), s("id_sigle"));
    workflow::importSubmissions(*fixture.study, request);
    const auto again = import(fixture, Json, true);
    EXPECT_EQ(again.columns.value(s("inconnue")), s("id_sigle"));
    EXPECT_FALSE(tells(again.issues, "submission.column_unknown"));
}

TEST(Submissions, aColumnGivenToNoQuestionOrToAnotherRepeatIsNotRead)
{
    test::StudyFixture fixture;
    workflow::SubmissionRequest request;
    request.path = fixture.folder.write(s("envois.json"), Json);
    request.columns.insert(s("inconnue"), s("nulle_part"));
    EXPECT_TRUE(tells(workflow::importSubmissions(*fixture.study, request).issues, "mapping.unknown_target"));
    EXPECT_EQ(fixture.study->dossier().recordCount(), 0);
    request.columns.insert(s("inconnue"), s("lien_acteur"));
    const auto report = workflow::importSubmissions(*fixture.study, request);
    EXPECT_TRUE(tells(report.issues, "submission.column_unknown"));
    EXPECT_FALSE(fixture.study->dossier().answers(report.created.at(1)).actor.contains(s("lien_acteur")));
}

TEST(Submissions, ofAnotherFormAreRefusedWithItsQuestions)
{
    test::StudyFixture fixture;
    const auto report = import(fixture, "[{\"_uuid\":\"u\",\"village\":\"A\",\"puits\":\"2\"}]");
    EXPECT_TRUE(tells(report.issues, "submission.no_question"));
    EXPECT_EQ(fixture.study->dossier().recordCount(), 0);
}

class SubmissionLayouts : public testing::TestWithParam<exchange::SubmissionLayout>
{
};

TEST_P(SubmissionLayouts, carryAWholeStudyToAnother)
{
    test::StudyFixture from;
    workflow::fillDemonstration(*from.study, 6, 3);
    workflow::SubmissionExport out;
    out.path = from.folder.path(s("envois"));
    out.layout = GetParam();
    out.audience = disclosure::Audience::Working;
    workflow::exportSubmissions(*from.study, out);

    test::StudyFixture to;
    workflow::SubmissionRequest in;
    in.path = out.path;
    const auto report = workflow::importSubmissions(*to.study, in);
    for (const SubmissionLine& line : report.lines)
        for (const base::Issue& problem : line.problems)
            ADD_FAILURE() << (problem.code + u' ' + problem.args.join(u'|')).toStdString();
    // What is out of scope stays where it is: it never goes out. The second study says what was sent.
    workflow::SubmissionExport again = out;
    again.path = to.folder.path(s("envois"));
    workflow::exportSubmissions(*to.study, again);
    test::StudyFixture third;
    in.path = again.path;
    workflow::importSubmissions(*third.study, in);
    EXPECT_EQ(contentOf(*third.study).toStdString(), contentOf(*to.study).toStdString());
    EXPECT_EQ(to.study->dossier().recordCount(), 6);
    in.path = out.path;
    const auto back = workflow::importSubmissions(*from.study, in);
    EXPECT_EQ(back.count(Action::Identical), int(back.lines.size())) << "the study that sent them knows them";
}

INSTANTIATE_TEST_SUITE_P(All, SubmissionLayouts,
                         testing::Values(exchange::SubmissionLayout::KoboXlsx,
                                         exchange::SubmissionLayout::KoboJson,
                                         exchange::SubmissionLayout::OdkZip,
                                         exchange::SubmissionLayout::OdkXml));

TEST(Submissions, outsideTheWorkingFileHoldNoRespondent)
{
    test::StudyFixture from;
    workflow::fillDemonstration(*from.study, 6, 3);
    workflow::SubmissionExport out;
    out.path = from.folder.path(s("envois.json"));
    out.layout = exchange::SubmissionLayout::KoboJson;
    out.audience = disclosure::Audience::Wide;
    const auto report = workflow::exportSubmissions(*from.study, out);
    EXPECT_EQ(report.submissions, 6);
    EXPECT_FALSE(report.withheld.empty());
    const QByteArray written = test::readAll(out.path);
    EXPECT_FALSE(written.contains("rep_nom")) << "confidential";
    EXPECT_FALSE(written.contains("ent_enqueteur"));
}

namespace {

/// Every byte of a file, packages opened.
QByteArray allBytes(const QString& path)
{
    const QByteArray bytes = test::readAll(path);
    if (!bytes.startsWith("PK")) return bytes;
    QByteArray all;
    const tabular::ZipReader zip(bytes);
    for (const QString& name : zip.names())
        all += name.toUtf8() + zip.read(name);
    return all;
}

const QByteArray Shelter =
    "[{\"_uuid\":\"55555555-5555-4555-8555-555555555555\",\"_submitted_by\":\"CANARIENVOI\","
    "\"ent_date\":\"2015-01-20\",\"ent_mode\":\"visite\",\"ent_type\":\"osc\",\"ent_enqueteur\":"
    "\"CANARIENQ\","
    "\"cons_participation\":\"oui\",\"cons_partage\":\"oui\",\"cons_annuaire\":\"non\",\"cons_province\":"
    "\"non\","
    "\"rg_repondants\":[{\"rep_nom\":\"CANARIREP\",\"cons_citation\":\"anonyme\"}],"
    "\"id_nom_fr\":\"Association Abri Essai (fictive)\",\"id_adresse\":\"12 rue "
    "CANARIADRESSE\",\"abr_offre\":\"direct\","
    "\"rg_sites\":[{\"site_nom\":\"Maison CANARISITE\",\"site_type\":\"abri\",\"site_gps\":\"33.123456 "
    "-6.654321 0 0\"}]}]";

} // namespace

TEST(Submissions, keepTheSecretsOfAShelterFromEveryOtherAudience)
{
    using exchange::SubmissionLayout;
    test::StudyFixture fixture;
    ASSERT_EQ(import(fixture, Shelter).count(Action::New), 1);
    const QList<QByteArray> canaries{"CANARIREP", "CANARIADRESSE", "CANARISITE",
                                     "33.123456", "6.654321",      "CANARIENVOI"};
    for (const SubmissionLayout layout : {SubmissionLayout::KoboXlsx, SubmissionLayout::KoboJson,
                                          SubmissionLayout::OdkZip, SubmissionLayout::OdkXml}) {
        using disclosure::Audience;
        for (const Audience audience :
             {Audience::Working, Audience::Iom, Audience::Restricted, Audience::Wide}) {
            SCOPED_TRACE(
                (exchange::layoutCode(layout) + u' ' + disclosure::audienceCode(audience)).toStdString());
            workflow::SubmissionExport out;
            out.path = fixture.folder.path(s("secret"));
            out.layout = layout;
            out.audience = audience;
            workflow::exportSubmissions(*fixture.study, out);
            const QByteArray written = allBytes(out.path);
            for (const QByteArray& canary : canaries)
                EXPECT_EQ(written.contains(canary), audience == Audience::Working) << canary.toStdString();
        }
    }
}
