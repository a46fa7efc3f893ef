#include "exchange/gathering.h"

#include "base/text.h"
#include "questionnaire/standard.h"

#include <QRegularExpression>
#include <QSet>

namespace exchange {
namespace {

using base::Issue;
using base::Severity;
using questionnaire::QuestionType;

QString identity(const QString& name)
{
    return base::foldedWords(name).join(u' ');
}

/// What lists write where there is no organisation to name.
bool isPlaceholder(const QString& key)
{
    static const QSet<QString> placeholders{QStringLiteral("no partner"),
                                            QStringLiteral("none"),
                                            QStringLiteral("n a"),
                                            QStringLiteral("na"),
                                            QStringLiteral("unknown"),
                                            QStringLiteral("tbd"),
                                            QStringLiteral("various"),
                                            QStringLiteral("to be defined"),
                                            QStringLiteral("aucun"),
                                            QStringLiteral("aucune"),
                                            QStringLiteral("sans partenaire"),
                                            QStringLiteral("inconnu"),
                                            QStringLiteral("a determiner"),
                                            QStringLiteral("non defini"),
                                            QStringLiteral("divers"),
                                            QStringLiteral("plusieurs"),
                                            QStringLiteral("nd"),
                                            QStringLiteral("xxx")};
    return placeholders.contains(key);
}

QStringList valuesIn(const Column& column, const QStringList& cells)
{
    const QString cell = cells.value(column.index);
    if (!column.list) {
        const QString value = cell.simplified();
        return value.isEmpty() ? QStringList() : QStringList{value};
    }
    static const QRegularExpression separators(QStringLiteral("[,;|\n]"));
    QStringList values;
    for (const QString& part : cell.split(separators, Qt::SkipEmptyParts))
        if (!part.simplified().isEmpty()) values << part.simplified();
    return values;
}

struct Identity
{
    QString name, nameAr, acronym;
};

class Gatherer
{
public:
    Gatherer(const Layout& layout, const Mapping& mapping, ListReading& reading)
        : m_layout(layout), m_form(questionnaire::standardForm()), m_reading(reading)
    {
        for (auto target = mapping.values.cbegin(); target != mapping.values.cend(); ++target)
            for (auto value = target->cbegin(); value != target->cend(); ++value)
                m_codes[target.key()].insert(base::fold(value.key()), value.value());
    }

    void row(const QStringList& cells, int number)
    {
        ++m_reading.rows;
        const Identity who = identityOf(cells);
        const QString key = identity(!who.name.isEmpty() ? who.name : who.nameAr);
        if (key.isEmpty() && !identity(who.acronym).isEmpty()) {
            m_acronymOnly.push_back({cells, number}); // placed once every name and its acronym are known
            return;
        }
        if (key.isEmpty()) {
            m_reading.rejected.push_back(
                {Severity::Warning, QStringLiteral("list.no_organisation"), {{}, number, {}}, {}});
            return;
        }
        if (!who.acronym.isEmpty()) m_namesByAcronym[identity(who.acronym)].insert(key);
        add(key, who, cells, number);
    }

    void finish()
    {
        for (const auto& [cells, number] : m_acronymOnly) {
            const Identity who = identityOf(cells);
            const QString acronym = identity(who.acronym);
            const QSet<QString> names = m_namesByAcronym.value(acronym);
            // An acronym that several names share designates none of them for certain.
            add(names.size() == 1 ? *names.cbegin() : acronym, who, cells, number);
        }
        warnOfSharedAcronyms();
        std::stable_sort(
            m_reading.actors.begin(), m_reading.actors.end(),
            [](const ListedActor& a, const ListedActor& b) { return a.rows.front() < b.rows.front(); });
    }

private:
    Identity identityOf(const QStringList& cells) const
    {
        Identity who;
        for (const Column& column : m_layout.columns) {
            QString* part = column.target == Target::Name      ? &who.name
                            : column.target == Target::NameAr  ? &who.nameAr
                            : column.target == Target::Acronym ? &who.acronym
                                                               : nullptr;
            if (part && part->isEmpty()) *part = cells.value(column.index).simplified();
        }
        return who;
    }

