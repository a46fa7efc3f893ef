#pragma once
#include <QFrame>

#include <functional>

namespace ui {

/// Stands for the interviewer's own questions of a section until they are unlocked.
class ReservedCard final : public QFrame
{
    Q_OBJECT
public:
    /// `open` says whether what is typed unlocks.
    ReservedCard(int questions, bool byPassphrase, std::function<bool(const QString& typed)> open,
                 QWidget* parent = nullptr);

Q_SIGNALS:
    void opened();
};

} // namespace ui
