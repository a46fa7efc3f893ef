#pragma once
#include <QWidget>

class QLabel;
class QBoxLayout;

namespace ui {

class Desk;
class LockPage;
class WeightsPanel;
class ThresholdsPanel;
class VersionsPanel;

/// The model of capacities before and after its approval: weights of each stakeholder and their mix,
/// thresholds against what was surveyed, approval, versions.
class ModelPage final : public QWidget
{
    Q_OBJECT
public:
    explicit ModelPage(Desk& desk, QWidget* parent = nullptr);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void refresh();
    void choose(int part);
    void tell(const QString& sentence, const QString& tone);
    void showApproval();

    Desk& m_desk;
    QLabel *m_state, *m_told;
    QList<QWidget*> m_parts; ///< one is seen
    WeightsPanel* m_weights;
    ThresholdsPanel* m_thresholds;
    VersionsPanel* m_versions;
    QWidget* m_approval;
    QBoxLayout* m_approvalColumn;
    QString m_approvalShown; ///< digest, and whether it was approved
};

} // namespace ui
