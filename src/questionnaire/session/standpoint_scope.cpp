#include "questionnaire/session/standpoint_scope.h"

namespace questionnaire {

ExprValue StandpointScope::column(const QString& name) const
{
    if (!m_choice) return QString();
    if (name == u"name") return m_choice->name;
    if (name == u"label") return m_choice->label;
    return m_choice->attributes.value(name);
}

std::optional<std::vector<ExprValue>> StandpointScope::readRows(const QString& repeat,
                                                                const QString& name) const
{
    const int index = m_engine.form().index.value(repeat, -1);
    if (index < 0) return std::nullopt;
    return m_engine.readRows(m_from, index, name);
}

QDateTime StandpointScope::now() const
{
    static const QTimeZone zone("Africa/Casablanca");
    return m_engine.clock().nowUtc().toTimeZone(zone);
}

} // namespace questionnaire
