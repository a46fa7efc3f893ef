#pragma once
#include <QHash>
#include <QStringList>

#include <array>
#include <vector>

namespace workflow::demo {

/// How one question of the instrument is drawn.
struct Recipe
{
    enum class Nature : quint8 { Scale, Choices, Number };
    QString question;
    Nature nature = Nature::Scale;
    QString quality; ///< a, b, c, d1…d4, e, g (overall) or x (none)
    int low = 0, high = 0;
    QStringList values; ///< best first, or likeliest first
};

struct Category
{
    QString code;
    double weight = 0, quality = 0;
    QStringList statuses, domains, publics, ages;
    std::array<double, 4> offers{}; ///< chance of a direct offer
    double trafficking = 0;         ///< chance of having assisted
};

struct NameForm
{
    QStringList categories;
    bool feminine = false;
    QString french, arabic;
};

struct Word
{
    QString french, arabic;
};

/// Everything fictional studies are made of, read from resources/demonstration.
struct Material
{
    std::vector<Recipe> recipes;
    std::vector<Category> categories;
    std::vector<std::pair<QString, double>> provinces; ///< code and weight
    std::vector<NameForm> forms;
    std::vector<Word> places, virtues; ///< first and second word of a name
    QHash<QString, QStringList> phrases;

    static const Material& standard();
};

} // namespace workflow::demo
