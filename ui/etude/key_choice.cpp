#include "ui/etude/key_choice.h"

#include "ui/coffre/passphrase_fields.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/small.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace ui {

KeyChoice::KeyChoice(int ways, bool ownProtect, QWidget* parent)
    : QWidget(parent), m_phrases(new PassphraseFields), m_keyBox(new QWidget), m_key(new QLineEdit),
      m_own(ownProtect
                ? small(tr("Le fichier s’ouvre avec la phrase de passe de l’étude : il ne sert qu’à qui la "
                           "connaît."))
                : small(tr("Cette étude n’est pas protégée : quiconque obtient le fichier peut tout lire."),
                        QStringLiteral("alert")))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(8));
    const std::array<std::pair<Way, QString>, 3> words{{{OwnKeys, tr("Clés de l’étude")},
                                                        {Passphrase, tr("Phrase de passe")},
                                                        {PublicKey, tr("Clé publique du lecteur")}}};
    QList<QToolButton*> buttons;
    for (const auto& [way, word] : words) {
        if (!(ways & way)) continue;
        QToolButton* item = segment(word);
        connect(item, &QToolButton::toggled, this, [this, way = way](bool on) {
            if (on) choose(way);
        });
        buttons << item;
    }
    auto* row = new QHBoxLayout;
    QWidget* offered = segments(buttons);
    row->addWidget(offered);
    row->addStretch();
    column->addLayout(row);
    offered->setVisible(buttons.size() > 1);
    column->addWidget(m_own);
    column->addWidget(m_phrases);
    auto* inside = new QVBoxLayout(m_keyBox);
    inside->setContentsMargins(0, 0, 0, 0);
    m_key->setObjectName(QStringLiteral("publicKey"));
    m_key->setAccessibleName(tr("Clé publique du lecteur"));
    m_key->setPlaceholderText(QStringLiteral("OSC-PUB:…"));
    m_key->setLayoutDirection(Qt::LeftToRight);
    inside->addWidget(m_key);
    inside->addWidget(
        small(tr("Reçue du lecteur par n’importe quel moyen ; faites-la lui confirmer de vive voix.")));
    column->addWidget(m_keyBox);
    buttons.front()->setChecked(true);
}

void KeyChoice::choose(Way way)
{
    m_way = way;
    m_own->setVisible(way == OwnKeys);
    m_phrases->setVisible(way == Passphrase);
    m_keyBox->setVisible(way == PublicKey);
}

QString KeyChoice::problem() const
{
    if (m_way == Passphrase) return m_phrases->problem();
    if (m_way == PublicKey && !dossier::PublicKey::parse(m_key->text()))
        return tr("Cette clé publique n’est pas valide : recopiez-la entière, depuis « OSC-PUB: ».");
    return {};
}

dossier::Access KeyChoice::access() const
{
    dossier::Access access;
    if (m_way == Passphrase) access.passphrase = m_phrases->phrase();
    if (m_way == PublicKey) access.readers.push_back(*dossier::PublicKey::parse(m_key->text()));
    return access;
}

void KeyChoice::clear()
{
    m_phrases->clear();
    m_key->clear();
}

} // namespace ui
