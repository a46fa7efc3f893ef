#include "ui/modele/weights_editor.h"

#include "ui/theme/metrics.h"
#include "ui/widgets/small.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QSlider>

#include <cmath>

namespace ui {
namespace {

using workflow::WeightMethod;

constexpr int StoreAfter = 600; // milliseconds: a slider dragged is one change
constexpr int LargestStep = 8;
constexpr double AcceptedConsistency = 0.1;

QString number(double value, int decimals)
{
    return QLocale(QLocale::French).toString(value, 'f', decimals);
}

/// "3", "1/5": as judgements are given.
QString judgement(double value)
{
    return value >= 1 ? number(value, value < 9.5 && std::abs(value - std::round(value)) > 0.05 ? 1 : 0)
                      : QStringLiteral("1/") + judgement(1 / value);
}

QString hintOf(WeightMethod method)
{
    switch (method) {
    case WeightMethod::Direct:
        return WeightsEditor::tr("Des nombres libres : seuls leurs rapports comptent.");
    case WeightMethod::Budget:
        return WeightsEditor::tr("Répartissez exactement 100 points.");
    case WeightMethod::Swing:
        return WeightsEditor::tr("Imaginez une OSC au plus bas partout. Donnez 100 à la dimension que vous "
                                 "feriez passer au plus haut d’abord, puis moins aux autres.");
    case WeightMethod::Ahp:
        return WeightsEditor::tr("Pour chaque paire, poussez vers la dimension qui compte le plus : de 1 "
                                 "(autant) à 9 fois.");
    case WeightMethod::Ranks:
        return WeightsEditor::tr("1 pour la dimension qui compte le plus ; deux dimensions peuvent partager "
                                 "un rang.");
    }
    return {};
}

} // namespace

QString judgementWords(const QString& left, const QString& right, double value)
{
    if (std::abs(value - 1) < 0.05) return WeightsEditor::tr("%1 compte autant que %2").arg(left, right);
    const bool more = value > 1;
    return WeightsEditor::tr("%1 compte %2 fois plus que %3")
        .arg(more ? left : right, judgement(more ? value : 1 / value), more ? right : left);
}

WeightsEditor::WeightsEditor(QStringList dimensions, const workflow::Stakeholder& stakeholder,
                             QWidget* parent)
    : QWidget(parent), m_dimensions(std::move(dimensions)), m_stakeholder(stakeholder), m_name(new QLineEdit),
      m_method(new QComboBox), m_influence(new QDoubleSpinBox), m_hint(small({})), m_advice(text({}))
{
    m_storing.setSingleShot(true);
    m_storing.setInterval(StoreAfter);
    connect(&m_storing, &QTimer::timeout, this, [this] { Q_EMIT changed(m_stakeholder); });
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(4), px(12), px(4), px(4));
    column->setSpacing(px(8));
    column->addWidget(buildHead());
    column->addWidget(m_hint);
    m_inputs = new QWidget;
    m_inputs->setObjectName(QStringLiteral("weightInputs"));
    column->addWidget(m_inputs);
    column->addWidget(m_advice);
    column->addWidget(groupTitle(tr("Poids qui en résultent")));
    column->addWidget(buildResults());
    column->addStretch();
    follow(stakeholder);
    buildInputs();
}

QWidget* WeightsEditor::buildHead()
{
    auto* head = new QWidget;
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(8));
    m_name->setObjectName(QStringLiteral("stakeholderName"));
    m_name->setAccessibleName(tr("Nom de la partie prenante"));
    m_method->setObjectName(QStringLiteral("weightMethod"));
    m_method->setAccessibleName(tr("Méthode"));
    for (const auto& [method, words] :
         std::initializer_list<std::pair<WeightMethod, QString>>{{WeightMethod::Budget, tr("100 points")},
                                                                 {WeightMethod::Direct, tr("Curseurs")},
                                                                 {WeightMethod::Swing, tr("Bascules")},
                                                                 {WeightMethod::Ahp, tr("Par paires (AHP)")},
                                                                 {WeightMethod::Ranks, tr("Rangs")}})
        m_method->addItem(words, static_cast<int>(method));
    m_influence->setObjectName(QStringLiteral("influence"));
    m_influence->setAccessibleName(tr("Influence dans la réunion des poids"));
    m_influence->setRange(0, 100);
    m_influence->setDecimals(1);
    auto* influenceLabel = text(tr("Influence"));
    influenceLabel->setWordWrap(false);
    influenceLabel->setBuddy(m_influence);
    QPushButton* remove = button(tr("Retirer"));
    remove->setObjectName(QStringLiteral("removeStakeholder"));
    row->addWidget(m_name, 1);
    row->addWidget(m_method);
    row->addWidget(influenceLabel);
    row->addWidget(m_influence);
    row->addWidget(remove);
    connect(m_name, &QLineEdit::editingFinished, this, [this] {
        if (m_name->text().simplified().isEmpty()) return m_name->setText(m_stakeholder.name);
        if (m_stakeholder.name == m_name->text()) return;
        m_stakeholder.name = m_name->text();
        m_storing.stop();
        Q_EMIT changed(m_stakeholder);
    });
    connect(m_method, &QComboBox::activated, this, &WeightsEditor::changeMethod);
    connect(m_influence, &QDoubleSpinBox::valueChanged, this, [this](double value) {
        m_stakeholder.influence = value;
        touch();
    });
    connect(remove, &QPushButton::clicked, this, [this] {
        m_storing.stop();
        Q_EMIT removeAsked(m_stakeholder.id);
    });
    return head;
}

