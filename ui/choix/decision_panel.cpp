#include "ui/choix/decision_panel.h"

#include "ui/analyse/ranking_model.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/small.h"
#include "workflow/messages/messages.h"
#include "workflow/minutes.h"
#include "workflow/settings.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>

namespace ui {
namespace {

template <class Field> Field* named(Field* field, const char* name, const QString& words)
{
    field->setObjectName(QString::fromLatin1(name));
    field->setPlaceholderText(words);
    field->setAccessibleName(words);
    return field;
}

QPlainTextEdit* textBox(const char* name, const QString& words)
{
    auto* box = named(new QPlainTextEdit, name, words);
    box->setFixedHeight(px(52));
    box->setTabChangesFocus(true);
    return box;
}

QString opinionWords(const workflow::TrioOpinion& opinion)
{
    QString words = QObject::tr("%1 pour sur %2").arg(opinion.inFavour).arg(opinion.voices);
    if (opinion.mean)
        words += QObject::tr(" · moyenne %1 (de %2 à %3)")
                     .arg(scoreText(*opinion.mean))
                     .arg(opinion.low)
                     .arg(opinion.high);
    return words;
}

QString decisionWords(const workflow::TrioDecision& decision, const ActorBook& book)
{
    const QString date = QLocale(QLocale::French).toString(decision.date, QLocale::LongFormat);
    QString words = (decision.state == u"prise" ? QObject::tr("Décision prise le %1 : %2.")
                                                : QObject::tr("Proposé le %1 : %2."))
                        .arg(date, book.names(decision.trio));
    if (!decision.author.isEmpty()) words += QObject::tr(" Au nom de : %1.").arg(decision.author);
    if (decision.fromReviewer) words += QObject::tr(" Reçue de l’OIM.");
    return words;
}

} // namespace

DecisionPanel::DecisionPanel(Desk& desk, QWidget* parent)
    : QWidget(parent), m_desk(desk), m_names(text({})), m_disagreement(small({})),
      m_decided(text({}, QStringLiteral("note"))), m_told(text({})),
      m_conflicts(text({}, QStringLiteral("alert"))), m_opinions(new QVBoxLayout), m_earlier(new QVBoxLayout)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    QBoxLayout* column = nullptr;
    layout->addWidget(scrolledColumn(column, tr("Décision")));
    column->setSpacing(px(6));
    m_decided->setObjectName(QStringLiteral("decided"));
    m_disagreement->setObjectName(QStringLiteral("disagreement"));
    m_told->setObjectName(QStringLiteral("decisionTold"));
    m_conflicts->setObjectName(QStringLiteral("choiceConflicts"));
    column->addWidget(m_conflicts);
    column->addWidget(m_decided);
    column->addWidget(groupTitle(tr("Trois examinés")));
    column->addWidget(m_names);
    column->addWidget(m_told);
    addVote(column);
    column->addWidget(ruleLine());
    addDecision(column);
    column->addStretch(1);
}

void DecisionPanel::addVote(QBoxLayout* column)
{
    m_member = named(new QLineEdit, "voteMember", tr("Membre du comité"));
    m_argument = named(new QLineEdit, "voteArgument", tr("Argument"));
    m_favours = new QCheckBox(tr("favorable"));
    m_favours->setObjectName(QStringLiteral("voteFavours"));
    m_score = new QComboBox;
    m_score->setObjectName(QStringLiteral("voteScore"));
    m_score->setAccessibleName(tr("Note de 0 à 10"));
    m_score->addItem(tr("sans note"));
    for (int score = 0; score <= 10; ++score)
        m_score->addItem(tr("%1 sur 10").arg(score), score);
    m_vote = button(tr("Enregistrer l’avis"));
    m_vote->setObjectName(QStringLiteral("saveVote"));
    column->addWidget(groupTitle(tr("Avis d’un membre")));
    column->addWidget(m_member);
    auto* row = new QHBoxLayout;
    row->addWidget(m_favours);
    row->addWidget(m_score, 1);
    column->addLayout(row);
    column->addWidget(m_argument);
    column->addWidget(m_vote, 0, Qt::AlignLeading);
    column->addLayout(m_opinions);
    column->addWidget(m_disagreement);
    connect(m_vote, &QPushButton::clicked, this, &DecisionPanel::saveVote);
}

