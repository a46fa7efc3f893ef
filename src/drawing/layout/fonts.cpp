#include "drawing/layout/fonts.h"

namespace drawing {
namespace {

QStringList families(Family family)
{
    const QString sans = QStringLiteral("Noto Sans"), serif = QStringLiteral("Noto Serif"),
                  arabic = QStringLiteral("Noto Sans Arabic");
    switch (family) {
    case Family::Sans:
        return {sans, arabic};
    case Family::Serif:
        return {serif, arabic};
    case Family::Arabic:
        return {arabic, sans};
    }
    return {sans};
}

QString nameOf(const QRawFont& font)
{
    return font.familyName() + u'/' + font.styleName() + u'/' + QString::number(qRound(font.pixelSize()));
}

} // namespace

QFont makeFont(const FontKey& key)
{
    QFont font;
    font.setFamilies(families(key.family));
    font.setPixelSize(qMax(1, key.size));
    font.setBold(key.bold);
    font.setItalic(key.italic && key.family != Family::Arabic);
    font.setHintingPreference(QFont::PreferNoHinting);
    // A letter spacing other than zero keeps Arabic letters apart as glyphs (no lam-alef ligature), which is
    // what lets the PDF give back the letters of the text.
    if (key.family == Family::Arabic) font.setLetterSpacing(QFont::AbsoluteSpacing, 0.02);
    return font;
}

FontId FontTable::id(const FontKey& key)
{
    const quint32 packed =
        quint32(key.size) << 4 | quint32(key.family) << 2 | quint32(key.bold) << 1 | quint32(key.italic);
    if (const auto found = m_byKey.constFind(packed); found != m_byKey.constEnd()) return *found;
    const auto made = static_cast<FontId>(m_fonts.size());
    m_fonts.push_back(makeFont(key));
    m_byKey.insert(packed, made);
    const QString name = nameOf(QRawFont::fromFont(m_fonts.back()));
    if (!m_byName.contains(name)) m_byName.insert(name, made);
    return made;
}

FontId FontTable::id(const QRawFont& used)
{
    const QString name = nameOf(used);
    if (const auto found = m_byName.constFind(name); found != m_byName.constEnd()) return *found;
    QFont font(used.familyName());
    font.setPixelSize(qRound(used.pixelSize()));
    font.setWeight(static_cast<QFont::Weight>(used.weight()));
    font.setStyle(used.style());
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setStyleStrategy(QFont::NoFontMerging);
    const auto made = static_cast<FontId>(m_fonts.size());
    m_fonts.push_back(font);
    m_byName.insert(name, made);
    return made;
}

} // namespace drawing
