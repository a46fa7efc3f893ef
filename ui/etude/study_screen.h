#pragma once
#include "ui/shell/screen.h"

class QListWidget;
class QStackedWidget;

namespace ui {

class Backups;
class MergePage;

/// "Étude": what is about the file itself: its protection, its backups, what is shared, merged and, at the
/// end, kept, handed over and destroyed.
class StudyScreen final : public Screen
{
    Q_OBJECT
public:
    StudyScreen(Desk& desk, Backups& backups, QWidget* parent = nullptr);

    void activate() override;
    /// `question` names the page: protection, sauvegarde, partage, fusion, questionnaire, modele, cloture; to
    /// merge, `record` is the file.
    void open(const Target& target) override;
    Target place() const override;

Q_SIGNALS:
    void protectionChanged();
    void lockAsked();

private:
    void addPage(const QString& name, const QString& title, QWidget* page);

    QListWidget* m_list;
    QStackedWidget* m_pages;
    QStringList m_names;
    MergePage* m_merge;
};

} // namespace ui
