#pragma once
#include "dossier/values/reader_key.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QLineEdit;

namespace ui {

/// A reviewer's own key: made in a file that stays with its owner, and the public half to send to whoever
/// seals a dossier for it.
class ReaderKeyPage final : public QWidget
{
    Q_OBJECT
public:
    explicit ReaderKeyPage(QWidget* parent = nullptr);
    void restart();

Q_SIGNALS:
    void abandoned();

private:
    void addChoices(QBoxLayout* column);
    void buildMade();
    void create();
    void showExisting();
    void showPublic(const dossier::PublicKey& key, const QString& told);
    void refuse(const QString& problem);
    void copy();

    QWidget* m_made;
    QLabel *m_told, *m_copied;
    QLineEdit* m_public;
};

} // namespace ui
