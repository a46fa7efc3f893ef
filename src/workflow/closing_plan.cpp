// What the end of the mission would do, told before anything is done.
#include "workflow/closing_doomed.h"
#include "workflow/deliver.h"
#include "workflow/review.h"
#include "workflow/sharing.h"
#include "workflow/study.h"

namespace workflow {
namespace {

const QString Kept = QStringLiteral("garde"), Handed = QStringLiteral("remis"),
              ToDestroy = QStringLiteral("a_detruire");

void addKept(const Study& study, const Doomed& doomed, std::vector<ClosingItem>& items)
{
    const dossier::Dossier& dossier = study.dossier();
    const qsizetype files = static_cast<qsizetype>(dossier.attachments().size()) - doomed.recordings.size() -
                            doomed.photos.size();
    items.push_back(countOf(Kept, QStringLiteral("Fiches, avec leur historique"), dossier.recordCount()));
    items.push_back(countOf(Kept, QStringLiteral("Pièces jointes"), files));
    items.push_back(countOf(Kept, QStringLiteral("Commentaires et décisions"),
                            static_cast<qsizetype>(comments(study).size() + decisions(study).size())));
    items.push_back(
        countOf(Kept, QStringLiteral("États figés"), static_cast<qsizetype>(dossier.snapshots().size())));
}

void addHanded(const Study& study, bool withIomDossier, std::vector<ClosingItem>& items,
               const base::Progress& progress)
{
    items.push_back(countOf(Handed, QStringLiteral("Fichiers des livrables, compte rendu compris"),
                            deliveredNames({}).size()));
    if (!withIomDossier) return;
    const ShareReport shared = previewForIom(study, progress);
    items.push_back(countOf(Handed, QStringLiteral("Fiches au dossier de l’OIM"), shared.records));
    items.push_back(countOf(Handed, QStringLiteral("Éléments qui en sont retirés"),
                            static_cast<qsizetype>(shared.withheld.size())));
}

} // namespace

std::vector<ClosingItem> planClosing(const Study& study, bool withIomDossier, const base::Progress& progress)
{
    std::vector<ClosingItem> items;
    const Doomed doomed = doomedAtClosing(study);
    addKept(study, doomed, items);
    addHanded(study, withIomDossier, items, progress);
    const std::vector<ClosingItem> destroyed = itemsOf(doomed, ToDestroy);
    items.insert(items.end(), destroyed.begin(), destroyed.end());
    return items;
}

} // namespace workflow
