#include "ui/modele/model_link.h"

#include "ui/shell/screen.h"
#include "ui/widgets/small.h"

#include <QPushButton>

namespace ui {

QPushButton* modelLink(Screen* from)
{
    QPushButton* link = button(Screen::tr("Modèle…"));
    link->setObjectName(QStringLiteral("openModel"));
    link->setToolTip(Screen::tr("Poids, seuils, accord et versions du modèle"));
    QObject::connect(link, &QPushButton::clicked, from, [from] {
        Q_EMIT from->goTo({QStringLiteral("etude"), {}, QStringLiteral("modele")});
    });
    return link;
}

} // namespace ui
