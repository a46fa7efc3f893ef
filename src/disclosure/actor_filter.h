#pragma once
#include "disclosure/gate.h"
#include "disclosure/scrubber.h"

namespace disclosure {

/// Reduces one actor to what one audience may see, and notes what was taken away.
class ActorFilter
{
public:
    ActorFilter(const StudyData& data, Audience audience, std::vector<Withheld>& account);

    ActorView reduce(const ActorData& actor) const;
    bool mayShow(const questionnaire::Question& question) const;
    /// The actor's scores are told: locked model, agreement to share, rank not withheld.
    bool showsScores(const ActorData& actor) const;
    QString cleanGuidedText(const QString& text) const;
    /// The places of an actor that keeps a hidden shelter, out of words about it.
    QString cleanTextAbout(const ActorData& actor, const QString& text) const;

private:
    /// The agreements of one actor, read once.
    struct Consents
    {
        bool shares, directory, province, shelterHidden;
    };
    struct Work
    {
        const ActorData& actor;
        Consents consents;
        ActorView view;
    };

    bool toIom() const { return m_audience == Audience::Iom || m_audience == Audience::Restricted; }
    bool everything() const { return m_audience == Audience::Working; }
    Consents consentsOf(const ActorData& actor) const;
    /// Rule under which an answer is withheld; empty when it is shown.
    QString ruleAgainst(const questionnaire::Question& question, const Consents& consents) const;
    void gatherShelterNames();

    void identify(Work& work) const;
    void filterCells(Work& work) const;
    void filterRepeats(Work& work) const;
    void filterRow(Work& work, const QString& repeat, const questionnaire::Row& from,
                   questionnaire::Row& to) const;
    void hideProgrammePlaces(Work& work, const questionnaire::Row& from, questionnaire::Row& to) const;
    void hideShelterPlaces(Work& work) const;
    void hideTrafficking(Work& work) const;
    void maskPersons(Work& work) const;
    void cleanTexts(Work& work) const;
    void cleanRows(Work& work, const Scrubber& places) const;
    Scrubber hiddenPlacesOf(const ActorData& actor) const;
    bool narrowsRegion(const QString& region1997, const QString& region2015) const;
    void coarsenDate(Work& work) const;
    void filterFacts(Work& work) const;
    void filterConclusions(Work& work) const;
    void filterAssessment(Work& work) const;
    QStringList regionsOf(const QStringList& provinces) const;
    void note(const Work& work, const QString& field, const QString& rule) const;

    const StudyData& m_data;
    Audience m_audience;
    std::vector<Withheld>& m_account;
    Scrubber m_shelters;
};

} // namespace disclosure
