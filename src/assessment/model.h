#pragma once
#include "assessment/values/result.h"
#include "base/issue.h"
#include "questionnaire/values/answer.h"
#include "questionnaire/values/form.h"

#include <QByteArray>

#include <array>
#include <memory>

namespace assessment {

/// The capacity model: tree, weights, rules, vetoes, statuses, profiles, trio. Immutable once loaded; its
/// digest identifies it in every table of scores.
class Model
{
public:
    struct Indicator
    {
        QString code, label, parent; ///< parent: A1…C4, D1…D4 or E
        double weight = 1;
        QChar proof;                       ///< P, O or D
        std::vector<QStringList> evidence; ///< alternatives, each a set of types that must all be seen
        QStringList inputs;                ///< answers read; those that may be missing end in '?'
        QString ruleText;                  ///< the rule in words, for explanations
    };
    struct Node
    {
        QString code, label;
        double weight = 0;    ///< share of its parent, 0–1; 0 for services, which are averaged in order
        double percent = 0;   ///< the same in percent, exactly as the model writes it
        QStringList children; ///< sub-dimensions, services or indicators
    };

    struct Service
    {
        QString code, letter, node, label; ///< abri, A, D1, Abri
        QString offer, convention;         ///< questions
    };
    /// A theme of training or a change of practice, and the indicators that show the need.
    struct Need
    {
        QStringList codes;
        QStringList indicators;
    };

    ~Model();
    /// The model shipped with the program (osc-2014).
    static std::shared_ptr<const Model> standard();
    /// Reads a model; nullptr with all faults in `issues` when it is not valid.
    static std::shared_ptr<const Model> load(const QByteArray& json, base::Issues& issues);

    QString version() const;
    /// SHA-256 of the canonical JSON, hex.
    QString digest() const;
    const std::vector<Indicator>& indicators() const;
    const Indicator* indicator(const QString& code) const;
    const std::vector<Node>& dimensions() const; ///< A…E
    const Node* node(const QString& code) const; ///< dimension, sub-dimension or service
    const std::array<Service, ServiceCount>& services() const;
    QString vetoLabel(const QString& code) const;
    /// Label of S1…S6, T1…T8 or K1…K4.
    QString criterionLabel(const QString& code) const;
    /// completude, couverture, preuve, force, faiblesse, constat.
    double threshold(const QString& name) const;
    const std::vector<Need>& trainingNeeds() const;
    const std::vector<Need>& practiceNeeds() const;

    struct Private;
    const Private& d() const { return *m_d; }

private:
    explicit Model(std::unique_ptr<Private> d);
    std::unique_ptr<const Private> m_d;
};

/// Evidence fixed by hand on a record.
struct EvidenceOverrides
{
    QHash<QString, int> levels; ///< indicator -> 0…4
    QStringList contradicted;   ///< indicators set to 0
};

/// Answers in scope: united, then everything whose condition is false dropped, in form order (§ 15, 2–3).
questionnaire::Answers inScope(const questionnaire::Form& form, const questionnaire::RecordAnswers& record);

/// The whole calculation of scoring_model § 15 on answers already in scope. Pure and reentrant.
Assessment assess(const Model& model, const questionnaire::Form& form,
                  const questionnaire::Answers& answersInScope, const EvidenceOverrides& evidence);

} // namespace assessment
