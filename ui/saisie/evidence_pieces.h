#pragma once
#include <QStringList>

#include <vector>

namespace ui {

class EntrySession;

/// A type of evidence: a document seen, or a point observed on site.
struct Piece
{
    QString code, label;
    bool observed = false;
    QStringList proves;     ///< numbers of the questions it bears on that have an answer
    QStringList wouldProve; ///< numbers of those that have none yet
    bool ofQuestion = false;
};

/// What the record holds as evidence for one section, and what would lift a score kept down for want of it.
struct SectionEvidence
{
    std::vector<Piece> seen;
    QStringList seenElsewhere; ///< labels of what was seen but bears on other sections
    std::vector<Piece> toAsk;
};

/// Of the section that holds `question`; what bears on that question comes first.
SectionEvidence evidenceOfSection(EntrySession& session, const QString& question);

/// Question that lists the pieces of this kind.
QString seenQuestion(bool observed);
/// "vue le 3 février 2015 · K. Idrissi", from the passage the list of pieces was filled in.
QString whereSeen(const EntrySession& session, bool observed);

} // namespace ui
