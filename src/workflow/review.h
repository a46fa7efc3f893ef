#pragma once
#include "workflow/entry.h"

#include <QDate>

namespace workflow {

class Study;

/// One line of the matrix of comments (concertation with the IOM). Each field is a register of its own, so
/// that the reviewer's part and the consultant's part merge. Kept as settings "comment.ID.FIELD".
struct Comment
{
    QString id;
    QString author;
    qint64 created = 0;                ///< milliseconds UTC
    QString version;                   ///< of the deliverable: "L2 v1"
    QString record, question, chapter; ///< what it is about; all empty: the study
    QString excerpt;                   ///< passage aimed at
    QString text;
    QString nature;   ///< fait, analyse, forme, ajout, confidentialite, desaccord; or empty
    QString severity; ///< bloquant, important, mineur
    QString answer;   ///< accepte, partiel, refuse, discuter; or empty
    QString explanation;
    QString state; ///< ouvert, traite, clos
    QString closedBy;
    QDate closedOn;
    bool fromReviewer = false; ///< came back from the IOM
    bool shared = false;       ///< handed to the IOM with its dossier; always for those that came from it

    bool isBlocking() const { return severity == u"bloquant" && state != u"clos"; }
};

/// What was decided together. Kept as settings "decision.ID.FIELD".
struct Decision
{
    QString id;
    QString author;
    qint64 created = 0;
    QString subject; ///< modele, preselection, trio, livrable, autre
    QString record;  ///< actor concerned, if one
    QString text, reason;
    QString state; ///< proposee, prise, annulee
    bool fromReviewer = false;
    bool shared = false;
};

/// In order of creation.
std::vector<Comment> comments(const Study& study);
std::vector<Decision> decisions(const Study& study);

/// Writes all the fields of a comment, those that differ when its id is known already; an empty id makes a
/// new one (state ouvert, severity mineur, dated by the clock). A refusal or a partial acceptance needs an
/// explanation; only known words pass.
Outcome saveComment(Study& study, Comment comment);
Outcome saveDecision(Study& study, Decision decision);
/// Removes it from the list; history keeps it.
Outcome removeComment(Study& study, const QString& id);
Outcome removeDecision(Study& study, const QString& id);

} // namespace workflow
