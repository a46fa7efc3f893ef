#include "report/typography.h"

#include <cmath>

namespace report {
namespace {

constexpr char16_t noBreak = 0x00A0;
constexpr char16_t narrowNoBreak = 0x202F;

bool isPlainSpace(QChar c)
{
    return c == u' ' || c == QChar(noBreak) || c == QChar(narrowNoBreak);
}

bool isAddress(const QString& word)
{
    return word.contains(u"://") || word.contains(u'@') || word.startsWith(u"www.");
}

bool isArabic(QChar c)
{
    return c.direction() == QChar::DirAL || c.direction() == QChar::DirR;
}

void trimEnd(QString& out)
{
    while (!out.isEmpty() && isPlainSpace(out.back()))
        out.chop(1);
}

// A mark that ends a word, once: "14:03" and the second "!" of "!!" keep what stands before them.
bool takesSpace(const QString& out, QChar next)
{
    if (!next.isNull() && !next.isSpace() && !isPlainSpace(next) && !u"»)]!?…\"’;:"_qs.contains(next))
        return false;
    qsizetype last = out.size() - 1;
    while (last >= 0 && isPlainSpace(out[last]))
        --last;
    if (last < 0) return false;
    return !isArabic(out[last]) && !u"!?;:(«"_qs.contains(out[last]);
}

void appendMark(QString& out, QChar mark, QChar next)
{
    if (takesSpace(out, next)) {
        trimEnd(out);
        out += QChar(mark == u':' ? noBreak : narrowNoBreak);
    }
    out += mark;
}

class Typesetter
{
public:
    explicit Typesetter(const QString& text) : m_text(text) { m_out.reserve(text.size() + 16); }

    QString run()
    {
        m_pairs = m_text.count(u'"') % 2 == 0;
        for (m_at = 0; m_at < m_text.size(); ++m_at) {
            if (skipAddress()) continue;
            put(m_text[m_at]);
        }
        return m_out;
    }

private:
    QChar next() const { return m_at + 1 < m_text.size() ? m_text[m_at + 1] : QChar(); }

    bool skipAddress()
    {
        if (m_at > 0 && !m_text[m_at - 1].isSpace()) return false;
        qsizetype end = m_at;
        while (end < m_text.size() && !m_text[end].isSpace())
            ++end;
        const QString word = m_text.mid(m_at, end - m_at);
        if (!isAddress(word)) return false;
        m_out += word;
        m_at = end - 1;
        return true;
    }

    void put(QChar c)
    {
        switch (c.unicode()) {
        case u':':
        case u';':
        case u'!':
        case u'?':
            appendMark(m_out, c, next());
            break;
        case u'«':
            open();
            break;
        case u'»':
            close();
            break;
        case u'"':
            quote();
            break;
        case u'\'':
            m_out += apostrophe();
            break;
        case u'%':
            percent();
            break;
        case u'°':
            degree();
            break;
        default:
            m_out += c;
        }
    }

    QChar apostrophe() const
    {
        const bool inWord =
            !m_out.isEmpty() && m_out.back().isLetter() && (next().isLetter() || next() == u'«');
        return inWord ? QChar(u'’') : QChar(u'\'');
    }

    void open()
    {
        m_out += u'«';
        m_out += QChar(noBreak);
        while (isPlainSpace(next()))
            ++m_at;
    }

    void close()
    {
        trimEnd(m_out);
        m_out += QChar(noBreak);
        m_out += u'»';
    }

    /// "70 %" stays on one line.
    void percent()
    {
        qsizetype last = m_out.size() - 1;
        while (last >= 0 && isPlainSpace(m_out[last]))
            --last;
        if (last + 1 < m_out.size() && last >= 0 && m_out[last].isDigit()) {
            trimEnd(m_out);
            m_out += QChar(noBreak);
        }
        m_out += u'%';
    }

    /// So does "n° 4".
    void degree()
    {
        m_out += u'°';
        if (isPlainSpace(next()) && m_at + 2 < m_text.size() && m_text[m_at + 2].isDigit()) {
            m_out += QChar(noBreak);
            ++m_at;
        }
    }

    void quote()
    {
        if (!m_pairs) {
            m_out += u'"';
            return;
        }
        m_open = !m_open;
        m_open ? open() : close();
    }

    const QString& m_text;
    QString m_out;
    qsizetype m_at = 0;
    bool m_pairs = false;
    bool m_open = false;
};

QString grouped(QString digits)
{
    for (qsizetype at = digits.size() - 3; at > 0; at -= 3)
        digits.insert(at, QChar(narrowNoBreak));
    return digits;
}

} // namespace

QString french(const QString& text)
{
    return Typesetter(text).run();
}

QString frenchNumber(double value, int decimals, bool fixed)
{
    if (!std::isfinite(value)) return QStringLiteral("–");
    QString digits = QString::number(std::abs(value), 'f', decimals);
    const qsizetype point = digits.indexOf(u'.');
    QString fraction = point < 0 ? QString() : digits.mid(point + 1);
    if (!fixed) {
        while (fraction.endsWith(u'0'))
            fraction.chop(1);
    }
    const QString whole = grouped(point < 0 ? digits : digits.left(point));
    const bool zero = digits.toDouble() == 0.0;
    const QString sign = value < 0 && !zero ? QStringLiteral("−") : QString();
    return sign + whole + (fraction.isEmpty() ? QString() : u',' + fraction);
}

QString frenchPercent(double ratio, int decimals)
{
    return frenchNumber(ratio * 100, decimals) + QChar(noBreak) + u'%';
}

QString frenchDate(const QDate& date)
{
    static const QStringList months{u"janvier"_qs,   u"février"_qs, u"mars"_qs,     u"avril"_qs,
                                    u"mai"_qs,       u"juin"_qs,    u"juillet"_qs,  u"août"_qs,
                                    u"septembre"_qs, u"octobre"_qs, u"novembre"_qs, u"décembre"_qs};
    if (!date.isValid()) return {};
    const QString day = date.day() == 1 ? u"1er"_qs : QString::number(date.day());
    return day + QChar(noBreak) + months[date.month() - 1] + QChar(noBreak) + QString::number(date.year());
}

} // namespace report
