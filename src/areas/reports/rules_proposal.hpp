#pragma once

#include <optional>
#include <string>
#include <vector>

#include "areas/assessments/assessments.hpp"
#include "areas/reports/facts.hpp"
#include "kit/base/result.hpp"
#include "kit/law/law.hpp"

/// What a pre-sentence report may propose, and why. It advises: a named person proposes, the court
/// decides, and whether somebody is dangerous is the court's to assess. Pure.
namespace noms::reports {

/// What is not known is empty. `needs` counts only where somebody was assessed.
struct ProposalFacts {
    Date hearing_on{};
    std::optional<Date> committed_on{};
    std::optional<Date> born{};
    std::optional<Seriousness> seriousness{};
    std::optional<Specified> specified{};
    std::optional<int> reconviction_percent{};  // OGRS3 over two years
    std::optional<assessments::Rosh> rosh{};
    bool assessed = false;
    std::vector<std::string> needs{};           // "Drug misuse"
    std::optional<int> previous_convictions{};  // occasions before this one
    std::optional<bool> priority_offender{};    // prolific and other priority offender
    std::optional<bool> broke_order{};          // an order or a licence, ever
    std::optional<bool> willing{};              // to be treated
    std::optional<bool> fit_for_work{};         // unpaid work
    bool wants_punishment = false;              // the court said so
};
DESCRIBE(ProposalFacts,
         hearing_on,
         committed_on,
         born,
         seriousness,
         specified,
         reconviction_percent,
         rosh,
         assessed,
         needs,
         previous_convictions,
         priority_offender,
         broke_order,
         willing,
         fit_for_work,
         wants_punishment)

/// NotYet: too little is known. YouthTeam: a youth offending team reports.
enum class Course { NotYet, DischargeOrFine, CommunitySentence, Custody, Dangerousness, YouthTeam };
DESCRIBE_ENUM(Course, NotYet, DischargeOrFine, CommunitySentence, Custody, Dangerousness, YouthTeam)

struct SuggestedRequirement {
    std::string kind{};
    std::optional<int> amount{};
    std::string why{};
};
DESCRIBE(SuggestedRequirement, kind, amount, why)

/// `disposal` is empty where none is suggested. `consider` says what else the law offers or asks
/// for, `missing` what would make the suggestion surer.
struct ProposalRuling {
    Course course = Course::NotYet;
    std::string disposal{};
    std::optional<int> months{};
    std::optional<int> hours{};
    std::vector<SuggestedRequirement> requirements{};
    std::vector<std::string> consider{};
    std::vector<std::string> missing{};
    std::vector<law::Ground> because{};
};
DESCRIBE(ProposalRuling, course, disposal, months, hours, requirements, consider, missing, because)
/// Refused for a hearing before 4 April 2005.
Result<ProposalRuling> proposal(const ProposalFacts&);

/// Registers `proposal` for `noms rules`.
void register_proposal();

}  // namespace noms::reports
