#include "base/error.h"
#include "base/random.h"
#include "drawing/layout/pages_data.h"
#include "drawing/layout/units.h"
#include "drawing/sample_document.h"

#include <gtest/gtest.h>

using namespace test;
using drawing::paginate;

namespace {

Document body(std::vector<Block> blocks)
{
    Document d;
    d.title = QStringLiteral("Essai");
    Section s;
    s.blocks = std::move(blocks);
    s.part = QStringLiteral("body");
    d.sections.push_back(std::move(s));
    return d;
}

int textHeight(const drawing::Page& page)
{
    return page.height - 2 * page.top;
}

/// What must hold on every page of every document.
void expectSound(const drawing::Pages& pages)
{
    for (int p = 0; p < pages.count(); ++p) {
        const drawing::Page& page = pages.data().pages[size_t(p)];
        int y = 0;
        for (const auto& placed : page.body.strips) {
            EXPECT_GE(placed.y, y) << "overlap on page " << p;
            y = placed.y + placed.strip->height;
            for (const drawing::Item& item : placed.strip->items) {
                EXPECT_GE(item.x, 0) << "left of the text, page " << p;
                EXPECT_LE(item.x + item.w, page.textWidth + drawing::pt(0.5))
                    << "right of the text, page " << p;
            }
        }
        const int foot = page.body.notes.empty() ? textHeight(page) : page.body.notes.front().y;
        EXPECT_LE(y, foot) << "below the text on page " << p;
    }
}

/// Numbers of lines of running text on each page.
std::vector<int> linesByPage(const drawing::Pages& pages)
{
    std::vector<int> lines;
    for (const auto& page : pages.data().pages) {
        int count = 0;
        for (const auto& placed : page.body.strips)
            count += placed.strip->counted;
        lines.push_back(count);
    }
    return lines;
}

class AnyOffset : public testing::TestWithParam<int>
{
};

} // namespace

TEST(Pages, SampleHasItsMap)
{
    const drawing::Pages pages = paginate(sampleDocument());
    const PageMap& map = pages.map();
    EXPECT_EQ(map.labelOf.value(QStringLiteral("sommaire")), QStringLiteral("i"));
    EXPECT_EQ(map.labelOf.value(QStringLiteral("ch4")), QStringLiteral("1"));
    EXPECT_EQ(map.labelOf.value(QStringLiteral("T-09")), QStringLiteral("1"));
    EXPECT_EQ(map.labelOf.value(QStringLiteral("C-05")), QStringLiteral("4"));
    EXPECT_EQ(map.labelOf.value(QStringLiteral("ch5")), QStringLiteral("5"));
    EXPECT_EQ(map.labelOf.value(QStringLiteral("a9")), QStringLiteral("A-1"));
    EXPECT_EQ(map.pageOf.value(QStringLiteral("ch4")), 2);
    EXPECT_EQ(map.chapterPages.value(QStringLiteral("ch4")), 4);
    EXPECT_EQ(map.chapterPages.value(QStringLiteral("ch5")), 1);
    EXPECT_EQ(map.bodyPages, 5);
    EXPECT_EQ(map.pages, pages.count());
    EXPECT_NEAR(pages.widthMm(0), 210, 0.05);
    EXPECT_NEAR(pages.widthMm(pages.count() - 1), 420, 0.05);
    EXPECT_NEAR(pages.heightMm(pages.count() - 1), 297, 0.05);
    expectSound(pages);
}

TEST(Pages, ChaptersOfTheBodyAddUpToTheBody)
{
    Document d = body({});
    for (int c = 0; c < 6; ++c) {
        d.sections[0].blocks.push_back(heading(1, QString::number(c + 1), QStringLiteral("Chapitre"),
                                               QStringLiteral("c%1").arg(c), true));
        d.sections[0].blocks.push_back(paragraph(prose(5 + 9 * c)));
    }
    Section annex;
    annex.part = QStringLiteral("annex");
    annex.blocks = {paragraph(prose(40))};
    d.sections.push_back(annex);
    const PageMap map = paginate(d).map();
    int sum = 0;
    for (int c = 0; c < 6; ++c)
        sum += map.chapterPages.value(QStringLiteral("c%1").arg(c));
    EXPECT_EQ(sum, map.bodyPages);
    EXPECT_GT(map.pages, map.bodyPages);
}

