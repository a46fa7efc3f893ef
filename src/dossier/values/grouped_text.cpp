#include "dossier/values/grouped_text.h"

#include <QStringList>

namespace dossier {
namespace {

constexpr QStringView Alphabet = u"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr int DataCharacters = 4, GroupCharacters = 5, BitsPerCharacter = 5;

/// Product in the field of 32 elements (x^5 + x^2 + 1).
int product(int a, int b)
{
    int out = 0;
    for (; b > 0; b >>= 1) {
        if (b & 1) out ^= a;
        a <<= 1;
        if (a & 32) a ^= 0b100101;
    }
    return out;
}

/// Each place has a weight of its own, and so has each group: exchanges show.
int checkOf(const std::array<int, DataCharacters>& data, int group)
{
    int check = (group + 1) % 32;
    int weight = 2;
    for (const int value : data) {
        check ^= product(weight, value);
        weight = product(weight, 2);
    }
    return check;
}

int bitsAt(QByteArrayView bytes, qsizetype bit)
{
    int value = 0;
    for (qsizetype i = bit; i < bit + BitsPerCharacter; ++i) {
        const bool set = i / 8 < bytes.size() && (static_cast<quint8>(bytes[i / 8]) >> (7 - i % 8) & 1) != 0;
        value = value * 2 + (set ? 1 : 0);
    }
    return value;
}

qsizetype groupCount(qsizetype size)
{
    const qsizetype bits = DataCharacters * BitsPerCharacter;
    return (size * 8 + bits - 1) / bits;
}

/// Values of the characters, -1 for what is no letter or digit of the alphabet.
QList<int> valuesOf(const QString& text)
{
    QList<int> out;
    for (const QChar c : text.toUpper()) {
        if (c.isSpace() || c.isPunct()) continue;
        if (c == u'O')
            out << 0;
        else if (c == u'I' || c == u'L')
            out << 1;
        else
            out << static_cast<int>(Alphabet.indexOf(c == u'U' ? QChar(u'V') : c));
    }
    return out;
}

bool isGroupRight(const QList<int>& values, int group)
{
    std::array<int, DataCharacters> data{};
    for (int i = 0; i < DataCharacters; ++i) {
        data[static_cast<size_t>(i)] = values[group * GroupCharacters + i];
        if (data[static_cast<size_t>(i)] < 0) return false;
    }
    return values[group * GroupCharacters + DataCharacters] == checkOf(data, group);
}

/// nullopt when bits beyond the bytes are set: no one wrote that.
std::optional<QByteArray> bytesOf(const QList<int>& values, qsizetype size)
{
    QByteArray out(size, '\0');
    qsizetype bit = 0;
    for (qsizetype i = 0; i < values.size(); ++i) {
        if (i % GroupCharacters == DataCharacters) continue;
        for (int shift = BitsPerCharacter - 1; shift >= 0; --shift, ++bit) {
            if ((values[i] >> shift & 1) == 0) continue;
            if (bit / 8 >= size) return std::nullopt;
            out[bit / 8] = static_cast<char>(out[bit / 8] | 1 << (7 - bit % 8));
        }
    }
    return out;
}

} // namespace

QString groupedText(QByteArrayView bytes)
{
    QStringList groups;
    for (int group = 0; group < groupCount(bytes.size()); ++group) {
        std::array<int, DataCharacters> data{};
        QString text;
        for (int i = 0; i < DataCharacters; ++i) {
            const int value = bitsAt(bytes, (group * DataCharacters + i) * BitsPerCharacter);
            data[static_cast<size_t>(i)] = value;
            text += Alphabet[value];
        }
        groups << text + Alphabet[checkOf(data, group)];
    }
    return groups.join(u'-');
}

GroupedBytes fromGroupedText(const QString& text, qsizetype size)
{
    const QList<int> values = valuesOf(text);
    const auto groups = static_cast<int>(groupCount(size));
    if (values.size() != groups * GroupCharacters) return {};
    GroupedBytes out;
    for (int group = 0; group < groups; ++group)
        if (!isGroupRight(values, group)) out.wrongGroups << group + 1;
    if (out.wrongGroups.isEmpty()) out.bytes = bytesOf(values, size);
    return out;
}

} // namespace dossier
