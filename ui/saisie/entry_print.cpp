#include "ui/saisie/entry_screen.h"
#include "workflow/blank_form.h"

#include <QFileDialog>
#include <QFileInfo>

namespace ui {

void EntryScreen::printBlank(bool shortForm)
{
    QString path = QFileDialog::getSaveFileName(
        this, tr("Questionnaire vierge"),
        shortForm ? tr("questionnaire-court.pdf") : tr("questionnaire-complet.pdf"), tr("PDF (*.pdf)"));
    if (path.isEmpty()) return;
    if (QFileInfo(path).suffix().isEmpty()) path += QStringLiteral(".pdf");
    desk().askLong<int>(
        [path, shortForm](workflow::Study& study, const base::Progress&) {
            return workflow::exportBlankForm(study, path, shortForm);
        },
        this,
        [this, path](const Result<int>& result) {
            if (!result.value) {
                Q_EMIT desk().failed(result.error);
                return;
            }
            Q_EMIT desk().notice(tr("Questionnaire vierge écrit : %1, %2 pages.")
                                     .arg(QFileInfo(path).fileName())
                                     .arg(*result.value));
        });
}

} // namespace ui
