#pragma once
#include "base/error.h"
#include "base/issue.h"

#include <QString>

/// French sentences for the codes that domain modules return. One sentence says what happened, one what to
/// do.
namespace workflow::messages {

struct Message
{
    QString what;   ///< one sentence: what happened
    QString remedy; ///< one sentence: what to do; may be empty for warnings
};

Message forError(const base::Error& error);
/// What is wrong with a file that cannot be read, from the English detail of the reader.
QString malformedWord(const QString& detail);
/// What is too large in a file, from the English detail of the reader.
QString limitWord(const QString& detail);
Message forIssue(const base::Issue& issue);
/// One line per issue, what then remedy; beyond `most`, when given, a line says how many others.
QStringList sentencesOf(const base::Issues& issues, qsizetype most = 0);
/// Stage codes of progress, in words ("Mise en page de la grille…").
QString forStage(const QString& stage);
/// Words for codes of the domain: intervention statuses, veto effects, service names, evidence levels,
/// states.
QString statusWord(const QString& code);
QString serviceWord(const QString& code);
QString offerWord(const QString& code);
QString evidenceWord(int level);
QString stateWord(const QString& stateCode);
QString vetoReason(const QString& reasonCode);
QString criterionWord(const QString& code);
QString withheldWord(const QString& rule);

} // namespace workflow::messages
