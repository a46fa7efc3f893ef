#pragma once
#include "questionnaire/session/engine.h"

namespace questionnaire {

/// Reads for an expression that stands somewhere in a record.
class StandpointScope final : public ExpressionScope
{
public:
    StandpointScope(const Engine& engine, Standpoint from, QString self = {}, const Choice* choice = nullptr)
        : m_engine(engine), m_from(std::move(from)), m_self(std::move(self)), m_choice(choice)
    {
    }

    ExprValue read(const QString& name) const override { return m_engine.read(m_from, name); }
    ExprValue self() const override { return m_self; }
    int position() const override { return m_engine.rowPosition(m_from); }
    ExprValue column(const QString& name) const override;
    std::optional<std::vector<ExprValue>> readRows(const QString& repeat, const QString& name) const override;
    QString stateOf(const QString& name) const override
    {
        return stateCode(m_engine.seenFrom(m_from, name).state);
    }
    QDateTime now() const override;

private:
    const Engine& m_engine;
    Standpoint m_from;
    QString m_self;
    const Choice* m_choice;
};

} // namespace questionnaire
