#include <algorithm>

#include <fmt/format.h>

#include "areas/sentences/rules_fines.hpp"

namespace noms::sentences {
namespace {

const law::Provision bill{"Management of Offenders and Sentencing Bill 2005, cl. 43 (it fell)",
                          "https://publications.parliament.uk/"};
const law::Provision unit_fines{"Criminal Justice Act 1991, s. 18 (1 October 1992 to 1993)",
                                "https://www.legislation.gov.uk/ukpga/1991/53/section/18"};

// The ceiling is the Bill's; days and floor are constructed (policy.md 8, low).
constexpr std::int64_t ceiling_pence = 1'500'000;
constexpr std::int64_t floor_pence_a_day = 500;
constexpr int most_days = 180;
constexpr int most_units = 50;
constexpr std::int64_t least_unit_pence = 400;
constexpr std::int64_t most_unit_pence = 10'000;

/// What is left a week; null when income or outgoings are not known.
std::optional<std::int64_t> weekly_disposable(const DayFineFacts& facts) {
    if (!facts.weekly_net_income_pence || !facts.weekly_outgoings_pence) return std::nullopt;
    return *facts.weekly_net_income_pence - *facts.weekly_outgoings_pence;
}

std::optional<std::int64_t> daily_disposable(const DayFineFacts& facts) {
    auto daily = facts.daily_disposable_pence;
    if (!daily)
        if (auto weekly = weekly_disposable(facts)) daily = *weekly / 7;
    return daily ? std::optional(std::max(*daily, floor_pence_a_day)) : std::nullopt;
}

/// Limits for the young: a fifth from 14, a twentieth under 14.
std::int64_t limit_at(std::int64_t pence, int age) {
    return age >= 18 ? pence : age >= 14 ? pence / 5 : pence / 20;
}

std::optional<std::int64_t> unit_of_1991(const DayFineFacts& facts) {
    auto weekly = weekly_disposable(facts);
    if (!weekly || !facts.age) return std::nullopt;
    return std::clamp(
        *weekly / 3, limit_at(least_unit_pence, *facts.age), limit_at(most_unit_pence, *facts.age));
}

bool unit_fines_in_force(const std::optional<Date>& day) {
    return day && parse_date("1992-10-01").value() <= *day &&
           *day < parse_date("1993-09-20").value();
}

std::vector<FieldError> faults_of(const DayFineFacts& facts) {
    std::vector<FieldError> out;
    constexpr std::int64_t most_pence = 1'000'000'000'000;
    bool by_bill = facts.scheme == FineScheme::Bill2005;
    int most = by_bill ? most_days : most_units;
    if (facts.days < 1 || facts.days > most)
        out.push_back({"days", "out_of_range", fmt::format("must be between 1 and {}", most)});
    auto check = [&](const char* field, const std::optional<std::int64_t>& pence) {
        if (pence && (*pence < 0 || *pence > most_pence))
            out.push_back({field, "out_of_range", "must be 0 or more"});
    };
    check("daily_disposable_pence", facts.daily_disposable_pence);
    check("weekly_net_income_pence", facts.weekly_net_income_pence);
    check("weekly_outgoings_pence", facts.weekly_outgoings_pence);
    if (facts.age && *facts.age < (by_bill ? 18 : 10))
        out.push_back({"age", "too_young", by_bill ? "must be 18 or more" : "must be 10 or more"});
    return out;
}

}  // namespace

Result<DayFineRuling> day_fine(const DayFineFacts& facts) {
    if (auto faults = faults_of(facts); !faults.empty()) return invalid(std::move(faults));
    bool by_bill = facts.scheme == FineScheme::Bill2005;
    const auto& source = by_bill ? bill : unit_fines;
    DayFineRuling ruling{.unit_pence = by_bill ? daily_disposable(facts) : unit_of_1991(facts),
                         .in_force = !by_bill && unit_fines_in_force(facts.day),
                         .advice = by_bill ? "Never in force: for advice and comparison only"
                                           : "In force from 1 October 1992 to 19 September 1993"};
    if (!ruling.unit_pence) {
        ruling.because.push_back(
            {"The means or the age are not known: no fine on a guess", source});
        return ruling;
    }
    ruling.fine_pence = facts.days * *ruling.unit_pence;
    ruling.because.push_back(
        {fmt::format(
             "{} {} at {} pence", facts.days, by_bill ? "days" : "units", *ruling.unit_pence),
         source});
    if (by_bill && *ruling.fine_pence > ceiling_pence) {
        ruling.fine_pence = ceiling_pence;
        ruling.because.push_back({"Held to the ceiling of 15,000 pounds", source});
    }
    return ruling;
}

void register_fines() {
    law::register_rule<FineDefaultFacts, FineDefaultRuling>(
        "fine-default",
        "What is served for a fine that is not paid",
        "The longest term by the scale of the court, what part payment takes off, and the hours of "
        "unpaid work instead. The scale between its ends is from memory.",
        {{"Magistrates' Courts Act 1980, s. 76 and Sch. 4",
          "https://www.legislation.gov.uk/ukpga/1980/43/schedule/4"},
         {"Powers of Criminal Courts (Sentencing) Act 2000, s. 139",
          "https://www.legislation.gov.uk/ukpga/2000/6/section/139"}},
        &fine_default);
    law::register_rule<DayFineFacts, DayFineRuling>(
        "day-fine",
        "Fines by days and means: never in force",
        "Days multiplied by what somebody has left a day, as the Carter report proposed and the "
        "Bill of 2005 would have had it; and the unit fines of 1992, which were in force for a "
        "year.",
        {bill, unit_fines},
        &day_fine);
}

}  // namespace noms::sentences
