#include "workflow/form_effects.h"

namespace workflow {
namespace {

using questionnaire::Assignment;
using questionnaire::FieldPath;

// Two repeats that count each other stop here rather than never.
constexpr int MostPasses = 5;

} // namespace

Entity entityOf(const QString& record, const FieldPath& path)
{
    if (!path.row.isEmpty()) return {dossier::entity::Row, path.row};
    if (!path.passage.isEmpty()) return {dossier::entity::Passage, path.passage};
    return {dossier::entity::Record, record};
}

void FormEffects::afterAnswer(const FieldPath& path)
{
    store(m_session.setTriggered(path));
    settleRows();
}

void FormEffects::afterCreation(const QString& passage, const QString& repeat, const QString& row)
{
    if (!row.isEmpty()) m_askedFor = repeat;
    store(m_session.setDefaults(passage, repeat, row));
    settleRows();
}

void FormEffects::store(const std::vector<Assignment>& assigned)
{
    for (const Assignment& each : assigned) {
        const Entity entity = entityOf(m_record, each.path);
        dossier::setAnswer(m_transaction, entity.type, entity.id, each.path.question, each.answer);
        m_outcome.assigned.push_back(each);
    }
}

void FormEffects::settleRows()
{
    bool moved = true;
    for (int pass = 0; moved && pass < MostPasses; ++pass) {
        moved = false;
        for (const questionnaire::Question& question : m_session.form().questions) {
            if (question.repeatCount.isEmpty() || question.name == m_askedFor) continue;
            if (isNestedRepeat(m_session.form(), question.name)) continue;
            if (question.scope == questionnaire::Scope::Actor)
                moved = settle(question.name, {}) || moved;
            else
                for (const questionnaire::Passage& passage : m_session.record().passages)
                    moved = settle(question.name, passage.uid) || moved;
        }
    }
}

bool FormEffects::settle(const QString& repeat, const QString& passage)
{
    const std::optional<int> wanted = m_session.wantedRows(repeat, passage);
    if (!wanted) return false;
    const int present = m_session.rowCount(repeat, passage);
    for (int row = present; row < *wanted; ++row)
        open(repeat, passage);
    const QStringList blank = m_session.blankRowsBeyond(repeat, passage, *wanted);
    for (const QString& uid : blank) {
        dossier::deleteEntity(m_transaction, dossier::entity::Row, uid);
        m_session.removeRow(repeat, passage, uid);
        m_outcome.rows.push_back({repeat, passage, uid, false});
    }
    return present < *wanted || !blank.isEmpty();
}

void FormEffects::open(const QString& repeat, const QString& passage)
{
    const QString uid = dossier::createRow(m_transaction, passage.isEmpty() ? m_record : passage, repeat);
    m_session.addRow(repeat, passage, uid);
    m_outcome.rows.push_back({repeat, passage, uid, true});
    store(m_session.setDefaults(passage, repeat, uid));
}

} // namespace workflow
