#include "workflow/history.h"

#include "workflow/messages/dossier_words.h"
#include "workflow/study.h"

#include <QTimeZone>

namespace workflow {
namespace {

using dossier::HistoryEntry;
using dossier::HistoryEvent;

struct Field
{
    QChar kind;     ///< q, c, s, e, r; null for others
    QString name;   ///< question, indicator, or the whole field
    QString entity; ///< row or passage
};

Field parsed(const QString& shownField)
{
    Field field;
    const qsizetype at = shownField.indexOf(u'@');
    const QString own = at < 0 ? shownField : shownField.left(at);
    if (at >= 0) field.entity = shownField.mid(at + 1);
    const bool typed = own.size() > 2 && own[1] == u':' && QStringView(u"qcser").contains(own[0]);
    if (typed) field.kind = own[0];
    field.name = typed ? own.mid(2) : own;
    return field;
}

QString questionLabel(const questionnaire::Form& form, const QString& name)
{
    const int index = form.index.value(name, -1);
    if (index < 0) return name;
    const questionnaire::Question& question = form.questions[static_cast<size_t>(index)];
    const auto section = std::find(form.sections.begin(), form.sections.end(), form.sectionOf(index));
    if (section == form.sections.end()) return question.label;
    // A repeated group is called by its first question.
    const bool group = question.number == 0 && !question.children.empty();
    const int number =
        group ? form.questions[static_cast<size_t>(question.children.front())].number : question.number;
    return QStringLiteral("%1.%2 %3")
        .arg(section - form.sections.begin() + 1)
        .arg(number)
        .arg(question.label);
}

QString answerText(const questionnaire::Form& form, const QString& name, const QString& value)
{
    const qsizetype bar = value.indexOf(u'|');
    const QString state = bar < 0 ? value : value.left(bar), text = bar < 0 ? QString() : value.mid(bar + 1);
    if (questionnaire::stateFromCode(state) != questionnaire::AnswerState::Value)
        return state == u"non_pose" ? QString() : messages::stateWord(state);
    const questionnaire::Question* question = form.question(name);
    if (!question) return text;
    return text.isEmpty() ? QStringLiteral("rien de cela") : form.display(*question, text);
}

QString evidenceText(const QString& value)
{
    const QString level = value.section(u'|', 0, 0), reason = value.section(u'|', 1);
    if (level.isEmpty()) return {};
    const QString word = messages::evidenceWord(level.toInt());
    return reason.isEmpty() ? QStringLiteral("%1 (%2)").arg(level, word)
                            : QStringLiteral("%1 (%2) : %3").arg(level, word, reason);
}

QString quoted(const QString& text)
{
    return text.isEmpty() ? QStringLiteral("rien") : QStringLiteral("« %1 »").arg(text);
}

QString eventWords(const HistoryLine& line)
{
    switch (line.event) {
    case HistoryEvent::Created:
        return QStringLiteral("création");
    case HistoryEvent::Deleted:
        return QStringLiteral("suppression");
    case HistoryEvent::Restored:
        return QStringLiteral("rétablissement après suppression");
    case HistoryEvent::Redacted:
        return QStringLiteral("valeurs effacées pour toujours");
    case HistoryEvent::Frozen:
        return QStringLiteral("état figé");
    case HistoryEvent::Changed:
        break;
    }
    if (line.isRedacted) return QStringLiteral("valeur effacée pour toujours");
    return QStringLiteral("%1 → %2").arg(quoted(line.before), quoted(line.after));
}

QString labelOf(const Study& study, const HistoryEntry& entry)
{
    if (entry.event == HistoryEvent::Frozen) return entry.field;
    if (entry.event == HistoryEvent::Changed) return fieldLabel(study, entry.field);
    if (entry.entityType == dossier::entity::Row && study.form().question(entry.field))
        return questionLabel(study.form(), entry.field);
    if (entry.event == HistoryEvent::Redacted && entry.field.size() > 2)
        return fieldLabel(study, entry.field);
    return entityLabel(entry.entityType);
}

HistoryLine lineOf(const Study& study, const HistoryEntry& entry)
{
    HistoryLine line;
    line.operation = entry.operation;
    line.record = entry.record;
    line.time = QDateTime::fromMSecsSinceEpoch(entry.time, QTimeZone("Africa/Casablanca"));
    line.author = entry.author;
    line.cause = messages::causeWord(entry.cause);
    line.event = entry.event;
    line.isRedacted = entry.isRedacted;
    line.label = labelOf(study, entry);
    const Field field = parsed(entry.field);
    if (field.kind == u'q' || field.kind == u'c' || field.kind == u's' || field.kind == u'r')
        line.question = field.name;
    line.entity = field.entity;
    if (entry.event == HistoryEvent::Changed && !entry.isRedacted) {
        line.before = fieldDisplay(study, entry.field, entry.before);
        line.after = fieldDisplay(study, entry.field, entry.value);
    }
    line.sentence = QStringLiteral("%1, %2 : %3, %4 (%5).")
                        .arg(line.time.toString(QStringLiteral("dd/MM/yyyy HH:mm:ss")),
                             line.author.isEmpty() ? QStringLiteral("auteur inconnu") : line.author,
                             line.label, eventWords(line), line.cause);
    return line;
}

bool isComputed(const HistoryEntry& entry)
{
    return entry.event == HistoryEvent::Changed &&
           (entry.field == dossier::StatusField || entry.field == dossier::CompletenessField);
}

} // namespace

QString fieldLabel(const Study& study, const QString& shownField)
{
    const Field field = parsed(shownField);
    const questionnaire::Form& form = study.form();
    if (field.kind == u'q' || field.kind == u'r') return questionLabel(form, field.name);
    if (field.kind == u'c') return QStringLiteral("Commentaire sur %1").arg(questionLabel(form, field.name));
    if (field.kind == u's') return QStringLiteral("Source de %1").arg(questionLabel(form, field.name));
    if (field.kind == u'e') {
        const assessment::Model::Indicator* indicator = study.model().indicator(field.name);
        return QStringLiteral("Preuve de %1 %2")
            .arg(field.name, indicator ? indicator->label : QString())
            .trimmed();
    }
    return messages::fieldWord(field.name);
}

QString fieldDisplay(const Study& study, const QString& shownField, const QString& value)
{
    if (value.isEmpty()) return {};
    const Field field = parsed(shownField);
    if (field.kind == u'q') return answerText(study.form(), field.name, value);
    if (field.kind == u'e') return evidenceText(value);
    if (field.kind == u'r') return QStringLiteral("question posée");
    if (field.kind == u's') return QStringLiteral("un passage");
    if (field.name == dossier::StatusField) return messages::statusWord(value);
    if (field.name == dossier::CompletenessField)
        return QStringLiteral("%1 %").arg(qRound(value.toDouble() * 100));
    if (field.name == u"decision") return messages::decisionWord(value);
    return value;
}

QString entityLabel(const QString& entityType)
{
    return messages::entityWord(entityType);
}

std::vector<HistoryLine> historyOf(const Study& study, const QString& record, const QString& question)
{
    std::vector<HistoryLine> lines;
    for (const HistoryEntry& entry : study.dossier().history(record)) {
        if (isComputed(entry) || entry.field.startsWith(u"s:")) continue;
        HistoryLine line = lineOf(study, entry);
        if (line.record.isEmpty()) line.record = record;
        if (question.isEmpty() || line.question == question) lines.push_back(std::move(line));
    }
    return lines;
}

std::vector<HistoryLine> recentHistory(const Study& study, int limit)
{
    std::vector<HistoryLine> lines;
    for (const HistoryEntry& entry : study.dossier().recentHistory(limit))
        if (!isComputed(entry) && !entry.field.startsWith(u"s:")) lines.push_back(lineOf(study, entry));
    return lines;
}

} // namespace workflow
