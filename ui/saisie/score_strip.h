#pragma once
#include "ui/shell/desk.h"

#include <QLabel>

namespace ui {

/// "Score global 61,2 → 63,0 ; rang 4 → 3": how the record moves since it was opened. Computed behind the
/// windows; nothing before the model is locked, nor on a record that is not ranked.
class ScoreStrip final : public QLabel
{
    Q_OBJECT
public:
    explicit ScoreStrip(Desk& desk, QWidget* parent = nullptr);
    /// What it moves from is read again; an empty id hides it.
    void watch(const QString& record);

private:
    struct Standing
    {
        double score = 0;
        QString rank; ///< "5", or "1–4" in a "coude à coude"
    };
    std::optional<Standing> standing() const;
    void hear();
    bool isLocked(bool readAgain);

    Desk& m_desk;
    QString m_record;
    std::optional<Standing> m_before;
    bool m_locked = false; ///< the model, when last read
    QTimer* m_pause;
};

} // namespace ui
