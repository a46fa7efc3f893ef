#include "ui/analyse/why_panel.h"

#include "ui/analyse/ranking_model.h"
#include "ui/analyse/waterfall_row.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/small.h"
#include "ui/widgets/words.h"
#include "workflow/messages/messages.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

namespace ui {
namespace {

QString boundsText(const assessment::Interval& interval)
{
    return QStringLiteral("[%1 ; %2]").arg(scoreText(interval.low), scoreText(interval.high));
}

QString centralText(const assessment::Interval& interval)
{
    if (interval.notApplicable) return QObject::tr("sans objet");
    return interval.central ? scoreText(*interval.central) : QObject::tr("inconnu");
}

QLabel* oneLine(QLabel* label)
{
    label->setWordWrap(false);
    return label;
}

} // namespace

WhyPanel::WhyPanel(Desk& desk, QWidget* parent) : QWidget(parent), m_desk(desk)
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scrolledColumn(m_content, tr("D’où vient ce chiffre ?")));
    m_content->setContentsMargins(px(12), px(12), px(12), px(12));
    rebuild();
}

void WhyPanel::show(const disclosure::ActorData* actor, const assessment::RankLine* line, int service)
{
    if (!actor || !m_actor || actor->id != m_actor->id) m_allQuestions = false;
    m_actor = actor ? std::optional(*actor) : std::nullopt;
    m_line = line ? std::optional(*line) : std::nullopt;
    m_service = service;
    if (service >= 0 && !m_path.value(0).startsWith(u'D'))
        m_path = {QStringLiteral("D"), QStringLiteral("D%1").arg(service + 1)};
    rebuild();
}

void WhyPanel::goDown(const QString& node)
{
    const assessment::Model& model = m_desk.study().model();
    m_path.clear();
    if (!node.isEmpty()) {
        m_path << node.left(1);
        if (const auto* indicator = model.indicator(node)) {
            if (indicator->parent != m_path.front()) m_path << indicator->parent;
            m_path << node;
        } else if (node.size() > 1) {
            m_path << node;
        }
    }
    rebuild();
}

const assessment::Interval* WhyPanel::intervalOf(const QString& node) const
{
    for (const auto* table :
         {&m_actor->assessment.dimensions, &m_actor->assessment.subDimensions, &m_actor->assessment.services})
        if (const auto found = table->find(node); found != table->end()) return &found->second;
    return nullptr;
}

void WhyPanel::rebuild()
{
    clear(m_content);
    if (!m_actor || !m_line) {
        m_content->addWidget(text(tr("Choisissez une organisation : d’où vient son chiffre paraît ici, "
                                     "jusqu’aux réponses et aux pièces."),
                                  QStringLiteral("muted")));
    } else if (!m_line->rank) {
        m_content->addWidget(heading(m_actor->inScope.at(QStringLiteral("id_nom_fr")).value));
        m_content->addWidget(text(tr("Classement non communiqué."), QStringLiteral("muted")));
        addQuestions(false);
    } else {
        addHead();
        addRawScore();
        addWaterfall();
        if (m_service >= 0) addProfile();
        m_content->addWidget(ruleLine());
        addPath();
        addRules();
        addContradictions();
        addQuestions(true);
        m_content->addWidget(ruleLine());
        addFoot();
    }
    m_content->addStretch();
}

void WhyPanel::addHead()
{
    m_content->addWidget(
        text(m_actor->inScope.at(QStringLiteral("id_nom_fr")).value, QStringLiteral("muted")));
    auto* row = new QHBoxLayout;
    row->addWidget(
        oneLine(heading(m_line->score.central ? scoreText(*m_line->score.central) : tr("inconnu"), 1.7)));
    row->addWidget(oneLine(text(boundsText(m_line->score), QStringLiteral("muted"))));
    row->addStretch();
    row->addWidget(oneLine(small(tr("complétude %1 %").arg(qRound(m_actor->completeness * 100)))));
    m_content->addLayout(row);
}

void WhyPanel::addWaterfall()
{
    const assessment::Model& model = m_desk.study().model();
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    double from = 0;
    for (const auto& [code, points] : workflow::contributions(model, m_actor->assessment)) {
        auto* row =
            new WaterfallRow(code, shortDimension(code, model.node(code)->label), from, points, false);
        row->setChecked(m_path.value(0) == code);
        connect(row, &QAbstractButton::clicked, this, [this, code] { goDown(code); });
        column->addWidget(row);
        from += points;
    }
    column->addWidget(ruleLine());
    column->addWidget(new WaterfallRow({}, tr("Score global"), 0, from, true));
    m_content->addLayout(column);
}

