#include "ui/saisie/evidence_page.h"

#include "ui/saisie/attachment_list.h"
#include "ui/saisie/evidence_pieces.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/small.h"
#include "workflow/messages/messages.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QToolButton>

namespace ui {
namespace {

Sign* pieceSign(bool observed)
{
    const QString name = observed ? QStringLiteral("view-visible") : QStringLiteral("text-x-generic");
    return new Sign(
        [name](QPainter& p, const QRectF& r, const Colors& c) {
            p.drawPixmap(r.topLeft(),
                         inked(icon(name), r.size().toSize(), c.text, p.device()->devicePixelRatioF()));
        },
        {16, 16}, observed ? EvidencePage::tr("observé sur place") : EvidencePage::tr("document"));
}

/// "9.3, 9.4 et 4 autres".
QString shortList(const QStringList& numbers)
{
    constexpr qsizetype most = 5;
    if (numbers.size() <= most + 1) return numbers.join(QStringLiteral(", "));
    return EvidencePage::tr("%1 et %2 autres")
        .arg(numbers.mid(0, most).join(QStringLiteral(", ")))
        .arg(numbers.size() - most);
}

} // namespace

void EvidencePage::Part::empty()
{
    clear(column);
    shown.clear();
}

bool EvidencePage::Part::mustSay(const QStringList& words)
{
    if (shown == words) return false;
    empty();
    shown = words;
    return true;
}

EvidencePage::EvidencePage(QBoxLayout* column, QObject* parent) : QObject(parent)
{
    for (Part* part : {&m_levels, &m_pieces, &m_attached}) {
        part->column = new QVBoxLayout;
        column->addLayout(part->column);
    }
    column->addStretch();
}

void EvidencePage::showEmpty()
{
    for (Part* part : {&m_levels, &m_pieces, &m_attached})
        part->empty();
    m_attachments = nullptr;
    m_levels.column->addWidget(
        text(tr("Placez-vous sur une question : ce qui la prouve paraît ici."), QStringLiteral("muted")));
}

void EvidencePage::show(EntrySession& session, const questionnaire::Question& question)
{
    // Another record, or the same one on another version of the questionnaire.
    if (m_session != &session)
        for (Part* part : {&m_levels, &m_pieces, &m_attached})
            part->empty();
    m_session = &session;
    showLevels(question);
    showPieces(question);
    showAttachments();
}

QStringList EvidencePage::levelWords(const questionnaire::Question& question,
                                     const QStringList& indicators) const
{
    QStringList words{question.name};
    const auto fixed = m_session->study().dossier().evidence(m_session->record());
    const auto& scores = m_session->assessed().assessment.indicators;
    for (const QString& code : indicators) {
        const auto found = scores.find(code);
        words << code << QString::number(found == scores.end() ? -1 : found->second.evidence)
              << QString::number(fixed.value(code, -1));
    }
    return words;
}

void EvidencePage::showLevels(const questionnaire::Question& question)
{
    QStringList indicators;
    for (const QString& code : question.indicators)
        if (m_session->study().model().indicator(code)) indicators << code;
    if (!m_levels.mustSay(levelWords(question, indicators))) return;
    for (const QString& code : indicators)
        addIndicator(question, code);
    if (!indicators.isEmpty()) return;
    m_levels.column->addWidget(small(tr("Question %1").arg(m_session->numberOf(question.name))));
    m_levels.column->addWidget(heading(question.label));
    m_levels.column->addWidget(small(tr("Aucun indicateur du modèle ne lit cette question.")));
}

void EvidencePage::showPieces(const questionnaire::Question& question)
{
    const SectionEvidence evidence = evidenceOfSection(*m_session, question.name);
    QStringList words{whereSeen(*m_session, true), whereSeen(*m_session, false)};
    for (const bool observed : {true, false}) {
        const questionnaire::FieldPath list{seenQuestion(observed), {}, {}};
        words << QString::number(m_session->status(list).relevant);
    }
    for (const std::vector<Piece>* pieces : {&evidence.seen, &evidence.toAsk}) {
        words << QString::number(pieces->size());
        for (const Piece& piece : *pieces)
            words << piece.code << piece.label << QString::number(piece.observed) << piece.proves.join(u'\n')
                  << piece.wouldProve.join(u'\n');
    }
    words << evidence.seenElsewhere;
    if (m_pieces.mustSay(words)) addPieces(evidence);
}

QStringList EvidencePage::attachmentWords() const
{
    QStringList words{m_session->record()};
    for (const dossier::Attachment& each : m_session->study().dossier().attachments(m_session->record()))
        words << each.id << each.name << QString::number(each.available);
    return words;
}

void EvidencePage::showAttachments()
{
    // What was refused is said until one goes on.
    if (m_attachments && !m_attachments->problem().isEmpty()) m_attached.empty();
    if (!m_attached.mustSay(attachmentWords())) return;
    if (!m_thumbnails) m_thumbnails = new Thumbnails(m_session->study(), this);
    m_attachments = new AttachmentList(m_session->desk(), *m_thumbnails);
    m_attachments->show(m_session->record());
    m_attached.column->addWidget(ruleLine());
    m_attached.column->addWidget(m_attachments);
    m_attached.column->addWidget(ruleLine());
    addLegend();
}

void EvidencePage::addIndicator(const questionnaire::Question& question, const QString& code)
{
    const auto& scores = m_session->assessed().assessment.indicators;
    const auto found = scores.find(code);
    if (found == scores.end()) return;
    const int level = found->second.evidence;
    m_levels.column->addWidget(
        small(tr("Question %1 · indicateur %2").arg(m_session->numberOf(question.name), code)));
    m_levels.column->addWidget(heading(m_session->study().model().indicator(code)->label));
    auto* row = new QHBoxLayout;
    QLabel* title = text(tr("Niveau retenu"), QStringLiteral("muted"));
    title->setWordWrap(false);
    row->addWidget(title, 1);
    row->addWidget(new EvidenceDots(level));
    QLabel* word = text(tr("%1 · %2").arg(level).arg(workflow::messages::evidenceWord(level)));
    word->setWordWrap(false);
    row->addWidget(word);
    m_levels.column->addLayout(row);
    addLevelChoice(code);
}

void EvidencePage::addLevelChoice(const QString& code)
{
    const int level = m_session->study().dossier().evidence(m_session->record()).value(code, -1);
    auto* choice = new QComboBox;
    choice->setAccessibleName(tr("Niveau de preuve fixé à la main"));
    choice->addItem(tr("Déduit des pièces"), -1);
    for (int i = 0; i <= 4; ++i)
        choice->addItem(tr("%1 · %2").arg(i).arg(workflow::messages::evidenceWord(i)), i);
    choice->setCurrentIndex(choice->findData(level));
    auto* reason = new QLineEdit;
    reason->setPlaceholderText(tr("Motif de la contradiction, puis Entrée"));
    QLabel* problem = text({}, QStringLiteral("error"));
    problem->hide();
    for (QWidget* widget : std::initializer_list<QWidget*>{choice, reason, problem})
        m_levels.column->addWidget(widget);
    reason->setVisible(level == 0); // once it is on the page: before, it would be a window
    const auto store = [this, code, choice, reason, problem] {
        const int wanted = choice->currentData().toInt();
        m_session->desk().write(
            [record = m_session->record(), code, wanted, why = reason->text()](workflow::Study& study) {
                return workflow::setEvidence(study, record, code, wanted, why);
            },
            choice,
            [problem](const workflow::Outcome& outcome) {
                problem->setVisible(!outcome.ok());
                if (!outcome.ok())
                    problem->setText(workflow::messages::forIssue(outcome.issues.front()).what);
            });
    };
    connect(choice, &QComboBox::activated, this, [choice, reason, store] {
        const bool contradicted = choice->currentData().toInt() == 0;
        reason->setVisible(contradicted);
        if (contradicted)
            reason->setFocus();
        else
            store();
    });
    connect(reason, &QLineEdit::returnPressed, this, store);
}

void EvidencePage::addPieces(const SectionEvidence& evidence)
{
    m_pieces.column->addWidget(ruleLine());
    m_pieces.column->addWidget(groupTitle(tr("Pièces de la section (%1)").arg(evidence.seen.size())));
    if (evidence.seen.empty())
        m_pieces.column->addWidget(small(tr("Aucune pièce vue ne porte sur cette section.")));
    for (const Piece& piece : evidence.seen)
        m_pieces.column->addWidget(cardOf(piece, whereSeen(*m_session, piece.observed)));
    if (!evidence.seenElsewhere.isEmpty()) {
        QLabel* others = small(
            evidence.seenElsewhere.size() == 1
                ? tr("1 autre pièce vue, pour une autre section.")
                : tr("%1 autres pièces vues, pour d’autres sections.").arg(evidence.seenElsewhere.size()));
        others->setToolTip(evidence.seenElsewhere.join(u'\n'));
        m_pieces.column->addWidget(others);
    }
    if (evidence.toAsk.empty()) return;
    m_pieces.column->addWidget(ruleLine());
    m_pieces.column->addWidget(groupTitle(tr("Pièces à réclamer")));
    for (const Piece& piece : evidence.toAsk)
        m_pieces.column->addWidget(rowOf(piece));
}

QWidget* EvidencePage::cardOf(const Piece& piece, const QString& where)
{
    auto* card = new QFrame;
    card->setObjectName(QStringLiteral("card"));
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(px(8), px(7), px(8), px(7));
    column->setSpacing(px(2));
    auto* head = new QHBoxLayout;
    head->setSpacing(px(6));
    head->addWidget(pieceSign(piece.observed), 0, Qt::AlignTop);
    head->addWidget(heading(piece.label, 0.95), 1);
    head->addWidget(new EvidenceDots(piece.observed ? 3 : 2), 0, Qt::AlignTop);
    column->addLayout(head);
    column->addWidget(small(where));
    if (!piece.proves.isEmpty()) column->addWidget(small(tr("Prouve : %1").arg(shortList(piece.proves)), {}));
    if (!piece.wouldProve.isEmpty())
        column->addWidget(small(tr("Prouvera : %1, sans réponse").arg(shortList(piece.wouldProve)), {}));
    return card;
}

QWidget* EvidencePage::rowOf(const Piece& piece)
{
    auto* line = new QWidget;
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(6));
    row->addWidget(small(piece.label, {}), 1);
    QLabel* proof = small(tr("prouve %1").arg(piece.proves.mid(0, 2).join(QStringLiteral(", "))));
    proof->setWordWrap(false);
    proof->setToolTip(piece.proves.join(QStringLiteral(", ")));
    row->addWidget(proof, 0, Qt::AlignTop);
    const questionnaire::FieldPath list{seenQuestion(piece.observed), {}, {}};
    if (!m_session->status(list).relevant) return line;
    auto* seen = new QToolButton;
    seen->setProperty("role", QStringLiteral("flat"));
    seen->setIcon(icon(QStringLiteral("list-add")));
    seen->setIconSize({px(14), px(14)});
    seen->setToolTip(tr("Noter « %1 » comme vue").arg(piece.label));
    seen->setAccessibleName(seen->toolTip());
    connect(seen, &QToolButton::clicked, this, [this, piece] { markSeen(piece); });
    row->addWidget(seen, 0, Qt::AlignTop);
    return line;
}

void EvidencePage::markSeen(const Piece& piece)
{
    if (!m_session) return;
    const questionnaire::FieldPath list{seenQuestion(piece.observed), {}, {}};
    QStringList codes = m_session->answer(list).codes();
    if (!codes.contains(piece.code)) codes << piece.code;
    m_session->commit(list, questionnaire::Answer::of(codes.join(u' ')));
}

void EvidencePage::addLegend()
{
    m_attached.column->addWidget(groupTitle(tr("Lire les niveaux")));
    for (int level = 0; level <= 4; ++level) {
        auto* row = new QHBoxLayout;
        row->addWidget(new EvidenceDots(level));
        row->addWidget(small(tr("%1 · %2").arg(level).arg(workflow::messages::evidenceWord(level)), {}), 1);
        m_attached.column->addLayout(row);
    }
}

} // namespace ui
