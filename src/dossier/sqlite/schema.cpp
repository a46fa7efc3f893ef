#include "dossier/sqlite/schema.h"

#include <QStringList>

namespace dossier::sqlite {
namespace {

// name: texts said many times (fields, authors, replicas, types, repeats); searchable: a field that was seen
// holding free text. entity.record: the record it belongs to, itself for a record, 0 for the study's own;
// replica, sequence: the operation that created it; number: shown, wanted: asked by its creation;
// deleted: 1 deleted, 2 kept because an edit had not been seen by the delete. cell: heads of the registers;
// several rows for one (entity, field) are a conflict; entity below 0: of the fact of that number, whose only
// register says whether it is deleted. record: what lists show, derived from the cells. touched: chunks of
// the journal that speak of a record. redacted: operations without value for ever.
constexpr const char* Schema = R"(
CREATE TABLE name(id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE, searchable INTEGER NOT NULL DEFAULT 0);
CREATE TABLE entity(id INTEGER PRIMARY KEY, uid NOT NULL, type INTEGER NOT NULL, parent INTEGER NOT NULL,
    record INTEGER NOT NULL, label INTEGER NOT NULL, rank TEXT NOT NULL, created INTEGER NOT NULL,
    logical INTEGER NOT NULL, replica INTEGER NOT NULL, sequence INTEGER NOT NULL, wanted INTEGER NOT NULL,
    number INTEGER, deleted INTEGER NOT NULL DEFAULT 0, UNIQUE(uid, type));
CREATE INDEX entity_record ON entity(record);
CREATE UNIQUE INDEX entity_number ON entity(number) WHERE number IS NOT NULL;
CREATE TABLE cell(entity INTEGER NOT NULL, field INTEGER NOT NULL, replica INTEGER NOT NULL,
    sequence INTEGER NOT NULL, state INTEGER NOT NULL, value TEXT NOT NULL, changed INTEGER NOT NULL,
    author INTEGER NOT NULL, PRIMARY KEY(entity, field, replica, sequence)) WITHOUT ROWID;
CREATE TABLE record(id INTEGER PRIMARY KEY, uid NOT NULL, number INTEGER NOT NULL, name_fr TEXT NOT NULL,
    name_ar TEXT NOT NULL, acronym TEXT NOT NULL, category TEXT NOT NULL, legal_status TEXT NOT NULL,
    province TEXT NOT NULL, offer_shelter TEXT NOT NULL, offer_medical TEXT NOT NULL,
    offer_psychosocial TEXT NOT NULL, offer_legal TEXT NOT NULL, status TEXT NOT NULL, mode TEXT NOT NULL,
    completeness REAL NOT NULL, decision TEXT NOT NULL, updated INTEGER NOT NULL, folded TEXT NOT NULL);
CREATE TABLE evidence(record INTEGER NOT NULL, indicator INTEGER NOT NULL, level INTEGER NOT NULL,
    PRIMARY KEY(record, indicator)) WITHOUT ROWID;
CREATE TABLE fact(id INTEGER PRIMARY KEY, uid NOT NULL, record INTEGER NOT NULL, source INTEGER NOT NULL,
    field INTEGER NOT NULL, value TEXT NOT NULL, replica INTEGER NOT NULL, sequence INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0);
CREATE INDEX fact_record ON fact(record);
CREATE TABLE touched(record INTEGER NOT NULL, chunk INTEGER NOT NULL, PRIMARY KEY(record, chunk)) WITHOUT ROWID;
CREATE TABLE redacted(replica INTEGER NOT NULL, sequence INTEGER NOT NULL, PRIMARY KEY(replica, sequence))
    WITHOUT ROWID;
CREATE TABLE frozen(id INTEGER PRIMARY KEY, replica INTEGER NOT NULL, sequence INTEGER NOT NULL,
    author INTEGER NOT NULL, time INTEGER NOT NULL, label TEXT NOT NULL, value TEXT NOT NULL);
CREATE VIRTUAL TABLE search USING fts5(body, detail=none, columnsize=0,
    tokenize="unicode61 remove_diacritics 0");
)";

QStringList tablesOf(Database& database)
{
    QStringList out;
    Query query(database, "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema ORDER BY name");
    while (query.next())
        out << query.text(0) + u'\t' + query.text(1) + u'\t' + query.text(2) + u'\t' + query.text(3);
    return out;
}

} // namespace

void createTables(Database& database)
{
    database.execute(Schema);
}

bool hasExpectedTables(Database& database)
{
    Database model;
    createTables(model);
    return tablesOf(database) == tablesOf(model);
}

} // namespace dossier::sqlite
