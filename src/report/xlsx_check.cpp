#include "report/xlsx_check.h"

#include "base/error.h"

#include <QFile>

#include <memory>
#include <zip.h>

namespace report {
namespace {

/// What matters of a part, seen as it is decompressed: its root, its end, its rows.
class PartScan
{
public:
    void add(QByteArrayView chunk)
    {
        if (m_head.size() < 512) m_head += chunk.first(std::min<qsizetype>(chunk.size(), 512)).toByteArray();
        // A mark cut by the edge of a chunk is found with the end of the one before.
        const QByteArray joined = m_tail + chunk.toByteArray();
        m_rows += joined.count(rowEnd);
        m_tail = joined.right(rowEnd.size() - 1);
        m_end = (m_end + chunk.toByteArray()).right(64);
    }

    qsizetype rows() const { return m_rows; }

    bool endsWithItsRoot() const
    {
        qsizetype at = m_head.indexOf('<');
        while (at >= 0 && at + 1 < m_head.size() && m_head[at + 1] == '?')
            at = m_head.indexOf('<', at + 1);
        if (at < 0) return false;
        qsizetype stop = at + 1;
        while (stop < m_head.size() && !QByteArrayView(" />\r\n\t").contains(m_head[stop]))
            ++stop;
        const QByteArray root = m_head.mid(at + 1, stop - at - 1);
        const QByteArray end = m_end.trimmed();
        return end.endsWith("</" + root + '>') || (end.endsWith("/>") && m_head.trimmed().endsWith(end));
    }

private:
    static inline const QByteArray rowEnd = QByteArrayLiteral("</row>");
    QByteArray m_head, m_tail, m_end;
    qsizetype m_rows = 0;
};

[[noreturn]] void incomplete(const QString& path, const char* part)
{
    throw base::Error(base::ErrorCode::DiskFull, QStringLiteral("incomplete part ") + QString::fromUtf8(part),
                      path);
}

PartScan scan(zip_t* package, zip_uint64_t index, const QString& path, const char* name)
{
    const std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> part(zip_fopen_index(package, index, 0),
                                                                 &zip_fclose);
    if (!part) incomplete(path, name);
    PartScan made;
    QByteArray buffer(1 << 18, Qt::Uninitialized);
    for (;;) {
        const zip_int64_t got =
            zip_fread(part.get(), buffer.data(), static_cast<zip_uint64_t>(buffer.size()));
        if (got < 0) incomplete(path, name);
        if (got == 0) return made;
        made.add(QByteArrayView(buffer.constData(), static_cast<qsizetype>(got)));
    }
}

} // namespace

void checkWorkbookIsWhole(const QString& path, const std::vector<qsizetype>& rows)
{
    int error = 0;
    const std::unique_ptr<zip_t, void (*)(zip_t*)> package(
        zip_open(QFile::encodeName(path).constData(), ZIP_RDONLY, &error), &zip_discard);
    if (!package) incomplete(path, "(package)");
    const zip_int64_t parts = zip_get_num_entries(package.get(), 0);
    for (zip_uint64_t i = 0; i < static_cast<zip_uint64_t>(parts); ++i) {
        const char* const name = zip_get_name(package.get(), i, 0);
        const PartScan found = scan(package.get(), i, path, name);
        if (!found.endsWithItsRoot()) incomplete(path, name);
        int sheet = 0;
        if (std::sscanf(name, "xl/worksheets/sheet%d.xml", &sheet) != 1) continue;
        const auto index = static_cast<std::size_t>(sheet - 1);
        if (index < rows.size() && found.rows() != rows[index]) incomplete(path, name);
    }
}

} // namespace report
