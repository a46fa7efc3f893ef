#include "workflow/export_form.h"

#include "exchange/xlsform.h"
#include "workflow/study.h"

#include <QFileInfo>

namespace workflow {

qint64 exportForm(const Study& study, const QString& path)
{
    exchange::writeXlsForm(study.form(), study.clock().nowUtc().date(), path);
    return QFileInfo(path).size();
}

} // namespace workflow
