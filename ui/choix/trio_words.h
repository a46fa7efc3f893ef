#pragma once
#include "workflow/robustness.h"

#include <QHash>

/// What the screens of the choice say of sets of three, in words.
namespace ui {

using Three = std::array<QString, 3>;

/// Organisations of one slice by their id.
class ActorBook
{
public:
    explicit ActorBook(std::shared_ptr<const disclosure::StudyData> data = nullptr);
    const disclosure::ActorData* actor(const QString& id) const;
    QString name(const QString& id) const;
    /// The name without its kind nor its parenthesis: "Riad Amal".
    QString shortName(const QString& id) const;
    QString names(const Three& three) const;
    QString seat(const QString& id) const; ///< province, in words

private:
    std::shared_ptr<const disclosure::StudyData> m_data;
    QHash<QString, size_t> m_places;
};

/// The same three, whatever their order.
bool sameThree(Three a, Three b);
/// What the draws say of a set; one that was never first is not among them.
const assessment::TrioRobustness* robustnessOf(const assessment::Robustness& found, const Three& three);

/// "61 %"; a share that is not nothing is not written 0, nor one that is not all 100.
QString shareText(double share);
/// "A", "moyenne"… as a reader says it.
QString weightWord(const QString& weight);

constexpr double firmShare = 0.60; ///< under it, the sentence of robustness is a warning
constexpr double sideBySide = 3.0; ///< points under which two sets are not separated

/// Sentence P-25.
QString robustnessSentence(double share, const assessment::Robustness& found);
/// Which sets are side by side with the first, and what separates it from the second; empty when none is.
QString sideBySideSentence(const std::vector<assessment::Trio>& trios, const assessment::Model& model,
                           int regions);
QString tippingSentence(const assessment::Robustness& found, const std::vector<assessment::Trio>& shown,
                        const ActorBook& book);
int regionsHeld(const assessment::Trio& trio, int regions);

} // namespace ui
