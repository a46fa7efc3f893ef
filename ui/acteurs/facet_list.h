#pragma once
#include "ui/acteurs/actors_model.h"

#include <QFrame>

class QCheckBox;
class QLabel;
class QVBoxLayout;

namespace ui {

/// Facets of the actors with their live counts.
class FacetList final : public QFrame
{
    Q_OBJECT
public:
    FacetList(const workflow::Study& study, QWidget* parent = nullptr);
    QHash<QString, QSet<QString>> ticked() const;
    void showCounts(const FacetCounts& counts);
    void clearAll();
    /// One box alone: what a figure elsewhere counted.
    void tickOnly(const QString& facet, const QString& code);
    QCheckBox* box(const QString& facet, const QString& code) const
    {
        return m_boxes.value(facet + u'/' + code).check;
    }
    QLabel* count(const QString& facet, const QString& code) const
    {
        return m_boxes.value(facet + u'/' + code).count;
    }

Q_SIGNALS:
    void changed();

private:
    struct Box
    {
        QString facet, code;
        QWidget* row = nullptr;
        QCheckBox* check = nullptr;
        QLabel* count = nullptr;
    };
    QVBoxLayout* addGroup(const QString& title, bool open = true);
    void untick();
    void addBox(QVBoxLayout* group, const QString& facet, const QString& code, const QString& label,
                QWidget* sign = nullptr);

    QHash<QString, Box> m_boxes;
    QVBoxLayout* m_column;
    bool m_quiet = false;
};

} // namespace ui