void DecisionPanel::addDecision(QBoxLayout* column)
{
    m_reason = textBox("decisionReason", tr("Motif de la décision"));
    m_dissent = textBox("decisionDissent", tr("Avis divergents"));
    m_conditions = textBox("decisionConditions", tr("Conditions à lever avant signature"));
    m_author = named(new QLineEdit, "decisionAuthor", tr("Au nom de qui"));
    m_sameTown = named(new QLineEdit, "sameTownReason", tr("K4, même ville : motif de l’OIM"));
    m_sameTown->setToolTip(tr("Consigné pour l’étude : la contrainte K4 est alors tenue."));
    connect(m_sameTown, &QLineEdit::editingFinished, this, &DecisionPanel::saveSameTownReason);
    m_propose = button(tr("Proposer"));
    m_propose->setObjectName(QStringLiteral("proposeTrio"));
    m_take = button(tr("Décision prise"), QStringLiteral("primary"));
    m_take->setObjectName(QStringLiteral("takeDecision"));
    m_minutes = button(tr("Procès-verbal…"));
    m_minutes->setObjectName(QStringLiteral("exportMinutes"));
    m_minutes->setToolTip(tr("Présents, options, arguments, décision et conditions, prêts à signer (Word)"));
    column->addWidget(groupTitle(tr("Décision")));
    for (QWidget* field :
         std::initializer_list<QWidget*>{m_reason, m_dissent, m_conditions, m_author, m_sameTown})
        column->addWidget(field);
    auto* row = new QHBoxLayout;
    row->addWidget(m_propose);
    row->addWidget(m_take);
    row->addStretch(1);
    column->addLayout(row);
    column->addWidget(m_minutes, 0, Qt::AlignLeading);
    column->addLayout(m_earlier);
    connect(m_minutes, &QPushButton::clicked, this, &DecisionPanel::exportMinutes);
    connect(m_propose, &QPushButton::clicked, this, [this] { saveDecision(QStringLiteral("proposee")); });
    connect(m_take, &QPushButton::clicked, this, [this] { saveDecision(QStringLiteral("prise")); });
}

void DecisionPanel::show(const std::optional<Three>& three, const ActorBook& book)
{
    m_three = three;
    m_book = book;
    m_names->setText(three ? m_book.names(*three) : tr("Aucun trio à juger."));
    for (QPushButton* item : {m_vote, m_propose, m_take, m_minutes})
        item->setEnabled(three.has_value());
    refreshVotes();
    refreshDecision();
}

void DecisionPanel::refreshVotes()
{
    clear(m_opinions);
    const auto all = m_three ? workflow::votes(m_desk.study()) : std::vector<workflow::Vote>();
    const workflow::Disagreement found = workflow::disagreement(all);
    for (const workflow::TrioOpinion& opinion : found.opinions)
        m_opinions->addWidget(small(m_book.names(opinion.trio) + u'\n' + opinionWords(opinion), {}));
    m_disagreement->setText(
        all.empty() ? tr("Aucun avis encore.")
        : found.dissenters.isEmpty()
            ? tr("Tous les membres sont pour le premier de la liste.")
            : tr("Ne sont pas pour le premier de la liste : %1.").arg(found.dissenters.join(tr(", "))));
}

void DecisionPanel::refreshDecision()
{
    const auto all =
        m_three ? workflow::trioDecisions(m_desk.study()) : std::vector<workflow::TrioDecision>();
    const auto current =
        std::find_if(all.begin(), all.end(), [](const auto& decision) { return decision.current; });
    if (!m_sameTown->hasFocus())
        m_sameTown->setText(m_desk.study().dossier().setting(workflow::key::SameTownReason));
    const auto decision = current == all.end() ? std::nullopt : std::optional(*current);
    QStringList crossed;
    if (m_three) crossed = workflow::messages::sentencesOf(workflow::choiceConflicts(m_desk.study()));
    m_conflicts->setText(typeset(crossed.join(u'\n')));
    m_conflicts->setVisible(!crossed.isEmpty());
    m_decided->setVisible(decision.has_value());
    if (decision) m_decided->setText(typeset(decisionWords(*decision, m_book)));
    prefill(decision);
    showEarlier(all);
}

void DecisionPanel::prefill(const std::optional<workflow::TrioDecision>& decision)
{
    const bool untouched = written() == m_filled;
    const bool sameSubject = m_about && m_three && sameThree(*m_about, *m_three);
    if (!untouched && (sameSubject || !m_three)) return;
    m_about = m_three;
    const bool known = decision && m_three && sameThree(decision->trio, *m_three);
    m_reason->setPlainText(known ? decision->reason : QString());
    m_dissent->setPlainText(known ? decision->dissent : QString());
    m_conditions->setPlainText(known ? decision->conditions : m_three ? conditionsOf(*m_three) : QString());
    if (known || m_author->text().isEmpty()) m_author->setText(decision ? decision->author : QString());
    m_filled = written();
}

QStringList DecisionPanel::written() const
{
    return {m_reason->toPlainText(), m_dissent->toPlainText(), m_conditions->toPlainText(), m_author->text()};
}

