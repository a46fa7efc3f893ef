#include "questionnaire/difference.h"

#include <QMap>
#include <QSet>

#include <algorithm>
#include <array>

namespace questionnaire {

namespace {

QString pairsText(const QHash<QString, QString>& pairs)
{
    QStringList texts;
    for (auto pair = pairs.begin(); pair != pairs.end(); ++pair)
        texts << pair.key() + u'=' + pair.value();
    texts.sort();
    return texts.join(u' ');
}

QString mediaText(const MediaFiles& media)
{
    QStringList texts;
    for (auto kind = media.begin(); kind != media.end(); ++kind)
        texts << kind.key() + u": "_qs + pairsText(kind.value());
    texts.sort();
    return texts.join(u"; "_qs);
}

QString truth(bool value, const QString& expression = {})
{
    return value ? u"yes"_qs : expression;
}

QString sensitivityCode(Sensitivity sensitivity)
{
    return sensitivity == Sensitivity::Public       ? u"public"_qs
           : sensitivity == Sensitivity::Restricted ? u"restricted"_qs
                                                    : u"confidential"_qs;
}

/// Readings of a question that are compared as one text.
struct Aspect
{
    ChangeKind kind;
    QString (*of)(const Question&);
};

const std::array Aspects{
    Aspect{ChangeKind::Relevant, [](const Question& q) { return q.relevant; }},
    Aspect{ChangeKind::Constraint, [](const Question& q) { return q.constraint; }},
    Aspect{ChangeKind::Calculation, [](const Question& q) { return q.calculation; }},
    Aspect{ChangeKind::Required, [](const Question& q) { return truth(q.required, q.requiredExpression); }},
    Aspect{ChangeKind::ReadOnly, [](const Question& q) { return truth(q.readOnly, q.readOnlyExpression); }},
    Aspect{ChangeKind::ChoiceFilter, [](const Question& q) { return q.choiceFilter; }},
    Aspect{ChangeKind::Default, [](const Question& q) { return q.defaultValue; }},
    Aspect{ChangeKind::Trigger, [](const Question& q) { return q.trigger; }},
    Aspect{ChangeKind::Parameters, [](const Question& q) { return pairsText(q.parameters); }},
    Aspect{ChangeKind::RepeatCount, [](const Question& q) { return q.repeatCount; }},
    Aspect{ChangeKind::OrOther, [](const Question& q) { return truth(q.orOther); }},
    Aspect{ChangeKind::Scope,
           [](const Question& q) { return q.scope == Scope::Actor ? u"actor"_qs : u"passage"_qs; }},
    Aspect{ChangeKind::Sensitivity, [](const Question& q) { return sensitivityCode(q.sensitivity); }},
    Aspect{ChangeKind::ShortForm, [](const Question& q) { return truth(q.shortForm); }},
    Aspect{ChangeKind::Indicators, [](const Question& q) { return q.indicators.join(u' '); }},
    Aspect{ChangeKind::Unit, [](const Question& q) { return q.unit; }},
    Aspect{ChangeKind::Appearance, [](const Question& q) { return q.appearance; }},
    Aspect{ChangeKind::Media, [](const Question& q) { return mediaText(q.media); }}};

/// Texts by language; one that no language names stands under the empty code.
QMap<QString, QString> textsOf(const QString& text, const Translations& translations)
{
    QMap<QString, QString> texts;
    for (auto one = translations.begin(); one != translations.end(); ++one)
        if (!one.value().isEmpty()) texts.insert(one.key(), one.value());
    if (texts.isEmpty() && !text.isEmpty()) texts.insert(QString(), text);
    return texts;
}

struct Worded
{
    ChangeKind kind;
    QMap<QString, QString> (*of)(const Question&);
};

const std::array Wordings{
    Worded{ChangeKind::Label, [](const Question& q) { return textsOf(q.label, q.labels); }},
    Worded{ChangeKind::Hint, [](const Question& q) { return textsOf(q.hint, q.hints); }},
    Worded{ChangeKind::Guidance, [](const Question& q) { return textsOf(q.guidance, q.guidances); }},
    Worded{ChangeKind::ConstraintMessage,
           [](const Question& q) { return textsOf(q.constraintMessage, q.constraintMessages); }},
    Worded{ChangeKind::RequiredMessage,
           [](const Question& q) { return textsOf(q.requiredMessage, q.requiredMessages); }}};

bool isContainer(const Question& question)
{
    return question.type == QuestionType::Group || question.type == QuestionType::Repeat;
}

/// Two images are one type, an image and a sound are not.
QString typeText(const Question& question)
{
    const bool named = question.type == QuestionType::Media || question.type == QuestionType::Metadata ||
                       question.typeName.contains(u"_from_file") || question.typeName.contains(u"_external");
    return QString::number(int(question.type)) + (named ? u' ' + question.typeName : QString());
}

/// Positions that a longest increasing part of `values` leaves out: the fewest things that moved.
std::vector<size_t> outOfOrder(const std::vector<int>& values)
{
    std::vector<size_t> ends;
    std::vector<size_t> previous(values.size(), values.size());
    for (size_t i = 0; i < values.size(); ++i) {
        const auto at = std::lower_bound(ends.begin(), ends.end(), values[i],
                                         [&](size_t end, int value) { return values[end] < value; });
        if (at != ends.begin()) previous[i] = *std::prev(at);
        if (at == ends.end())
            ends.push_back(i);
        else
            *at = i;
    }
    std::vector<bool> kept(values.size());
    for (size_t i = ends.empty() ? values.size() : ends.back(); i < values.size(); i = previous[i])
        kept[i] = true;
    std::vector<size_t> moved;
    for (size_t i = 0; i < values.size(); ++i)
        if (!kept[i]) moved.push_back(i);
    return moved;
}

class Comparison
{
public:
    Comparison(const Form& before, const Form& after)
        : m_before(before), m_after(after), m_old(indexOf(before)), m_new(indexOf(after))
    {
    }

