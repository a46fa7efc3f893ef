#pragma once
#include "dossier/dossier.h"
#include "dossier/sqlite/names.h"

#include <QMap>

namespace dossier::sqlite {

/// Head of one register.
struct Cell
{
    int field = 0;
    questionnaire::AnswerState state = questionnaire::AnswerState::Value;
    QString value;
    qint64 changed = 0;
    int author = 0;
    int replica = 0;
    qint64 sequence = 0;
};

/// A record, one of its passages, or a row, with the cells it holds.
struct Node
{
    qint64 id = 0, parent = 0;
    QString uid, rank;
    int type = 0, label = 0;
    qint64 created = 0;
    int logical = 0;
    bool deleted = false;    ///< itself or what it hangs from
    std::vector<Cell> cells; ///< by field; several for one field are a conflict
};

/// Everything that belongs to one record, in order of creation.
using RecordTree = std::vector<Node>;

/// A value as operations write it: with its state before it for an answer.
QString wireValue(const QString& field, questionnaire::AnswerState state, const QString& value);

/// Reads records as trees, and trees as the values the program works on.
class RecordReader
{
public:
    RecordReader(Database& database, const Names& names) : m_database(database), m_names(names) {}

    RecordTree read(qint64 record) const;
    questionnaire::RecordAnswers answers(const RecordTree& tree) const;
    QHash<QString, AnswerNote> notes(const RecordTree& tree) const;
    /// What is shown in every register that says something, by the field that history shows, and "1" for each
    /// row and passage: "REPEAT@uid", "passage@uid".
    QMap<QString, QString> shownValues(const RecordTree& tree) const;
    /// The head shown of a register: the latest, the same on every replica. `next` is set past its heads.
    const Cell& winner(const std::vector<Cell>& cells, size_t first, size_t& next) const;

private:
    void readCells(Node& node) const;
    void fill(questionnaire::Answers& answers, const Node& node) const;
    const QString& code(int field, QChar kind) const;

    Database& m_database;
    const Names& m_names;
    mutable std::vector<QString> m_codes; ///< by field number: "q:CODE" without its prefix
};

} // namespace dossier::sqlite
