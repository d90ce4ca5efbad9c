#pragma once

#include <optional>
#include <string>
#include <vector>

#include "areas/assessments/facts.hpp"
#include "areas/assessments/form.hpp"
#include "areas/assessments/prefilling.hpp"

/// How an assessment comes about: begun, answered section by section, signed, signed by a second
/// person, locked. Each step is a pure function from the whole assessment to the whole assessment.
namespace noms::assessments {

/// Who does it, and when.
struct By {
    record::AccountId account{};
    std::string name{};
    Date on{};
};

/// An assessment with everything that was answered in it; answers by question.
struct Whole {
    Assessment assessment{};
    std::vector<SavedSection> sections{};
    std::vector<GivenAnswer> answers{};
};
Answers answers_of(const Whole&);
const GivenAnswer* answer_to(const Whole&, std::string_view question);
/// How often the section was saved; 0: never.
int version_of(const Whole&, std::string_view section);
/// Rises with everything that changes the assessment: what a signature is held against.
int edition_of(const Whole&);

/// A new one on the form of the day, filled in from the record and, where `last` is given, copied
/// from it. Levels of risk are never copied: each time somebody decides them. Refused on a day
/// before there was a form.
Result<Whole> begun(offenders::OffenderId, const RecordFacts&, const Whole* last, const By&);

/// An empty answer takes away what was there; a question that is not sent stays as it was.
struct SentAnswer {
    std::string question{};
    std::string answer{};
};
DESCRIBE(SentAnswer, question, answer)
/// `seen` is the version of the section that the form was shown with.
struct SaveSection {
    int seen = 0;
    std::vector<SentAnswer> answers{};
};
DESCRIBE(SaveSection, seen, answers)

/// Whoever may only answer may not decide how great a risk is.
enum class Right { Answer, Decide };
/// With the answers of one section. Invalid by field; refused once it is signed; a conflict names
/// each answer that somebody else gave otherwise since the form was shown.
Result<Whole> with_section(Whole, const FormSection&, const SaveSection&, Right, const By&);

/// A question that must be answered before anybody signs.
struct MissingAnswer {
    std::string section{};
    std::string question{};
    std::string words{};
};
DESCRIBE(MissingAnswer, section, question, words)
std::vector<MissingAnswer> missing_in(std::string_view form, const Answers&);
/// Whether the screening calls for the full analysis: an answer that is yes, or that nobody knows.
bool wants_full_analysis(std::string_view form, const Answers&);

/// Whether a second person must sign. Null: not known.
struct CountersignatureFacts {
    std::optional<Rosh> rosh{};
    std::optional<Rosh> rosh_before{};  // of the assessment before; null: there was none
    std::optional<bool> child_safeguarding{};
};
DESCRIBE(CountersignatureFacts, rosh, rosh_before, child_safeguarding)
struct CountersignatureRuling {
    bool wanted = true;
    std::vector<law::Ground> because{};
};
DESCRIBE(CountersignatureRuling, wanted, because)
/// Own rule, see docs/law-questions.md: high risk, risk lowered from high, or a child at risk; and
/// wherever one of them is not known.
Result<CountersignatureRuling> countersignature(const CountersignatureFacts&);

/// Completed by a named person: locked, or waiting for a second one. Refused while an answer is
/// missing; a conflict where it is no longer the `edition` that was looked at.
Result<Whole> signed_whole(Whole, int edition, bool countersignature_wanted, const By&);
/// Locked by a second person; refused for the one who signed.
Result<Whole> countersigned(Whole, const By&);
/// Open again, with the reason for it.
Result<Whole> sent_back(Whole, const std::string& reason, const By&);

/// What differs between two assessments, in the order of the form.
struct Difference {
    std::string section{};
    std::string question{};
    std::string words{};
    std::string before{};  // in words; empty: not answered
    std::string now{};
};
DESCRIBE(Difference, section, question, words, before, now)
std::vector<Difference> differences(const Whole& before, const Whole& now);

/// Writes what differs, under the event that the caller began; `before` is empty for a new one.
void keep(record::Changes&, const Whole& before, const Whole& after);

}  // namespace noms::assessments
