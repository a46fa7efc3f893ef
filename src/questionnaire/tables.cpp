#include "questionnaire/tables.h"

#include "questionnaire/compiler/sheet.h"

#include <QMap>
#include <QSet>

#include <algorithm>

namespace questionnaire {

namespace {

/// Rows written by column names; columns nothing was written in are left out.
class TableWriter
{
public:
    TableWriter(QString name, QStringList columns) : m_name(std::move(name)), m_columns(std::move(columns)) {}

    void addRow() { m_rows.emplace_back(); }
    void set(const QString& column, const QString& text)
    {
        if (text.isEmpty()) return;
        Q_ASSERT(m_columns.contains(column));
        m_rows.back().insert(column, text);
        m_used.insert(column);
    }
    /// `always`: columns that stay even when they are empty.
    SheetTable finish(const QStringList& always) const
    {
        QStringList kept;
        for (const QString& column : m_columns)
            if (m_used.contains(column) || always.contains(column)) kept << column;
        SheetTable table{m_name, {kept}, 1};
        for (const auto& row : m_rows) {
            QStringList cells;
            for (const QString& column : std::as_const(kept))
                cells << row.value(column);
            table.rows.push_back(std::move(cells));
        }
        return table;
    }

private:
    QString m_name;
    QStringList m_columns;
    std::vector<QHash<QString, QString>> m_rows;
    QSet<QString> m_used;
};

QString yes(bool truth)
{
    return truth ? u"yes"_qs : QString();
}

/// Types of forms that were not written in XLSForm.
QString plainTypeName(QuestionType type)
{
    static const QHash<QuestionType, QString> names{{QuestionType::Text, u"text"_qs},
                                                    {QuestionType::Integer, u"integer"_qs},
                                                    {QuestionType::Decimal, u"decimal"_qs},
                                                    {QuestionType::Range, u"range"_qs},
                                                    {QuestionType::SelectOne, u"select_one"_qs},
                                                    {QuestionType::SelectMultiple, u"select_multiple"_qs},
                                                    {QuestionType::Rank, u"rank"_qs},
                                                    {QuestionType::Note, u"note"_qs},
                                                    {QuestionType::Date, u"date"_qs},
                                                    {QuestionType::Time, u"time"_qs},
                                                    {QuestionType::DateTime, u"dateTime"_qs},
                                                    {QuestionType::Geopoint, u"geopoint"_qs},
                                                    {QuestionType::Geotrace, u"geotrace"_qs},
                                                    {QuestionType::Geoshape, u"geoshape"_qs},
                                                    {QuestionType::Media, u"file"_qs},
                                                    {QuestionType::Barcode, u"barcode"_qs},
                                                    {QuestionType::Calculate, u"calculate"_qs},
                                                    {QuestionType::Acknowledge, u"acknowledge"_qs},
                                                    {QuestionType::Hidden, u"hidden"_qs},
                                                    {QuestionType::Metadata, u"start"_qs},
                                                    {QuestionType::Group, u"begin_group"_qs},
                                                    {QuestionType::Repeat, u"begin_repeat"_qs}};
    return names.value(type);
}

class Exporter
{
public:
    explicit Exporter(const Form& form) : m_form(form)
    {
        for (const QString& language : form.languages)
            m_languages.insert(languageCode(language), language);
    }

    std::vector<SheetTable> run() { return {survey(), choices(), settings()}; }

private:
    /// "label", "label::Français (fr)", "label::English (en)".
    QStringList columnsOf(const QString& column) const
    {
        QStringList columns{column};
        for (const QString& language : m_form.languages)
            columns << column + u"::"_qs + language;
        return columns;
    }

    void setTexts(TableWriter& table, const QString& column, const QString& text, const Translations& texts)
    {
        for (auto one = texts.begin(); one != texts.end(); ++one)
            table.set(one.key().isEmpty() ? column : column + u"::"_qs + languageOf(one.key()), one.value());
        if (!texts.contains(QString()) && texts.value(m_form.defaultLanguage) != text)
            table.set(column, text);
    }
    void setMedia(TableWriter& table, const MediaFiles& media)
    {
        for (auto kind = media.begin(); kind != media.end(); ++kind)
            setTexts(table, u"media::"_qs + kind.key(), kind.value().value(m_form.defaultLanguage), *kind);
    }
    QString languageOf(const QString& code) const { return m_languages.value(code, code); }

