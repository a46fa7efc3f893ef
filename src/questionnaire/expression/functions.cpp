#include "questionnaire/expression/functions.h"

namespace questionnaire::ast {

const BuiltIn* findBuiltIn(const QString& name)
{
    static const auto all = [] {
        QHash<QString, const BuiltIn*> table;
        for (const auto group : {logicFunctions(), textFunctions(), numberFunctions(), dateFunctions(),
                                 setFunctions(), geoFunctions(), formFunctions()})
            for (const BuiltIn& function : group)
                table.insert(function.name, &function);
        return table;
    }();
    return all.value(name, nullptr);
}

} // namespace questionnaire::ast
