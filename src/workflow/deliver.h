#pragma once
#include "base/issue.h"
#include "base/progress.h"
#include "disclosure/values/view.h"

#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace report {
struct Document;
}
namespace drawing {
class Pages;
}

namespace workflow {

class Study;

/// Tree and pages of one deliverable as an audience would receive it: the live preview of the screens.
struct Preview
{
    std::shared_ptr<const report::Document> document;
    std::shared_ptr<const drawing::Pages> pages;
    std::vector<disclosure::Withheld> withheld;
};
Preview preview(const Study& study, const QString& code, disclosure::Audience audience,
                const base::Progress& progress = {});

struct DeliverRequest
{
    QString folder;
    QStringList documents; ///< codes (grille, fiches, l1, l2, l3); empty = all
    QStringList formats;   ///< pdf, docx, xlsx; empty = pdf and docx, and xlsx for the grille
    disclosure::Audience audience = disclosure::Audience::Restricted;
    QString organisation; ///< for Audience::Organisation
};

struct DeliveredFile
{
    QString path;
    std::optional<int> pages, bodyPages;
    qint64 bytes = 0;
};

struct DeliverReport
{
    std::vector<DeliveredFile> files;
    std::vector<disclosure::Withheld> withheld;
    base::Issues warnings;
    double seconds = 0;
};

/// Names of the files that deliver writes, in its order.
QStringList deliveredNames(const DeliverRequest& request);

/// Writes the deliverables and, beside them, the account of what was withheld. Files appear whole or not at
/// all. Runs on a slice of values: the study may be edited meanwhile. Throws base::Error(Cancelled).
DeliverReport deliver(const Study& study, const DeliverRequest& request, const base::Progress& progress = {});

} // namespace workflow
