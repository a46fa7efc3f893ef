#pragma once
#include "report/values/document.h"

#include <QByteArray>

#include <utility>
#include <vector>

namespace report::docx {

QByteArray contentTypesPart(const std::vector<std::pair<QString, QString>>& overrides);
QByteArray packageRelationsPart();
QByteArray settingsPart(const QString& language);
QByteArray fontTablePart();
/// One bullet list and `orderedLists` numbered ones, each starting at 1.
QByteArray numberingPart(int orderedLists);
/// Title, author, keywords, date: only what the document itself says.
QByteArray corePropertiesPart(const Document& document);
QByteArray applicationPropertiesPart();

} // namespace report::docx
