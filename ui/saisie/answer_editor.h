#pragma once
#include "workflow/entry.h"

#include <QWidget>

namespace ui {

/// Editor of one answer's value (states such as "ne sait pas" are beside it, in the card). It commits when it
/// is left or when a choice is made; the caller stores.
class AnswerEditor : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;
    ~AnswerEditor() override;

    /// Shows a stored answer; any state other than a value shows an empty editor.
    virtual void show(const questionnaire::Answer& answer) = 0;
    /// What is typed or ticked now.
    virtual questionnaire::Answer answer() const = 0;
    /// False when there is no frame of its own to redden: the card draws one around it.
    virtual bool setWrong(bool) { return false; }
    virtual void setReadOnly(bool readOnly) { setEnabled(!readOnly); }
    /// Long texts take the whole width of the page.
    virtual bool wantsWidth() const { return false; }
    /// False for what only heads other questions: nothing to type, no state to declare.
    virtual bool asks() const { return true; }
    /// The widget that takes the keyboard.
    virtual QWidget* focusTarget() = 0;
    /// Stores what is being typed, if it differs from what was shown.
    virtual void commit() {}
    /// Something is typed that is not stored yet.
    virtual bool hasUnstored() const { return false; }

protected:
    /// Enter stores and goes on, with Shift back; Escape reverts. True when the key was one of these.
    bool hearLeaving(const QKeyEvent& key);

Q_SIGNALS:
    void edited();      ///< something was typed: check it, do not store yet
    void committed();   ///< store answer()
    void revertAsked(); ///< Escape: back to the stored answer
    void nextAsked();
    void previousAsked();
};

/// An editor whose answer is typed or arranged little by little: it is stored when the field is left, if it
/// is not what was shown.
class TypedEditor : public AnswerEditor
{
    Q_OBJECT
public:
    using AnswerEditor::AnswerEditor;
    void commit() override;
    bool hasUnstored() const override { return answer().value != m_shown; }

protected:
    /// What an editor shows of an answer is its value; a state shows nothing.
    void keepShown(const questionnaire::Answer& answer);
    /// The answer shown, empty when there is none.
    questionnaire::Answer shownAnswer() const;

    QString m_shown; ///< stored text of the answer shown, or committed since
};

/// The editor that suits a question; `choices` is its list after the choice filter.
AnswerEditor* makeEditor(const questionnaire::Question& question,
                         const std::vector<questionnaire::Choice>& choices, QWidget* parent = nullptr);

} // namespace ui
