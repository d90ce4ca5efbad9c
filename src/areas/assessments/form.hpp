#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kit/base/date.hpp"
#include "kit/base/result.hpp"
#include "kit/describe/type.hpp"

/// The assessment's form as data: versions, sections, questions, answers and their scores. The
/// wording is our own; what stands behind each question is in data/form_question.csv.
namespace noms::assessments {

struct FormVersion {
    std::string form{};
    Date from_day{};
    std::string name{};
    std::string source{};
    std::string certainty{};
};
DESCRIBE(FormVersion, form, from_day, name, source, certainty)

enum class Part { Offending, Needs, Harm, Offender };
DESCRIBE_ENUM(Part, Offending, Needs, Harm, Offender)
struct FormSection {
    std::string form{};
    std::string code{};  // "3", "screening": of the address too
    std::string title{};
    Part part = Part::Needs;
    std::string purpose{};
};
DESCRIBE(FormSection, form, code, title, part, purpose)

/// What an answer looks like. Ever: never, before, now. Group: a kind of offence of OGRS3. Level: a
/// risk of serious harm, which only whoever signs may decide.
enum class AnswerKind { YesNo, Scale, Ever, Number, Group, Level, Mappa, Text };
DESCRIBE_ENUM(AnswerKind, YesNo, Scale, Ever, Number, Group, Level, Mappa, Text)
/// Must: an assessment is not complete without it, though it may be that nobody knows.
enum class Asked { Must, May };
DESCRIBE_ENUM(Asked, Must, May)

/// `feeds` names the facts of the rule sets that it gives, apart by blanks: "ogp.unemployed".
/// `prefill` names what the record may know of it.
struct FormQuestion {
    std::string form{};
    std::string section{};
    std::string question{};
    AnswerKind kind = AnswerKind::Text;
    std::string words{};
    Asked asked = Asked::Must;
    std::optional<std::string> feeds{};
    std::optional<std::string> prefill{};
    std::string source{};
    std::string certainty{};

    bool gives(std::string_view fact) const;  // "ogp.unemployed"
};
DESCRIBE(
    FormQuestion, form, section, question, kind, words, asked, feeds, prefill, source, certainty)

/// One answer that may be chosen; one without a score counts for nothing.
struct FormChoice {
    AnswerKind kind = AnswerKind::YesNo;
    std::string answer{};
    std::string label{};
    std::optional<int> score{};
};
DESCRIBE(FormChoice, kind, answer, label, score)

/// The form for an assessment that is begun on `day`; nothing before the first.
const FormVersion* form_on(Date day);
std::vector<FormSection> sections_of(std::string_view form);
/// Nothing when the form has no such section.
std::optional<FormSection> section_of(std::string_view form, std::string_view code);
/// The questions of the form in its order; none for a form that there is not.
const std::vector<FormQuestion>& questions_of(std::string_view form);
const std::vector<FormQuestion>& questions_of(std::string_view form, std::string_view section);
/// The questions whose answers give that fact of a rule set.
std::vector<const FormQuestion*> questions_giving(std::string_view form, std::string_view fact);
const FormQuestion* question_of(std::string_view form, std::string_view question);
std::vector<FormChoice> choices_of(AnswerKind);

/// The answer as people read it: "Some problems", "12".
std::string in_words(const FormQuestion&, std::string_view answer);
/// The answer's score; nothing where it has none.
std::optional<int> score_of(const FormQuestion&, std::string_view answer);
/// What is written in the place of a number that was asked for and that nobody knows.
inline constexpr std::string_view number_not_known = "not known";
/// Nothing wrong, or the fault's code and words: no such choice, no whole number from 0 to 120.
std::optional<FieldError> fault_of(const FormQuestion&, std::string_view answer);
/// The field of a form and of JSON that a question's answer stands in: "answers.3.4".
std::string field_of(std::string_view question);

/// Answers by question, for the rules.
using Answers = std::map<std::string, std::string, std::less<>>;

}  // namespace noms::assessments
