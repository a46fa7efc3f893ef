#pragma once
#include <QString>

namespace assessment {
struct Robustness;
class Model;
} // namespace assessment

namespace deliverables {

/// Under this share of the draws, P-25 is a warning at the head of its chapter (scoring_model § 12).
inline constexpr double FirmShare = 0.60;

/// "A · Capacité institutionnelle", "niveau moyen": a weight as a reader says it.
QString weightName(const assessment::Model& model, const QString& weight);

/// "83 %"; a share that is not nothing is never written 0.
QString shareWords(double share);

/// P-25: « Le trio retenu reste premier dans x % des tirages ; le poids le plus sensible est y. » `trio` is
/// its subject: "Le trio retenu", "Le trio proposé". Every screen and document says it with these words.
QString robustnessSentence(const QString& trio, double share, const assessment::Robustness& found,
                           const assessment::Model& model);

} // namespace deliverables
