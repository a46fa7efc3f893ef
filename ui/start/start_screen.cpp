#include "ui/start/start_screen.h"

#include "ui/start/new_study.h"
#include "ui/start/unlock.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/small.h"
#include "workflow/entry.h"
#include "workflow/settings.h"

#include <QBoxLayout>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>
#include <QStandardPaths>

namespace ui {
namespace {

const QString recentKey = QStringLiteral("recent");

QString userName()
{
    return qEnvironmentVariable("USER", QStringLiteral("consultant"));
}

/// A framed choice of the home page: what it is, in a sentence, and its button.
QFrame* card(const QString& title, const QString& sentence, QPushButton* action)
{
    auto* frame = new QFrame;
    frame->setObjectName(QStringLiteral("card"));
    frame->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    frame->setMinimumHeight(px(168));
    auto* layout = new QVBoxLayout(frame);
    layout->setContentsMargins(px(16), px(16), px(16), px(16));
    layout->setSpacing(px(8));
    layout->addWidget(heading(title, 1.1));
    layout->addWidget(text(sentence, QStringLiteral("muted")));
    layout->addStretch();
    layout->addWidget(action, 0, Qt::AlignLeading);
    return frame;
}

} // namespace

StartScreen::StartScreen(QSettings& settings, const base::Clock& clock, QWidget* parent)
    : QWidget(parent), m_settings(settings), m_clock(clock), m_pages(new QStackedWidget),
      m_problem(text({}, QStringLiteral("failure"))), m_new(new NewStudy), m_unlock(new Unlock)
{
    auto* outer = new QHBoxLayout(this);
    outer->addStretch(1);
    auto* column = new QVBoxLayout;
    outer->addLayout(column, 6);
    outer->addStretch(1);
    column->addSpacing(px(48));
    column->addWidget(m_problem);
    column->addWidget(m_pages);
    column->addStretch();
    m_pages->addWidget(buildHome());
    m_pages->addWidget(m_new);
    m_pages->addWidget(m_unlock);
    connect(m_new, &NewStudy::abandoned, this, &StartScreen::showHome);
    connect(m_unlock, &Unlock::abandoned, this, &StartScreen::showHome);
    connect(m_unlock, &Unlock::given, this, [this](const QString& phrase) { openWith(m_path, phrase); });
    connect(m_new, &NewStudy::wished, this, [this](const NewStudyWishes& wishes) {
        m_path = wishes.file;
        run(
            [this, wishes] {
                dossier::Access access;
                access.passphrase = wishes.passphrase;
                access.author = wishes.author;
                std::shared_ptr<workflow::Study> study =
                    workflow::Study::create(wishes.file, access, m_clock);
                workflow::setSetting(*study, workflow::key::Title, wishes.title);
                workflow::setSetting(*study, workflow::key::Consultant, wishes.author);
                workflow::setSetting(*study, workflow::key::Start, wishes.start.toString(Qt::ISODate));
                workflow::setSetting(*study, workflow::key::End, wishes.end.toString(Qt::ISODate));
                return study;
            },
            StartAction::None);
    });
    showHome();
}

QWidget* StartScreen::buildHome()
{
    auto* home = new QWidget;
    auto* layout = new QVBoxLayout(home);
    layout->setSpacing(px(16));
    layout->addWidget(heading(QStringLiteral("CartOSC"), 2.0));
    layout->addWidget(
        text(tr("Une étude est un fichier : enquête, analyse des capacités, choix des trois, livrables. "
                "Tout se fait ici, hors ligne."),
             QStringLiteral("muted")));
    auto* cards = new QHBoxLayout;
    cards->setSpacing(px(16));
    cards->setContentsMargins(0, 0, 0, px(8));
    QPushButton* demonstration = button(tr("Ouvrir la démonstration"), QStringLiteral("primary"));
    QPushButton* fresh = button(tr("Créer une étude…"), {}, QStringLiteral("document-new"));
    QPushButton* open = button(tr("Ouvrir un fichier…"), {}, QStringLiteral("folder-open"));
    cards->addWidget(
        card(tr("Démonstration"),
             tr("128 organisations fictives, marquées comme telles, pour essayer tous les écrans."),
             demonstration),
        1);
    cards->addWidget(card(tr("Nouvelle étude"),
                          tr("Trois courtes étapes : mission et dates, phrase de passe, qui remplit."),
                          fresh),
                     1);
    cards->addWidget(card(tr("Étude existante"), tr("Un fichier .osc de cet ordinateur ou d’une clé."), open),
                     1);
    layout->addLayout(cards);
    auto* recent = new QWidget;
    m_recent = new QVBoxLayout(recent);
    m_recent->setContentsMargins(0, px(8), 0, 0);
    layout->addWidget(recent);
    connect(demonstration, &QPushButton::clicked, this, &StartScreen::openDemonstration);
    connect(fresh, &QPushButton::clicked, this, &StartScreen::startNew);
    connect(open, &QPushButton::clicked, this, &StartScreen::chooseFile);
    return home;
}

void StartScreen::listRecent()
{
    clear(m_recent);
    QStringList recent = m_settings.value(recentKey).toStringList();
    recent.removeIf([](const QString& path) { return !QFileInfo::exists(path); });
    if (recent.isEmpty()) return;
    m_recent->addWidget(groupTitle(tr("Études récentes")));
    for (const QString& path : recent.first(qMin(6, recent.size()))) {
        QPushButton* item = link(QFileInfo(path).completeBaseName());
        item->setToolTip(path);
        connect(item, &QPushButton::clicked, this, [this, path] { openFile(path); });
        auto* row = new QHBoxLayout;
        row->addWidget(item);
        row->addWidget(small(QDir::toNativeSeparators(QFileInfo(path).absolutePath())), 1);
        m_recent->addLayout(row);
    }
}

void StartScreen::showHome()
{
    m_problem->hide();
    listRecent();
    m_pages->setCurrentIndex(0);
}

void StartScreen::startNew()
{
    m_problem->hide();
    m_new->restart();
    m_pages->setCurrentWidget(m_new);
}

void StartScreen::chooseFile()
{
    const QString file =
        QFileDialog::getOpenFileName(this, tr("Ouvrir une étude"), QString(), tr("Études CartOSC (*.osc)"));
    if (!file.isEmpty()) openFile(file);
}

void StartScreen::openFile(const QString& path)
{
    m_problem->hide();
    m_path = QFileInfo(path).absoluteFilePath();
    openWith(m_path, std::nullopt);
}

void StartScreen::openDemonstration()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    m_path = QDir(folder).filePath(tr("Démonstration.osc"));
    if (QFileInfo::exists(m_path)) return openFile(m_path);
    run(
        [this, folder, path = m_path] {
            QDir().mkpath(folder);
            dossier::Access access;
            access.author = userName();
            return std::shared_ptr<workflow::Study>(workflow::Study::create(path, access, m_clock));
        },
        StartAction::FillDemonstration);
}

