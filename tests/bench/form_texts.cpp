#include "form_texts.h"

#include <QHash>
#include <QRegularExpression>

namespace bench {
namespace {

constexpr int Groups = 10, QuestionsPerGroup = 100;

std::string nameAt(int group, int question)
{
    return 'g' + std::to_string(group) + 'q' + std::to_string(question);
}

std::string sumBefore(int group, int i)
{
    std::string sum;
    for (int k = i - 9; k < i - 2; ++k)
        sum += (sum.empty() ? "coalesce(${" : " + coalesce(${") + nameAt(group, k) + "}, 0)";
    return i > 9 ? sum + " + ${" + nameAt(group, i - 10) + '}' : sum;
}

/// Of ten questions seven are numbers, then a text, a choice, and the sum of the numbers before it.
Row questionAt(int group, int i)
{
    const std::string name = nameAt(group, i);
    switch (i % 10) {
    case 7:
        return {"text", name, {}, {}, {}};
    case 8:
        return {"select_one oui_non", name, {}, {}, {}};
    case 9:
        return {"calculate", name, {}, {}, sumBefore(group, i)};
    default:
        break;
    }
    const std::string relevant = i % 2 == 1 ? "not(${" + nameAt(group, i - 1) + "} >= 900)" : std::string();
    return {"integer", name, relevant, ". >= 0 and . <= 1000", {}};
}

/// Paths by name, and the repeat that holds each name.
struct Places
{
    QHash<QString, QString> path, repeat;
};

Places placesOf(const std::vector<Row>& rows)
{
    Places places;
    QStringList open{QStringLiteral("/data")};
    QString repeat;
    for (const Row& row : rows) {
        const QString name = QString::fromStdString(row.name);
        if (row.type.starts_with("end")) {
            open.removeLast();
            if (row.type == "end repeat") repeat.clear();
            continue;
        }
        places.path.insert(name, open.back() + u'/' + name);
        places.repeat.insert(name, repeat);
        if (row.type.starts_with("begin")) open << open.back() + u'/' + name;
        if (row.type == "begin repeat") repeat = name;
    }
    return places;
}

QString withPaths(const Places& places, const std::string& expression, const QString& repeat)
{
    static const QRegularExpression name(QStringLiteral("\\$\\{([^}]+)\\}"));
    QString text = QString::fromStdString(expression).toHtmlEscaped();
    for (auto match = name.match(text); match.hasMatch(); match = name.match(text)) {
        const QString which = match.captured(1);
        const bool inRow = !repeat.isEmpty() && places.repeat.value(which) == repeat;
        text.replace(match.capturedStart(), match.capturedLength(),
                     inRow ? QStringLiteral("../") + which : places.path.value(which));
    }
    return text;
}

struct XForm
{
    QString instance, binds, body;
};

QString bindOf(const Places& places, const Row& row)
{
    const QString name = QString::fromStdString(row.name), repeat = places.repeat.value(name);
    const bool number = row.type == "integer" || row.type == "calculate";
    QString bind =
        QStringLiteral("<bind nodeset=\"%1\" type=\"%2\"")
            .arg(places.path.value(name), number ? QStringLiteral("int") : QStringLiteral("string"));
    const std::pair<const char*, const std::string&> rules[] = {
        {"relevant", row.relevant}, {"constraint", row.constraint}, {"calculate", row.calculation}};
    for (const auto& [attribute, expression] : rules)
        if (!expression.empty())
            bind += QStringLiteral(" %1=\"%2\"")
                        .arg(QString::fromUtf8(attribute), withPaths(places, expression, repeat));
    return bind + QStringLiteral("/>\n");
}

QString controlOf(const QString& path, const Row& row)
{
    if (row.type == "calculate") return {};
    const QString label = QStringLiteral("<label>%1</label>").arg(QString::fromStdString(row.name));
    if (row.type.starts_with("select_one"))
        return QStringLiteral("<select1 ref=\"%1\">%2<item><label>Oui</label><value>oui</value></item>"
                              "<item><label>Non</label><value>non</value></item></select1>\n")
            .arg(path, label);
    return QStringLiteral("<input ref=\"%1\">%2</input>\n").arg(path, label);
}

void add(XForm& form, const Places& places, const Row& row)
{
    const QString name = QString::fromStdString(row.name), path = places.path.value(name);
    const bool repeat = row.type == "begin repeat";
    if (row.type.starts_with("begin")) {
        form.instance += u'<' + name + (repeat ? QStringLiteral(" jr:template=\"\">") : QStringLiteral(">"));
        form.body += QStringLiteral("<group ref=\"%1\"><label>%2</label>\n").arg(path, name);
        if (repeat) form.body += QStringLiteral("<repeat nodeset=\"%1\">\n").arg(path);
    } else if (row.type.starts_with("end")) {
        form.instance += QStringLiteral("</%1>").arg(name);
        form.body +=
            row.type == "end repeat" ? QStringLiteral("</repeat></group>\n") : QStringLiteral("</group>\n");
    } else {
        form.instance += QStringLiteral("<%1/>").arg(name);
        form.binds += bindOf(places, row);
        form.body += controlOf(path, row);
    }
}

} // namespace

std::vector<Row> thousandQuestions()
{
    std::vector<Row> rows;
    for (int g = 0; g < Groups; ++g) {
        const std::string name = 'g' + std::to_string(g);
        rows.push_back({"begin group", name, {}, {}, {}});
        for (int i = 0; i < QuestionsPerGroup; ++i)
            rows.push_back(questionAt(g, i));
        rows.push_back({"end group", name, {}, {}, {}});
    }
    return rows;
}

std::vector<Row> productsOfRows()
{
    return {{"begin repeat", "ligne", {}, {}, {}}, {"integer", "a", {}, {}, {}},
            {"integer", "b", {}, {}, {}},          {"calculate", "produit", {}, {}, "${a} * ${b}"},
            {"end repeat", "ligne", {}, {}, {}},   {"calculate", "total", {}, {}, "sum(${produit})"}};
}

std::vector<questionnaire::SheetTable> sheetsOf(const std::vector<Row>& rows)
{
    const auto cell = [](const std::string& text) { return QString::fromStdString(text); };
    questionnaire::SheetTable survey{QStringLiteral("survey"), {}, 1};
    survey.rows.push_back(QStringLiteral("type name label relevant constraint calculation").split(u' '));
    for (const Row& row : rows)
        survey.rows.push_back({cell(row.type), cell(row.name), cell(row.name), cell(row.relevant),
                               cell(row.constraint), cell(row.calculation)});
    const questionnaire::SheetTable choices{QStringLiteral("choices"),
                                            {QStringLiteral("list_name name label").split(u' '),
                                             QStringLiteral("oui_non oui Oui").split(u' '),
                                             QStringLiteral("oui_non non Non").split(u' ')},
                                            1};
    return {survey, choices};
}

std::string xformOf(const std::vector<Row>& rows)
{
    const Places places = placesOf(rows);
    XForm form;
    for (const Row& row : rows)
        add(form, places, row);
    return QStringLiteral(
               "<?xml version=\"1.0\"?>\n<h:html xmlns=\"http://www.w3.org/2002/xforms\" "
               "xmlns:h=\"http://www.w3.org/1999/xhtml\" xmlns:jr=\"http://openrosa.org/javarosa\" "
               "xmlns:orx=\"http://openrosa.org/xforms\"><h:head><h:title>Mesure</h:title><model>"
               "<instance><data id=\"mesure\" version=\"1\">%1<orx:meta><orx:instanceID/></orx:meta></data>"
               "</instance>\n<bind nodeset=\"/data/orx:meta/orx:instanceID\" type=\"string\"/>\n%2</model>"
               "</h:head>\n<h:body>\n%3</h:body></h:html>\n")
        .arg(form.instance, form.binds, form.body)
        .toStdString();
}

} // namespace bench
