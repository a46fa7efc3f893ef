#pragma once
#include <QLineEdit>

#include <functional>

namespace ui {

/// "Aller au n°": hidden until asked for; Enter goes to the question, Échap closes it.
class NumberField final : public QLineEdit
{
    Q_OBJECT
public:
    /// Gives the question called by what is typed, or nothing.
    using Finder = std::function<QString(const QString& typed)>;
    explicit NumberField(Finder find, QWidget* parent = nullptr);
    /// Comes up, empty.
    void ask();

Q_SIGNALS:
    void chosen(const QString& question);
    void closed(); ///< without a choice

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void choose();
    Finder m_find;
};

} // namespace ui
