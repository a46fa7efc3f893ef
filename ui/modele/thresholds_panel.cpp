#include "ui/modele/thresholds_panel.h"

#include "ui/shell/desk.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/small.h"
#include "workflow/model_editing.h"

#include <QGridLayout>
#include <QLabel>
#include <QLocale>

namespace ui {
namespace {

QString number(double value)
{
    return QLocale(QLocale::French).toString(value, 'f', 0);
}

QString bounds(const workflow::RawClass& item, const QString& unit)
{
    const auto said = [&unit](double value) {
        return unit.isEmpty() ? number(value) : number(value) + u' ' + unit;
    };
    if (item.from && item.below && *item.below - *item.from == 1) return said(*item.from);
    if (item.from && item.below)
        return ThresholdsPanel::tr("%1 à moins de %2").arg(number(*item.from), said(*item.below));
    if (item.from) return ThresholdsPanel::tr("%1 ou plus").arg(said(*item.from));
    if (item.below) return ThresholdsPanel::tr("moins de %1").arg(said(*item.below));
    return ThresholdsPanel::tr("toutes valeurs");
}

void addClasses(QBoxLayout* column, const workflow::RawQuantity& quantity, const QString& unit)
{
    auto* rows = new QWidget;
    auto* grid = new QGridLayout(rows);
    grid->setContentsMargins(0, 0, 0, px(8));
    grid->setHorizontalSpacing(px(12));
    grid->setColumnStretch(1, 1);
    grid->setColumnMinimumWidth(0, px(220));
    int line = 0;
    for (const workflow::RawClass& item : quantity.classes) {
        QLabel* name = text(bounds(item, unit));
        name->setWordWrap(false);
        QLabel* count = text(QString::number(item.count));
        count->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
        count->setMinimumWidth(px(40));
        grid->addWidget(name, line, 0);
        grid->addWidget(new ShareBar(double(item.count) / std::max(1, quantity.known)), line, 1);
        grid->addWidget(count, line, 2);
        ++line;
    }
    column->addWidget(rows);
}

} // namespace

ThresholdsPanel::ThresholdsPanel(Desk& desk, QWidget* parent)
    : QWidget(parent), m_desk(desk), m_content(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("rawQuantities"));
    m_content->setContentsMargins(0, px(12), 0, 0);
    m_content->setSpacing(px(6));
}

void ThresholdsPanel::refresh()
{
    using Quantities = std::vector<workflow::RawQuantity>;
    m_desk.ask<Quantities>(
        [](workflow::Study& study) { return workflow::rawQuantities(study); }, this,
        [this](Result<Quantities> result) {
            if (!result.value) return;
            clear(m_content);
            m_content->addWidget(
                text(tr("Quatre seuils dépendent du terrain. Voici combien de fiches se trouvent de part et "
                        "d’autre, sans nom, sans note et sans rang ; une classe de moins de cinq fiches est "
                        "fondue dans sa voisine."),
                     QStringLiteral("muted")));
            for (const workflow::RawQuantity& quantity : *result.value) {
                const auto* question = m_desk.study().form().question(quantity.question);
                m_content->addWidget(
                    groupTitle(QStringLiteral("%1 – %2").arg(quantity.indicator, quantity.label)));
                if (question) m_content->addWidget(small(typeset(question->label)));
                if (quantity.classes.empty())
                    m_content->addWidget(text(tr("Moins de cinq réponses : rien à montrer.")));
                else
                    addClasses(m_content, quantity, question ? question->unit : QString());
            }
            m_content->addStretch();
        });
}

} // namespace ui
