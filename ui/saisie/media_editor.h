#pragma once
#include "ui/saisie/answer_editor.h"
#include "ui/saisie/attachment_actions.h"

class QBoxLayout;
class QFrame;
class QLabel;
class QPushButton;

namespace ui {

class EntrySession;

/// A file as an answer: chosen, dropped or pasted, it is sealed in the study among the attachments of the
/// actor and the answer is its name. Photos are shown small, and whole on request.
class MediaEditor final : public AnswerEditor
{
    Q_OBJECT
public:
    MediaEditor(EntrySession& session, const questionnaire::Question& question,
                const questionnaire::FieldPath& path, QWidget* parent = nullptr);

    void show(const questionnaire::Answer& answer) override;
    questionnaire::Answer answer() const override;
    void setReadOnly(bool readOnly) override;
    bool wantsWidth() const override { return true; } // once it holds a file: four actions on one line
    QWidget* focusTarget() override;
    /// Keeps the first of these files as the answer.
    void take(const QStringList& files);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void build();
    void fill();
    void fillFile(const dossier::Attachment& file);
    void choose();
    void remove();
    bool pasteFile();
    QString invitation() const;
    QString dialogFilter() const;
    void tellProblem(const workflow::Outcome& outcome, const QString& file);

    EntrySession& m_session;
    questionnaire::FieldPath m_path;
    QString m_kind; ///< image, audio, video, file
    QString m_value;
    Thumbnails m_thumbnails;
    QFrame* m_frame;
    QBoxLayout* m_shown;
    QPushButton *m_choose, *m_look, *m_export, *m_remove;
    QLabel* m_problem;
};

} // namespace ui