TEST_P(AnyOffset, ParagraphsLeaveNoLoneLine)
{
    for (const int sentences : {1, 2, 3}) {
        const auto pages = paginate(body({Block{Space{double(GetParam())}}, paragraph(prose(sentences))}));
        for (const int lines : linesByPage(pages))
            EXPECT_NE(lines, 1);
        expectSound(pages);
    }
}

TEST_P(AnyOffset, HeadingsAndCaptionsStayWithWhatTheyAnnounce)
{
    const auto pages =
        paginate(body({Block{Space{double(GetParam())}},
                       heading(2, QStringLiteral("1.1"), QStringLiteral("Titre"), QStringLiteral("h")),
                       caption(Caption::Kind::Table, QStringLiteral("T-1"), QStringLiteral("Titre")),
                       Block{numbersTable(5)}, paragraph(QStringLiteral("Source : essai."), Style::Source)}));
    EXPECT_EQ(pages.map().pageOf.value(QStringLiteral("h")), pages.map().pageOf.value(QStringLiteral("T-1")));
    for (const auto& page : pages.data().pages) {
        ASSERT_FALSE(page.body.strips.empty());
        EXPECT_FALSE(page.body.strips.back().strip->keepWithNext);
    }
    expectSound(pages);
}

TEST_P(AnyOffset, TitlesOfRowsStayWithTheirFirstRow)
{
    Table table = numbersTable(0);
    for (int group = 0; group < 4; ++group) {
        Cell title = cell(QStringLiteral("Groupe"), true);
        title.columnSpan = 5;
        table.rows.push_back({{title}});
        const Table rows = numbersTable(3);
        table.rows.insert(table.rows.end(), rows.rows.begin() + 1, rows.rows.end());
    }
    const auto pages = paginate(body({Block{Space{double(GetParam()) - 30}}, Block{table}}));
    const auto& strips = pages.data().strips.front();
    ASSERT_EQ(strips.size(), 17U);
    for (const auto& page : pages.data().pages)
        for (size_t title = 1; title < strips.size(); title += 4)
            EXPECT_NE(page.body.strips.back().strip, &strips[title]);
    expectSound(pages);
}

INSTANTIATE_TEST_SUITE_P(Millimetres, AnyOffset, testing::Range(170, 252, 3));

TEST(Pages, HeaderRowsRepeatAndRowsStayInOrder)
{
    const auto pages = paginate(body({Block{numbersTable(200)}}));
    ASSERT_GT(pages.count(), 3);
    const auto& strips = pages.data().strips.front();
    ASSERT_EQ(strips.size(), 200U);
    size_t next = 0;
    for (const auto& page : pages.data().pages) {
        EXPECT_EQ(page.body.strips.front().strip, &strips.front().header->front());
        for (size_t i = 1; i < page.body.strips.size(); ++i)
            EXPECT_EQ(page.body.strips[i].strip, &strips[next++]);
    }
    EXPECT_EQ(next, 200U);
    expectSound(pages);
}

