#pragma once
#include "questionnaire/expression/expression.h"

namespace questionnaire {

struct Token
{
    enum class Kind : quint8 { End, Number, Text, Reference, Name, Operator, Punctuation } kind = Kind::End;
    QString text; ///< name, operator, punctuation, or content of a literal
    double number = 0;
    int position = 0;

    bool is(Kind wanted, const char16_t* wantedText) const
    {
        return kind == wanted && text == QStringView(wantedText);
    }
};

/// Cuts an expression into tokens, the last one being End. XPath's rule tells `*`, `and`, `or`, `div` and
/// `mod` apart from names by what stands before. Empty, with `error` filled, when a character has no place.
std::vector<Token> tokenize(const QString& text, ExpressionError& error);

} // namespace questionnaire
