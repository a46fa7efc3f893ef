#include "ui/acteurs/actors_model.h"

#include "base/text.h"
#include "ui/widgets/words.h"
#include "workflow/messages/messages.h"

#include <QLocale>

#include <bit>
#include <numeric>

namespace ui {

const QStringList& facet::all()
{
    static const QStringList codes{Category, Region, Service, Status, ToDo, Mode};
    return codes;
}

ActorsModel::ActorsModel(const workflow::Study& study, QObject* parent)
    : QAbstractTableModel(parent), m_study(study), m_division(study.info().division),
      m_french(QLocale(QLocale::French)), m_arabic(QLocale(QLocale::Arabic))
{
    m_french.setCaseSensitivity(Qt::CaseInsensitive);
    reload();
}

int ActorsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int ActorsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

const dossier::RecordSummary& ActorsModel::actor(int row) const
{
    return m_rows[static_cast<size_t>(m_shown[static_cast<size_t>(row)])].summary;
}

int ActorsModel::rowOf(const QString& id) const
{
    const auto found = m_index.constFind(id);
    if (found == m_index.cend()) return -1;
    const auto at = std::find(m_shown.begin(), m_shown.end(), *found);
    return at == m_shown.end() ? -1 : static_cast<int>(at - m_shown.begin());
}

QVariant ActorsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const Row& row = m_rows[static_cast<size_t>(m_shown[static_cast<size_t>(index.row())])];
    const dossier::RecordSummary& actor = row.summary;
    if (role == IdRole) return actor.id;
    if (role == WordsRole) return m_words;
    if (role == StatusRole) return actor.statusCode;
    if (role == ConflictsRole) return m_conflicts.value(actor.id);
    if (role == ShareRole) return actor.completeness;
    if (role == OffersRole) return QStringList(actor.offers.begin(), actor.offers.end());
    if (role == Qt::TextAlignmentRole && index.column() == NameAr)
        return int(Qt::AlignRight | Qt::AlignVCenter | Qt::AlignAbsolute);
    if (role == Qt::ToolTipRole && index.column() == Name)
        return m_conflicts.contains(actor.id) ? tr("%1 : un choix est attendu").arg(actor.nameFr)
                                              : actor.nameFr;
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole) return {};
    switch (index.column()) {
    case Name:
        return actor.nameFr;
    case NameAr:
        return actor.nameAr;
    case Category:
        return row.categoryWord;
    case Region:
        return row.regionWord;
    case Services: {
        QStringList words;
        for (size_t s = 0; s < 4; ++s)
            words << assessment::serviceLetters()[s] + QStringLiteral(" ") +
                         workflow::messages::offerWord(actor.offers[s]);
        return words.join(QStringLiteral(", "));
    }
    case Status:
        return actor.statusCode.isEmpty() ? QString() : workflow::messages::statusWord(actor.statusCode);
    case Completeness:
        return tr("%1 %").arg(qRound(actor.completeness * 100));
    default:
        return {};
    }
}

QVariant ActorsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == NameAr ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    const bool old = m_division == cartography::Division::Regions1997;
    switch (section) {
    case Name:
        return tr("Nom");
    case NameAr:
        return tr("Nom arabe");
    case Category:
        return tr("Catégorie");
    case Region:
        return old ? tr("Région (1997)") : tr("Région (2015)");
    case Services:
        return tr("Services");
    case Status:
        return tr("Statut");
    case Completeness:
        return tr("Complétude");
    default:
        return {};
    }
}

QString ActorsModel::categoryWord(const QString& code) const
{
    const questionnaire::Question* question = m_study.form().question(QStringLiteral("id_categorie"));
    const questionnaire::ChoiceList* list = question ? m_study.form().listOf(*question) : nullptr;
    return list && !code.isEmpty() ? shortCategory(code, list->labelOf(code)) : code;
}

