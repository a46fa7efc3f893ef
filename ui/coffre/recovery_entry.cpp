#include "ui/coffre/recovery_entry.h"

#include "ui/theme/metrics.h"
#include "ui/widgets/small.h"
#include "workflow/keys.h"
#include "workflow/messages/messages.h"

#include <QFontDatabase>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>

namespace ui {
namespace {

constexpr int groupLength = 5, groupsPerLine = 4;

QString bare(const QString& text)
{
    QString kept;
    for (const QChar c : text)
        if (c.isLetterOrNumber()) kept += c.toUpper();
    return kept;
}

} // namespace

RecoveryEntry::RecoveryEntry(QWidget* parent) : QWidget(parent), m_problem(text({}, QStringLiteral("error")))
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(px(8));
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPixelSize(px(15));
    for (int i = 0; i < Groups; ++i) {
        auto* field = new QLineEdit;
        field->setObjectName(QStringLiteral("group%1").arg(i + 1));
        field->setAccessibleName(tr("Groupe %1 de la clé de secours").arg(i + 1));
        field->setFont(font);
        field->setFixedWidth(px(104));
        field->setLayoutDirection(Qt::LeftToRight);
        field->setPlaceholderText(QString::number(i + 1));
        connect(field, &QLineEdit::textEdited, this, [this, i](const QString& typed) { spread(i, typed); });
        grid->addWidget(field, i / groupsPerLine, i % groupsPerLine);
        m_fields[static_cast<size_t>(i)] = field;
    }
    grid->setColumnStretch(groupsPerLine, 1);
    grid->addWidget(m_problem, 2, 0, 1, groupsPerLine + 1);
}

QString RecoveryEntry::typed() const
{
    QString all;
    for (const QLineEdit* field : m_fields)
        all += field->text();
    return bare(all);
}

/// What exceeds a group flows into the next ones, and the cursor follows.
void RecoveryEntry::spread(int group, const QString& typed)
{
    QString rest =
        bare(typed.trimmed().startsWith(u"CARTOSC:", Qt::CaseInsensitive) ? typed.trimmed().mid(8) : typed);
    int at = group;
    for (; at < Groups; ++at) {
        QLineEdit* field = m_fields[static_cast<size_t>(at)];
        if (field->text() != rest.left(groupLength)) field->setText(rest.left(groupLength));
        rest = rest.mid(groupLength);
        if (rest.isEmpty()) break;
    }
    at = qMin(at, Groups - 1);
    const QLineEdit* last = m_fields[static_cast<size_t>(at)];
    const bool full = last->text().size() == groupLength && last->cursorPosition() == groupLength;
    m_fields[static_cast<size_t>(full ? qMin(at + 1, Groups - 1) : at)]->setFocus();
    judge();
    Q_EMIT edited();
}

void RecoveryEntry::judge()
{
    const bool whole = typed().size() == Groups * groupLength;
    const auto parsed = dossier::RecoveryKey::parse(typed());
    for (int i = 0; i < Groups; ++i)
        restyle(m_fields[static_cast<size_t>(i)], "wrong", whole && parsed.wrongGroups.contains(i + 1));
    m_problem->setText(whole ? problem() : QString());
}

std::optional<dossier::RecoveryKey> RecoveryEntry::key() const
{
    return dossier::RecoveryKey::parse(typed()).key;
}

QString RecoveryEntry::problem() const
{
    base::Issues issues;
    if (workflow::readRecoveryKey(typed(), issues)) return {};
    const auto message = workflow::messages::forIssue(issues.front());
    return typeset(message.what + u' ' + message.remedy);
}

void RecoveryEntry::clear()
{
    for (QLineEdit* field : m_fields)
        field->clear();
    judge();
}

void RecoveryEntry::focusFirst()
{
    m_fields.front()->setFocus();
}

} // namespace ui
