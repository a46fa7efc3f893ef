#include "ui/shell/main_window.h"

#include "ui/acteurs/actors_screen.h"
#include "ui/analyse/analysis_screen.h"
#include "ui/choix/choice_screen.h"
#include "ui/coffre/backups.h"
#include "ui/conflits/conflicts_screen.h"
#include "ui/etude/study_screen.h"
#include "ui/historique/snapshots_screen.h"
#include "ui/historique/undo_words.h"
#include "ui/livrables/deliverables_screen.h"
#include "ui/saisie/entry_screen.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/idle_lock.h"
#include "ui/shell/rail.h"
#include "ui/shell/status_line.h"
#include "ui/shell/undo_keys.h"
#include "ui/tableau/dashboard_screen.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/copy_table.h"
#include "ui/widgets/notice.h"

#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QScreen>
#include <QSettings>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

namespace ui {
MainWindow::MainWindow(Theme& theme, QSettings& settings, const base::Clock& clock)
    : m_theme(theme), m_settings(settings), m_clock(clock), m_idle(new IdleLock(this))
{
    setWindowTitle(QStringLiteral("CartOSC"));
    setMinimumSize(px(960), px(600));
    resize(QSize(px(1280), px(800)).boundedTo(QWidget::screen()->availableSize()));
    restoreGeometry(m_settings.value(QStringLiteral("geometry")).toByteArray());
    build();
    addShortcuts();
    connect(QApplication::clipboard(), &QClipboard::dataChanged, this,
            [this] { m_copiedHere = isActiveWindow(); });
    connect(m_idle, &IdleLock::expired, this, &MainWindow::lockStudy);
    connect(&m_theme, &Theme::scaleChanged, this, [this] {
        const QString current = m_current;
        build();
        if (m_desk) {
            buildScreens();
            showScreen(current);
        }
    });
}

MainWindow::~MainWindow()
{
    // Screens refer to the desk: they go first.
    delete takeCentralWidget();
}

void MainWindow::build()
{
    m_screens.clear();
    m_order.clear();
    auto* central = new QWidget;
    m_rail = new Rail;
    m_headers = new QStackedWidget;
    m_pages = new QStackedWidget;
    m_panels = new QStackedWidget;
    m_panels->setObjectName(QStringLiteral("sidePanel"));
    m_split = new QSplitter;
    m_status = new StatusLine;
    m_notice = new Notice;
    m_notice->setClosable(true);
    m_start = new StartScreen(m_settings, m_clock);
    m_headers->setFixedHeight(px(48));
    m_split->addWidget(m_pages);
    m_split->addWidget(m_panels);
    m_split->setStretchFactor(0, 1);
    m_split->setStretchFactor(1, 0);
    m_split->setHandleWidth(1);
    m_split->setChildrenCollapsible(false);
    m_panels->setMinimumWidth(px(280));
    m_panels->resize(px(280), height());
    m_pages->addWidget(m_start);
    addFrame(central);
    setCentralWidget(central);
    central->show();
    m_palette = new CommandPalette(central);

    connect(m_rail, &Rail::chosen, this, &MainWindow::showScreen);
    connect(m_rail, &Rail::paletteAsked, this, &MainWindow::showPalette);
    connect(m_palette, &CommandPalette::chosen, this, &MainWindow::go);
    connect(m_status, &StatusLine::conflictsAsked, this, [this] {
        go({QStringLiteral("conflits"), {}, {}});
    });
    connect(m_start, &StartScreen::opened, this, &MainWindow::adopt);
    connect(m_status, &StatusLine::backupAsked, this, &MainWindow::backUp);
    m_headers->hide();
    m_panels->hide();
    m_palette->setCommands(commands());
}

void MainWindow::addFrame(QWidget* central)
{
    auto* outer = new QVBoxLayout(central);
    auto* row = new QHBoxLayout;
    auto* right = new QVBoxLayout;
    for (QLayout* layout : std::initializer_list<QLayout*>{outer, row, right}) {
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(0);
    }
    right->addWidget(m_notice);
    right->addWidget(m_headers);
    right->addWidget(m_split, 1);
    row->addWidget(m_rail);
    row->addLayout(right, 1);
    outer->addLayout(row, 1);
    outer->addWidget(m_status);
}

void MainWindow::addShortcuts()
{
    const auto add = [this](const QKeySequence& keys, auto action) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, action);
    };
    add(QKeySequence(QStringLiteral("Ctrl+K")), [this] { showPalette(); });
    add(QKeySequence(QStringLiteral("Ctrl++")), [this] { m_theme.changeScale(+1); });
    add(QKeySequence(QStringLiteral("Ctrl+=")), [this] { m_theme.changeScale(+1); });
    add(QKeySequence(QStringLiteral("Ctrl+-")), [this] { m_theme.changeScale(-1); });
    add(QKeySequence(QStringLiteral("Ctrl+0")), [this] { m_theme.changeScale(0); });
    add(QKeySequence::Save, [this] { backUp(); });
    add(QKeySequence(QStringLiteral("Ctrl+L")), [this] { lockStudy(); });
    // One key, for a laptop without Pause too: someone comes in during an interview.
    for (const Qt::Key panic : {Qt::Key_Pause, Qt::Key_F12})
        add(QKeySequence(panic), [this] { lockStudy(); });
    add(QKeySequence::New, [this] {
        if (m_desk) go({QStringLiteral("acteurs"), {}, QStringLiteral("ajouter")});
    });
    add(QKeySequence::Copy, [this] { copyFocusedTable(); });
    auto* undoKeys = new UndoKeys(this);
    connect(undoKeys, &UndoKeys::undoAsked, this, [this] {
        if (m_desk) m_desk->undo();
    });
    connect(undoKeys, &UndoKeys::redoAsked, this, [this] {
        if (m_desk) m_desk->redo();
    });
}

