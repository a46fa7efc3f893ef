#include "questionnaire/compiler/types.h"

namespace questionnaire {

namespace {

using Role = TypeCell::Role;

const QHash<QString, QuestionType>& plainTypes()
{
    using T = QuestionType;
    static const QHash<QString, T> known{{u"text"_qs, T::Text},
                                         {u"string"_qs, T::Text},
                                         {u"integer"_qs, T::Integer},
                                         {u"int"_qs, T::Integer},
                                         {u"decimal"_qs, T::Decimal},
                                         {u"range"_qs, T::Range},
                                         {u"note"_qs, T::Note},
                                         {u"date"_qs, T::Date},
                                         {u"time"_qs, T::Time},
                                         {u"datetime"_qs, T::DateTime},
                                         {u"geopoint"_qs, T::Geopoint},
                                         {u"location"_qs, T::Geopoint},
                                         {u"gps"_qs, T::Geopoint},
                                         {u"geotrace"_qs, T::Geotrace},
                                         {u"geoshape"_qs, T::Geoshape},
                                         {u"image"_qs, T::Media},
                                         {u"photo"_qs, T::Media},
                                         {u"audio"_qs, T::Media},
                                         {u"video"_qs, T::Media},
                                         {u"file"_qs, T::Media},
                                         {u"background-audio"_qs, T::Metadata},
                                         {u"background-geopoint"_qs, T::Metadata},
                                         {u"barcode"_qs, T::Barcode},
                                         {u"calculate"_qs, T::Calculate},
                                         {u"acknowledge"_qs, T::Acknowledge},
                                         {u"trigger"_qs, T::Acknowledge},
                                         {u"hidden"_qs, T::Hidden},
                                         {u"start"_qs, T::Metadata},
                                         {u"end"_qs, T::Metadata},
                                         {u"today"_qs, T::Metadata},
                                         {u"deviceid"_qs, T::Metadata},
                                         {u"username"_qs, T::Metadata},
                                         {u"simserial"_qs, T::Metadata},
                                         {u"phonenumber"_qs, T::Metadata},
                                         {u"subscriberid"_qs, T::Metadata},
                                         {u"email"_qs, T::Metadata},
                                         {u"audit"_qs, T::Metadata},
                                         {u"start-geopoint"_qs, T::Metadata},
                                         {u"imei"_qs, T::Metadata},
                                         {u"start time"_qs, T::Metadata},
                                         {u"end time"_qs, T::Metadata},
                                         {u"device id"_qs, T::Metadata},
                                         {u"phone number"_qs, T::Metadata},
                                         {u"time stamp"_qs, T::Metadata},
                                         {u"uri:deviceid"_qs, T::Metadata},
                                         {u"select"_qs, T::SelectMultiple},
                                         {u"select1"_qs, T::SelectOne}};
    return known;
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
    const auto plain = plainTypes().constFind(word);
    if (plain == plainTypes().constEnd()) return std::nullopt;
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
