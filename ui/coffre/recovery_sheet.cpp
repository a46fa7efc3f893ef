#include "ui/coffre/recovery_sheet.h"

#include "ui/background/error_report.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/small.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QDir>
#include <QFileDialog>
#include <QFontDatabase>
#include <QGridLayout>
#include <QLabel>
#include <QProcess>
#include <QPushButton>
#include <QStandardPaths>

namespace ui {
namespace {

constexpr int groupsPerLine = 4;

QString printerProgram()
{
    return QStandardPaths::findExecutable(QStringLiteral("lp"));
}

} // namespace

RecoverySheetView::RecoverySheetView(bool mayRefuse, QWidget* parent)
    : QWidget(parent), m_groups(new QGridLayout), m_refused(nullptr), m_told(text({}))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(8));
    column->addWidget(
        text(tr("Cette clé ouvre l’étude quand la phrase de passe est perdue. Elle ne paraît qu’une fois : "
                "imprimez-la et gardez-la loin de l’ordinateur. Sans phrase de passe ni clé imprimée, "
                "personne ne peut récupérer l’étude.")));
    auto* frame = new QFrame;
    frame->setObjectName(QStringLiteral("card"));
    frame->setLayout(m_groups);
    m_groups->setContentsMargins(px(16), px(16), px(16), px(16));
    m_groups->setHorizontalSpacing(px(24));
    m_groups->setVerticalSpacing(px(8));
    column->addWidget(frame, 0, Qt::AlignLeading);
    auto* row = new QHBoxLayout;
    QPushButton* save =
        button(tr("Enregistrer la feuille de secours (PDF)…"), {}, QStringLiteral("document-save"));
    QPushButton* paper = button(tr("Imprimer"), {}, QStringLiteral("document-print"));
    save->setObjectName(QStringLiteral("saveSheet"));
    row->addWidget(save);
    row->addWidget(paper);
    row->addStretch();
    column->addLayout(row);
    column->addWidget(m_told);
    m_told->hide();
    connect(save, &QPushButton::clicked, this, &RecoverySheetView::chooseFile);
    connect(paper, &QPushButton::clicked, this, &RecoverySheetView::print);
    paper->setVisible(!printerProgram().isEmpty());
    if (!mayRefuse) return;
    m_refused =
        new QCheckBox(tr("Continuer sans feuille de secours : phrase perdue, étude perdue, je l’accepte"));
    m_refused->setObjectName(QStringLiteral("refuseSheet"));
    column->addWidget(m_refused);
}

void RecoverySheetView::renew(const workflow::RecoverySheet& sheet)
{
    forget();
    m_sheet = sheet;
    m_key = dossier::RecoveryKey::generate();
    const QStringList groups = m_key->text().split(u'-');
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPixelSize(px(20));
    for (int i = 0; i < groups.size(); ++i) {
        auto* number = small(QString::number(i + 1));
        auto* group = new QLabel(groups[i]);
        group->setFont(font);
        group->setObjectName(QStringLiteral("keyGroup"));
        group->setLayoutDirection(Qt::LeftToRight);
        m_groups->addWidget(number, 2 * (i / groupsPerLine), i % groupsPerLine);
        m_groups->addWidget(group, 2 * (i / groupsPerLine) + 1, i % groupsPerLine);
    }
}

void RecoverySheetView::forget()
{
    ui::clear(m_groups);
    m_key.reset();
    m_made = false;
    m_told->hide();
    if (m_refused) m_refused->setChecked(false);
}

bool RecoverySheetView::isRefused() const
{
    return m_refused && m_refused->isChecked();
}

QString RecoverySheetView::problem() const
{
    if (m_made || isRefused()) return {};
    return m_refused
               ? tr("Enregistrez ou imprimez la feuille de secours, ou cochez que vous n’en voulez pas.")
               : tr("Enregistrez ou imprimez la feuille de secours avant de continuer.");
}

void RecoverySheetView::chooseFile()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Feuille de secours"), QDir(folder).filePath(tr("Feuille de secours.pdf")),
        tr("PDF (*.pdf)"), nullptr, QFileDialog::DontConfirmOverwrite);
    if (!path.isEmpty()) saveTo(path);
}

void RecoverySheetView::saveTo(const QString& path)
{
    try {
        workflow::writeRecoverySheet(path, m_sheet, *m_key);
        m_made = true;
        tell(tr("Feuille enregistrée dans %1. Imprimez-la, puis supprimez ce fichier : il ouvre l’étude.")
                 .arg(path),
             QStringLiteral("good"));
    } catch (...) {
        tell(describe(std::current_exception()).text(), QStringLiteral("error"));
    }
}

/// Straight to the printer's queue, so that no file is left behind.
void RecoverySheetView::print()
{
    try {
        QProcess queue;
        queue.start(printerProgram(), {QStringLiteral("-t"), tr("Feuille de secours")});
        queue.write(workflow::recoverySheetPdf(m_sheet, *m_key));
        queue.closeWriteChannel();
        m_made = queue.waitForFinished(10000) && queue.exitStatus() == QProcess::NormalExit &&
                 queue.exitCode() == 0;
    } catch (...) {
        return tell(describe(std::current_exception()).text(), QStringLiteral("error"));
    }
    if (m_made)
        tell(tr("Feuille envoyée à l’imprimante : vérifiez qu’elle est sortie avant de continuer."),
             QStringLiteral("good"));
    else
        tell(tr("L’imprimante n’a pas pris la feuille : enregistrez-la en PDF et imprimez-la plus tard."),
             QStringLiteral("error"));
}

void RecoverySheetView::tell(const QString& sentence, const QString& tone)
{
    restyle(m_told, "tone", tone);
    m_told->setText(typeset(sentence));
    m_told->show();
}

} // namespace ui
