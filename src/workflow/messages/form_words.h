#pragma once
#include "questionnaire/difference.h"
#include "workflow/form_versions.h"

#include <QString>

/// Words for a change of questionnaire.
namespace workflow::messages {

/// "question retirée", "condition d’affichage", "choix ajouté"…
QString changeWord(questionnaire::ChangeKind kind);
/// What changed, in one line without its question: "choix « abri » renommé (français) : « A » → « B »".
QString changeLine(const questionnaire::Change& change);
/// What becomes of an answer, in two or three words.
QString fateWord(AnswerFate fate);
/// "1 mise de côté", "12 mises de côté".
QString countedFates(qint64 count, AnswerFate fate);
/// The same in one sentence.
QString fateSentence(AnswerFate fate);
/// Who reads a question: "le modèle d’analyse", "les livrables ou l’application".
QString readerWord(const QString& code);

} // namespace workflow::messages
