#pragma once
#include "base/error.h"
#include "dossier/dossier.h"
#include "dossier/transaction.h"
#include "support/temporary_folder.h"

#include <gtest/gtest.h>

using base::Error;
using base::ErrorCode;
using dossier::Access;
using dossier::Dossier;
using dossier::SeenStates;
using dossier::Transaction;
using questionnaire::Answer;

namespace {

const QString Record = dossier::entity::Record, Name = QStringLiteral("id_nom_fr");

class FileTest : public testing::Test
{
protected:
    test::TemporaryFolder folder;
    base::FixedClock clock{QDateTime(QDate(2015, 1, 6), QTime(9, 5), Qt::UTC)};
    QString path = folder.path(QStringLiteral("étude.osc"));
    std::shared_ptr<SeenStates> seen = std::make_shared<SeenStates>(folder.path(QStringLiteral("mémoire")));

    Access access(const char* phrase = nullptr) const
    {
        Access out;
        if (phrase) out.passphrase = QString::fromUtf8(phrase);
        out.author = QStringLiteral("N. Testeuse");
        out.weakKeyDerivation = true;
        return out;
    }
    Access remembering() const
    {
        Access out = access();
        out.seenStates = seen;
        return out;
    }
    std::unique_ptr<Dossier> create(const Access& given) { return Dossier::create(path, given, clock); }
    std::unique_ptr<Dossier> open(const Access& given) { return Dossier::open(path, given, clock); }
    ErrorCode refusal(const Access& given)
    {
        try {
            open(given);
        } catch (const Error& error) {
            return error.code();
        }
        return ErrorCode::Internal;
    }
    static QString add(Dossier& dossier, const char* name)
    {
        QString id;
        dossier.transact(QStringLiteral("entry"), [&](Transaction& t) {
            id = createRecord(t);
            setAnswer(t, Record, id, Name, Answer::of(QString::fromUtf8(name)));
        });
        return id;
    }
    void put(const QByteArray& bytes) { folder.write(QStringLiteral("étude.osc"), bytes); }
    QByteArray file() const { return test::readAll(path); }
};

} // namespace
