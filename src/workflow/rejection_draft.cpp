#include "workflow/rejection_draft.h"

#include "report/typography.h"
#include "workflow/messages/messages.h"
#include "workflow/study.h"

namespace workflow::rejection {
namespace {

using assessment::Assessment;
using disclosure::ActorData;
using disclosure::ActorView;

QString points(double score)
{
    return report::frenchNumber(score, 1, true);
}

const ActorData* dataOf(const Context& context, const QString& id)
{
    for (const ActorData& actor : context.data.actors)
        if (actor.id == id) return &actor;
    return nullptr;
}

/// At least as good as the organisation on the whole and on every service.
bool isAhead(const Assessment& chosen, const Assessment& other)
{
    const auto notBelow = [](const assessment::Interval& a, const assessment::Interval& b) {
        return !b.central || (a.central && *a.central >= *b.central);
    };
    if (!notBelow(chosen.global, other.global)) return false;
    return std::all_of(other.services.begin(), other.services.end(), [&](const auto& service) {
        const auto same = chosen.services.find(service.first);
        return same != chosen.services.end() && notBelow(same->second, service.second);
    });
}

class Draft
{
public:
    Draft(const Context& context, const ActorView& actor) : m_context(context), m_actor(actor) {}

    QString text()
    {
        const bool told = m_actor.assessment.has_value();
        findServices();
        if (told)
            findScored();
        else
            m_findings << QStringLiteral("Classement non communiqué.");
        if (!told)
            m_changes << QStringLiteral("Compléter la fiche et convenir d’un nouvel échange avec l’équipe.");
        if (m_changes.isEmpty())
            m_changes << QStringLiteral("Aucune lacune n’est en cause : le choix tient à ce que les trois "
                                        "couvrent ensemble.");
        const QString opening =
            QStringLiteral(
                "Votre organisation figurait parmi celles que l’étude a présélectionnées. Elle n’est "
                "pas l’une des trois retenues le %1. Cette note dit sur quoi repose ce choix ; elle "
                "ne juge ni votre engagement, ni votre travail auprès des personnes.")
                .arg(report::frenchDate(m_context.decision.date));
        return report::french(opening + QStringLiteral("\n\nConstats\n") + listed(m_findings) +
                              QStringLiteral("\n\nCe qui ferait changer l’avis\n") + listed(m_changes));
    }

private:
    static QString listed(const QStringList& lines)
    {
        return QStringLiteral("– ") + lines.join(QStringLiteral("\n– "));
    }

    void findServices()
    {
        QStringList absent;
        for (size_t s = 0; s < m_actor.offers.size(); ++s)
            if (!m_actor.offers[s].isEmpty() && m_actor.offers[s] != u"direct" &&
                m_actor.offers[s] != u"convention")
                absent << messages::serviceWord(assessment::serviceCodes()[s]).toLower();
        if (absent.isEmpty()) return;
        const QString services = absent.join(QStringLiteral(", "));
        m_findings << QStringLiteral("Sans offre directe ni convention : %1.").arg(services);
        m_changes << QStringLiteral("Ouvrir ou conventionner l’un de ces services : %1.").arg(services);
    }

    void findScored()
    {
        const ActorData* full = dataOf(m_context, m_actor.id);
        for (const assessment::Criterion& criterion : full->eligibility) {
            if (criterion.met) continue;
            m_findings << QStringLiteral("Critère %1 non tenu : %2.")
                              .arg(criterion.code, messages::criterionWord(criterion.code));
            m_changes << QStringLiteral("Tenir le critère %1 (%2).")
                             .arg(criterion.code, messages::criterionWord(criterion.code));
        }
        findVetoes();
        compareScores();
        if (assessment::allMet(full->eligibility)) compareSets();
    }

    void findVetoes()
    {
        for (const assessment::Veto& veto : m_actor.assessment->vetoes) {
            if (veto.effect == assessment::VetoEffect::Suspensive) continue;
            const QString label = m_context.study.model().vetoLabel(veto.code);
            m_findings << QStringLiteral("Règle %1, %2 : %3.")
                              .arg(veto.code,
                                   veto.effect == assessment::VetoEffect::Blocking
                                       ? QStringLiteral("bloquante")
                                       : QStringLiteral("à lever avant signature"),
                                   label);
            m_changes << QStringLiteral("Lever la condition %1 : %2.").arg(veto.code, label);
        }
    }

    void compareScores()
    {
        const auto& own = m_actor.assessment->global.central;
        std::vector<double> chosen;
        QStringList ahead;
        for (const QString& id : m_context.decision.trio) {
            const ActorView* view = m_context.view.actor(id);
            if (!view || !view->assessment || !view->assessment->global.central) return;
            chosen.push_back(*view->assessment->global.central);
            if (isAhead(*view->assessment, *m_actor.assessment)) ahead << view->nameFr;
        }
        if (!own) return;
        const auto [low, high] = std::minmax_element(chosen.begin(), chosen.end());
        m_findings << QStringLiteral("Score global de %1 ; celui des trois retenues va de %2 à %3.")
                          .arg(points(*own), points(*low), points(*high));
        if (!ahead.isEmpty())
            m_findings << QStringLiteral("Au moins aussi bien placée au global et sur chaque service : %1.")
                              .arg(ahead.join(QStringLiteral(", ")));
    }

    void compareSets()
    {
        const auto chosen = describeTrio(m_context.study, m_context.data, m_context.decision.trio,
                                         assessment::Weights::of(m_context.study.model()));
        const auto best = bestTrioWith(m_context.study, m_context.data, m_actor.id);
        if (!chosen || !best) return;
        for (const QString& id : best->actors) // nothing may be deduced of those whose scores are not told
            if (const ActorView* partner = m_context.view.actor(id); !partner || !partner->assessment) return;
        m_findings << QStringLiteral(
                          "Éligible ; le meilleur ensemble de trois où elle figure obtient %1 "
                          "(couverture %2, territoire %3), celui qui est retenu %4 (couverture %5, "
                          "territoire %6).")
                          .arg(points(best->note), points(best->coverage), points(best->territory),
                               points(chosen->note), points(chosen->coverage), points(chosen->territory));
        for (const assessment::Constraint& constraint : best->constraints)
            if (!constraint.met)
                m_findings << QStringLiteral("Aucun ensemble où elle figure ne tient la contrainte %1 : %2.")
                                  .arg(constraint.code, messages::criterionWord(constraint.code));
    }

    const Context& m_context;
    const ActorView& m_actor;
    QStringList m_findings, m_changes;
};

} // namespace

QString draft(const Context& context, const ActorView& actor)
{
    return Draft(context, actor).text();
}

} // namespace workflow::rejection
