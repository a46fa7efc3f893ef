#pragma once
#include "ui/background/runner.h"
#include "workflow/sharing.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QPushButton;

namespace ui {

class Desk;
class KeyChoice;

/// Files for others: a package for the team, a dossier for the IOM with the list of what it withholds, or, on
/// the reviewer's side, the return.
class SharePage final : public QWidget
{
    Q_OBJECT
public:
    explicit SharePage(Desk& desk, QWidget* parent = nullptr);

    enum class For { Team, Iom, Sender };
    /// Makes the file; what came of it is said in the card.
    void make(For whom, const QString& path);
    KeyChoice* keys(For whom) const { return m_parts[static_cast<size_t>(whom)].keys; }

private:
    struct Part
    {
        KeyChoice* keys = nullptr;
        QPushButton* make = nullptr;
        QLabel* told = nullptr;
        QBoxLayout* account = nullptr;
    };
    void addPart(QBoxLayout* column, For whom, const QString& title, const QString& words, int ways,
                 const QString& action);
    Part& part(For whom) { return m_parts[static_cast<size_t>(whom)]; }
    void chooseFile(For whom);
    void tell(For whom, const QString& sentence, const QString& tone);
    /// What is withheld is to be seen, again after each change, before the dossier is made.
    void offerPreview();
    void previewWithheld();
    void showWithheld(const std::vector<disclosure::Withheld>& withheld);
    void finish(For whom, const Result<workflow::ShareReport>& result);
    QString made(For whom, const workflow::ShareReport& report) const;

    Desk& m_desk;
    std::array<Part, 3> m_parts;
    bool m_previewed = false; ///< what would be withheld was asked for since the last change
};

} // namespace ui
