#include "ui/acteurs/facet_list.h"

#include "ui/theme/metrics.h"
#include "ui/widgets/small.h"
#include "ui/widgets/words.h"
#include "workflow/messages/messages.h"

#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui {

FacetList::FacetList(const workflow::Study& study, QWidget* parent) : QFrame(parent)
{
    setObjectName(QStringLiteral("facets"));
    setFixedWidth(px(204));
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto* area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setObjectName(QStringLiteral("facetArea"));
    area->setAccessibleName(tr("Filtres"));
    outer->addWidget(area);
    auto* inside = new QWidget;
    area->setWidget(inside);
    m_column = new QVBoxLayout(inside);
    m_column->setContentsMargins(px(12), px(10), px(6), px(12));
    m_column->setSpacing(px(2));

    auto* head = new QHBoxLayout;
    QPushButton* clearButton = link(tr("Tout effacer"));
    head->addWidget(heading(tr("Filtres")));
    head->addWidget(clearButton);
    m_column->addLayout(head);
    connect(clearButton, &QPushButton::clicked, this, &FacetList::clearAll);

    QVBoxLayout* group = addGroup(tr("Catégorie"));
    if (const questionnaire::Question* question = study.form().question(QStringLiteral("id_categorie")))
        if (const questionnaire::ChoiceList* list = study.form().listOf(*question))
            for (const questionnaire::Choice& choice : list->choices)
                addBox(group, facet::Category, choice.name, shortCategory(choice.name, choice.label));
    group = addGroup(tr("Service direct"));
    for (int s = 0; s < assessment::ServiceCount; ++s) {
        const QString code = assessment::serviceCodes()[static_cast<size_t>(s)];
        addBox(group, facet::Service, code, shortService(s), Sign::service(s));
    }
    group = addGroup(tr("Statut face à la traite"));
    for (const QString& code : {QStringLiteral("intervient"), QStringLiteral("intervient_declare"),
                                QStringLiteral("peut_intervenir"), QStringLiteral("n_intervient_pas"),
                                QStringLiteral("indetermine"), QStringLiteral("hors_champ")})
        addBox(group, facet::Status, code, workflow::messages::statusWord(code), Sign::status(code));
    group = addGroup(tr("À faire"));
    addBox(group, facet::ToDo, QStringLiteral("incomplet"), tr("Moins de 70 % rempli"));
    addBox(group, facet::ToDo, QStringLiteral("documentaire"), tr("Documents seulement"));
    addBox(group, facet::ToDo, QStringLiteral("sans_province"), tr("Sans province"));
    addBox(group, facet::ToDo, QStringLiteral("sans_nom_arabe"), tr("Sans nom arabe"));
    group = addGroup(tr("Mode de collecte"), false);
    if (const questionnaire::Question* question = study.form().question(QStringLiteral("ent_mode")))
        if (const questionnaire::ChoiceList* list = study.form().listOf(*question))
            for (const questionnaire::Choice& choice : list->choices)
                addBox(group, facet::Mode, choice.name, choice.label);
    addBox(group, facet::Mode, {}, tr("mode non précisé"));
    group = addGroup(tr("Région"), false);
    for (const cartography::Region& region : study.divisions().regions(study.info().division))
        addBox(group, facet::Region, region.code, region.nameFr);
    m_column->addStretch();
}

QVBoxLayout* FacetList::addGroup(const QString& title, bool opened)
{
    auto* toggle = new QToolButton;
    toggle->setProperty("role", QStringLiteral("flat"));
    toggle->setText(title);
    toggle->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    toggle->setArrowType(opened ? Qt::DownArrow : Qt::RightArrow);
    toggle->setCheckable(true);
    toggle->setChecked(opened);
    toggle->setFont(sized(0.9, true));
    auto* content = new QWidget;
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, px(6));
    layout->setSpacing(0);
    m_column->addSpacing(px(4));
    m_column->addWidget(toggle);
    m_column->addWidget(content);
    content->setVisible(opened); // once it is in the list: before, it would be a window
    connect(toggle, &QToolButton::toggled, content, [toggle, content](bool open) {
        content->setVisible(open);
        toggle->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    });
    return layout;
}

void FacetList::addBox(QVBoxLayout* group, const QString& facetCode, const QString& code,
                       const QString& label, QWidget* sign)
{
    Box box{facetCode, code, new QWidget, new QCheckBox, new QLabel(QStringLiteral("0"))};
    box.row->setFixedHeight(px(22));
    auto* layout = new QHBoxLayout(box.row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(px(6));
    layout->addWidget(box.check);
    if (sign) layout->addWidget(sign);
    auto* words = new QLabel;
    words->setText(fontMetrics().elidedText(label, Qt::ElideRight, px(sign ? 102 : 124)));
    words->setToolTip(label);
    words->setBuddy(box.check);
    box.check->setAccessibleName(label);
    box.check->setToolTip(label);
    box.count->setProperty("tone", QStringLiteral("muted"));
    layout->addWidget(words, 1);
    layout->addWidget(box.count);
    group->addWidget(box.row);
    connect(box.check, &QCheckBox::toggled, this, [this] {
        if (!m_quiet) Q_EMIT changed();
    });
    m_boxes.insert(facetCode + u'/' + code, box);
}

QHash<QString, QSet<QString>> FacetList::ticked() const
{
    QHash<QString, QSet<QString>> result;
    for (const Box& box : m_boxes)
        if (box.check->isChecked()) result[box.facet].insert(box.code);
    return result;
}

void FacetList::showCounts(const FacetCounts& counts)
{
    for (const Box& box : std::as_const(m_boxes)) {
        const QHash<QString, int> known = counts.value(box.facet);
        const int n = known.value(box.code);
        box.count->setText(QLocale().toString(n));
        box.row->setEnabled(n > 0 || box.check->isChecked());
        // A code no actor of the study has is not offered.
        box.row->setVisible(known.contains(box.code) || box.check->isChecked());
    }
}

void FacetList::untick()
{
    m_quiet = true;
    for (const Box& box : std::as_const(m_boxes))
        box.check->setChecked(false);
    m_quiet = false;
}

void FacetList::clearAll()
{
    untick();
    Q_EMIT changed();
}

void FacetList::tickOnly(const QString& facetCode, const QString& code)
{
    untick();
    if (QCheckBox* check = box(facetCode, code))
        check->setChecked(true);
    else
        Q_EMIT changed();
}

} // namespace ui
