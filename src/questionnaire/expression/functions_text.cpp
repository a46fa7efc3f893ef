#include "questionnaire/expression/functions.h"

#include <QCryptographicHash>
#include <QRegularExpression>

#include <array>
#include <cmath>

namespace questionnaire::ast {

namespace {

using Values = std::span<const TreeValue>;

TreeValue toTextValue(const EvalContext& context, Values a)
{
    if (!a.empty()) return textOf(a[0]);
    return context.node ? context.node->stringValue() : toText(context.scope.self());
}

TreeValue concat(const EvalContext&, Values a)
{
    QString all;
    for (const TreeValue& value : a) {
        if (!isSet(value))
            all += textOf(value);
        else
            all += textsOf(value).join(QString());
    }
    return all;
}

TreeValue join(const EvalContext&, Values a)
{
    QStringList all;
    for (const TreeValue& value : a.subspan(1))
        all += textsOf(value);
    return all.join(textOf(a[0]));
}

TreeValue contains(const EvalContext&, Values a)
{
    return textOf(a[0]).contains(textOf(a[1]));
}
TreeValue startsWith(const EvalContext&, Values a)
{
    return textOf(a[0]).startsWith(textOf(a[1]));
}
TreeValue endsWith(const EvalContext&, Values a)
{
    return textOf(a[0]).endsWith(textOf(a[1]));
}

TreeValue substringBefore(const EvalContext&, Values a)
{
    const QString text = textOf(a[0]);
    return text.left(std::max<qsizetype>(0, text.indexOf(textOf(a[1]))));
}

TreeValue substringAfter(const EvalContext&, Values a)
{
    const QString text = textOf(a[0]), mark = textOf(a[1]);
    const qsizetype at = text.indexOf(mark);
    return at < 0 ? QString() : text.sliced(at + mark.size());
}

// XPath counts from 1 and rounds; NaN bounds select nothing.
TreeValue substring(const EvalContext& context, Values a)
{
    const QString text = textOf(a[0]);
    const double from = std::floor(context.number(a[1]) + 0.5);
    const double to = a.size() > 2 ? from + std::floor(context.number(a[2]) + 0.5) : double(text.size()) + 1;
    if (std::isnan(from) || std::isnan(to)) return QString();
    const double first = std::clamp(from, 1.0, double(text.size()) + 1);
    const double last = std::clamp(to, first, double(text.size()) + 1);
    return text.mid(qsizetype(first) - 1, qsizetype(last - first));
}

// ODK's substr counts from 0, its end is excluded, and negative bounds count from the end.
TreeValue substr(const EvalContext& context, Values a)
{
    const QString text = textOf(a[0]);
    const auto bound = [&](double given) {
        if (std::isnan(given)) return qsizetype(0);
        const double counted = given < 0 ? given + double(text.size()) : given;
        return qsizetype(std::clamp(std::trunc(counted), 0.0, double(text.size())));
    };
    const qsizetype from = bound(context.number(a[1]));
    const qsizetype to = a.size() > 2 ? bound(context.number(a[2])) : text.size();
    return to > from ? text.sliced(from, to - from) : QString();
}

TreeValue length(const EvalContext& context, Values a)
{
    const QString text = textOf(a.empty() ? toTextValue(context, a) : a[0]);
    return double(text.toUcs4().size());
}

// XPath knows four white space characters: a no-break space is a character like another.
TreeValue normalizeSpace(const EvalContext& context, Values a)
{
    static const QRegularExpression spaces(u"[ \\t\\r\\n]+"_qs);
    const QString text = textOf(toTextValue(context, a));
    return text.split(spaces, Qt::SkipEmptyParts).join(u' ');
}

TreeValue translate(const EvalContext&, Values a)
{
    const QString from = textOf(a[1]), to = textOf(a[2]);
    QString out;
    for (const QChar c : textOf(a[0])) {
        const qsizetype at = from.indexOf(c);
        if (at < 0)
            out += c;
        else if (at < to.size())
            out += to[at];
    }
    return out;
}

// Compiling a pattern costs far more than matching it, and forms use few of them.
const QRegularExpression& pattern(const QString& text)
{
    thread_local QHash<QString, QRegularExpression> known;
    if (const auto found = known.constFind(text); found != known.constEnd()) return *found;
    if (known.size() > 200) known.clear();
    return *known.insert(text, QRegularExpression(text, QRegularExpression::UseUnicodePropertiesOption));
}

TreeValue regex(const EvalContext&, Values a)
{
    return pattern(textOf(a[1])).match(textOf(a[0])).hasMatch();
}

QStringList codesOf(const TreeValue& value)
{
    return textOf(value).simplified().split(u' ', Qt::SkipEmptyParts);
}

// Runs for most conditions of most forms: no list is made.
bool holdsCode(QStringView list, QStringView code)
{
    if (code.isEmpty()) return false;
    qsizetype at = list.indexOf(code);
    for (; at >= 0; at = list.indexOf(code, at + 1)) {
        const qsizetype end = at + code.size();
        if ((at == 0 || list[at - 1].isSpace()) && (end == list.size() || list[end].isSpace())) return true;
    }
    return false;
}

TreeValue selected(const EvalContext&, Values a)
{
    return holdsCode(textOf(a[0]), textOf(a[1]).trimmed());
}

TreeValue countSelected(const EvalContext&, Values a)
{
    return double(codesOf(a[0]).size());
}

TreeValue selectedAt(const EvalContext& context, Values a)
{
    const double index = context.number(a[1]);
    const QStringList codes = codesOf(a[0]);
    if (!(index >= 0) || index >= double(codes.size())) return QString();
    return codes[qsizetype(index)];
}

TreeValue digest(const EvalContext&, Values a)
{
    static const QHash<QString, QCryptographicHash::Algorithm> algorithms{
        {QStringLiteral("MD5"), QCryptographicHash::Md5},
        {QStringLiteral("SHA-1"), QCryptographicHash::Sha1},
        {QStringLiteral("SHA-256"), QCryptographicHash::Sha256},
        {QStringLiteral("SHA-384"), QCryptographicHash::Sha384},
        {QStringLiteral("SHA-512"), QCryptographicHash::Sha512}};
    const auto algorithm = algorithms.constFind(textOf(a[1]));
    if (algorithm == algorithms.constEnd()) return QString();
    const QByteArray hash = QCryptographicHash::hash(textOf(a[0]).toUtf8(), *algorithm);
    const bool hex = a.size() > 2 && textOf(a[2]) == u"hex";
    return QString::fromLatin1(hex ? hash.toHex() : hash.toBase64());
}

TreeValue base64Decode(const EvalContext&, Values a)
{
    return QString::fromUtf8(QByteArray::fromBase64(textOf(a[0]).toLatin1()));
}

TreeValue base64Encode(const EvalContext&, Values a)
{
    return QString::fromLatin1(textOf(a[0]).toUtf8().toBase64());
}

constexpr std::array<BuiltIn, 20> Functions{{
    {QLatin1String("string"), 0, 1, toTextValue},
    {QLatin1String("concat"), 0, -1, concat},
    {QLatin1String("join"), 1, -1, join},
    {QLatin1String("contains"), 2, 2, contains},
    {QLatin1String("starts-with"), 2, 2, startsWith},
    {QLatin1String("ends-with"), 2, 2, endsWith},
    {QLatin1String("substring-before"), 2, 2, substringBefore},
    {QLatin1String("substring-after"), 2, 2, substringAfter},
    {QLatin1String("substring"), 2, 3, substring},
    {QLatin1String("substr"), 2, 3, substr},
    {QLatin1String("string-length"), 0, 1, length},
    {QLatin1String("normalize-space"), 0, 1, normalizeSpace},
    {QLatin1String("translate"), 3, 3, translate},
    {QLatin1String("regex"), 2, 2, regex},
    {QLatin1String("selected"), 2, 2, selected},
    {QLatin1String("count-selected"), 1, 1, countSelected},
    {QLatin1String("selected-at"), 2, 2, selectedAt},
    {QLatin1String("digest"), 2, 3, digest},
    {QLatin1String("base64-decode"), 1, 1, base64Decode},
    {QLatin1String("base64-encode"), 1, 1, base64Encode},
}};

} // namespace

std::span<const BuiltIn> textFunctions()
{
    return Functions;
}

} // namespace questionnaire::ast
