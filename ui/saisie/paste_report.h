#pragma once
#include "base/issue.h"

#include <QFrame>

class QBoxLayout;

namespace ui {

/// What a paste into a table gave: rows added, and the cells left out with their place, cause and remedy.
/// Hidden until then, and again once read.
class PasteReport final : public QFrame
{
    Q_OBJECT
public:
    explicit PasteReport(QWidget* parent = nullptr);
    void tell(int rows, const base::Issues& refused);

private:
    QBoxLayout* m_column;
};

} // namespace ui
