#include "workflow/history.h"

#include "workflow/form_versions.h"
#include "workflow/kept_forms.h"
#include "workflow/messages/dossier_words.h"
#include "workflow/settings.h"
#include "workflow/study.h"

#include <QLocale>
#include <QTimeZone>

#include <limits>
#include <tuple>

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

/// What an event is called; empty for a plain change.
QString eventWords(HistoryEvent event, bool isRedacted)
{
    switch (event) {
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
    return isRedacted ? QStringLiteral("valeur effacée pour toujours") : QString();
}

/// A row is called by its group: what happened says that it is one row of it.
QString rowWords(const HistoryEntry& entry)
{
    if (entry.event == HistoryEvent::Created) return QStringLiteral("nouvelle ligne");
    if (entry.event == HistoryEvent::Deleted) return QStringLiteral("ligne supprimée");
    return entry.event == HistoryEvent::Restored ? QStringLiteral("ligne rétablie") : QString();
}

QString sentenceOf(const HistoryLine& line)
{
    const QString what = line.happened.isEmpty()
                             ? QStringLiteral("%1 → %2").arg(quoted(line.before), quoted(line.after))
                             : line.happened;
    return QStringLiteral("%1, %2 : %3, %4 (%5).")
        .arg(line.time.toString(QStringLiteral("dd/MM/yyyy HH:mm:ss")),
             line.author.isEmpty() ? QStringLiteral("auteur inconnu") : line.author, line.label, what,
             line.cause);
}

QDateTime localTime(qint64 time)
{
    return QDateTime::fromMSecsSinceEpoch(time, QTimeZone("Africa/Casablanca"));
}

QString labelOf(const Study& study, const HistoryEntry& entry)
{
    if (entry.event == HistoryEvent::Frozen) return entry.field;
    if (entry.event == HistoryEvent::Changed) return fieldLabel(study, entry.field);
    if (entry.event == HistoryEvent::Redacted && entry.field.size() > 2)
        return fieldLabel(study, entry.field);
    return entityLabel(entry.entityType);
}

HistoryLine lineOf(const Study& study, const HistoryEntry& entry)
{
    HistoryLine line;
    line.operation = entry.operation;
    line.record = entry.record;
    line.time = localTime(entry.time);
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
    line.happened = entry.entityType == dossier::entity::Row ? rowWords(entry) : QString();
    if (line.happened.isEmpty()) line.happened = eventWords(entry.event, entry.isRedacted);
    line.sentence = sentenceOf(line);
    return line;
}

bool isComputed(const HistoryEntry& entry)
{
    const bool computed = entry.event == HistoryEvent::Changed &&
                          (entry.field == dossier::StatusField || entry.field == dossier::CompletenessField);
    return computed || entry.field.startsWith(u"s:");
}

/// What the operations that keep a file say of it, one field each.
struct KeptFile
{
    QString name, media, size;
};

class Teller
{
public:
    Teller(const Study& study, const std::vector<HistoryEntry>& entries) : m_study(study)
    {
        for (const HistoryEntry& entry : entries) {
            if (isOfFile(entry) && entry.event == HistoryEvent::Changed) note(entry);
            if (isOfRow(entry) && entry.event == HistoryEvent::Created)
                m_groups.insert(entry.entity, parsed(entry.field).name);
        }
    }

    std::vector<HistoryLine> lines(const std::vector<HistoryEntry>& entries)
    {
        std::vector<HistoryLine> out;
        for (const HistoryEntry& entry : entries) {
            const bool told =
                isOfFile(entry) && entry.event == HistoryEvent::Changed && entry.before.isEmpty();
            if (told || isComputed(entry)) continue;
            out.push_back(lineOf(m_study, entry));
            if (isOfFile(entry) && entry.event != HistoryEvent::Changed) tellFile(entry, out.back());
            if (isOfRow(entry) && entry.event != HistoryEvent::Changed) tellRow(entry, out.back());
        }
        return out;
    }

private:
    static bool isOfFile(const HistoryEntry& entry)
    {
        return entry.entityType == dossier::entity::Attachment;
    }

    static bool isOfRow(const HistoryEntry& entry) { return entry.entityType == dossier::entity::Row; }

    /// Only what creates a row names its group.
    void tellRow(const HistoryEntry& entry, HistoryLine& line)
    {
        const QString group = m_groups.value(entry.entity);
        const questionnaire::Form& form = formHolding(m_study, group);
        if (!form.question(group)) return;
        line.label = questionLabel(form, group);
        line.sentence = sentenceOf(line);
    }

    void note(const HistoryEntry& entry)
    {
        KeptFile& file = m_files[entry.entity];
        const QString field = parsed(entry.field).name;
        if (field == u"name") file.name = entry.value;
        if (field == u"media") file.media = entry.value;
        if (field == u"size") file.size = entry.value;
    }

    void tellFile(const HistoryEntry& entry, HistoryLine& line)
    {
        const KeptFile file = m_files.value(entry.entity);
        if (!file.name.isEmpty()) line.label = file.name;
        if (entry.event == HistoryEvent::Created)
            line.happened = QStringLiteral("pièce jointe à %1%2").arg(ownerOf(entry.record), natureOf(file));
        if (entry.event == HistoryEvent::Deleted) line.happened = QStringLiteral("pièce retirée");
        if (entry.event == HistoryEvent::Restored) line.happened = QStringLiteral("pièce remise");
        line.sentence = sentenceOf(line);
    }

    static QString natureOf(const KeptFile& file)
    {
        if (file.size.isEmpty()) return {};
        return QStringLiteral(", %1, %2")
            .arg(messages::mediaWord(file.media),
                 QLocale(QLocale::French)
                     .formattedDataSize(file.size.toLongLong(), 0, QLocale::DataSizeSIFormat));
    }

    QString ownerOf(const QString& record)
    {
        if (record.isEmpty()) return QStringLiteral("l’étude");
        if (!m_names.contains(record)) {
            const auto summary = m_study.dossier().record(record);
            const bool named = summary && !summary->nameFr.isEmpty();
            m_names.insert(record, named ? quoted(summary->nameFr) : QStringLiteral("la fiche"));
        }
        return m_names.value(record);
    }

    const Study& m_study;
    QHash<QString, KeptFile> m_files;
    QHash<QString, QString> m_groups; ///< of rows
    QHash<QString, QString> m_names;
};

/// The whole journal, oldest first.
std::vector<HistoryEntry> everything(const Study& study)
{
    std::vector<HistoryEntry> entries = study.dossier().recentHistory(std::numeric_limits<int>::max());
    std::reverse(entries.begin(), entries.end());
    return entries;
}

} // namespace

