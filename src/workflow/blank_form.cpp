#include "workflow/blank_form.h"

#include "base/atomic_file.h"
#include "drawing/pdf_writer.h"
#include "questionnaire/session.h"
#include "report/typography.h"
#include "workflow/interview.h"
#include "workflow/study.h"

namespace workflow {
namespace {

using questionnaire::Choice;
using questionnaire::Form;
using questionnaire::Question;
using questionnaire::QuestionType;
using report::Block;
using report::Cell;
using report::Table;

constexpr size_t longList = 30; ///< from here on the list is printed once, at the end

report::Run run(const QString& text, const QString& tone = {}, bool bold = false)
{
    report::Run out;
    out.text = text;
    out.tone = tone;
    out.bold = bold;
    return out;
}

Block line(report::Runs runs, report::Style style = report::Style::Body)
{
    report::Paragraph paragraph;
    paragraph.runs = std::move(runs);
    paragraph.style = style;
    paragraph.keepWithNext = true;
    return {std::move(paragraph)};
}

Block muted(const QString& text)
{
    return line({run(report::french(text), QStringLiteral("muted"))}, report::Style::Small);
}

Cell cellOf(std::vector<Block> blocks, int span = 1)
{
    Cell cell;
    cell.blocks = std::move(blocks);
    cell.columnSpan = span;
    return cell;
}

std::vector<Choice> choicesOf(const Form& form, const Question& question)
{
    std::vector<Choice> shown;
    if (const auto* list = form.listOf(question))
        for (const Choice& choice : list->choices)
            if (choice.name != u"nsp") shown.push_back(choice);
    return shown;
}

bool isSelect(const Question& question)
{
    return question.type == QuestionType::SelectOne || question.type == QuestionType::SelectMultiple ||
           question.type == QuestionType::Rank;
}

bool isNumber(const Question& question)
{
    return question.type == QuestionType::Integer || question.type == QuestionType::Decimal ||
           question.type == QuestionType::Range;
}

/// Makes the pages, section after section.
class Printer
{
public:
    Printer(const Form& form, bool shortForm) : m_form(form), m_short(shortForm) {}

    std::vector<Block> section(int section)
    {
        const Question& group = m_form.questions[static_cast<size_t>(section)];
        const auto place =
            std::find(m_form.sections.begin(), m_form.sections.end(), section) - m_form.sections.begin();
        m_blocks.clear();
        for (size_t i = static_cast<size_t>(section) + 1;
             i < m_form.questions.size() && m_form.sectionOf(static_cast<int>(i)) == section; ++i)
            if (!isReservedToInterviewer(m_form, static_cast<int>(i))) add(static_cast<int>(i));
        std::vector<Block> head{report::heading(1, QString::number(place + 1), group.label, group.name)};
        if (const QString when = conditionInWords(m_form, group.relevant); !when.isEmpty())
            head.push_back(muted(QStringLiteral("Section à remplir %1.").arg(when)));
        return under(std::move(head));
    }

    std::vector<Block> reserved()
    {
        m_blocks.clear();
        for (size_t i = 0; i < m_form.questions.size(); ++i)
            if (isReservedToInterviewer(m_form, static_cast<int>(i))) add(static_cast<int>(i));
        return under(
            {report::heading(1, {}, QStringLiteral("Réservé à l’enquêteur"), QStringLiteral("reserve"), true),
             muted(QStringLiteral("À remplir seul, après l’entretien, jamais devant un tiers."))});
    }

    /// Lists too long to stand under each question that uses them.
    std::vector<Block> lists() const
    {
        std::vector<Block> out;
        for (const QString& name : m_lists) {
            if (out.empty())
                out.push_back(
                    report::heading(1, {}, QStringLiteral("Listes"), QStringLiteral("listes"), true));
            out.push_back(report::heading(2, {}, name, QStringLiteral("liste-") + name));
            QStringList labels;
            for (const Choice& choice : m_form.lists.value(name).choices)
                labels << choice.label;
            out.push_back(report::paragraph(labels.join(QStringLiteral(" · ")), report::Style::Small));
        }
        return out;
    }

private:
    /// What was added, under its title; nothing without a question.
    std::vector<Block> under(std::vector<Block> head)
    {
        if (m_blocks.empty()) return {};
        head.insert(head.end(), m_blocks.begin(), m_blocks.end());
        return head;
    }

