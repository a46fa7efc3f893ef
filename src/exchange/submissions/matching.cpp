#include "exchange/submissions/matching.h"

#include "base/text.h"
#include "exchange/submissions/answer_text.h"

#include <QCryptographicHash>
#include <QRegularExpression>

namespace exchange {
namespace {

using questionnaire::Form;
using questionnaire::Question;
using questionnaire::QuestionType;

constexpr qsizetype LongestHeader = 1000;
constexpr int MostParts = 12; ///< groups and a choice in one header

bool isNest(const Question& question)
{
    return question.type == QuestionType::Group || question.type == QuestionType::Repeat;
}

/// What the servers add, by header without case.
std::optional<ColumnUse> serverUse(const QString& header, bool root)
{
    static const QHash<QString, ColumnUse> uses{{u"_uuid"_qs, ColumnUse::Instance},
                                                {u"meta/instanceid"_qs, ColumnUse::Instance},
                                                {u"meta-instanceid"_qs, ColumnUse::Instance},
                                                {u"instanceid"_qs, ColumnUse::Instance},
                                                {u"key"_qs, ColumnUse::Instance},
                                                {u"meta/rootuuid"_qs, ColumnUse::Instance},
                                                {u"_submission_time"_qs, ColumnUse::Submitted},
                                                {u"submissiondate"_qs, ColumnUse::Submitted},
                                                {u"_submitted_by"_qs, ColumnUse::Submitter},
                                                {u"submittername"_qs, ColumnUse::Submitter},
                                                {u"__version__"_qs, ColumnUse::Version},
                                                {u"_version"_qs, ColumnUse::Version},
                                                {u"formversion"_qs, ColumnUse::Version}};
    static const QRegularExpression server(
        u"^(_id|_index|_parent_index|_parent_table_name|_tags|_notes|_status|_validation_status|_geolocation|"
        u"_attachments|_xform_id|_xform_id_string|_bamboo_dataset_id|_userform_id|_media_count|_total_media|"
        u"_submission_?_.*|formhub/uuid|meta[/"
        u"-].*|parent_key|set-of-.*|submitterid|attachments(present|expected)|"
        u"status|reviewstate|deviceid|edits|instancename|_media_all_received|_version_|_deprecatedid|"
        u"_supplementaldetails)$"_qs);
    const QString name = header.toLower();
    const auto use = uses.constFind(name);
    if (use != uses.constEnd() && (root || *use != ColumnUse::Instance || name == u"_uuid"))
        return root ? *use : ColumnUse::Ignored;
    if (name == u"key" || server.match(name).hasMatch()) return ColumnUse::Ignored;
    return {};
}

std::optional<ColumnUse> ownUse(const QString& header)
{
    if (header == own::States) return ColumnUse::States;
    if (header == own::Row) return ColumnUse::RowId;
    if (header == own::Actor) return ColumnUse::ActorId;
    return {};
}

/// A choice of the geopoint part in "_q_latitude" or "q-Latitude".
std::optional<std::pair<QString, ColumnUse>> geopointPart(const QString& header)
{
    static const QRegularExpression kobo(u"^(.*/)?_(.+)_(latitude|longitude|altitude|precision)$"_qs);
    static const QRegularExpression odk(u"^(.+)-(Latitude|Longitude|Altitude|Accuracy)$"_qs);
    static const QHash<QString, ColumnUse> parts{{u"latitude"_qs, ColumnUse::Latitude},
                                                 {u"longitude"_qs, ColumnUse::Longitude},
                                                 {u"altitude"_qs, ColumnUse::Altitude},
                                                 {u"precision"_qs, ColumnUse::Accuracy},
                                                 {u"accuracy"_qs, ColumnUse::Accuracy}};
    if (const auto match = kobo.match(header); match.hasMatch())
        return std::pair(match.captured(1) + match.captured(2), parts.value(match.captured(3)));
    if (const auto match = odk.match(header); match.hasMatch())
        return std::pair(match.captured(1), parts.value(match.captured(2).toLower()));
    return {};
}

/// Headers by which the questions of one repeat (-1: none) are known.
class Scope
{
public:
    Scope(const Form& form, int repeat)
    {
        for (int q = 0; q < static_cast<int>(form.questions.size()); ++q) {
            if (form.repeatOf(q) != repeat || form.questions[size_t(q)].type == QuestionType::Repeat)
                continue;
            const Question& question = form.questions[size_t(q)];
            m_names.insert(question.name, q);
            for (const int below : {-1, repeat})
                for (const QChar separator : {u'/', u'-'})
                    m_paths.insert(pathOf(form, q, separator, below), q);
            if (isNest(question)) continue;
            learn(question.label, q);
            for (const QString& label : question.labels)
                learn(label, q);
        }
    }

