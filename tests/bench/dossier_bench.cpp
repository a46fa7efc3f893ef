// The dossier against its budgets, and a durable save against SQLite's own on the same disk. The folder of
// the files is the first argument that is not an option: it must be on the disk to be measured.
#include "base/platform/files.h"
#include "dossier/container/crypto.h"
#include "dossier/transaction.h"
#include "register.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <benchmark/benchmark.h>
#include <cstdio>
#include <sqlite3.h>
#include <unistd.h>

namespace {

const base::SystemClock theClock;
QString theFolder;

QString fresh(const char* name)
{
    const QString path = theFolder + u'/' + QString::fromUtf8(name);
    for (const char* suffix : {"", "-wal", "-shm", ".lock"})
        QFile::remove(path + QString::fromUtf8(suffix));
    return path;
}

double residentMegabytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly)) return 0;
    return file.readAll().split(' ').value(1).toDouble() * static_cast<double>(::sysconf(_SC_PAGESIZE)) / 1e6;
}

/// What the disk itself asks for: one small append and its fsync.
void fsyncOnly(benchmark::State& state)
{
    auto file = base::platform::File::create(fresh("fsync.bin"));
    const QByteArray bytes(300, 'x');
    for ([[maybe_unused]] auto _ : state) {
        file.write(bytes.constData(), static_cast<size_t>(bytes.size()));
        file.sync();
    }
}
BENCHMARK(fsyncOnly)->Unit(benchmark::kMillisecond)->UseRealTime();

void sqliteWalFull(benchmark::State& state)
{
    sqlite3* db = nullptr;
    sqlite3_open(fresh("peer.db").toUtf8().constData(), &db);
    sqlite3_exec(db,
                 "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
                 "CREATE TABLE answer(record TEXT, question TEXT, value TEXT, PRIMARY KEY(record, question))",
                 nullptr, nullptr, nullptr);
    sqlite3_stmt* put = nullptr;
    sqlite3_prepare_v2(db, "INSERT OR REPLACE INTO answer VALUES('r1', 'pub_total', ?)", -1, &put, nullptr);
    int k = 0;
    for ([[maybe_unused]] auto _ : state) {
        sqlite3_bind_int(put, 1, ++k);
        if (sqlite3_step(put) != SQLITE_DONE) state.SkipWithError("insert failed");
        sqlite3_reset(put);
    }
    sqlite3_finalize(put);
    sqlite3_close(db);
}
BENCHMARK(sqliteWalFull)->Unit(benchmark::kMillisecond)->UseRealTime();

/// One answer in a study of `records`, sealed and durable.
void saveAnswer(benchmark::State& state)
{
    const QString source = bench::registerOf(theFolder, static_cast<int>(state.range(0)), theClock);
    const QString path = fresh("save.osc");
    QFile::copy(source, path);
    const auto study = dossier::Dossier::open(path, bench::access(), theClock);
    const QString record = study->records().front().id;
    int k = 0;
    for ([[maybe_unused]] auto _ : state)
        study->transact(QStringLiteral("entry"), [&](dossier::Transaction& t) {
            dossier::setAnswer(t, dossier::entity::Record, record, QStringLiteral("pub_total"),
                               questionnaire::Answer::of(QString::number(++k)));
        });
}
BENCHMARK(saveAnswer)->Arg(1347)->Arg(100000)->Unit(benchmark::kMillisecond)->UseRealTime();

void openStudy(benchmark::State& state)
{
    const QString path = bench::registerOf(theFolder, static_cast<int>(state.range(0)), theClock);
    auto access = bench::access();
    access.readOnly = true;
    const double before = residentMegabytes();
    double held = 0;
    for ([[maybe_unused]] auto _ : state) {
        const auto study = dossier::Dossier::open(path, access, theClock);
        benchmark::DoNotOptimize(study->recordCount());
        held = residentMegabytes() - before;
    }
    state.counters["MB"] = held;
    state.counters["file_MB"] = static_cast<double>(QFile(path).size()) / 1e6;
}
BENCHMARK(openStudy)->Arg(1347)->Arg(100000)->Unit(benchmark::kMillisecond)->UseRealTime();

/// Lists as the screen asks for them.
void list(benchmark::State& state, const dossier::RecordFilter& filter)
{
    auto access = bench::access();
    access.readOnly = true;
    const auto study = dossier::Dossier::open(
        bench::registerOf(theFolder, static_cast<int>(state.range(0)), theClock), access, theClock);
    size_t found = 0;
    for ([[maybe_unused]] auto _ : state)
        found = study->records(filter).size();
    state.counters["found"] = static_cast<double>(found);
}
void listAll(benchmark::State& state)
{
    list(state, {});
}
void fourFacets(benchmark::State& state)
{
    dossier::RecordFilter filter;
    filter.categories = {QStringLiteral("femmes"), QStringLiteral("droits")};
    filter.provinces = {QStringLiteral("p5"), QStringLiteral("p8"), QStringLiteral("p10")};
    filter.statuses = {QString()};
    filter.services = {QStringLiteral("psychosocial")};
    list(state, filter);
}
void search(benchmark::State& state)
{
    dossier::RecordFilter filter;
    filter.text = QStringLiteral("essai 12");
    filter.limit = 200;
    list(state, filter);
}
BENCHMARK(listAll)->Arg(1347)->Arg(100000)->Unit(benchmark::kMillisecond);
BENCHMARK(fourFacets)->Arg(1347)->Arg(100000)->Unit(benchmark::kMillisecond);
BENCHMARK(search)->Arg(1347)->Arg(100000)->Unit(benchmark::kMillisecond);

/// The default derivation, 256 MiB and 3 passes.
void deriveKey(benchmark::State& state)
{
    const QByteArray salt(16, 's');
    for ([[maybe_unused]] auto _ : state)
        benchmark::DoNotOptimize(
            dossier::container::deriveFromPassphrase(QStringLiteral("phrase de mesure"), {}, salt).data());
}
BENCHMARK(deriveKey)->Unit(benchmark::kMillisecond)->UseRealTime();

} // namespace

int main(int count, char** words)
{
    benchmark::Initialize(&count, words);
    const QString place = count > 1 ? QString::fromLocal8Bit(words[1]) : QDir::currentPath();
    const QTemporaryDir folder(place + QStringLiteral("/bench-XXXXXX"));
    if (!folder.isValid()) {
        std::fprintf(stderr, "Aucun fichier ne peut être écrit dans %s.\n", place.toLocal8Bit().constData());
        return 3;
    }
    theFolder = folder.path();
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
}
