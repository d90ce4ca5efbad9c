#include <algorithm>

#include "areas/assessments/answering.hpp"
#include "kit/base/text.hpp"

/// What must be there before somebody signs, and who signs after whom.
namespace noms::assessments {
namespace {

const law::Provision own_rule{
    "noms: an own rule after the practice of two signatures (case-management.md table 1.4, row 39)",
    ""};

bool is_high(const std::optional<Rosh>& rosh) {
    return rosh && *rosh >= Rosh::High;
}

std::string_view answer_in(const Answers& answers, const std::string& question) {
    auto found = answers.find(question);
    return found == answers.end() ? std::string_view() : std::string_view(found->second);
}

}  // namespace

bool wants_full_analysis(std::string_view form, const Answers& answers) {
    return std::ranges::any_of(questions_of(form, "screening"), [&](const FormQuestion& each) {
        return each.kind == AnswerKind::YesNo && answer_in(answers, each.question) != "no";
    });
}

std::vector<MissingAnswer> missing_in(std::string_view form, const Answers& answers) {
    bool full = wants_full_analysis(form, answers);
    std::vector<MissingAnswer> out;
    for (const auto& each : questions_of(form)) {
        if (each.asked == Asked::May || answers.contains(each.question)) continue;
        if (each.section == "full" && !full) continue;
        out.push_back({each.section, each.question, each.words});
    }
    return out;
}

Result<CountersignatureRuling> countersignature(const CountersignatureFacts& facts) {
    CountersignatureRuling ruling{.wanted = false};
    auto wants = [&](bool wanted, const char* why) {
        if (!wanted) return;
        ruling.wanted = true;
        ruling.because.push_back({why, own_rule});
    };
    wants(!facts.rosh, "The risk of serious harm is not decided");
    wants(is_high(facts.rosh), "The risk of serious harm is high or very high");
    wants(is_high(facts.rosh_before) && facts.rosh && !is_high(facts.rosh),
          "The risk of serious harm was high before and is now lower");
    wants(!facts.child_safeguarding, "It is not known whether a child is at risk");
    wants(facts.child_safeguarding == true, "A child is at risk, or there is concern for one");
    if (!ruling.wanted)
        ruling.because.push_back(
            {"The risk is not high, was not, and no child is at risk", own_rule});
    return ruling;
}

Result<Whole> signed_whole(Whole whole, int edition, bool countersignature_wanted, const By& by) {
    auto& row = whole.assessment;
    if (row.state != AssessmentState::Open) return conflict("This assessment is signed already.");
    if (edition != edition_of(whole))
        return conflict("Somebody changed the assessment since you looked at it: look again.");
    if (auto missing = missing_in(row.form, answers_of(whole)); !missing.empty())
        return refused(std::to_string(missing.size()) +
                       (missing.size() == 1 ? " answer is" : " answers are") +
                       " missing: " + missing.front().words + ".");
    row.version += 1;
    row.state = countersignature_wanted ? AssessmentState::Signed : AssessmentState::Locked;
    row.signed_on = by.on;
    row.signer = by.account;
    row.signed_by = by.name;
    row.sent_back.clear();
    return whole;
}

Result<Whole> countersigned(Whole whole, const By& by) {
    auto& row = whole.assessment;
    if (row.state != AssessmentState::Signed)
        return conflict("This assessment does not wait for a second signature.");
    if (row.signer == by.account)
        return refused("You signed this assessment: somebody else must countersign it.");
    row.version += 1;
    row.state = AssessmentState::Locked;
    row.countersigned_on = by.on;
    row.countersigner = by.account;
    row.countersigned_by = by.name;
    return whole;
}

Result<Whole> sent_back(Whole whole, const std::string& reason, const By& by) {
    auto& row = whole.assessment;
    if (row.state != AssessmentState::Signed)
        return conflict("This assessment does not wait for a second signature.");
    if (row.signer == by.account)
        return refused("You signed this assessment: somebody else must look at it.");
    if (trimmed(reason).empty())
        return invalid({{"reason", "missing", "Say what is to be put right"}});
    row.version += 1;
    row.state = AssessmentState::Open;
    row.signed_on.reset();
    row.signer.reset();
    row.signed_by.clear();
    row.sent_back = by.name + ": " + std::string(trimmed(reason));
    return whole;
}

}  // namespace noms::assessments
