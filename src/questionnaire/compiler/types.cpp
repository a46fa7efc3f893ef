#include "questionnaire/compiler/types.h"

#include <array>

namespace questionnaire {

namespace {

using Role = TypeCell::Role;

struct PlainType
{
    const char16_t* name;
    QuestionType type;
};

constexpr std::array PlainTypes = std::to_array<PlainType>({{u"text", QuestionType::Text},
                                                            {u"string", QuestionType::Text},
                                                            {u"integer", QuestionType::Integer},
                                                            {u"int", QuestionType::Integer},
                                                            {u"decimal", QuestionType::Decimal},
                                                            {u"range", QuestionType::Range},
                                                            {u"note", QuestionType::Note},
                                                            {u"date", QuestionType::Date},
                                                            {u"time", QuestionType::Time},
                                                            {u"datetime", QuestionType::DateTime},
                                                            {u"geopoint", QuestionType::Geopoint},
                                                            {u"location", QuestionType::Geopoint},
                                                            {u"gps", QuestionType::Geopoint},
                                                            {u"geotrace", QuestionType::Geotrace},
                                                            {u"geoshape", QuestionType::Geoshape},
                                                            {u"image", QuestionType::Media},
                                                            {u"photo", QuestionType::Media},
                                                            {u"audio", QuestionType::Media},
                                                            {u"video", QuestionType::Media},
                                                            {u"file", QuestionType::Media},
                                                            {u"background-audio", QuestionType::Metadata},
                                                            {u"background-geopoint", QuestionType::Metadata},
                                                            {u"barcode", QuestionType::Barcode},
                                                            {u"calculate", QuestionType::Calculate},
                                                            {u"acknowledge", QuestionType::Acknowledge},
                                                            {u"trigger", QuestionType::Acknowledge},
                                                            {u"hidden", QuestionType::Hidden},
                                                            {u"start", QuestionType::Metadata},
                                                            {u"end", QuestionType::Metadata},
                                                            {u"today", QuestionType::Metadata},
                                                            {u"deviceid", QuestionType::Metadata},
                                                            {u"username", QuestionType::Metadata},
                                                            {u"simserial", QuestionType::Metadata},
                                                            {u"phonenumber", QuestionType::Metadata},
                                                            {u"subscriberid", QuestionType::Metadata},
                                                            {u"email", QuestionType::Metadata},
                                                            {u"audit", QuestionType::Metadata},
                                                            {u"start-geopoint", QuestionType::Metadata},
                                                            {u"imei", QuestionType::Metadata},
                                                            {u"start time", QuestionType::Metadata},
                                                            {u"end time", QuestionType::Metadata},
                                                            {u"device id", QuestionType::Metadata},
                                                            {u"phone number", QuestionType::Metadata},
                                                            {u"time stamp", QuestionType::Metadata},
                                                            {u"uri:deviceid", QuestionType::Metadata},
                                                            {u"select", QuestionType::SelectMultiple},
                                                            {u"select1", QuestionType::SelectOne}});

std::optional<QuestionType> plainType(const QString& name)
{
    for (const PlainType& plain : PlainTypes)
        if (name == QStringView(plain.name)) return plain.type;
    return std::nullopt;
}

struct Prefix
{
    QStringView text;
    QuestionType type;
    bool fromFile;
};

// Longest first where one begins another.
const std::vector<Prefix>& selectPrefixes()
{
    static const std::vector<Prefix> known{
        {u"select_one_from_file", QuestionType::SelectOne, true},
        {u"select_multiple_from_file", QuestionType::SelectMultiple, true},
        {u"select one from file", QuestionType::SelectOne, true},
        {u"select multiple from file", QuestionType::SelectMultiple, true},
        {u"select_one_external", QuestionType::SelectOne, true},
        {u"select one external", QuestionType::SelectOne, true},
        {u"select all that apply from", QuestionType::SelectMultiple, false},
        {u"select all that apply", QuestionType::SelectMultiple, false},
        {u"select one using", QuestionType::SelectOne, false},
        {u"select one from", QuestionType::SelectOne, false},
        {u"select_multiple", QuestionType::SelectMultiple, false},
        {u"select multiple from", QuestionType::SelectMultiple, false},
        {u"select multiple using", QuestionType::SelectMultiple, false},
        {u"select multiple", QuestionType::SelectMultiple, false},
        {u"select_one", QuestionType::SelectOne, false},
        {u"select one", QuestionType::SelectOne, false},
        {u"select1", QuestionType::SelectOne, false},
        {u"rank", QuestionType::Rank, false}};
    return known;
}

std::optional<TypeCell> parseSelect(const QString& cell)
{
    for (const Prefix& prefix : selectPrefixes()) {
        if (!cell.startsWith(prefix.text, Qt::CaseInsensitive)) continue;
        QString rest = cell.sliced(prefix.text.size());
        if (!rest.startsWith(u' ')) continue;
        TypeCell select{Role::Question, prefix.type, rest.trimmed(), prefix.fromFile, false};
        for (const QStringView suffix : {u" or_other", u" or specify other", u" or other"}) {
            if (!select.list.endsWith(suffix, Qt::CaseInsensitive)) continue;
            select.list.chop(suffix.size());
            select.orOther = true;
        }
        return select;
    }
    return std::nullopt;
}

std::optional<TypeCell> parseStructure(const QString& cell)
{
    QString word = cell.toLower().replace(u'_', u' ');
    if (word == u"begin group" || word == u"group") return TypeCell{Role::BeginGroup, QuestionType::Group};
    if (word == u"end group") return TypeCell{Role::EndGroup};
    if (word == u"begin repeat" || word == u"repeat")
        return TypeCell{Role::BeginRepeat, QuestionType::Repeat};
    if (word == u"end repeat") return TypeCell{Role::EndRepeat};
    if (word.startsWith(u"begin loop")) return TypeCell{Role::BeginGroup, QuestionType::Group};
    if (word == u"end loop") return TypeCell{Role::EndGroup};
    return std::nullopt;
}

} // namespace

std::optional<TypeCell> parseType(const QString& cell)
{
    if (const auto structure = parseStructure(cell)) return structure;
    if (const auto select = parseSelect(cell)) return select;
    const QString word = cell.toLower();
    if (word == u"csv-external" || word == u"xml-external") return TypeCell{Role::Ignored};
    const auto plain = plainType(word);
    if (!plain) return std::nullopt;
    return TypeCell{Role::Question, *plain};
}

bool isVisible(QuestionType type)
{
    switch (type) {
    case QuestionType::Calculate:
    case QuestionType::Hidden:
    case QuestionType::Metadata:
    case QuestionType::Group:
    case QuestionType::Repeat:
        return false;
    default:
        return true;
    }
}

} // namespace questionnaire
