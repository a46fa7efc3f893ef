#include "support/form_folder.h"
#include "workflow/answer_files.h"
#include "workflow/form_versions.h"
#include "workflow/study.h"

#include <gtest/gtest.h>

namespace {

using questionnaire::Answer;

/// A study whose questionnaire asks for two files of the actor.
class AnswerFiles : public testing::Test
{
protected:
    AnswerFiles()
    {
        const QString form =
            test::FormFolder(folder)
                .addToSurvey(QStringLiteral("text,id_sigle,"),
                             QStringLiteral("file,id_statuts,Statuts\nfile,id_pv,Procès-verbal"))
                .write();
        EXPECT_TRUE(workflow::adoptForm(*study, workflow::planFormChange(*study, form),
                                        {{}, {}, QStringLiteral("Essai"), QStringLiteral("Autrice fictive")})
                        .ok());
        record = workflow::addActor(*study, QStringLiteral("Association Une (fictive)")).id;
    }

    QString write(const char* name, const char* content)
    {
        folder.write(QString::fromLatin1(name), content);
        return folder.path(QString::fromLatin1(name));
    }
    workflow::Outcome answer(const char* question, const QString& file)
    {
        return workflow::answerWithFile(*study, record, path(question), file);
    }
    static questionnaire::FieldPath path(const char* question)
    {
        return {QString::fromLatin1(question), {}, {}};
    }
    QString stored(const char* question) const
    {
        return study->dossier().answers(record).actor.at(QString::fromLatin1(question)).value;
    }
    size_t files() const { return study->dossier().attachments(record).size(); }

    test::TemporaryFolder folder;
    base::FixedClock clock{QDateTime(QDate(2015, 2, 5), QTime(10, 0), Qt::UTC)};
    std::unique_ptr<workflow::Study> study =
        workflow::Study::create(folder.path(QStringLiteral("étude.osc")), {}, clock);
    QString record;
};

TEST_F(AnswerFiles, AreAttachedAndNamedTogether)
{
    const workflow::Outcome outcome = answer("id_statuts", write("statuts.txt", "Article premier"));
    ASSERT_TRUE(outcome.ok());
    EXPECT_EQ(stored("id_statuts"), QStringLiteral("statuts.txt"));
    const auto file = workflow::answeredFile(*study, record, QStringLiteral("statuts.txt"));
    ASSERT_TRUE(file);
    EXPECT_EQ(study->dossier().readAttachment(file->id), QByteArray("Article premier"));
    EXPECT_TRUE(outcome.changes.questions.contains(QStringLiteral("id_statuts")));
    EXPECT_FALSE(workflow::answeredFile(*study, record, {}));
}

TEST_F(AnswerFiles, OfTheSameNameAreToldApart)
{
    const QString file = write("acte.txt", "un");
    ASSERT_TRUE(answer("id_statuts", file).ok());
    ASSERT_TRUE(answer("id_pv", file).ok());
    EXPECT_EQ(stored("id_pv"), QStringLiteral("acte (2).txt"));
    EXPECT_EQ(files(), 2U);
}

TEST_F(AnswerFiles, GoWithTheAnswerUnlessAnotherNamesThem)
{
    ASSERT_TRUE(answer("id_statuts", write("acte.txt", "un")).ok());
    ASSERT_TRUE(
        workflow::setAnswer(*study, record, path("id_pv"), Answer::of(QStringLiteral("acte.txt"))).ok());
    ASSERT_TRUE(workflow::removeAnsweredFile(*study, record, path("id_statuts")).ok());
    EXPECT_EQ(stored("id_statuts"), QString());
    EXPECT_EQ(files(), 1U) << "the other answer names it";
    ASSERT_TRUE(workflow::removeAnsweredFile(*study, record, path("id_pv")).ok());
    EXPECT_EQ(files(), 0U);
}

TEST_F(AnswerFiles, ThatCannotBeReadLeaveAllAsItWas)
{
    ASSERT_TRUE(answer("id_statuts", write("acte.txt", "un")).ok());
    const workflow::Outcome outcome = answer("id_statuts", write("programme.bin", "\x7f"
                                                                                  "ELF\x01\x02"));
    EXPECT_FALSE(outcome.ok());
    EXPECT_EQ(stored("id_statuts"), QStringLiteral("acte.txt"));
    EXPECT_EQ(files(), 1U);
}

} // namespace
