#include "questionnaire/form_text.h"
#include "questionnaire/standard.h"
#include "study_fixture.h"
#include "support/form_folder.h"
#include "workflow/analysis.h"
#include "workflow/closing_doomed.h"
#include "workflow/form_readers.h"
#include "workflow/form_versions.h"
#include "workflow/history.h"
#include "workflow/merging.h"
#include "workflow/query.h"
#include "workflow/record_scope.h"
#include "workflow/redaction.h"
#include "workflow/settings.h"
#include "workflow/undo.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

#include <gtest/gtest.h>

using workflow::AnswerFate;

namespace {

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

QStringList codes(const base::Issues& issues)
{
    QStringList all;
    for (const base::Issue& issue : issues)
        all << issue.code + u' ' + issue.args.value(0);
    return all;
}

struct FormVersions : testing::Test
{
    test::StudyFixture fixture;
    QString one = fixture.addActor(s("Association Un (fictive)"));
    QString two = fixture.addActor(s("Association Deux (fictive)"));

    FormVersions() // without consent or a visit, most sections are closed
    {
        for (const QString& record : {one, two})
            answer(record, "ent_mode", "documentaire");
    }

    workflow::Study& study() { return *fixture.study; }
    test::FormFolder standard(const char* name = "q") { return test::FormFolder(fixture.folder, s(name)); }

