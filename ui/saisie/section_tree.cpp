#include "ui/saisie/section_tree.h"

#include "ui/saisie/problem_words.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/small.h"

#include <QEvent>
#include <QLabel>
#include <QListWidget>
#include <QPainter>
#include <QRegularExpression>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace ui {
namespace {

const QString ProblemLink = QStringLiteral("problemLink");

enum Role { SectionRole = Qt::UserRole, NumberRole, CountRole, ErrorsRole, DoneRole, ClosedRole };

/// Title of a section where room is scarce: the form gives one in its appearance when its label is long.
QString shortTitle(const questionnaire::Question& group)
{
    static const QRegularExpression given(QStringLiteral("titre-court\\(([^)]+)\\)"));
    const QRegularExpressionMatch found = given.match(group.appearance);
    return found.hasMatch() ? found.captured(1) : group.label;
}

class SectionDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return {px(200), px(28)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Colors& colors = colorsOf(option.palette);
        const bool selected = option.state & QStyle::State_Selected;
        const QColor ink = selected                          ? colors.onAccent
                           : index.data(ClosedRole).toBool() ? colors.muted
                                                             : colors.text;
        painter->save();
        painter->setLayoutDirection(option.direction);
        painter->setRenderHint(QPainter::Antialiasing);
        if (selected) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(colors.accent);
            painter->drawRoundedRect(option.rect, px(3), px(3));
        }
        const bool mirrored = option.direction == Qt::RightToLeft;
        const auto part = [&](int from, int width) {
            const QRect& r = option.rect;
            return mirrored ? QRect(r.right() - from - width, r.top(), width, r.height())
                            : QRect(r.left() + from, r.top(), width, r.height());
        };
        painter->setFont(option.font);
        if (index.data(DoneRole).toBool()) {
            const QRect box = part(px(6), px(14));
            painter->setPen(QPen(selected ? ink : colors.good, 1.5));
            const QPointF c = QRectF(box).center();
            painter->drawPolyline(QPolygonF{QPointF(c.x() - px(4), c.y()),
                                            QPointF(c.x() - px(1), c.y() + px(3)),
                                            QPointF(c.x() + px(5), c.y() - px(4))});
        }
        painter->setPen(ink);
        painter->drawText(part(px(22), px(20)), Qt::AlignVCenter | Qt::AlignLeading,
                          index.data(NumberRole).toString());
        int end = option.rect.width() - px(6);
        const QString count = index.data(CountRole).toString();
        const QFont smaller = sized(0.88);
        const int countWidth = QFontMetrics(smaller).horizontalAdvance(count) + 2;
        painter->setFont(smaller);
        painter->setPen(selected ? ink : colors.muted);
        painter->drawText(part(end - countWidth, countWidth), Qt::AlignVCenter | Qt::AlignTrailing, count);
        end -= countWidth + px(5);
        if (const int errors = index.data(ErrorsRole).toInt(); errors > 0) {
            painter->setPen(selected ? ink : colors.error);
            const QString words = QString::number(errors);
            const int wide = QFontMetrics(smaller).horizontalAdvance(words) + 2;
            painter->drawText(part(end - wide, wide), Qt::AlignVCenter | Qt::AlignLeading, words);
            paintRule(*painter, QRectF(part(end - wide - px(16), px(13))), Rule::Blocking,
                      selected ? ink : colors.error);
            end -= wide + px(18);
        }
        painter->setFont(option.font);
        painter->setPen(ink);
        const int from = px(43);
        painter->drawText(
            part(from, end - from), Qt::AlignVCenter | Qt::AlignLeading,
            painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, end - from));
        painter->restore();
    }
};

void showSection(QListWidgetItem& item, const EntrySession& session, int section,
                 const questionnaire::SectionCount& count)
{
    const questionnaire::Question& group = session.form().form().questions[static_cast<size_t>(section)];
    const bool closed = count.closed || count.inScope == 0;
    const QString words =
        closed ? SectionTree::tr("hors champ") : QStringLiteral("%1/%2").arg(count.filled).arg(count.inScope);
    item.setText(shortTitle(group));
    item.setData(SectionRole, section);
    item.setData(NumberRole, QString::number(session.sectionNumber(section)));
    item.setData(CountRole, words);
    item.setData(ErrorsRole, count.errors);
    item.setData(ClosedRole, closed);
    item.setData(DoneRole, !closed && count.errors == 0 && count.filled == count.inScope);
    item.setData(Qt::AccessibleTextRole, SectionTree::tr("Section %1, %2, %3, %4 à corriger")
                                             .arg(session.sectionNumber(section))
                                             .arg(group.label, words)
                                             .arg(count.errors));
    item.setToolTip(group.label);
}

} // namespace

