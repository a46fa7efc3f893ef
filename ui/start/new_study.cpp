#include "ui/start/new_study.h"

#include "ui/theme/metrics.h"
#include "ui/widgets/small.h"
#include "ui_new_study.h"

#include <QDir>
#include <QFileDialog>
#include <QStandardPaths>

namespace ui {

NewStudy::NewStudy(QWidget* parent) : QWidget(parent), m_form(new Ui::NewStudyForm)
{
    m_form->setupUi(this);
    m_form->next->setProperty("role", QStringLiteral("primary"));
    m_form->warning->setProperty("tone", QStringLiteral("alert"));
    m_form->problem->setProperty("tone", QStringLiteral("error"));
    m_form->authorHint->setProperty("tone", QStringLiteral("muted"));
    m_form->step->setFont(sized(1.25, true));
    connect(m_form->next, &QPushButton::clicked, this, &NewStudy::advance);
    connect(m_form->back, &QPushButton::clicked, this, &NewStudy::goBack);
    for (QLineEdit* field : {m_form->title, m_form->file, m_form->phrase, m_form->again, m_form->author})
        connect(field, &QLineEdit::returnPressed, this, &NewStudy::advance);
    connect(m_form->unprotected, &QCheckBox::toggled, this, [this](bool on) {
        m_form->phrase->setEnabled(!on);
        m_form->again->setEnabled(!on);
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
    m_form->phrase->clear();
    m_form->again->clear();
    show(0);
}

void NewStudy::show(int page)
{
    m_form->pages->setCurrentIndex(page);
    const QStringList titles{tr("Mission et dates"), tr("Phrase de passe"), tr("Qui remplit l’étude")};
    m_form->step->setText(tr("Nouvelle étude, %1 sur 3 : %2").arg(page + 1).arg(titles[page]));
    m_form->next->setText(page == 2 ? tr("Créer l’étude") : tr("Continuer"));
    m_form->problem->clear();
    const std::array<QWidget*, 3> first{m_form->title, m_form->phrase, m_form->author};
    first[static_cast<size_t>(page)]->setFocus();
}

QString NewStudy::problem() const
{
    switch (m_form->pages->currentIndex()) {
    case 0:
        if (m_form->title->text().trimmed().isEmpty()) return tr("Donnez un titre à l’étude.");
        if (m_form->end->date() < m_form->start->date())
            return tr("Le dernier jour précède le premier : corrigez l’un des deux.");
        if (m_form->file->text().trimmed().isEmpty()) return tr("Choisissez le fichier de l’étude.");
        if (QFileInfo::exists(m_form->file->text()))
            return tr("Ce fichier existe déjà : donnez un autre nom.");
        return {};
    case 1:
        if (m_form->unprotected->isChecked()) return {};
        if (m_form->phrase->text().size() < 12)
            return tr("Choisissez au moins douze caractères : plusieurs mots conviennent.");
        if (m_form->phrase->text() != m_form->again->text())
            return tr("Les deux phrases diffèrent : saisissez-les de nouveau.");
        return {};
    default:
        return m_form->author->text().trimmed().isEmpty() ? tr("Indiquez qui remplit l’étude.") : QString();
    }
}

void NewStudy::advance()
{
    const QString what = problem();
    m_form->problem->setText(what);
    if (!what.isEmpty()) return;
    const int page = m_form->pages->currentIndex();
    if (page < 2) return show(page + 1);
    NewStudyWishes wishes{m_form->title->text().trimmed(),
                          m_form->file->text().trimmed(),
                          m_form->author->text().trimmed(),
                          m_form->start->date(),
                          m_form->end->date(),
                          std::nullopt};
    if (!m_form->unprotected->isChecked()) wishes.passphrase = m_form->phrase->text();
    m_form->phrase->clear();
    m_form->again->clear();
    Q_EMIT wished(wishes);
}

void NewStudy::goBack()
{
    const int page = m_form->pages->currentIndex();
    if (page == 0)
        Q_EMIT abandoned();
    else
        show(page - 1);
}

} // namespace ui
