#include "workflow/demo/profile.h"

#include "base/text.h"

namespace workflow::demo {
namespace {

constexpr double InstitutionShare = 0.10;
constexpr int DoubleEvery = 89; ///< one actor in so many is a near double of an earlier one
constexpr int DoubleOffset = 7; ///< …of the one so many places before

/// The actors whose complete files make the choice of three possible: what they are and what they offer.
struct Candidate
{
    const char* category;
    const char* province;
    std::array<const char*, 4> offers;
    double quality;
};

const std::array<Candidate, 9>& candidates()
{
    static const std::array<Candidate, 9> all{{
        {"femmes", "tanger_assilah", {"direct", "convention", "direct", "orientation"}, 0.82},
        {"migrants", "rabat", {"orientation", "convention", "direct", "direct"}, 0.80},
        {"sante", "casablanca", {"non", "direct", "direct", "orientation"}, 0.82},
        {"droits", "oujda_angad", {"non", "orientation", "convention", "direct"}, 0.79},
        {"femmes", "agadir", {"direct", "orientation", "direct", "convention"}, 0.77},
        {"enfance", "marrakech", {"direct", "convention", "direct", "orientation"}, 0.78},
        {"gestion_eps", "fes", {"direct", "orientation", "direct", "non"}, 0.75},
        {"communautaire", "tetouan", {"convention", "orientation", "direct", "orientation"}, 0.58},
        {"ong_inter", "casablanca", {"non", "direct", "direct", "convention"}, 0.80},
    }};
    return all;
}

QString offer(Draw& draw, double direct)
{
    static const QStringList codes{QStringLiteral("direct"), QStringLiteral("convention"),
                                   QStringLiteral("orientation"), QStringLiteral("possible"),
                                   QStringLiteral("non")};
    const double rest = 1 - direct;
    return codes[qsizetype(
        draw.weighted({direct, rest * (0.08 + 0.15 * direct), rest * 0.34, rest * 0.12, rest * 0.42}))];
}

QString scaleOf(Draw& draw, const QString& category)
{
    static const QStringList codes{QStringLiteral("locale"), QStringLiteral("provinciale"),
                                   QStringLiteral("regionale"), QStringLiteral("plurireg"),
                                   QStringLiteral("nationale")};
    const bool wide = category == u"ong_inter" || category == u"reseau" || category == u"droits";
    return codes[qsizetype(draw.weighted(wide ? std::vector<double>{0.05, 0.15, 0.30, 0.25, 0.25}
                                              : std::vector<double>{0.40, 0.36, 0.17, 0.05, 0.02}))];
}

Mode modeOf(Draw& draw)
{
    return std::array{Mode::Documentary, Mode::Phone, Mode::Interview,
                      Mode::Visit}[draw.weighted({0.55, 0.08, 0.22, 0.15})];
}

void drawQualities(Profile& profile, Draw& draw, double mean, double spread)
{
    const double common = draw.quality(mean, spread);
    const double own = spread * 0.6;
    profile.governance = draw.quality(common, own);
    profile.means = draw.quality(common, own);
    profile.care = draw.quality(common, own);
    profile.fit = draw.quality(common, own);
    for (double& service : profile.services)
        service = draw.quality(common + 0.05, own);
}

class Namer
{
public:
    explicit Namer(quint64 seed) : m_start(base::Random(seed).below(997)) {}

    /// Each actor takes the next pair of words, far from the one before.
    void name(Profile& profile, Draw& draw) const
    {
        const Material& material = Material::standard();
        const size_t pairs = material.places.size() * material.virtues.size();
        const size_t turn = static_cast<size_t>(profile.number) / pairs;
        const size_t pair = (static_cast<size_t>(profile.number) * 601 + m_start) % pairs;
        const Word& place = material.places[pair % material.places.size()];
        const Word& virtue = material.virtues[pair / material.places.size()];
        const NameForm& form = formOf(profile.category, draw);
        const QString extra = turn > 0 ? u' ' + QString::number(turn + 1) : QString();
        const QString words =
            QStringLiteral("%1 %2 %3%4").arg(form.french, place.french, virtue.french, extra);
        profile.nameFr = words + (form.feminine ? QStringLiteral(" (fictive)") : QStringLiteral(" (fictif)"));
        profile.nameAr = QStringLiteral("%1 %2 %3%4 %5")
                             .arg(form.arabic, place.arabic, virtue.arabic, extra,
                                  form.feminine ? QStringLiteral("(وهمية)") : QStringLiteral("(وهمي)"));
        QString initials;
        for (const QString& word : base::foldedWords(words))
            initials += word.front().toUpper();
        if (draw.chance(0.6)) profile.acronym = initials;
    }

private:
    static const NameForm& formOf(const QString& category, Draw& draw)
    {
        std::vector<const NameForm*> fitting;
        for (const NameForm& form : Material::standard().forms)
            if (form.categories.contains(category)) fitting.push_back(&form);
        // "Association" is by far the commonest where it fits: it stands first.
        if (fitting.size() > 1 && category != u"public" && draw.chance(0.6)) return *fitting.front();
        return *fitting[static_cast<size_t>(draw.between(0, static_cast<int>(fitting.size()) - 1))];
    }

