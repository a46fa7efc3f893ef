#include "tabular/zip.h"

#include "base/error.h"

#include <QFile>

#include <vector>
#include <zip.h>

namespace tabular {
namespace {

using base::Error;
using base::ErrorCode;

[[noreturn]] void malformed(const QString& detail)
{
    throw Error(ErrorCode::Malformed, detail);
}

QString textOf(zip_error_t* error)
{
    return QString::fromUtf8(zip_error_strerror(error));
}

bool leavesItsFolder(const QString& name)
{
    if (name.startsWith(u'/') || name.contains(u'\\') || name.contains(u'\0')) return true;
    if (name.size() > 1 && name[1] == u':') return true;
    const QStringList parts = name.split(u'/');
    return parts.contains(QStringLiteral("..")) || parts.contains(QStringLiteral("."));
}

void checkEntry(const zip_stat_t& stat, const QString& name, const ZipLimits& limits)
{
    constexpr zip_uint64_t needed = ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE;
    if ((stat.valid & needed) != needed || name.isEmpty())
        malformed(QStringLiteral("ZIP entry without name or size"));
    if (leavesItsFolder(name)) malformed(QStringLiteral("ZIP entry outside its folder: ") + name);
    if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) && stat.encryption_method != ZIP_EM_NONE)
        malformed(QStringLiteral("encrypted ZIP entry: ") + name);
    if (stat.size > static_cast<zip_uint64_t>(limits.entry))
        throw Error(ErrorCode::LimitExceeded,
                    QStringLiteral("ZIP entry of %1 bytes: ").arg(stat.size) + name);
    const double ratio =
        static_cast<double>(stat.size) / static_cast<double>(std::max<zip_uint64_t>(stat.comp_size, 1));
    if (stat.size > static_cast<zip_uint64_t>(limits.ratioFrom) && ratio > limits.ratio)
        throw Error(ErrorCode::LimitExceeded,
                    QStringLiteral("ZIP entry compressed %1 times: ").arg(ratio, 0, 'f', 0) + name);
}

} // namespace

struct ZipReader::Private
{
    QByteArray bytes; // libzip reads from it for as long as the archive is open
    zip_t* archive = nullptr;
    ~Private()
    {
        if (archive) zip_discard(archive);
    }

    template <class Make> void open(Make makeSource)
    {
        zip_error_t error;
        zip_error_init(&error);
        zip_source_t* source = makeSource(&error);
        if (source) archive = zip_open_from_source(source, ZIP_RDONLY, &error);
        const QString detail = textOf(&error);
        zip_error_fini(&error);
        if (archive) return;
        if (source) zip_source_free(source);
        malformed(QStringLiteral("damaged ZIP package: ") + detail);
    }
};

ZipReader::ZipReader(std::unique_ptr<Private> d) : m_d(std::move(d)) {}

ZipReader::ZipReader(const QByteArray& bytes, const ZipLimits& limits) : m_d(std::make_unique<Private>())
{
    if (!bytes.startsWith("PK")) malformed(QStringLiteral("not a ZIP package"));
    m_d->bytes = bytes;
    m_d->open([&](zip_error_t* error) {
        return zip_source_buffer_create(m_d->bytes.constData(), static_cast<zip_uint64_t>(m_d->bytes.size()),
                                        0, error);
    });
    readDirectory(limits);
}

ZipReader ZipReader::fromFile(const QString& path, const ZipLimits& limits)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw Error(file.exists() ? ErrorCode::AccessDenied : ErrorCode::NotFound, file.errorString(), path);
    if (file.read(2) != "PK") throw Error(ErrorCode::Malformed, QStringLiteral("not a ZIP package"), path);
    ZipReader reader(std::make_unique<Private>());
    reader.m_d->open([&](zip_error_t* error) {
        return zip_source_file_create(QFile::encodeName(path).constData(), 0, -1, error);
    });
    reader.readDirectory(limits);
    return reader;
}

ZipReader::ZipReader(ZipReader&&) noexcept = default;
ZipReader::~ZipReader() = default;

void ZipReader::readDirectory(const ZipLimits& limits)
{
    const zip_int64_t count = zip_get_num_entries(m_d->archive, 0);
    if (count > limits.entries)
        throw Error(ErrorCode::LimitExceeded, QStringLiteral("ZIP package of %1 entries").arg(count));
    qint64 total = 0;
    for (zip_uint64_t i = 0; i < static_cast<zip_uint64_t>(count); ++i) {
        zip_stat_t stat;
        zip_stat_init(&stat);
        if (zip_stat_index(m_d->archive, i, 0, &stat) != 0)
            malformed(QStringLiteral("damaged ZIP directory"));
        const QString name = QString::fromUtf8(stat.name);
        checkEntry(stat, name, limits);
        total += static_cast<qint64>(stat.size);
        if (total > limits.total)
            throw Error(ErrorCode::LimitExceeded, QStringLiteral("ZIP package too large once opened"));
        if (name.endsWith(u'/')) continue;
        if (m_indexes.contains(name)) malformed(QStringLiteral("ZIP entry twice: ") + name);
        m_indexes.insert(name, i);
        m_names << name;
    }
}

