#include "questionnaire/compiler/types.h"

#include <array>

namespace questionnaire {

namespace {

using Role = TypeCell::Role;

struct PlainType
{
    const char16_t* written;
    QuestionType type;
    const char16_t* name; ///< current name, nullptr when it is the written one
    const char16_t* constraint = nullptr;
};

constexpr std::array PlainTypes = std::to_array<PlainType>(
    {{u"text", QuestionType::Text, nullptr},
     {u"string", QuestionType::Text, u"text"},
     {u"integer", QuestionType::Integer, nullptr},
     {u"int", QuestionType::Integer, u"integer"},
     {u"percentage", QuestionType::Integer, u"integer", u"0 <= . and . <= 100"},
     {u"number of days in last month", QuestionType::Integer, u"integer", u"0 <= . and . <= 31"},
     {u"number of days in last six months", QuestionType::Integer, u"integer", u"0 <= . and . <= 183"},
     {u"number of days in last year", QuestionType::Integer, u"integer", u"0 <= . and . <= 365"},
     {u"decimal", QuestionType::Decimal, nullptr},
     {u"range", QuestionType::Range, nullptr},
     {u"note", QuestionType::Note, nullptr},
     {u"date", QuestionType::Date, nullptr},
     {u"time", QuestionType::Time, nullptr},
     {u"datetime", QuestionType::DateTime, u"dateTime"},
     {u"date time", QuestionType::DateTime, u"dateTime"},
     {u"geopoint", QuestionType::Geopoint, nullptr},
     {u"location", QuestionType::Geopoint, u"geopoint"},
     {u"gps", QuestionType::Geopoint, u"geopoint"},
     {u"geotrace", QuestionType::Geotrace, nullptr},
     {u"geoshape", QuestionType::Geoshape, nullptr},
     {u"image", QuestionType::Media, nullptr},
     {u"photo", QuestionType::Media, u"image"},
     {u"picture", QuestionType::Media, u"image"},
     {u"audio", QuestionType::Media, nullptr},
     {u"video", QuestionType::Media, nullptr},
     {u"file", QuestionType::Media, nullptr},
     {u"background-audio", QuestionType::Metadata, nullptr},
     {u"background-geopoint", QuestionType::Metadata, nullptr},
     {u"barcode", QuestionType::Barcode, nullptr},
     {u"calculate", QuestionType::Calculate, nullptr},
     {u"acknowledge", QuestionType::Acknowledge, nullptr},
     {u"trigger", QuestionType::Acknowledge, u"acknowledge"},
     {u"hidden", QuestionType::Hidden, nullptr},
     {u"start", QuestionType::Metadata, nullptr},
     {u"start time", QuestionType::Metadata, u"start"},
     {u"end", QuestionType::Metadata, nullptr},
     {u"end time", QuestionType::Metadata, u"end"},
     {u"time stamp", QuestionType::Metadata, u"start"},
     {u"today", QuestionType::Metadata, nullptr},
     {u"deviceid", QuestionType::Metadata, nullptr},
     {u"device id", QuestionType::Metadata, u"deviceid"},
     {u"imei", QuestionType::Metadata, u"deviceid"},
     {u"uri:deviceid", QuestionType::Metadata, nullptr},
     {u"username", QuestionType::Metadata, nullptr},
     {u"uri:username", QuestionType::Metadata, nullptr},
     {u"simserial", QuestionType::Metadata, nullptr},
     {u"sim id", QuestionType::Metadata, u"simserial"},
     {u"sim serial", QuestionType::Metadata, u"simserial"},
     {u"uri:simserial", QuestionType::Metadata, nullptr},
     {u"phonenumber", QuestionType::Metadata, nullptr},
     {u"phone number", QuestionType::Text, u"text", u"regex(., '^\\d*$')"},
     {u"uri:phonenumber", QuestionType::Metadata, nullptr},
     {u"subscriberid", QuestionType::Metadata, nullptr},
     {u"subscriber id", QuestionType::Metadata, u"subscriberid"},
     {u"uri:subscriberid", QuestionType::Metadata, nullptr},
     {u"email", QuestionType::Metadata, nullptr},
     {u"uri:email", QuestionType::Metadata, nullptr},
     {u"audit", QuestionType::Metadata, nullptr},
     {u"start-geopoint", QuestionType::Metadata, nullptr}});

const PlainType* plainType(const QString& written)
{
    for (const PlainType& plain : PlainTypes)
        if (written == QStringView(plain.written)) return &plain;
    return nullptr;
}

/// "add text prompt", "q text" and "get start time" are how the first forms named types.
QString withoutOldWords(QString written)
{
    if (written.startsWith(u"add ") && written.endsWith(u" prompt"))
        return written.sliced(4, written.size() - 11);
    if (written.startsWith(u"q ")) return written.sliced(2);
    if (written.startsWith(u"get ")) {
        written = written.sliced(4);
        return written == u"phone number" ? u"phonenumber"_qs : written;
    }
    return written;
}

std::optional<TypeCell> parsePlain(const QString& written)
{
    if (written == u"csv-external" || written == u"xml-external")
        return TypeCell{Role::ExternalFile, QuestionType::Text, written};
    const PlainType* plain = plainType(written);
    if (!plain) plain = plainType(withoutOldWords(written));
    if (!plain) return std::nullopt;
    TypeCell cell{Role::Question, plain->type};
    cell.name = QString::fromUtf16(plain->name ? plain->name : plain->written);
    if (plain->constraint) cell.constraint = QString::fromUtf16(plain->constraint);
    return cell;
}

struct Prefix
{
    QStringView text;
    QuestionType type;
    const char16_t* name;
    bool fromFile;
};

// Longest first where one begins another.
const std::vector<Prefix>& selectPrefixes()
{
    static const std::vector<Prefix> known{
        {u"select_one_from_file", QuestionType::SelectOne, u"select_one_from_file", true},
        {u"select_multiple_from_file", QuestionType::SelectMultiple, u"select_multiple_from_file", true},
        {u"select one from file", QuestionType::SelectOne, u"select_one_from_file", true},
        {u"select multiple from file", QuestionType::SelectMultiple, u"select_multiple_from_file", true},
        {u"select_one_external", QuestionType::SelectOne, u"select_one_external", true},
        {u"select one external", QuestionType::SelectOne, u"select_one_external", true},
        {u"add select one prompt using", QuestionType::SelectOne, u"select_one", false},
        {u"add select multiple prompt using", QuestionType::SelectMultiple, u"select_multiple", false},
        {u"select all that apply from", QuestionType::SelectMultiple, u"select_multiple", false},
        {u"select all that apply", QuestionType::SelectMultiple, u"select_multiple", false},
        {u"select one using", QuestionType::SelectOne, u"select_one", false},
        {u"select one from", QuestionType::SelectOne, u"select_one", false},
        {u"select_multiple", QuestionType::SelectMultiple, u"select_multiple", false},
        {u"select multiple from", QuestionType::SelectMultiple, u"select_multiple", false},
        {u"select multiple using", QuestionType::SelectMultiple, u"select_multiple", false},
        {u"select multiple", QuestionType::SelectMultiple, u"select_multiple", false},
        {u"select_one", QuestionType::SelectOne, u"select_one", false},
        {u"select one", QuestionType::SelectOne, u"select_one", false},
        {u"select1", QuestionType::SelectOne, u"select_one", false},
        {u"select", QuestionType::SelectMultiple, u"select_multiple", false},
        {u"rank", QuestionType::Rank, u"rank", false}};
    return known;
}

std::optional<TypeCell> parseSelect(const QString& cell)
{
    for (const Prefix& prefix : selectPrefixes()) {
        if (!cell.startsWith(prefix.text, Qt::CaseInsensitive)) continue;
        QString rest = cell.sliced(prefix.text.size());
        if (!rest.startsWith(u' ')) continue;
        TypeCell select{Role::Question, prefix.type, QString::fromUtf16(prefix.name), rest.trimmed()};
        select.listIsFile = prefix.fromFile;
        for (const QStringView suffix : {u" or_other", u" or specify other", u" or other"}) {
            if (!select.list.endsWith(suffix, Qt::CaseInsensitive)) continue;
            select.list.chop(suffix.size());
            select.orOther = true;
        }
        return select;
    }
    return std::nullopt;
}

std::optional<TypeCell> parseLoop(const QString& cell)
{
    if (!cell.startsWith(u"begin loop", Qt::CaseInsensitive) &&
        !cell.startsWith(u"begin_loop", Qt::CaseInsensitive))
        return std::nullopt;
    TypeCell loop{Role::BeginGroup, QuestionType::Group, u"begin_group"_qs};
    loop.isLoop = true;
    loop.list = cell.sliced(10).trimmed();
    if (loop.list.startsWith(u"over ", Qt::CaseInsensitive)) loop.list = loop.list.sliced(5).trimmed();
    return loop;
}

std::optional<TypeCell> parseStructure(const QString& cell)
{
    const QString word = cell.toLower().replace(u'_', u' ');
    if (word == u"begin group" || word == u"group")
        return TypeCell{Role::BeginGroup, QuestionType::Group, u"begin_group"_qs};
    if (word == u"end group" || word == u"end loop") return TypeCell{Role::EndGroup};
    if (word == u"begin repeat" || word == u"repeat" || word == u"begin lgroup" ||
        word == u"begin looped group")
        return TypeCell{Role::BeginRepeat, QuestionType::Repeat, u"begin_repeat"_qs};
    if (word == u"end repeat" || word == u"end lgroup" || word == u"end looped group")
        return TypeCell{Role::EndRepeat};
    return parseLoop(cell);
}

} // namespace

std::optional<TypeCell> parseType(const QString& cell)
{
    if (const auto structure = parseStructure(cell)) return structure;
    if (const auto select = parseSelect(cell)) return select;
    return parsePlain(cell.toLower());
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
