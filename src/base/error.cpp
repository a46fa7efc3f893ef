#include "base/error.h"

#include <cerrno>
#include <cstring>

namespace base {

Error::Error(ErrorCode code, QString detail, QString path)
    : m_code(code), m_detail(std::move(detail)), m_path(std::move(path)),
      m_what((m_path.isEmpty() ? m_detail : m_detail + QStringLiteral(": ") + m_path).toStdString())
{
}

static ErrorCode codeFromErrno(int errnoValue)
{
    switch (errnoValue) {
    case ENOENT:
    case ENOTDIR:
        return ErrorCode::NotFound;
    case EACCES:
    case EPERM:
    case EROFS:
        return ErrorCode::AccessDenied;
    case EEXIST:
        return ErrorCode::AlreadyExists;
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return ErrorCode::DiskFull;
    case EWOULDBLOCK:
        return ErrorCode::Locked;
    default:
        return ErrorCode::Io;
    }
}

Error errorFromErrno(int errnoValue, const QString& action, const QString& path)
{
    return Error(codeFromErrno(errnoValue),
                 action + QStringLiteral(": ") + QString::fromLocal8Bit(std::strerror(errnoValue)), path);
}

} // namespace base
