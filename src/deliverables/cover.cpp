#include "deliverables/cover.h"

#include "deliverables/pen.h"
#include "report/typography.h"

namespace deliverables {

using namespace report;
using disclosure::Audience;

namespace {

const QString fictionalMention = u"Étude fictive : organisations et réponses inventées"_qs;

} // namespace

QString audienceMention(Audience audience)
{
    switch (audience) {
    case Audience::Working:
        return u"Fichier de travail : ne pas diffuser"_qs;
    case Audience::Iom:
        return u"Diffusion restreinte : tirage remis à l’OIM"_qs;
    case Audience::Restricted:
        return u"Diffusion restreinte"_qs;
    case Audience::Wide:
        return u"Diffusion large"_qs;
    case Audience::Organisation:
        return u"Fiche remise à l’organisation pour relecture"_qs;
    }
    return {};
}

QStringList coverMentions(const Reader& reader)
{
    const disclosure::StudyInfo& info = reader.view().info();
    QStringList lines;
    if (!info.client.isEmpty()) lines << u"Pour : "_qs + info.client;
    if (!info.consultant.isEmpty()) lines << u"Par : "_qs + info.consultant;
    if (info.date.isValid()) lines << u"Date de l’étude : "_qs + frenchDate(info.date);
    lines << audienceMention(reader.view().audience());
    if (info.fictional) lines << fictionalMention;
    for (QString& line : lines)
        line = french(line);
    return lines;
}

Document blankDocument(const Reader& reader, const QString& subtitle)
{
    const disclosure::StudyInfo& info = reader.view().info();
    Document document;
    document.title = french(info.title.isEmpty() ? subtitle : info.title);
    document.subtitle = french(subtitle);
    document.author = info.consultant;
    document.subject = french(info.mission);
    document.keywords = {u"cartographie"_qs, u"organisations de la société civile"_qs,
                         u"traite des personnes"_qs};
    document.date = info.date;
    return document;
}

Section plainSection(const Reader& reader, const QString& title)
{
    const disclosure::StudyInfo& info = reader.view().info();
    Section section;
    section.header = french(info.fictional ? title + u" – étude fictive"_qs : title);
    section.footer = french(audienceMention(reader.view().audience()));
    return section;
}

Section coverSection(const Reader& reader, const QString& title, const QString& subtitle,
                     const QString& version)
{
    const disclosure::StudyInfo& info = reader.view().info();
    Pen pen(reader);
    pen.space(45);
    pen.text(info.title, Style::Subtitle);
    pen.text(title, Style::Title);
    pen.text(subtitle, Style::Subtitle);
    pen.space(20);
    pen.text(version, Style::Lead);
    for (const QString& line : coverMentions(reader))
        pen.text(line, Style::CoverNote);
    if (!info.disclaimer.isEmpty()) {
        pen.space(30);
        pen.text(info.disclaimer, Style::Small);
    }
    Section section;
    section.blocks = pen.take();
    section.numbering = Numbering::None;
    section.showHeader = false;
    section.part = QStringLiteral("front");
    return section;
}

} // namespace deliverables
