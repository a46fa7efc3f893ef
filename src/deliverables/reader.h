#pragma once
#include "disclosure/gate.h"

namespace deliverables {

/// Reads a disclosed study in French: labels of codes, texts of answers, names of places. Holds no data.
class Reader
{
public:
    explicit Reader(const disclosure::View& view) : m_view(view) {}

    const disclosure::View& view() const { return m_view; }
    bool toPublic() const { return m_view.audience() == disclosure::Audience::Wide; }
    /// Scores may be printed at all: model locked, audience that reads them.
    bool scores() const;

    /// Label of a code in the choice list of a question.
    QString label(const QString& question, const QString& code) const;
    /// Codes of the choice list of a question, "ne sait pas" and "aucun" included only on request.
    QStringList codes(const QString& question, bool all = false) const;
    /// A known answer as text; empty when there is none.
    QString text(const questionnaire::Answers& answers, const QString& question) const;
    QStringList items(const questionnaire::Answers& answers, const QString& question) const;
    /// "2012-2014", "depuis 2012"…
    QString period(const questionnaire::Answers& row) const;

    QString name(const disclosure::ActorView& actor) const;
    QString shortName(const disclosure::ActorView& actor) const; ///< acronym when there is one
    QString category(const disclosure::ActorView& actor) const;
    QString status(const disclosure::ActorView& actor) const;
    QString regionName(const QString& code) const;
    QString provinceName(const QString& code) const;
    /// Region in the study's division.
    QString region(const disclosure::ActorView& actor) const;
    /// Seat as this audience may read it: province, or region of a hidden shelter.
    QString seat(const disclosure::ActorView& actor) const;
    /// Where it works, as this audience may read it.
    QStringList territory(const disclosure::ActorView& actor) const;
    QString fact(const disclosure::ActorView& actor, const QString& field) const;
    /// Known only from imported lists: no answer says what it does.
    bool onlyListed(const disclosure::ActorView& actor) const;

private:
    QString number(const QString& value) const;
    const disclosure::View& m_view;
};

QString countText(const disclosure::Count& count);
/// "moins de 5 organisations", "12 organisations".
QString countWords(const disclosure::Count& count, const QString& singular, const QString& plural,
                   bool feminine = true);
/// One decimal, a final 5 upwards; a dash when unknown.
QString score(const std::optional<double>& value);
/// "60,3 [59,2 ; 61,2]".
QString scoreWithBounds(const assessment::Interval& interval);

} // namespace deliverables
