#include "deliverables/grille_cells.h"

#include "deliverables/grille_columns.h"
#include "deliverables/words.h"
#include "report/typography.h"

namespace deliverables {

using disclosure::ActorView;
using questionnaire::Answer;
using questionnaire::AnswerState;
using questionnaire::Row;

namespace {

QString stateText(AnswerState state)
{
    switch (state) {
    case AnswerState::DontKnow:
        return u"ne sait pas"_qs;
    case AnswerState::Refused:
        return u"refus"_qs;
    case AnswerState::NotApplicable:
        return u"n. a."_qs;
    default:
        return {};
    }
}

QString sourced(const QString& text)
{
    return text.isEmpty() ? QString() : u"† "_qs + text;
}

/// A restricted question of somebody who did not agree to share.
bool withheld(const Reader& reader, const ActorView& actor)
{
    using disclosure::Audience;
    const Audience audience = reader.view().audience();
    return audience != Audience::Working && audience != Audience::Organisation && !actor.sharesAnswers;
}

QString multiple(const Reader& reader, const ActorView& actor, const QString& question, int most)
{
    QStringList items = reader.items(actor.answers, question);
    if (items.isEmpty() && actor.answers.at(question).isKnown()) return u"aucun"_qs;
    return shortened(items, most);
}

/// Both divisions together could designate the province of a hidden shelter: one is then withheld.
QString regionText(const Reader& reader, const ActorView& actor, const QString& code)
{
    const bool other = actor.shelterHidden && !(actor.region1997.isEmpty() && actor.region2015.isEmpty());
    return code.isEmpty() && other ? NotCommunicated : reader.regionName(code);
}

bool isMultiple(const Reader& reader, const QString& question)
{
    const questionnaire::Question* found = reader.view().form().question(question);
    return found && found->type == questionnaire::QuestionType::SelectMultiple;
}

} // namespace

QString answerCell(const Reader& reader, const ActorView& actor, const QString& question, int most,
                   const QString& fact)
{
    const Answer& answer = actor.answers.at(question);
    if (!answer.isKnown()) {
        const QString state = stateText(answer.state);
        return state.isEmpty() && !fact.isEmpty() ? sourced(reader.fact(actor, fact)) : state;
    }
    return isMultiple(reader, question) ? multiple(reader, actor, question, most)
                                        : reader.text(actor.answers, question);
}

QString restrictedText(const Reader& reader, const ActorView& actor, const QString& question)
{
    return withheld(reader, actor) ? NotCommunicated : answerCell(reader, actor, question, 5, {});
}

QString numberCell(const Reader&, const ActorView& actor)
{
    return QString::number(actor.number);
}

QString nameCell(const Reader& reader, const ActorView& actor)
{
    return reader.name(actor);
}

QString arabicCell(const Reader&, const ActorView& actor)
{
    return actor.nameAr;
}

QString region1997Cell(const Reader& reader, const ActorView& actor)
{
    return regionText(reader, actor, actor.region1997);
}

QString region2015Cell(const Reader& reader, const ActorView& actor)
{
    return regionText(reader, actor, actor.region2015);
}

QString seatCell(const Reader& reader, const ActorView& actor)
{
    return reader.seat(actor);
}

QString territoryCell(const Reader& reader, const ActorView& actor)
{
    const QString text = shortened(reader.territory(actor), 8);
    return text.isEmpty() ? sourced(reader.fact(actor, u"places"_qs)) : text;
}

QString mainFieldCell(const Reader& reader, const ActorView& actor)
{
    const bool silent = reader.toPublic() && !actor.status;
    const QString text = answerCell(reader, actor, u"dom_principal"_qs, 1, u"sectors"_qs);
    return text.isEmpty() && silent ? NotCommunicated : text;
}

QString otherFieldsCell(const Reader& reader, const ActorView& actor)
{
    QStringList items = reader.items(actor.answers, u"dom_domaines"_qs);
    items.removeAll(reader.text(actor.answers, u"dom_principal"_qs));
    if (!items.isEmpty()) return shortened(items, 6);
    return actor.answers.at(u"dom_domaines"_qs).isKnown() ? u"aucun"_qs
                                                          : sourced(reader.fact(actor, u"activities"_qs));
}

QString modeCell(const Reader& reader, const ActorView& actor)
{
    return reader.text(actor.answers, u"dom_mode"_qs).section(u':', 0, 0).trimmed();
}

QString staffCell(const Reader& reader, const ActorView& actor)
{
    const QString paid = reader.text(actor.answers, u"rh_salaries"_qs);
    const QString volunteers = reader.text(actor.answers, u"rh_benevoles"_qs);
    QStringList parts;
    if (!paid.isEmpty()) parts << paid + u" ETP"_qs;
    if (!volunteers.isEmpty())
        parts << volunteers + u' ' +
                     agree(actor.answers.at(u"rh_benevoles"_qs).value.toInt(), u"bénévole"_qs,
                           u"bénévoles"_qs);
    return parts.join(u", "_qs);
}

QString budgetClass(const QString& amount)
{
    bool numeric = false;
    const double value = amount.toDouble(&numeric);
    if (!numeric) return {};
    if (value < 100000) return u"moins de 100 000 DH"_qs;
    if (value < 500000) return u"100 000 à 500 000 DH"_qs;
    if (value < 1000000) return u"500 000 à 1 million DH"_qs;
    return value < 2000000 ? u"1 à 2 millions DH"_qs : u"2 millions DH et plus"_qs;
}

QString budgetCell(const Reader& reader, const ActorView& actor)
{
    if (withheld(reader, actor)) return NotCommunicated;
    const Answer& answer = actor.answers.at(u"fin_budget"_qs);
    return answer.isKnown() ? budgetClass(answer.value) : stateText(answer.state);
}

QString toolsCell(const Reader& reader, const ActorView& actor)
{
    const Answer& answer = actor.answers.at(u"acc_outils"_qs);
    if (!answer.isKnown()) return stateText(answer.state);
    return QString::number(reader.items(actor.answers, u"acc_outils"_qs).size());
}

QString linksText(const Reader& reader, const ActorView& actor, int most)
{
    const std::vector<Row>* rows = actor.answers.rows(u"rg_liens"_qs);
    if (!rows) return {};
    QStringList links;
    for (const Row& row : *rows) {
        const QString type = reader.text(row.answers, u"lien_type"_qs);
        const QString nature = shortened(reader.items(row.answers, u"lien_nature"_qs), 2, u", "_qs);
        if (type.isEmpty() && nature.isEmpty()) continue;
        links << (nature.isEmpty() ? type : type + u" ("_qs + nature + u')');
    }
    return shortened(links, most);
}

QString linksCell(const Reader& reader, const ActorView& actor)
{
    const std::vector<Row>* rows = actor.answers.rows(u"rg_liens"_qs);
    if (!rows) return {};
    const int n = static_cast<int>(rows->size());
    if (reader.toPublic() || withheld(reader, actor)) return counted(n, u"lien"_qs, u"liens"_qs);
    const QString text = linksText(reader, actor, 5);
    return text.isEmpty() ? counted(n, u"lien"_qs, u"liens"_qs) : text;
}

QString programmesText(const Reader& reader, const ActorView& actor, int most)
{
    const std::vector<Row>* rows = actor.answers.rows(u"rg_programmes"_qs);
    if (!rows) return {};
    QStringList programmes;
    for (const Row& row : *rows) {
        QStringList details{reader.text(row.answers, u"prg_etat"_qs).toLower(), reader.period(row.answers)};
        details << reader.items(row.answers, u"prg_services"_qs).join(u", "_qs).toLower();
        details << shortened(programmePlaces(reader, row), 3, u", "_qs);
        details << reader.text(row.answers, u"prg_bailleur"_qs);
        details.removeAll(QString());
        const QString name = reader.text(row.answers, u"prg_nom"_qs);
        programmes << (details.isEmpty() ? name : name + u" ("_qs + details.join(u" ; "_qs) + u')');
    }
    programmes.removeAll(QString());
    return shortened(programmes, most, u". "_qs);
}

QString programmesCell(const Reader& reader, const ActorView& actor)
{
    return programmesText(reader, actor, 3);
}

QStringList programmePlaces(const Reader& reader, const Row& row)
{
    QStringList places;
    for (const QString& code : row.answers.at(disclosure::ProgrammeRegions).codes())
        places << reader.regionName(code);
    for (const QString& code : row.answers.at(u"prg_provinces"_qs).codes())
        places << reader.provinceName(code);
    places.removeAll(QString());
    return places;
}

QString needsCell(const Reader& reader, const ActorView& actor)
{
    if (!actor.institution) return answerCell(reader, actor, u"bil_besoins"_qs, 5, {});
    return reader.toPublic() ? NotCommunicated : restrictedText(reader, actor, u"inst_obstacles"_qs);
}

QString statusCell(const Reader& reader, const ActorView& actor)
{
    return reader.status(actor);
}

QString possibleCell(const Reader& reader, const ActorView& actor)
{
    if (!actor.status) return NotCommunicated;
    const Answer& answer = actor.answers.at(u"tra_services_possibles"_qs);
    if (answer.state == AnswerState::NotAsked && !reader.toPublic() && withheld(reader, actor))
        return NotCommunicated;
    return answerCell(reader, actor, u"tra_services_possibles"_qs, 4, {});
}

QString contactCell(const Reader& reader, const ActorView& actor)
{
    if (withheld(reader, actor)) return NotCommunicated;
    QStringList parts{reader.text(actor.answers, u"id_tel"_qs), reader.text(actor.answers, u"id_email"_qs)};
    parts.removeAll(QString());
    return parts.join(u" ; "_qs);
}

QString collectionCell(const Reader& reader, const ActorView& actor)
{
    QStringList parts{reader.text(actor.answers, u"ent_mode"_qs), reader.text(actor.answers, u"ent_date"_qs)};
    parts.removeAll(QString());
    return parts.join(u", "_qs);
}

QString evidenceCell(const Reader& reader, const ActorView& actor)
{
    if (!reader.view().info().modelLocked) return u"avant approbation du modèle"_qs;
    if (!actor.assessment) return NotCommunicated;
    const QString completeness = report::frenchPercent(actor.completeness);
    if (!actor.assessment->evidenceIndex) return u"complétude %1"_qs.arg(completeness);
    return u"preuve %1, complétude %2"_qs.arg(report::frenchPercent(*actor.assessment->evidenceIndex),
                                              completeness);
}

QString decisionCell(const Reader&, const ActorView& actor)
{
    return actor.decision.isEmpty() ? RankNotCommunicated : decisionWord(actor.decision);
}

} // namespace deliverables
