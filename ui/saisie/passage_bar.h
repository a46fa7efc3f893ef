#pragma once
#include <QWidget>

class QHBoxLayout;

namespace ui {

class EntrySession;

/// The collection sessions of a record, the current one marked, and the way to add one.
class PassageBar final : public QWidget
{
    Q_OBJECT
public:
    explicit PassageBar(QWidget* parent = nullptr);
    void list(const EntrySession& session);

Q_SIGNALS:
    void chosen(const QString& passage);
    void addAsked();

private:
    QHBoxLayout* m_row;
};

} // namespace ui