QWidget* WeightsEditor::buildResults()
{
    auto* results = new QWidget;
    auto* grid = new QGridLayout(results);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setColumnStretch(1, 1);
    grid->setHorizontalSpacing(px(12));
    for (int d = 0; d < m_dimensions.size(); ++d) {
        auto* label = text(m_dimensions[d]);
        label->setWordWrap(false);
        auto* bar = new ShareBar;
        auto* share = text({});
        share->setWordWrap(false);
        share->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
        share->setMinimumWidth(px(56));
        share->setObjectName(QStringLiteral("weight%1").arg(d));
        grid->addWidget(label, d, 0);
        grid->addWidget(bar, d, 1);
        grid->addWidget(share, d, 2);
        m_results.emplace_back(bar, share);
    }
    return results;
}

void WeightsEditor::follow(const workflow::Stakeholder& stakeholder)
{
    const bool rebuild =
        stakeholder.method != m_stakeholder.method || stakeholder.inputs != m_stakeholder.inputs;
    m_stakeholder = stakeholder;
    m_name->setText(stakeholder.name);
    const QSignalBlocker quiet(m_influence);
    m_influence->setValue(stakeholder.influence);
    m_method->setCurrentIndex(m_method->findData(static_cast<int>(stakeholder.method)));
    if (rebuild) buildInputs();
}

void WeightsEditor::flush()
{
    if (!m_storing.isActive()) return;
    m_storing.stop();
    Q_EMIT changed(m_stakeholder);
}

void WeightsEditor::touch()
{
    m_storing.start();
}

void WeightsEditor::changeMethod()
{
    const auto method = static_cast<WeightMethod>(m_method->currentData().toInt());
    if (method == m_stakeholder.method) return;
    auto given = workflow::weightsGiven(m_stakeholder, static_cast<int>(m_dimensions.size()));
    if (given.weights.empty())
        given.weights.assign(static_cast<size_t>(m_dimensions.size()), 1.0 / double(m_dimensions.size()));
    m_stakeholder.method = method;
    m_stakeholder.inputs = workflow::inputsFor(method, given.weights);
    buildInputs();
    touch();
}

void WeightsEditor::buildInputs()
{
    qDeleteAll(m_inputs->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly));
    delete m_inputs->layout();
    m_grid = new QGridLayout(m_inputs);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(px(12));
    m_grid->setVerticalSpacing(px(3));
    m_grid->setColumnStretch(1, 1);
    const int count = static_cast<int>(m_dimensions.size());
    if (m_stakeholder.method == WeightMethod::Ahp) {
        size_t input = 0;
        for (int i = 0; i < count; ++i)
            for (int j = i + 1; j < count; ++j)
                addPair(input++, i, j);
    } else {
        for (int d = 0; d < count; ++d)
            if (m_stakeholder.method == WeightMethod::Ranks)
                addRank(d);
            else
                addPoints(d, 100);
    }
    m_hint->setText(typeset(hintOf(m_stakeholder.method)));
    showResult();
}

QDoubleSpinBox* WeightsEditor::numberField(int dimension, double smallest, double largest, int decimals)
{
    auto* field = new QDoubleSpinBox;
    field->setObjectName(QStringLiteral("input%1").arg(dimension));
    field->setAccessibleName(m_dimensions[dimension]);
    field->setDecimals(decimals);
    field->setRange(smallest, largest);
    field->setFixedWidth(px(84));
    field->setValue(m_stakeholder.inputs[static_cast<size_t>(dimension)]);
    auto* label = text(m_dimensions[dimension]);
    label->setWordWrap(false);
    label->setBuddy(field);
    m_grid->addWidget(label, dimension, 0);
    m_grid->addWidget(field, dimension, 2);
    return field;
}

void WeightsEditor::addPoints(int dimension, double largest)
{
    QDoubleSpinBox* field = numberField(dimension, 0, largest, 1);
    auto* slider = new QSlider(Qt::Horizontal);
    slider->setProperty("role", QStringLiteral("pair"));
    slider->setAccessibleName(tr("%1, curseur").arg(m_dimensions[dimension]));
    slider->setRange(0, static_cast<int>(largest));
    slider->setValue(static_cast<int>(std::lround(field->value())));
    m_grid->addWidget(slider, dimension, 1);
    connect(slider, &QSlider::valueChanged, field, [field](int value) { field->setValue(value); });
    connect(field, &QDoubleSpinBox::valueChanged, this, [this, slider, dimension](double value) {
        const QSignalBlocker quiet(slider);
        slider->setValue(static_cast<int>(std::lround(value)));
        setInput(static_cast<size_t>(dimension), value);
    });
}

