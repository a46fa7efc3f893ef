#pragma once
#include "dossier/values/reader_key.h"

#include <QWidget>

#include <memory>

namespace Ui {
class UnlockForm;
}

namespace ui {

/// Passphrase prompt, in the page itself: of a file being opened, or of a study that was locked. A reader's
/// key opens it as well.
class Unlock final : public QWidget
{
    Q_OBJECT
public:
    enum class Kind {
        Opening,
        Locked,           ///< by the key or after idle: opens where it was left
        LockedUnprotected ///< the same, but nothing has to be typed
    };

    explicit Unlock(QWidget* parent = nullptr);
    ~Unlock() override;
    void ask(const QString& path, const QString& problem, Kind kind = Kind::Opening);
    Kind kind() const { return m_kind; }
    void setBusy(bool busy);

Q_SIGNALS:
    void given(const QString& passphrase);
    void readerGiven(const dossier::PrivateKey& key);
    void lost();
    void abandoned();

private:
    void give();
    void giveReaderKey();
    std::unique_ptr<Ui::UnlockForm> m_form;
    Kind m_kind = Kind::Opening;
};

} // namespace ui
