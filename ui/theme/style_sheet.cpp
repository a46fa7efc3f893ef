#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

#include <QHash>

namespace ui {
namespace {

// Names in {braces} are colours of the theme, numbers in [brackets] lengths at scale 1.
const char* const sheet = R"(
QToolTip { background: {base}; color: {text}; border: 1px solid {border}; padding: [4]px; }
QLabel[tone="muted"] { color: {muted}; }
QLabel[tone="error"] { color: {error}; }
QLabel[tone="warning"] { color: {warning}; }
QLabel[tone="good"] { color: {good}; }
QLabel[tone="tag"] { background: {base}; border: 1px solid {border}; border-radius: [3]px; padding: [1]px [6]px; }
QLabel[tone="note"] { background: {accentPale}; border-radius: [3]px; padding: [8]px; }
QLabel[tone="alert"] { background: {warningFill}; color: {warning}; border-radius: [3]px; padding: [8]px; }
QLabel[tone="failure"] { background: {errorFill}; color: {error}; border-radius: [3]px; padding: [8]px; }
QLabel[tone="success"] { background: {goodFill}; color: {good}; border: 1px solid {good}; border-radius: [3]px;
  padding: [1]px [8]px; }

QLabel[tone="caution"] { background: {warningFill}; color: {warning}; border: 1px solid {warning};
  border-radius: [3]px; padding: [1]px [8]px; }

QPushButton, QToolButton[role="button"] { background: {button}; color: {text}; border: 1px solid {border};
  border-radius: [3]px; padding: [5]px [13]px; min-height: [16]px; }
QPushButton::menu-indicator { subcontrol-origin: padding; subcontrol-position: right center; right: [4]px; }
QPushButton:hover { border-color: {accent}; }
QPushButton:pressed { background: {rule}; }
QPushButton:focus { border: 2px solid {accent}; padding: [4]px [12]px; }
QPushButton:disabled { color: {subtle}; border-color: {rule}; }
QPushButton[role="primary"] { background: {accent}; color: {onAccent}; border-color: {accent}; }
QPushButton[role="primary"]:focus { border: 2px solid {text}; }
QPushButton[role="primary"]:disabled { background: {rule}; color: {subtle}; border-color: {rule}; }
QPushButton[role="link"] { background: transparent; border: none; color: {accent}; text-decoration: underline;
  padding: 0px; min-height: 0px; text-align: left; }
QPushButton[role="link"]:focus { border: 1px dotted {accent}; }
QPushButton[role="error-link"] { background: transparent; border: none; color: {error}; text-decoration: underline;
  padding: 0px; min-height: 0px; text-align: left; }
QPushButton[role="chip"] { background: {base}; color: {muted}; border: 1px solid {border}; border-radius: [10]px;
  padding: [1]px [9]px; min-height: [17]px; }
QPushButton[role="chip"]:hover { border-color: {accent}; color: {text}; }
QPushButton[role="chip"]:focus { border: 1px solid {accent}; color: {text}; padding: [1]px [9]px; }
QPushButton[role="chip"]:checked { background: {accent}; color: {onAccent}; border-color: {accent}; }
QToolButton[role="segment"] { background: {button}; color: {text}; border: 1px solid {border}; border-radius: 0px;
  padding: [5]px [10]px; margin-left: -1px; min-height: [16]px; }
QToolButton[role="segment"][first="true"] { margin-left: 0px; border-top-left-radius: [3]px;
  border-bottom-left-radius: [3]px; }
QToolButton[role="segment"]:hover { background: {accentPale}; }
QToolButton[role="segment"]:focus { border: 1px solid {accent}; }
QToolButton[role="segment"]:checked { background: {accent}; color: {onAccent}; border-color: {accent}; }
QToolButton[role="flat"] { background: transparent; border: none; padding: [2]px; border-radius: [3]px; }
QToolButton[role="flat"]:hover, QToolButton[role="flat"]:focus { background: {accentPale}; }
QToolButton[role="flat"][due="true"] { color: {warning}; }
QToolButton[role="flat"]::menu-indicator { image: none; }

QLineEdit, QPlainTextEdit, QComboBox, QDateEdit { background: {base}; color: {text}; border: 1px solid {border};
  border-radius: [3]px; padding: [3]px [8]px; selection-background-color: {accent};
  selection-color: {onAccent}; min-height: [20]px; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QDateEdit:focus { border: 2px solid {accent};
  padding: [2]px [7]px; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"] { border: 2px solid {error};
  padding: [2]px [7]px; }
QComboBox::drop-down { border: none; width: [24]px; }
QComboBox::down-arrow { image: url(:/icons/chevron-{appearance}.svg); width: [12]px; height: [12]px; }
QComboBox QAbstractItemView { background: {base}; border: 1px solid {border}; outline: 0; padding: [2]px;
  selection-background-color: {accent}; selection-color: {onAccent}; }
QComboBox QAbstractItemView::item { min-height: [24]px; padding: 0px [6]px; }

QCheckBox, QRadioButton { spacing: [7]px; min-height: [20]px; }
QCheckBox:focus, QRadioButton:focus { color: {accent}; }

QTabWidget::pane { border: none; border-top: 1px solid {border}; background: {base}; }
QTabWidget::tab-bar { left: [8]px; }
QTabBar { background: {window}; }
QTabBar::tab { background: transparent; color: {muted}; padding: [8]px [9]px [6]px [9]px; border: 1px solid transparent;
  border-top: 2px solid transparent; margin-top: [4]px; }
QTabBar::tab:selected { background: {base}; color: {text}; border-left-color: {border}; border-right-color: {border};
  border-top-color: {accent}; margin-bottom: -1px; }
QTabBar::tab:focus { color: {accent}; }

QHeaderView { background: {window}; }
QHeaderView::section { background: {window}; color: {text}; font-weight: bold; border: none;
  border-right: 1px solid {rule}; border-bottom: 1px solid {border}; padding: [5]px [8]px; }
QTableView, QTreeView, QListView { background: {base}; alternate-background-color: {alternate}; border: none;
  gridline-color: {rule}; selection-background-color: {accent}; selection-color: {onAccent}; outline: 0; }
QTableView[framed="true"] { border: 1px solid {border}; }
QSlider[role="pair"] { background: transparent; }
QSlider[role="pair"]::groove:horizontal { height: [4]px; background: {border}; border-radius: [2]px; }
QSlider[role="pair"]::handle:horizontal { width: [10]px; margin: -[5]px 0px; background: {accent};
  border: 2px solid {base}; border-radius: [4]px; }
QSlider[role="pair"]::handle:horizontal:focus { border-color: {text}; }
QSlider[role="pair"]::handle:horizontal:disabled { background: {subtle}; }
QSlider[role="pair"]::groove:horizontal:disabled { background: {rule}; }
QSlider[role="pair"][unset="true"]::handle:horizontal { background: transparent; border-color: transparent; }
QSlider[role="pair"][unset="true"]::handle:horizontal:focus { border-color: {text}; }

QScrollArea { border: none; background: transparent; }
QScrollBar:vertical { background: transparent; width: [10]px; margin: 0px; }
QScrollBar::handle:vertical { background: {subtle}; border-radius: [3]px; min-height: [32]px; margin: [2]px; }
QScrollBar:horizontal { background: transparent; height: [10]px; margin: 0px; }
QScrollBar::handle:horizontal { background: {subtle}; border-radius: [3]px; min-width: [32]px; margin: [2]px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0px; height: 0px; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QProgressBar { background: {rule}; border: none; border-radius: [2]px; max-height: [8]px; min-height: [8]px; }
QProgressBar::chunk { background: {accent}; border-radius: [2]px; }
QSplitter::handle { background: {border}; }
QSplitter::handle:horizontal { width: 1px; }
QMenu { background: {base}; border: 1px solid {border}; padding: [4]px; }
QMenu::item { padding: [5]px [20]px; }
QMenu::item:selected { background: {accent}; color: {onAccent}; }

#rail { background: {rail}; border-right: 1px solid {border}; }
#rail QToolButton { background: transparent; border: none; border-radius: [3]px; text-align: left; }
#pageHeader { background: {window}; border-bottom: 1px solid {border}; }
#statusLine { background: {window}; border-top: 1px solid {border}; }
#sidePanel { background: {window}; border-left: 1px solid {border}; }
#sheet, #sheet > QWidget > #sheetContent { background: {base}; }
#facets { background: {window}; border-right: 1px solid {border}; }
#card { background: {base}; border: 1px solid {border}; border-radius: [3]px; }
#trioCard { background: {base}; border: 1px solid {border}; border-radius: [3]px; }
#trioCard[current="true"] { border: 2px solid {accent}; }
#chip { background: {base}; border: 1px solid {border}; border-radius: [3]px; }
#facetArea QScrollBar:vertical { width: [5]px; }
#facetArea QScrollBar::handle:vertical { margin: 0px; border-radius: [2]px; background: {border}; }
#indicatorRow { border-radius: [2]px; }
#indicatorRow[current="true"] { background: {accentPale}; }
#indicatorRow[capped="true"] { background: {warningFill}; }
#alerts { background: {warningFill}; border-radius: [3]px; }
#studyPages { background: {window}; border-right: 1px solid {border}; padding: [8]px; }
#studyPages::item { padding: 0px [8]px; border-radius: [3]px; }
#studyPages::item:selected { background: {accent}; color: {onAccent}; }
#studyPages::item:selected:focus { border: 1px solid {text}; }
#notice { border: none; }
#notice[tone="alert"] { background: {warningFill}; border-bottom: 1px solid {warning}; }
#notice[tone="failure"] { background: {errorFill}; border-bottom: 1px solid {error}; }
#plan { background: transparent; }
#frozen { border: none; border-right: 1px solid {border}; }
#palette { background: {base}; border: 1px solid {accent}; border-radius: [4]px; }
#hiddenQuestion { background: transparent; border: 1px dashed {subtle}; border-radius: [2]px; }
#ranking { border: 1px solid {border}; border-radius: [3]px; }
#ranking:!focus, #trace:!focus { selection-background-color: {accentPale}; selection-color: {text}; }
#mediaAnswer { border: 1px dashed {subtle}; border-radius: [3]px; }
#mediaAnswer[hovered="true"], #attachments[hovered="true"] { background: {accentPale}; border: 1px dashed {accent}; }
#historyDetail { background: {alternate}; border-top: 1px solid {border}; }
#sideLine { background: {border}; max-width: 1px; min-width: 1px; border: none; }
#plain { background: transparent; }
#plain::item { padding: [4]px; }
#plain::item:selected { background: {accent}; color: {onAccent}; }
#ruleLine { background: {rule}; max-height: 1px; min-height: 1px; border: none; }
)";

QHash<QString, QColor> names(const Colors& c)
{
    return {{QStringLiteral("window"), c.window},
            {QStringLiteral("rail"), c.rail},
            {QStringLiteral("base"), c.base},
            {QStringLiteral("alternate"), c.alternate},
            {QStringLiteral("button"), c.button},
            {QStringLiteral("border"), c.border},
            {QStringLiteral("rule"), c.rule},
            {QStringLiteral("text"), c.text},
            {QStringLiteral("muted"), c.muted},
            {QStringLiteral("accent"), c.accent},
            {QStringLiteral("accentPale"), c.accentPale},
            {QStringLiteral("onAccent"), c.onAccent},
            {QStringLiteral("error"), c.error},
            {QStringLiteral("errorFill"), c.errorFill},
            {QStringLiteral("warning"), c.warning},
            {QStringLiteral("warningFill"), c.warningFill},
            {QStringLiteral("good"), c.good},
            {QStringLiteral("goodFill"), c.goodFill},
            {QStringLiteral("subtle"), c.subtle}};
}

} // namespace

QString styleSheetOf(const Colors& colors)
{
    QString text = QString::fromLatin1(sheet);
    text.replace(QStringLiteral("{appearance}"),
                 colors.dark ? QStringLiteral("dark") : QStringLiteral("light"));
    const auto table = names(colors);
    for (auto it = table.cbegin(); it != table.cend(); ++it)
        text.replace(u'{' + it.key() + u'}', it->name());
    for (int length : {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 13, 16, 17, 20, 24, 32})
        text.replace(QStringLiteral("[%1]").arg(length), QString::number(px(length)));
    return text;
}

} // namespace ui
