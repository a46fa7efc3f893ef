#pragma once
#include "ui/saisie/answer_editor.h"

#include <functional>

class QLabel;
class QLineEdit;

namespace ui {

/// A point typed or pasted, in decimal degrees or in degrees, minutes and seconds; under it, as it was
/// understood, with the province it falls in.
class PointEditor final : public TypedEditor
{
    Q_OBJECT
public:
    /// Name of a province by its code.
    using ProvinceName = std::function<QString(const QString& code)>;
    PointEditor(const questionnaire::Question& question, ProvinceName provinceName,
                QWidget* parent = nullptr);

    void show(const questionnaire::Answer& answer) override;
    questionnaire::Answer answer() const override;
    bool setWrong(bool wrong) override;
    void setReadOnly(bool readOnly) override;
    QWidget* focusTarget() override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void tellReading();
    ProvinceName m_provinceName;
    QLineEdit* m_line;
    QLabel* m_reading;
};

} // namespace ui
