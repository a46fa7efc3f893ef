#include "ui/coffre/passphrase_fields.h"

#include "ui/coffre/passphrase_strength.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/small.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>

namespace ui {

/// Four steps, filled as the phrase grows; the word beside says the same.
class StrengthBar final : public QWidget
{
public:
    StrengthBar() { setFixedSize(px(136), px(8)); }
    void setLevel(int level)
    {
        m_level = level;
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        const Colors& colors = colorsOf(palette());
        const QColor ink = m_level <= 1 ? colors.error : m_level == 2 ? colors.warning : colors.good;
        const double gap = px(4), step = (width() - 3 * gap) / 4.0;
        for (int i = 0; i < 4; ++i) {
            const int place = layoutDirection() == Qt::RightToLeft ? 3 - i : i;
            painter.setBrush(i < m_level ? ink : colors.rule);
            painter.drawRoundedRect(QRectF(place * (step + gap), 0, step, height()), px(2), px(2));
        }
    }

private:
    int m_level = 0;
};

namespace {

QLineEdit* secretField(const QString& name, const QString& label)
{
    auto* field = new QLineEdit;
    field->setObjectName(name);
    field->setEchoMode(QLineEdit::Password);
    field->setAccessibleName(label);
    field->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhNoPredictiveText | Qt::ImhSensitiveData);
    return field;
}

} // namespace

PassphraseFields::PassphraseFields(QWidget* parent)
    : QWidget(parent), m_phrase(secretField(QStringLiteral("newPhrase"), tr("Phrase de passe"))),
      m_again(secretField(QStringLiteral("newPhraseAgain"), tr("La même, encore une fois"))),
      m_shown(new QCheckBox(tr("Montrer ce que je tape"))), m_bar(new StrengthBar), m_word(text({})),
      m_advice(small({}))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(6));
    column->addWidget(text(tr("Phrase de passe (cinq mots sans rapport conviennent)")));
    column->addWidget(m_phrase);
    auto* strength = new QHBoxLayout;
    strength->setSpacing(px(8));
    m_word->setWordWrap(false);
    m_word->setObjectName(QStringLiteral("strengthWord"));
    strength->addWidget(m_bar, 0, Qt::AlignVCenter);
    strength->addWidget(m_word);
    strength->addStretch();
    strength->addWidget(m_shown);
    column->addLayout(strength);
    m_advice->setMinimumHeight(m_advice->fontMetrics().lineSpacing());
    column->addWidget(m_advice);
    column->addSpacing(px(4));
    column->addWidget(text(tr("La même, encore une fois")));
    column->addWidget(m_again);
    connect(m_phrase, &QLineEdit::textChanged, this, &PassphraseFields::showStrength);
    connect(m_again, &QLineEdit::textChanged, this, &PassphraseFields::edited);
    connect(m_phrase, &QLineEdit::returnPressed, m_again, qOverload<>(&QWidget::setFocus));
    connect(m_again, &QLineEdit::returnPressed, this, &PassphraseFields::confirmed);
    connect(m_shown, &QCheckBox::toggled, this, [this](bool on) {
        for (QLineEdit* field : {m_phrase, m_again})
            field->setEchoMode(on ? QLineEdit::Normal : QLineEdit::Password);
    });
    showStrength();
}

QString PassphraseFields::phrase() const
{
    return m_phrase->text();
}

QString PassphraseFields::problem() const
{
    if (m_phrase->text().size() < ShortestPassphrase)
        return tr("Choisissez au moins douze caractères : plusieurs mots conviennent.");
    if (m_phrase->text() != m_again->text())
        return tr("Les deux phrases diffèrent : saisissez-les de nouveau.");
    return {};
}

void PassphraseFields::clear()
{
    m_phrase->clear();
    m_again->clear();
    m_shown->setChecked(false);
}

void PassphraseFields::focusFirst()
{
    m_phrase->setFocus();
}

void PassphraseFields::showStrength()
{
    const PassphraseStrength strength = passphraseStrength(m_phrase->text());
    m_bar->setLevel(strength.level);
    m_word->setText(strength.level == 0 ? QString() : tr("Solidité\u00a0: %1").arg(strength.word));
    restyle(m_word, "tone",
            strength.level <= 1   ? QStringLiteral("error")
            : strength.level == 2 ? QStringLiteral("warning")
                                  : QStringLiteral("good"));
    m_advice->setText(typeset(strength.advice));
    Q_EMIT edited();
}

} // namespace ui