    void answer(const QString& record, const char* question, const char* value)
    {
        const auto outcome = fixture.answer(record, s(question), s(value));
        ASSERT_TRUE(outcome.ok()) << outcome.issues.front().code.toStdString();
    }
    void answerInRow(const QString& record, const char* repeat, const char* question, const char* value)
    {
        const QString row = workflow::addRow(study(), record, s(repeat)).id;
        ASSERT_TRUE(
            workflow::setAnswer(study(), record, {s(question), {}, row}, questionnaire::Answer::of(s(value)))
                .ok());
    }
    QString stored(const QString& record, const char* question)
    {
        return study().dossier().answers(record).actor.at(s(question)).value;
    }
    bool counts(const QString& record, const char* question)
    {
        return workflow::inScope(study(), record, study().dossier().answers(record))
            .at(s(question))
            .isKnown();
    }
    workflow::Outcome adopt(const workflow::FormPlan& plan, const QStringList& keep = {},
                            const std::vector<workflow::FormRename>& renames = {})
    {
        return workflow::adoptForm(study(), plan, {keep, renames, s("Essai fictif"), s("Autrice fictive")});
    }
    /// "question fate" of one record.
    static QStringList fates(const workflow::FormPlan& plan, const QString& record)
    {
        QStringList all;
        for (const workflow::AffectedAnswer& answer : plan.answers)
            if (answer.record == record) all << answer.path.question + u' ' + workflow::fateCode(answer.fate);
        return all;
    }
};

TEST_F(FormVersions, study_never_changed_has_one_version_and_no_setting)
{
    const auto versions = workflow::formVersions(study());
    ASSERT_EQ(versions.size(), 1U);
    EXPECT_TRUE(versions[0].current);
    EXPECT_EQ(versions[0].version, s("1.1"));
    EXPECT_EQ(versions[0].questions, 201);
    EXPECT_EQ(versions[0].records, 2);
    EXPECT_FALSE(study().hasOwnForms());
    EXPECT_EQ(&study().form(), questionnaire::standardForm().get());
    EXPECT_EQ(study().formOf(one).get(), questionnaire::standardForm().get());
    const auto settings = std::as_const(study()).dossier().settings();
    for (auto it = settings.begin(); it != settings.end(); ++it)
        EXPECT_FALSE(it.key().startsWith(u"form."));
}

TEST_F(FormVersions, text_gives_the_form_again)
{
    const QByteArray text = questionnaire::formText(*questionnaire::standardForm());
    const auto again = questionnaire::formFromText(text);
    ASSERT_TRUE(again);
    EXPECT_TRUE(questionnaire::difference(*questionnaire::standardForm(), *again).empty());
    EXPECT_EQ(questionnaire::formText(*again), text);
    for (const QByteArray& bad :
         {QByteArray(), QByteArray("{"), QByteArray("[1]"), QByteArray("{\"format\":1,\"sheets\":[3]}"),
          QByteArray("{\"format\":2,\"sheets\":[]}"),
          QByteArray("{\"format\":1,\"sheets\":[{\"name\":\"survey\",\"rows\":[[1]]}]}")})
        EXPECT_FALSE(questionnaire::formFromText(bad)) << bad.toStdString();
}

TEST_F(FormVersions, dry_run_tells_every_affected_answer_and_writes_nothing)
{
    answer(one, "coo_autres", "Réseau fictif");
    answer(one, "coo_role", "passif");
    answer(one, "bil_menaces", "Aucune (fictif)");
    answerInRow(one, "rg_formations", "form_effectif", "80");
    answerInRow(one, "rg_formations", "form_effectif", "8");
    answer(two, "bil_menaces", "Bail précaire (fictif)");
    auto form = standard();
    form.removeFromSurvey(s("text,coo_autres,"))
        .removeFromChoices(s("role_coord,passif,"))
        .survey(s("integer,form_effectif,"), s(". <= 500"), s(". <= 50"))
        .survey(s("text,bil_menaces,"), s("Opportunités et menaces"), s("Menaces et opportunités"));
    const auto before = std::as_const(study()).dossier().frontier();
    const workflow::FormPlan plan = workflow::planFormChange(study(), form.write());
    EXPECT_TRUE(plan.issues.empty()) << codes(plan.issues).join(u' ').toStdString();
    EXPECT_EQ(std::as_const(study()).dossier().frontier(), before);
    EXPECT_EQ(fates(plan, one),
              (QStringList{s("coo_role to_review"), s("coo_autres set_aside"), s("bil_menaces kept"),
                           s("form_effectif broken"), s("form_effectif kept")}))
        << fates(plan, one).join(u'\n').toStdString();
    EXPECT_EQ(fates(plan, two), QStringList{s("bil_menaces kept")});
    ASSERT_EQ(plan.records.size(), 2U);
    EXPECT_EQ(plan.records[0].notKept, 3);
    EXPECT_EQ(plan.count(AnswerFate::Kept), 3);
    EXPECT_EQ(plan.answers[0].detail, s("passif"));
    EXPECT_EQ(plan.answers[1].value, s("Réseau fictif"));
}

TEST_F(FormVersions, conditions_that_close_and_open_questions_are_told)
{
    answer(one, "coo_autres", "Réseau fictif");
    auto form = standard();
    const QString condition = s("text,coo_autres,");
    QString line; // the condition goes in the seventh column
    for (const QString& each :
         QString::fromUtf8(test::readAll(test::fixture(s("../resources/questionnaire/survey.csv"))))
             .split(u'\n'))
        if (each.startsWith(condition)) line = each;
    QStringList cells = line.split(u',');
    cells[6] = s("${coo_role} = 'actif'");
    form.survey(condition, line, cells.join(u','));
    const auto closing = workflow::planFormChange(study(), form.write());
    EXPECT_EQ(fates(closing, one), QStringList{s("coo_autres out_of_scope")});
    EXPECT_EQ(closing.answers.at(0).detail, cells[6]);
    ASSERT_TRUE(adopt(closing).ok());
    EXPECT_FALSE(counts(one, "coo_autres"));
    EXPECT_EQ(stored(one, "coo_autres"), s("Réseau fictif"));
    const auto opening = workflow::planFormReturn(study(), closing.from);
    EXPECT_EQ(fates(opening, one), QStringList{s("coo_autres in_scope")});
    ASSERT_TRUE(adopt(opening).ok());
    EXPECT_TRUE(counts(one, "coo_autres"));
}

TEST_F(FormVersions, adoption_loses_nothing_and_is_undone_in_one_step)
{
    answer(one, "coo_autres", "Réseau fictif");
    answer(one, "coo_role", "passif");
    const double complete = std::as_const(study()).dossier().record(one)->completeness;
    auto form = standard();
    form.removeFromSurvey(s("text,coo_autres,")).removeFromChoices(s("role_coord,passif,"));
    const auto plan = workflow::planFormChange(study(), form.write());
    workflow::UndoStack stack(study());
    const workflow::Outcome outcome = adopt(plan);
    ASSERT_TRUE(outcome.ok());
    stack.push(outcome);
    EXPECT_EQ(study().form().version, s("1.2"));
    EXPECT_FALSE(study().form().question(s("coo_autres")));
    for (const char* question : {"coo_autres", "coo_role"}) {
        EXPECT_FALSE(stored(one, question).isEmpty()) << question;
        EXPECT_FALSE(counts(one, question)) << question;
    }
    EXPECT_NE(std::as_const(study()).dossier().record(one)->completeness, complete);
    const auto session = workflow::openSession(study(), one);
    EXPECT_EQ(session->status({s("coo_role"), {}, {}}).problem, questionnaire::FieldStatus::Problem::Choice);

    EXPECT_TRUE(stack.undo().done);
    EXPECT_EQ(&study().form(), questionnaire::standardForm().get());
    EXPECT_FALSE(study().hasOwnForms());
    EXPECT_TRUE(counts(one, "coo_autres") && counts(one, "coo_role"));
    EXPECT_DOUBLE_EQ(std::as_const(study()).dossier().record(one)->completeness, complete);
    EXPECT_TRUE(stack.redo().done);
    EXPECT_EQ(study().form().version, s("1.2"));
    fixture.reopen();
    EXPECT_EQ(study().form().version, s("1.2"));
    const auto versions = workflow::formVersions(study());
    ASSERT_EQ(versions.size(), 2U);
    EXPECT_TRUE(versions[1].current);
    EXPECT_EQ(versions[1].author, s("Autrice fictive"));
    EXPECT_EQ(versions[1].reason, s("Essai fictif"));
    EXPECT_EQ(versions[1].from, versions[0].digest);
    EXPECT_EQ(versions[1].records, 2);
}

TEST_F(FormVersions, records_stay_on_their_version)
{
    answer(one, "coo_autres", "Réseau fictif");
    answer(two, "coo_autres", "Autre réseau fictif");
    auto form = standard();
    form.removeFromSurvey(s("text,coo_autres,"))
        .addToSurvey(s("text,coo_reseaux,"), s("text,coo_devise,Devise,Motto,,,,,,,public,,,acteur,"));
    ASSERT_TRUE(adopt(workflow::planFormChange(study(), form.write()), {one}).ok());
    EXPECT_TRUE(counts(one, "coo_autres"));
    EXPECT_FALSE(counts(two, "coo_autres"));
    EXPECT_EQ(workflow::openSession(study(), one)->form().version, s("1.1"));
    EXPECT_TRUE(fixture.answer(one, s("coo_autres"), s("Encore un (fictif)")).ok());
    EXPECT_EQ(codes(fixture.answer(one, s("coo_devise"), s("x")).issues),
              QStringList{s("entry.unknown_question coo_devise")});
    EXPECT_EQ(codes(fixture.answer(two, s("coo_autres"), s("x")).issues),
              QStringList{s("entry.unknown_question coo_autres")});
    EXPECT_TRUE(fixture.answer(two, s("coo_devise"), s("Devise fictive")).ok());
    const auto data = workflow::studyData(study());
    for (const auto& actor : data->actors)
        EXPECT_EQ(actor.inScope.at(s("coo_autres")).isKnown(), actor.id == one);

    // It comes along later: the plan is of the version it is on.
    const auto later = workflow::planFormReturn(study(), questionnaire::formDigest(study().form()));
    ASSERT_EQ(later.records.size(), 1U);
    EXPECT_EQ(fates(later, one), QStringList{s("coo_autres set_aside")});
    ASSERT_TRUE(adopt(later).ok());
    EXPECT_EQ(workflow::openSession(study(), one)->form().version, s("1.2"));
}

TEST_F(FormVersions, what_the_model_and_the_deliverables_read_must_stay)
{
    auto form = standard();
    form.removeFromSurvey(s("text,id_sigle,"))
        .survey(s("integer,abr_places_vdt,"), s("integer,"), s("decimal,"))
        .removeFromSurvey(s("text,bil_menaces,"));
    const auto plan = workflow::planFormChange(study(), form.write());
    EXPECT_EQ(codes(plan.issues), (QStringList{s("form.read_question_type abr_places_vdt"),
                                               s("form.read_question_missing bil_menaces"),
                                               s("form.read_question_missing id_sigle")}))
        << codes(plan.issues).join(u'\n').toStdString();
    EXPECT_FALSE(adopt(plan).ok());
    EXPECT_FALSE(study().hasOwnForms());
}

TEST_F(FormVersions, plan_of_another_state_is_refused)
{
    auto form = standard();
    form.removeFromSurvey(s("text,coo_autres,"));
    const auto plan = workflow::planFormChange(study(), form.write());
    answer(one, "coo_autres", "Écrit entre-temps (fictif)");
    EXPECT_EQ(codes(adopt(plan).issues), QStringList{s("form.plan_stale ")});
    EXPECT_FALSE(study().hasOwnForms());
}

TEST_F(FormVersions, version_in_force_is_no_change)
{
    const auto same = workflow::planFormChange(study(), standard("meme").version(s("1.1")).write());
    EXPECT_EQ(codes(same.issues), QStringList{s("form.same_version ")});
}

TEST_F(FormVersions, rename_carries_answers_when_confirmed)
{
    answer(one, "coo_autres", "Réseau fictif");
    auto form = standard();
    form.survey(s("text,coo_autres,"), s("coo_autres"), s("coo_divers"));
    const auto plan = workflow::planFormChange(study(), form.write());
    const std::vector<workflow::FormRename> proposed{{s("coo_autres"), s("coo_divers")}};
    EXPECT_EQ(workflow::proposedRenames(plan), proposed);
    EXPECT_EQ(codes(adopt(plan, {}, {{s("coo_role"), s("coo_divers")}}).issues),
              QStringList{s("form.not_a_rename coo_role")});
    EXPECT_EQ(codes(adopt(plan, {s("inconnue")}).issues), QStringList{s("form.cannot_keep inconnue")});
    ASSERT_TRUE(adopt(plan, {}, proposed).ok());
    EXPECT_TRUE(counts(one, "coo_divers"));
    EXPECT_EQ(stored(one, "coo_autres"), s("Réseau fictif"));
}

TEST_F(FormVersions, two_laptops_that_adopt_different_versions_are_told_and_agree)
{
    answer(one, "coo_autres", "Réseau fictif");
    fixture.study->dossier().close();
    const QString otherPath = fixture.folder.path(s("b.osc"));
    ASSERT_TRUE(QFile::copy(fixture.path, otherPath));
    fixture.reopen();
    auto other = workflow::Study::open(otherPath, {}, fixture.clock);
    auto mine = standard("a");
    mine.removeFromSurvey(s("text,coo_autres,"));
    auto theirs = standard("b");
    theirs.version(s("1.3")).removeFromChoices(s("role_coord,passif,"));
    ASSERT_TRUE(adopt(workflow::planFormChange(study(), mine.write())).ok());
    ASSERT_TRUE(workflow::adoptForm(*other, workflow::planFormChange(*other, theirs.write()), {}).ok());
    ASSERT_TRUE(workflow::mergeFile(study(), otherPath, {}).ok());
    other->dossier().close();
    other = workflow::Study::open(otherPath, {}, fixture.clock);
    fixture.study->dossier().close();
    ASSERT_TRUE(workflow::mergeFile(*other, fixture.path, {}).ok());
    fixture.reopen();

    EXPECT_EQ(study().form().version, other->form().version);
    const auto lines = workflow::conflictLines(study());
    const auto found = std::find_if(lines.begin(), lines.end(), [](const workflow::ConflictLine& line) {
        return line.conflict.field == workflow::key::FormCurrent;
    });
    ASSERT_NE(found, lines.end());
    QStringList values(found->values.begin(), found->values.end());
    values.sort();
    EXPECT_EQ(values, (QStringList{s("1.2"), s("1.3")}));
    EXPECT_EQ(workflow::formVersions(study()).size(), 3U);

    const QString kept = study().form().version == s("1.2") ? s("1.3") : s("1.2");
    const size_t head = found->values[0] == kept ? 0 : 1;
    ASSERT_TRUE(workflow::resolveConflict(study(), {}, found->conflict.shownField,
                                          found->conflict.heads[head].operation)
                    .ok());
    EXPECT_EQ(study().form().version, kept);
}

TEST_F(FormVersions, answers_set_aside_are_named_erased_and_destroyed_as_before)
{
    answer(one, "coo_autres", "Réseau fictif");
    auto secret = standard("a");
    secret.survey(s("text,coo_autres,"), s("restreint"), s("confidentiel"));
    ASSERT_TRUE(adopt(workflow::planFormChange(study(), secret.write())).ok());
    auto form = standard("b");
    form.version(s("1.3")).removeFromSurvey(s("text,coo_autres,"));
    ASSERT_TRUE(adopt(workflow::planFormChange(study(), form.write())).ok());
    const QString label = workflow::fieldLabel(study(), s("q:coo_autres"));
    EXPECT_TRUE(label.endsWith(s("Autres organisations à rencontrer"))) << label.toStdString();
    EXPECT_EQ(workflow::doomedAtClosing(study()).confidential.operations.size(), 1);
    const auto plan = workflow::planRedaction(study(), one, s("coo_autres"));
    ASSERT_TRUE(plan.issues.empty());
    ASSERT_TRUE(workflow::redact(study(), plan).ok());
    EXPECT_TRUE(stored(one, "coo_autres").isEmpty());
}

TEST_F(FormVersions, damaged_version_leaves_the_standard_one)
{
    workflow::setSetting(study(), workflow::key::FormTextPrefix + s("abc"), s("{}"));
    workflow::setSetting(study(), workflow::key::FormCurrent, s("abc"));
    fixture.reopen();
    EXPECT_EQ(&study().form(), questionnaire::standardForm().get());
    EXPECT_EQ(workflow::formVersions(study()).size(), 1U);
    EXPECT_TRUE(fixture.answer(one, s("coo_autres"), s("x")).ok());
}

TEST(FormReaders, list_is_what_the_sources_name)
{
    static const QRegularExpression literal(s("\"([a-z][a-z0-9_]+)\""));
    QSet<QString> named;
    for (const QString& root : {s("../src"), s("../ui")}) {
        QDirIterator files(test::fixture(root), {s("*.cpp"), s("*.h")}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            if (path.contains(s("/demo")) || path.contains(s("form_readers"))) continue;
            for (auto match = literal.globalMatch(QString::fromUtf8(test::readAll(path))); match.hasNext();) {
                const QString name = match.next().captured(1);
                if (questionnaire::standardForm()->question(name)) named.insert(name);
            }
        }
    }
    const QStringList& listed = workflow::questionsReadByProgram();
    EXPECT_EQ(QSet<QString>(listed.begin(), listed.end()), named)
        << "missing: "
        << QStringList((named - QSet<QString>(listed.begin(), listed.end())).values())
               .join(u' ')
               .toStdString();
}

} // namespace