    static QStringList mediaKinds()
    {
        return {u"media::image"_qs, u"media::big-image"_qs, u"media::audio"_qs, u"media::video"_qs};
    }

    QStringList surveyColumns() const
    {
        QStringList columns{u"type"_qs, u"name"_qs};
        for (const QString& text : {u"label"_qs, u"hint"_qs, u"guidance_hint"_qs})
            columns += columnsOf(text);
        columns += {u"required"_qs};
        columns += columnsOf(u"required_message"_qs);
        columns += {u"relevant"_qs, u"constraint"_qs};
        columns += columnsOf(u"constraint_message"_qs);
        columns += {u"calculation"_qs,   u"trigger"_qs,      u"default"_qs,    u"readonly"_qs,
                    u"choice_filter"_qs, u"repeat_count"_qs, u"appearance"_qs, u"parameters"_qs};
        for (const QString& kind : mediaKinds())
            columns += columnsOf(kind);
        return columns += {u"sensibilite"_qs, u"court"_qs, u"indicateur"_qs, u"portee"_qs, u"unite"_qs};
    }

    SheetTable survey()
    {
        TableWriter table(u"survey"_qs, surveyColumns());
        for (const QString& file : m_form.externalFiles) {
            table.addRow();
            table.set(u"type"_qs, file.endsWith(u".csv") ? u"csv-external"_qs : u"xml-external"_qs);
            table.set(u"name"_qs, file.left(file.lastIndexOf(u'.')));
        }
        for (size_t i = 0; i < m_form.questions.size(); ++i)
            if (m_form.questions[i].parent < 0) write(table, m_form.questions[i]);
        return table.finish({u"type"_qs, u"name"_qs});
    }

    // As deep as the form itself, which the compiler bounds.
    void write(TableWriter& table, const Question& question)
    {
        if (question.isOther) return; // or_other stands for it
        table.addRow();
        table.set(u"type"_qs, typeOf(question));
        table.set(u"name"_qs, question.name);
        writeTexts(table, question);
        writeLogic(table, question);
        writeStudyColumns(table, question);
        if (question.type != QuestionType::Group && question.type != QuestionType::Repeat) return;
        for (const int child : question.children)
            write(table, m_form.questions[size_t(child)]);
        table.addRow();
        table.set(u"type"_qs, question.type == QuestionType::Group ? u"end_group"_qs : u"end_repeat"_qs);
        table.set(u"name"_qs, question.name);
    }

    static QString typeOf(const Question& question)
    {
        QString type = question.typeName.isEmpty() ? plainTypeName(question.type) : question.typeName;
        if (!question.list.isEmpty()) type += u' ' + question.list;
        if (question.orOther) type += u" or_other"_qs;
        return type;
    }

    void writeTexts(TableWriter& table, const Question& question)
    {
        setTexts(table, u"label"_qs, question.label, question.labels);
        setTexts(table, u"hint"_qs, question.hint, question.hints);
        setTexts(table, u"guidance_hint"_qs, question.guidance, question.guidances);
        setTexts(table, u"constraint_message"_qs, question.constraintMessage, question.constraintMessages);
        setTexts(table, u"required_message"_qs, question.requiredMessage, question.requiredMessages);
        setMedia(table, question.media);
    }

