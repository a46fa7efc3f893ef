#include "support/program.h"
#include "support/temporary_folder.h"

#include <QJsonArray>
#include <QJsonObject>

#include <gtest/gtest.h>

namespace {

test::Run decide(const QByteArray& problem)
{
    const test::TemporaryFolder folder;
    return test::cli({QStringLiteral("decide"), folder.write(QStringLiteral("p.json"), problem),
                      QStringLiteral("--json")});
}

struct Fault
{
    const char* problem;
    QStringList told; ///< all of it
};

} // namespace

TEST(Decide, printsWhatTheContractNames)
{
    const QJsonObject ahp = decide(R"({"method": "ahp", "matrix": [[1, 2], [0.5, 1]]})").json().object();
    EXPECT_NEAR(ahp[u"eigen_weights"].toArray()[0].toDouble(), 2.0 / 3, 1e-12);
    EXPECT_EQ(ahp[u"CR"][u"saaty"].toDouble(-1), 0);
    const QJsonObject smaa =
        decide(R"({"method": "smaa2", "values": [[1, 1], [0, [0, 0.5]]], "weights": "uniform",
                                        "samples_n": 100, "seed": 3})")
            .json()
            .object();
    EXPECT_EQ(smaa[u"n"].toInt(), 100);
    EXPECT_EQ(smaa[u"seed"].toInt(), 3);
    EXPECT_TRUE(smaa[u"central_weights"].toArray()[1].isNull());
    EXPECT_EQ(smaa[u"rank_acceptability"].toArray()[0].toArray()[0].toDouble(), 1);
    const QJsonObject best =
        decide(R"({"method": "best3", "demand": [1, 2], "value": [[1, 0], [0, 1], [0.5, 0.5], [0, 0]],
                                        "eligible": [0, 2, 3], "demand_samples": [[1, 0], [0, 1]]})")
            .json()
            .object();
    EXPECT_EQ(best[u"best"].toArray()[0].toObject()[u"set"].toArray(), (QJsonArray{0, 2, 3}));
    EXPECT_EQ(best[u"best"].toArray()[0].toObject()[u"f"].toDouble(), 2);
    EXPECT_TRUE(best[u"proved"].toBool());
    EXPECT_EQ(best[u"minimax_regret"].toArray(), (QJsonArray{0, 2, 3}));
}

TEST(Decide, givesTheSameBytesForTheSameSeed)
{
    const QByteArray problem =
        R"({"method": "smaa2", "values": [[1, 0], [0, 1]], "weights": {"dirichlet": [0.5, 2]}})";
    EXPECT_EQ(decide(problem).out, decide(problem).out);
}

TEST(Decide, listsAllFaults)
{
    const Fault faults[] = {
        {"{", {QStringLiteral("octet")}},
        {"[1]", {QStringLiteral("objet JSON")}},
        {R"({"method": "magic"})", {QStringLiteral("« magic »"), QStringLiteral("topsis")}},
        {R"({"method": "wsm", "matrix": [[1, "x"], [1]], "weights": [0, -1]})",
         {QStringLiteral("matrix[0][1]"), QStringLiteral("matrix[1]"), QStringLiteral("weights[1]")}},
        {R"({"method": "topsis", "matrix": [[0], [0]], "weights": [1]})", {QStringLiteral("« vector »")}},
        {R"({"method": "ahp", "matrix": [[1, 2], [2, 1]]})",
         {QStringLiteral("matrix[0][1]"), QStringLiteral("matrix[1][0]")}},
        {R"({"method": "smaa2", "values": [[[1, 0], 0]], "weights": {"ordinal": [0, 0]}, "seed": -1, "samples_n": 0})",
         {QStringLiteral("values[0][0]"), QStringLiteral("weights.ordinal"), QStringLiteral("seed"),
          QStringLiteral("samples_n")}},
        {R"({"method": "smaa2", "values": [[1, 0]], "weights": {"ranges": [[0.6, 1], [0.6, 1]]}})",
         {QStringLiteral("weights.ranges")}},
        {R"({"method": "best3", "demand": [1], "value": [[1, -1]], "must_cover": [{"cells": [9]}]})",
         {QStringLiteral("value[0][1]")}},
        {R"({"method": "wsm", "matrix": [[1e999]], "weights": [1]})", {QStringLiteral("trop grand")}}};
    for (const Fault& fault : faults) {
        const test::Run run = decide(fault.problem);
        EXPECT_EQ(run.exitCode, 3) << fault.problem;
        EXPECT_TRUE(run.out.isEmpty());
        for (const QString& words : fault.told)
            EXPECT_TRUE(QString::fromUtf8(run.err).contains(words)) << fault.problem << run.err.toStdString();
    }
}
