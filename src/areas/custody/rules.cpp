#include "areas/custody/rules.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "areas/custody/data.gen.hpp"
#include "areas/custody/law.gen.hpp"
#include "kit/describe/rows.hpp"

namespace noms::custody {
namespace {

const law::Provision curfew_terms{
    "Criminal Justice Act 2003, s. 246: the days to be served, from memory",
    "https://www.legislation.gov.uk/ukpga/2003/44/section/246"};

constexpr int shortest_curfew_days = 14;
constexpr law::Fraction half{1, 2};
constexpr law::Fraction quarter{1, 4};

/// A row of data/curfew_bar.csv.
struct Bar {
    std::string code{};
    CurfewOutcome bar = CurfewOutcome::NotKnown;
    std::string why{};
    std::string source{};
};
DESCRIBE(Bar, code, bar, why, source)

const Bar* bar_of(const std::string& code) {
    static const auto all = rows::read<Bar>(data::curfew_bar);
    auto found = std::ranges::find(all, code, &Bar::code);
    return found == all.end() ? nullptr : &*found;
}

const law::Dated<int>& longest() {
    static const auto all = law::whole_numbers(law_text::curfew_longest);
    return all;
}

/// The later in the list weighs more; NotKnown least of all but Eligible.
void worsen(CurfewRuling& ruling, CurfewOutcome outcome, law::Ground why) {
    static constexpr int weight[] = {0, 2, 3, 4, 1};
    if (weight[int(outcome)] > weight[int(ruling.outcome)]) ruling.outcome = outcome;
    ruling.because.push_back(std::move(why));
}

/// 30 days, or 28 and half of what is to be served under the Act of 2003; at least a quarter.
int must_serve(ReleaseLaw law, int term_days, int custodial_days) {
    int least = law == ReleaseLaw::Cja1991 ? 30 : std::max(28, half.of(custodial_days));
    return std::max(least, quarter.of(term_days));
}

/// Three months to under four years, in days from the sentence.
bool is_long_enough(Date sentenced_on, Date end) {
    return plus_months(sentenced_on, 3) <= end;
}
bool is_too_long(Date sentenced_on, Date end) {
    return plus_months(sentenced_on, 48) <= end;
}

void add_lengths(CurfewRuling& ruling, const CurfewFacts& facts) {
    if (!facts.sentenced_on)
        return worsen(ruling,
                      CurfewOutcome::NotKnown,
                      {"The day of the sentence is not known: no dates", curfew_terms});
    auto end = plus_days(*facts.sentenced_on, *facts.term_days);
    if (!is_long_enough(*facts.sentenced_on, end))
        worsen(ruling, CurfewOutcome::Ineligible, {"The term is under three months", curfew_terms});
    if (is_too_long(*facts.sentenced_on, end))
        worsen(ruling, CurfewOutcome::Ineligible, {"The term is four years or more", curfew_terms});
    static const Date presumptive = parse_date("2002-05-01").value();
    ruling.presumed_suitable = ruling.outcome == CurfewOutcome::Eligible &&
                               presumptive <= facts.day &&
                               end < plus_months(*facts.sentenced_on, 12);
    ruling.conditional_release =
        plus_days(*facts.sentenced_on, *ruling.custodial_days - 1 - facts.remand_days);
    if (ruling.curfew_days)
        ruling.eligible_on = plus_days(*ruling.conditional_release, -*ruling.curfew_days);
}

Result<void> add_days(CurfewRuling& ruling, const CurfewFacts& facts) {
    auto cap = TRY(longest().on(facts.day));
    int custodial = half.of(*facts.term_days);
    int served = must_serve(facts.law, *facts.term_days, custodial);
    int days = std::min(cap.value, custodial - served);
    ruling.custodial_days = custodial;
    ruling.must_serve_days = served;
    ruling.because.push_back(
        {fmt::format("{} days to serve, {} of them at least in prison", custodial, served),
         curfew_terms});
    ruling.because.push_back({fmt::format("At most {} days of curfew", cap.value), cap.source});
    if (days < shortest_curfew_days)
        worsen(ruling,
               CurfewOutcome::Ineligible,
               {fmt::format("Fewer than {} days are left for a curfew", shortest_curfew_days),
                curfew_terms});
    else
        ruling.curfew_days = days;
    add_lengths(ruling, facts);
    return {};
}

std::vector<FieldError> faults_of(const CurfewFacts& facts) {
    std::vector<FieldError> out;
    if (facts.term_days && (*facts.term_days < 1 || *facts.term_days > 36'525))
        out.push_back({"term_days", "out_of_range", "must be between 1 and 36525"});
    if (facts.remand_days < 0 || facts.remand_days > facts.term_days.value_or(36'525))
        out.push_back({"remand_days", "out_of_range", "must be 0 to the days of the term"});
    for (size_t i = 0; i < facts.bars.size(); ++i)
        if (!bar_of(facts.bars[i]))
            out.push_back({fmt::format("bars.{}", i), "unknown_code", "is no bar that is known"});
    return out;
}

}  // namespace

Result<CurfewRuling> home_detention_curfew(const CurfewFacts& facts) {
    if (auto faults = faults_of(facts); !faults.empty()) return invalid(std::move(faults));
    CurfewRuling ruling{.outcome = CurfewOutcome::Eligible};
    for (const auto& code : facts.bars) {
        const auto& bar = *bar_of(code);
        worsen(ruling, bar.bar, {bar.why, {bar.source, ""}});
    }
    if (facts.term_days)
        CHECK(add_days(ruling, facts));
    else
        worsen(ruling, CurfewOutcome::NotKnown, {"The term is not known", curfew_terms});
    return ruling;
}

void register_rules() {
    law::register_texts(law_text::all_texts);
    law::register_rule<CurfewFacts, CurfewRuling>(
        "home-detention-curfew",
        "Home detention curfew, 1999 to 2008",
        "Whether somebody may be released on a curfew, from when and for how long, and what stands "
        "against it. The governor decides.",
        {{"Crime and Disorder Act 1998, s. 99",
          "https://www.legislation.gov.uk/ukpga/1998/37/section/99"},
         {"Criminal Justice Act 2003, s. 246",
          "https://www.legislation.gov.uk/ukpga/2003/44/section/246"},
         curfew_terms},
        &home_detention_curfew);
}

}  // namespace noms::custody