TEST(Pages, PageBreakHoldsBeforeWhateverFollows)
{
    const Block after = paragraph(QStringLiteral("Après."));
    Table layout;
    layout.look = Table::Look::Layout;
    layout.rows.push_back({{cell(QStringLiteral("a")), cell(QStringLiteral("b"))}});
    const std::vector<std::pair<const char*, Block>> kinds = {
        {"paragraph", after},
        {"table", Block{numbersTable(2)}},
        {"layout", Block{layout}},
        {"frame", Block{Frame{{after, after}, {}}}},
        {"frame of a table", Block{Frame{{Block{numbersTable(2)}}, {}}}},
        {"empty frame", Block{Frame{}}},
        {"placeholder", Block{Placeholder{QStringLiteral("p"), QStringLiteral("Dire"), 10, {}}}}};
    for (const auto& [name, block] : kinds) {
        SCOPED_TRACE(name);
        const auto pages = paginate(body({after, Block{PageBreak{}}, block, after}));
        ASSERT_EQ(pages.count(), 2);
        EXPECT_EQ(pages.data().pages[0].body.strips.size(), 1U);
    }
}

TEST(Pages, RowTallerThanAPageIsCutBetweenLines)
{
    Table table;
    table.widths = {1, 1};
    table.headerRows = 0;
    table.rows.push_back({{cell(prose(60)), cell(prose(12))}});
    const auto whole = paginate(body({Block{table}}));
    EXPECT_GE(whole.count(), 2);
    expectSound(whole);
    int words = 0;
    for (const auto& page : whole.data().pages)
        for (const auto& placed : page.body.strips)
            for (const auto& item : placed.strip->items)
                words += item.kind == drawing::Item::Kind::Text;
    int expected = 0;
    for (const auto* text : {&table.rows[0].cells[0], &table.rows[0].cells[1]})
        for (const report::Run& r : std::get<Paragraph>(text->blocks[0].content).runs)
            expected += static_cast<int>(r.text.split(u' ', Qt::SkipEmptyParts).size());
    EXPECT_EQ(words, expected);
}

TEST(Pages, SpannedRowsHoldTheirText)
{
    Table table;
    table.widths = {1, 2, 1};
    table.headerRows = 1;
    table.rows.push_back({{cell(QStringLiteral("a"), true), cell(QStringLiteral("b"), true),
                           cell(QStringLiteral("c"), true)}});
    Cell tall = cell(prose(2));
    tall.rowSpan = 3;
    table.rows.push_back({{tall, cell(QStringLiteral("1")), cell(QStringLiteral("2"))}});
    table.rows.push_back({{cell(QStringLiteral("3")), cell(QStringLiteral("4"))}});
    Cell wide = cell(QStringLiteral("5"));
    wide.columnSpan = 2;
    table.rows.push_back({{wide}});
    const auto pages = paginate(body({Block{table}}));
    expectSound(pages);
    const auto& strips = pages.data().strips.front();
    ASSERT_EQ(strips.size(), 3U);
    int height = 0;
    for (const auto& s : strips)
        height += s.height;
    for (const auto& item : strips[0].items)
        EXPECT_LE(item.y, height);
    // The third cell of the second row stands in the third column.
    EXPECT_GT(strips[1].items.front().x, strips[0].items.front().x + drawing::mm(30));
}

TEST(Pages, NotesStandOnThePageOfTheirCall)
{
    Paragraph called;
    report::Run r = run(QStringLiteral("Appel"));
    r.footnote = prose(1);
    called.runs = {r};
    const auto pages =
        paginate(body({Block{Space{150}}, paragraph(prose(6)), Block{called}, paragraph(prose(6))}));
    int notes = 0;
    for (const auto& page : pages.data().pages) {
        bool call = false;
        for (const auto& placed : page.body.strips)
            call |= placed.strip->extras && !placed.strip->extras->notes.empty();
        EXPECT_EQ(call, !page.body.notes.empty());
        notes += static_cast<int>(page.body.notes.size());
    }
    EXPECT_EQ(notes, 1);
    expectSound(pages);
}

