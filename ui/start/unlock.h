#pragma once
#include <QWidget>

#include <memory>

namespace Ui {
class UnlockForm;
}

namespace ui {

/// Passphrase prompt, in the page itself.
class Unlock final : public QWidget
{
    Q_OBJECT
public:
    explicit Unlock(QWidget* parent = nullptr);
    ~Unlock() override;
    void ask(const QString& path, const QString& problem);
    void setBusy(bool busy);

Q_SIGNALS:
    void given(const QString& passphrase);
    void abandoned();

private:
    void give();
    std::unique_ptr<Ui::UnlockForm> m_form;
};

} // namespace ui
