#pragma once
#include "base/error.h"

#include <QString>

#include <exception>
#include <optional>

namespace ui {

/// A failure in words, made where it was caught: exceptions never cross a thread or a slot.
struct ErrorReport
{
    QString what, remedy;
    bool cancelled = false;
    bool needsPassphrase = false; ///< the study is protected and no passphrase, or a wrong one, was given
    std::optional<base::ErrorCode> code; ///< what failed outside the program, when that is what failed
    QString path;                        ///< file concerned, if one
    QString text() const { return remedy.isEmpty() ? what : what + u' ' + remedy; }
};

ErrorReport describe(const std::exception_ptr& failure);

} // namespace ui