void MainWindow::openFile(const QString& path)
{
    closeStudy();
    m_start->openFile(path);
}

void MainWindow::comeForward()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    raise();
    activateWindow();
}

void MainWindow::addScreen(const QString& name, const QString& word, const QString& iconName, Screen* screen)
{
    // Without a word, it is reached from elsewhere than the rail.
    if (name == u"etude") {
        m_rail->addApart(name, word, iconName);
    } else if (!word.isEmpty()) {
        m_rail->add(name, word, iconName);
        m_order << name;
    }
    m_headers->addWidget(screen->header());
    m_pages->addWidget(screen);
    m_panels->addWidget(screen->panel());
    m_screens.insert(name, screen);
    connect(screen, &Screen::goTo, this, &MainWindow::go);
}

void MainWindow::buildScreens()
{
    Desk& desk = *m_desk;
    addScreen(QStringLiteral("tableau"), tr("Tableau de bord"), QStringLiteral("view-list-icons"),
              new DashboardScreen(desk));
    addScreen(QStringLiteral("acteurs"), tr("Acteurs"), QStringLiteral("system-users"),
              new ActorsScreen(desk));
    addScreen(QStringLiteral("saisie"), tr("Saisie"), QStringLiteral("view-form"), new EntryScreen(desk));
    addScreen(QStringLiteral("analyse"), tr("Analyse"), QStringLiteral("office-chart-bar-stacked"),
              new AnalysisScreen(desk));
    addScreen(QStringLiteral("choix"), tr("Choix des trois"), QStringLiteral("distribute-horizontal-x"),
              new ChoiceScreen(desk));
    addScreen(QStringLiteral("livrables"), tr("Livrables"), QStringLiteral("document-multiple"),
              new DeliverablesScreen(desk));
    addScreen(QStringLiteral("conflits"), {}, {}, new ConflictsScreen(desk));
    addScreen(QStringLiteral("etats"), {}, {}, new SnapshotsScreen(desk));
    auto* study = new StudyScreen(desk, *m_backups);
    addScreen(QStringLiteral("etude"), tr("Étude"), QStringLiteral("lock"), study);
    connect(study, &StudyScreen::protectionChanged, this, [this] {
        watchIdleness();
        m_status->refresh();
    });
    connect(study, &StudyScreen::lockAsked, this, &MainWindow::lockStudy, Qt::QueuedConnection);
    m_status->watch(&desk, m_backups.get());
    m_palette->watch(&desk);
    m_palette->setCommands(commands());
    const disclosure::StudyInfo info = desk.study().info();
    const QString name = QFileInfo(desk.study().dossier().path()).completeBaseName();
    setWindowTitle((info.fictional ? tr("%1 (fictive)").arg(name) : name) + tr(" – CartOSC"));
    m_split->setSizes({width() - px(168) - px(280), px(280)});
}