void StartScreen::openWith(const QString& path, const std::optional<QString>& passphrase)
{
    run(
        [this, path, passphrase] {
            dossier::Access access;
            access.passphrase = passphrase;
            access.author = userName();
            return std::shared_ptr<workflow::Study>(workflow::Study::open(path, access, m_clock));
        },
        StartAction::None);
}

void StartScreen::run(Opening opening, StartAction then)
{
    using Study = std::shared_ptr<workflow::Study>;
    m_runner.run<Study>(std::move(opening), this, [this, then](Result<Study> result) {
        if (!result.value) return refused(result.error);
        remember(m_path);
        Q_EMIT opened(*result.value, then);
    });
}

void StartScreen::refused(const ErrorReport& report)
{
    if (report.needsPassphrase) {
        const bool retried = m_pages->currentWidget() == m_unlock;
        m_pages->setCurrentWidget(m_unlock);
        m_unlock->ask(m_path, retried ? report.text() : QString());
        return;
    }
    if (m_pages->currentWidget() == m_unlock) showHome();
    m_problem->setText(report.text());
    m_problem->show();
}

void StartScreen::remember(const QString& path)
{
    QStringList recent = m_settings.value(recentKey).toStringList();
    recent.removeAll(path);
    recent.prepend(path);
    m_settings.setValue(recentKey, recent.first(qMin(10, recent.size())));
}

} // namespace ui