void WhyPanel::addProfile()
{
    const QString service = QStringLiteral("D%1").arg(m_service + 1);
    m_content->addWidget(small(tr("Profil du service : 50 % %1, 20 % C, 15 % B, 15 % A.").arg(service)));
}

void WhyPanel::addPath()
{
    const assessment::Model& model = m_desk.study().model();
    if (m_path.isEmpty()) {
        m_content->addWidget(text(tr("Cliquez sur une dimension pour descendre jusqu’aux réponses."),
                                  QStringLiteral("muted")));
        return;
    }
    auto* row = new QHBoxLayout;
    row->setSpacing(px(4));
    QPushButton* top = link(scoreText(m_actor->assessment.global.central.value_or(0)));
    connect(top, &QPushButton::clicked, this, [this] { goDown({}); });
    row->addWidget(top);
    for (const QString& step : std::as_const(m_path)) {
        row->addWidget(
            new QLabel(layoutDirection() == Qt::RightToLeft ? QStringLiteral("‹") : QStringLiteral("›")));
        const assessment::Interval* interval = intervalOf(step);
        const QString words = interval ? step + u' ' + centralText(*interval) : step;
        if (step == m_path.back()) {
            row->addWidget(oneLine(heading(words)));
        } else {
            QPushButton* item = link(words);
            connect(item, &QPushButton::clicked, this, [this, step] { goDown(step); });
            row->addWidget(item);
        }
    }
    row->addStretch();
    m_content->addLayout(row);
    const QString last = m_path.back();
    if (const auto* indicator = model.indicator(last)) {
        if (const auto* parent = model.node(indicator->parent)) addNode(*parent);
        addIndicator(last);
    } else if (const auto* node = model.node(last)) {
        addNode(*node);
    }
}

void WhyPanel::addNode(const assessment::Model::Node& node)
{
    const assessment::Model& model = m_desk.study().model();
    m_content->addWidget(text(node.label, QStringLiteral("muted")));
    if (!node.children.isEmpty() && model.indicator(node.children.front())) return addIndicators(node);
    for (const QString& child : node.children) {
        const auto* sub = model.node(child);
        const assessment::Interval* interval = intervalOf(child);
        if (!sub || !interval) continue;
        auto* row = new QHBoxLayout;
        QPushButton* item =
            link(fontMetrics().elidedText(child + u' ' + sub->label, Qt::ElideRight, px(186)));
        item->setToolTip(sub->label);
        connect(item, &QPushButton::clicked, this, [this, child] { goDown(child); });
        row->addWidget(item);
        row->addStretch();
        row->addWidget(oneLine(heading(centralText(*interval))));
        m_content->addLayout(row);
    }
    if (node.code == u"D")
        m_content->addWidget(
            small(tr("50 % du meilleur service, 30 % du deuxième, 15 % et 5 % des suivants.")));
}

void WhyPanel::addRules()
{
    bool first = true;
    for (const assessment::Veto& veto : m_actor->assessment.vetoes) {
        if (veto.effect == assessment::VetoEffect::Suspensive) continue;
        if (first) {
            m_content->addWidget(ruleLine());
            m_content->addWidget(groupTitle(tr("Règles éliminatoires")));
        }
        first = false;
        const bool blocking = veto.effect == assessment::VetoEffect::Blocking;
        auto* row = new QHBoxLayout;
        row->addWidget(Sign::rule(blocking ? Rule::Blocking : Rule::Liftable), 0, Qt::AlignTop);
        const QString words = veto.code + QStringLiteral(" · ") +
                              m_desk.study().model().vetoLabel(veto.code) + QStringLiteral(" : ") +
                              workflow::messages::vetoReason(veto.reason);
        row->addWidget(small(words, blocking ? QStringLiteral("error") : QStringLiteral("warning")), 1);
        m_content->addLayout(row);
        if (!blocking) continue;
        QPushButton* aside = link(tr("Rang sans cette règle : %1").arg(*m_line->rank));
        aside->setObjectName(QStringLiteral("withoutThisRule"));
        connect(aside, &QPushButton::clicked, this,
                [this, code = veto.code] { Q_EMIT setAsideAsked(m_actor->id, code); });
        m_content->addWidget(aside);
    }
}

void WhyPanel::addFoot()
{
    const disclosure::StudyInfo info = m_desk.study().info();
    m_content->addWidget(small(tr("Modèle %1 · empreinte %2 · approuvé par %3")
                                   .arg(info.modelVersion, info.modelDigest.left(8), info.approvedBy)));
}

} // namespace ui
