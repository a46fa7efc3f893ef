#pragma once
#include "workflow/robustness.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;

namespace ui {

/// How the weights are drawn, and the buttons that draw and stop.
class RobustnessSetupBar final : public QWidget
{
    Q_OBJECT
public:
    explicit RobustnessSetupBar(QWidget* parent = nullptr);

    assessment::RobustnessSetup setup() const;
    /// Nothing under way: -1; else in percent.
    void showProgress(int percent);
    bool isRunning() const;

Q_SIGNALS:
    void drawAsked();
    void stopAsked();

private:
    QSpinBox *m_samples, *m_seed;
    QComboBox* m_law;
    QCheckBox* m_unknowns;
    QPushButton *m_draw, *m_stop;
    QLabel* m_progress;
};

/// "5 000 tirages, ± 30 % uniforme, inconnus tirés, graine 1"
QString setupWords(const assessment::RobustnessSetup& setup);

} // namespace ui
