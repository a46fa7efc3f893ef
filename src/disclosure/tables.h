#pragma once
#include "disclosure/gate.h"
#include "disclosure/suppression.h"

namespace disclosure {

/// The tables of one run. Counts that two tables share (a margin, or the same table asked twice) are one
/// variable of the suppression, so that they are hidden or shown together.
class Tables
{
public:
    using Population = std::vector<const ActorData*>;

    Tables(bool masking, std::vector<Withheld>& account) : m_masking(masking), m_account(account) {}

    std::vector<Tabulation> tabulate(const Population& population, const std::vector<View::TableSpec>& specs);
    Count count(const Population& population, const QString& code,
                const std::function<bool(const ActorData&)>& predicate, bool sensitive);
    std::vector<View::Spread> spread(const Population& population, const QString& node,
                                     const View::Classify& groups, const QStringList& groupCodes) const;

private:
    /// Variables of the suppression behind one table.
    struct Variables
    {
        std::vector<std::vector<size_t>> cells;
        std::vector<size_t> rows, columns;
        size_t total = 0;
    };
    Variables declare(const Tabulation& table);
    void declareCells(const Tabulation& table, QString key, Variables& variables);
    std::vector<size_t> margin(const QStringList& codes, const std::vector<Count>& counts);
    size_t total(const QString& rowsKey, const QString& columnsKey, int value);
    void mask(Tabulation& table, const Variables& variables);
    void maskOne(Count& count, size_t variable, const QString& table);

    bool m_masking;
    std::vector<Withheld>& m_account;
    Suppression m_suppression;
    QHash<QString, std::vector<size_t>> m_margins;
    QHash<QString, std::vector<std::vector<size_t>>> m_grids;
    QHash<QString, size_t> m_totals;
};

} // namespace disclosure