    void add(const QString& key, const Identity& who, const QStringList& cells, int number)
    {
        const auto found = m_byKey.constFind(key);
        const size_t index = found != m_byKey.cend() ? *found : m_reading.actors.size();
        if (found == m_byKey.cend()) {
            m_byKey.insert(key, index);
            m_reading.actors.emplace_back();
            m_seen.emplace_back();
            if (isPlaceholder(key))
                warn("list.placeholder_name", number, {}, {who.name.isEmpty() ? who.acronym : who.name});
        }
        ListedActor& actor = m_reading.actors[index];
        actor.rows.push_back(number);
        first(index, actor.name, who.name, QStringLiteral("name"));
        first(index, actor.nameAr, who.nameAr, QStringLiteral("name_ar"));
        first(index, actor.acronym, who.acronym, QStringLiteral("acronym"));
        for (const Column& column : m_layout.columns)
            for (const QString& value : valuesIn(column, cells))
                bring(index, column, value, number);
    }

    /// Keeps the first spelling; another one stays as a fact.
    void first(size_t index, QString& kept, const QString& value, const QString& field)
    {
        if (value.isEmpty()) return;
        if (kept.isEmpty())
            kept = value;
        else if (base::fold(kept) != base::fold(value))
            fact(index, field, value);
    }

    void bring(size_t index, const Column& column, const QString& value, int number)
    {
        ListedActor& actor = m_reading.actors[index];
        switch (column.target) {
        case Target::Type:
            first(index, actor.type, value, QStringLiteral("type"));
            translate(index, QStringLiteral("type"), QStringLiteral("id_categorie"), value, number);
            break;
        case Target::Sector:
            once(index, QStringLiteral("sector"), value, actor.sectors);
            translate(index, QStringLiteral("sector"), QStringLiteral("dom_domaines"), value, number);
            break;
        case Target::Place:
            once(index, QStringLiteral("place"), value, actor.places);
            break;
        case Target::PlaceCode:
            once(index, QStringLiteral("code"), value, actor.placeCodes);
            break;
        case Target::Activity:
            once(index, QStringLiteral("activity"), value, actor.activities);
            break;
        case Target::Fact:
            fact(index, column.label, value);
            break;
        case Target::Question:
            answer(index, column, value, number);
            break;
        default:
            break;
        }
    }

    void once(size_t index, const QString& field, const QString& value, QStringList& values)
    {
        QSet<QString>& seen = m_seen[index];
        const QString mark = field + u'\x1f' + base::fold(value);
        if (seen.contains(mark)) return;
        seen.insert(mark);
        values << value;
    }

    void fact(size_t index, const QString& label, const QString& value)
    {
        once(index, u'=' + label, value, m_reading.actors[index].facts[label]);
    }

    /// Answers a question from a source value when the mapping gives its code.
    void translate(size_t index, const QString& target, const QString& question, const QString& value,
                   int number)
    {
        const auto codes = m_codes.constFind(target);
        if (codes == m_codes.cend()) return;
        const auto code = codes->constFind(base::fold(value));
        if (code == codes->cend())
            warnOnce("list.value_without_code", number, target, value);
        else if (!code->isEmpty())
            store(index, question, *code, number);
    }

    void answer(size_t index, const Column& column, const QString& value, int number)
    {
        const questionnaire::Question* question = m_form->question(column.label);
        const questionnaire::ChoiceList* list = m_form->listOf(*question);
        if (!list || m_codes.contains(column.label)) {
            if (list)
                translate(index, column.label, column.label, value, number);
            else
                store(index, column.label, value, number);
            return;
        }
        const QString code = codeFromList(*list, value);
        if (!code.isEmpty()) {
            store(index, column.label, code, number);
            return;
        }
        warnOnce("list.value_without_code", number, column.label, value);
        fact(index, column.label, value);
    }

