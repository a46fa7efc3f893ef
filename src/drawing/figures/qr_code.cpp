#include "base/error.h"
#include "drawing/figures/charts.h"

#include <qrencode.h>

#include <memory>

namespace drawing {
namespace {

/// White that readers need around the code, in modules.
constexpr int QuietZone = 4;

struct FreeCode
{
    void operator()(QRcode* code) const { QRcode_free(code); }
};
using Code = std::unique_ptr<QRcode, FreeCode>;

Code encoded(const QString& text)
{
    Code code(QRcode_encodeString(text.toUtf8().constData(), 0, QR_ECLEVEL_M, QR_MODE_8, 1));
    if (!code)
        throw base::Error(base::ErrorCode::LimitExceeded, QStringLiteral("text too long for a QR code"));
    return code;
}

bool isDark(const QRcode& code, int row, int column)
{
    return code.data[row * code.width + column] & 1;
}

} // namespace

void paintQrCode(Canvas& canvas, const report::QrCode& spec)
{
    const Code code = encoded(spec.text);
    QPainter& painter = canvas.painter();
    const double side = std::min(canvas.area().width(), canvas.area().height());
    const double module = side / (code->width + 2 * QuietZone);
    painter.save();
    painter.translate((canvas.area().width() - side) / 2, 0);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink::Paper);
    painter.drawRect(QRectF(0, 0, side, side));
    painter.setBrush(Qt::black);
    // Runs of dark modules, a hair taller than their row: no white line between rows.
    for (int row = 0; row < code->width; ++row)
        for (int column = 0, end = 0; column < code->width; column = end + 1) {
            for (end = column; end < code->width && isDark(*code, row, end);)
                ++end;
            if (end > column)
                painter.drawRect(QRectF((column + QuietZone) * module, (row + QuietZone) * module,
                                        (end - column) * module, module * 1.01));
        }
    painter.restore();
}

} // namespace drawing