void WeightsEditor::addRank(int dimension)
{
    QDoubleSpinBox* field = numberField(dimension, 1, static_cast<double>(m_dimensions.size()), 0);
    connect(field, &QDoubleSpinBox::valueChanged, this,
            [this, dimension](double value) { setInput(static_cast<size_t>(dimension), value); });
}

/// The slider leans towards what counts most; its middle says "as much".
void WeightsEditor::addPair(size_t input, int row, int column)
{
    const QString left = m_dimensions[row], right = m_dimensions[column];
    const double given = m_stakeholder.inputs[input];
    auto* slider = new QSlider(Qt::Horizontal);
    slider->setObjectName(QStringLiteral("pair%1").arg(input));
    slider->setProperty("role", QStringLiteral("pair"));
    slider->setRange(-LargestStep, LargestStep);
    slider->setPageStep(2);
    slider->setMinimumWidth(px(150));
    const auto step = static_cast<int>(std::lround(given >= 1 ? 1 - given : 1 / given - 1));
    slider->setValue(step);
    auto* first = text(left);
    auto* second = text(right);
    auto* words = text({}, QStringLiteral("muted"));
    for (QLabel* label : {first, second, words})
        label->setWordWrap(false);
    words->setMinimumWidth(px(40));
    words->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    const auto tell = [slider, words, first, second, left, right](int value) {
        restyle(first, "tone", value > 0 ? QStringLiteral("muted") : QString());
        restyle(second, "tone", value < 0 ? QStringLiteral("muted") : QString());
        const double said = value <= 0 ? 1 - value : 1.0 / (value + 1);
        words->setText(value == 0 ? QStringLiteral("=") : QStringLiteral("× %1").arg(std::abs(value) + 1));
        slider->setAccessibleName(judgementWords(left, right, said));
        slider->setToolTip(slider->accessibleName());
    };
    tell(step);
    const int line = static_cast<int>(input);
    m_grid->addWidget(first, line, 0);
    m_grid->addWidget(slider, line, 1);
    m_grid->addWidget(second, line, 2);
    m_grid->addWidget(words, line, 3);
    connect(slider, &QSlider::valueChanged, this, [this, input, tell](int value) {
        tell(value);
        setInput(input, value <= 0 ? 1 - value : 1.0 / (value + 1));
    });
}

void WeightsEditor::setInput(size_t input, double value)
{
    m_stakeholder.inputs[input] = value;
    showResult();
    touch();
}

QString WeightsEditor::advice(const workflow::WeightsGiven& given) const
{
    if (given.missingPoints > 0)
        return tr("Il reste %1 points à répartir.").arg(number(given.missingPoints, 1));
    if (given.missingPoints < 0) return tr("%1 points de trop.").arg(number(-given.missingPoints, 1));
    if (given.weights.empty()) return tr("Ces nombres ne donnent aucun poids.");
    if (!given.consistency) return {};
    const QString ratio = number(*given.consistency, 2);
    if (*given.consistency <= AcceptedConsistency || !given.reconsider)
        return tr("Rapport de cohérence %1 : jugements cohérents (0,10 au plus).").arg(ratio);
    const auto& pair = *given.reconsider;
    const QString left = m_dimensions[pair.row], right = m_dimensions[pair.column];
    return tr("Rapport de cohérence %1, au-dessus de 0,10. À reconsidérer : vous dites que « %2 » ; vos "
              "autres "
              "jugements disent plutôt que « %3 ».")
        .arg(ratio, judgementWords(left, right, pair.given), judgementWords(left, right, pair.suggested));
}

void WeightsEditor::showResult()
{
    const auto given = workflow::weightsGiven(m_stakeholder, static_cast<int>(m_dimensions.size()));
    for (size_t d = 0; d < m_results.size(); ++d) {
        const double weight = given.weights.empty() ? 0 : given.weights[d];
        m_results[d].first->setShare(weight);
        m_results[d].second->setText(given.weights.empty()
                                         ? QStringLiteral("–")
                                         : typeset(number(100 * weight, 1) + QStringLiteral(" %")));
    }
    const bool doubtful = given.consistency && *given.consistency > AcceptedConsistency;
    restyle(m_advice, "tone",
            given.complete && !doubtful ? QStringLiteral("good") : QStringLiteral("warning"));
    const QString words = advice(given);
    m_advice->setObjectName(QStringLiteral("weightAdvice"));
    m_advice->setVisible(!words.isEmpty());
    m_advice->setText(typeset(words));
}

} // namespace ui
