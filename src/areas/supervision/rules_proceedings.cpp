#include <algorithm>

#include "areas/supervision/data.gen.hpp"
#include "areas/supervision/law.gen.hpp"
#include "areas/supervision/rules_enforced.hpp"
#include "kit/describe/rows.hpp"

/// What courts, the Secretary of State and the Parole Board may do about a failure, by date.
namespace noms::supervision {
namespace {

const std::vector<BreachPower>& all_powers() {
    static const auto all = rows::read<BreachPower>(data::breach_result);
    return all;
}

/// Whether a row of that group is about the disposal.
bool is_about(std::string_view group, std::string_view disposal) {
    if (group == "Any") return true;
    const auto* known = sentences::disposal(disposal);
    if (!known) return false;
    bool is_suspended = known->kind == sentences::Group::Suspended;
    bool is_of_2003 = known->kind == sentences::Group::Community || is_suspended;
    if (group == "Suspended") return is_suspended;
    if (group == "Community") return !is_suspended;
    return group == "Order2003" ? is_of_2003 : !is_of_2003;
}

}  // namespace

std::vector<BreachPower> breach_powers(std::string_view disposal, Date day) {
    std::vector<BreachPower> out;
    for (const auto& each : all_powers())
        if (is_about(each.sentences, disposal) && (!each.from_day || *each.from_day <= day))
            out.push_back(each);
    return out;
}

std::string in_words(BreachResult result) {
    return std::ranges::find(all_powers(), result, &BreachPower::result)->name;
}

Result<void> may_recall(RecallKind kind, Date day) {
    static const auto terms = law::texts(law_text::fixed_term_recall);
    if (kind != RecallKind::FixedTerm) return {};
    const auto& first = terms.periods.front();
    if (first.from <= day) return {};
    return invalid({{"kind",
                     "not_in_force",
                     "There is no recall of fixed term before " + noms::in_words(first.from) +
                         ": " + first.source.cite}});
}

Result<law::Dated<std::string>::Period> recall_authority(const sentences::Sentence& sentence,
                                                         Date day) {
    static const auto usual = law::texts(law_text::recall_authority);
    static const auto for_life = law::texts(law_text::recall_authority_for_life);
    return (sentence.term == sentences::Term::Indeterminate ? for_life : usual).on(day);
}

std::vector<RecallResult> recall_results(RecallKind kind) {
    std::vector<RecallResult> out{
        RecallResult::ReleasedAtOnce, RecallResult::ReleasedOn, RecallResult::NotReleased};
    if (kind == RecallKind::FixedTerm) out.push_back(RecallResult::TermServed);
    return out;
}

std::string in_words(RecallKind kind) {
    switch (kind) {
        case RecallKind::Standard: return "Standard recall";
        case RecallKind::Emergency: return "Emergency recall";
        case RecallKind::FixedTerm: return "Recall for a fixed term";
    }
    return "";
}

std::string in_words(RecallReason reason) {
    switch (reason) {
        case RecallReason::FailedToComply: return "Failed to comply with the licence";
        case RecallReason::RiskIncreased: return "The risk can no longer be managed outside";
        case RecallReason::LostContact: return "Contact was lost";
        case RecallReason::ChargedAgain: return "Charged with another offence";
    }
    return "";
}

std::string in_words(RecallDecision decision) {
    return decision == RecallDecision::Revoked ? "The licence was revoked"
                                               : "The licence was not revoked";
}

std::string in_words(RecallResult result) {
    switch (result) {
        case RecallResult::ReleasedAtOnce: return "The Parole Board recommended release at once";
        case RecallResult::ReleasedOn: return "The Parole Board recommended release on a day";
        case RecallResult::NotReleased: return "The Parole Board recommended no release";
        case RecallResult::TermServed: return "Released when the fixed term was served";
    }
    return "";
}

std::string in_words(AnswerKind kind) {
    switch (kind) {
        case AnswerKind::Warning: return "Warned";
        case AnswerKind::FinalWarning: return "Given a final warning";
        case AnswerKind::NoAction: return "Decided not to act";
    }
    return "";
}

}  // namespace noms::supervision