qint64 ZipReader::size(const QString& name) const
{
    const auto found = m_indexes.constFind(name);
    zip_stat_t stat;
    zip_stat_init(&stat);
    const bool known = found != m_indexes.cend() && zip_stat_index(m_d->archive, *found, 0, &stat) == 0;
    return known ? static_cast<qint64>(stat.size) : 0;
}

QByteArray ZipReader::read(const QString& name) const
{
    const auto found = m_indexes.constFind(name);
    if (found == m_indexes.cend()) throw Error(ErrorCode::NotFound, QStringLiteral("no ZIP entry ") + name);
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_stat_index(m_d->archive, *found, 0, &stat) != 0)
        malformed(QStringLiteral("damaged ZIP directory"));
    zip_file_t* file = zip_fopen_index(m_d->archive, *found, 0);
    if (!file) malformed(QStringLiteral("unreadable ZIP entry ") + name);
    const std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> closing(file, &zip_fclose);

    // One byte more than promised: a directory that lies about sizes is seen, and memory stays bounded.
    QByteArray content(static_cast<qsizetype>(stat.size) + 1, Qt::Uninitialized);
    qsizetype got = 0;
    while (got < content.size()) {
        const zip_int64_t n =
            zip_fread(file, content.data() + got, static_cast<zip_uint64_t>(content.size() - got));
        if (n < 0) malformed(QStringLiteral("damaged ZIP entry ") + name);
        if (n == 0) break;
        got += static_cast<qsizetype>(n);
    }
    if (got != static_cast<qsizetype>(stat.size))
        malformed(QStringLiteral("ZIP entry of another size than announced: ") + name);
    content.truncate(got);
    return content;
}

struct ZipWriter::Private
{
    zip_source_t* target = nullptr;
    zip_t* archive = nullptr;
    std::vector<QByteArray> contents; // libzip reads them at closing
    ~Private()
    {
        if (archive) zip_discard(archive);
        if (target) zip_source_free(target);
    }
};

ZipWriter::ZipWriter() : m_d(std::make_unique<Private>())
{
    zip_error_t error;
    zip_error_init(&error);
    m_d->target = zip_source_buffer_create(nullptr, 0, 0, &error);
    if (m_d->target) {
        zip_source_keep(m_d->target); // ours survives the closing of the archive
        m_d->archive = zip_open_from_source(m_d->target, ZIP_CREATE | ZIP_TRUNCATE, &error);
    }
    if (!m_d->archive)
        throw Error(ErrorCode::Internal, QStringLiteral("cannot begin a ZIP package: ") + textOf(&error));
}

ZipWriter::~ZipWriter() = default;

void ZipWriter::add(const QString& name, const QByteArray& content, bool stored)
{
    m_d->contents.push_back(content);
    const QByteArray& kept = m_d->contents.back();
    zip_source_t* source =
        zip_source_buffer(m_d->archive, kept.constData(), static_cast<zip_uint64_t>(kept.size()), 0);
    const zip_int64_t added =
        source ? zip_file_add(m_d->archive, name.toUtf8().constData(), source, ZIP_FL_ENC_UTF_8) : -1;
    if (added < 0) {
        if (source) zip_source_free(source);
        throw Error(ErrorCode::Internal, QStringLiteral("cannot add ") + name);
    }
    const auto index = static_cast<zip_uint64_t>(added);
    constexpr zip_uint16_t january1980 = (1U << 5U) | 1U;
    zip_file_set_dostime(m_d->archive, index, 0, january1980, 0);
    zip_file_set_external_attributes(m_d->archive, index, 0, ZIP_OPSYS_DOS, 0);
    zip_set_file_compression(m_d->archive, index, stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE, stored ? 0 : 6);
}

QByteArray ZipWriter::finish()
{
    if (zip_close(m_d->archive) != 0)
        throw Error(ErrorCode::Internal, QString::fromUtf8(zip_strerror(m_d->archive)));
    m_d->archive = nullptr;
    zip_stat_t stat;
    zip_stat_init(&stat);
    QByteArray bytes;
    if (zip_source_stat(m_d->target, &stat) == 0) bytes.resize(static_cast<qsizetype>(stat.size));
    const bool open = zip_source_open(m_d->target) == 0;
    const zip_int64_t got =
        open ? zip_source_read(m_d->target, bytes.data(), static_cast<zip_uint64_t>(bytes.size())) : -1;
    if (open) zip_source_close(m_d->target);
    if (got != bytes.size())
        throw Error(ErrorCode::Internal, QStringLiteral("cannot read back the ZIP package"));
    return bytes;
}

} // namespace tabular
