#pragma once
#include "base/error.h"
#include "dossier/container/container.h"
#include "support/temporary_folder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <gtest/gtest.h>

using base::Error;
using base::ErrorCode;
using dossier::container::Container;
using dossier::container::Mode;
using dossier::container::Section;
using dossier::container::SnapshotWriter;

namespace {

/// What a file gave back, section kinds first.
struct Content final : dossier::container::ContentVisitor
{
    QList<QByteArray> sections, frames;
    void section(Section section) override { sections << char(section.kind) + section.bytes; }
    void snapshotEnd() override {}
    void frame(QByteArray payload) override { frames << payload; }
    bool operator==(const Content& other) const
    {
        return sections == other.sections && frames == other.frames;
    }
};

[[maybe_unused]] void twoSections(SnapshotWriter& writer)
{
    writer.add(7, "first");
    writer.add(8, QByteArray(3000, 'x'));
}

dossier::container::Credentials credentials(const char* passphrase = nullptr)
{
    dossier::container::Credentials out;
    if (passphrase) out.passphrase = QString::fromUtf8(passphrase);
    out.kdf = dossier::container::KdfParameters::weak();
    return out;
}

std::optional<QString> phrase(const char* text)
{
    return text ? std::optional(QString::fromUtf8(text)) : std::nullopt;
}

class ContainerTest : public testing::Test
{
protected:
    test::TemporaryFolder folder;
    QString path = folder.path(QStringLiteral("a.osc"));

    Container create(const char* passphrase = nullptr)
    {
        return Container::create(path, QByteArray(16, 'i'), credentials(passphrase), twoSections);
    }
    /// A file with two frames; `clean` seals the end.
    QByteArray fileOfTwoFrames(bool clean)
    {
        Container c = create();
        c.append("frame one");
        c.append("frame two");
        if (clean) c.close();
        return test::readAll(path);
    }
    Content read(const char* passphrase = nullptr)
    {
        Content content;
        Container::open(path, phrase(passphrase), Mode::ReadOnly, content);
        return content;
    }
    ErrorCode refusal(const char* passphrase = nullptr, Mode mode = Mode::ReadOnly)
    {
        Content content;
        try {
            Container::open(path, phrase(passphrase), mode, content);
        } catch (const Error& error) {
            return error.code();
        }
        ADD_FAILURE() << "opened";
        return ErrorCode::Internal;
    }
    void put(const QByteArray& bytes) { folder.write(QStringLiteral("a.osc"), bytes); }
    QStringList files() const { return QDir(folder.path()).entryList(QDir::Files); }
};

/// Where the parts of the test files stand.
constexpr qsizetype HeaderSize = 64 + 128 + 32, MarksEnd = HeaderSize + 2 * 64;

} // namespace
