#include "ui/saisie/evidence_pieces.h"

#include "ui/saisie/entry_session.h"

#include <QDate>
#include <QLocale>

#include <algorithm>

namespace ui {
namespace {

using questionnaire::Question;

/// Gathers, piece by piece, the questions of a section that it proves.
class Gatherer
{
public:
    Gatherer(EntrySession& session, const QString& question)
        : m_session(session), m_form(session.form().form()), m_question(question)
    {
        for (const bool observed : {false, true})
            for (const QString& code : session.answer({seenQuestion(observed), {}, {}}).codes())
                m_seen << code;
    }

    SectionEvidence gather(int section)
    {
        for (size_t i = static_cast<size_t>(section);
             i < m_form.questions.size() && m_form.sectionOf(static_cast<int>(i)) == section; ++i) {
            const Question& question = m_form.questions[i];
            const bool inRow = question.type != questionnaire::QuestionType::Repeat &&
                               m_form.repeatOf(static_cast<int>(i)) >= 0;
            if (!inRow && m_session.status(m_session.pathOf(question)).relevant) addQuestion(question);
        }
        return sorted();
    }

private:
    void addQuestion(const Question& question)
    {
        for (const QString& code : question.indicators)
            if (const auto* indicator = m_session.study().model().indicator(code)) {
                addSeen(question, *indicator);
                addMissing(question, *indicator);
            }
    }

    void addSeen(const Question& question, const assessment::Model::Indicator& indicator)
    {
        for (const QStringList& alternative : indicator.evidence)
            for (const QString& code : alternative)
                if (m_seen.contains(code)) add(m_proofs[code], question);
    }

    void addMissing(const Question& question, const assessment::Model::Indicator& indicator)
    {
        const auto found = m_session.assessed().assessment.indicators.find(indicator.code);
        if (found == m_session.assessed().assessment.indicators.end()) return;
        const assessment::IndicatorScore& score = found->second;
        if (score.knowledge != assessment::Knowledge::Known || score.kept >= score.raw) return;
        QStringList fewest;
        for (const QStringList& alternative : indicator.evidence) {
            QStringList missing;
            for (const QString& code : alternative)
                if (!m_seen.contains(code)) missing << code;
            if (!missing.isEmpty() && (fewest.isEmpty() || missing.size() < fewest.size())) fewest = missing;
        }
        for (const QString& code : fewest)
            add(m_wanted[code], question);
    }

    void add(Piece& piece, const Question& question)
    {
        const QString number = m_session.numberOf(question.name);
        const bool answered = question.type == questionnaire::QuestionType::Repeat ||
                              m_session.answer(m_session.pathOf(question)).isKnown();
        QStringList& numbers = answered ? piece.proves : piece.wouldProve;
        if (!numbers.contains(number)) numbers << number;
        if (question.name == m_question) piece.ofQuestion = true;
    }

    SectionEvidence sorted()
    {
        SectionEvidence result;
        for (const bool observed : {false, true}) {
            const Question* question = m_form.question(seenQuestion(observed));
            const questionnaire::ChoiceList* list = question ? m_form.listOf(*question) : nullptr;
            if (!list) continue;
            for (const questionnaire::Choice& choice : list->choices) {
                if (m_proofs.contains(choice.name))
                    result.seen.push_back(named(m_proofs[choice.name], choice, observed));
                else if (m_seen.contains(choice.name))
                    result.seenElsewhere << choice.label;
                if (m_wanted.contains(choice.name))
                    result.toAsk.push_back(named(m_wanted[choice.name], choice, observed));
            }
        }
        for (std::vector<Piece>* pieces : {&result.seen, &result.toAsk})
            std::stable_partition(pieces->begin(), pieces->end(),
                                  [](const Piece& piece) { return piece.ofQuestion; });
        return result;
    }

    static Piece named(Piece piece, const questionnaire::Choice& choice, bool observed)
    {
        piece.code = choice.name;
        piece.label = choice.label;
        piece.observed = observed;
        return piece;
    }

    EntrySession& m_session;
    const questionnaire::Form& m_form;
    QString m_question;
    QStringList m_seen;
    QHash<QString, Piece> m_proofs, m_wanted;
};

} // namespace

SectionEvidence evidenceOfSection(EntrySession& session, const QString& question)
{
    const questionnaire::Form& form = session.form().form();
    const int index = form.index.value(question, -1);
    return index < 0 ? SectionEvidence{} : Gatherer(session, question).gather(form.sectionOf(index));
}

QString seenQuestion(bool observed)
{
    return observed ? QStringLiteral("ver_observations") : QStringLiteral("ver_documents");
}

QString whereSeen(const EntrySession& session, bool observed)
{
    const QString source =
        session.study().dossier().notes(session.record()).value(seenQuestion(observed)).source;
    QString when, who;
    for (const questionnaire::Passage& passage : session.form().record().passages) {
        if (passage.uid != source) continue;
        const QDate date =
            QDate::fromString(passage.answers.at(QStringLiteral("ent_date")).value, Qt::ISODate);
        if (date.isValid()) when = QLocale(QLocale::French).toString(date, QStringLiteral("d MMMM yyyy"));
        who = passage.answers.at(QStringLiteral("ent_enqueteur")).value;
    }
    QString words = observed ? EntrySession::tr("constat") : EntrySession::tr("vue");
    if (!when.isEmpty())
        words += observed ? EntrySession::tr(" du %1").arg(when) : EntrySession::tr(" le %1").arg(when);
    return who.isEmpty() ? words : words + QStringLiteral(" · ") + who;
}

} // namespace ui
