#include <algorithm>
#include <stdexcept>

#include <fmt/format.h>

#include "areas/sentences/data.gen.hpp"
#include "areas/sentences/law.gen.hpp"
#include "areas/sentences/rules_fines.hpp"
#include "kit/describe/rows.hpp"

namespace noms::sentences {
namespace {

const law::Provision bill{"Management of Offenders and Sentencing Bill 2005, cl. 43 (it fell)",
                          "https://publications.parliament.uk/"};
const law::Provision unit_fines{"Criminal Justice Act 1991, s. 18 (1 October 1992 to 1993)",
                                "https://www.legislation.gov.uk/ukpga/1991/53/section/18"};

/// A row of data/fine_figure.csv.
struct Figure {
    std::string name{};
    std::int64_t number = 0;
    std::string cite{};
    std::string certainty{};
};
DESCRIBE(Figure, name, number, cite, certainty)

/// What is left a week; null when income or outgoings are not known.
std::optional<std::int64_t> weekly_disposable(const DayFineFacts& facts) {
    if (!facts.weekly_net_income_pence || !facts.weekly_outgoings_pence) return std::nullopt;
    return *facts.weekly_net_income_pence - *facts.weekly_outgoings_pence;
}

std::optional<std::int64_t> daily_disposable(const DayFineFacts& facts) {
    auto daily = facts.daily_disposable_pence;
    if (!daily)
        if (auto weekly = weekly_disposable(facts)) daily = *weekly / 7;
    return daily ? std::optional(std::max(*daily, fine_figure("day_fine_floor_pence_a_day")))
                 : std::nullopt;
}

/// The limits are lower for the young.
std::int64_t limit_at(std::int64_t pence, int age) {
    if (age >= 18) return pence;
    return pence /
           fine_figure(age >= 14 ? "unit_fine_divisor_from_14" : "unit_fine_divisor_under_14");
}

std::optional<std::int64_t> unit_of_1991(const DayFineFacts& facts) {
    auto weekly = weekly_disposable(facts);
    if (!weekly || !facts.age) return std::nullopt;
    return std::clamp(*weekly / fine_figure("unit_fine_divisor"),
                      limit_at(fine_figure("unit_fine_least_pence"), *facts.age),
                      limit_at(fine_figure("unit_fine_most_pence"), *facts.age));
}

bool unit_fines_in_force(const std::optional<Date>& day) {
    static const auto law = law::texts(law_text::unit_fines);
    if (!day) return false;
    auto held = law.on(*day);
    return held && held->value == "in force";
}

std::vector<FieldError> faults_of(const DayFineFacts& facts) {
    std::vector<FieldError> out;
    constexpr std::int64_t most_pence = 1'000'000'000'000;
    bool by_bill = facts.scheme == FineScheme::Bill2005;
    auto most = fine_figure(by_bill ? "day_fine_most_days" : "unit_fine_most_units");
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

std::int64_t fine_figure(std::string_view name) {
    static const auto all = rows::read<Figure>(data::fine_figure);
    auto found = std::ranges::find(all, name, &Figure::name);
    if (found == all.end()) throw std::logic_error("no such figure of fines: " + std::string(name));
    return found->number;
}

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
    const auto ceiling = fine_figure("day_fine_ceiling_pence");
    if (by_bill && *ruling.fine_pence > ceiling) {
        ruling.fine_pence = ceiling;
        ruling.because.push_back(
            {fmt::format("Held to the ceiling of {} pounds", ceiling / 100), source});
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
