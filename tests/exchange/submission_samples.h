#pragma once
#include "exchange/submissions/decoding.h"
#include "exchange/submissions/matching.h"
#include "exchange/submissions/writing.h"
#include "questionnaire/compiler.h"
#include "support/temporary_folder.h"

#include <gtest/gtest.h>

namespace test {

/// A small form with a repeat in a repeat, groups around, and one question of each difficult kind.
inline const QByteArray NestedForm = "| survey |\n"
                                     "| | type | name | label::Français (fr) | label::English (en) |\n"
                                     "| | text | nom | Nom | Name |\n"
                                     "| | begin group | lieu | Lieu | Place |\n"
                                     "| | geopoint | point | Point GPS | GPS point |\n"
                                     "| | select_multiple besoin | besoins | Besoins | Needs |\n"
                                     "| | end group | | | |\n"
                                     "| | begin repeat | menage | Ménages | Households |\n"
                                     "| | text | chef | Chef de ménage | Head |\n"
                                     "| | begin group | detail | Détail | Detail |\n"
                                     "| | integer | taille | Taille | Size |\n"
                                     "| | end group | | | |\n"
                                     "| | begin repeat | membre | Membres | Members |\n"
                                     "| | text | prenom | Prénom | First name |\n"
                                     "| | select_one avis | avis | Avis | Opinion |\n"
                                     "| | geopoint | trouve | Trouvé à | Found at |\n"
                                     "| | end repeat | | | |\n"
                                     "| | end repeat | | | |\n"
                                     "| | decimal | revenu | Revenu | Income |\n"
                                     "| | date | jour | Jour | Day |\n"
                                     "| choices |\n"
                                     "| | list_name | name | label::Français (fr) | label::English (en) |\n"
                                     "| | besoin | eau | Eau | Water |\n"
                                     "| | besoin | eau_usee | Eau usée | Waste water |\n"
                                     "| | besoin | toit | Un toit, vite | Shelter |\n"
                                     "| | avis | 1 | Bon | Good |\n"
                                     "| | avis | 2 | Mauvais | Bad |\n"
                                     "| | avis | 98 | Ne sait pas | Don't know |\n"
                                     "| | avis | 99 | Refus | Prefer not to answer |\n"
                                     "| settings |\n"
                                     "| | form_id | version |\n"
                                     "| | essai | 3 |\n";

inline std::shared_ptr<const questionnaire::Form> formOf(const QByteArray& markdown)
{
    const TemporaryFolder folder;
    return questionnaire::readForm(folder.write(QStringLiteral("f.md"), markdown)).form;
}

inline std::shared_ptr<const questionnaire::Form> nestedForm()
{
    return formOf(NestedForm);
}

/// Selects that offer another answer than those of their list, one of them in a repeat.
inline const QByteArray OtherForm = "| survey |\n"
                                    "| | type | name | label |\n"
                                    "| | text | nom | Nom |\n"
                                    "| | begin group | lieu | Lieu |\n"
                                    "| | select_multiple besoin or_other | besoins | Besoins |\n"
                                    "| | select_one besoin or_other | urgent | Le plus urgent |\n"
                                    "| | end group | | |\n"
                                    "| | begin repeat | visite | Visites |\n"
                                    "| | select_one mode or_other | mode | Mode |\n"
                                    "| | end repeat | | |\n"
                                    "| choices |\n"
                                    "| | list_name | name | label |\n"
                                    "| | besoin | eau | Eau |\n"
                                    "| | besoin | toit | Un toit |\n"
                                    "| | mode | visite | Visite |\n"
                                    "| | mode | 98 | Ne sait pas |\n"
                                    "| settings |\n"
                                    "| | form_id | version |\n"
                                    "| | autre | 1 |\n";

/// What a file holds, read as the program reads it.
struct Reading
{
    exchange::SubmissionSource source;
    exchange::SubmissionMapping mapping;
    std::vector<exchange::Submission> submissions;
    base::Issues issues;
};

inline Reading readFile(const QString& path, const questionnaire::Form& form,
                        const exchange::ColumnChoices& choices = {})
{
    Reading reading;
    reading.source = exchange::readSubmissions(path, form);
    reading.mapping = exchange::matchColumns(reading.source, form, choices);
    reading.submissions = exchange::decodeSubmissions(reading.source, reading.mapping, form, reading.issues);
    return reading;
}

/// Answers as text that a difference can be read in.
inline QString dump(const questionnaire::Answers& answers, const QString& indent = {})
{
    QStringList lines;
    for (auto it = answers.cells().cbegin(); it != answers.cells().cend(); ++it)
        lines << indent + it.key() + u'=' + questionnaire::stateCode(it->state) + u'|' + it->value;
    for (auto it = answers.repeats().cbegin(); it != answers.repeats().cend(); ++it) {
        QString rows = indent + it.key() + u':';
        for (const questionnaire::Row& row : *it)
            rows += QStringLiteral("\n") + indent + QStringLiteral(" #") + row.uid + u'\n' +
                    dump(row.answers, indent + QStringLiteral("  "));
        lines << rows;
    }
    lines.sort();
    return lines.join(u'\n');
}

inline QString dump(const exchange::Submission& s)
{
    return QStringList{s.instanceId, s.formVersion, s.submitted, s.submitter, s.actor, dump(s.answers)}.join(
        u'\n');
}

} // namespace test
