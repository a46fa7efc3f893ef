#include "ui/start/new_study.h"

#include "ui/coffre/recovery_sheet.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/small.h"
#include "ui_new_study.h"

#include <QDir>
#include <QFileDialog>
#include <QStandardPaths>

namespace ui {
namespace {

enum Page { Mission, Passphrase, Author, Sheet };

} // namespace

NewStudy::NewStudy(QWidget* parent)
    : QWidget(parent), m_form(new Ui::NewStudyForm), m_sheet(new RecoverySheetView(true))
{
    m_form->setupUi(this);
    m_form->sheetLayout->insertWidget(0, m_sheet);
    for (QLayout* page :
         {m_form->missionLayout, m_form->passphraseLayout, m_form->authorLayout, m_form->sheetLayout})
        page->setContentsMargins(0, 0, 0, 0);
    m_form->next->setProperty("role", QStringLiteral("primary"));
    m_form->warning->setProperty("tone", QStringLiteral("alert"));
    m_form->problem->setProperty("tone", QStringLiteral("error"));
    m_form->authorHint->setProperty("tone", QStringLiteral("muted"));
    m_form->step->setFont(sized(1.25, true));
    connect(m_form->next, &QPushButton::clicked, this, &NewStudy::advance);
    connect(m_form->back, &QPushButton::clicked, this, &NewStudy::goBack);
    for (QLineEdit* field : {m_form->title, m_form->file, m_form->author})
        connect(field, &QLineEdit::returnPressed, this, &NewStudy::advance);
    connect(m_form->phrases, &PassphraseFields::confirmed, this, &NewStudy::advance);
    connect(m_form->unprotected, &QCheckBox::toggled, this, [this](bool on) {
        m_form->phrases->setEnabled(!on);
        show(Passphrase);
    });
    connect(m_form->chooseFile, &QPushButton::clicked, this, [this] {
        const QString file = QFileDialog::getSaveFileName(this, tr("Fichier de l’étude"),
                                                          m_form->file->text(), tr("Études CartOSC (*.osc)"));
        if (!file.isEmpty()) m_form->file->setText(file);
    });
    restart();
}

NewStudy::~NewStudy() = default;

void NewStudy::restart()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    m_form->title->setText(tr("Cartographie des organisations de la société civile"));
    m_form->start->setDate(QDate(2014, 12, 16));
    m_form->end->setDate(QDate(2015, 2, 27));
    m_form->file->setText(QDir(folder).filePath(tr("Étude.osc")));
    m_form->phrases->clear();
    m_sheet->forget();
    show(Mission);
}

int NewStudy::lastPage() const
{
    return m_form->unprotected->isChecked() ? Author : Sheet;
}

void NewStudy::show(int page)
{
    m_form->pages->setCurrentIndex(page);
    const QStringList titles{tr("Mission et dates"), tr("Phrase de passe"), tr("Qui remplit l’étude"),
                             tr("Feuille de secours")};
    m_form->step->setText(
        typeset(tr("Nouvelle étude, %1 sur %2 : %3").arg(page + 1).arg(lastPage() + 1).arg(titles[page])));
    m_form->next->setText(page == lastPage() ? tr("Créer l’étude") : tr("Continuer"));
    m_form->problem->clear();
    if (page == Mission) m_form->title->setFocus();
    if (page == Author) m_form->author->setFocus();
    if (page == Passphrase && !m_form->unprotected->isChecked()) m_form->phrases->focusFirst();
}

QString NewStudy::missionProblem() const
{
    if (m_form->title->text().trimmed().isEmpty()) return tr("Donnez un titre à l’étude.");
    if (m_form->end->date() < m_form->start->date())
        return tr("Le dernier jour précède le premier : corrigez l’un des deux.");
    if (m_form->file->text().trimmed().isEmpty()) return tr("Choisissez le fichier de l’étude.");
    if (QFileInfo::exists(m_form->file->text())) return tr("Ce fichier existe déjà : donnez un autre nom.");
    return {};
}

QString NewStudy::problem() const
{
    switch (m_form->pages->currentIndex()) {
    case Mission:
        return missionProblem();
    case Passphrase:
        return m_form->unprotected->isChecked() ? QString() : m_form->phrases->problem();
    case Author:
        return m_form->author->text().trimmed().isEmpty() ? tr("Indiquez qui remplit l’étude.") : QString();
    default:
        return m_sheet->problem();
    }
}

void NewStudy::advance()
{
    const QString what = problem();
    m_form->problem->setText(typeset(what));
    if (!what.isEmpty()) return;
    const int page = m_form->pages->currentIndex();
    if (page == lastPage()) return finish();
    if (page + 1 == Sheet)
        m_sheet->renew({m_form->title->text().trimmed(), QFileInfo(m_form->file->text()).fileName(),
                        QDate::currentDate(), false});
    show(page + 1);
}

void NewStudy::finish()
{
    NewStudyWishes wishes{m_form->title->text().trimmed(),
                          m_form->file->text().trimmed(),
                          m_form->author->text().trimmed(),
                          m_form->start->date(),
                          m_form->end->date(),
                          std::nullopt,
                          std::nullopt};
    if (!m_form->unprotected->isChecked()) {
        wishes.passphrase = m_form->phrases->phrase();
        if (!m_sheet->isRefused()) wishes.recoveryKey = m_sheet->key();
    }
    m_form->phrases->clear();
    m_sheet->forget();
    Q_EMIT wished(wishes);
}

void NewStudy::goBack()
{
    const int page = m_form->pages->currentIndex();
    if (page == Mission)
        Q_EMIT abandoned();
    else
        show(page - 1);
}

} // namespace ui
