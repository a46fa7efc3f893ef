#pragma once
#include "drawing/layout/look.h"
#include "drawing/layout/strip.h"
#include "report/values/document.h"

#include <QHash>

class QTextLayout;

namespace drawing {

/// Page labels of the previous pass, by anchor; what a reference to a page prints.
using Labels = QHash<QString, QString>;

/// Sets runs of text in lines. Left-to-right text is broken from words shaped once; a paragraph with
/// right-to-left letters goes through QTextLayout, which knows the bidirectional algorithm.
class InlineSetter
{
public:
    /// `settled` when the labels come from a previous pass: an anchor without label is then nowhere.
    InlineSetter(Shaper& shaper, const Labels& labels, bool settled = true)
        : m_shaper(shaper), m_labels(labels), m_settled(settled)
    {
    }

    /// One strip per line; the notes called by a line go with it. No white above, no keeping together.
    Strips set(const report::Runs& runs, const Look& look, report::Align align, int width);
    Strips set(const QString& text, const Look& look, report::Align align, int width);
    /// A text on one line, whatever its width; returns its width.
    int line(Strip& strip, const QString& text, const Look& look, int x, int y);

    /// Width of the notes at the foot of the page.
    void setNoteWidth(int width) { m_noteWidth = width; }
    Shaper& shaper() { return m_shaper; }
    /// True when a reference to a page was set.
    bool refers() const { return m_refers; }
    /// Distance from the top of a line to its baseline.
    int baseline(const FontKey& font, int leading);

private:
    struct Stretch;
    struct Segment;
    struct Line;

    std::vector<Stretch> stretches(const report::Runs& runs, const Look& look);
    QString textOf(const report::Run& run);
    void callNote(std::vector<Stretch>& out, const report::Run& run, const Look& look);

    void attachNote(Strip& line, const Stretch& call);

    Strips setSimple(const std::vector<Stretch>& parts, const Look& look, report::Align align, int width);
    std::vector<Segment> segments(const std::vector<Stretch>& parts, int width);
    void addSegment(std::vector<Segment>& out, Segment made, QStringView text, int width);
    void addPieces(std::vector<Segment>& out, const Segment& whole, QStringView text, int width);
    static std::vector<Line> breakLines(const std::vector<Segment>& all, int width);
    Strip makeLine(const std::vector<Stretch>& parts, const std::vector<Segment>& all, const Line& line,
                   const Look& look, report::Align align);

    void fill(QTextLayout& layout, const std::vector<Stretch>& parts);
    Strip takeLine(const QTextLayout& layout, int index, const std::vector<Stretch>& parts, const Look& look);
    Strips setBidirectional(const std::vector<Stretch>& parts, const Look& look, report::Align align,
                            int width);

    Shaper& m_shaper;
    const Labels& m_labels;
    bool m_settled;
    int m_noteNumber = 0;
    int m_noteWidth = 8000;
    bool m_refers = false;
    QHash<quint32, int> m_baselines;
};

} // namespace drawing
