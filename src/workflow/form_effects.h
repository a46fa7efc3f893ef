#pragma once
#include "dossier/transaction.h"
#include "workflow/entry.h"

namespace workflow {

/// Entity that holds an answer: the record, one of its passages, or a row.
struct Entity
{
    QString type, id;
};
Entity entityOf(const QString& record, const questionnaire::FieldPath& path);

/// What a form does by itself in a record being written: defaults, calculations that wait for a trigger, and
/// rows counted by repeat_count. Writes in the transaction given, keeps the session up to date, and tells the
/// outcome.
class FormEffects
{
public:
    FormEffects(questionnaire::Session& session, dossier::Transaction& t, QString record, Outcome& outcome)
        : m_session(session), m_transaction(t), m_record(std::move(record)), m_outcome(outcome)
    {
    }

    void afterAnswer(const questionnaire::FieldPath& path);
    /// A new actor (nothing named), passage or row, already in the session.
    void afterCreation(const QString& passage = {}, const QString& repeat = {}, const QString& row = {});
    void afterRemoval() { settleRows(); }

private:
    void store(const std::vector<questionnaire::Assignment>& assigned);
    void settleRows();
    bool settle(const QString& repeat, const QString& passage);
    void open(const QString& repeat, const QString& passage);

    questionnaire::Session& m_session;
    dossier::Transaction& m_transaction;
    QString m_record;
    Outcome& m_outcome;
    QString m_askedFor; ///< repeat in which somebody opened a row: not counted away in the same change
};

} // namespace workflow
