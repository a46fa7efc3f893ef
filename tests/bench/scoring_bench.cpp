// The scoring engine against its budgets; then the peer (numpy, HiGHS) on the same sizes and the same sets of
// three, whose problems are left in the folder given as first argument.
#include "scoring/best_set.h"
#include "scoring/smaa.h"

#include <benchmark/benchmark.h>
#include <cstdlib>
#include <fstream>
#include <string>

namespace {

constexpr size_t Actors = 1347, Criteria = 40, Services = 4, Places = 12;

scoring::Matrix uniform(size_t rows, size_t columns, std::uint64_t seed)
{
    scoring::Random random(seed, 0);
    scoring::Matrix matrix(rows, columns);
    for (size_t r = 0; r < rows; ++r)
        for (double& x : matrix.row(r))
            x = random.uniform();
    return matrix;
}

/// Demand of each service in each place; actors offer one or two services, each in a few places.
scoring::CoverageProblem realistic()
{
    scoring::Random random(3, 0);
    scoring::CoverageProblem problem;
    problem.value = scoring::Matrix(Actors, Services * Places);
    for (size_t cell = 0; cell < Services * Places; ++cell)
        problem.demand.push_back(6 * random.uniform() * random.uniform());
    for (size_t a = 0; a < Actors; ++a)
        for (size_t s = 0; s < Services; ++s) {
            const double quality = random.uniform() < 0.4 ? 0.2 + 0.75 * random.uniform() : 0;
            for (size_t place = 0; place < Places; ++place)
                if (random.uniform() < 0.2) problem.value.at(a, s * Places + place) = quality;
        }
    return problem;
}

/// Everybody offers something everywhere: hardly anything can be ruled out.
scoring::CoverageProblem dense()
{
    scoring::CoverageProblem problem = realistic();
    problem.value = uniform(Actors, Services * Places, 4);
    return problem;
}

void smaa(benchmark::State& state)
{
    const scoring::SmaaProblem problem{uniform(Actors, Criteria, 1), {}, scoring::UniformWeights{}, {}};
    scoring::Run run;
    run.threads = static_cast<int>(state.range(0));
    for ([[maybe_unused]] auto _ : state)
        benchmark::DoNotOptimize(scoring::smaa(problem, {10000, 1, false}, run)->acceptability.row(0).data());
}
BENCHMARK(smaa)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime()->MinTime(2);

void smaaWithPairs(benchmark::State& state)
{
    const scoring::SmaaProblem problem{uniform(Actors, Criteria, 1), {}, scoring::UniformWeights{}, {}};
    for ([[maybe_unused]] auto _ : state)
        benchmark::DoNotOptimize(scoring::smaa(problem, {10000, 1, true})->pairwise.row(0).data());
}
BENCHMARK(smaaWithPairs)->Unit(benchmark::kMillisecond)->UseRealTime();

void best(benchmark::State& state, const scoring::CoverageProblem& problem)
{
    for ([[maybe_unused]] auto _ : state)
        benchmark::DoNotOptimize(scoring::bestSets(problem, 1).best.data());
}
BENCHMARK_CAPTURE(best, realistic, realistic())->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(best, dense, dense())->Unit(benchmark::kMillisecond);

/// Demand, then one line per actor.
void write(const scoring::CoverageProblem& problem, const std::string& path)
{
    std::ofstream file(path);
    file.precision(17);
    const auto line = [&file](std::span<const double> numbers) {
        for (const double number : numbers)
            file << number << ' ';
        file << '\n';
    };
    line(problem.demand);
    for (size_t a = 0; a < problem.value.rows(); ++a)
        line(problem.value.row(a));
}

} // namespace

int main(int count, char** words)
{
    benchmark::Initialize(&count, words);
    const std::string folder = count > 1 ? words[1] : ".";
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
    write(realistic(), folder + "/best3_realistic.txt");
    write(dense(), folder + "/best3_dense.txt");
    std::fflush(stdout);
    return std::system(
               ("/usr/bin/python3 '" CARTOSC_BENCH_SOURCES "/scoring_peer.py' '" + folder + "'").c_str()) == 0
               ? 0
               : 1;
}
