// The analysis of a whole study against its budgets: 74 indicators on 1,347 records under 0.3 s, and what a
// slider asks for at each of its moves under a sixtieth of a second. The folder of the files is the first
// argument that is not an option.
#include "assessment/model.h"
#include "questionnaire/expression/expression.h"
#include "workflow/analysis.h"
#include "workflow/demo.h"
#include "workflow/robustness.h"
#include "workflow/study.h"

#include <QDir>
#include <QFile>

#include <benchmark/benchmark.h>

namespace {

const base::SystemClock theClock;
std::unique_ptr<workflow::Study> theStudy;

class NoAnswers final : public questionnaire::ExpressionScope
{
public:
    questionnaire::ExprValue read(const QString&) const override { return QStringLiteral("oui"); }
    std::optional<std::vector<questionnaire::ExprValue>> readRows(const QString&,
                                                                  const QString&) const override
    {
        return std::nullopt;
    }
    QString stateOf(const QString&) const override { return QStringLiteral("value"); }
    QDateTime now() const override { return {}; }
};

void condition(benchmark::State& state)
{
    questionnaire::ExpressionError error;
    const auto expression = questionnaire::Expression::compile(
        QStringLiteral("${mode} = 'documentaire' or ${accord} = 'oui'"), error);
    const NoAnswers scope;
    for ([[maybe_unused]] auto _ : state)
        benchmark::DoNotOptimize(expression->evaluate(scope));
}
BENCHMARK(condition)->Unit(benchmark::kNanosecond);

void assessStudy(benchmark::State& state)
{
    std::vector<questionnaire::Answers> answers;
    theStudy->dossier().forEachRecord(
        [&](const dossier::RecordSummary&, questionnaire::RecordAnswers&& record) {
            answers.push_back(assessment::inScope(theStudy->form(), record));
        });
    for ([[maybe_unused]] auto _ : state)
        for (const questionnaire::Answers& each : answers)
            benchmark::DoNotOptimize(
                assessment::assess(theStudy->model(), theStudy->form(), each, {}).status);
}
BENCHMARK(assessStudy)->Unit(benchmark::kMillisecond);

void moveSlider(benchmark::State& state)
{
    const auto data = workflow::studyData(*theStudy);
    assessment::Weights weights = assessment::Weights::of(theStudy->model());
    double step = 0;
    for ([[maybe_unused]] auto _ : state) {
        weights.dimensions.begin()->second = 0.1 + (step += 0.001);
        benchmark::DoNotOptimize(workflow::rank(*theStudy, *data, weights).size());
        benchmark::DoNotOptimize(workflow::findTrios(*theStudy, *data, weights, 3).trios.size());
    }
}
BENCHMARK(moveSlider)->Unit(benchmark::kMillisecond);

} // namespace

int main(int count, char** words)
{
    benchmark::Initialize(&count, words);
    const QString path = QDir(QString::fromLocal8Bit(count > 1 ? words[1] : ".")).absolutePath() +
                         QStringLiteral("/bench-assessment.osc");
    QFile::remove(path);
    theStudy = workflow::Study::create(path, {}, theClock);
    workflow::fillDemonstration(*theStudy, 1347, 1);
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
    theStudy->dossier().close();
    theStudy.reset();
    return 0;
}
