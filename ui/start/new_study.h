#pragma once
#include <QDate>
#include <QWidget>

#include <memory>
#include <optional>

namespace Ui {
class NewStudyForm;
}

namespace ui {

struct NewStudyWishes
{
    QString title, file, author;
    QDate start, end;
    std::optional<QString> passphrase;
};

/// A new study in three short steps: mission and dates, passphrase, who fills it.
class NewStudy final : public QWidget
{
    Q_OBJECT
public:
    explicit NewStudy(QWidget* parent = nullptr);
    ~NewStudy() override;
    void restart();

Q_SIGNALS:
    void wished(const ui::NewStudyWishes& wishes);
    void abandoned();

private:
    void advance();
    void goBack();
    void show(int page);
    /// What is missing on the present page, in words; empty when all is well.
    QString problem() const;
    std::unique_ptr<Ui::NewStudyForm> m_form;
};

} // namespace ui
