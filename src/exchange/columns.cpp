#include "exchange/columns.h"

#include "base/text.h"
#include "exchange/hxl_tags.h"
#include "questionnaire/standard.h"

#include <QSet>

namespace exchange {
namespace {

using base::Issue;
using base::Severity;

/// Attributes that say who an organisation is in the row.
Role roleOf(const HxlTag& tag)
{
    if (tag.has(u"funder") || tag.has(u"funding") || tag.has(u"donor")) return Role::Funder;
    if (tag.has(u"impl") || tag.has(u"implementing")) return Role::Implementing;
    return Role::Primary;
}

Target organisationTarget(const HxlTag& tag)
{
    if (tag.has(u"type")) return Target::Type;
    if (tag.has(u"acronym")) return Target::Acronym;
    for (const QStringView other : {u"code", u"id", u"url", u"email", u"phone", u"contact", u"num"})
        if (tag.has(other)) return Target::Fact;
    return tag.has(u"i_ar") || tag.has(u"ar") ? Target::NameAr : Target::Name;
}

Target targetOf(const HxlTag& tag)
{
    const bool code = tag.has(u"code") || tag.has(u"id");
    if (tag.name == u"org") return organisationTarget(tag);
    if (tag.name == u"sector" || tag.name == u"subsector" || tag.name == u"cluster") return Target::Sector;
    if (tag.name.size() == 4 && tag.name.startsWith(u"adm") && tag.name[3].isDigit())
        return code ? Target::PlaceCode : Target::Place;
    if (tag.name == u"loc") return code ? Target::PlaceCode : Target::Place;
    if (tag.name == u"activity") return code ? Target::Fact : Target::Activity;
    // People's names, telephones and addresses enter a study only when a mapping asks for them.
    return tag.name == u"contact" ? Target::Ignored : Target::Fact;
}

/// Finds what the mapping says of a column: by its header, its tag, or its number ("#3").
class MappedColumns
{
public:
    explicit MappedColumns(const Mapping& mapping) : m_mapping(mapping)
    {
        for (auto it = mapping.columns.cbegin(); it != mapping.columns.cend(); ++it)
            m_words.insert(keyOf(it.key()), it.value());
    }

    std::optional<QString> word(const QString& header, const QString& tag, int index)
    {
        for (const QString& key : {keyOf(header), keyOf(tag), u'#' + QString::number(index + 1)}) {
            if (key.isEmpty() || !m_words.contains(key)) continue;
            m_used.insert(key);
            return m_words.value(key);
        }
        return {};
    }

    /// How many of a row's cells are headers that the mapping names.
    int known(const QStringList& cells) const
    {
        return static_cast<int>(std::count_if(
            cells.begin(), cells.end(), [&](const QString& cell) { return m_words.contains(keyOf(cell)); }));
    }

    void reportMissing(int row, base::Issues& issues) const
    {
        QStringList names = m_mapping.columns.keys();
        names.sort();
        for (const QString& name : names)
            if (!m_used.contains(keyOf(name)))
                issues.push_back(
                    {Severity::Error, QStringLiteral("mapping.missing_column"), {{}, row, name}, {name}});
    }

private:
    /// Tags compare without spaces, headers folded.
    static QString keyOf(const QString& text)
    {
        const auto tag = parseTag(text);
        return tag ? tag->text() : base::fold(text);
    }

    const Mapping& m_mapping;
    QHash<QString, QString> m_words;
    QSet<QString> m_used;
};

int headerRow(const RawTable& table, const Mapping& mapping, const MappedColumns& mapped, int tagRow)
{
    if (mapping.headerRow > 0) return mapping.headerRow - table.firstRow;
    if (tagRow >= 0) return tagRow - 1;
    int best = 0;
    for (int row = 1; row < std::min(25, static_cast<int>(table.rows.size())); ++row)
        if (mapped.known(table.rows[static_cast<size_t>(row)]) >
            mapped.known(table.rows[static_cast<size_t>(best)]))
            best = row;
    return best;
}

/// The organisation that becomes the actor: whoever has a name, the carrier of the action first.
std::optional<Role> identifyingRole(const std::vector<Column>& columns)
{
    for (const Target target : {Target::Name, Target::NameAr, Target::Acronym})
        for (const Role role : {Role::Primary, Role::Implementing})
            if (std::any_of(columns.begin(), columns.end(),
                            [&](const Column& c) { return c.target == target && c.role == role; }))
                return role;
    return {};
}

/// Other organisations of the row are facts about the actor, not actors.
void settleRoles(std::vector<Column>& columns, Role actor)
{
    for (Column& column : columns) {
        const bool organisation = column.target == Target::Name || column.target == Target::NameAr ||
                                  column.target == Target::Acronym || column.target == Target::Type;
        if (!organisation || column.role == actor) continue;
        column.target = Target::Fact;
        if (column.role == Role::Funder) column.label = QStringLiteral("funders");
    }
}

/// Sectors given both by name and by code are read by name.
void preferNames(std::vector<Column>& columns, const std::vector<bool>& sectorCodes)
{
    const auto isNamedSector = [&](const Column& c) {
        return c.target == Target::Sector && !sectorCodes[static_cast<size_t>(c.index)];
    };
    if (std::none_of(columns.begin(), columns.end(), isNamedSector)) return;
    for (Column& column : columns)
        if (column.target == Target::Sector && sectorCodes[static_cast<size_t>(column.index)])
            column.target = Target::Fact;
}

class LayoutReader
{
public:
    LayoutReader(const RawTable& table, const Mapping& mapping, base::Issues& issues)
        : m_table(table), m_mapped(mapping), m_tagRow(findTagRow(table.rows)),
          m_headerRow(headerRow(table, mapping, m_mapped, m_tagRow)), m_issues(issues)
    {
    }

