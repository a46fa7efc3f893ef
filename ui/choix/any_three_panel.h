#pragma once
#include "ui/choix/trio_words.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;

namespace ui {

/// « Pourquoi pas celui-ci ? »: any three organisations against the best set.
class AnyThreePanel final : public QWidget
{
    Q_OBJECT
public:
    explicit AnyThreePanel(QWidget* parent = nullptr);

    struct Shown
    {
        const workflow::Study* study = nullptr;
        std::shared_ptr<const disclosure::StudyData> data;
        assessment::Weights weights;
        std::optional<assessment::Trio> best;
        const assessment::Robustness* draws = nullptr;
    };
    void show(const Shown& shown);
    std::optional<Three> chosen() const;

Q_SIGNALS:
    void examined(const ui::Three& three);

private:
    void fillChoices();
    void explain();
    QStringList reasons(const assessment::Trio& trio, const Three& three) const;

    Shown m_shown;
    ActorBook m_book;
    std::array<QComboBox*, 3> m_choices{};
    QLabel *m_note, *m_reasons;
    QPushButton* m_examine;
};

} // namespace ui
