// The engine of the entry screen beside @getodk/xforms-engine, which ODK's own web forms run on, on the same
// forms; and what leaving a field costs, durable save included. The folder of the files is the first argument
// that is not an option: it must be on the disk to be measured.
#include "form_texts.h"
#include "questionnaire/form_run.h"
#include "questionnaire/session.h"
#include "workflow/demo.h"
#include "workflow/entry.h"
#include "workflow/study.h"

#include <QDir>
#include <QFile>

#include <benchmark/benchmark.h>
#include <cstdio>
#include <cstdlib>

namespace {

using questionnaire::Answer;
using questionnaire::Session;

constexpr int Rows = 300;
const base::SystemClock theClock;
QString theFolder;

std::shared_ptr<const questionnaire::Form> compiled(const std::vector<bench::Row>& rows)
{
    auto form = questionnaire::compileForm(bench::sheetsOf(rows)).form;
    if (!form) std::abort();
    return form;
}

std::unique_ptr<Session> begun(const std::vector<bench::Row>& rows)
{
    questionnaire::RecordAnswers record;
    record.passages.push_back({QStringLiteral("p"), {}});
    return std::make_unique<Session>(compiled(rows), std::move(record), QStringLiteral("p"), theClock);
}

/// From the sheets to the first screen: compiled, and every field judged.
void loadThousand(benchmark::State& state)
{
    const auto rows = bench::thousandQuestions();
    for ([[maybe_unused]] auto _ : state)
        benchmark::DoNotOptimize(begun(rows)->completeness());
}
BENCHMARK(loadThousand)->Unit(benchmark::kMillisecond);

void loadThousandXForm(benchmark::State& state)
{
    for ([[maybe_unused]] auto _ : state) {
        base::Issues issues;
        const auto run = questionnaire::FormRun::open(theFolder + QStringLiteral("/thousand.xml"),
                                                      QDateTime::currentDateTime(), issues);
        if (!run) state.SkipWithError("refused");
    }
}
BENCHMARK(loadThousandXForm)->Unit(benchmark::kMillisecond);

/// The first number of a group: the relevance of the next, and ten sums one after another.
void answerOfThousand(benchmark::State& state)
{
    const auto session = begun(bench::thousandQuestions());
    const QString last = QStringLiteral("g4q99");
    int k = 0;
    for ([[maybe_unused]] auto _ : state) {
        session->set({QStringLiteral("g4q0"), {}, {}}, Answer::of(QString::number(890 + ++k % 20)));
        benchmark::DoNotOptimize(session->calculated({last, {}, {}}));
    }
}
BENCHMARK(answerOfThousand)->Unit(benchmark::kMicrosecond);

std::unique_ptr<Session> filledRows()
{
    auto session = begun(bench::productsOfRows());
    for (int row = 1; row <= Rows; ++row) {
        const QString uid = QString::number(row);
        session->addRow(QStringLiteral("ligne"), {}, uid);
        session->set({QStringLiteral("a"), {}, uid}, Answer::of(uid));
        session->set({QStringLiteral("b"), {}, uid}, Answer::of(QStringLiteral("2")));
    }
    return session;
}

void fillRows(benchmark::State& state)
{
    for ([[maybe_unused]] auto _ : state)
        benchmark::DoNotOptimize(filledRows()->calculated({QStringLiteral("total"), {}, {}}));
}
BENCHMARK(fillRows)->Unit(benchmark::kMillisecond);

void answerInRows(benchmark::State& state)
{
    const auto session = filledRows();
    int k = 0;
    for ([[maybe_unused]] auto _ : state) {
        session->set({QStringLiteral("a"), {}, QStringLiteral("150")}, Answer::of(QString::number(++k)));
        benchmark::DoNotOptimize(session->calculated({QStringLiteral("total"), {}, {}}));
    }
}
BENCHMARK(answerInRows)->Unit(benchmark::kMicrosecond);

void leaveField(benchmark::State& state)
{
    const QString path = theFolder + QStringLiteral("/entry.osc");
    QFile::remove(path);
    const auto study = workflow::Study::create(path, {}, theClock);
    workflow::fillDemonstration(*study, static_cast<int>(state.range(0)), 1);
    const QString record = study->dossier().records().front().id;
    int k = 0;
    for ([[maybe_unused]] auto _ : state) {
        const auto outcome = workflow::setAnswer(*study, record, {QStringLiteral("pub_total"), {}, {}},
                                                 Answer::of(QString::number(100 + ++k % 50)));
        if (!outcome.ok()) state.SkipWithError("refused");
    }
}
BENCHMARK(leaveField)->Arg(1347)->Unit(benchmark::kMillisecond)->UseRealTime();

void write(const QString& path, const std::string& text)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text.data(), qint64(text.size())) < 0) std::abort();
}

} // namespace

int main(int count, char** words)
{
    benchmark::Initialize(&count, words);
    theFolder = QDir(QString::fromLocal8Bit(count > 1 ? words[1] : ".")).absolutePath() +
                QStringLiteral("/bench-forms");
    QDir().mkpath(theFolder);
    write(theFolder + QStringLiteral("/thousand.xml"), bench::xformOf(bench::thousandQuestions()));
    write(theFolder + QStringLiteral("/rows.xml"), bench::xformOf(bench::productsOfRows()));
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
    std::fflush(stdout);
    const QByteArray command =
        "sh '" CARTOSC_BENCH_SOURCES "/forms_peer.sh' '" + theFolder.toLocal8Bit() + '\'';
    return std::system(command.constData()) == 0 ? 0 : 1;
}