    struct Found
    {
        int question = -1; ///< -2: ambiguous
        const char* why = "";
    };

    /// The header is a question's own name or path.
    Found exact(const QString& header) const
    {
        if (const auto q = m_names.constFind(header); q != m_names.cend()) return {*q, "name"};
        if (const auto q = m_paths.constFind(header); q != m_paths.cend()) return {*q, "path"};
        return {};
    }

    Found find(const QString& header) const
    {
        if (const Found found = exact(header); found.question >= 0) return found;
        const QString last = header.section(u'/', -1);
        if (const auto q = m_names.constFind(last); q != m_names.cend()) return {*q, "path"};
        for (const QString& text : {header, last}) {
            if (text.size() > 2 * m_longest) continue; // folding changes lengths, not by that much
            const auto q = m_labels.constFind(base::fold(text));
            if (q != m_labels.cend()) return {*q, "label"};
        }
        return {};
    }

private:
    void learn(const QString& label, int question)
    {
        const QString folded = base::fold(label);
        if (folded.isEmpty()) return;
        m_longest = std::max(m_longest, label.size());
        const auto known = m_labels.constFind(folded);
        m_labels.insert(folded, known == m_labels.cend() || *known == question ? question : -2);
    }

    QHash<QString, int> m_names, m_paths, m_labels;
    qsizetype m_longest = 0; ///< label
};

class Matcher
{
public:
    Matcher(const SubmissionSource& source, const Form& form, const ColumnChoices& choices)
        : m_source(source), m_form(form), m_choices(choices), m_texts(form)
    {
    }

    SubmissionMapping run()
    {
        SubmissionMapping mapping;
        for (size_t t = 0; t < m_source.tables.size(); ++t) {
            const int repeat = t == 0 ? -1 : repeatOf(m_source.tables[t]);
            mapping.repeats << (repeat < 0 ? QString() : m_form.questions[size_t(repeat)].name);
            mapping.tables.push_back(columns(t, repeat, t == 0 || repeat >= 0));
        }
        markFilled(mapping);
        mapping.signature = signatureOf(m_source);
        return mapping;
    }

private:
    /// By its name: a sheet's is cut at 31 characters, a file's carries the form's before it.
    int repeatOf(const SourceTable& table) const
    {
        const QString last = table.name.section(u'/', -1), folded = base::fold(table.name).left(31);
        for (int q = 0; q < static_cast<int>(m_form.questions.size()); ++q) {
            const Question& question = m_form.questions[size_t(q)];
            if (question.type != QuestionType::Repeat) continue;
            QStringList labels = question.labels.values();
            labels << question.label;
            const bool byLabel = std::any_of(labels.begin(), labels.end(), [&](const QString& label) {
                return !label.isEmpty() && base::fold(label).left(31).trimmed() == folded;
            });
            const bool byFile =
                m_source.layout == SubmissionLayout::OdkZip &&
                (table.name.endsWith(u'-' + question.name) || table.name.endsWith(u'.' + question.name));
            const bool byName = last == question.name || table.name == question.name.left(31);
            if (byName || byFile || byLabel) return q;
        }
        return -1;
    }

