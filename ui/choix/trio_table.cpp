#include "ui/choix/trio_table.h"

#include "ui/analyse/ranking_model.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/fitted_header.h"
#include "ui/widgets/words.h"

#include <QHeaderView>

namespace ui {
namespace {

enum Row { Note, Mean, Coverage, Territory, Person, Service = Person + 3, Conditions = Service + 4, Held };
enum { Share = Held + 1, MeanRegret, MaximumRegret, RowCount };

/// Those that fail first, the others in one breath: "K3 non tenue, K1, K2, K4 tenues".
QString constraintWords(const std::vector<assessment::Constraint>& constraints)
{
    QStringList kept, failed;
    for (const assessment::Constraint& constraint : constraints)
        (constraint.met ? kept : failed) << constraint.code;
    QStringList words;
    if (!failed.isEmpty())
        words << (failed.size() == 1 ? TrioTable::tr("%1 non tenue") : TrioTable::tr("%1 non tenues"))
                     .arg(failed.join(TrioTable::tr(", ")));
    if (!kept.isEmpty())
        words << (kept.size() == 1 ? TrioTable::tr("%1 tenue") : TrioTable::tr("%1 tenues"))
                     .arg(kept.join(TrioTable::tr(", ")));
    return words.join(TrioTable::tr(", "));
}

} // namespace

TrioTable::TrioTable(QWidget* parent) : QTableWidget(RowCount, 1, parent)
{
    setHorizontalHeader(new FittedHeader);
    setObjectName(QStringLiteral("trioTable"));
    setAccessibleName(tr("Trios comparés"));
    setProperty("framed", true);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    QStringList heads{tr("Note"), tr("Niveau moyen"), tr("Couverture"), tr("Territoire")};
    for (int i = 1; i <= 3; ++i)
        heads << tr("Organisation %1").arg(i);
    for (int s = 0; s < assessment::ServiceCount; ++s)
        heads << shortService(s);
    heads << tr("Conditions à lever") << tr("Contraintes") << tr("Premier, part des tirages")
          << tr("Regret moyen") << tr("Regret maximal");
    // A column rather than a header: it is copied with the rest.
    for (int row = 0; row < heads.size(); ++row)
        set(row, 0, heads[row]);
    setHorizontalHeaderItem(0, new QTableWidgetItem(tr("Comparé")));
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    verticalHeader()->hide();
}

void TrioTable::set(int row, int column, const QString& words)
{
    auto* cell = new QTableWidgetItem(words);
    cell->setToolTip(words);
    setItem(row, column, cell);
}

void TrioTable::show(const std::vector<assessment::Trio>& trios, const ActorBook& book,
                     const assessment::Model& model, const assessment::Weights& weights)
{
    const assessment::GlobalScore global(model, weights);
    setColumnCount(static_cast<int>(trios.size()) + 1);
    for (int c = 1; c < columnCount(); ++c) {
        const assessment::Trio& trio = trios[static_cast<size_t>(c - 1)];
        setHorizontalHeaderItem(c, new QTableWidgetItem(tr("Trio %1").arg(c)));
        set(Note, c, scoreText(trio.note));
        set(Mean, c, scoreText(trio.mean));
        set(Coverage, c, scoreText(trio.coverage));
        set(Territory, c, scoreText(trio.territory));
        QStringList conditions;
        for (size_t i = 0; i < trio.actors.size(); ++i) {
            const assessment::Assessment& judged = book.actor(trio.actors[i])->assessment;
            const auto score = global(judged).central;
            // The score first: a long name may be cut, a figure may not.
            set(Person + static_cast<int>(i), c,
                tr("%1 – %2").arg(score ? scoreText(*score) : tr("inconnu"), book.name(trio.actors[i])));
            for (const assessment::Veto& veto : judged.vetoes)
                if (veto.effect != assessment::VetoEffect::Suspensive)
                    conditions << book.shortName(trio.actors[i]) + u' ' + veto.code;
        }
        for (size_t s = 0; s < trio.bestScore.size(); ++s)
            set(Service + static_cast<int>(s), c,
                trio.bestActor[s].isEmpty()
                    ? tr("non couvert")
                    : tr("%1 – %2").arg(scoreText(trio.bestScore[s]), book.shortName(trio.bestActor[s])));
        set(Conditions, c, conditions.isEmpty() ? tr("aucune") : conditions.join(tr(", ")));
        set(Held, c, constraintWords(trio.constraints));
    }
}

void TrioTable::showDraws(const std::vector<assessment::Trio>& trios, const assessment::Robustness* found)
{
    for (int c = 1; c < columnCount(); ++c) {
        const auto* draws = found ? robustnessOf(*found, trios[static_cast<size_t>(c - 1)].actors) : nullptr;
        set(Share, c, found ? shareText(draws ? draws->optimal : 0) : tr("en cours"));
        set(MeanRegret, c, draws ? scoreText(draws->meanRegret) : QString());
        set(MaximumRegret, c, draws ? scoreText(draws->maximumRegret) : QString());
    }
}

} // namespace ui
