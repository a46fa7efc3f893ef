#pragma once
#include "deliverables/reader.h"
#include "report/values/document.h"

/// What all documents share: cover, running heads, mentions.
namespace deliverables {

/// "Diffusion restreinte – remis à l’OIM"…
QString audienceMention(disclosure::Audience audience);
/// Lines of the cover: client, author, date, audience, fictional data.
QStringList coverMentions(const Reader& reader);

report::Document blankDocument(const Reader& reader, const QString& subtitle);
/// A section with the running head of the study.
report::Section plainSection(const Reader& reader, const QString& title);
report::Section coverSection(const Reader& reader, const QString& title, const QString& subtitle,
                             const QString& version);

} // namespace deliverables
