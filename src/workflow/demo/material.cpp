#include "workflow/demo/material.h"

#include "base/resources.h"
#include "tabular/csv.h"

namespace workflow::demo {
namespace {

/// Rows of one of our own tables, header left out.
tabular::Rows table(const char* name)
{
    tabular::CsvOptions options;
    options.delimiter = u',';
    tabular::Rows rows = tabular::parseCsv(
        base::resource(QStringLiteral("demonstration/") + QString::fromLatin1(name)), options);
    rows.erase(rows.begin());
    return rows;
}

QStringList words(const QString& cell)
{
    return cell.split(u' ', Qt::SkipEmptyParts);
}

void readRecipes(Material& material)
{
    static const QHash<QString, Recipe::Nature> natures{{QStringLiteral("echelle"), Recipe::Nature::Scale},
                                                        {QStringLiteral("choix"), Recipe::Nature::Choices},
                                                        {QStringLiteral("nombre"), Recipe::Nature::Number}};
    for (const QStringList& row : table("reponses.csv"))
        material.recipes.push_back(
            {row[0], natures.value(row[1]), row[2], row[3].toInt(), row[4].toInt(), words(row.value(5))});
}

void readCategories(Material& material)
{
    for (const QStringList& row : table("categories.csv")) {
        Category category{row[0],
                          row[1].toDouble(),
                          row[2].toDouble(),
                          words(row[3]),
                          words(row[4]),
                          words(row[5]),
                          words(row[6]),
                          {},
                          0};
        for (size_t service = 0; service < 4; ++service)
            category.offers[service] = row[7 + qsizetype(service)].toDouble();
        category.trafficking = row[11].toDouble();
        material.categories.push_back(category);
    }
}

void readNames(Material& material)
{
    for (const QStringList& row : table("noms.csv")) {
        if (row[0] == u"forme")
            material.forms.push_back({words(row[1]), row[2] == u"f", row[3], row[4]});
        else
            (row[0] == u"mot" ? material.places : material.virtues).push_back({row[3], row[4]});
    }
}

Material read()
{
    Material material;
    readRecipes(material);
    readCategories(material);
    readNames(material);
    for (const QStringList& row : table("provinces.csv"))
        material.provinces.emplace_back(row[0], row[1].toDouble());
    for (const QStringList& row : table("phrases.csv"))
        material.phrases[row[0]] << row[1];
    return material;
}

} // namespace

const Material& Material::standard()
{
    static const Material material = read();
    return material;
}

} // namespace workflow::demo
