#include "questionnaire/session.h"

namespace questionnaire {

size_t qHash(const FieldPath& path, size_t seed)
{
    return qHashMulti(seed, path.question, path.passage, path.row);
}

} // namespace questionnaire