    std::vector<SubmissionColumn> columns(size_t t, int repeat, bool known)
    {
        const SourceTable& table = m_source.tables[t];
        const Scope scope(m_form, repeat);
        std::vector<SubmissionColumn> made;
        QSet<QString> met;
        QString last; // question of the columns before
        for (const QString& header : table.headers) {
            SubmissionColumn column{table.name, header, ColumnUse::Unknown, {}, {}, {}, false};
            if (header.isEmpty()) {
                column.use = ColumnUse::Ignored;
            } else if (spellsOther(column, last)) {
                column.why = QStringLiteral("label");
            } else if (met.contains(header)) {
                column.why = QStringLiteral("repeated");
            } else if (!adjusted(column, repeat) &&
                       (header.size() > LongestHeader || !administrative(column, t == 0))) {
                if (known && header.size() <= LongestHeader)
                    match(column, scope, repeat);
                else if (known)
                    column.why = QStringLiteral("unknown");
                else
                    column.why = QStringLiteral("unknown_table");
            }
            met.insert(header);
            if (!column.question.isEmpty()) last = column.question;
            made.push_back(std::move(column));
        }
        return made;
    }

    /// Where labels are headers, the texts of all "other" choices have the same: each follows its select.
    bool spellsOther(SubmissionColumn& column, const QString& before) const
    {
        if (column.header.section(u'/', -1) != u"Specify other." || choiceFor(column)) return false;
        const Question* select = m_form.question(before);
        if (!select || !select->orOther) return false;
        const int after = m_form.index.value(before) + 1;
        column.question = m_form.questions[size_t(after)].name;
        column.use = ColumnUse::Answer;
        return true;
    }

    std::optional<QString> choiceFor(const SubmissionColumn& column) const
    {
        for (const QString& key : {column.table + u'!' + column.header, column.header})
            if (const auto choice = m_choices.constFind(key); choice != m_choices.cend()) return *choice;
        return {};
    }

    /// A choice that the table cannot take is none: a question of another repeat, or none of the form.
    bool adjusted(SubmissionColumn& column, int repeat) const
    {
        const auto choice = choiceFor(column);
        if (!choice) return false;
        const int question = m_form.index.value(*choice, -1);
        const bool fits = question >= 0 && m_form.repeatOf(question) == repeat &&
                          !isNest(m_form.questions[size_t(question)]);
        if (!choice->isEmpty() && !fits) return false;
        column.why = QStringLiteral("adjusted");
        column.use = choice->isEmpty() ? ColumnUse::Ignored : ColumnUse::Answer;
        column.question = *choice;
        return true;
    }

    bool administrative(SubmissionColumn& column, bool root) const
    {
        const Question* named = m_form.question(column.header);
        if (const auto use = ownUse(column.header)) {
            column.use = *use;
            column.why = QStringLiteral("ours");
        } else if (const auto server = serverUse(column.header, root); server && !named) {
            column.use = *server;
            column.why = QStringLiteral("server");
        }
        return !column.why.isEmpty();
    }

    void match(SubmissionColumn& column, const Scope& scope, int repeat)
    {
        const Scope::Found own = scope.exact(column.header);
        if (own.question >= 0) return give(column, own.question, own.why);
        // Before looser readings: a choice may bear the name or the label of another question.
        if (geopoint(column, scope) || split(column, scope) || address(column, scope)) return;
        const Scope::Found found = scope.find(column.header);
        if (found.question >= 0) return give(column, found.question, found.why);
        const QString last = column.header.section(u'/', -1);
        if (last.startsWith(u'_')) { // what this server and the next ones add: "_duration", "_last_edited_by"
            column.use = ColumnUse::Ignored;
            column.why = QStringLiteral("server");
            return;
        }
        const int elsewhere = m_form.index.value(last, m_form.index.value(column.header, -1));
        const bool away = elsewhere >= 0 && m_form.repeatOf(elsewhere) != repeat;
        column.why = found.question == -2 ? QStringLiteral("ambiguous")
                     : away               ? QStringLiteral("elsewhere")
                                          : QStringLiteral("unknown");
    }