ActorsModel::Row ActorsModel::makeRow(dossier::RecordSummary summary)
{
    Row row;
    row.region = m_study.divisions().regionOf(summary.province, m_division);
    if (const cartography::Region* region = m_study.divisions().region(row.region))
        row.regionWord = region->nameFr;
    row.categoryWord = categoryWord(summary.category);
    row.folded =
        u' ' + base::foldedWords(summary.nameFr + u' ' + summary.acronym + u' ' + summary.nameAr).join(u' ');
    row.summary = std::move(summary);
    setBits(row);
    return row;
}

void ActorsModel::reload()
{
    beginResetModel();
    m_rows.clear();
    m_index.clear();
    std::vector<dossier::RecordSummary> records = m_study.dossier().records();
    m_rows.reserve(records.size());
    for (dossier::RecordSummary& record : records) {
        m_index.insert(record.id, static_cast<int>(m_rows.size()));
        m_rows.push_back(makeRow(std::move(record)));
    }
    resort();
    refilter();
    endResetModel();
    Q_EMIT countsChanged();
}

void ActorsModel::refresh(const dossier::ChangeSet& changes)
{
    if (!changes.created.isEmpty() || !changes.deleted.isEmpty()) return reload();
    bool touched = false;
    for (const QString& id : changes.records) {
        const auto at = m_index.constFind(id);
        const auto summary = m_study.dossier().record(id);
        if (at == m_index.cend() || !summary) continue;
        m_rows[static_cast<size_t>(*at)] = makeRow(*summary);
        touched = true;
        const int row = rowOf(id);
        if (row >= 0) Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
    if (!touched) return;
    std::vector<int> shown = passing();
    if (shown != m_shown) {
        beginResetModel();
        m_shown = std::move(shown);
        endResetModel();
    }
    Q_EMIT countsChanged();
}

void ActorsModel::setBit(Row& row, int facetIndex, const QString& code)
{
    QStringList& codes = m_codes[static_cast<size_t>(facetIndex)];
    qsizetype at = codes.indexOf(code);
    if (at < 0 && codes.size() < 64) {
        at = codes.size();
        codes << code;
    }
    if (at >= 0) row.bits[static_cast<size_t>(facetIndex)] |= quint64(1) << at;
}

void ActorsModel::setBits(Row& row)
{
    const dossier::RecordSummary& actor = row.summary;
    setBit(row, 0, actor.category);
    setBit(row, 1, row.region);
    for (size_t s = 0; s < 4; ++s)
        if (actor.offers[s] == u"direct") setBit(row, 2, assessment::serviceCodes()[s]);
    setBit(row, 3, actor.statusCode);
    setBit(row, 5, actor.mode);
    if (actor.completeness < 0.7) setBit(row, 4, QStringLiteral("incomplet"));
    if (actor.mode == u"documentaire") setBit(row, 4, QStringLiteral("documentaire"));
    if (actor.province.isEmpty()) setBit(row, 4, QStringLiteral("sans_province"));
    if (actor.nameAr.isEmpty()) setBit(row, 4, QStringLiteral("sans_nom_arabe"));
}

bool ActorsModel::hasWords(const Row& row) const
{
    return std::all_of(m_needles.begin(), m_needles.end(),
                       [&](const QString& needle) { return row.folded.contains(needle); });
}

std::vector<int> ActorsModel::passing()
{
    m_words = base::foldedWords(m_filter.text);
    m_needles.clear();
    for (const QString& word : std::as_const(m_words))
        m_needles << u' ' + word;
    std::array<quint64, FacetCount> wanted{};
    for (size_t f = 0; f < FacetCount; ++f)
        for (const QString& code : m_filter.facets.value(facet::all()[static_cast<qsizetype>(f)])) {
            const qsizetype at = m_codes[f].indexOf(code);
            wanted[f] |= at >= 0 ? quint64(1) << at : 0;
        }
    std::array<std::array<int, 64>, FacetCount> counts{};
    std::vector<int> shown;
    for (int at : m_order) {
        const Row& row = m_rows[static_cast<size_t>(at)];
        if (!hasWords(row)) continue;
        // An actor counts in a facet when it passes all the others: that is what ticking would show.
        int failing = 0;
        size_t lone = 0;
        for (size_t f = 0; f < FacetCount; ++f)
            if (wanted[f] && !(row.bits[f] & wanted[f])) {
                ++failing;
                lone = f;
            }
        if (failing > 1) continue;
        for (size_t f = 0; f < FacetCount; ++f)
            if (failing == 0 || f == lone)
                for (quint64 bits = row.bits[f]; bits; bits &= bits - 1)
                    ++counts[f][static_cast<size_t>(std::countr_zero(bits))];
        if (failing == 0) shown.push_back(at);
    }
    m_counts.clear();
    for (size_t f = 0; f < FacetCount; ++f)
        for (qsizetype c = 0; c < m_codes[f].size(); ++c)
            m_counts[facet::all()[static_cast<qsizetype>(f)]].insert(m_codes[f][c],
                                                                     counts[f][static_cast<size_t>(c)]);
    return shown;
}

void ActorsModel::setFilter(const ActorFilter& filter)
{
    beginResetModel();
    m_filter = filter;
    refilter();
    endResetModel();
    Q_EMIT countsChanged();
}

void ActorsModel::setConflicts(const QHash<QString, int>& perRecord)
{
    if (perRecord == m_conflicts) return;
    m_conflicts = perRecord;
    if (rowCount() > 0) Q_EMIT dataChanged(index(0, Name), index(rowCount() - 1, Name), {ConflictsRole});
}

bool ActorsModel::lessThan(Row& a, Row& b) const
{
    const auto key = [](std::optional<QCollatorSortKey>& slot, const QCollator& collator,
                        const QString& text) -> const QCollatorSortKey& {
        if (!slot) slot = collator.sortKey(text);
        return *slot;
    };
    switch (m_sortColumn) {
    case NameAr:
        return key(a.nameAr, m_arabic, a.summary.nameAr).compare(key(b.nameAr, m_arabic, b.summary.nameAr)) <
               0;
    case Category:
        return m_french.compare(a.categoryWord, b.categoryWord) < 0;
    case Region:
        return m_french.compare(a.regionWord, b.regionWord) < 0;
    case Services:
        return std::count(a.summary.offers.begin(), a.summary.offers.end(), u"direct") >
               std::count(b.summary.offers.begin(), b.summary.offers.end(), u"direct");
    case Status:
        return a.summary.statusCode < b.summary.statusCode;
    case Completeness:
        return a.summary.completeness < b.summary.completeness;
    default:
        return key(a.name, m_french, a.summary.nameFr).compare(key(b.name, m_french, b.summary.nameFr)) < 0;
    }
}

void ActorsModel::resort()
{
    m_order.resize(m_rows.size());
    std::iota(m_order.begin(), m_order.end(), 0);
    std::stable_sort(m_order.begin(), m_order.end(), [this](int a, int b) {
        Row &first = m_rows[static_cast<size_t>(a)], &second = m_rows[static_cast<size_t>(b)];
        return m_sortOrder == Qt::AscendingOrder ? lessThan(first, second) : lessThan(second, first);
    });
}

void ActorsModel::sort(int column, Qt::SortOrder order)
{
    // Views ask for the order they already have, several times as they are built.
    if (column < 0 || (column == m_sortColumn && order == m_sortOrder)) return;
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    QStringList ids;
    for (const QModelIndex& index : before)
        ids << actor(index.row()).id;
    m_sortColumn = column;
    m_sortOrder = order;
    resort();
    refilter();
    QModelIndexList after;
    for (int i = 0; i < before.size(); ++i)
        after << index(rowOf(ids[i]), before[i].column());
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged();
}

} // namespace ui
