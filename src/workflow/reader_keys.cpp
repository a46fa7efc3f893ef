#include "workflow/reader_keys.h"

#include "base/atomic_file.h"
#include "base/platform/files.h"

#include <QFileInfo>

namespace workflow {
namespace {

constexpr qint64 LongestFile = 64 * 1024;

QByteArray fileContent(const dossier::PrivateKey& key)
{
    return QStringLiteral("Clé de lecteur CartOSC. À garder pour soi : ce fichier ouvre les dossiers scellés "
                          "pour sa clé publique, et ne se remplace pas s’il est perdu.\n"
                          "%1\n"
                          "Clé publique, à transmettre à qui prépare un dossier :\n"
                          "%2\n")
        .arg(key.text(), key.publicKey().text())
        .toUtf8();
}

/// No rename over a file that may be another key: the name must be free.
void writeNewFile(const QString& path, QByteArray content)
{
    base::platform::File file = base::platform::File::create(path);
    try {
        file.write(content.constData(), static_cast<size_t>(content.size()));
        file.sync();
        file.close();
        base::platform::syncFolder(QFileInfo(path).absolutePath());
    } catch (...) {
        base::platform::removeQuietly(path);
        throw;
    }
    content.fill('\0');
}

} // namespace

dossier::PublicKey createReaderKey(const QString& path)
{
    const dossier::PrivateKey key = dossier::PrivateKey::generate();
    writeNewFile(path, fileContent(key));
    return key.publicKey();
}

std::optional<dossier::PrivateKey> readReaderKey(const QString& path, base::Issues& issues)
{
    QString content = QString::fromUtf8(base::readFile(path, LongestFile));
    std::optional<dossier::PrivateKey> key;
    bool onlyPublic = false;
    for (const QString& line : content.split(u'\n')) {
        if (!key) key = dossier::PrivateKey::parse(line);
        onlyPublic |= dossier::PublicKey::parse(line).has_value();
    }
    content.fill(QChar(u'\0'));
    if (!key)
        issues.push_back(
            {base::Severity::Error,
             onlyPublic ? QStringLiteral("key.reader_public") : QStringLiteral("key.reader_none"),
             {},
             {QFileInfo(path).fileName()}});
    return key;
}

} // namespace workflow
