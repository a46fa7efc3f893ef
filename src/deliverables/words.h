#pragma once
#include <QString>
#include <QStringList>

#include <utility>
#include <vector>

/// The French of the deliverables: words for codes that no choice list of the instrument holds.
namespace deliverables {

QString statusWord(const QString& status);
/// "Abri", "Assistance médicale"… by index 0–3.
QString serviceName(int service);
/// "direct", "convention"… ; empty for an unknown offer.
QString offerWord(const QString& offer);
QString decisionWord(const QString& decision);
QString criterionWord(const QString& criterion);
QString constraintWord(const QString& constraint);
QString vetoEffectWord(int effect);
/// How a category is recognised, for its sheet.
QString categoryDefinition(const QString& category);
/// Category in a word or two, for the heads of columns.
QString categoryWord(const QString& category);
/// Label of a column of an imported list.
QString factWord(const QString& field);

/// Abbreviations and terms of the mission, in alphabetical order.
const std::vector<std::pair<QString, QString>>& glossary();

/// "aucun acteur", "un acteur", "1 347 acteurs".
QString counted(int n, const QString& singular, const QString& plural, bool feminine = false);
/// Singular below two, as French does.
QString agree(int n, const QString& singular, const QString& plural);
/// "a, b et c".
QString enumerated(const QStringList& items);
/// "a ; b ; c et 4 autres".
QString shortened(const QStringList& items, int most, const QString& separator = QStringLiteral(" ; "));

inline const QString NotCommunicated = QStringLiteral("non communiqué");
inline const QString RankNotCommunicated = QStringLiteral("classement non communiqué");
inline const QString OutOfField = QStringLiteral("hors champ");

} // namespace deliverables
