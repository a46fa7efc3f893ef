#include "dossier/sqlite/database.h"

#include "base/error.h"

#include <QUuid>

#include <cassert>
#include <cstring>
#include <memory>
#include <sqlite3.h>
#include <utility>

using base::Error;
using base::ErrorCode;

namespace dossier::sqlite {
namespace {

constexpr qint64 MaximumImage = qint64(16) << 30;

} // namespace

Query::Query(Database& database, const char* sql) : m_database(database), m_statement(database.statement(sql))
{
    assert(!sqlite3_stmt_busy(m_statement));
}

Query::~Query()
{
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
}

Query& Query::bind(int index, qint64 value)
{
    sqlite3_bind_int64(m_statement, index, value);
    return *this;
}

Query& Query::bind(int index, double value)
{
    sqlite3_bind_double(m_statement, index, value);
    return *this;
}

Query& Query::bind(int index, const QString& text)
{
    const QByteArray bytes = text.toUtf8();
    sqlite3_bind_text64(m_statement, index, bytes.constData(), static_cast<sqlite3_uint64>(bytes.size()),
                        SQLITE_TRANSIENT, SQLITE_UTF8);
    return *this;
}

Query& Query::bindBlob(int index, const QByteArray& bytes)
{
    sqlite3_bind_blob64(m_statement, index, bytes.constData(), static_cast<sqlite3_uint64>(bytes.size()),
                        SQLITE_TRANSIENT);
    return *this;
}

Query& Query::bindNull(int index)
{
    sqlite3_bind_null(m_statement, index);
    return *this;
}

Query& Query::bindId(int index, const QString& id)
{
    if (id.size() == 36) {
        const QUuid uuid = QUuid::fromString(id);
        if (!uuid.isNull() && uuid.toString(QUuid::WithoutBraces) == id)
            return bindBlob(index, uuid.toRfc4122());
    }
    return bind(index, id);
}

bool Query::next()
{
    const int result = sqlite3_step(m_statement);
    if (result == SQLITE_ROW) return true;
    if (result != SQLITE_DONE) m_database.fail(result);
    return false;
}

void Query::run()
{
    while (next()) {
    }
    reset();
}

void Query::reset()
{
    sqlite3_reset(m_statement);
}

qint64 Query::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

double Query::real(int column) const
{
    return sqlite3_column_double(m_statement, column);
}

QString Query::text(int column) const
{
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
    return QString::fromUtf8(bytes, sqlite3_column_bytes(m_statement, column));
}

QString Query::id(int column) const
{
    if (sqlite3_column_type(m_statement, column) != SQLITE_BLOB) return text(column);
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(m_statement, column));
    return QUuid::fromRfc4122(QByteArrayView(bytes, sqlite3_column_bytes(m_statement, column)))
        .toString(QUuid::WithoutBraces);
}

bool Query::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

Database::Database()
{
    open();
}

Database::~Database()
{
    release();
}

void Database::clear()
{
    release();
    open();
}

