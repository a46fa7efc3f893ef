#include "ui/coffre/reader_key_file.h"

#include "ui/background/error_report.h"
#include "workflow/messages/messages.h"
#include "workflow/reader_keys.h"

#include <QCoreApplication>
#include <QFileDialog>

namespace ui {

QString readerKeyFiles()
{
    return QCoreApplication::translate("ReaderKey", "Clés de lecteur (*.cle);;Tous les fichiers (*)");
}

std::optional<dossier::PrivateKey> chooseReaderKey(QWidget* parent, QString& problem)
{
    problem.clear();
    const QString path = QFileDialog::getOpenFileName(
        parent, QCoreApplication::translate("ReaderKey", "Clé de lecteur"), {}, readerKeyFiles());
    if (path.isEmpty()) return {};
    try {
        base::Issues issues;
        auto key = workflow::readReaderKey(path, issues);
        if (key) return key;
        const auto message = workflow::messages::forIssue(issues.front());
        problem = message.what + u' ' + message.remedy;
    } catch (...) {
        problem = describe(std::current_exception()).text();
    }
    return {};
}

} // namespace ui
