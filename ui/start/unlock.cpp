#include "ui/start/unlock.h"

#include "ui/coffre/reader_key_file.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/small.h"
#include "ui_unlock.h"

#include <QDir>
#include <QFileInfo>

namespace ui {

Unlock::Unlock(QWidget* parent) : QWidget(parent), m_form(new Ui::UnlockForm)
{
    m_form->setupUi(this);
    m_form->title->setFont(sized(1.25, true));
    m_form->open->setProperty("role", QStringLiteral("primary"));
    for (QPushButton* other : {m_form->lost, m_form->reader}) {
        other->setProperty("role", QStringLiteral("link"));
        other->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    }
    m_form->otherKeys->setSpacing(px(16));
    m_form->file->setProperty("tone", QStringLiteral("muted"));
    m_form->problem->setProperty("tone", QStringLiteral("error"));
    m_form->phrase->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData);
    connect(m_form->open, &QPushButton::clicked, this, &Unlock::give);
    connect(m_form->phrase, &QLineEdit::returnPressed, this, &Unlock::give);
    connect(m_form->lost, &QPushButton::clicked, this, &Unlock::lost);
    connect(m_form->reader, &QPushButton::clicked, this, &Unlock::giveReaderKey);
    connect(m_form->back, &QPushButton::clicked, this, &Unlock::abandoned);
}

Unlock::~Unlock() = default;

void Unlock::ask(const QString& path, const QString& problem, Kind kind)
{
    m_kind = kind;
    setBusy(false);
    const QFileInfo file(path);
    const bool typed = kind != Kind::LockedUnprotected;
    m_form->title->setText(kind == Kind::Opening ? tr("Étude protégée") : tr("Étude verrouillée"));
    // Whoever looks over a shoulder learns no more than a name.
    m_form->file->setText(kind == Kind::Opening ? QDir::toNativeSeparators(path) : file.completeBaseName());
    m_form->explanation->setVisible(kind != Kind::Opening);
    m_form->explanation->setText(
        typed
            ? tr("Tout est enregistré et fermé. La phrase de passe rouvre l’étude là où elle a été quittée.")
            : tr("Tout est enregistré et fermé. Cette étude n’est pas protégée : rien n’empêche de la "
                 "rouvrir."));
    for (QWidget* widget :
         std::initializer_list<QWidget*>{m_form->phraseLabel, m_form->phrase, m_form->lost, m_form->reader})
        widget->setVisible(typed);
    m_form->problem->setText(problem);
    m_form->phrase->clear();
    if (typed)
        m_form->phrase->setFocus();
    else
        m_form->open->setFocus();
}

void Unlock::setBusy(bool busy)
{
    m_form->open->setEnabled(!busy);
    m_form->open->setText(busy ? tr("Ouverture…") : tr("Ouvrir"));
}

void Unlock::give()
{
    setBusy(true);
    const QString passphrase = m_form->phrase->text();
    m_form->phrase->clear();
    Q_EMIT given(passphrase);
}

void Unlock::giveReaderKey()
{
    QString problem;
    const auto key = chooseReaderKey(this, problem);
    m_form->problem->setText(typeset(problem));
    if (!key) return;
    setBusy(true);
    m_form->phrase->clear();
    Q_EMIT readerGiven(*key);
}

} // namespace ui
