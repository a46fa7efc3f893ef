#pragma once
#include "workflow/keys.h"

#include <QWidget>

#include <optional>

class QCheckBox;
class QGridLayout;
class QLabel;

namespace ui {

/// A recovery key shown once, with its sheet to print or keep as PDF before going on; or refused in so many
/// words.
class RecoverySheetView final : public QWidget
{
    Q_OBJECT
public:
    /// Without `mayRefuse`, the sheet has to be made.
    explicit RecoverySheetView(bool mayRefuse, QWidget* parent = nullptr);

    /// A new key, for what `sheet` describes.
    void renew(const workflow::RecoverySheet& sheet);
    const std::optional<dossier::RecoveryKey>& key() const { return m_key; }
    bool isRefused() const;
    /// Why one cannot go on yet; empty when the sheet was made, or refused.
    QString problem() const;
    /// Writes the sheet to a file that does not exist yet.
    void saveTo(const QString& path);
    void forget();

private:
    void chooseFile();
    void print();
    void tell(const QString& sentence, const QString& tone);

    workflow::RecoverySheet m_sheet;
    std::optional<dossier::RecoveryKey> m_key;
    bool m_made = false;
    QGridLayout* m_groups;
    QCheckBox* m_refused;
    QLabel* m_told;
};

} // namespace ui
