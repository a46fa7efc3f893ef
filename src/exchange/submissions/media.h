#pragma once
#include "tabular/zip.h"

#include <QHash>

#include <optional>

namespace exchange {

/// A file that begins as a ZIP does.
bool isPackage(const QString& path);
/// Bounds of a package that may hold photos and films: what is read of it has its own.
tabular::ZipLimits packageLimits();

/// The files that people took or recorded while answering, in a ZIP or a folder: `media/` of ODK Central, the
/// media export of KoboToolbox, the folder of each submission. Found by the name that an answer gives; read
/// one at a time.
class SubmissionMedia
{
public:
    /// Throws base::Error: neither a ZIP nor a folder, too many files, or a package that names files outside
    /// itself or twice.
    static SubmissionMedia open(const QString& path);

    /// Besides tables and submissions, which are no files of answers.
    bool isEmpty() const;

    enum class Search : quint8 { Found, Missing, Ambiguous, UnsafeName };
    struct File
    {
        Search search = Search::Missing;
        QString entry; ///< to read it
        qint64 size = 0;
    };
    /// Several files of one name are told apart by a folder named after the submission.
    File find(const QString& name, const QString& instanceId) const;
    /// Throws base::Error: gone since, damaged, or longer than `limit` bytes.
    QByteArray read(const QString& entry, qint64 limit) const;

private:
    void openPackage();
    void add(const QString& entry);
    qint64 sizeOf(const QString& entry) const;

    QString m_path;
    std::optional<tabular::ZipReader> m_zip; ///< else a folder
    QHash<QString, QStringList> m_entries;   ///< by name
};

} // namespace exchange
