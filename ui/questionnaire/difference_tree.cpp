#include "ui/questionnaire/difference_tree.h"

#include "ui/theme/metrics.h"
#include "ui/widgets/small.h"
#include "workflow/messages/form_words.h"

#include <QHeaderView>

namespace ui {
namespace {

constexpr int LinesSeen = 12;

using questionnaire::Form;

QString labelIn(const Form& before, const Form& after, const QString& name)
{
    const questionnaire::Question* question = after.question(name);
    if (!question) question = before.question(name);
    return question && !question->label.isEmpty() ? question->label : name;
}

/// A list is known by the first question that offers it.
QString listLabel(const Form& form, const QString& list)
{
    if (list.isEmpty()) return {}; // the form itself
    const auto found = std::find_if(form.questions.begin(), form.questions.end(),
                                    [&](const auto& question) { return question.list == list; });
    return found == form.questions.end() ? list : found->label;
}

} // namespace

DifferenceTree::DifferenceTree(QWidget* parent) : QTreeWidget(parent)
{
    setObjectName(QStringLiteral("formDifference"));
    setAccessibleName(tr("Différences entre les questionnaires"));
    setProperty("framed", true);
    setColumnCount(2);
    setHeaderLabels({tr("Question ou liste"), tr("Ce qui change")});
    header()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    header()->setStretchLastSection(true);
    header()->resizeSection(0, px(300));
    setIndentation(px(16));
    setUniformRowHeights(true);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    connect(this, &QTreeWidget::itemExpanded, this, &DifferenceTree::fit);
    connect(this, &QTreeWidget::itemCollapsed, this, &DifferenceTree::fit);
}

void DifferenceTree::show(const std::vector<questionnaire::Change>& changes, const Form& before,
                          const Form& after)
{
    clear();
    QHash<QString, QTreeWidgetItem*> groups;
    for (const questionnaire::Change& change : changes) {
        const bool ofList = change.section.isEmpty() && !change.list.isEmpty();
        const QString key = ofList ? QStringLiteral("/lists") : change.section;
        QTreeWidgetItem*& group = groups[key];
        if (!group) {
            group = new QTreeWidgetItem(this);
            const QString title = ofList          ? tr("Listes de choix")
                                  : key.isEmpty() ? tr("Le questionnaire")
                                                  : labelIn(before, after, key);
            group->setText(0, title);
            group->setToolTip(0, title);
            group->setSizeHint(0, {0, px(24)});
            QFont bold = font();
            bold.setBold(true);
            group->setFont(0, bold);
            group->setFirstColumnSpanned(true);
            group->setExpanded(true);
        }
        const QString name = change.question.isEmpty() ? change.list : change.question;
        auto* line = new QTreeWidgetItem(group);
        line->setText(0, change.question.isEmpty() ? listLabel(after, name) : labelIn(before, after, name));
        line->setToolTip(0, name);
        line->setSizeHint(0, {0, px(24)});
        line->setText(1, typeset(workflow::messages::changeLine(change)));
        line->setToolTip(1, line->text(1));
    }
    expandAll();
    fit();
}

void DifferenceTree::fit()
{
    int lines = 0;
    for (int g = 0; g < topLevelItemCount(); ++g)
        lines += 1 + (topLevelItem(g)->isExpanded() ? topLevelItem(g)->childCount() : 0);
    const int row = px(24);
    setFixedHeight(header()->sizeHint().height() + row * std::clamp(lines, 1, LinesSeen) + px(4));
}

} // namespace ui
