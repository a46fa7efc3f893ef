#include "workflow/review_fields.h"

#include "workflow/choice_fields.h"

namespace workflow::review {
namespace {

/// Text fields of a comment, by name: one list for reading and writing.
template <typename Item> struct TextField
{
    const char16_t* name;
    QString Item::*member;
};

constexpr std::array<TextField<Comment>, 13> CommentTexts{{{u"author", &Comment::author},
                                                           {u"version", &Comment::version},
                                                           {u"record", &Comment::record},
                                                           {u"question", &Comment::question},
                                                           {u"chapter", &Comment::chapter},
                                                           {u"excerpt", &Comment::excerpt},
                                                           {u"text", &Comment::text},
                                                           {u"nature", &Comment::nature},
                                                           {u"severity", &Comment::severity},
                                                           {u"answer", &Comment::answer},
                                                           {u"explanation", &Comment::explanation},
                                                           {u"state", &Comment::state},
                                                           {u"closed_by", &Comment::closedBy}}};
constexpr std::array<TextField<Decision>, 6> DecisionTexts{{{u"author", &Decision::author},
                                                            {u"subject", &Decision::subject},
                                                            {u"record", &Decision::record},
                                                            {u"text", &Decision::text},
                                                            {u"reason", &Decision::reason},
                                                            {u"state", &Decision::state}}};

const QString Created = QStringLiteral("created"), ClosedOn = QStringLiteral("closed_on"),
              FromReviewer = QStringLiteral("from_reviewer"), Shared = QStringLiteral("shared"),
              Yes = QStringLiteral("oui");

QString mark(bool set)
{
    return set ? Yes : QString();
}

template <typename Item, size_t Count>
Fields fieldsOfItem(const Item& item, const std::array<TextField<Item>, Count>& texts)
{
    Fields fields{{Created, QString::number(item.created)},
                  {FromReviewer, mark(item.fromReviewer)},
                  {Shared, mark(item.shared)}};
    for (const TextField<Item>& text : texts)
        fields.insert(QString::fromUtf16(text.name), item.*text.member);
    return fields;
}

template <typename Item, size_t Count>
Item itemOf(const QString& id, const Fields& fields, const std::array<TextField<Item>, Count>& texts)
{
    Item item;
    item.id = id;
    item.created = fields.value(Created).toLongLong();
    item.fromReviewer = fields.value(FromReviewer) == Yes;
    item.shared = item.fromReviewer || fields.value(Shared) == Yes;
    for (const TextField<Item>& text : texts)
        item.*text.member = fields.value(QString::fromUtf16(text.name));
    return item;
}

Words words(std::initializer_list<const char16_t*> list, bool mayBeEmpty = false)
{
    Words out;
    for (const char16_t* word : list)
        out.words << QString::fromUtf16(word);
    out.mayBeEmpty = mayBeEmpty;
    return out;
}

} // namespace

const QHash<QString, Words>& commentWords()
{
    static const QHash<QString, Words> legal{
        {QStringLiteral("nature"),
         words({u"fait", u"analyse", u"forme", u"ajout", u"confidentialite", u"desaccord"}, true)},
        {QStringLiteral("severity"), words({u"bloquant", u"important", u"mineur"})},
        {QStringLiteral("answer"), words({u"accepte", u"partiel", u"refuse", u"discuter"}, true)},
        {QStringLiteral("state"), words({u"ouvert", u"traite", u"clos"})}};
    return legal;
}

const QHash<QString, Words>& decisionWords()
{
    static const QHash<QString, Words> legal{
        {QStringLiteral("subject"), words({u"modele", u"preselection", u"trio", u"livrable", u"autre"})},
        {QStringLiteral("state"), words({u"proposee", u"prise", u"annulee"})}};
    return legal;
}

Fields fieldsOf(const Comment& comment)
{
    Fields fields = fieldsOfItem(comment, CommentTexts);
    fields.insert(ClosedOn, comment.closedOn.toString(Qt::ISODate));
    return fields;
}

Fields fieldsOf(const Decision& decision)
{
    return fieldsOfItem(decision, DecisionTexts);
}

Comment commentOf(const QString& id, const Fields& fields)
{
    Comment comment = itemOf(id, fields, CommentTexts);
    comment.closedOn = QDate::fromString(fields.value(ClosedOn), Qt::ISODate);
    return comment;
}

Decision decisionOf(const QString& id, const Fields& fields)
{
    return itemOf(id, fields, DecisionTexts);
}

bool isReviewersField(const QString& kind, const QString& field)
{
    if (field == FromReviewer || field == Shared) return false;
    return kind != CommentKind || (field != u"answer" && field != u"explanation");
}

QString kindOf(const QString& setting)
{
    if (setting.count(u'.') != 2) return {};
    const QString kind = setting.section(u'.', 0, 0);
    const bool known = kind == CommentKind || kind == DecisionKind || choice::sharedKinds().contains(kind);
    return known ? kind : QString();
}

} // namespace workflow::review