    std::uint32_t m_start;
};

/// The spelling somebody else would give to the same name.
void makeDouble(Profile& profile, const Profile& original, Draw& draw)
{
    profile.category = original.category;
    profile.kind = original.kind;
    profile.province = original.province;
    profile.nameFr = original.nameFr;
    profile.nameAr = draw.chance(0.5) ? original.nameAr : QString();
    profile.acronym = original.acronym;
    QString& name = profile.nameFr;
    const qsizetype last = name.lastIndexOf(u' ', name.lastIndexOf(u" (") - 1) + 1;
    if (draw.chance(0.5))
        name.insert(last, QStringLiteral("Al "));
    else
        name.insert(last + 2, name[last + 1]);
    profile.mode = Mode::Documentary;
}

void makeCandidate(Profile& profile, const Candidate& candidate, const std::vector<Category>& categories,
                   Draw& draw)
{
    profile.candidate = true;
    profile.category = QString::fromLatin1(candidate.category);
    for (const Category& category : categories)
        if (category.code == profile.category) profile.kind = &category;
    profile.province = QString::fromLatin1(candidate.province);
    for (size_t service = 0; service < 4; ++service)
        profile.offers[service] = QString::fromLatin1(candidate.offers[service]);
    profile.mode = Mode::Visit;
    profile.scale = draw.chance(0.5) ? QStringLiteral("regionale") : QStringLiteral("plurireg");
    drawQualities(profile, draw, candidate.quality, 0.04);
}

QString provinceOf(int number, int count, Draw& draw)
{
    const auto& provinces = Material::standard().provinces;
    // Every province is met once, the others follow the population.
    const size_t covered =
        static_cast<size_t>(number) % std::max<size_t>(1, static_cast<size_t>(count) / provinces.size());
    if (count >= static_cast<int>(3 * provinces.size()) && covered == 0)
        return provinces[static_cast<size_t>(number) * provinces.size() / static_cast<size_t>(count)].first;
    std::vector<double> weights;
    for (const auto& [code, weight] : provinces)
        weights.push_back(weight);
    return provinces[draw.weighted(weights)].first;
}

void drawNature(Profile& profile, int count, Draw& draw)
{
    const std::vector<Category>& categories = Material::standard().categories;
    std::vector<double> weights;
    for (const Category& category : categories)
        weights.push_back(category.weight);
    profile.kind = draw.chance(InstitutionShare) ? nullptr : &categories[draw.weighted(weights)];
    profile.category = profile.kind ? profile.kind->code : QStringLiteral("public");
    profile.province = provinceOf(profile.number, count, draw);
    profile.scale = scaleOf(draw, profile.category);
    for (size_t service = 0; service < 4; ++service)
        profile.offers[service] = offer(draw, profile.kind ? profile.kind->offers[service] : 0.2);
    profile.mode = modeOf(draw);
    // Visits go to those that promise something; a telephone call says less of anybody.
    const double mean =
        0.50 + (profile.kind ? profile.kind->quality : 0.1) + (profile.mode == Mode::Visit ? 0.08 : 0);
    drawQualities(profile, draw, mean, 0.17);
    profile.participates = !draw.chance(0.03);
    profile.shares = !draw.chance(0.10);
}

/// Number of the k-th candidate, spread over the study; none in a study too small to choose from.
int candidateNumber(int k, int count)
{
    return count < 40 ? -1 : 2 + k * (count / 10);
}

} // namespace

double Profile::quality(const QString& code) const
{
    if (code.size() == 2 && code.front() == u'd')
        return services[static_cast<size_t>(code[1].digitValue() - 1)];
    switch (code.front().unicode()) {
    case u'a':
        return governance;
    case u'b':
        return means;
    case u'c':
        return care;
    case u'e':
        return fit;
    case u'g':
        return overall();
    default:
        return 0.5;
    }
}

std::vector<Profile> makeProfiles(int count, quint64 seed)
{
    const Namer namer(seed);
    const base::Random random(seed);
    std::vector<Profile> profiles;
    int chosen = 0;
    int vetoes = 0;
    for (int number = 0; number < count; ++number) {
        Draw draw(random.fork(static_cast<std::uint64_t>(number)));
        Profile profile;
        profile.number = number;
        profile.seed = seed;
        drawNature(profile, count, draw);
        if (chosen < static_cast<int>(candidates().size()) && number == candidateNumber(chosen, count)) {
            makeCandidate(profile, candidates()[static_cast<size_t>(chosen++)],
                          Material::standard().categories, draw);
            profile.participates = profile.shares = true;
        } else if (vetoes < 11 && profile.kind && profile.heard()) {
            profile.veto = ++vetoes;
        }
        namer.name(profile, draw);
        if (number % DoubleEvery == DoubleEvery - 1 && !profile.candidate && profile.veto == 0)
            makeDouble(profile, profiles[static_cast<size_t>(number - DoubleOffset)], draw);
        profiles.push_back(std::move(profile));
    }
    return profiles;
}

} // namespace workflow::demo
