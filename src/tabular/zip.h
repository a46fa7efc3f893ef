#pragma once
#include <QByteArray>
#include <QHash>
#include <QStringList>

#include <memory>

namespace tabular {

/// Bounds against hostile packages, checked on the directory before anything is decompressed.
struct ZipLimits
{
    int entries = 10'000;
    qint64 entry = qint64(128) << 20;    ///< uncompressed bytes of one entry
    qint64 total = qint64(256) << 20;    ///< uncompressed bytes of all
    double ratio = 150;                  ///< compression beyond which…
    qint64 ratioFrom = qint64(16) << 20; ///< …an entry larger than this is refused
};

/// A ZIP package, read entry by entry. Refuses what is not a package, is encrypted, names an entry
/// twice, leaves its folder (absolute or with ".."), or exceeds the limits: base::Error Malformed or
/// LimitExceeded.
class ZipReader
{
public:
    explicit ZipReader(const QByteArray& bytes, const ZipLimits& limits = {});
    /// Leaves the package on the disk, and reads of it what is asked.
    static ZipReader fromFile(const QString& path, const ZipLimits& limits = {});
    ZipReader(ZipReader&&) noexcept;
    ~ZipReader();

    /// Files, in the order of the package; folders are left out.
    const QStringList& names() const { return m_names; }
    bool contains(const QString& name) const { return m_indexes.contains(name); }
    /// Content of an entry; throws NotFound, or Malformed when it is damaged.
    QByteArray read(const QString& name) const;
    /// Uncompressed bytes that the directory announces; 0 without that entry.
    qint64 size(const QString& name) const;

private:
    struct Private;
    explicit ZipReader(std::unique_ptr<Private> d);
    void readDirectory(const ZipLimits& limits);

    std::unique_ptr<Private> m_d;
    QStringList m_names;
    QHash<QString, quint64> m_indexes;
};

/// Builds a package whose bytes depend only on what is added, in the order of adding: fixed times and
/// attributes.
class ZipWriter
{
public:
    ZipWriter();
    ~ZipWriter();

    /// `stored` leaves the content uncompressed (images are already).
    void add(const QString& name, const QByteArray& content, bool stored = false);
    QByteArray finish();

private:
    struct Private;
    std::unique_ptr<Private> m_d;
};

} // namespace tabular
