#pragma once
#include "questionnaire/compiler.h"

namespace questionnaire {

class XFormDocument;

/// Form of an ODK XForm, its expressions kept as the paths they are. Throws base::Error(Malformed) when the
/// bytes are not XML; what is wrong with the form is issues.
CompileResult formOfXForm(const QByteArray& xml);

} // namespace questionnaire