    void add(int index)
    {
        const Question& question = m_form.questions[static_cast<size_t>(index)];
        if (question.type == QuestionType::Note) {
            if (!m_short) m_blocks.push_back(line(report::runs(question.label), report::Style::Quote));
            return;
        }
        if (m_short && !question.shortForm) return;
        const bool repeat = question.type == QuestionType::Repeat;
        if (!repeat && (!isAsked(question) || m_form.repeatOf(index) >= 0)) return;
        Table table = head(index, question);
        if (!repeat) addAnswer(table, question);
        // The number stands beside all of it: its rows stay on one page.
        table.rows.front().cells.front().rowSpan = static_cast<int>(table.rows.size());
        m_blocks.push_back({std::move(table)});
        if (repeat) addGrid(question);
        m_blocks.push_back({report::Space{2.5}});
    }

    /// Number, label, condition and hint.
    Table head(int index, const Question& question) const
    {
        Table table;
        table.look = Table::Look::Layout;
        table.widths = {1.0, 6.5, 6.5};
        table.headerRows = 0;
        report::Runs label = report::runs(report::french(question.label));
        for (report::Run& each : label)
            each.bold = true;
        if (question.required) label.push_back(run(QStringLiteral(" *")));
        std::vector<Block> words{line(label)};
        if (const QString when = conditionInWords(m_form, question.relevant); !when.isEmpty())
            words.push_back(line(
                {run(report::french(QStringLiteral("→ seulement %1").arg(when)), QStringLiteral("accent"))},
                report::Style::Small));
        if (!question.hint.isEmpty()) words.push_back(muted(question.hint));
        table.rows.push_back(
            {{cellOf({line({run(questionNumber(m_form, index), {}, true)})}), cellOf(words, 2)}});
        return table;
    }

    void addAnswer(Table& table, const Question& question)
    {
        const std::vector<Choice> choices = choicesOf(m_form, question);
        if (isSelect(question) && choices.size() < longList)
            addBoxes(table, question, choices);
        else
            table.rows.push_back({{cellOf(writtenAnswer(question), 2)}});
        table.rows.push_back(
            {{cellOf({Block{report::Space{1}},
                      muted(QStringLiteral("□ ne sait pas\u2003\u2003□ refus\u2003\u2003□ sans objet"))},
                     2)}});
    }

    static void addBoxes(Table& table, const Question& question, const std::vector<Choice>& choices)
    {
        const QString box =
            question.type == QuestionType::SelectOne ? QStringLiteral("○ ") : QStringLiteral("□ ");
        const size_t half = choices.size() > 3 ? (choices.size() + 1) / 2 : choices.size();
        std::vector<Block> left, right;
        for (size_t i = 0; i < choices.size(); ++i)
            (i < half ? left : right)
                .push_back(
                    report::paragraph(box + report::french(choices[i].label), report::Style::TableText));
        table.rows.push_back({{cellOf(std::move(left)), cellOf(std::move(right))}});
    }

    std::vector<Block> writtenAnswer(const Question& question)
    {
        if (question.type == QuestionType::Date)
            return {Block{report::Space{3}},
                    report::paragraph(QStringLiteral("____ / ____ / ________\u2003(jour / mois / année)"))};
        if (isNumber(question))
            return {Block{report::Space{3}},
                    report::paragraph(QStringLiteral("____________________ ") + question.unit)};
        std::vector<Block> lines;
        if (isSelect(question)) {
            const QString where = QStringLiteral("Écrire d’après la liste « %1 », en fin de questionnaire.");
            lines.push_back(muted(where.arg(listed(question))));
        }
        const int count = question.appearance.contains(u"multiline") ? 4 : 1;
        for (int i = 0; i < count; ++i) {
            lines.push_back({report::Space{5.5}});
            lines.push_back({report::Rule{}});
        }
        return lines;
    }