    bool hasTags() const { return m_tagRow >= 0; }

    Layout read()
    {
        const QStringList tags = rowAt(m_tagRow);
        const QStringList headers = rowAt(m_headerRow);
        m_layout.firstData = std::max(m_tagRow, m_headerRow) + 1;
        m_layout.width = static_cast<int>(std::max(tags.size(), headers.size()));
        m_sectorCodes.resize(static_cast<size_t>(m_layout.width));
        for (int index = 0; index < m_layout.width; ++index)
            readColumn(index, headers.value(index).simplified(), tags.value(index));
        m_mapped.reportMissing(m_table.firstRow + std::max(m_headerRow, 0), m_issues);
        preferNames(m_layout.columns, m_sectorCodes);
        const std::optional<Role> actor = identifyingRole(m_layout.columns);
        if (actor)
            settleRoles(m_layout.columns, *actor);
        else if (!base::hasErrors(m_issues))
            m_issues.push_back({Severity::Error,
                                QStringLiteral("list.no_organisation_column"),
                                {m_table.name, m_table.firstRow + std::max(m_tagRow, m_headerRow), {}},
                                {}});
        return std::move(m_layout);
    }

private:
    QStringList rowAt(int row) const
    {
        return row >= 0 && row < static_cast<int>(m_table.rows.size())
                   ? m_table.rows[static_cast<size_t>(row)]
                   : QStringList();
    }

    void readColumn(int index, const QString& header, const QString& tagText)
    {
        const std::optional<HxlTag> tag = parseTag(tagText);
        const QString name = !header.isEmpty() ? header
                             : tag             ? tag->text()
                                               : u'#' + QString::number(index + 1);
        if (const auto word = m_mapped.word(header, tag ? tag->text() : QString(), index)) {
            mapped(index, name, *word);
            return;
        }
        Column column{index, Target::Fact, Role::Primary, name, false};
        if (tag) {
            column.target = targetOf(*tag);
            column.role = roleOf(*tag);
            column.list = tag->has(u"list");
            m_sectorCodes[static_cast<size_t>(index)] = tag->has(u"code");
            if (column.target == Target::Ignored) warn("list.contact_ignored", name);
        } else if (hasTags() && !(header.isEmpty() && tagText.trimmed().isEmpty())) {
            warn("hxl.untagged_column", name);
        }
        if (column.target != Target::Ignored) m_layout.columns.push_back(column);
    }

    void mapped(int index, const QString& name, const QString& word)
    {
        auto column = targetFromWord(word);
        if (!column) {
            m_issues.push_back(
                {Severity::Error, QStringLiteral("mapping.unknown_target"), {{}, 0, name}, {name, word}});
            return;
        }
        if (column->target == Target::Ignored) return;
        column->index = index;
        if (column->label.isEmpty()) column->label = name;
        m_layout.columns.push_back(*column);
    }

    void warn(const char* code, const QString& column)
    {
        const int row = m_table.firstRow + std::max(m_tagRow, m_headerRow);
        m_issues.push_back(
            {Severity::Warning, QString::fromLatin1(code), {m_table.name, row, column}, {column}});
    }

    const RawTable& m_table;
    MappedColumns m_mapped;
    int m_tagRow;
    int m_headerRow;
    base::Issues& m_issues;
    Layout m_layout;
    std::vector<bool> m_sectorCodes;
};

} // namespace

std::optional<Column> targetFromWord(const QString& word)
{
    static const QHash<QString, Column> words{
        {QString(), {0, Target::Ignored, Role::Primary, {}, false}},
        {QStringLiteral("id_nom_fr"), {0, Target::Name, Role::Primary, {}, false}},
        {QStringLiteral("id_nom_ar"), {0, Target::NameAr, Role::Primary, {}, false}},
        {QStringLiteral("id_sigle"), {0, Target::Acronym, Role::Primary, {}, false}},
        {QStringLiteral("type"), {0, Target::Type, Role::Primary, {}, false}},
        {QStringLiteral("sector"), {0, Target::Sector, Role::Primary, {}, false}},
        {QStringLiteral("place:adm1"), {0, Target::Place, Role::Primary, {}, false}},
        {QStringLiteral("place:adm2"), {0, Target::Place, Role::Primary, {}, false}},
        {QStringLiteral("place:code"), {0, Target::PlaceCode, Role::Primary, {}, false}},
        {QStringLiteral("activity"), {0, Target::Activity, Role::Primary, {}, false}},
        {QStringLiteral("funder"), {0, Target::Name, Role::Funder, {}, false}}};
    const QString trimmed = word.trimmed();
    if (const auto found = words.constFind(trimmed); found != words.cend()) return *found;
    if (trimmed.startsWith(u"fact:") && trimmed.size() > 5)
        return Column{0, Target::Fact, Role::Primary, trimmed.sliced(5).trimmed(), false};
    const questionnaire::Question* question = questionnaire::standardForm()->question(trimmed);
    const bool holdsText = question && question->type != questionnaire::QuestionType::Group &&
                           question->type != questionnaire::QuestionType::Repeat &&
                           question->type != questionnaire::QuestionType::Note;
    if (!holdsText) return {};
    return Column{0, Target::Question, Role::Primary, trimmed, false};
}

Layout readLayout(const RawTable& table, const Mapping& mapping, bool requireTags, base::Issues& issues)
{
    LayoutReader reader(table, mapping, issues);
    if (requireTags && !reader.hasTags()) {
        issues.push_back({Severity::Error, QStringLiteral("hxl.no_tag_row"), {table.name, 0, {}}, {}});
        return {};
    }
    return reader.read();
}

} // namespace exchange
