#include "ui/start/reader_key_page.h"

#include "ui/background/error_report.h"
#include "ui/coffre/reader_key_file.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/small.h"
#include "workflow/reader_keys.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardPaths>

namespace ui {

ReaderKeyPage::ReaderKeyPage(QWidget* parent)
    : QWidget(parent), m_made(new QFrame), m_told(text({})), m_copied(small({})), m_public(new QLineEdit)
{
    auto* column = new QVBoxLayout(this);
    column->setSpacing(px(8));
    column->addWidget(heading(tr("Clé de lecteur"), 1.25));
    column->addWidget(text(
        tr("Elle sert à recevoir un dossier que vous seul ouvrirez, sans échanger de phrase de passe. Le "
           "fichier de la clé reste chez vous ; sa clé publique va à qui prépare le dossier.")));
    column->addWidget(text(tr("Ce fichier ouvre tout ce qui est scellé pour vous : gardez-le hors des "
                              "messageries et des clés USB prêtées. Perdu, il ne se remplace pas."),
                           QStringLiteral("muted")));
    addChoices(column);
    m_told->setObjectName(QStringLiteral("readerKeyTold"));
    column->addWidget(m_told);

    buildMade();
    column->addWidget(m_made);

    auto* foot = new QHBoxLayout;
    QPushButton* back = button(tr("Revenir à l’accueil"));
    foot->addWidget(back);
    foot->addStretch();
    column->addSpacing(px(16));
    column->addLayout(foot);
    column->addStretch();
    connect(back, &QPushButton::clicked, this, &ReaderKeyPage::abandoned);
}

void ReaderKeyPage::addChoices(QBoxLayout* column)
{
    auto* choices = new QHBoxLayout;
    QPushButton* fresh = button(tr("Créer une clé…"), QStringLiteral("primary"));
    QPushButton* existing = button(tr("Revoir la clé publique d’un fichier…"));
    fresh->setObjectName(QStringLiteral("createReaderKey"));
    existing->setObjectName(QStringLiteral("showReaderKey"));
    choices->addWidget(fresh);
    choices->addWidget(existing);
    choices->addStretch();
    column->addSpacing(px(4));
    column->addLayout(choices);
    connect(fresh, &QPushButton::clicked, this, &ReaderKeyPage::create);
    connect(existing, &QPushButton::clicked, this, &ReaderKeyPage::showExisting);
}

void ReaderKeyPage::buildMade()
{
    m_made->setObjectName(QStringLiteral("card"));
    auto* inside = new QVBoxLayout(m_made);
    inside->setContentsMargins(px(16), px(12), px(16), px(16));
    inside->setSpacing(px(8));
    inside->addWidget(groupTitle(tr("Clé publique, à transmettre")));
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPixelSize(px(12));
    m_public->setFont(font);
    m_public->setReadOnly(true);
    m_public->setObjectName(QStringLiteral("ownPublicKey"));
    m_public->setAccessibleName(tr("Clé publique"));
    m_public->setLayoutDirection(Qt::LeftToRight);
    inside->addWidget(m_public);
    auto* row = new QHBoxLayout;
    QPushButton* copying = button(tr("Copier la clé publique"), {}, QStringLiteral("edit-copy"));
    copying->setObjectName(QStringLiteral("copyPublicKey"));
    row->addWidget(copying);
    row->addWidget(m_copied, 1);
    inside->addLayout(row);
    inside->addWidget(small(
        tr("Envoyez-la par n’importe quel moyen, puis relisez-en le début et la fin de vive voix : c’est "
           "ce qui prouve qu’elle est la vôtre. Le dossier reçu s’ouvre de l’accueil, « Ouvrir un "
           "fichier… », puis « Ouvrir avec une clé de lecteur… ».")));
    connect(copying, &QPushButton::clicked, this, &ReaderKeyPage::copy);
}

void ReaderKeyPage::restart()
{
    m_public->clear();
    m_told->hide();
    m_made->hide();
}

void ReaderKeyPage::create()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    QString path = QFileDialog::getSaveFileName(this, tr("Fichier de la clé, à garder pour soi"),
                                                QDir(folder).filePath(tr("Ma clé de lecteur.cle")),
                                                readerKeyFiles(), nullptr, QFileDialog::DontConfirmOverwrite);
    if (path.isEmpty()) return;
    if (QFileInfo(path).suffix().isEmpty()) path += QStringLiteral(".cle");
    try {
        const dossier::PublicKey key = workflow::createReaderKey(path);
        showPublic(key,
                   tr("Clé créée dans %1. Ne l’envoyez à personne.").arg(QDir::toNativeSeparators(path)));
    } catch (...) {
        refuse(describe(std::current_exception()).text());
    }
}

void ReaderKeyPage::showExisting()
{
    QString problem;
    if (const auto key = chooseReaderKey(this, problem))
        showPublic(key->publicKey(), {});
    else if (!problem.isEmpty())
        refuse(problem);
}

void ReaderKeyPage::showPublic(const dossier::PublicKey& key, const QString& told)
{
    restyle(m_told, "tone", QStringLiteral("good"));
    m_told->setText(typeset(told));
    m_told->setVisible(!told.isEmpty());
    m_public->setText(key.text());
    m_public->setCursorPosition(0);
    m_copied->clear();
    m_made->show();
    m_public->setFocus();
}

void ReaderKeyPage::refuse(const QString& problem)
{
    m_made->hide();
    restyle(m_told, "tone", QStringLiteral("error"));
    m_told->setText(typeset(problem));
    m_told->show();
}

void ReaderKeyPage::copy()
{
    QGuiApplication::clipboard()->setText(m_public->text());
    m_copied->setText(tr("Copiée."));
}

} // namespace ui
