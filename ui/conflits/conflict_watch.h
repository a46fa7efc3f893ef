#pragma once
#include "ui/background/runner.h"
#include "workflow/merging.h"

#include <QTimer>

namespace ui {

class Desk;

/// What waits for somebody's decision: two values for one field, and deletes of what another laptop changed.
struct Waiting
{
    std::vector<workflow::ConflictLine> conflicts;
    std::vector<workflow::FlaggedDeleteLine> deletes; ///< one per record: they are decided together
    QHash<QString, int> perRecord;                    ///< how many, by record

    int count() const { return static_cast<int>(conflicts.size() + deletes.size()); }
};

/// Keeps that list up to date behind the windows, after each change.
class ConflictWatch final : public QObject
{
    Q_OBJECT
public:
    explicit ConflictWatch(Desk& desk);

    const Waiting& waiting() const { return *m_waiting; }
    int countOf(const QString& record) const { return m_waiting->perRecord.value(record); }
    /// The conflict on a field as history names it; nullptr if there is none.
    const workflow::ConflictLine* on(const QString& record, const QString& shownField) const;
    /// For what opens a conflict again without a merge: undoing its settlement.
    void refresh() { m_delay.start(); }

Q_SIGNALS:
    void changed();

private:
    void hear(const dossier::ChangeSet& changes);
    void read();

    Desk& m_desk;
    std::shared_ptr<const Waiting> m_waiting;
    QTimer m_delay;
    Runner m_reader;
};

} // namespace ui