    std::vector<Change> run()
    {
        compareForms();
        findRenames();
        findMoved();
        for (size_t i = 0; i < m_after.questions.size(); ++i)
            compareAfter(int(i));
        for (size_t i = 0; i < m_before.questions.size(); ++i)
            if (const QString key = keyOf(m_before, m_before.questions[i]);
                !m_new.contains(key) && !m_renamed.contains(key))
                add(ChangeKind::Removed, m_before, int(i), m_before.questions[i].label, {});
        compareLists();
        return std::move(m_changes);
    }

private:
    using Index = QHash<QString, int>;

    /// What a question is known by: its name, with its group where two questions bear it.
    static QString keyOf(const Form& form, const Question& question)
    {
        const Question& named = form.questions[size_t(form.index.value(question.name))];
        return &named == &question ? question.name : nameAt(form, question.parent) + u'/' + question.name;
    }

    static Index indexOf(const Form& form)
    {
        Index index;
        for (size_t i = 0; i < form.questions.size(); ++i)
            index.insert(keyOf(form, form.questions[i]), int(i));
        return index;
    }

    static QString nameAt(const Form& form, int index)
    {
        return index < 0 ? QString() : form.questions[size_t(index)].name;
    }

    void add(ChangeKind kind, const Form& form, int index, const QString& old, const QString& now,
             const QString& language = {})
    {
        m_changes.push_back({kind,
                             nameAt(form, form.sectionOf(index)),
                             nameAt(form, index),
                             form.questions[size_t(index)].list,
                             {},
                             language,
                             old,
                             now});
    }

    void compareForms()
    {
        const std::array<std::tuple<QString, QString, QString>, 6> properties{
            std::tuple{u"id"_qs, m_before.id, m_after.id},
            {u"title"_qs, m_before.title, m_after.title},
            {u"version"_qs, m_before.version, m_after.version},
            {u"default_language"_qs, m_before.defaultLanguage, m_after.defaultLanguage},
            {u"languages"_qs, m_before.languages.join(u", "_qs), m_after.languages.join(u", "_qs)},
            {u"instance_name"_qs, m_before.instanceName, m_after.instanceName}};
        for (const auto& [name, old, now] : properties)
            if (old != now) m_changes.push_back({ChangeKind::FormProperty, {}, {}, {}, name, {}, old, now});
    }