QString fieldLabel(const Study& study, const QString& shownField)
{
    const Field field = parsed(shownField);
    const questionnaire::Form& form = formHolding(study, field.name);
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
    if (field.kind == u'q') return answerText(formHolding(study, field.name), field.name, value);
    if (field.kind == u'e') return evidenceText(value);
    if (field.kind == u'r') return QStringLiteral("question posée");
    if (field.kind == u's') return QStringLiteral("un passage");
    if (field.name == dossier::StatusField) return messages::statusWord(value);
    if (field.name == dossier::CompletenessField)
        return QStringLiteral("%1 %").arg(qRound(value.toDouble() * 100));
    if (field.name == u"decision") return messages::decisionWord(value);
    if (field.name == key::FormCurrent || field.name.startsWith(key::FormOfPrefix))
        return formVersionName(study, value);
    return value;
}

QString entityLabel(const QString& entityType)
{
    return messages::entityWord(entityType);
}

std::vector<HistoryLine> historyOf(const Study& study, const QString& record, const QString& question)
{
    const std::vector<HistoryEntry> entries = study.dossier().history(record);
    std::vector<HistoryLine> lines = Teller(study, entries).lines(entries);
    for (HistoryLine& line : lines)
        if (line.record.isEmpty()) line.record = record;
    if (!question.isEmpty())
        std::erase_if(lines, [&](const HistoryLine& line) { return line.question != question; });
    return lines;
}

std::vector<HistoryLine> recentHistory(const Study& study, int limit)
{
    std::vector<HistoryEntry> entries = study.dossier().recentHistory(limit);
    return Teller(study, entries).lines(entries);
}

std::vector<DeletedRecord> deletedRecords(const Study& study)
{
    QHash<QString, DeletedRecord> deleted;
    QHash<QString, QString> names;
    for (const HistoryEntry& entry : everything(study)) {
        if (entry.field == u"q:id_nom_fr" && !entry.isRedacted)
            names.insert(entry.record, fieldDisplay(study, entry.field, entry.value));
        if (entry.entityType == dossier::entity::Record && entry.event == HistoryEvent::Deleted)
            deleted.insert(entry.record, {entry.record, {}, localTime(entry.time), entry.author});
    }
    std::vector<DeletedRecord> out;
    for (DeletedRecord& each : deleted) {
        if (study.dossier().record(each.record)) continue;
        each.name = names.value(each.record);
        out.push_back(std::move(each));
    }
    std::sort(out.begin(), out.end(), [](const DeletedRecord& a, const DeletedRecord& b) {
        return std::tie(a.time, a.record) > std::tie(b.time, b.record);
    });
    return out;
}

} // namespace workflow
