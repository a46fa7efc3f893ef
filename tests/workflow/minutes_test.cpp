#include "workflow/analysis.h"
#include "workflow/choice.h"
#include "workflow/demo.h"
#include "workflow/minutes.h"
#include "workflow/study_fixture.h"

#include <QProcess>
#include <QRegularExpression>

#include <gtest/gtest.h>

using namespace workflow;

namespace {

/// The words of a DOCX, as the archive and XML modules of another language read them.
QString wordsOf(const QString& docx)
{
    QProcess python;
    python.start(QStringLiteral("/usr/bin/python3"),
                 {QStringLiteral("-c"),
                  QStringLiteral(
                      "import sys, zipfile, xml.etree.ElementTree as tree\n"
                      "body = tree.fromstring(zipfile.ZipFile(sys.argv[1]).read('word/document.xml'))\n"
                      "w = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'\n"
                      "lines = [''.join(t.text or '' for t in p.iter(w + 't')) for p in body.iter(w + 'p')]\n"
                      "sys.stdout.buffer.write('\\n'.join(lines).encode())"),
                  docx});
    EXPECT_TRUE(python.waitForFinished(60000));
    EXPECT_EQ(python.exitCode(), 0) << python.readAllStandardError().toStdString();
    // Narrow and non-breaking spaces are typography, not words.
    QString words = QString::fromUtf8(python.readAllStandardOutput());
    return words.replace(QRegularExpression(QStringLiteral("[\\x{00a0}\\x{202f}]")), QStringLiteral(" "));
}

struct Committee : test::StudyFixture
{
    std::shared_ptr<const disclosure::StudyData> data;

    Committee()
    {
        fillDemonstration(*study, 128, 1);
        data = studyData(*study);
    }
    const Three& option(size_t i) const { return data->trios.trios.at(i).actors; }
    void vote(const char* member, size_t trio, bool favours, int score, const char* argument)
    {
        Vote given;
        given.member = QString::fromUtf8(member);
        given.trio = option(trio);
        given.favours = favours;
        given.score = score;
        given.argument = QString::fromUtf8(argument);
        ASSERT_TRUE(saveVote(*study, given).ok());
    }
    QString minutes(const char* name) const
    {
        const QString file = folder.path(QString::fromLatin1(name));
        const WordExport made = exportMinutes(*study, data, file);
        EXPECT_GE(made.pages, 1);
        EXPECT_GT(made.bytes, 1000);
        return wordsOf(file);
    }
};

} // namespace

TEST(Minutes, TellWhatIsNotYetSaid)
{
    const Committee committee;
    const QString words = committee.minutes("avant.docx");
    for (const char* sentence :
         {"Aucun membre n’a encore donné d’avis.", "Aucune décision n’est encore consignée.",
          "Options examinées", "Signatures"})
        EXPECT_TRUE(words.contains(QString::fromUtf8(sentence))) << sentence;
}

TEST(Minutes, HoldMembersArgumentsDecisionAndConditions)
{
    Committee committee;
    committee.vote("Membre fictif un", 0, true, 8, "couvre les quatre services");
    committee.vote("Membre fictif deux", 1, true, 7, "plus proche des gares");
    committee.vote("Membre fictif trois", 0, true, 9, "conventions écrites");
    TrioDecision made;
    made.trio = committee.option(0);
    made.state = QStringLiteral("prise");
    made.author = QStringLiteral("Comité fictif");
    made.reason = QStringLiteral("La couverture l’emporte.");
    made.dissent = QStringLiteral("Un membre préfère le trio 2.");
    made.conditions = QStringLiteral("Charte signée\nAgrément renouvelé");
    ASSERT_TRUE(saveTrioDecision(*committee.study, made).ok());

    const QString words = committee.minutes("apres.docx");
    for (const char* sentence :
         {"Membre fictif un", "Membre fictif deux", "Membre fictif trois", "Trio 1", "Trio 2", "favorable",
          "plus proche des gares", "Les trois organisations retenues sont", "Au nom de : Comité fictif.",
          "La couverture l’emporte.", "Un membre préfère le trio 2.", "Réserves de : Membre fictif deux.",
          "Charte signée", "Agrément renouvelé", "Date et signature"})
        EXPECT_TRUE(words.contains(QString::fromUtf8(sentence))) << sentence << '\n' << words.toStdString();
    for (const QString& id : made.trio)
        EXPECT_TRUE(words.contains(committee.study->dossier().record(id)->nameFr));
    EXPECT_FALSE(words.contains(QStringLiteral("encore consignée")));
}
