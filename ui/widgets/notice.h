#pragma once
#include <QFrame>

#include <functional>

class QBoxLayout;
class QLabel;

namespace ui {

/// One sentence with what can be done about it, across a page: never a dialog.
class Notice final : public QFrame
{
    Q_OBJECT
public:
    struct Action
    {
        QString label;
        std::function<void()> run;
    };

    explicit Notice(QWidget* parent = nullptr);
    /// `tone`: "alert" or "failure".
    void tell(const QString& sentence, const QString& tone, const QList<Action>& actions = {});
    QString sentence() const;
    /// Adds a cross at the end.
    void setClosable(bool closable) { m_closable = closable; }

private:
    QLabel* m_sentence;
    QBoxLayout* m_actions;
    bool m_closable = false;
};

} // namespace ui
