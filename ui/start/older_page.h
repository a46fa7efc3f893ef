#pragma once
#include "dossier/values/seen_states.h"

#include <QWidget>

class QLabel;

namespace ui {

/// A file that lacks what this computer saw of its study: nobody works on it without having said so.
class OlderPage final : public QWidget
{
    Q_OBJECT
public:
    explicit OlderPage(QWidget* parent = nullptr);
    void ask(const QString& path, const dossier::OlderState& state);

Q_SIGNALS:
    void accepted();
    void otherAsked();
    void abandoned();

private:
    QLabel *m_title, *m_file, *m_words;
};

} // namespace ui
