#include "ui/shell/screen.h"

#include "ui/theme/metrics.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QTabWidget>

namespace ui {

Screen::Screen(Desk& desk, const QString& title, QWidget* parent)
    : QWidget(parent), m_desk(desk), m_header(new QWidget), m_panel(new QTabWidget)
{
    m_header->setObjectName(QStringLiteral("pageHeader"));
    m_header->setAttribute(Qt::WA_StyledBackground);
    m_header->setFixedHeight(px(48));
    auto* row = new QHBoxLayout(m_header);
    row->setContentsMargins(px(16), 0, px(16), 0);
    row->setSpacing(px(8));
    auto* label = new QLabel(title);
    label->setFont(sized(1.25, true));
    row->addWidget(label);
    row->addSpacing(px(8));
    m_headerLayout = row;

    m_panel->setObjectName(QStringLiteral("panelTabs"));
    m_panel->setDocumentMode(false);
    m_panel->setFont(sized(0.92));
    m_panel->setAccessibleName(tr("Panneau de droite"));
}

Screen::~Screen()
{
    delete m_header.data();
    delete m_panel.data();
}

void Screen::addPanelTab(QWidget* page, const QString& title)
{
    m_panel->addTab(page, title);
}

} // namespace ui
