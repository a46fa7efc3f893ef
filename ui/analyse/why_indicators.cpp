#include "ui/analyse/why_panel.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/small.h"
#include "workflow/messages/messages.h"

#include <QBoxLayout>
#include <QFrame>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTimeZone>

// The bottom of "D'où vient ce chiffre ?": the indicators of a part, then the answers one of them reads.
namespace ui {
namespace {

QString noteText(double note)
{
    return QLocale(QLocale::French)
        .toString(note, 'f', qFuzzyCompare(note, qRound(note)) || qFuzzyIsNull(note) ? 0 : 1);
}

bool isCapped(const assessment::IndicatorScore& score)
{
    return score.knowledge == assessment::Knowledge::Known && score.raw > score.kept;
}

/// "3 → 2" with the kept score in bold, "4", or why there is none.
QLabel* noteLabel(const assessment::IndicatorScore& score)
{
    QLabel* label = nullptr;
    if (score.knowledge != assessment::Knowledge::Known)
        label = small(score.knowledge == assessment::Knowledge::Unknown ? QObject::tr("inconnu")
                                                                        : QObject::tr("sans objet"));
    else if (isCapped(score))
        label = text(QObject::tr("%1 → <b>%2</b>").arg(noteText(score.raw), noteText(score.kept)));
    else
        label = heading(noteText(score.kept), 0.95);
    label->setWordWrap(false);
    label->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    return label;
}

} // namespace

void WhyPanel::addIndicators(const assessment::Model::Node& node)
{
    auto* head = new QHBoxLayout;
    for (const QString& word : {tr("Indicateur"), tr("brute → retenue"), tr("preuve")}) {
        QLabel* label = small(word);
        label->setWordWrap(false);
        head->addWidget(label, head->isEmpty() ? 1 : 0);
    }
    m_content->addLayout(head);
    m_content->addWidget(ruleLine());
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    QStringList capped;
    for (const QString& code : node.children) {
        const auto found = m_actor->assessment.indicators.find(code);
        if (found == m_actor->assessment.indicators.end()) continue;
        column->addWidget(indicatorRow(code, found->second));
        if (isCapped(found->second)) capped << code;
    }
    m_content->addLayout(column);
    for (const QString& code : std::as_const(capped))
        addCap(code);
}

QWidget* WhyPanel::indicatorRow(const QString& code, const assessment::IndicatorScore& score)
{
    const auto* indicator = m_desk.study().model().indicator(code);
    const QString label = indicator ? indicator->label : code;
    auto* frame = new QFrame;
    frame->setObjectName(QStringLiteral("indicatorRow"));
    frame->setProperty("capped", isCapped(score));
    frame->setProperty("current", !m_path.isEmpty() && m_path.back() == code);
    auto* row = new QHBoxLayout(frame);
    row->setContentsMargins(px(2), px(1), px(2), px(1));
    row->setSpacing(px(6));
    QPushButton* item =
        link(fontMetrics().elidedText(code + QStringLiteral("  ") + label, Qt::ElideRight, px(158)));
    item->setToolTip(label);
    connect(item, &QPushButton::clicked, this, [this, code] { goDown(code); });
    row->addWidget(item);
    row->addStretch();
    row->addWidget(noteLabel(score));
    row->addWidget(new EvidenceDots(score.knowledge == assessment::Knowledge::Known ? score.evidence : -1));
    return frame;
}

/// Why an indicator keeps less than its answers say, and what showing the piece would bring.
void WhyPanel::addCap(const QString& code)
{
    const workflow::IndicatorExplanation explanation =
        workflow::explainIndicator(m_desk.study(), m_actor->id, code);
    QStringList pieces;
    if (!explanation.evidence.empty())
        for (const QString& piece : explanation.evidence.front())
            pieces << pieceWord(m_desk.study().form(), piece);
    const QString reason = pieces.isEmpty() ? tr("la pièce ou le constat attendu manque")
                                            : tr("non vu : %1").arg(pieces.join(tr(", ")));
    const QString gain = explanation.gain > 0.05
                             ? tr(" Avec la preuve : + %1 point.")
                                   .arg(QLocale(QLocale::French).toString(explanation.gain, 'f', 1))
                             : QString();
    auto* row = new QHBoxLayout;
    row->setSpacing(px(6));
    row->addWidget(Sign::rule(Rule::Liftable), 0, Qt::AlignTop);
    row->addWidget(
        small(tr("%1 plafonné à %2 : %3.%4").arg(code, noteText(explanation.score.kept), reason, gain),
              QStringLiteral("warning")),
        1);
    m_content->addLayout(row);
}

QString pieceWord(const questionnaire::Form& form, const QString& code)
{
    for (const QString& name : {QStringLiteral("ver_documents"), QStringLiteral("ver_observations")}) {
        const questionnaire::Question* question = form.question(name);
        const questionnaire::ChoiceList* list = question ? form.listOf(*question) : nullptr;
        if (!list) continue;
        for (const questionnaire::Choice& choice : list->choices)
            if (choice.name == code) return choice.label;
    }
    return code;
}

void WhyPanel::addIndicator(const QString& code)
{
    const workflow::IndicatorExplanation explanation =
        workflow::explainIndicator(m_desk.study(), m_actor->id, code);
    m_content->addWidget(ruleLine());
    m_content->addWidget(groupTitle(tr("Réponses lues par %1").arg(explanation.code)));
    m_content->addWidget(text(explanation.label));
    addReads(explanation);
    m_content->addWidget(groupTitle(tr("Règle")));
    m_content->addWidget(small(explanation.rule, {}));
}

void WhyPanel::addReads(const workflow::IndicatorExplanation& explanation)
{
    for (const workflow::AnswerRead& read : explanation.reads) {
        QPushButton* item = link(fontMetrics().elidedText(read.label, Qt::ElideRight, px(240)));
        item->setToolTip(read.label);
        connect(item, &QPushButton::clicked, this,
                [this, name = read.question] { Q_EMIT questionAsked(m_actor->id, name); });
        m_content->addWidget(item);
        const bool known = read.state == questionnaire::stateCode(questionnaire::AnswerState::Value);
        m_content->addWidget(heading(known ? (read.text.isEmpty() ? tr("rien de tout cela") : read.text)
                                           : workflow::messages::stateWord(read.state),
                                     0.95));
        const QString origin = originOf(read);
        if (!origin.isEmpty()) m_content->addWidget(small(origin));
    }
    QStringList seen;
    for (const QString& piece : explanation.seen)
        seen << pieceWord(m_desk.study().form(), piece);
    m_content->addWidget(small(seen.isEmpty() ? tr("Aucune pièce ni constat qui compte ici.")
                                              : tr("Preuves vues : %1.").arg(seen.join(tr(", ")))));
}

/// Who answered, how and when, and who typed it.
QString WhyPanel::originOf(const workflow::AnswerRead& read) const
{
    QStringList origin;
    for (const questionnaire::Passage& passage : m_actor->record.passages) {
        if (passage.uid != read.source) continue;
        const QDate date =
            QDate::fromString(passage.answers.at(QStringLiteral("ent_date")).value, Qt::ISODate);
        const questionnaire::Question* mode = m_desk.study().form().question(QStringLiteral("ent_mode"));
        if (mode)
            origin << m_desk.study().form().display(*mode,
                                                    passage.answers.at(QStringLiteral("ent_mode")).value);
        if (date.isValid()) origin << QLocale(QLocale::French).toString(date, QStringLiteral("d MMMM yyyy"));
    }
    if (!read.author.isEmpty()) origin.prepend(read.author);
    if (read.changed > 0)
        origin << tr("saisi le %1")
                      .arg(QLocale(QLocale::French)
                               .toString(QDateTime::fromMSecsSinceEpoch(read.changed,
                                                                        QTimeZone("Africa/Casablanca")),
                                         QStringLiteral("d MMM yyyy, HH:mm")));
    origin.removeAll(QString());
    return origin.join(QStringLiteral(" · "));
}

} // namespace ui
