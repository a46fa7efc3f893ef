#include "ui/acteurs/submission_columns_model.h"

#include <QComboBox>
#include <QCompleter>
#include <QFont>
#include <QLineEdit>
#include <QTimer>

namespace ui {
namespace {

using exchange::ColumnUse;
using exchange::SubmissionColumn;

/// A column of which there is something to decide, or to know.
bool isShown(const SubmissionColumn& column)
{
    if (column.why == u"adjusted") return true;
    if (column.use == ColumnUse::Unknown) return column.filled;
    return column.use == ColumnUse::Answer;
}

QString reason(const QString& why)
{
    static const QHash<QString, const char*> words{
        {QStringLiteral("name"), QT_TRANSLATE_NOOP("ui::SubmissionColumnsModel", "par son nom")},
        {QStringLiteral("path"),
         QT_TRANSLATE_NOOP("ui::SubmissionColumnsModel", "par son nom et son groupe")},
        {QStringLiteral("label"), QT_TRANSLATE_NOOP("ui::SubmissionColumnsModel", "par son libellé")},
        {QStringLiteral("adjusted"), QT_TRANSLATE_NOOP("ui::SubmissionColumnsModel", "choisie par vous")},
        {QStringLiteral("unknown"),
         QT_TRANSLATE_NOOP("ui::SubmissionColumnsModel", "aucune question de ce nom")},
        {QStringLiteral("ambiguous"),
         QT_TRANSLATE_NOOP("ui::SubmissionColumnsModel", "plusieurs questions ont ce libellé")},
        {QStringLiteral("elsewhere"),
         QT_TRANSLATE_NOOP("ui::SubmissionColumnsModel", "question d’un autre groupe")},
        {QStringLiteral("repeated"), QT_TRANSLATE_NOOP("ui::SubmissionColumnsModel", "colonne en double")},
        {QStringLiteral("unknown_table"),
         QT_TRANSLATE_NOOP("ui::SubmissionColumnsModel", "feuille d’aucun groupe répété")}};
    const char* found = words.value(why, nullptr);
    return found ? SubmissionColumnsModel::tr(found) : why;
}

} // namespace

SubmissionColumnsModel::SubmissionColumnsModel(const questionnaire::Form& form, QObject* parent)
    : QAbstractTableModel(parent), m_form(form)
{
}

void SubmissionColumnsModel::show(const exchange::SubmissionMapping& mapping,
                                  const std::vector<QStringList>& questions)
{
    beginResetModel();
    m_rows.clear();
    m_questions = questions;
    m_unknown = 0;
    for (size_t t = 0; t < mapping.tables.size(); ++t)
        for (const SubmissionColumn& column : mapping.tables[t])
            if (isShown(column)) m_rows.push_back({column, t, column.use == ColumnUse::Unknown});
    std::stable_sort(m_rows.begin(), m_rows.end(), [](const Row& a, const Row& b) {
        const auto rank = [](const Row& row) {
            return row.unknown ? 0 : row.column.why == u"adjusted" ? 1 : 2;
        };
        return rank(a) < rank(b);
    });
    for (const Row& row : m_rows)
        m_unknown += row.unknown ? 1 : 0;
    endResetModel();
}

int SubmissionColumnsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int SubmissionColumnsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString SubmissionColumnsModel::words(const QString& code) const
{
    const questionnaire::Question* question = m_form.question(code);
    return question ? tr("%1 – %2").arg(question->label.simplified(), code) : code;
}

QVariant SubmissionColumnsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const Row& row = m_rows[static_cast<size_t>(index.row())];
    const SubmissionColumn& column = row.column;
    if (role == TableRole) return static_cast<int>(row.table);
    if (role == CodeRole || (role == Qt::EditRole && index.column() == Question)) return column.question;
    if (role == UnknownRole) return row.unknown;
    if (role == Qt::FontRole && row.unknown && index.column() == Header) {
        QFont font;
        font.setBold(true);
        return font;
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) return {};
    switch (index.column()) {
    case Header:
        return column.header;
    case Question:
        return column.question.isEmpty() ? tr("laissée de côté") : words(column.question);
    case Why:
        return reason(column.why);
    default:
        return column.table;
    }
}

QVariant SubmissionColumnsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
    case Header:
        return tr("Colonne du fichier");
    case Question:
        return tr("Question");
    case Why:
        return tr("Reconnue");
    default:
        return tr("Feuille");
    }
}

Qt::ItemFlags SubmissionColumnsModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags common = QAbstractTableModel::flags(index);
    return index.column() == Question ? common | Qt::ItemIsEditable : common;
}

bool SubmissionColumnsModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::EditRole || index.column() != Question) return false;
    Row& row = m_rows[static_cast<size_t>(index.row())];
    const QString code = value.toString();
    if (row.column.question == code && !row.unknown) return false;
    row.column.question = code;
    row.column.why = QStringLiteral("adjusted");
    Q_EMIT dataChanged(index.siblingAtColumn(0), index.siblingAtColumn(ColumnCount - 1));
    Q_EMIT chosen(row.column.table + u'!' + row.column.header, code);
    return true;
}

QStringList SubmissionColumnsModel::questionsOf(const QModelIndex& index) const
{
    const size_t table = m_rows[static_cast<size_t>(index.row())].table;
    return table < m_questions.size() ? m_questions[table] : QStringList();
}

QWidget* QuestionDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&,
                                        const QModelIndex& index) const
{
    const auto* model = qobject_cast<const SubmissionColumnsModel*>(index.model());
    if (!model) return nullptr;
    auto* box = new QComboBox(parent);
    box->addItem(SubmissionColumnsModel::tr("laissée de côté"), QString());
    for (const QString& code : model->questionsOf(index))
        box->addItem(model->words(code), code);
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
    box->completer()->setFilterMode(Qt::MatchContains);
    box->completer()->setCompletionMode(QCompleter::PopupCompletion);
    box->setAccessibleName(SubmissionColumnsModel::tr("Question de la colonne"));
    return box;
}

void QuestionDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const
{
    auto* box = static_cast<QComboBox*>(editor);
    box->setCurrentIndex(std::max(0, box->findData(index.data(SubmissionColumnsModel::CodeRole))));
    QTimer::singleShot(0, box, [box] { box->lineEdit()->selectAll(); }); // typing replaces what is there
}

void QuestionDelegate::setModelData(QWidget* editor, QAbstractItemModel* model,
                                    const QModelIndex& index) const
{
    auto* box = static_cast<QComboBox*>(editor);
    const int found = box->findText(box->currentText(), Qt::MatchFixedString);
    if (found >= 0) model->setData(index, box->itemData(found));
}

} // namespace ui
