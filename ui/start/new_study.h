#pragma once
#include "dossier/values/recovery_key.h"

#include <QDate>
#include <QWidget>

#include <memory>
#include <optional>

namespace Ui {
class NewStudyForm;
}

namespace ui {

struct NewStudyWishes
{
    QString title, file, author;
    QDate start, end;
    std::optional<QString> passphrase;
    std::optional<dossier::RecoveryKey> recoveryKey; ///< none: unprotected, or its sheet was refused
};

class RecoverySheetView;

/// A new study in short steps: mission and dates, passphrase, who fills it, and the sheet of the recovery
/// key.
class NewStudy final : public QWidget
{
    Q_OBJECT
public:
    explicit NewStudy(QWidget* parent = nullptr);
    ~NewStudy() override;
    void restart();
    RecoverySheetView* sheet() const { return m_sheet; }

Q_SIGNALS:
    void wished(const ui::NewStudyWishes& wishes);
    void abandoned();

private:
    void advance();
    void goBack();
    void show(int page);
    int lastPage() const;
    void finish();
    /// What is missing on the present page, in words; empty when all is well.
    QString problem() const;
    QString missionProblem() const;
    std::unique_ptr<Ui::NewStudyForm> m_form;
    RecoverySheetView* m_sheet;
};

} // namespace ui