SectionTree::SectionTree(QWidget* parent) : QWidget(parent), m_list(new QListWidget), m_total(new QLabel)
{
    setFixedWidth(px(256));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(px(8), px(8), px(8), px(8));
    layout->setSpacing(px(4));
    auto* head = new QHBoxLayout;
    head->setContentsMargins(px(8), 0, px(6), 0);
    head->addWidget(heading(tr("Sections")), 1);
    m_total->setProperty("tone", QStringLiteral("muted"));
    head->addWidget(m_total);
    layout->addLayout(head);
    m_list->setItemDelegate(new SectionDelegate(m_list));
    m_list->setAccessibleName(tr("Sections du formulaire"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setStyleSheet(QStringLiteral("background: transparent;"));
    m_list->setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents);
    layout->addWidget(m_list, 1);
    layout->addWidget(ruleLine());
    auto* problems = new QWidget;
    m_problems = new QVBoxLayout(problems);
    m_problems->setContentsMargins(px(8), px(4), px(6), px(4));
    m_problems->setSpacing(px(4));
    layout->addWidget(problems);
    connect(m_list, &QListWidget::currentItemChanged, this, [this](QListWidgetItem* item) {
        if (item && !m_quiet) Q_EMIT sectionChosen(item->data(SectionRole).toInt());
    });
}

void SectionTree::show(EntrySession* session, bool shortForm)
{
    m_quiet = true;
    if (session) {
        listSections(*session, shortForm);
        listProblems(*session);
    } else {
        m_list->clear();
        clear(m_problems);
        m_listed.clear();
        m_total->setText(tr("%1 sur %2").arg(0).arg(0));
    }
    m_quiet = false;
}

void SectionTree::listSections(const EntrySession& session, bool shortForm)
{
    const questionnaire::Form& form = session.form().form();
    const auto lines = static_cast<int>(form.sections.size());
    const int row = m_list->currentRow();
    if (m_list->count() != lines) {
        m_list->clear();
        for (int i = 0; i < lines; ++i)
            m_list->addItem(QString());
        m_list->setCurrentRow(row);
    }
    int filled = 0, total = 0;
    for (int i = 0; i < lines; ++i) {
        const int section = form.sections[static_cast<size_t>(i)];
        const questionnaire::SectionCount count = session.count(section, shortForm);
        const bool closed = count.closed || count.inScope == 0;
        showSection(*m_list->item(i), session, section, count);
        if (closed) continue;
        filled += count.filled;
        total += count.inScope;
    }
    m_total->setText(tr("%1 sur %2").arg(filled).arg(total));
}

void SectionTree::listProblems(EntrySession& session)
{
    constexpr size_t most = 4;
    std::vector<std::pair<QString, QString>> lines;
    const std::vector<questionnaire::FieldPath> wrong = session.toCorrect();
    for (const questionnaire::FieldPath& path : wrong) {
        const QString clause = problemClause(session, path, session.status(path), session.shown(path));
        lines.emplace_back(path.question, tr("%1 : %2").arg(session.numberOf(path.question), clause));
    }
    if (m_problems->count() > 0 && lines == m_listed) return;
    m_listed = lines;
    clear(m_problems);
    if (!lines.empty()) m_problems->addWidget(groupTitle(tr("À corriger")));
    for (size_t i = 0; i < qMin(most, lines.size()); ++i)
        m_problems->addLayout(problemRow(lines[i].first, lines[i].second));
    if (wrong.size() > most) m_problems->addWidget(small(tr("et %1 de plus").arg(wrong.size() - most)));
    QLabel* keys = small(tr("Entrée : question suivante.\n1 à 9, a à z : choisir une réponse."));
    keys->setToolTip(tr(
        "Entrée : question suivante ; Maj+Entrée : précédente.\n1 à 9, puis la lettre affichée : choisir une "
        "réponse. 0 : rien de tout cela.\nF6 ne sait pas, F7 refus, F8 sans objet.\nCtrl+↓ : prochaine "
        "question sans réponse.\nCtrl+G : aller à un numéro.\nCtrl+Page suivante, Ctrl+Page précédente : de "
        "section en section.\nÉchap : reprendre la réponse enregistrée.\nF9 : formulaire court ou complet. "
        "F11 : mode entretien. F12 : masquer et verrouiller.\nCtrl+N : ajouter un acteur."));
    m_problems->addWidget(keys);
}

// Links of a label take their colour from its text, which no change of theme reaches.
void SectionTree::colourLink(QLabel& label) const
{
    label.setText(QStringLiteral("<a href=\"%1\" style=\"color:%2\">%3</a>")
                      .arg(label.property("question").toString(), colorsOf(palette()).error.name(),
                           typeset(label.accessibleName()).toHtmlEscaped()));
}

void SectionTree::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::PaletteChange) return;
    for (QLabel* link : findChildren<QLabel*>(ProblemLink))
        colourLink(*link);
}

QLayout* SectionTree::problemRow(const QString& question, const QString& words)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(px(6));
    row->addWidget(Sign::rule(Rule::Blocking), 0, Qt::AlignTop);
    auto* label = new QLabel;
    label->setObjectName(ProblemLink);
    label->setProperty("question", question);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    label->setAccessibleName(words);
    colourLink(*label);
    row->addWidget(label, 1);
    connect(label, &QLabel::linkActivated, this, &SectionTree::questionChosen);
    return row;
}

void SectionTree::setCurrent(int section)
{
    m_quiet = true;
    for (int i = 0; i < m_list->count(); ++i)
        if (m_list->item(i)->data(SectionRole).toInt() == section) m_list->setCurrentRow(i);
    m_quiet = false;
}

} // namespace ui
