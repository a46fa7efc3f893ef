#pragma once
#include <QTableView>

class QSettings;

namespace ui {

class ActorsModel;

/// Table of the actors: the names stay in sight while the rest scrolls sideways, the columns share the room
/// until someone resizes or hides one, and the rows are compact or comfortable. Both choices are remembered.
class ActorsTable final : public QTableView
{
    Q_OBJECT
public:
    ActorsTable(ActorsModel* model, QSettings& settings, QWidget* parent = nullptr);

    bool isComfortable() const { return m_comfortable; }
    void setComfortable(bool comfortable);
    /// The second view over the names; seen only when there is something to scroll.
    const QTableView* frozen() const { return m_frozen; }

protected:
    void resizeEvent(QResizeEvent* event) override;
    void scrollTo(const QModelIndex& index, ScrollHint hint) override;

private:
    void buildFrozen();
    void sortByName();
    void shareRoom();
    void placeFrozen();
    void chooseColumns(const QPoint& at);
    void keepColumns();

    QSettings& m_settings;
    QTableView* m_frozen;
    bool m_comfortable = false;
    bool m_own = false;     ///< someone chose the columns: the room is no longer shared out
    bool m_sharing = false; ///< we are resizing, not the user
};

} // namespace ui
