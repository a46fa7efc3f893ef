#include "questionnaire/expression/lexer.h"

#include <array>

namespace questionnaire {

namespace {

bool startsName(QChar c)
{
    return c.isLetter() || c == u'_';
}
bool continuesName(QChar c)
{
    return c.isLetterOrNumber() || c == u'_' || c == u'-' || c == u'.' || c.isMark() || c == QChar(0xB7);
}

class Lexer
{
public:
    Lexer(const QString& text, ExpressionError& error) : m_text(text), m_error(error) {}

    std::vector<Token> run()
    {
        while (true) {
            while (m_at < m_text.size() && m_text[m_at].isSpace())
                ++m_at;
            if (m_at == m_text.size()) break;
            if (!next()) return {};
        }
        add(Token::Kind::End, QString(), m_at);
        return std::move(m_tokens);
    }

private:
    QChar peek(qsizetype ahead = 0) const
    {
        return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : QChar();
    }

    void add(Token::Kind kind, QString text, qsizetype position, double number = 0)
    {
        m_tokens.push_back({kind, std::move(text), number, int(position)});
    }

    bool fail(const QString& code, qsizetype position, const QString& detail = {})
    {
        m_error = {code, int(position), detail.isEmpty() ? QStringList() : QStringList{detail}};
        return false;
    }

    // After a value, `*` multiplies and a word is an operator.
    bool afterValue() const
    {
        if (m_tokens.empty()) return false;
        const Token& last = m_tokens.back();
        if (last.kind == Token::Kind::Operator) return false;
        if (last.kind != Token::Kind::Punctuation) return true;
        return last.text == u")" || last.text == u"]" || last.text == u"." || last.text == u".." ||
               last.text == u"*";
    }

    bool next()
    {
        const QChar c = peek();
        if (c.isDigit() || (c == u'.' && peek(1).isDigit())) return number();
        if (c == u'\'' || c == u'"') return literal();
        if (c == u'$') return reference();
        if (afterValue() && wordOperator()) return true;
        if (startsName(c)) return name();
        return symbol();
    }

    bool number()
    {
        const qsizetype from = m_at;
        while (peek().isDigit())
            ++m_at;
        if (peek() == u'.') {
            ++m_at;
            while (peek().isDigit())
                ++m_at;
        }
        const QString digits = m_text.sliced(from, m_at - from);
        add(Token::Kind::Number, digits, from, digits.toDouble());
        return true;
    }

    bool literal()
    {
        const qsizetype from = m_at;
        const qsizetype end = m_text.indexOf(m_text[from], from + 1);
        if (end < 0) return fail(QStringLiteral("unterminated_string"), from);
        add(Token::Kind::Text, m_text.sliced(from + 1, end - from - 1), from);
        m_at = end + 1;
        return true;
    }

    bool reference()
    {
        const qsizetype from = m_at;
        if (peek(1) != u'{') return fail(QStringLiteral("unexpected_character"), from, QStringLiteral("$"));
        const qsizetype end = m_text.indexOf(u'}', from);
        if (end < 0) return fail(QStringLiteral("unterminated_reference"), from);
        const QString inside = m_text.sliced(from + 2, end - from - 2).trimmed();
        if (!isReferenceName(inside)) return fail(QStringLiteral("bad_reference"), from, inside);
        add(Token::Kind::Reference, inside, from);
        m_at = end + 1;
        return true;
    }

    static bool isReferenceName(QStringView inside)
    {
        if (inside.startsWith(u"last-saved#")) inside = inside.sliced(11);
        if (inside.isEmpty() || !startsName(inside[0])) return false;
        return std::all_of(inside.begin(), inside.end(),
                           [](QChar c) { return continuesName(c) || c == u':'; });
    }

    bool wordOperator()
    {
        static constexpr std::array<QStringView, 4> words{u"and", u"or", u"div", u"mod"};
        for (const QStringView word : words) {
            if (!QStringView(m_text).sliced(m_at).startsWith(word)) continue;
            const QChar after = peek(word.size());
            if (continuesName(after) && !after.isDigit()) continue;
            add(Token::Kind::Operator, word.toString(), m_at);
            m_at += word.size();
            return true;
        }
        return false;
    }

    // A name takes its prefix along (`jr:itext`, `xhtml:*`), but not the `::` of an axis.
    bool name()
    {
        const qsizetype from = m_at;
        while (continuesName(peek()))
            ++m_at;
        if (peek() == u':' && (startsName(peek(1)) || peek(1) == u'*')) {
            ++m_at;
            if (peek() == u'*')
                ++m_at;
            else
                while (continuesName(peek()))
                    ++m_at;
        }
        add(Token::Kind::Name, m_text.sliced(from, m_at - from), from);
        return true;
    }

    bool symbol()
    {
        static constexpr std::array<QStringView, 5> pairs{u"!=", u"<=", u">=", u"::", u"//"};
        const QStringView rest = QStringView(m_text).sliced(m_at);
        if (rest.startsWith(u"..")) return take(Token::Kind::Punctuation, 2);
        for (const QStringView pair : pairs) {
            if (!rest.startsWith(pair)) continue;
            return take(pair == u"::" || pair == u"//" ? Token::Kind::Punctuation : Token::Kind::Operator, 2);
        }
        const QChar c = rest[0];
        if (QStringView(u"=<>+-|").contains(c) || (c == u'*' && afterValue()))
            return take(Token::Kind::Operator, 1);
        if (QStringView(u"()[].,@/*").contains(c)) return take(Token::Kind::Punctuation, 1);
        return fail(QStringLiteral("unexpected_character"), m_at, QString(c));
    }

    bool take(Token::Kind kind, qsizetype length)
    {
        add(kind, m_text.sliced(m_at, length), m_at);
        m_at += length;
        return true;
    }

    const QString& m_text;
    ExpressionError& m_error;
    std::vector<Token> m_tokens;
    qsizetype m_at = 0;
};

} // namespace

std::vector<Token> tokenize(const QString& text, ExpressionError& error)
{
    return Lexer(text, error).run();
}

} // namespace questionnaire