    /// All of a question but its name, as one text.
    static QString signature(const Form& form, int index)
    {
        const Question& question = form.questions[size_t(index)];
        QStringList parts{typeText(question), question.list, nameAt(form, question.parent)};
        for (const Aspect& aspect : Aspects)
            parts << aspect.of(question);
        for (const Worded& worded : Wordings) {
            const auto texts = worded.of(question);
            for (auto text = texts.begin(); text != texts.end(); ++text)
                parts << text.key() + u'=' + text.value();
            parts << QString();
        }
        return parts.join(u'\n');
    }

    /// By signature, questions of a form that the other has not; two alike are none.
    static Index aloneIn(const Form& form, const Index& other)
    {
        Index alone;
        for (size_t i = 0; i < form.questions.size(); ++i) {
            const Question& question = form.questions[i];
            if (isContainer(question) || other.contains(keyOf(form, question))) continue;
            const QString key = signature(form, int(i));
            alone.insert(key, alone.contains(key) ? -1 : int(i));
        }
        return alone;
    }

    void findRenames()
    {
        const Index gone = aloneIn(m_before, m_new), come = aloneIn(m_after, m_old);
        for (auto one = gone.begin(); one != gone.end(); ++one) {
            const int now = come.value(one.key(), -1);
            if (one.value() < 0 || now < 0) continue;
            m_renamed.insert(nameAt(m_before, one.value()), nameAt(m_after, now));
            m_formerly.insert(nameAt(m_after, now), nameAt(m_before, one.value()));
        }
    }

    /// Among those that stay in the same group, the fewest that explain the new order.
    void findMoved()
    {
        QHash<QString, QStringList> groups;
        for (size_t i = 0; i < m_after.questions.size(); ++i) {
            const Question& question = m_after.questions[i];
            const int old = m_old.value(keyOf(m_after, question), -1);
            if (old < 0) continue;
            const QString group = nameAt(m_after, question.parent);
            if (nameAt(m_before, m_before.questions[size_t(old)].parent) == group)
                groups[group] << keyOf(m_after, question);
        }
        for (const QStringList& names : std::as_const(groups)) {
            std::vector<int> positions;
            for (const QString& name : names)
                positions.push_back(m_old.value(name));
            for (const size_t at : outOfOrder(positions))
                m_moved.insert(names[qsizetype(at)]);
        }
    }

    void compareAfter(int index)
    {
        const QString name = keyOf(m_after, m_after.questions[size_t(index)]);
        if (m_formerly.contains(name))
            add(ChangeKind::Renamed, m_after, index, m_formerly.value(name), name);
        else if (!m_old.contains(name))
            add(ChangeKind::Added, m_after, index, {}, m_after.questions[size_t(index)].label);
        else
            compareQuestions(m_old.value(name), index);
    }

    void compareQuestions(int oldIndex, int index)
    {
        const Question& old = m_before.questions[size_t(oldIndex)];
        const Question& now = m_after.questions[size_t(index)];
        comparePlaces(oldIndex, index);
        if (typeText(old) != typeText(now)) add(ChangeKind::Type, m_after, index, old.typeName, now.typeName);
        if (old.list != now.list) {
            add(ChangeKind::List, m_after, index, old.list, now.list);
            if (m_before.lists.contains(old.list) && m_after.lists.contains(now.list))
                compareChoices(m_before.lists[old.list], m_after.lists[now.list], m_changes.back());
        }
        for (const Aspect& aspect : Aspects)
            if (const QString a = aspect.of(old), b = aspect.of(now); a != b)
                add(aspect.kind, m_after, index, a, b);
        for (const Worded& worded : Wordings)
            compareTexts(worded.of(old), worded.of(now),
                         [&](const QString& language, const QString& a, const QString& b) {
                             add(worded.kind, m_after, index, a, b, language);
                         });
    }

