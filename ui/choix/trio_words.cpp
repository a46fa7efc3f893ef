#include "ui/choix/trio_words.h"

#include "ui/analyse/ranking_model.h"
#include "ui/widgets/words.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <cmath>

namespace ui {
namespace {

QString tr(const char* words)
{
    return QCoreApplication::translate("TrioWords", words);
}

/// The service where the two differ most, when it is by enough to be told.
QString serviceDifference(const assessment::Trio& first, const assessment::Trio& second,
                          const assessment::Model& model)
{
    size_t widest = 0;
    const auto gap = [&](size_t s) { return std::abs(first.bestScore[s] - second.bestScore[s]); };
    for (size_t s = 1; s < first.bestScore.size(); ++s)
        if (gap(s) > gap(widest)) widest = s;
    if (gap(widest) < 0.05) return {};
    return tr("%1 %2 contre %3")
        .arg(model.services()[widest].label, scoreText(first.bestScore[widest]),
             scoreText(second.bestScore[widest]));
}

QString regionDifference(const assessment::Trio& first, const assessment::Trio& second, int regions)
{
    const int more = regionsHeld(first, regions) - regionsHeld(second, regions);
    if (more == 0) return {};
    const QString count = std::abs(more) == 1 ? tr("une région") : tr("%1 régions").arg(std::abs(more));
    return tr("%1 de plus pour le trio %2").arg(count).arg(more > 0 ? 1 : 2);
}

} // namespace

ActorBook::ActorBook(std::shared_ptr<const disclosure::StudyData> data) : m_data(std::move(data))
{
    if (!m_data) return;
    for (size_t i = 0; i < m_data->actors.size(); ++i)
        m_places.insert(m_data->actors[i].id, i);
}

const disclosure::ActorData* ActorBook::actor(const QString& id) const
{
    const auto place = m_places.constFind(id);
    return place == m_places.cend() ? nullptr : &m_data->actors[*place];
}

QString ActorBook::name(const QString& id) const
{
    const auto* found = actor(id);
    return found ? found->inScope.at(QStringLiteral("id_nom_fr")).value : QString();
}

QString ActorBook::shortName(const QString& id) const
{
    static const QRegularExpression kind(QStringLiteral(
        "^(Organisation "
        "internationale|Association|Fondation|Réseau|Centre|Coopérative|Collectif)\\s+(?=\\S)")),
        parenthesis(QStringLiteral("\\s*\\([^)]*\\)$"));
    QString words = name(id);
    return words.remove(parenthesis).remove(kind);
}

QString ActorBook::names(const Three& three) const
{
    return QStringList{name(three[0]), name(three[1]), name(three[2])}.join(QStringLiteral(", "));
}

QString ActorBook::seat(const QString& id) const
{
    const auto* found = actor(id);
    if (!found || !m_data->divisions) return {};
    const auto* province =
        m_data->divisions->province(found->inScope.at(QStringLiteral("id_province")).value);
    return province ? province->nameFr : QString();
}

bool sameThree(Three a, Three b)
{
    std::sort(a.begin(), a.end());
    std::sort(b.begin(), b.end());
    return a == b;
}

const assessment::TrioRobustness* robustnessOf(const assessment::Robustness& found, const Three& three)
{
    for (const assessment::TrioRobustness& trio : found.trios)
        if (sameThree(trio.actors, three)) return &trio;
    return nullptr;
}

QString shareText(double share)
{
    if (share > 0 && share < 0.005) return QStringLiteral("< 1\u00a0%");
    if (share < 1 && share >= 0.995) return QStringLiteral("> 99\u00a0%");
    return QStringLiteral("%1\u00a0%").arg(std::lround(share * 100));
}

QString weightWord(const QString& weight)
{
    if (weight == u"moyenne") return tr("niveau moyen");
    if (weight == u"couverture") return tr("couverture des services");
    if (weight == u"territoire") return tr("territoire");
    return weight + QStringLiteral(" · ") + shortDimension(weight, weight);
}

QString robustnessSentence(double share, const assessment::Robustness& found)
{
    const QString first = tr("Le trio 1 reste premier dans %1 des tirages").arg(shareText(share));
    if (found.tipping.empty()) return first + tr(" ; aucun poids, changé seul, ne le fait changer.");
    return first +
           tr(" ; le poids le plus sensible est « %1 ».").arg(weightWord(found.tipping.front().weight));
}

QString sideBySideSentence(const std::vector<assessment::Trio>& trios, const assessment::Model& model,
                           int regions)
{
    QStringList numbers{QStringLiteral("1")};
    for (size_t i = 1; i < trios.size(); ++i)
        if (trios[0].note - trios[i].note < sideBySide) numbers << QString::number(i + 1);
    if (numbers.size() < 2) return {};
    const QString last = numbers.takeLast();
    QString words = tr("Trios %1 et %2 au coude à coude (%3 point).")
                        .arg(numbers.join(QStringLiteral(", ")), last,
                             scoreText(trios[0].note - trios[static_cast<size_t>(last.toInt() - 1)].note));
    QStringList differences{serviceDifference(trios[0], trios[1], model),
                            regionDifference(trios[0], trios[1], regions)};
    differences.removeAll(QString());
    if (differences.isEmpty()) return words;
    return words + tr(" Ce qui sépare 1 et 2 : %1.").arg(differences.join(QStringLiteral(" ; ")));
}

QString tippingSentence(const assessment::Robustness& found, const std::vector<assessment::Trio>& shown,
                        const ActorBook& book)
{
    if (found.tipping.empty()) return tr("Aucun poids, changé seul, ne fait changer le trio.");
    const assessment::Tipping& tipping = found.tipping.front();
    QString other = tr("un autre trio passe devant : %1").arg(book.names(tipping.trio));
    for (size_t i = 1; i < shown.size(); ++i)
        if (sameThree(shown[i].actors, tipping.trio))
            other = tr("le trio %1 passe devant le trio 1").arg(i + 1);
    return tr("À partir d’un poids « %1 » de %2 (aujourd’hui %3), %4.")
        .arg(weightWord(tipping.weight), scoreText(tipping.to * 100) + QStringLiteral("\u00a0%"),
             scoreText(tipping.from * 100) + QStringLiteral("\u00a0%"), other);
}

int regionsHeld(const assessment::Trio& trio, int regions)
{
    return static_cast<int>(std::lround(trio.territory * regions / 100));
}

} // namespace ui
