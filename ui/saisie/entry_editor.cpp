#include "ui/saisie/entry_editor.h"

#include "ui/saisie/choice_layout.h"
#include "ui/saisie/entry_session.h"
#include "ui/saisie/media_editor.h"
#include "ui/saisie/point_editor.h"

namespace ui {
namespace {

using questionnaire::Question;
using questionnaire::QuestionType;

bool isInTableList(const questionnaire::Form& form, const Question& question)
{
    const bool select =
        question.type == QuestionType::SelectOne || question.type == QuestionType::SelectMultiple;
    return select && question.parent >= 0 &&
           appearsAs(form.questions[static_cast<size_t>(question.parent)], u"table-list");
}

} // namespace

AnswerEditor* makeEditor(EntrySession& session, const Question& question,
                         const questionnaire::FieldPath& path, QWidget* parent)
{
    if (question.type == QuestionType::Media) return new MediaEditor(session, question, path, parent);
    if (question.type == QuestionType::Geopoint) {
        const auto name = [&study = session.study()](const QString& code) {
            const cartography::Province* province = study.divisions().province(code);
            return province ? province->nameFr : QString();
        };
        return new PointEditor(question, name, parent);
    }
    const auto choices = session.form().choices(path);
    if (!isInTableList(session.form().form(), question)) return makeEditor(question, choices, parent);
    Question row = question;
    row.appearance += QStringLiteral(" list-nolabel");
    return makeEditor(row, choices, parent);
}

} // namespace ui
