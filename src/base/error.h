#pragma once
#include <QString>

#include <exception>
#include <string>

namespace base {

/// What failed in the world outside the program (disk, damaged file, wrong key…).
enum class ErrorCode {
    NotFound,      ///< no such file or folder
    AccessDenied,  ///< permissions or a read-only place
    AlreadyExists, ///< refusing to overwrite
    DiskFull,
    Io,                ///< any other failure of the file system
    Locked,            ///< another program holds the file
    ChangedUnderneath, ///< another program replaced or changed an open file
    NotAStudy,         ///< the file is not a CartOSC study
    Damaged,           ///< authenticated content does not match
    WrongKey,          ///< passphrase or key refused
    KeyRequired,       ///< the study is protected and no passphrase was given
    TooNew,            ///< written by a later version
    Malformed,         ///< an input file that cannot be read as what it claims to be
    LimitExceeded,     ///< hostile or absurd size
    Cancelled,         ///< the user stopped a long operation
    Internal           ///< a library refused what we asked of it
};

/// Thrown when the outside world fails; carries a code and English detail for logs, never a sentence for
/// users: those are made from the code in workflow/messages.
class Error : public std::exception
{
public:
    Error(ErrorCode code, QString detail, QString path = {});

    ErrorCode code() const noexcept { return m_code; }
    const QString& detail() const noexcept { return m_detail; }
    /// File or folder concerned; empty when there is none.
    const QString& path() const noexcept { return m_path; }
    const char* what() const noexcept override { return m_what.c_str(); }

private:
    ErrorCode m_code;
    QString m_detail;
    QString m_path;
    std::string m_what;
};

/// Error for the current errno value, mapped to the nearest code.
Error errorFromErrno(int errnoValue, const QString& action, const QString& path);

} // namespace base
