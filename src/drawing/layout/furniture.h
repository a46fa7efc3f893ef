#pragma once
#include "drawing/layout/pages_data.h"

namespace drawing {

/// Running heads and feet, line numbers, and the page labels that contents wait for.
class Furnisher
{
public:
    Furnisher(Pages::Data& data, InlineSetter& setter) : m_data(data), m_setter(setter) {}

    void furnish(const report::Document& document);
    void fillLabels(const Labels& labels);

private:
    void furnish(Page& page, const report::Section& section, const QString& chapter);
    void lineNumbers(Page& page);
    int width(const QString& text, const Look& look);
    QString shortened(const QString& text, const Look& look, int room);
    void put(Page& page, const QString& text, const Look& look, QPoint at);
    void putEnding(Page& page, const QString& text, const Look& look, QPoint end);
    void fill(Strip& strip, const LateLabel& label, const Labels& labels);

    Pages::Data& m_data;
    InlineSetter& m_setter;
};

} // namespace drawing
