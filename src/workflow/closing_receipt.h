#pragma once
#include "workflow/closing.h"

#include <QDateTime>

namespace workflow {

struct ReceiptHead
{
    QString title, consultant, client, dossier;
    QDateTime date;
    bool destroyed = false;
};

/// Digest that the receipt gives of a file: BLAKE2b-256, hex, as `b2sum -l 256` prints it.
QString fileDigest(const QString& path);
QByteArray receiptText(const ReceiptHead& head, const std::vector<ClosingItem>& items);
QByteArray receiptPdf(const ReceiptHead& head, const std::vector<ClosingItem>& items);

} // namespace workflow
