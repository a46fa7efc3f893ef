// What leaving a field costs on the entry screen, in the whole window, on a full study: interface time until
// nothing is left to do, and how long until the answer is durable. The folder of the study is the first
// argument that is not an option: it must be on the disk to be measured.
#include "ui/saisie/answer_editor.h"
#include "ui/saisie/entry_screen.h"
#include "ui/shell/main_window.h"
#include "ui/theme/theme.h"
#include "workflow/demo.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QKeyEvent>
#include <QLineEdit>
#include <QSettings>
#include <QTimer>

#include <benchmark/benchmark.h>
#include <cstdlib>
#include <ctime>

namespace {

constexpr int Actors = 1347;
constexpr int UntilIdle = 400; ///< ms: beyond every delay of the screen but that of the analysis
const base::SystemClock theClock;
QString theFolder;

double threadTime()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

void run(int milliseconds)
{
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

void press(QWidget* target, int key)
{
    for (const QEvent::Type type : {QEvent::KeyPress, QEvent::KeyRelease}) {
        QKeyEvent event(type, key, Qt::NoModifier);
        QApplication::sendEvent(target, &event);
    }
}

/// The window with one record open on a number which no other question reads.
class Entry
{
public:
    Entry()
        : m_settings(theFolder + QStringLiteral("/settings.ini"), QSettings::IniFormat),
          m_theme(m_settings, QStringLiteral("light")), m_window(m_theme, m_settings, theClock)
    {
        m_window.resize(1280, 800);
        m_window.show();
        QApplication::setActiveWindow(&m_window);
        const QString path = theFolder + QStringLiteral("/entry.osc");
        m_window.openFile(path);
        for (int waited = 0; !m_window.desk() && waited < 100; ++waited)
            run(100);
        if (!m_window.desk()) std::abort();
        const QString record = m_window.desk()->study().dossier().records().front().id;
        m_window.go({QStringLiteral("saisie"), record, m_question});
        run(3000);
        m_screen = qobject_cast<ui::EntryScreen*>(m_window.screen(QStringLiteral("saisie")));
        if (!m_screen || !field()) std::abort();
    }

    QLineEdit* field() const
    {
        ui::QuestionCard* card = m_screen->page()->card(m_question);
        return card && card->editor() ? qobject_cast<QLineEdit*>(card->editor()->focusTarget()) : nullptr;
    }
    ui::EntrySession& session() const { return *m_screen->session(); }

    void leave(bool enter) const
    {
        if (enter) return press(field(), Qt::Key_Return);
        m_screen->page()->commit();
    }
    void type(int number) const
    {
        field()->setFocus();
        field()->setText(QString::number(number));
        run(UntilIdle);
    }

private:
    const QString m_question = QStringLiteral("pub_total");
    QSettings m_settings;
    ui::Theme m_theme;
    ui::MainWindow m_window;
    ui::EntryScreen* m_screen = nullptr;
};

/// A number just typed is given: by Enter, which takes the next question in hand, or in place.
void leaveField(benchmark::State& state, bool enter)
{
    const Entry entry;
    QElapsedTimer wall;
    const auto elapsed = [&] { return static_cast<double>(wall.nsecsElapsed()) / 1e6; };
    double handled = 0, stored = 0, durable = 0;
    const auto heard = QObject::connect(&entry.session(), &ui::EntrySession::stored, &entry.session(),
                                        [&] { durable = elapsed(); });
    int k = 0;
    for ([[maybe_unused]] auto _ : state) {
        entry.type(100 + ++k % 50);
        durable = -1;
        const double before = threadTime();
        wall.start();
        entry.leave(enter);
        handled += elapsed();
        run(UntilIdle);
        state.SetIterationTime(threadTime() - before);
        if (durable < 0) state.SkipWithError("not stored");
        stored += durable;
    }
    QObject::disconnect(heard);
    state.counters["at_once_ms"] = benchmark::Counter(handled, benchmark::Counter::kAvgIterations);
    state.counters["stored_ms"] = benchmark::Counter(stored, benchmark::Counter::kAvgIterations);
}
BENCHMARK_CAPTURE(leaveField, by_enter, true)->Unit(benchmark::kMillisecond)->UseManualTime()->Iterations(15);
BENCHMARK_CAPTURE(leaveField, in_place, false)
    ->Unit(benchmark::kMillisecond)
    ->UseManualTime()
    ->Iterations(15);

void prepare()
{
    QDir(theFolder).removeRecursively();
    QDir().mkpath(theFolder);
    qputenv("XDG_DATA_HOME", (theFolder + QStringLiteral("/memory")).toUtf8());
    const auto study = workflow::Study::create(theFolder + QStringLiteral("/entry.osc"), {}, theClock);
    workflow::fillDemonstration(*study, Actors, 1);
    study->dossier().close();
}

} // namespace

int main(int count, char** words)
{
    benchmark::Initialize(&count, words);
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(count, words);
    theFolder = QDir(QString::fromLocal8Bit(count > 1 ? words[1] : ".")).absolutePath() +
                QStringLiteral("/bench-entry");
    prepare();
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
    return 0;
}