void Database::open()
{
    const int result = sqlite3_open_v2(
        ":memory:", &m_handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
    if (result != SQLITE_OK) {
        release();
        throw Error(ErrorCode::Internal, QStringLiteral("SQLite cannot open an in-memory database"));
    }
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    settle();
}

void Database::release() noexcept
{
    for (const auto& [sql, statement] : m_statements)
        sqlite3_finalize(statement);
    m_statements.clear();
    sqlite3_close_v2(std::exchange(m_handle, nullptr));
}

/// What must hold for a fresh database and again for a loaded one.
void Database::settle()
{
    execute("PRAGMA temp_store=MEMORY");
    execute("PRAGMA journal_mode=MEMORY");
    execute("PRAGMA synchronous=OFF");
    execute("PRAGMA cell_size_check=ON");
    execute("PRAGMA cache_size=-16384");
}

void Database::execute(const char* sql)
{
    const int result = sqlite3_exec(m_handle, sql, nullptr, nullptr, nullptr);
    if (result != SQLITE_OK) fail(result);
}

qint64 Database::lastId() const
{
    return sqlite3_last_insert_rowid(m_handle);
}

int Database::changes() const
{
    return sqlite3_changes(m_handle);
}

void Database::withImage(const std::function<void(QByteArrayView)>& use)
{
    sqlite3_int64 size = 0;
    // A database that was loaded can be read in place; a fresh one is copied page by page.
    const unsigned char* inPlace = sqlite3_serialize(m_handle, "main", &size, SQLITE_SERIALIZE_NOCOPY);
    if (inPlace) return use({reinterpret_cast<const char*>(inPlace), size});
    const std::unique_ptr<unsigned char, decltype(&sqlite3_free)> copy(
        sqlite3_serialize(m_handle, "main", &size, 0), &sqlite3_free);
    if (!copy) throw Error(ErrorCode::Internal, QStringLiteral("SQLite cannot serialise"));
    use({reinterpret_cast<const char*>(copy.get()), size});
}

void Database::load(ImageBuffer&& image)
{
    assert(image.isComplete());
    for (const auto& [sql, statement] : m_statements)
        sqlite3_finalize(statement);
    m_statements.clear();
    unsigned char* bytes = std::exchange(image.m_bytes, nullptr); // freed by SQLite even on failure
    const int result = sqlite3_deserialize(m_handle, "main", bytes, image.m_size, image.m_size,
                                           SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE);
    if (result != SQLITE_OK) fail(result);
    sqlite3_int64 limit = MaximumImage;
    sqlite3_file_control(m_handle, "main", SQLITE_FCNTL_SIZE_LIMIT, &limit);
    settle();
}

bool Database::isSound()
{
    Query query(*this, "PRAGMA quick_check(1)");
    return query.next() && query.text(0) == QStringLiteral("ok");
}

void Database::fail(int result) const
{
    const bool memory = result == SQLITE_NOMEM || result == SQLITE_FULL || result == SQLITE_TOOBIG;
    const bool damaged = result == SQLITE_CORRUPT || result == SQLITE_NOTADB;
    throw Error(memory    ? ErrorCode::LimitExceeded
                : damaged ? ErrorCode::Damaged
                          : ErrorCode::Internal,
                QStringLiteral("SQLite: ") + QString::fromUtf8(sqlite3_errmsg(m_handle)));
}

sqlite3_stmt* Database::statement(const char* sql)
{
    sqlite3_stmt*& statement = m_statements[sql];
    if (!statement) {
        const int result =
            sqlite3_prepare_v3(m_handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
        if (result != SQLITE_OK) fail(result);
    }
    return statement;
}

Database::ImageBuffer::ImageBuffer(qint64 size) : m_size(size)
{
    if (size <= 0 || size > MaximumImage)
        throw Error(ErrorCode::Damaged, QStringLiteral("impossible table size"));
    m_bytes = static_cast<unsigned char*>(sqlite3_malloc64(static_cast<sqlite3_uint64>(size)));
    if (!m_bytes) throw Error(ErrorCode::LimitExceeded, QStringLiteral("not enough memory for the tables"));
}

Database::ImageBuffer::~ImageBuffer()
{
    sqlite3_free(m_bytes);
}

Database::ImageBuffer::ImageBuffer(ImageBuffer&& other) noexcept
    : m_bytes(std::exchange(other.m_bytes, nullptr)), m_size(other.m_size), m_filled(other.m_filled)
{
}

Database::ImageBuffer& Database::ImageBuffer::operator=(ImageBuffer&& other) noexcept
{
    std::swap(m_bytes, other.m_bytes);
    std::swap(m_size, other.m_size);
    std::swap(m_filled, other.m_filled);
    return *this;
}

bool Database::ImageBuffer::append(QByteArrayView piece)
{
    if (piece.size() > m_size - m_filled) return false;
    std::memcpy(m_bytes + m_filled, piece.data(), static_cast<size_t>(piece.size()));
    m_filled += piece.size();
    return true;
}

} // namespace dossier::sqlite
