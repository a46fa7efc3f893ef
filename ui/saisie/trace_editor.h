#pragma once
#include "ui/saisie/answer_editor.h"

class QLabel;
class QPushButton;
class QTableWidget;

namespace ui {

/// The points of a line or of a polygon in a small table: typed one after the other, pasted as lines from a
/// device or a spreadsheet, removed. A polygon closes by itself; under the table, the count and the measure.
class TraceEditor final : public TypedEditor
{
    Q_OBJECT
public:
    explicit TraceEditor(const questionnaire::Question& question, QWidget* parent = nullptr);

    void show(const questionnaire::Answer& answer) override;
    questionnaire::Answer answer() const override;
    void setReadOnly(bool readOnly) override;
    QWidget* focusTarget() override;
    /// Adds the points of these lines where one stands; lines that are none are told.
    void paste(const QString& lines);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildTable(const QString& name);
    void setPoint(int row, const QString& stored);
    void insertPoint(int row, const QString& stored);
    /// What a line says, as a stored point; as it is written when it is no point; empty when nothing is
    /// there.
    QString pointAt(int row) const;
    QStringList points() const;
    void takeEdit(int row, int column);
    void goOn();
    void goTo(int row, int column);
    void removePoints();
    void keepBlankRow();
    void tell(const QString& about = {});
    bool hearTable(const QKeyEvent& key);

    bool m_polygon;
    bool m_filling = false;
    QTableWidget* m_table;
    QPushButton *m_paste, *m_remove;
    QLabel* m_note;
};

} // namespace ui
