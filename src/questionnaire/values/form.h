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

struct Choice
{
    QString name;
    QString label;                      ///< in the form's default language
    QHash<QString, QString> labels;     ///< by language code (fr, en, ar)
    QHash<QString, QString> attributes; ///< other columns, for choice filters (region_2015…)
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
    QString label, hint, unit;
    QHash<QString, QString> labels, hints; ///< by language code
    QString list;                          ///< choice list of a select
    QString relevant, constraint, calculation, requiredExpression, choiceFilter, defaultValue, appearance,
        trigger;
    QString repeatCount;       ///< expression that fixes the number of rows of a repeat
    QString constraintMessage; ///< empty: made from the expression by the messages
    bool required = false;
    bool readOnly = false;
    bool orOther = false;
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
    /// Text of a stored answer for reading: choice labels, "1 234,5", "13 janvier 2015". Empty when unknown.
    QString display(const Question& question, const QString& value) const;
};

} // namespace questionnaire
