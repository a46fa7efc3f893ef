#pragma once
#include <QByteArray>
#include <QString>

namespace base {

/// Content of a file shipped with the program, named as under resources/ ("assessment/osc-2014.json").
/// A name that does not exist is a mistake of ours and asserts.
QByteArray resource(const QString& name);

} // namespace base
