#pragma once
#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <functional>
#include <unordered_map>

struct sqlite3;
struct sqlite3_stmt;

namespace dossier::sqlite {

class Database;

/// One run of a prepared statement, from the cache of its database. Parameters count from 1, columns from 0.
class Query
{
public:
    Query(Database& database, const char* sql);
    ~Query();
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;

    Query& bind(int index, qint64 value);
    Query& bind(int index, int value) { return bind(index, static_cast<qint64>(value)); }
    Query& bind(int index, double value);
    Query& bind(int index, const QString& text);
    Query& bindBlob(int index, const QByteArray& bytes);
    Query& bindNull(int index);
    /// A UUID is stored as its 16 bytes, any other id as text.
    Query& bindId(int index, const QString& id);

    /// True while there is a row.
    bool next();
    /// Runs a statement that returns nothing, and makes it ready to run again.
    void run();
    void reset();

    qint64 integer(int column) const;
    int number(int column) const { return static_cast<int>(integer(column)); }
    double real(int column) const;
    QString text(int column) const;
    QString id(int column) const;
    bool isNull(int column) const;

private:
    Database& m_database;
    sqlite3_stmt* m_statement;
};

/// In-memory database: nothing of it ever reaches a disk.
class Database
{
public:
    Database();
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    void execute(const char* sql);
    qint64 lastId() const;
    int changes() const;

    /// Passes the whole database as one image; `load` takes over such an image.
    void withImage(const std::function<void(QByteArrayView)>& use);
    class ImageBuffer;
    void load(ImageBuffer&& image);
    /// Back to an empty database.
    void clear();
    /// True if the engine finds its own structures sound.
    bool isSound();

private:
    friend class Query;
    void open();
    void release() noexcept;
    void settle();
    [[noreturn]] void fail(int result) const;
    sqlite3_stmt* statement(const char* sql);

    sqlite3* m_handle = nullptr;
    std::unordered_map<const char*, sqlite3_stmt*> m_statements; ///< by the address of the literal
};

/// Memory of the engine's own allocator for an image of known size, filled piece by piece.
class Database::ImageBuffer
{
public:
    explicit ImageBuffer(qint64 size);
    ~ImageBuffer();
    ImageBuffer(ImageBuffer&& other) noexcept;
    ImageBuffer& operator=(ImageBuffer&& other) noexcept;

    /// False when the piece does not fit.
    bool append(QByteArrayView piece);
    bool isComplete() const { return m_filled == m_size; }

private:
    friend class Database;
    unsigned char* m_bytes;
    qint64 m_size, m_filled = 0;
};

} // namespace dossier::sqlite
