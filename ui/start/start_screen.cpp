#include "ui/start/start_screen.h"

#include "base/platform/files.h"
#include "ui/start/new_study.h"
#include "ui/start/older_page.h"
#include "ui/start/reader_key_page.h"
#include "ui/start/recent_studies.h"
#include "ui/start/recover.h"
#include "ui/start/unlock.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/small.h"
#include "workflow/backup.h"
#include "workflow/entry.h"
#include "workflow/keys.h"
#include "workflow/settings.h"

#include <QBoxLayout>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>
#include <QStandardPaths>

namespace ui {
namespace {

QString userName()
{
    return qEnvironmentVariable("USER", QStringLiteral("consultant"));
}

dossier::Access keyless()
{
    dossier::Access access;
    access.author = userName();
    access.seenStates = workflow::seenStates();
    return access;
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
      m_notice(new Notice), m_recent(new RecentList), m_new(new NewStudy), m_unlock(new Unlock),
      m_recover(new Recover), m_older(new OlderPage), m_readerKey(new ReaderKeyPage)
{
    auto* outer = new QHBoxLayout(this);
    outer->addStretch(1);
    auto* column = new QVBoxLayout;
    outer->addLayout(column, 6);
    outer->addStretch(1);
    column->addSpacing(px(32));
    column->addWidget(m_notice);
    column->addSpacing(px(8));
    column->addWidget(m_pages);
    column->addStretch();
    m_pages->addWidget(buildHome());
    for (QWidget* page : std::initializer_list<QWidget*>{m_new, m_unlock, m_recover, m_older, m_readerKey})
        m_pages->addWidget(page);
    connectPages();
    showHome();
}

void StartScreen::connectPages()
{
    connect(m_recent, &RecentList::chosen, this, &StartScreen::openFile);
    connect(m_new, &NewStudy::abandoned, this, &StartScreen::showHome);
    connect(m_new, &NewStudy::wished, this, &StartScreen::create);
    connect(m_unlock, &Unlock::abandoned, this, &StartScreen::showHome);
    connect(m_unlock, &Unlock::given, this, [this](const QString& phrase) {
        dossier::Access access = keyless();
        if (m_unlock->kind() != Unlock::Kind::LockedUnprotected) access.passphrase = phrase;
        openWith(access);
    });
    connect(m_unlock, &Unlock::readerGiven, this, [this](const dossier::PrivateKey& key) {
        dossier::Access access = keyless();
        access.privateKey = key;
        openWith(access);
    });
    connect(m_readerKey, &ReaderKeyPage::abandoned, this, &StartScreen::showHome);
    connect(m_unlock, &Unlock::lost, this, [this] {
        showPage(m_recover);
        m_recover->ask(m_path);
    });
    connect(m_recover, &Recover::given, this, &StartScreen::recover);
    connect(m_recover, &Recover::abandoned, this, &StartScreen::showHome);
    connect(m_older, &OlderPage::abandoned, this, &StartScreen::showHome);
    connect(m_older, &OlderPage::otherAsked, this, [this] {
        showHome();
        chooseFile();
    });
    connect(m_older, &OlderPage::accepted, this, [this] {
        m_pending.study->dossier().acceptOlderState();
        deliver();
    });
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
    cards->addWidget(
        card(tr("Nouvelle étude"),
             tr("En courtes étapes : mission et dates, phrase de passe, qui remplit, feuille de secours."),
             fresh),
        1);
    cards->addWidget(card(tr("Étude existante"), tr("Un fichier .osc de cet ordinateur ou d’une clé."), open),
                     1);
    layout->addLayout(cards);
    QPushButton* readerKey = link(tr("Recevoir un dossier scellé pour vous : clé de lecteur…"));
    readerKey->setObjectName(QStringLiteral("readerKey"));
    layout->addWidget(readerKey, 0, Qt::AlignLeading);
    layout->addSpacing(px(8));
    layout->addWidget(m_recent);
    layout->addStretch();
    connect(demonstration, &QPushButton::clicked, this, &StartScreen::openDemonstration);
    connect(fresh, &QPushButton::clicked, this, &StartScreen::startNew);
    connect(readerKey, &QPushButton::clicked, this, &StartScreen::startReaderKey);
    connect(open, &QPushButton::clicked, this, &StartScreen::chooseFile);
    return home;
}

void StartScreen::showPage(QWidget* page)
{
    m_notice->hide();
    m_pages->setCurrentWidget(page);
}

void StartScreen::showHome()
{
    m_pending = {};
    m_tried = {};
    m_anyState = false;
    m_recent->show(recentStudies(m_settings), m_clock.nowUtc());
    showPage(m_pages->widget(0));
}

void StartScreen::startNew()
{
    m_new->restart();
    showPage(m_new);
}

void StartScreen::startReaderKey()
{
    m_readerKey->restart();
    showPage(m_readerKey);
}

void StartScreen::tell(const QString& sentence, const QString& tone)
{
    m_notice->tell(sentence, tone);
}

void StartScreen::chooseFile()
{
    const QString file =
        QFileDialog::getOpenFileName(this, tr("Ouvrir une étude"), QString(), tr("Études CartOSC (*.osc)"));
    if (!file.isEmpty()) openFile(file);
}

void StartScreen::openFile(const QString& path)
{
    m_notice->hide();
    m_path = QFileInfo(path).absoluteFilePath();
    openWith(keyless());
}

void StartScreen::reopen(const QString& path, const dossier::Access& access)
{
    showHome();
    m_path = QFileInfo(path).absoluteFilePath();
    m_anyState = true;
    openWith(access);
}

void StartScreen::showLocked(const QString& path, bool isProtected)
{
    m_pending = {};
    m_tried = {};
    m_path = path;
    showPage(m_unlock);
    m_unlock->ask(path, {}, isProtected ? Unlock::Kind::Locked : Unlock::Kind::LockedUnprotected);
}

void StartScreen::openDemonstration()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    m_path = QDir(folder).filePath(tr("Démonstration.osc"));
    if (QFileInfo::exists(m_path)) return openFile(m_path);
    run(
        keyless(),
        [this, folder, path = m_path](const dossier::Access& access) {
            QDir().mkpath(folder);
            return Study(workflow::Study::create(path, access, m_clock));
        },
        StartAction::FillDemonstration);
}

void StartScreen::create(const NewStudyWishes& wishes)
{
    m_path = QFileInfo(wishes.file).absoluteFilePath();
    dossier::Access access = keyless();
    access.passphrase = wishes.passphrase;
    access.recoveryKey = wishes.recoveryKey;
    access.author = wishes.author;
    run(
        access,
        [this, wishes](const dossier::Access& keys) {
            Study study = workflow::Study::create(wishes.file, keys, m_clock);
            workflow::setSetting(*study, workflow::key::Title, wishes.title);
            workflow::setSetting(*study, workflow::key::Consultant, wishes.author);
            workflow::setSetting(*study, workflow::key::Start, wishes.start.toString(Qt::ISODate));
            workflow::setSetting(*study, workflow::key::End, wishes.end.toString(Qt::ISODate));
            return study;
        },
        StartAction::None);
}

void StartScreen::openWith(const dossier::Access& access)
{
    run(
        access,
        [this, path = m_path](const dossier::Access& keys) {
            return Study(workflow::Study::open(path, keys, m_clock));
        },
        StartAction::None);
}

/// The printed key stays good: only the phrase is replaced.
void StartScreen::recover(const dossier::RecoveryKey& key, const QString& newPassphrase)
{
    dossier::Access access = keyless();
    access.recoveryKey = key;
    run(
        access,
        [this, path = m_path, newPassphrase](const dossier::Access& keys) {
            Study study = workflow::Study::open(path, keys, m_clock);
            workflow::changePassphrase(*study, newPassphrase, *keys.recoveryKey);
            return study;
        },
        StartAction::None);
    m_tried.passphrase = newPassphrase;
}

void StartScreen::run(const dossier::Access& access, Opening opening, StartAction then)
{
    // From here on the process holds what a study says: no core dump, no reading of its memory.
    base::platform::hardenProcess();
    m_tried = access;
    m_runner.run<Study>([opening = std::move(opening), access] { return opening(access); }, this,
                        [this, then](Result<Study> result) {
                            if (!result.value) return refused(result.error);
                            welcome({*result.value, m_tried, then});
                        });
}

void StartScreen::welcome(const Opened& opened)
{
    m_pending = opened;
    m_pending.access.recoveryKey.reset(); // What was typed or shown once is not kept.
    m_tried = {};
    const auto older = opened.study->dossier().olderState();
    if (!older || std::exchange(m_anyState, false)) return deliver();
    showPage(m_older);
    m_older->ask(m_path, *older);
}

void StartScreen::deliver()
{
    const Opened opened = std::exchange(m_pending, {});
    const auto backup = workflow::lastBackup(*opened.study);
    rememberStudy(m_settings, {m_path, m_clock.nowUtc(), backup ? backup->time : QDateTime(),
                               opened.study->dossier().isProtected()});
    Q_EMIT this->opened(opened);
}

void StartScreen::refused(const ErrorReport& report)
{
    QWidget* page = m_pages->currentWidget();
    if (report.needsPassphrase && page != m_recover) {
        const bool retried = page == m_unlock;
        const QString problem =
            m_tried.privateKey
                ? tr("Cette clé de lecteur n’ouvre pas ce dossier : il est scellé pour une autre.")
                : report.text();
        showPage(m_unlock);
        m_unlock->ask(m_path, retried ? problem : QString(),
                      retried ? m_unlock->kind() : Unlock::Kind::Opening);
        return;
    }
    if (page == m_recover)
        return m_recover->ask(m_path,
                              report.needsPassphrase
                                  ? tr("Cette clé de secours n’ouvre pas cette étude : elle est d’une autre "
                                       "étude, ou une feuille plus récente l’a remplacée.")
                                  : report.text());
    const dossier::Access tried = m_tried;
    const bool locked = report.code == base::ErrorCode::Locked;
    if (page == m_unlock) showHome();
    if (!locked) return m_notice->tell(report.text(), QStringLiteral("failure"));
    m_notice->tell(tr("« %1 » est déjà ouverte par un autre programme : ici, on peut seulement la lire.")
                       .arg(QFileInfo(m_path).completeBaseName()),
                   QStringLiteral("alert"), {{tr("Ouvrir en lecture seule"), [this, tried] {
                                                  dossier::Access access = tried;
                                                  access.readOnlyIfLocked = true;
                                                  openWith(access);
                                              }}});
}

} // namespace ui
