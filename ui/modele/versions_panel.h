#pragma once
#include "workflow/model_versions.h"

#include <QWidget>

class QLabel;
class QBoxLayout;
class QTableWidget;

namespace ui {

class Desk;

/// The versions of the model that the study keeps: what was approved, by whom, why each was made, what
/// changes from one to the one in force; reading and writing a model as a file.
class VersionsPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit VersionsPanel(Desk& desk, QWidget* parent = nullptr);
    void refresh();

    /// What the file dialogs lead to.
    void exportTo(const QString& path);
    void importFrom(const QString& path, const QString& reason);

Q_SIGNALS:
    void told(const QString& sentence, const QString& tone);

private:
    void chooseExport();
    void chooseImport();
    void showComparison();
    QStringList differencesFrom(const workflow::ModelVersion& version) const;
    void compareRanks(const QString& digest);
    void showRanks(const std::optional<std::vector<workflow::RankChange>>& changes);
    void goBack();
    const workflow::ModelVersion* chosen() const;
    void afterChange(const workflow::Outcome& outcome);

    Desk& m_desk;
    std::vector<workflow::ModelVersion> m_versions;
    QTableWidget *m_list, *m_ranks;
    QLabel *m_about, *m_differences, *m_ranksNote;
    QWidget* m_back;
};

} // namespace ui
