#pragma once
#include "exchange/values/submission.h"
#include "questionnaire/values/form.h"

#include <QAbstractTableModel>
#include <QStyledItemDelegate>

namespace ui {

/// Columns of a file of submissions and the question each answers: those nobody recognised first. Columns of
/// the server and split choices are not shown: there is nothing to decide of them.
class SubmissionColumnsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Header, Question, Why, Sheet, ColumnCount };
    enum Role { TableRole = Qt::UserRole, CodeRole, UnknownRole };

    SubmissionColumnsModel(const questionnaire::Form& form, QObject* parent);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;

    void show(const exchange::SubmissionMapping& mapping, const std::vector<QStringList>& questions);
    int unknown() const { return m_unknown; }
    /// Codes that a row's column may be given.
    QStringList questionsOf(const QModelIndex& index) const;
    QString words(const QString& code) const;

Q_SIGNALS:
    /// "sheet!header" and the code chosen, empty to leave the column out.
    void chosen(const QString& column, const QString& question);

private:
    struct Row
    {
        exchange::SubmissionColumn column;
        size_t table = 0;
        bool unknown = false;
    };
    const questionnaire::Form& m_form;
    std::vector<Row> m_rows;
    std::vector<QStringList> m_questions;
    int m_unknown = 0;
};

/// A list of questions that narrows as one types.
class QuestionDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override;
};

} // namespace ui
