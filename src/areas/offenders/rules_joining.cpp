#include "areas/offenders/rules_joining.hpp"

namespace noms::offenders {
namespace {

/// An identifier needs an agreeing birth date or surname as well; and so do names. A surname that
/// is only nearly the same is enough beside a number: of a hundred made-up pairs without one, whose
/// birth dates were not the same either, five were two people.
bool agrees(const JoinFacts& facts) {
    if (facts.birth_date == Agreement::Agrees) return true;
    bool nearly = facts.surname == Agreement::Nearly && facts.shares_number;
    bool surname = facts.surname == Agreement::Agrees || nearly;
    return surname &&
           (facts.birth_date != Agreement::Differs || facts.first_name == Agreement::Agrees);
}

}  // namespace

std::string contradiction(const JoinFacts& facts) {
    if (facts.in_two_prisons) return "two_prisons";
    if (facts.pnc == Agreement::Differs) return "pnc_differs";
    if (facts.cro == Agreement::Differs) return "cro_differs";
    if (facts.sex != Agreement::Differs) return "";
    if (facts.birth_date == Agreement::Differs) return "sex_and_birth_date_differ";
    return facts.first_name == Agreement::Differs ? "sex_and_first_name_differ" : "";
}

JoinRuling may_join(const JoinFacts& facts) {
    using Is = JoinRuling::Is;
    bool likely = facts.chance_in_10000 >= chance_to_review_in_10000;
    if (!likely && !facts.shares_number) return {};
    if (auto against = contradiction(facts); !against.empty()) return {Is::Review, against};
    if (!agrees(facts)) return {Is::Review, "nothing_else_agrees"};
    if (facts.chance_in_10000_verified >= chance_to_join_in_10000) return {Is::Join, ""};
    return {Is::Review, "doubtful"};
}

std::string_view words_of_reason(std::string_view reason) {
    if (reason == "two_prisons") return "they are in two prisons at once";
    if (reason == "pnc_differs") return "two right PNCs differ";
    if (reason == "cro_differs") return "two right CROs differ";
    if (reason == "sex_and_birth_date_differ") return "sex and birth date differ";
    if (reason == "sex_and_first_name_differ") return "sex and first name differ";
    if (reason == "nothing_else_agrees") return "neither birth date nor surname agrees";
    if (reason == "both_were_here")
        return "both stand here already, or another record is against it";
    return "too little is known of them";
}

}  // namespace noms::offenders
