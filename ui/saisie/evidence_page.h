#pragma once
#include "ui/saisie/entry_session.h"

#include <QObject>

class QBoxLayout;
class QWidget;

namespace ui {

class AttachmentList;
struct Piece;
struct SectionEvidence;
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
    /// A stretch of the page, built again only when what it says differs from what it shows.
    struct Part
    {
        QBoxLayout* column = nullptr;
        QStringList shown;
        void empty();
        bool mustSay(const QStringList& words); ///< emptied, ready to be built
    };
    QStringList levelWords(const questionnaire::Question& question, const QStringList& indicators) const;
    QStringList attachmentWords() const;
    void showLevels(const questionnaire::Question& question);
    void showPieces(const questionnaire::Question& question);
    void showAttachments();
    void addIndicator(const questionnaire::Question& question, const QString& code);
    void addLevelChoice(const QString& code);
    void addPieces(const SectionEvidence& evidence);
    QWidget* cardOf(const Piece& piece, const QString& where);
    QWidget* rowOf(const Piece& piece);
    void markSeen(const Piece& piece);
    void addLegend();

    Part m_levels, m_pieces, m_attached;
    QPointer<EntrySession> m_session;
    AttachmentList* m_attachments = nullptr;
    Thumbnails* m_thumbnails = nullptr; ///< of the study
};

} // namespace ui
