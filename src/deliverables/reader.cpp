#include "deliverables/reader.h"

#include "deliverables/words.h"
#include "report/typography.h"

#include <cmath>

namespace deliverables {

using disclosure::ActorView;
using questionnaire::Answer;
using questionnaire::Answers;
using questionnaire::Question;
using questionnaire::QuestionType;

bool Reader::scores() const
{
    return m_view.info().modelLocked && m_view.audience() != disclosure::Audience::Wide &&
           m_view.audience() != disclosure::Audience::Organisation;
}

QString Reader::label(const QString& question, const QString& code) const
{
    if (code == disclosure::ScaleAtMostRegion) return QStringLiteral("Une région au plus");
    const Question* found = m_view.form().question(question);
    const questionnaire::ChoiceList* list = found ? m_view.form().listOf(*found) : nullptr;
    return report::french(list ? list->labelOf(code) : code);
}

QStringList Reader::codes(const QString& question, bool all) const
{
    const Question* found = m_view.form().question(question);
    const questionnaire::ChoiceList* list = found ? m_view.form().listOf(*found) : nullptr;
    QStringList codes;
    if (!list) return codes;
    for (const questionnaire::Choice& choice : list->choices) {
        const bool empty = choice.name == u"nsp" || choice.name == u"aucun" || choice.name == u"aucune";
        if (all || !empty) codes << choice.name;
    }
    return codes;
}

QString Reader::number(const QString& value) const
{
    bool numeric = false;
    const double parsed = value.toDouble(&numeric);
    return numeric ? report::frenchNumber(parsed, 2) : value; // "< 5" stays as it is
}

QString Reader::text(const Answers& answers, const QString& question) const
{
    const Answer& answer = answers.at(question);
    const Question* found = m_view.form().question(question);
    if (!answer.isKnown() || !found) return {};
    switch (found->type) {
    case QuestionType::SelectOne:
        return label(question, answer.value);
    case QuestionType::SelectMultiple:
        return items(answers, question).join(u" ; "_qs);
    case QuestionType::Integer:
    case QuestionType::Decimal:
        return question.contains(u"annee") ? answer.value : number(answer.value);
    case QuestionType::Date: {
        if (answer.value.size() != 7) return report::frenchDate(QDate::fromString(answer.value, Qt::ISODate));
        const QDate month = QDate::fromString(answer.value + u"-02"_qs, Qt::ISODate);
        return report::frenchDate(month).mid(2); // the day is not told
    }
    default:
        return report::french(answer.value.trimmed());
    }
}

QStringList Reader::items(const Answers& answers, const QString& question) const
{
    QStringList items;
    const Answer& answer = answers.at(question);
    if (!answer.isKnown()) return items;
    for (const QString& code : answer.codes())
        items << label(question, code);
    return items;
}

QString Reader::period(const Answers& row) const
{
    const QString begin = row.at(QStringLiteral("prg_debut")).value.left(4);
    const QString end = row.at(QStringLiteral("prg_fin")).value.left(4);
    if (begin.isEmpty()) return end.isEmpty() ? QString() : u"jusqu’en "_qs + end;
    if (end.isEmpty()) return u"depuis "_qs + begin;
    return begin == end ? begin : begin + u"–"_qs + end;
}

QString Reader::name(const ActorView& actor) const
{
    const QString name = actor.nameFr.isEmpty() ? actor.nameAr : actor.nameFr;
    return name.isEmpty() ? u"Acteur n° %1"_qs.arg(actor.number) : report::french(name);
}

QString Reader::shortName(const ActorView& actor) const
{
    const QString acronym = actor.acronym.section(u';', 0, 0).trimmed();
    return acronym.isEmpty() || acronym.size() > 20 ? name(actor) : acronym;
}

QString Reader::category(const ActorView& actor) const
{
    if (!actor.category.isEmpty()) return label(QStringLiteral("id_categorie"), actor.category);
    return fact(actor, QStringLiteral("type"));
}

QString Reader::status(const ActorView& actor) const
{
    return actor.status ? statusWord(*actor.status) : NotCommunicated;
}

QString Reader::regionName(const QString& code) const
{
    const cartography::Region* region = m_view.divisions().region(code);
    return region ? region->nameFr : QString();
}

QString Reader::provinceName(const QString& code) const
{
    const cartography::Province* province = m_view.divisions().province(code);
    return province ? province->nameFr : QString();
}

QString Reader::region(const ActorView& actor) const
{
    const bool by1997 = m_view.info().division == cartography::Division::Regions1997;
    return regionName(by1997 ? actor.region1997 : actor.region2015);
}

QString Reader::seat(const ActorView& actor) const
{
    if (!actor.shelterHidden) return provinceName(actor.province);
    const QString name = region(actor);
    return name.isEmpty() ? QString() : u"région %1"_qs.arg(name);
}

QStringList Reader::territory(const ActorView& actor) const
{
    QStringList places;
    if (actor.shelterHidden) {
        for (const QString& code : actor.regionsCovered)
            places << regionName(code);
    } else if (actor.answers.at(QStringLiteral("ter_provinces")).isKnown()) {
        for (const QString& code : actor.answers.at(QStringLiteral("ter_provinces")).codes())
            places << provinceName(code);
    }
    places.removeAll(QString());
    return places;
}

QString Reader::fact(const ActorView& actor, const QString& field) const
{
    return report::french(actor.facts.value(field).trimmed());
}

bool Reader::onlyListed(const ActorView& actor) const
{
    return !actor.facts.isEmpty() && !actor.answers.at(QStringLiteral("dom_mission")).isKnown() &&
           !actor.answers.at(QStringLiteral("dom_mode")).isKnown();
}

QString countText(const disclosure::Count& count)
{
    if (count.masked) return count.complementary ? u"n. c."_qs : disclosure::SmallNumber;
    return count.value == 0 ? u"–"_qs : report::frenchNumber(count.value);
}

QString countWords(const disclosure::Count& count, const QString& singular, const QString& plural,
                   bool feminine)
{
    if (!count.masked) return counted(count.value, singular, plural, feminine);
    if (count.complementary) return u"un nombre non communiqué d’"_qs + plural;
    return u"moins de 5 "_qs + plural;
}

QString score(const std::optional<double>& value)
{
    if (!value) return u"–"_qs;
    return report::frenchNumber(std::floor(*value * 10 + 0.5 + 1e-9) / 10, 1, true);
}

QString scoreWithBounds(const assessment::Interval& interval)
{
    if (!interval.central) return u"–"_qs;
    return u"%1 [%2 ; %3]"_qs.arg(score(interval.central), score(interval.low), score(interval.high));
}

} // namespace deliverables
