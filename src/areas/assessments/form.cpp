#include "areas/assessments/form.hpp"

#include <algorithm>
#include <charconv>

#include "areas/assessments/data.gen.hpp"
#include "areas/assessments/ogrs3.hpp"
#include "kit/base/text.hpp"
#include "kit/describe/rows.hpp"

namespace noms::assessments {
namespace {

constexpr int number_max = 120;
constexpr size_t words_max = 8'000;

const std::vector<FormQuestion>& all_questions() {
    static const auto all = rows::read<FormQuestion>(data::form_question);
    return all;
}

const std::vector<FormSection>& all_sections() {
    static const auto all = rows::read<FormSection>(data::form_section);
    return all;
}

/// Those of the table, and the groups of offences from theirs.
const std::vector<FormChoice>& all_choices() {
    static const auto all = [] {
        auto rows = rows::read<FormChoice>(data::form_choice);
        for (const auto& group : offence_groups())
            rows.push_back({.kind = AnswerKind::Group, .answer = group.code, .label = group.name});
        return rows;
    }();
    return all;
}

const FormChoice* choice_of(AnswerKind kind, std::string_view answer) {
    for (const auto& each : all_choices())
        if (each.kind == kind && each.answer == answer) return &each;
    return nullptr;
}

std::optional<int> number_of(std::string_view text) {
    int number = 0;
    auto [end, bad] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (bad != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
}

/// A form's questions, and which of them give which fact: asked for often.
struct Questions {
    std::vector<FormQuestion> all{};
    std::map<std::string, std::vector<FormQuestion>, std::less<>> by_section{};
    std::map<std::string, std::vector<size_t>, std::less<>> giving{};
};

std::map<std::string, Questions, std::less<>> by_form() {
    std::map<std::string, Questions, std::less<>> out;
    for (const auto& each : all_questions()) {
        auto& form = out[each.form];
        for (const auto& fact : split(each.feeds.value_or(""), ' '))
            form.giving[fact].push_back(form.all.size());
        form.by_section[each.section].push_back(each);
        form.all.push_back(each);
    }
    return out;
}

const Questions& of_form(std::string_view form) {
    static const auto all = by_form();
    static const Questions none;
    auto found = all.find(form);
    return found == all.end() ? none : found->second;
}

}  // namespace

bool FormQuestion::gives(std::string_view fact) const {
    return std::ranges::count(split(feeds.value_or(""), ' '), fact) > 0;
}

const FormVersion* form_on(Date day) {
    static const auto all = rows::read<FormVersion>(data::form_version);
    const FormVersion* found = nullptr;
    for (const auto& each : all)
        if (each.from_day <= day) found = &each;
    return found;
}

std::vector<FormSection> sections_of(std::string_view form) {
    auto out = all_sections();
    std::erase_if(out, [&](const FormSection& each) { return each.form != form; });
    return out;
}

std::optional<FormSection> section_of(std::string_view form, std::string_view code) {
    for (const auto& each : all_sections())
        if (each.form == form && each.code == code) return each;
    return std::nullopt;
}

const std::vector<FormQuestion>& questions_of(std::string_view form) {
    return of_form(form).all;
}

const std::vector<FormQuestion>& questions_of(std::string_view form, std::string_view section) {
    static const std::vector<FormQuestion> none;
    const auto& by_section = of_form(form).by_section;
    auto found = by_section.find(section);
    return found == by_section.end() ? none : found->second;
}

std::vector<const FormQuestion*> questions_giving(std::string_view form, std::string_view fact) {
    const auto& questions = of_form(form);
    std::vector<const FormQuestion*> out;
    if (auto found = questions.giving.find(fact); found != questions.giving.end())
        for (auto place : found->second) out.push_back(&questions.all[place]);
    return out;
}

const FormQuestion* question_of(std::string_view form, std::string_view question) {
    const auto& all = questions_of(form);
    auto found = std::ranges::find(all, question, &FormQuestion::question);
    return found == all.end() ? nullptr : &*found;
}

std::vector<FormChoice> choices_of(AnswerKind kind) {
    auto out = all_choices();
    std::erase_if(out, [&](const FormChoice& each) { return each.kind != kind; });
    return out;
}

std::string in_words(const FormQuestion& question, std::string_view answer) {
    const auto* choice = choice_of(question.kind, answer);
    return choice ? choice->label : std::string(answer);
}

std::optional<int> score_of(const FormQuestion& question, std::string_view answer) {
    if (question.kind == AnswerKind::Number) return number_of(answer);
    const auto* choice = choice_of(question.kind, answer);
    return choice ? choice->score : std::nullopt;
}

std::optional<FieldError> fault_of(const FormQuestion& question, std::string_view answer) {
    auto field = field_of(question.question);
    if (question.kind == AnswerKind::Text) {
        if (answer.size() <= words_max) return std::nullopt;
        return FieldError{field, "too_long", "Shorten it to 8,000 letters"};
    }
    if (question.kind == AnswerKind::Number) {
        if (answer == number_not_known) return std::nullopt;
        auto number = number_of(answer);
        if (!number)
            return FieldError{field, "not_a_whole_number", "Enter a whole number, or: not known"};
        if (*number >= 0 && *number <= number_max) return std::nullopt;
        return FieldError{field, "out_of_range", "Enter a number from 0 to 120"};
    }
    if (choice_of(question.kind, answer)) return std::nullopt;
    return FieldError{field, "unknown_choice", "Choose one of the answers"};
}

std::string field_of(std::string_view question) {
    return "answers." + std::string(question);
}

}  // namespace noms::assessments