QString DecisionPanel::conditionsOf(const Three& three) const
{
    QStringList lines;
    for (const QString& id : three)
        if (const auto* actor = m_book.actor(id))
            for (const assessment::Veto& veto : actor->assessment.vetoes)
                if (veto.effect == assessment::VetoEffect::Liftable)
                    lines << tr("%1 – %2 : %3")
                                 .arg(m_book.shortName(id), veto.code,
                                      m_desk.study().model().vetoLabel(veto.code));
    return typeset(lines.join(u'\n'));
}

void DecisionPanel::showEarlier(const std::vector<workflow::TrioDecision>& decisions)
{
    clear(m_earlier);
    bool titled = false;
    for (auto decision = decisions.rbegin(); decision != decisions.rend(); ++decision) {
        if (decision->current) continue;
        if (!titled) m_earlier->addWidget(groupTitle(tr("Versions antérieures")));
        titled = true;
        QLabel* words = small(decisionWords(*decision, m_book) +
                                  (decision->reason.isEmpty() ? QString() : u'\n' + decision->reason),
                              {});
        words->setObjectName(QStringLiteral("earlierDecision"));
        words->setTextFormat(Qt::PlainText);
        words->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_earlier->addWidget(words);
    }
}

void DecisionPanel::startProposing()
{
    m_reason->setFocus();
}

void DecisionPanel::told(const workflow::Outcome& outcome, const QString& done)
{
    const QStringList lines = workflow::messages::sentencesOf(outcome.issues);
    m_told->setText(typeset(outcome.ok() ? done : lines.join(u'\n')));
    restyle(m_told, "tone", outcome.ok() ? QStringLiteral("good") : QStringLiteral("error"));
}

void DecisionPanel::saveVote()
{
    if (!m_three) return;
    workflow::Vote vote;
    vote.member = m_member->text();
    vote.trio = *m_three;
    vote.favours = m_favours->isChecked();
    if (m_score->currentData().isValid()) vote.score = m_score->currentData().toInt();
    vote.argument = m_argument->text();
    m_desk.write([vote](workflow::Study& study) { return workflow::saveVote(study, vote); }, this,
                 [this](const workflow::Outcome& outcome) {
                     told(outcome, tr("Avis enregistré."));
                     if (!outcome.ok()) return;
                     m_member->clear();
                     m_argument->clear();
                     refreshVotes();
                 },
                 tr("avis d’un membre"));
}

void DecisionPanel::saveDecision(const QString& state)
{
    if (!m_three) return;
    workflow::TrioDecision decision;
    decision.trio = *m_three;
    decision.state = state;
    decision.reason = m_reason->toPlainText();
    decision.dissent = m_dissent->toPlainText();
    decision.conditions = m_conditions->toPlainText();
    decision.author = m_author->text();
    decision.date = m_desk.study().localNow().date();
    m_desk.write([decision](workflow::Study& study) { return workflow::saveTrioDecision(study, decision); },
                 this,
                 [this](const workflow::Outcome& outcome) {
                     told(outcome, tr("Décision enregistrée."));
                     if (!outcome.ok()) return;
                     m_filled = written();
                     refreshDecision();
                 },
                 tr("décision sur les trois"));
}

void DecisionPanel::saveSameTownReason()
{
    const QString reason = m_sameTown->text().trimmed();
    if (reason == m_desk.study().dossier().setting(workflow::key::SameTownReason)) return;
    m_desk.write(
        [reason](workflow::Study& study) {
            return workflow::setSetting(study, workflow::key::SameTownReason, reason);
        },
        this, [this](const workflow::Outcome& outcome) { told(outcome, tr("Motif consigné.")); },
        tr("motif de l’OIM (K4)"));
}

void DecisionPanel::exportMinutes()
{
    const auto slice = m_desk.analysis();
    const QString path =
        slice ? QFileDialog::getSaveFileName(this, tr("Procès-verbal de concertation"),
                                             QStringLiteral("Proces-verbal-de-concertation.docx"),
                                             tr("Document Word (*.docx)"))
              : QString();
    if (path.isEmpty()) return;
    m_desk.askLong<workflow::WordExport>(
        [slice, path](workflow::Study& study, const base::Progress& progress) {
            return workflow::exportMinutes(study, slice, path, progress);
        },
        this,
        [this](Result<workflow::WordExport> result) {
            m_told->setText(typeset(result.value ? tr("Écrit : %1 (tirage restreint, pages : %2).")
                                                       .arg(result.value->path)
                                                       .arg(result.value->pages)
                                                 : result.error.text()));
        });
}

} // namespace ui
