#pragma once
#include "ui/saisie/entry_session.h"

#include <QAbstractTableModel>

namespace ui {

/// Rows of a repeat as a table: one column per question, values in words.
class RepeatModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role { StoredRole = Qt::UserRole, ProblemRole };

    /// The short form shows its own columns only.
    RepeatModel(EntrySession& session, const questionnaire::Question& repeat, bool shortForm,
                QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;

    void reload();
    const questionnaire::Question& question(int column) const;
    questionnaire::FieldPath path(const QModelIndex& index) const;
    QString uid(int row) const { return m_rows.value(row); }

private:
    EntrySession& m_session;
    const questionnaire::Question& m_repeat;
    std::vector<const questionnaire::Question*> m_columns;
    QStringList m_rows;
};

} // namespace ui
