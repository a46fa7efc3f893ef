#pragma once
#include "ui/shell/desk.h"

#include <QWidget>

class QBoxLayout;
class QGridLayout;

namespace ui {

/// Fiche of one actor in the right panel: who, which services, what is proved, what is missing.
class ActorCard final : public QWidget
{
    Q_OBJECT
public:
    explicit ActorCard(Desk& desk, QWidget* parent = nullptr);
    void show(const QString& record);

    /// First step of deleting the actor: says what it means, in place.
    void askRemoval();
    void remove();

Q_SIGNALS:
    void conflictAsked(const QString& record);
    void openAsked(const QString& record);

private:
    void fill(const dossier::RecordSummary& actor);
    void addHead(const dossier::RecordSummary& actor);
    void addServices(const dossier::RecordSummary& actor);
    void addIdentity(const disclosure::ActorData& data);
    void addFact(QGridLayout* grid, const disclosure::ActorData& data, const QString& title,
                 const QString& question);
    void addCompleteness(const dossier::RecordSummary& actor);
    void addActions();

    Desk& m_desk;
    QString m_record;
    QBoxLayout* m_content;
    QWidget* m_removal = nullptr; ///< the confirmation
};

} // namespace ui
