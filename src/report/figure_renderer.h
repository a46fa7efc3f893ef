#pragma once
#include "report/values/figure.h"

#include <QByteArray>

namespace report {

/// Paints a figure as a PNG; implemented by the drawing module and injected, so that the DOCX writer needs
/// no painting of its own.
class FigureRenderer
{
public:
    virtual ~FigureRenderer() = default;
    virtual QByteArray png(const FigureSpec& spec, double widthMm, double heightMm,
                           int dotsPerInch) const = 0;
};

} // namespace report
