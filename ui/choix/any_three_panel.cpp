#include "ui/choix/any_three_panel.h"

#include "ui/analyse/ranking_model.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/small.h"
#include "workflow/messages/messages.h"

#include <QBoxLayout>
#include <QCollator>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSet>
#include <QSignalBlocker>

namespace ui {

AnyThreePanel::AnyThreePanel(QWidget* parent)
    : QWidget(parent), m_note(text({})), m_reasons(text({})),
      m_examine(button(tr("Retenir pour la décision")))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    QBoxLayout* column = nullptr;
    layout->addWidget(scrolledColumn(column, tr("Pourquoi pas celui-ci ?")));
    column->addWidget(heading(tr("Pourquoi pas celui-ci ?")));
    column->addWidget(small(tr("Trois organisations, éligibles ou non, face au trio 1.")));
    for (size_t i = 0; i < m_choices.size(); ++i) {
        m_choices[i] = new QComboBox;
        m_choices[i]->setObjectName(QStringLiteral("anyOf%1").arg(i + 1));
        m_choices[i]->setAccessibleName(tr("Organisation %1").arg(i + 1));
        m_choices[i]->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        m_choices[i]->setMinimumContentsLength(12);
        column->addWidget(m_choices[i]);
        connect(m_choices[i], &QComboBox::currentIndexChanged, this, &AnyThreePanel::explain);
    }
    m_note->setObjectName(QStringLiteral("anyNote"));
    m_reasons->setObjectName(QStringLiteral("anyReasons"));
    m_examine->setObjectName(QStringLiteral("examineThree"));
    column->addWidget(m_note);
    column->addWidget(m_reasons);
    column->addWidget(m_examine, 0, Qt::AlignLeading);
    column->addStretch(1);
    connect(m_examine, &QPushButton::clicked, this, [this] {
        if (const auto three = chosen()) Q_EMIT examined(*three);
    });
}

void AnyThreePanel::show(const Shown& shown)
{
    const bool sameSlice = shown.data == m_shown.data;
    m_shown = shown;
    if (!sameSlice) fillChoices();
    explain();
}

void AnyThreePanel::fillChoices()
{
    m_book = ActorBook(m_shown.data);
    std::vector<std::pair<QString, QString>> actors;
    if (m_shown.data)
        for (const disclosure::ActorData& actor : m_shown.data->actors)
            if (!actor.assessment.institution) actors.emplace_back(m_book.name(actor.id), actor.id);
    const QCollator collator(QLocale(QLocale::French));
    std::sort(actors.begin(), actors.end(), [&](const auto& a, const auto& b) {
        const int order = collator.compare(a.first, b.first);
        return order ? order < 0 : a.second < b.second;
    });
    for (QComboBox* choice : m_choices) {
        const QSignalBlocker quiet(choice);
        const QString before = choice->currentData().toString();
        choice->clear();
        choice->addItem(tr("Choisir…"));
        for (const auto& [name, id] : actors)
            choice->addItem(name, id);
        choice->setCurrentIndex(qMax(0, before.isEmpty() ? 0 : choice->findData(before)));
    }
}

std::optional<Three> AnyThreePanel::chosen() const
{
    Three three;
    QSet<QString> different;
    for (size_t i = 0; i < three.size(); ++i) {
        three[i] = m_choices[i]->currentData().toString();
        if (!three[i].isEmpty()) different.insert(three[i]);
    }
    return different.size() == 3 ? std::optional(three) : std::nullopt;
}

void AnyThreePanel::explain()
{
    const auto three = m_shown.data ? chosen() : std::nullopt;
    const auto trio =
        three ? workflow::describeTrio(*m_shown.study, *m_shown.data, *three, m_shown.weights) : std::nullopt;
    m_examine->setEnabled(three.has_value());
    m_reasons->clear();
    if (!three) return m_note->setText(tr("Choisissez trois organisations différentes."));
    if (!trio) return m_note->setText(tr("Pas de note : l’une des trois n’a pas de score."));
    QString words = tr("Note <b>%1</b>").arg(scoreText(trio->note));
    if (m_shown.best && sameThree(m_shown.best->actors, *three))
        words += tr(" : c’est le trio 1.");
    else if (m_shown.best)
        words += tr(", %1 points face au trio 1 (%2).")
                     .arg((trio->note < m_shown.best->note ? QStringLiteral("−") : QStringLiteral("+")) +
                              scoreText(std::abs(trio->note - m_shown.best->note)),
                          scoreText(m_shown.best->note));
    m_note->setText(typeset(words));
    m_reasons->setText(typeset(reasons(*trio, *three).join(u'\n')));
}

QStringList AnyThreePanel::reasons(const assessment::Trio& trio, const Three& three) const
{
    QStringList lines;
    for (const QString& id : three)
        for (const assessment::Criterion& criterion : m_book.actor(id)->eligibility)
            if (!criterion.met)
                lines << tr("• %1 n’est pas éligible : %2, %3.")
                             .arg(m_book.shortName(id), criterion.code,
                                  workflow::messages::criterionWord(criterion.code));
    for (const assessment::Constraint& constraint : trio.constraints) {
        if (constraint.met) continue;
        QStringList missing;
        for (const QString& code : constraint.missing)
            missing << workflow::messages::serviceWord(code);
        lines << tr("• Contrainte %1 non tenue : %2%3.")
                     .arg(constraint.code, workflow::messages::criterionWord(constraint.code),
                          missing.isEmpty() ? QString() : tr(" (manque : %1)").arg(missing.join(tr(", "))));
    }
    if (lines.isEmpty())
        lines << tr("Ses trois organisations sont éligibles et les contraintes tenues : seule "
                    "la note la sépare du trio 1.");
    if (const auto* draws = m_shown.draws ? robustnessOf(*m_shown.draws, three) : nullptr)
        lines << tr("Premier dans %1 des tirages.").arg(shareText(draws->optimal));
    else if (m_shown.draws)
        lines << tr("Premier dans aucun des tirages.");
    return lines;
}

} // namespace ui
