#include "report/words.h"

#include "report/typography.h"

namespace report {
namespace {

bool isEnglish(const QString& language)
{
    return language.startsWith(u"en");
}

} // namespace

QString captionName(Caption::Kind kind, const QString& language)
{
    const bool english = isEnglish(language);
    switch (kind) {
    case Caption::Kind::Table:
        return english ? u"Table"_qs : u"Tableau"_qs;
    case Caption::Kind::Figure:
        return u"Figure"_qs;
    case Caption::Kind::Map:
        return english ? u"Map"_qs : u"Carte"_qs;
    }
    return {};
}

QString captionText(const Caption& caption, const QString& language)
{
    return captionName(caption.kind, language) + QChar(0xA0) + QString::number(caption.number) + u" – "_qs +
           caption.text;
}

QString promptText(const Placeholder& placeholder, const QString& language)
{
    const bool english = isEnglish(language);
    QString prompt = placeholder.prompt.trimmed();
    while (prompt.endsWith(u'.'))
        prompt.chop(1);
    QString made = (english ? u"To be written: "_qs : u"À écrire : "_qs) + prompt;
    if (placeholder.words > 0) {
        made +=
            english ? u" (%1 words)"_qs.arg(placeholder.words) : u" (%1\u00A0mots)"_qs.arg(placeholder.words);
    }
    made += u'.';
    return english ? made : french(made);
}

QString consultantLabel(const QString& language)
{
    return isEnglish(language) ? u"TEXT OF THE CONSULTANT"_qs : u"TEXTE DU CONSULTANT"_qs;
}

} // namespace report
