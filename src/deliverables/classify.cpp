#include "deliverables/classify.h"

namespace deliverables {

using disclosure::ActorData;
using questionnaire::Answer;
using questionnaire::Row;

Classify byAnswer(const QString& question)
{
    return [question](const ActorData& actor) {
        const Answer& answer = actor.inScope.at(question);
        QStringList codes = answer.isKnown() ? answer.codes() : QStringList{};
        codes.removeAll(u"nsp"_qs);
        return codes;
    };
}

namespace {

QStringList regionsOf(const Reader& reader, const QStringList& provinces)
{
    QStringList regions;
    for (const QString& province : provinces) {
        const QString region = reader.view().divisions().regionOf(province, reader.view().info().division);
        if (!region.isEmpty() && !regions.contains(region)) regions << region;
    }
    return regions;
}

QString seatOf(const ActorData& actor)
{
    const Answer& seat = actor.inScope.at(u"id_province"_qs);
    return seat.isKnown() ? seat.value : QString();
}

} // namespace

Classify byRegion(const Reader& reader)
{
    return [reader](const ActorData& actor) {
        const Answer& covered = actor.inScope.at(u"ter_provinces"_qs);
        const bool known = covered.isKnown() && !covered.codes().isEmpty();
        return regionsOf(reader, known ? covered.codes() : QStringList{seatOf(actor)});
    };
}

Classify bySeat(const Reader& reader)
{
    return [reader](const ActorData& actor) { return regionsOf(reader, {seatOf(actor)}); };
}

Classify byStatus()
{
    return [](const ActorData& actor) { return QStringList{actor.assessment.status}; };
}

Classify byCategory()
{
    return byAnswer(u"id_categorie"_qs);
}

Classify byService(const QStringList& offers)
{
    static const std::array<QString, 4> questions{u"abr_offre"_qs, u"med_offre"_qs, u"psy_offre"_qs,
                                                  u"jur_offre"_qs};
    return [offers](const ActorData& actor) {
        QStringList services;
        for (size_t s = 0; s < questions.size(); ++s) {
            const Answer& offer = actor.inScope.at(questions[s]);
            if (offer.isKnown() && offers.contains(offer.value)) services << QString::number(s);
        }
        return services;
    };
}

Classify byClass(const QString& question, const std::vector<double>& bounds)
{
    return [question, bounds](const ActorData& actor) -> QStringList {
        const Answer& answer = actor.inScope.at(question);
        bool numeric = false;
        const double value = answer.value.toDouble(&numeric);
        if (!answer.isKnown() || !numeric) return {};
        for (size_t i = bounds.size(); i > 0; --i)
            if (value >= bounds[i - 1]) return {QString::number(i - 1)};
        return {};
    };
}

Classify byRows(const QString& repeat, const QString& question)
{
    return [repeat, question](const ActorData& actor) {
        QStringList codes;
        if (const std::vector<Row>* rows = actor.inScope.rows(repeat))
            for (const Row& row : *rows)
                if (row.answers.at(question).isKnown()) codes << row.answers.at(question).codes();
        codes.removeDuplicates();
        return codes;
    };
}

bool isOrganisation(const ActorData& actor)
{
    return actor.inScope.at(u"id_categorie"_qs).value != u"public";
}

bool isSurveyed(const ActorData& actor)
{
    const Answer& mode = actor.inScope.at(u"ent_mode"_qs);
    return mode.isKnown() && mode.value != u"documentaire";
}

bool isVisited(const ActorData& actor)
{
    return actor.inScope.at(u"ent_mode"_qs).value == u"visite";
}

bool intervenesOrMay(const QString& status)
{
    return status == u"intervient" || status == u"intervient_declare" || status == u"peut_intervenir";
}

disclosure::Tabulation statusByCategory(const Reader& reader)
{
    QStringList categories = reader.codes(u"id_categorie"_qs);
    categories.removeAll(u"public"_qs);
    return reader.view()
        .tabulate({{u"statut"_qs, categories, statusCodes(), byCategory(), byStatus(), true, isOrganisation}})
        .front();
}

QStringList regionCodes(const Reader& reader)
{
    QStringList codes;
    for (const cartography::Region& region : reader.view().divisions().regions(reader.view().info().division))
        codes << region.code;
    return codes;
}

QStringList statusCodes()
{
    return {u"intervient"_qs, u"intervient_declare"_qs, u"peut_intervenir"_qs, u"n_intervient_pas"_qs,
            u"indetermine"_qs};
}

} // namespace deliverables
