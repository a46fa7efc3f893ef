#pragma once
#include "workflow/entry.h"

#include <QStringList>

namespace workflow {

class Study;

struct Undone
{
    dossier::ChangeSet changes;
    QString label;       ///< of what was undone or redone
    base::Issues issues; ///< what was left as it is because something was written after it
    bool done = false;
};

/// What a window can undo: the writes of this session, latest first. Undoing and redoing are writes
/// themselves, so that other laptops receive them. Not thread-safe: belongs to whoever makes the writes.
class UndoStack
{
public:
    explicit UndoStack(Study& study) : m_study(study) {}

    /// After a write that succeeded; what could be redone no longer can. Without a label, one is made from
    /// what was written ("9.4 Nombre de places").
    void push(const Outcome& outcome, const QString& label = {});
    void push(const dossier::ChangeSet& changes, const QString& label = {});
    /// After a merge or a redaction: nothing from before can be undone.
    void clear();

    bool canUndo() const { return !m_undo.empty(); }
    bool canRedo() const { return !m_redo.empty(); }
    QString undoLabel() const { return canUndo() ? m_undo.back().label : QString(); }
    QString redoLabel() const { return canRedo() ? m_redo.back().label : QString(); }
    Undone undo() { return move(m_undo, m_redo, QStringLiteral("undo")); }
    Undone redo() { return move(m_redo, m_undo, QStringLiteral("redo")); }

private:
    struct Step
    {
        QStringList operations;
        QString label;
        size_t start = 0; ///< in m_chain
    };
    /// An operation of this session and where it was written.
    struct Written
    {
        QString operation, record, entity, place;
        bool creates = false;
    };
    Step stepOf(const dossier::ChangeSet& changes, const QString& label);
    QStringList batchOf(const Step& step) const;
    Undone move(std::vector<Step>& from, std::vector<Step>& to, const QString& cause);

    Study& m_study;
    std::vector<Step> m_undo, m_redo;
    std::vector<Written> m_chain; ///< all that this stack saw and wrote, oldest first
};

/// What a write says in a menu: the question it answered, else what it did. To be asked right after it.
QString changeLabel(const Study& study, const dossier::ChangeSet& changes);

/// Undoes the last transaction of the journal, whoever made it; undone twice, the first undo is undone.
Undone undoLast(Study& study);

} // namespace workflow
