#include "base/resources.h"
#include "support/temporary_folder.h"
#include "workflow/messages/messages.h"

#include <QDirIterator>
#include <QRegularExpression>
#include <QSet>

#include <gtest/gtest.h>

namespace {

/// Dotted names that look like codes of issues and are something else.
bool isOtherName(const QString& name)
{
    static const QSet<QString> others{
        // stages of progress
        QStringLiteral("import.read"), QStringLiteral("import.gather"), QStringLiteral("import.write"),
        QStringLiteral("import.check"), QStringLiteral("import.files"), QStringLiteral("submission.of"),
        QStringLiteral("submission.columns"),
        // settings of a study
        QStringLiteral("model.approver"), QStringLiteral("model.body"), QStringLiteral("model.digest"),
        QStringLiteral("model.lock"), QStringLiteral("model.locked"), QStringLiteral("model.role"),
        QStringLiteral("model.version")};
    return others.contains(name);
}

QStringList found(const QString& folder, const QString& pattern, const QString& prefix = {})
{
    QSet<QString> names;
    const QRegularExpression wanted(pattern);
    QDirIterator files(test::fixture(QStringLiteral("../src/") + folder), {QStringLiteral("*.cpp")},
                       QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        if (path.contains(QStringLiteral("/messages/"))) continue;
        const QString source = QString::fromUtf8(test::readAll(path));
        for (auto match = wanted.globalMatch(source); match.hasNext();) {
            const QString name = prefix + match.next().captured(1);
            if (!isOtherName(name)) names.insert(name);
        }
    }
    return names.values();
}

/// Codes written in full, and those the form compiler and the expression parser write without their prefix.
QStringList issueCodes()
{
    return found(QString(),
                 QStringLiteral("\"((?:answers|deliver|entry|expression|form|hxl|import|list|mapping|"
                                "model|query|submission)\\.[a-z_]+)\"")) +
           found(QStringLiteral("questionnaire/compiler"),
                 QStringLiteral("\\b(?:error|warning)\\(u\"([a-z_]+)\""), QStringLiteral("form.")) +
           found(QStringLiteral("questionnaire/xform"), QStringLiteral("\\berror\\(u\"([a-z_]+)\""),
                 QStringLiteral("form.")) +
           found(QStringLiteral("questionnaire/expression"),
                 QStringLiteral("\\bfail\\((?:u|QStringLiteral\\()\"([a-z_]+)\""),
                 QStringLiteral("expression."));
}

QStringList captures(const QString& text, const QString& pattern)
{
    QStringList all;
    for (auto match = QRegularExpression(pattern).globalMatch(text); match.hasNext();)
        all << match.next().captured(1);
    return all;
}

} // namespace

TEST(Messages, everyIssueOfTheProgramHasItsSentences)
{
    const QStringList codes = issueCodes();
    EXPECT_GT(codes.size(), 90) << "the sources are not read as they should be";
    for (const QString& code : codes) {
        const workflow::messages::Message message = workflow::messages::forIssue({{}, code, {}, {}});
        EXPECT_FALSE(message.what.contains(code)) << code.toStdString();
        EXPECT_TRUE(message.what.endsWith(u'.') || message.what.contains(u':')) << message.what.toStdString();
        EXPECT_FALSE(message.remedy.isEmpty()) << code.toStdString();
    }
}

TEST(Messages, anUnknownCodeStaysVisible)
{
    EXPECT_TRUE(workflow::messages::forIssue({{}, QStringLiteral("never.heard_of"), {}, {}})
                    .what.contains(QStringLiteral("never.heard_of")));
}

TEST(Messages, everyReasonOfTheModelHasItsWords)
{
    const QString model = QString::fromUtf8(base::resource(QStringLiteral("assessment/osc-2014.json")));
    const QStringList reasons = captures(model, QStringLiteral("\"reason\": \"([a-z_]+)\""));
    EXPECT_GT(reasons.size(), 30);
    for (const QString& reason : reasons)
        EXPECT_NE(workflow::messages::vetoReason(reason), reason) << reason.toStdString();
}

TEST(Messages, everyUnreadableTableIsToldInFrench)
{
    const QString unknown = workflow::messages::malformedWord(QStringLiteral("something new"));
    const QStringList details =
        found(QStringLiteral("tabular"), QStringLiteral("Malformed,\\s*QStringLiteral\\(\"([^\"]+)\"")) +
        found(QStringLiteral("exchange"), QStringLiteral("Malformed,\\s*QStringLiteral\\(\"([^\"]+)\""));
    EXPECT_GT(details.size(), 10);
    for (QString detail : details) {
        detail.replace(QStringLiteral("%1"), QStringLiteral("7"));
        EXPECT_NE(workflow::messages::malformedWord(detail), unknown) << detail.toStdString();
    }
}

TEST(Messages, aCellTooLongIsPlaced)
{
    const QString what =
        workflow::messages::forError({base::ErrorCode::LimitExceeded,
                                      QStringLiteral("row 12: a cell of more than 100000 characters"),
                                      QStringLiteral("liste.csv")})
            .what;
    EXPECT_EQ(what, QStringLiteral(
                        "« liste.csv » contient, à la ligne 12, une cellule de plus de 100000 caractères."));
}