    QString listed(const Question& question)
    {
        if (!m_lists.contains(question.list)) m_lists << question.list;
        return question.list;
    }

    void addGrid(const Question& repeat)
    {
        constexpr int emptyRows = 5;
        Table table;
        table.compact = true;
        table.rows.emplace_back();
        std::vector<Block> legends;
        for (const Question* column : m_form.columnsOf(repeat.name)) {
            if (!isAsked(*column) || (m_short && !column->shortForm)) continue;
            table.widths.push_back(1);
            table.rows.front().cells.push_back(report::cell(report::french(column->label), true));
            if (const QString words = legend(*column); !words.isEmpty()) legends.push_back(muted(words));
        }
        for (int i = 0; i < emptyRows; ++i) {
            Table::TableRow row;
            for (size_t c = 0; c < table.widths.size(); ++c)
                row.cells.push_back(cellOf({Block{report::Space{8}}}));
            table.rows.push_back(std::move(row));
        }
        m_blocks.push_back({std::move(table)});
        m_blocks.insert(m_blocks.end(), legends.begin(), legends.end());
    }

    QString legend(const Question& column)
    {
        const std::vector<Choice> choices = choicesOf(m_form, column);
        if (!isSelect(column) || choices.empty()) return {};
        if (choices.size() >= longList)
            return QStringLiteral("%1 : liste « %2 », en fin de questionnaire.")
                .arg(column.label, listed(column));
        QStringList words;
        for (size_t i = 0; i < choices.size(); ++i)
            words << QStringLiteral("%1 %2").arg(i + 1).arg(choices[i].label);
        return QStringLiteral("%1 : %2.").arg(column.label, words.join(QStringLiteral(" · ")));
    }

    const Form& m_form;
    bool m_short;
    std::vector<Block> m_blocks;
    QStringList m_lists;
};

} // namespace

report::Document blankForm(const Form& form, bool shortForm, const QDate& date)
{
    report::Document document;
    document.title = QStringLiteral("Questionnaire vierge");
    document.date = date;
    report::Section section;
    section.header = shortForm ? QStringLiteral("Questionnaire vierge – formulaire court")
                               : QStringLiteral("Questionnaire vierge – formulaire complet");
    section.footer =
        form.version.isEmpty() ? form.id : form.id + QStringLiteral(" – version ") + form.version;
    section.marginMm = 18;
    std::vector<Block>& blocks = section.blocks;
    blocks.push_back(
        report::paragraph(form.title.isEmpty() ? section.header : form.title, report::Style::Subtitle));
    blocks.push_back(report::paragraph(section.header, report::Style::Lead));
    blocks.push_back(report::paragraph(report::french(
        QStringLiteral("□ : plusieurs réponses possibles. ○ : une seule. * : réponse obligatoire. Une "
                       "question sans flèche se pose toujours."))));
    Printer printer(form, shortForm);
    const auto append = [&](std::vector<Block> more) {
        blocks.insert(blocks.end(), std::make_move_iterator(more.begin()),
                      std::make_move_iterator(more.end()));
    };
    for (const int each : form.sections)
        append(printer.section(each));
    append(printer.reserved());
    append(printer.lists());
    document.sections.push_back(std::move(section));
    return document;
}

int exportBlankForm(const Study& study, const QString& path, bool shortForm)
{
    const report::Document document = blankForm(study.form(), shortForm, study.localNow().date());
    const drawing::Pages pages = drawing::paginate(document);
    base::writeFileAtomically(path, drawing::writePdf(pages, document));
    return pages.count();
}

} // namespace workflow
