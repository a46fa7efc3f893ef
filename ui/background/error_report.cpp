#include "ui/background/error_report.h"

#include "workflow/messages/messages.h"

#include <QCoreApplication>

namespace ui {

ErrorReport describe(const std::exception_ptr& failure)
{
    try {
        std::rethrow_exception(failure);
    } catch (const base::Error& error) {
        const auto message = workflow::messages::forError(error);
        return {message.what,
                message.remedy,
                error.code() == base::ErrorCode::Cancelled,
                error.code() == base::ErrorCode::KeyRequired || error.code() == base::ErrorCode::WrongKey,
                error.code(),
                error.path()};
    } catch (const std::bad_alloc&) {
        return {QCoreApplication::translate("ErrorReport", "La mémoire manque pour cette opération."),
                QCoreApplication::translate("ErrorReport", "Fermez d’autres programmes, puis recommencez."),
                false,
                false,
                {},
                {}};
    } catch (const std::exception& error) {
        return {QCoreApplication::translate("ErrorReport", "L’opération a échoué (%1).")
                    .arg(QString::fromUtf8(error.what())),
                QCoreApplication::translate("ErrorReport", "Recommencez."),
                false,
                false,
                {},
                {}};
    }
}

} // namespace ui
