#include "ui/saisie/interview_lock.h"

#include <QCryptographicHash>
#include <QSettings>
#include <QUuid>

namespace ui {
namespace {

const QString recordKey = QStringLiteral("entretien/fiche");
const QString codeKey = QStringLiteral("entretien/code");
const QString runningKey = QStringLiteral("entretien/en-cours");

QString sealed(const QString& salt, const QString& code)
{
    const QByteArray digest = QCryptographicHash::hash((salt + code).toUtf8(), QCryptographicHash::Sha256);
    return salt + u':' + QString::fromLatin1(digest.toHex());
}

} // namespace

void InterviewLock::close(const QString& record, const QString& code)
{
    m_settings.setValue(recordKey, record);
    const QString salt = QUuid::createUuid().toString(QUuid::Id128);
    m_settings.setValue(codeKey, needsCode() ? sealed(salt, code) : QString());
}

bool InterviewLock::isClosed(const QString& record) const
{
    return !record.isEmpty() && m_settings.value(recordKey).toString() == record;
}

bool InterviewLock::open(const QString& typed)
{
    const QString kept = m_settings.value(codeKey).toString();
    const bool right = m_passphrase ? typed == *m_passphrase
                                    : !kept.isEmpty() && sealed(kept.section(u':', 0, 0), typed) == kept;
    if (!right) return false;
    m_settings.remove(recordKey);
    m_settings.remove(codeKey);
    return true;
}

void InterviewLock::setRunning(bool running)
{
    m_settings.setValue(runningKey, running);
}

bool InterviewLock::isRunning(const QString& record) const
{
    return isClosed(record) && m_settings.value(runningKey).toBool();
}

} // namespace ui
