#pragma once
#include "deliverables/reader.h"
#include "report/xlsx_writer.h"

#include <functional>

namespace deliverables {

/// One of the 46 columns of the grille.
struct GrilleColumn
{
    enum class Print : quint8 { Wide, Iom, Internal };
    enum class Block : quint8 { Identity, Mandate, Public, Services, Links, Partnership, Follow };

    int number = 0;
    QString title;
    Block block = Block::Identity;
    double width = 1; ///< relative, in its block
    Print print = Print::Wide;
    bool institutions = true; ///< else "hors champ" for an institution
    QString hxl;
    report::Sheet::Column::Type type = report::Sheet::Column::Type::Text;
    QString question; ///< whose choices make the drop-down list
    std::function<QString(const Reader&, const disclosure::ActorView&)> text;
};

/// Columns this view's audience receives, in order.
std::vector<GrilleColumn> grilleColumns(const Reader& reader);
/// Text of one cell; "–" when nothing is known, never empty.
QString grilleCell(const Reader& reader, const GrilleColumn& column, const disclosure::ActorView& actor);
QString grilleBlockTitle(GrilleColumn::Block block);
/// Abbreviations and mentions the grille uses, for its legend.
std::vector<std::pair<QString, QString>> grilleLegend(const Reader& reader);

/// Cell of an answer, with the state in words when there is no value: parts shared with the fiches.
QString restrictedText(const Reader& reader, const disclosure::ActorView& actor, const QString& question);
QString budgetClass(const QString& amount);
QString programmesText(const Reader& reader, const disclosure::ActorView& actor, int most);
QString linksText(const Reader& reader, const disclosure::ActorView& actor, int most);

} // namespace deliverables