    void comparePlaces(int oldIndex, int index)
    {
        const QString oldRepeat = nameAt(m_before, m_before.repeatOf(oldIndex)),
                      repeat = nameAt(m_after, m_after.repeatOf(index));
        if (oldRepeat != repeat) return add(ChangeKind::Repeat, m_after, index, oldRepeat, repeat);
        const QString oldGroup = nameAt(m_before, m_before.questions[size_t(oldIndex)].parent),
                      group = nameAt(m_after, m_after.questions[size_t(index)].parent);
        if (oldGroup != group || m_moved.contains(keyOf(m_after, m_after.questions[size_t(index)])))
            add(ChangeKind::Moved, m_after, index, oldGroup, group);
    }

    template <class Tell>
    static void compareTexts(const QMap<QString, QString>& old, const QMap<QString, QString>& now, Tell tell)
    {
        QStringList languages = old.keys() + now.keys();
        languages.removeDuplicates();
        languages.sort();
        for (const QString& language : languages)
            if (old.value(language) != now.value(language))
                tell(language, old.value(language), now.value(language));
    }

    void compareLists()
    {
        QStringList names = m_before.lists.keys();
        names.sort();
        for (const QString& name : names) {
            Change place;
            place.list = name;
            if (m_after.lists.contains(name))
                compareChoices(m_before.lists[name], m_after.lists[name], place);
        }
    }

    static Index indexOf(const ChoiceList& list)
    {
        Index index;
        for (size_t i = 0; i < list.choices.size(); ++i)
            if (!index.contains(list.choices[i].name)) index.insert(list.choices[i].name, int(i));
        return index;
    }

    void compareChoices(const ChoiceList& old, const ChoiceList& now, Change place)
    {
        const Index before = indexOf(old), after = indexOf(now);
        const auto tell = [&](ChangeKind kind, const QString& choice, const QString& language,
                              const QString& a, const QString& b) {
            m_changes.push_back({kind, place.section, place.question, now.name, choice, language, a, b});
        };
        std::vector<int> order;
        for (const Choice& choice : now.choices) {
            const int at = before.value(choice.name, -1);
            if (at < 0) {
                tell(ChangeKind::ChoiceAdded, choice.name, {}, {}, choice.label);
                continue;
            }
            order.push_back(at);
            const Choice& former = old.choices[size_t(at)];
            compareTexts(textsOf(former.label, former.labels), textsOf(choice.label, choice.labels),
                         [&](const QString& language, const QString& a, const QString& b) {
                             tell(ChangeKind::ChoiceRelabelled, choice.name, language, a, b);
                         });
            compareTexts(attributesOf(former), attributesOf(choice),
                         [&](const QString& attribute, const QString& a, const QString& b) {
                             tell(ChangeKind::ChoiceChanged, choice.name, attribute, a, b);
                         });
        }
        for (const Choice& choice : old.choices)
            if (!after.contains(choice.name))
                tell(ChangeKind::ChoiceRemoved, choice.name, {}, choice.label, {});
        if (!std::is_sorted(order.begin(), order.end())) tell(ChangeKind::ChoiceOrder, {}, {}, {}, {});
    }

    static QMap<QString, QString> attributesOf(const Choice& choice)
    {
        QMap<QString, QString> attributes;
        for (auto cell = choice.attributes.begin(); cell != choice.attributes.end(); ++cell)
            attributes.insert(cell.key(), cell.value());
        if (!choice.media.isEmpty()) attributes.insert(u"media"_qs, mediaText(choice.media));
        return attributes;
    }

    const Form& m_before;
    const Form& m_after;
    const Index m_old, m_new;
    QHash<QString, QString> m_renamed, m_formerly; ///< by old name, by new name
    QSet<QString> m_moved;
    std::vector<Change> m_changes;
};

} // namespace

std::vector<Change> difference(const Form& before, const Form& after)
{
    if (&before == &after) return {};
    return Comparison(before, after).run();
}

} // namespace questionnaire