    static void writeLogic(TableWriter& table, const Question& question)
    {
        table.set(u"required"_qs, question.required ? yes(true) : question.requiredExpression);
        table.set(u"readonly"_qs, question.readOnly ? yes(true) : question.readOnlyExpression);
        table.set(u"relevant"_qs, question.relevant);
        table.set(u"constraint"_qs, question.constraint);
        table.set(u"calculation"_qs, question.calculation);
        table.set(u"trigger"_qs, question.trigger);
        table.set(u"default"_qs, question.defaultValue);
        table.set(u"choice_filter"_qs, question.choiceFilter);
        table.set(u"repeat_count"_qs, question.repeatCount);
        table.set(u"appearance"_qs, question.appearance);
        QStringList pairs;
        for (auto parameter = question.parameters.begin(); parameter != question.parameters.end();
             ++parameter)
            pairs << parameter.key() + u'=' + parameter.value();
        pairs.sort();
        table.set(u"parameters"_qs, pairs.join(u' '));
    }

    void writeStudyColumns(TableWriter& table, const Question& question) const
    {
        if (question.sensitivity != Sensitivity::Public)
            table.set(u"sensibilite"_qs,
                      question.sensitivity == Sensitivity::Restricted ? u"restreint"_qs : u"confidentiel"_qs);
        table.set(u"court"_qs, question.shortForm ? u"oui"_qs : QString());
        table.set(u"indicateur"_qs, question.indicators.join(u';'));
        table.set(u"unite"_qs, question.unit);
        // What a group holds is of its scope unless it says otherwise.
        const Scope around =
            question.parent < 0 ? Scope::Actor : m_form.questions[size_t(question.parent)].scope;
        if (question.scope != around)
            table.set(u"portee"_qs, question.scope == Scope::Passage ? u"passage"_qs : u"acteur"_qs);
    }

    /// Lists in the order the questions use them, then those no question uses.
    QStringList listNames() const
    {
        QStringList names, others;
        for (const Question& question : m_form.questions)
            if (m_form.lists.contains(question.list) && !names.contains(question.list))
                names << question.list;
        for (const ChoiceList& list : m_form.lists)
            if (!names.contains(list.name)) others << list.name;
        others.sort();
        return names + others;
    }

    SheetTable choices()
    {
        QSet<QString> attributes;
        for (const ChoiceList& list : m_form.lists)
            for (const Choice& choice : list.choices)
                for (auto cell = choice.attributes.begin(); cell != choice.attributes.end(); ++cell)
                    attributes.insert(cell.key());
        QStringList own = attributes.values();
        own.sort();
        QStringList columns{u"list_name"_qs, u"name"_qs};
        columns += columnsOf(u"label"_qs);
        for (const QString& kind : mediaKinds())
            columns += columnsOf(kind);
        TableWriter table(u"choices"_qs, columns + own);
        for (const QString& name : listNames())
            for (const Choice& choice : m_form.lists[name].choices)
                if (!choice.isOther) writeChoice(table, name, choice);
        return table.finish({u"list_name"_qs, u"name"_qs});
    }

    void writeChoice(TableWriter& table, const QString& list, const Choice& choice)
    {
        table.addRow();
        table.set(u"list_name"_qs, list);
        table.set(u"name"_qs, choice.name);
        setTexts(table, u"label"_qs, choice.label, choice.labels);
        setMedia(table, choice.media);
        for (auto cell = choice.attributes.begin(); cell != choice.attributes.end(); ++cell)
            table.set(cell.key(), cell.value());
    }

    SheetTable settings() const
    {
        TableWriter table(u"settings"_qs,
                          {u"form_title"_qs, u"form_id"_qs, u"version"_qs, u"default_language"_qs,
                           u"instance_name"_qs, u"allow_choice_duplicates"_qs});
        table.addRow();
        table.set(u"form_title"_qs, m_form.title);
        table.set(u"form_id"_qs, m_form.id);
        table.set(u"version"_qs, m_form.version);
        table.set(u"default_language"_qs, languageOf(m_form.defaultLanguage));
        table.set(u"instance_name"_qs, m_form.instanceName);
        table.set(u"allow_choice_duplicates"_qs, yes(m_form.choiceDuplicatesAllowed));
        return table.finish({u"form_title"_qs, u"form_id"_qs});
    }

    const Form& m_form;
    QHash<QString, QString> m_languages; ///< as the form names them, by code
};

} // namespace

std::vector<SheetTable> sheetsOf(const Form& form)
{
    return Exporter(form).run();
}

} // namespace questionnaire