void MainWindow::showScreen(const QString& name)
{
    Screen* screen = m_screens.value(name);
    if (!screen) return;
    if (Screen* before = m_screens.value(m_current); before && before != screen) before->leave();
    m_current = name;
    m_settings.setValue(QStringLiteral("screen"), name);
    m_headers->setCurrentWidget(screen->header());
    m_pages->setCurrentWidget(screen);
    m_panels->setCurrentWidget(screen->panel());
    m_headers->show();
    m_panels->setVisible(screen->panel()->count() > 0);
    m_rail->setCurrent(name);
    screen->activate();
}

void MainWindow::go(const Target& target)
{
    showScreen(target.screen);
    if (Screen* screen = m_screens.value(target.screen)) screen->open(target);
}

void MainWindow::showPalette()
{
    // Some commands say what they would do now.
    m_palette->setCommands(commands());
    m_palette->popUp();
}

std::vector<Command> MainWindow::studyCommands()
{
    std::vector<Command> list;
    const auto action = [&list](const QString& label, std::function<void()> run) {
        list.push_back({label, tr("Action"), {}, std::move(run)});
    };
    const QStringList words{tr("Tableau de bord"), tr("Acteurs"),         tr("Saisie"),
                            tr("Analyse"),         tr("Choix des trois"), tr("Livrables")};
    for (int i = 0; i < m_order.size(); ++i)
        list.push_back({words[i], tr("Écran"), {m_order[i], {}, {}}, {}});
    action(tr("Étude : protéger, sauvegarder, partager, clore"), [this] {
        go({QStringLiteral("etude"), {}, {}});
    });
    action(tr("Sauvegarder maintenant"), [this] { backUp(); });
    action(tr("Modèle d’analyse : poids, seuils, accord, versions"), [this] {
        go({QStringLiteral("etude"), {}, QStringLiteral("modele")});
    });
    action(tr("Questionnaire vierge à imprimer, formulaire court…"), [this] {
        go({QStringLiteral("saisie"), {}, QStringLiteral("imprimer court")});
    });
    action(tr("Questionnaire vierge à imprimer, formulaire complet…"), [this] {
        go({QStringLiteral("saisie"), {}, QStringLiteral("imprimer complet")});
    });
    action(tr("Verrouiller l’étude"), [this] { lockStudy(); });
    list.push_back({tr("Conflits"), tr("Écran"), {QStringLiteral("conflits"), {}, {}}, {}});
    list.push_back({tr("États figés et comparaison"), tr("Écran"), {QStringLiteral("etats"), {}, {}}, {}});
    action(tr("Figer l’état de l’étude…"), [this] { go({QStringLiteral("etats"), {}, {}}); });
    action(undoSentence(m_desk->undoLabel(), false), [this] { m_desk->undo(); });
    action(redoSentence(m_desk->redoLabel(), false), [this] { m_desk->redo(); });
    action(tr("Fermer l’étude"), [this] { closeStudy(); });
    return list;
}

std::vector<Command> MainWindow::commands()
{
    std::vector<Command> list = m_desk ? studyCommands() : std::vector<Command>();
    const auto action = [&list](const QString& label, std::function<void()> run) {
        list.push_back({label, tr("Action"), {}, std::move(run)});
    };
    action(tr("Ouvrir une étude…"), [this] {
        closeStudy();
        m_start->chooseFile();
    });
    action(tr("Créer une étude…"), [this] {
        closeStudy();
        m_start->startNew();
    });
    action(tr("Passer au thème clair"), [this] { m_theme.setAppearance(Appearance::Light); });
    action(tr("Passer au thème sombre"), [this] { m_theme.setAppearance(Appearance::Dark); });
    action(tr("Suivre le thème du système"), [this] { m_theme.setAppearance(Appearance::System); });
    action(tr("Agrandir le texte"), [this] { m_theme.changeScale(+1); });
    action(tr("Réduire le texte"), [this] { m_theme.changeScale(-1); });
    if (!m_desk) return list;
    for (const questionnaire::Question& question : m_desk->study().form().questions)
        if (question.number > 0)
            list.push_back(
                {question.label, tr("Question"), {QStringLiteral("saisie"), {}, question.name}, {}});
    return list;
}

void MainWindow::copyFocusedTable()
{
    if (auto* view = qobject_cast<QAbstractItemView*>(focusWidget())) copyTable(*view, true);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    m_settings.setValue(QStringLiteral("geometry"), saveGeometry());
    // A window that would end without saying where the work went stays.
    if (closeStudy()) return event->ignore();
    event->accept();
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    m_palette->hide();
}

} // namespace ui
