#pragma once
#include <QHash>
#include <QString>
#include <QStringList>

#include <vector>

namespace questionnaire {

enum class QuestionType : quint8 {
    Text,
    Integer,
    Decimal,
    Range,
    SelectOne,
    SelectMultiple,
    Rank,
    Note,
    Date,
    Time,
    DateTime,
    Geopoint,
    Geotrace,
    Geoshape,
    Media,
    Barcode,
    Calculate,
    Acknowledge,
    Hidden,
    Metadata,
    Group,
    Repeat
};

/// Who may see an answer (questionnaire § 1).
enum class Sensitivity : quint8 { Public, Restricted, Confidential };

/// Whether a question belongs to the actor or to each collection session.
enum class Scope : quint8 { Actor, Passage };

/// Texts by language code (fr, en, ar).
using Translations = QHash<QString, QString>;

/// Files shown or played beside a text: by kind (image, big-image, audio, video), then by language code,
/// empty where the form names no language.
using MediaFiles = QHash<QString, Translations>;

/// True for a default that is to be computed, not copied: it reads a question or calls a function.
bool isDynamicDefault(const QString& text);

struct Choice
{
    QString name;
    QString label;                      ///< in the form's default language
    QHash<QString, QString> labels;     ///< by language code (fr, en, ar)
    QHash<QString, QString> attributes; ///< other columns, for choice filters (region_2015…)
    MediaFiles media = {};
    bool isOther = false; ///< that or_other adds to its list: no row of its own
};

struct ChoiceList
{
    QString name;
    std::vector<Choice> choices;
    /// Label of a code, or the code itself when the list does not hold it.
    QString labelOf(const QString& code) const;
};

/// One node of a form: a question, or a group or repeat holding others by `children`.
struct Question
{
    QString name;
    QuestionType type = QuestionType::Text;
    QString typeName; ///< as XLSForm writes it: image, start, select_one_from_file…
    QString label, hint, unit;
    QString guidance; ///< what only the interviewer reads
    Translations labels, hints, guidances;
    MediaFiles media = {};
    QString list; ///< choice list of a select; "${repeat}" or a file name for the other selects
    QString relevant, constraint, calculation, requiredExpression, readOnlyExpression, choiceFilter,
        defaultValue, appearance, trigger;
    QString repeatCount;       ///< expression that fixes the number of rows of a repeat
    QString constraintMessage; ///< empty: made from the expression by the messages
    QString requiredMessage;
    Translations constraintMessages, requiredMessages;
    QHash<QString, QString> parameters; ///< start, end, step of a range, randomize of a select…
    bool required = false;
    bool readOnly = false;
    bool orOther = false; ///< offers "other", which a text question after it spells out
    bool isOther = false; ///< that text question: no row of its own
    Sensitivity sensitivity = Sensitivity::Public;
    Scope scope = Scope::Actor;
    bool shortForm = false;
    QStringList indicators;    ///< indicators and vetoes that read it
    int parent = -1;           ///< index of the enclosing group or repeat, -1 at the top
    int number = 0;            ///< order within its section, from 1; 0 for groups
    std::vector<int> children; ///< indices, for groups and repeats
};

/// A compiled form: immutable value shared by everything that works on records. Questions are in document
/// order; `question(name)` finds one.
struct Form
{
    QString id, version, title, defaultLanguage;
    QStringList languages;     ///< as the form names them: "Français (fr)"
    QString instanceName;      ///< expression that names a record
    QStringList externalFiles; ///< tables the form reads beside its choices: "lieux.csv", "lieux.xml"
    bool choiceDuplicatesAllowed = false;
    std::vector<Question> questions;
    std::vector<int> sections; ///< indices of the top-level groups, in order
    QHash<QString, ChoiceList> lists;
    QHash<QString, int> index; ///< name -> position in questions

    const Question* question(const QString& name) const;
    const ChoiceList* listOf(const Question& question) const;
    /// Section (top-level group) that holds a question, -1 if none.
    int sectionOf(int questionIndex) const;
    /// Repeat that directly or indirectly holds it, -1 if none.
    int repeatOf(int questionIndex) const;
    /// What a row of a repeat holds, groups within it opened, in document order.
    std::vector<const Question*> columnsOf(const QString& repeat) const;
    /// Text of a stored answer for reading: choice labels, "1 234,5", "13 janvier 2015". Empty when unknown.
    QString display(const Question& question, const QString& value) const;
};

} // namespace questionnaire