    void give(SubmissionColumn& column, int question, const char* why) const
    {
        const Question& its = m_form.questions[size_t(question)];
        column.question = its.name;
        const bool note = isNest(its) || its.type == QuestionType::Note;
        column.use = note ? ColumnUse::Ignored : ColumnUse::Answer;
        column.why = QString::fromLatin1(why);
    }

    bool geopoint(SubmissionColumn& column, const Scope& scope) const
    {
        const auto part = geopointPart(column.header);
        if (!part) return false;
        const int q = scope.find(part->first).question;
        if (q < 0 || m_form.questions[size_t(q)].type != QuestionType::Geopoint) return false;
        give(column, q, "geopoint");
        column.use = part->second;
        return true;
    }

    /// Where the server keeps the file of an answer: "photo_URL".
    bool address(SubmissionColumn& column, const Scope& scope) const
    {
        if (!column.header.endsWith(u"_URL")) return false;
        const int q = scope.find(column.header.chopped(4)).question;
        if (q < 0 || m_form.questions[size_t(q)].type != QuestionType::Media) return false;
        column.use = ColumnUse::Ignored;
        column.why = QStringLiteral("server");
        return true;
    }

    bool split(SubmissionColumn& column, const Scope& scope)
    {
        const QString& header = column.header;
        int tried = 0;
        for (qsizetype at = header.indexOf(u'/'); at > 0; at = header.indexOf(u'/', at + 1)) {
            if (++tried > MostParts) break;
            const int q = scope.find(header.left(at)).question;
            if (q < 0 || m_form.questions[size_t(q)].type != QuestionType::SelectMultiple) continue;
            const QString code = m_texts.codeOf(m_form.questions[size_t(q)], header.mid(at + 1));
            if (code.isEmpty()) continue;
            give(column, q, "split");
            column.use = ColumnUse::Choice;
            column.choice = code;
            return true;
        }
        return false;
    }

    void markFilled(SubmissionMapping& mapping) const
    {
        for (const SourceRow& row : m_source.rows)
            markFilled(mapping, row, 0);
    }

    static void markFilled(SubmissionMapping& mapping, const SourceRow& row, int table)
    {
        for (const SourceCell& cell : row.cells)
            mapping.tables[static_cast<size_t>(table)][static_cast<size_t>(cell.column)].filled = true;
        for (const auto& [child, rows] : row.children)
            for (const SourceRow& one : rows)
                markFilled(mapping, one, child);
    }

    const SubmissionSource& m_source;
    const Form& m_form;
    const ColumnChoices& m_choices;
    AnswerText m_texts;
};

} // namespace

QString pathOf(const Form& form, int question, QChar separator, int below)
{
    QString path;
    for (int q = question; q >= 0 && q != below; q = form.questions[size_t(q)].parent)
        path = form.questions[size_t(q)].name + (path.isEmpty() ? QString() : separator + path);
    return path;
}

QString signatureOf(const SubmissionSource& source)
{
    QStringList all;
    for (const SourceTable& table : source.tables)
        for (const QString& header : table.headers)
            all << table.name + QChar(0x1f) + header;
    all.sort();
    const QByteArray hash =
        QCryptographicHash::hash(all.join(QChar(0x1e)).toUtf8(), QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.toHex().left(32));
}

QStringList questionsFor(const SubmissionMapping& mapping, size_t table, const Form& form)
{
    const QString repeat = mapping.repeats.value(static_cast<qsizetype>(table));
    const int scope = repeat.isEmpty() ? -1 : form.index.value(repeat, -1);
    QStringList names;
    for (int q = 0; q < static_cast<int>(form.questions.size()); ++q) {
        const Question& question = form.questions[size_t(q)];
        if (form.repeatOf(q) == scope && !isNest(question) && question.type != QuestionType::Note)
            names << question.name;
    }
    return names;
}

SubmissionMapping matchColumns(const SubmissionSource& source, const Form& form, const ColumnChoices& choices)
{
    return Matcher(source, form, choices).run();
}

} // namespace exchange
