#include <algorithm>

#include <fmt/format.h>

#include "areas/assessments/pages.hpp"
#include "kit/base/text.hpp"
#include "kit/page/content.hpp"
#include "kit/page/table.hpp"

/// One section as a form, and all of them for the printer.
namespace noms::assessments {

using namespace page;

namespace {

constexpr size_t side_by_side_max = 5;

std::string hint_of(const FormQuestion& question, const GivenAnswer* answer) {
    bool number = question.kind == AnswerKind::Number;
    if (!answer) return number ? "A whole number, or: not known" : "";
    switch (answer->came_from) {
        case CameFrom::Record: return "From the record: check it";
        case CameFrom::Previous: return "As in the assessment before";
        case CameFrom::Typed: return {};
    }
    return {};
}

std::vector<Option> options_of(AnswerKind kind) {
    std::vector<Option> out;
    for (const auto& each : choices_of(kind)) out.push_back({each.answer, each.label});
    return out;
}

Html input_for(const FormQuestion& question, Field field) {
    switch (question.kind) {
        case AnswerKind::Text: return textarea(field, 4);
        case AnswerKind::Number: field.width = "4"; return whole_number_input(field);
        case AnswerKind::Group: {
            auto options = options_of(question.kind);
            options.insert(options.begin(), {"", "Choose a kind"});
            return select(field, options);
        }
        default: {
            auto options = options_of(question.kind);
            field.side_by_side = options.size() <= side_by_side_max;
            return radios(field, options);
        }
    }
}

std::string label_of(const FormQuestion& question) {
    return question.asked == Asked::May ? question.words + " (optional)" : question.words;
}

Html question_field(const SectionForm& form,
                    const FormQuestion& question,
                    const form::Values& values,
                    const std::vector<FieldError>& errors) {
    const auto* answer = answer_to(form.whole, question.question);
    auto name = field_of(question.question);
    Field field{.name = name, .label = label_of(question), .hint = hint_of(question, answer)};
    field.value =
        values.empty() ? (answer ? answer->answer : "") : std::string(form::value_of(values, name));
    field.error = error_of(errors, name, question.words);
    if (question.kind != AnswerKind::Text && question.kind != AnswerKind::Number)
        field.label_size = "s";
    return input_for(question, field);
}

SummaryRow shown(const FormQuestion& question, const GivenAnswer* answer) {
    if (!answer) return {question.words, muted("Not answered"), {}};
    auto who = answer->answered_by + ", " + noms::in_words(answer->answered_on);
    return {question.words, with_sub(in_words(question, answer->answer), who), {}};
}

Html answers_in(const Whole& whole, const FormSection& section, bool unanswered_too) {
    std::vector<SummaryRow> rows;
    for (const auto& question : questions_of(section.form, section.code)) {
        const auto* answer = answer_to(whole, question.question);
        if (answer || unanswered_too || question.asked == Asked::Must)
            rows.push_back(shown(question, answer));
    }
    return summary_list(rows);
}

/// Levels of risk are shown, not asked, where the reader may not decide them.
bool is_asked(const SectionForm& form, const FormQuestion& question) {
    return question.kind != AnswerKind::Level || form.may_decide;
}

Html fields_of(const SectionForm& form,
               const form::Values& values,
               const std::vector<FieldError>& errors) {
    Html asked;
    std::vector<SummaryRow> only_shown;
    for (const auto& question : questions_of(form.section.form, form.section.code)) {
        if (is_asked(form, question))
            asked += question_field(form, question, values, errors);
        else
            only_shown.push_back(shown(question, answer_to(form.whole, question.question)));
    }
    if (only_shown.empty()) return asked;
    return inset("Whoever signs the assessment decides the levels of risk.") +
           summary_list(only_shown) + asked;
}

/// The sections before and after, for those who leaf through.
Html leaf_through(const SectionForm& form) {
    auto all = sections_of(form.section.form);
    auto at = std::ranges::find(all, form.section.code, &FormSection::code);
    auto path = [&](const FormSection& section) {
        return path_of(form.whole.assessment, section.code);
    };
    return pagination(at == all.begin() ? "" : path(*(at - 1)),
                      at + 1 == all.end() ? "" : path(*(at + 1)),
                      "Sections");
}

std::string place_of(const FormSection& section) {
    auto all = sections_of(section.form);
    auto at = std::ranges::find(all, section.code, &FormSection::code);
    return fmt::format("Section {} of {}", at - all.begin() + 1, all.size());
}

}  // namespace

Page section_page(Page page,
                  const SectionForm& form,
                  const form::Values& values,
                  const std::vector<FieldError>& errors) {
    const auto& row = form.whole.assessment;
    page.add(back_link(path_of(row), "Back to the assessment"));
    if (!errors.empty()) page.add(error_summary(errors));
    page.add(caption(place_of(form.section)) + paragraph(form.section.purpose));
    if (row.state != AssessmentState::Open || !form.may_answer)
        return page.add(answers_in(form.whole, form.section, true)).add(leaf_through(form));
    auto version = hidden("seen", std::to_string(version_of(form.whole, form.section.code)));
    page.add(post_form(path_of(row, form.section.code),
                       version + fields_of(form, values, errors) + button("Save and go on")));
    return page.add(leaf_through(form));
}

Page whole_page(Page page, const AssessmentView& view, const Whole& whole) {
    const auto& row = view.assessment;
    page.add(back_link(path_of(row), "Back to the assessment"));
    page.add(facts(
        {{"State", state_of(row)},
         {"Signed by",
          row.signed_on ? row.signed_by + ", " + noms::in_words(*row.signed_on)
                        : std::string("Nobody yet")},
         {"Countersigned by",
          row.countersigned_on ? row.countersigned_by + ", " + noms::in_words(*row.countersigned_on)
                               : std::string("Nobody")}}));
    page.add(conclusion_sections(view));
    for (const auto& line : view.sections) {
        if (!line.wanted && line.answered == 0) continue;
        page.add(
            page::section(line.title, answers_in(whole, *section_of(row.form, line.code), false)));
    }
    return page;
}

}  // namespace noms::assessments
