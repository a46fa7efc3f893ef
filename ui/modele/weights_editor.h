#pragma once
#include "workflow/model_editing.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QDoubleSpinBox;
class QGridLayout;
class QLabel;
class QLineEdit;

namespace ui {

class ShareBar;

/// What one stakeholder says of the weights: by a method, with what results from it as it is given.
class WeightsEditor final : public QWidget
{
    Q_OBJECT
public:
    WeightsEditor(QStringList dimensions, const workflow::Stakeholder& stakeholder,
                  QWidget* parent = nullptr);

    const workflow::Stakeholder& stakeholder() const { return m_stakeholder; }
    /// What was written elsewhere, or undone.
    void follow(const workflow::Stakeholder& stakeholder);
    /// Stores at once what waits to be stored.
    void flush();

Q_SIGNALS:
    void changed(const workflow::Stakeholder& stakeholder);
    void removeAsked(const QString& id);

private:
    QWidget* buildHead();
    QWidget* buildResults();
    void changeMethod();
    void buildInputs();
    void addPoints(int dimension, double largest);
    void addRank(int dimension);
    void addPair(size_t input, int row, int column);
    QDoubleSpinBox* numberField(int dimension, double smallest, double largest, int decimals);
    void setInput(size_t input, double value);
    void showResult();
    QString advice(const workflow::WeightsGiven& given) const;
    void touch();

    QStringList m_dimensions;
    workflow::Stakeholder m_stakeholder;
    QTimer m_storing;
    QLineEdit* m_name;
    QComboBox* m_method;
    QDoubleSpinBox* m_influence;
    QLabel *m_hint, *m_advice;
    QWidget* m_inputs = nullptr;
    QGridLayout* m_grid = nullptr;
    std::vector<std::pair<ShareBar*, QLabel*>> m_results;
};

/// "3 fois", "autant": a judgement in words, the left-hand dimension compared with the other.
QString judgementWords(const QString& left, const QString& right, double judgement);

} // namespace ui
