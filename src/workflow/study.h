#pragma once
#include "assessment/model.h"
#include "assessment/selection.h"
#include "base/clock.h"
#include "base/progress.h"
#include "cartography/divisions.h"
#include "disclosure/values/view.h"
#include "dossier/dossier.h"
#include "questionnaire/values/form.h"

#include <QHash>

#include <atomic>
#include <functional>
#include <memory>

namespace disclosure {
struct StudyData;
}

namespace workflow {

/// One study, open: the dossier with its form, its capacity model and its administrative divisions. Both
/// front ends hold one and pass it to the use cases (entry.h, analysis.h, import.h, deliver.h…), which are
/// the only code that writes.
class Study
{
public:
    /// New study from the standard template: settings, milestones and guided texts in place.
    static std::unique_ptr<Study> create(const QString& path, const dossier::Access& access,
                                         const base::Clock& clock);
    static std::unique_ptr<Study> open(const QString& path, const dossier::Access& access,
                                       const base::Clock& clock);
    ~Study();

    dossier::Dossier& dossier() { return *m_dossier; }
    const dossier::Dossier& dossier() const { return *m_dossier; }
    /// The study's own version of the questionnaire, else the standard one: as of the last info(). References
    /// stay good for ever, as those to models do.
    const questionnaire::Form& form() const { return *m_form.load(); }
    std::shared_ptr<const questionnaire::Form> sharedForm() const { return shared(m_form.load()); }
    /// The version a record stays on, else form().
    std::shared_ptr<const questionnaire::Form> formOf(const QString& record) const;
    /// A version kept in the study, or the standard one, by its digest; nullptr as for models.
    std::shared_ptr<const questionnaire::Form> formVersion(const QString& digest) const;
    /// False in a study where nobody ever changed the questionnaire.
    bool hasOwnForms() const { return m_staying.load() != nullptr; }
    /// The study's own version of the capacity model, else the shipped one: as of the last info(). References
    /// stay good for ever.
    const assessment::Model& model() const { return *m_model.load(); }
    /// A version kept in the study, or the shipped one, by its digest; nullptr when it is not there or its
    /// text does not carry that digest.
    std::shared_ptr<const assessment::Model> modelVersion(const QString& digest) const;
    const cartography::Divisions& divisions() const { return m_divisions; }
    const base::Clock& clock() const { return m_clock; }
    /// Present date and time where the study is made (Africa/Casablanca).
    QDateTime localNow() const;

    disclosure::StudyInfo info() const;
    assessment::SelectionSetup selectionSetup() const;

private:
    Study(std::unique_ptr<dossier::Dossier> dossier, const base::Clock& clock);
    std::unique_ptr<dossier::Dossier> m_dossier;
    void followForms(const QHash<QString, QString>& settings) const;
    /// Forms are kept for good: nothing to count.
    static std::shared_ptr<const questionnaire::Form> shared(const questionnaire::Form* form)
    {
        return {std::shared_ptr<void>(), form};
    }
    void followModel(const QHash<QString, QString>& settings) const;
    static std::shared_ptr<const assessment::Model> versionIn(const QHash<QString, QString>& settings,
                                                              const QString& digest);

    /// Version of the records that stay on another than form(); null while the study never changed.
    using Staying = QHash<QString, const questionnaire::Form*>;
    mutable std::atomic<const questionnaire::Form*> m_form = nullptr;
    mutable std::atomic<std::shared_ptr<const Staying>> m_staying;
    mutable std::atomic<const assessment::Model*> m_model = nullptr;
    cartography::Divisions m_divisions;
    const base::Clock& m_clock;
};

} // namespace workflow