TEST(Pages, LabelsFollowTheNumberingOfTheirSection)
{
    Document d;
    const auto add = [&](Numbering numbering, bool restart, const QString& anchor) {
        Section s;
        s.numbering = numbering;
        s.restartNumbering = restart;
        s.blocks = {heading(1, {}, QStringLiteral("Titre"), anchor, true), Block{PageBreak{}},
                    paragraph(Lorem)};
        d.sections.push_back(std::move(s));
    };
    add(Numbering::None, false, QStringLiteral("cover"));
    add(Numbering::Roman, false, QStringLiteral("front"));
    add(Numbering::Roman, false, QStringLiteral("front2"));
    add(Numbering::Arabic, false, QStringLiteral("body"));
    add(Numbering::Annex, true, QStringLiteral("annex"));
    add(Numbering::Arabic, true, QStringLiteral("again"));
    const PageMap map = paginate(d).map();
    const auto label = [&](const char16_t* anchor) {
        return map.labelOf.value(QString::fromUtf16(anchor)).toStdString();
    };
    EXPECT_EQ(label(u"cover"), "");
    EXPECT_EQ(label(u"front"), "i");
    EXPECT_EQ(label(u"front2"), "iii");
    EXPECT_EQ(label(u"body"), "1");
    EXPECT_EQ(label(u"annex"), "A-1");
    EXPECT_EQ(label(u"again"), "1");
    EXPECT_EQ(map.pages, 12);
}

TEST(Pages, HardInputsStayInTheirPlace)
{
    Table narrow;
    narrow.widths = {0, 0.0001, 5};
    narrow.rows.push_back({{cell(QStringLiteral("x")), cell(QString(400, u'W')), cell({})}});
    narrow.rows.push_back({});
    Table empty;
    Figure vast = offerFigure();
    vast.widthMm = 5000;
    vast.heightMm = 9000;
    const auto pages = paginate(
        body({paragraph(QString(3000, u'é')), paragraph({}), paragraph(QStringLiteral("a\tb\x01 c\n\nd")),
              Block{narrow}, Block{empty}, Block{List{}}, Block{vast}, Block{Frame{}}, Block{Placeholder{}},
              heading(9, {}, {}, {}), Block{Space{-4}}, Block{Space{900}},
              paragraph(QString(QChar(0xD800)) + QStringLiteral("seul"))}));
    EXPECT_GE(pages.count(), 2);
    EXPECT_EQ(paginate(Document{}).count(), 1);
}

TEST(Pages, RandomDocumentsAreSound)
{
    base::Random random(7);
    for (int round = 0; round < 25; ++round) {
        std::vector<Block> blocks;
        for (int i = 0; i < 30; ++i) {
            switch (random.below(8)) {
            case 0:
                blocks.push_back(heading(1 + int(random.below(4)), QString::number(i),
                                         Lorem.left(int(random.below(150))), QString::number(i)));
                break;
            case 1:
                blocks.push_back(Block{numbersTable(int(random.below(40)))});
                break;
            case 2:
                blocks.push_back(Block{offerFigure()});
                break;
            case 3:
                blocks.push_back(
                    Block{Frame{{paragraph(prose(int(random.below(5)))), Block{numbersTable(3)}}, {}}});
                break;
            case 4:
                blocks.push_back(Block{Placeholder{
                    {},
                    Lorem,
                    10,
                    random.chance(0.5) ? std::vector<QString>{prose(3), prose(9)} : std::vector<QString>{}}});
                break;
            case 5:
                blocks.push_back(Block{
                    List{random.chance(0.5), {runs(Lorem), runs(prose(2)), runs(QStringLiteral("x"))}}});
                break;
            default:
                blocks.push_back(paragraph(prose(int(random.below(12)))));
                break;
            }
        }
        expectSound(paginate(body(std::move(blocks))));
    }
}

TEST(Pages, CancellingStops)
{
    int calls = 0;
    try {
        paginate(sampleDocument(), [&](const base::ProgressStep&) { return ++calls < 5; });
        FAIL() << "not cancelled";
    } catch (const base::Error& e) {
        EXPECT_EQ(e.code(), base::ErrorCode::Cancelled);
    }
    EXPECT_EQ(calls, 5);
}
