#pragma once
#include "questionnaire/values/form.h"

#include <QByteArray>

#include <memory>

namespace questionnaire {

/// A form as one text, from which it is compiled again: JSON of its sheets. The same form gives the same
/// text, however its file was laid out.
QByteArray formText(const Form& form);
/// nullptr when the text is damaged or no longer compiles.
std::shared_ptr<const Form> formFromText(const QByteArray& text);
/// SHA-256 of its text, hex.
QString formDigest(const Form& form);
QString formDigest(const QByteArray& text);

} // namespace questionnaire
