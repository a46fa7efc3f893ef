#pragma once
#include "dossier/values/recovery_key.h"

#include <QWidget>

#include <array>
#include <optional>

class QLabel;
class QLineEdit;

namespace ui {

/// A printed recovery key typed group by group; a mistyped group says so as soon as all are there. A whole
/// key pasted or scanned into any group fills them all.
class RecoveryEntry final : public QWidget
{
    Q_OBJECT
public:
    static constexpr int Groups = 8;

    explicit RecoveryEntry(QWidget* parent = nullptr);
    std::optional<dossier::RecoveryKey> key() const;
    /// What is wrong, in a sentence; empty for a sound key.
    QString problem() const;
    void clear();
    void focusFirst();

Q_SIGNALS:
    void edited();

private:
    void spread(int group, const QString& typed);
    void judge();
    QString typed() const;

    std::array<QLineEdit*, Groups> m_fields;
    QLabel* m_problem;
};

} // namespace ui
