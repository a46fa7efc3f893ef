#pragma once
#include "ui/saisie/entry_session.h"

#include <QObject>

class QBoxLayout;
class QWidget;

namespace ui {

class AttachmentList;
struct Piece;
class Thumbnails;

/// Tab "Preuves": level kept for the indicators of the question, pieces the record holds for its section, and
/// pieces that would lift what is kept down.
class EvidencePage final : public QObject
{
    Q_OBJECT
public:
    EvidencePage(QBoxLayout* column, QObject* parent);
    void show(EntrySession& session, const questionnaire::Question& question);
    /// Nothing is under the caret.
    void showEmpty();
    AttachmentList* attachments() const { return m_attachments; }

private:
    void addIndicator(const questionnaire::Question& question, const QString& code);
    void addLevelChoice(const QString& code);
    void addPieces(const questionnaire::Question& question);
    QWidget* cardOf(const Piece& piece, const QString& where);
    QWidget* rowOf(const Piece& piece);
    void markSeen(const Piece& piece);
    void addAttachments();
    void addLegend();

    QBoxLayout* m_column;
    QPointer<EntrySession> m_session;
    AttachmentList* m_attachments = nullptr;
    Thumbnails* m_thumbnails = nullptr; ///< of the study
};

} // namespace ui
