#pragma once
#include "workflow/study.h"

#include <QAbstractTableModel>
#include <QCollator>

namespace ui {

/// What the list is reduced to: words and, per facet, the codes ticked (none = any).
struct ActorFilter
{
    QString text;
    QHash<QString, QSet<QString>> facets; ///< facet code -> codes
};

inline constexpr size_t FacetCount = 6;

/// Counts beside the facets: facet code -> code -> number of actors that ticking it would show.
using FacetCounts = QHash<QString, QHash<QString, int>>;

/// The actors of the study as a table: small rows kept in memory, filtered and sorted without asking the
/// store.
class ActorsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, NameAr, Category, Region, Services, Status, Completeness, ColumnCount };
    enum Role { IdRole = Qt::UserRole, OffersRole, StatusRole, WordsRole, ShareRole, ConflictsRole };

    explicit ActorsModel(const workflow::Study& study, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    void reload();
    /// Reads again only what a transaction touched.
    void refresh(const dossier::ChangeSet& changes);
    void setFilter(const ActorFilter& filter);
    /// Decisions that wait, by record.
    void setConflicts(const QHash<QString, int>& perRecord);
    const FacetCounts& counts() const { return m_counts; }
    int total() const { return static_cast<int>(m_rows.size()); }
    const dossier::RecordSummary& actor(int row) const;
    int rowOf(const QString& id) const;

Q_SIGNALS:
    void countsChanged();

private:
    struct Row
    {
        dossier::RecordSummary summary;
        QString region, categoryWord, regionWord;
        QString folded;                         ///< words separated and preceded by one space
        std::array<quint64, FacetCount> bits{}; ///< per facet, the codes that hold, as bits of m_codes
        std::optional<QCollatorSortKey> name, nameAr;
    };

    Row makeRow(dossier::RecordSummary summary);
    void setBit(Row& row, int facet, const QString& code);
    void setBits(Row& row);
    bool hasWords(const Row& row) const;
    /// Rows that pass the filter, counting the facets on the way.
    std::vector<int> passing();
    void refilter() { m_shown = passing(); }
    void resort();
    bool lessThan(Row& a, Row& b) const;
    QString categoryWord(const QString& code) const;

    const workflow::Study& m_study;
    cartography::Division m_division;
    std::array<QStringList, FacetCount> m_codes; ///< codes met, per facet; their place is their bit
    QCollator m_french, m_arabic;
    std::vector<Row> m_rows;
    QHash<QString, int> m_index; ///< id -> row in m_rows
    std::vector<int> m_order;    ///< all rows, sorted
    std::vector<int> m_shown;    ///< those that pass the filter, in that order
    ActorFilter m_filter;
    QStringList m_words, m_needles;
    QHash<QString, int> m_conflicts;
    FacetCounts m_counts;
    int m_sortColumn = Name;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

/// Facet codes, in the order shown.
namespace facet {
inline const QString Category = QStringLiteral("categorie");
inline const QString Region = QStringLiteral("region");
inline const QString Service = QStringLiteral("service");
inline const QString Status = QStringLiteral("statut");
inline const QString ToDo = QStringLiteral("a_faire");
inline const QString Mode = QStringLiteral("mode");
const QStringList& all();
} // namespace facet

} // namespace ui
