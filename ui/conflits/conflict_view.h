#pragma once
#include "workflow/merging.h"

#include <QScrollArea>

class QBoxLayout;

namespace ui {

class AnswerEditor;
class Desk;

/// One conflict, side by side: each value with who wrote it and when, what the record is, and a third way.
class ConflictView final : public QScrollArea
{
    Q_OBJECT
public:
    explicit ConflictView(Desk& desk, QWidget* parent = nullptr);

    void show(const workflow::ConflictLine& line);
    void show(const workflow::FlaggedDeleteLine& line);
    void showNothing();
    /// Key 1 is the first value, 2 the second…; for a delete, 1 keeps and 2 deletes.
    void choose(int number);

    AnswerEditor* editor() const { return m_editor; }
    QString problem() const { return m_problem; }
    /// Keeps what the editor holds.
    void chooseTyped();

Q_SIGNALS:
    void recordAsked(const QString& record, const QString& question);

private:
    void start(const QString& record, const QString& actor, const QString& label, const QString& question);
    void addContext(const QString& record, const QString& question);
    QWidget* headCard(size_t head);
    QWidget* deleteCard(bool keep);
    void addOther();
    void resolve(std::function<workflow::Outcome(workflow::Study&)> work, const QString& name);
    void showProblem(const QString& words);

    Desk& m_desk;
    std::optional<workflow::ConflictLine> m_conflict;
    std::optional<workflow::FlaggedDeleteLine> m_delete;
    AnswerEditor* m_editor = nullptr;
    QString m_problem;
    QBoxLayout* m_column = nullptr;
    QWidget* m_problemLabel = nullptr;
};

} // namespace ui
