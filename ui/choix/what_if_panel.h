#pragma once
#include "ui/choix/trio_words.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace ui {

class WeightSlider;

/// « Et si… » : weights that are tried, and what the draws say of the choice. Nothing is written.
class WhatIfPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit WhatIfPanel(QWidget* parent = nullptr);

    /// The weights of the model, from which one tries others.
    void setModelWeights(const assessment::Weights& weights);
    const assessment::Weights& tried() const { return m_tried; }
    bool isTrying() const { return !(m_tried == m_model); }
    void showTipping(const QString& sentence, const assessment::Robustness* found);
    int seed() const;
    /// What was done with the weights proposed.
    void tellProposed(const QString& sentence, bool done);

Q_SIGNALS:
    void weightsTried();
    void drawsAsked();
    void weightsProposed(const QString& name);

private:
    void addGroup(QBoxLayout* column, const QString& title, const QStringList& codes, bool ofTrio);
    void addDraws(QBoxLayout* column);
    void addProposal(QBoxLayout* column);
    void moved(size_t slider);
    void showWeights();
    void restore();

    struct Row
    {
        QString code;
        bool ofTrio = false;
        WeightSlider* slider = nullptr;
        QLabel* value = nullptr;
    };
    static double& weightIn(assessment::Weights& weights, const Row& row);
    std::vector<Row> m_rows;
    assessment::Weights m_model, m_tried;
    QLabel *m_total, *m_tipping, *m_draws, *m_proposed;
    QPushButton *m_restore, *m_propose;
    QLineEdit* m_name;
    QSpinBox* m_seed;
};

} // namespace ui