    /// A code of the list, or the code of a label written as the instrument writes it.
    static QString codeFromList(const questionnaire::ChoiceList& list, const QString& value)
    {
        const QString folded = base::fold(value);
        for (const questionnaire::Choice& choice : list.choices)
            if (choice.name == value || base::fold(choice.label) == folded) return choice.name;
        return {};
    }

    void store(size_t index, const QString& question, const QString& value, int number)
    {
        QString& stored = m_reading.actors[index].answers[question];
        if (stored.isEmpty()) {
            stored = value;
        } else if (m_form->question(question)->type == QuestionType::SelectMultiple) {
            QStringList codes = stored.split(u' ', Qt::SkipEmptyParts);
            for (const QString& code : value.split(u' ', Qt::SkipEmptyParts))
                if (!codes.contains(code)) codes << code;
            stored = codes.join(u' ');
        } else if (stored != value) {
            fact(index, question, value);
            const ListedActor& actor = m_reading.actors[index];
            warnOnce("list.several_values", number, question,
                     actor.name.isEmpty() ? actor.acronym : actor.name);
        }
    }

    void warnOfSharedAcronyms()
    {
        QStringList acronyms = m_namesByAcronym.keys();
        acronyms.sort();
        for (const QString& acronym : acronyms) {
            if (m_namesByAcronym.value(acronym).size() < 2) continue;
            QStringList names;
            int row = 0;
            for (const ListedActor& actor : m_reading.actors) {
                if (identity(actor.acronym) != acronym) continue;
                names << actor.name;
                row = actor.rows.front();
            }
            warn("list.same_acronym", row, {}, {acronym.toUpper(), names.join(QStringLiteral(" ; "))});
        }
    }

    void warnOnce(const char* code, int number, const QString& column, const QString& value)
    {
        const QString mark = QString::fromLatin1(code) + column + u'\x1f' + base::fold(value);
        if (m_warned.contains(mark)) return;
        m_warned.insert(mark);
        warn(code, number, column, {value, column});
    }

    void warn(const char* code, int number, const QString& column, const QStringList& args)
    {
        m_reading.warnings.push_back(
            {Severity::Warning, QString::fromLatin1(code), {{}, number, column}, args});
    }

    const Layout& m_layout;
    std::shared_ptr<const questionnaire::Form> m_form;
    ListReading& m_reading;
    QHash<QString, QHash<QString, QString>> m_codes; ///< target -> folded source value -> code
    QHash<QString, size_t> m_byKey;
    QHash<QString, QSet<QString>> m_namesByAcronym;
    std::vector<QSet<QString>> m_seen; ///< per actor, values already kept
    std::vector<std::pair<QStringList, int>> m_acronymOnly;
    QSet<QString> m_warned;
};

bool isBlank(const QStringList& cells)
{
    return std::all_of(cells.begin(), cells.end(),
                       [](const QString& cell) { return cell.trimmed().isEmpty(); });
}

/// Cells beyond the last header belong to no column: a shifted or broken row.
void warnOfExtraCells(const Layout& layout, const QStringList& cells, int number, ListReading& reading)
{
    if (cells.size() <= layout.width || isBlank(cells.sliced(layout.width))) return;
    reading.warnings.push_back({Severity::Warning,
                                QStringLiteral("list.extra_cells"),
                                {{}, number, {}},
                                {QString::number(cells.size()), QString::number(layout.width)}});
}

} // namespace

void gather(const RawTable& table, const Layout& layout, const Mapping& mapping, ListReading& reading,
            const base::Progress& progress)
{
    Gatherer gatherer(layout, mapping, reading);
    const int total = static_cast<int>(table.rows.size());
    for (int row = layout.firstData; row < total; ++row) {
        if ((row - layout.firstData) % 1000 == 0)
            base::advance(progress, QStringLiteral("import.gather"), row, total);
        const QStringList& cells = table.rows[static_cast<size_t>(row)];
        if (isBlank(cells)) continue;
        warnOfExtraCells(layout, cells, table.firstRow + row, reading);
        gatherer.row(cells, table.firstRow + row);
    }
    gatherer.finish();
}

} // namespace exchange
