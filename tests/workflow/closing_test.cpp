#include "support/temporary_folder.h"
#include "workflow/attachments.h"
#include "workflow/closing.h"
#include "workflow/deliver.h"
#include "workflow/removal.h"
#include "workflow/study_fixture.h"

#include <QDir>
#include <QFile>

#include <gtest/gtest.h>

using test::StudyFixture;
using workflow::ClosingItem;

namespace {

/// Two actors with contacts, a third deleted with its own, and a text kept with the study.
struct Ended : StudyFixture
{
    Ended()
    {
        const QString first = addActor(QStringLiteral("Association Une (fictive)")),
                      second = addActor(QStringLiteral("Association Deux (fictive)")),
                      third = addActor(QStringLiteral("Association Trois (fictive)"));
        write(first, "id_tel", "+212600000017");
        write(first, "id_tel", "+212600000018");
        write(second, "id_responsable", "Canari Dix-neuf (fictif)");
        write(third, "id_email", "canari20@example.org");
        EXPECT_TRUE(workflow::removeActor(*study, third).ok());
        const QString note = folder.path(QStringLiteral("note.txt"));
        QFile file(note);
        EXPECT_TRUE(file.open(QIODevice::WriteOnly) && file.write("texte") == 5);
        file.close();
        EXPECT_TRUE(workflow::attachFile(*study, note).ok());
    }
    void write(const QString& record, const char* question, const char* value)
    {
        EXPECT_TRUE(answer(record, QString::fromLatin1(question), QString::fromUtf8(value)).ok()) << question;
    }
    workflow::ClosingReport close(bool destroy)
    {
        workflow::ClosingRequest request;
        request.folder = folder.path(destroy ? QStringLiteral("fin") : QStringLiteral("essai de fin"));
        request.consultant = QStringLiteral("Consultante (fictive)");
        request.destroy = destroy;
        return workflow::closeMission(*study, request);
    }
    QString everything() const
    {
        QString all;
        for (const auto& entry : std::as_const(*study).dossier().recentHistory(100'000))
            all += entry.value + entry.before;
        return all;
    }
};

QStringList told(const std::vector<ClosingItem>& items, const QString& kind)
{
    QStringList lines;
    for (const ClosingItem& item : items)
        if (item.kind == kind) lines << QStringLiteral("%1 : %2").arg(item.what).arg(item.count);
    return lines;
}

std::string text(const QStringList& lines)
{
    return lines.join(u'\n').toStdString();
}

} // namespace

TEST(Closing, countsWhatItWouldDoAndDoesNoneOfIt)
{
    Ended fixture;
    const QString before = fixture.everything();
    const auto plan = workflow::planClosing(*fixture.study, true);
    EXPECT_EQ(text(told(plan, QStringLiteral("garde"))),
              "Fiches, avec leur historique : 2\nPièces jointes : 1\nCommentaires et décisions : 0\n"
              "États figés : 0");
    const QStringList destroyed = told(plan, QStringLiteral("a_detruire"));
    EXPECT_EQ(destroyed.value(1).toStdString(), "Noms et contacts de personnes, dans 3 fiches : 4");
    EXPECT_EQ(told(plan, QStringLiteral("remis")).size(), 3);
    EXPECT_EQ(told(workflow::planClosing(*fixture.study, false), QStringLiteral("remis")).size(), 1);
    EXPECT_EQ(fixture.everything(), before);
    // Without consent, the receipt says the same is left to destroy.
    const workflow::ClosingReport made = fixture.close(false);
    ASSERT_TRUE(made.ok());
    EXPECT_EQ(text(told(made.items, QStringLiteral("a_detruire"))), text(destroyed));
    EXPECT_TRUE(fixture.everything().contains(QStringLiteral("+212600000017")));
}

TEST(Closing, destroysWhatItCountedInDeletedRecordsToo)
{
    Ended fixture;
    const auto plan = workflow::planClosing(*fixture.study, false);
    const workflow::ClosingReport made = fixture.close(true);
    ASSERT_TRUE(made.ok());
    EXPECT_EQ(text(told(made.items, QStringLiteral("detruit"))),
              text(told(plan, QStringLiteral("a_detruire"))));
    QStringList handed;
    for (const ClosingItem& item : made.items)
        if (item.kind == u"remis") handed << QFileInfo(item.path).fileName();
    EXPECT_EQ(text(handed), text(workflow::deliveredNames({})));
    EXPECT_EQ(plan[4].count, handed.size());
    const QString left = fixture.everything();
    for (const char* gone : {"+212600000017", "+212600000018", "Canari Dix-neuf", "canari20@"})
        EXPECT_FALSE(left.contains(QString::fromLatin1(gone))) << gone;
    for (const QString& line :
         told(workflow::planClosing(*fixture.study, false), QStringLiteral("a_detruire")))
        EXPECT_TRUE(line.endsWith(QStringLiteral(" : 0"))) << line.toStdString();
}
