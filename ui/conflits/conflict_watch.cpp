#include "ui/conflits/conflict_watch.h"

#include "ui/shell/desk.h"

namespace ui {
namespace {

Waiting readWaiting(const workflow::Study& study)
{
    Waiting waiting;
    waiting.conflicts = workflow::conflictLines(study);
    // Sources follow the answer that is kept: nobody has to choose them.
    const auto answered = [&](const dossier::Conflict& source) {
        const QString answer = QStringLiteral("q:") + source.field.mid(2);
        return std::any_of(waiting.conflicts.begin(), waiting.conflicts.end(), [&](const auto& line) {
            return line.conflict.entity == source.entity && line.conflict.field == answer;
        });
    };
    std::vector<workflow::ConflictLine> kept;
    for (const workflow::ConflictLine& line : waiting.conflicts)
        if (!line.conflict.field.startsWith(u"s:") || !answered(line.conflict)) kept.push_back(line);
    waiting.conflicts = std::move(kept);
    // Decided together: the actor itself speaks for what it holds.
    for (workflow::FlaggedDeleteLine& line : workflow::flaggedDeleteLines(study)) {
        const auto known =
            std::find_if(waiting.deletes.begin(), waiting.deletes.end(),
                         [&](const auto& each) { return each.flagged.record == line.flagged.record; });
        if (known == waiting.deletes.end())
            waiting.deletes.push_back(std::move(line));
        else if (line.flagged.entityType == dossier::entity::Record)
            *known = std::move(line);
    }
    for (const workflow::ConflictLine& line : waiting.conflicts)
        ++waiting.perRecord[line.conflict.record];
    for (const workflow::FlaggedDeleteLine& line : waiting.deletes)
        ++waiting.perRecord[line.flagged.record];
    return waiting;
}

} // namespace

ConflictWatch::ConflictWatch(Desk& desk) : m_desk(desk), m_waiting(std::make_shared<Waiting>())
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(30);
    connect(&m_delay, &QTimer::timeout, this, &ConflictWatch::read);
    connect(&desk, &Desk::changed, this, &ConflictWatch::hear);
    m_delay.start();
}

void ConflictWatch::hear(const dossier::ChangeSet& changes)
{
    // What is written here replaces every value it saw: it settles conflicts and opens none.
    const bool writtenHere = !changes.operations.isEmpty();
    if (m_waiting->count() > 0 || !writtenHere) m_delay.start();
}

void ConflictWatch::read()
{
    using Read = std::shared_ptr<const Waiting>;
    m_reader.run<Read>([this] { return std::make_shared<const Waiting>(readWaiting(m_desk.study())); }, this,
                       [this](Result<Read> result) {
                           if (!result.value) return;
                           const bool none = m_waiting->count() == 0 && (*result.value)->count() == 0;
                           m_waiting = *result.value;
                           if (!none) Q_EMIT changed();
                       });
}

const workflow::ConflictLine* ConflictWatch::on(const QString& record, const QString& shownField) const
{
    if (!m_waiting->perRecord.contains(record)) return nullptr;
    const auto found = std::find_if(
        m_waiting->conflicts.begin(), m_waiting->conflicts.end(), [&](const workflow::ConflictLine& line) {
            return line.conflict.record == record && line.conflict.shownField == shownField;
        });
    return found == m_waiting->conflicts.end() ? nullptr : &*found;
}

} // namespace ui
