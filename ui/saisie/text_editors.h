#pragma once
#include "ui/saisie/answer_editor.h"

class QAction;
class QLineEdit;
class QPlainTextEdit;

namespace ui {

/// One line: text, number, date or hour, kept as the reader writes it and stored as XForms text. A date has a
/// calendar (Alt+Bas).
class LineEditor final : public TypedEditor
{
    Q_OBJECT
public:
    explicit LineEditor(const questionnaire::Question& question, QWidget* parent = nullptr);

    void show(const questionnaire::Answer& answer) override;
    questionnaire::Answer answer() const override;
    bool setWrong(bool wrong) override;
    void setReadOnly(bool readOnly) override;
    QWidget* focusTarget() override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    enum class Shape : quint8 { Plain, Month, Year, Spaced };
    void fitTo(const questionnaire::Question& question);
    void addUnit(const QString& unit);
    QString typedText(const QString& stored) const;
    QString storedText(const QString& typed) const;
    void takeDay(const QDate& day);

    questionnaire::QuestionType m_type;
    Shape m_shape = Shape::Plain;
    QLineEdit* m_line;
    QAction* m_calendar = nullptr;
};

/// Several lines, for long answers. Enter goes on, Shift+Enter breaks the line.
class LongTextEditor final : public TypedEditor
{
    Q_OBJECT
public:
    explicit LongTextEditor(const questionnaire::Question& question, QWidget* parent = nullptr);

    void show(const questionnaire::Answer& answer) override;
    questionnaire::Answer answer() const override;
    bool setWrong(bool wrong) override;
    void setReadOnly(bool readOnly) override;
    bool wantsWidth() const override { return true; }
    QWidget* focusTarget() override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QPlainTextEdit* m_text;
};

} // namespace ui
