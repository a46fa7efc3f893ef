#include "drawing/layout/pages_data.h"

namespace drawing {
namespace {

QString roman(int number)
{
    static constexpr std::pair<int, const char16_t*> steps[] = {
        {1000, u"m"}, {900, u"cm"}, {500, u"d"}, {400, u"cd"}, {100, u"c"}, {90, u"xc"}, {50, u"l"},
        {40, u"xl"},  {10, u"x"},   {9, u"ix"},  {5, u"v"},    {4, u"iv"},  {1, u"i"}};
    QString out;
    for (const auto& [value, text] : steps)
        while (number >= value) {
            out += QString::fromUtf16(text);
            number -= value;
        }
    return out;
}

} // namespace

QString PageLabel::text() const
{
    switch (numbering) {
    case report::Numbering::None:
        return {};
    case report::Numbering::Roman:
        return roman(number);
    case report::Numbering::Arabic:
        return QString::number(number);
    case report::Numbering::Annex:
        return QStringLiteral("A-") + QString::number(number);
    }
    return {};
}

} // namespace drawing
