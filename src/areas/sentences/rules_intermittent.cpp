#include "areas/sentences/rules_intermittent.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "areas/sentences/data.gen.hpp"
#include "areas/sentences/law.gen.hpp"
#include "kit/describe/rows.hpp"

namespace noms::sentences {
namespace {

const law::Provision limits{"Criminal Justice Act 2003, s. 183(4) to (7)",
                            "https://www.legislation.gov.uk/ukpga/2003/44/section/183"};
const law::Provision agreement{"Criminal Justice Act 2003, s. 183(6)",
                               "https://www.legislation.gov.uk/ukpga/2003/44/section/183"};
const law::Provision pilot{"PC53/2005: the pilot of Kirkham and Morton Hall",
                           "https://webarchive.nationalarchives.gov.uk/"};
const law::Provision at_large{
    "Prison Act 1952, s. 49(2)",
    "https://www.legislation.gov.uk/ukpga/Geo6and1Eliz2/15-16/52/section/49"};

/// Who may get it, and how long, on a day when it is in force.
struct Limit {
    int weeks_min = 0;
    int weeks_max = 0;
    int days_min = 0;
    int days_max = 0;
};

/// The figure that holds on `day`; the first one before that: the disposal's own days say that it
/// was not in force.
int figure(const law::Dated<int>& table, Date day) {
    auto held = table.on(day);
    return held ? held->value : table.periods.front().value;
}

/// The figures of law/intermittent_*.toml.
struct Figures {
    law::Dated<int> least_weeks = law::whole_numbers(law_text::intermittent_least_weeks);
    law::Dated<int> most_weeks = law::whole_numbers(law_text::intermittent_most_weeks);
    law::Dated<int> least_days = law::whole_numbers(law_text::intermittent_least_days);
    law::Dated<int> most_days = law::whole_numbers(law_text::intermittent_most_days);
    law::Dated<int> together_weeks = law::whole_numbers(law_text::intermittent_most_weeks_together);
    law::Dated<int> together_days = law::whole_numbers(law_text::intermittent_most_days_together);
};

Limit limit_on(Date day, bool together) {
    static const Figures law;
    return {.weeks_min = figure(law.least_weeks, day),
            .weeks_max = figure(together ? law.together_weeks : law.most_weeks, day),
            .days_min = figure(law.least_days, day),
            .days_max = figure(together ? law.together_days : law.most_days, day)};
}

enum class Weekday { Sunday, Monday, Tuesday, Wednesday, Thursday, Friday, Saturday };
DESCRIBE_ENUM(Weekday, Sunday, Monday, Tuesday, Wednesday, Thursday, Friday, Saturday)

/// A row of data/intermittent_block.csv.
struct Block {
    BlockPattern pattern = BlockPattern::Weekend;
    Weekday first_weekday = Weekday::Sunday;
    int days = 0;
    std::string source{};
    std::string mark{};
};
DESCRIBE(Block, pattern, first_weekday, days, source, mark)

const Block& block_of(BlockPattern pattern) {
    static const auto all = rows::read<Block>(data::intermittent_block);
    return *std::ranges::find(all, pattern, &Block::pattern);
}

/// Outside the pilot's days the disposal itself says that it could not be passed.
bool is_pilot_prison(std::string_view code) {
    return std::ranges::find(pilot_prisons(), code, &PilotPrison::code) != pilot_prisons().end();
}

std::string names_of_pilot_prisons() {
    std::string names;
    for (const auto& each : pilot_prisons()) names += (names.empty() ? "" : " and ") + each.name;
    return names;
}

std::vector<DisposalFault> faults_of(const IntermittentFacts& facts) {
    std::vector<DisposalFault> out;
    const auto limit = limit_on(facts.imposed_on, facts.consecutive);
    auto why = why_not_on(*disposal("INTCUST"), facts.imposed_on);
    if (!why.empty()) out.push_back({"imposed_on", "not_in_force", why});
    if (facts.weeks < limit.weeks_min || facts.weeks > limit.weeks_max)
        out.push_back(
            {"weeks",
             "out_of_range",
             fmt::format("The term must be {} to {} weeks", limit.weeks_min, limit.weeks_max)});
    if (facts.custodial_days < limit.days_min || facts.custodial_days > limit.days_max)
        out.push_back(
            {"custodial_days",
             "out_of_range",
             fmt::format("The custodial days must be {} to {}", limit.days_min, limit.days_max)});
    if (!facts.consents.value_or(false))
        out.push_back({"consents",
                       facts.consents ? "refused" : "not_known",
                       facts.consents ? "The offender does not agree"
                                      : "Whether the offender agrees is not known"});
    if (!is_pilot_prison(facts.prison))
        out.push_back(
            {"prison", "not_in_pilot", "Only " + names_of_pilot_prisons() + " were in the pilot"});
    return out;
}

/// Lays blocks one after the other until the days are served.
class CalendarOfBlocks {
public:
    CalendarOfBlocks(const IntermittentFacts& facts)
        : facts_(facts),
          block_(block_of(facts.pattern)),
          ends_(plus_days(facts.imposed_on, 7 * facts.weeks)) {}

    void into(IntermittentRuling& ruling) {
        int left = facts_.custodial_days;
        auto day = facts_.imposed_on;
        while (left > 0) {
            auto from = next_start(day);
            if (ends_ <= from) return does_not_fit(ruling, left);
            if (day < from) add(ruling, PeriodKind::Licence, day, from);
            day = std::min({plus_days(from, std::min(left, block_.days)), ends_});
            left -= serve(ruling, from, day);
        }
        ruling.last_custodial_day = plus_days(day, -1);
        if (day < ends_) add(ruling, PeriodKind::Licence, day, ends_);
        ruling.ends = ends_;
    }

private:
    const IntermittentFacts& facts_;
    const Block& block_;
    Date ends_;

    Date next_start(Date day) const {
        while (Weekday(std::chrono::weekday(std::chrono::sys_days(day)).c_encoding()) !=
               block_.first_weekday)
            day = plus_days(day, 1);
        return day;
    }

    static void add(IntermittentRuling& ruling, PeriodKind kind, Date from, Date until) {
        ruling.calendar.push_back({.kind = kind, .from = from, .until = until});
    }

    /// A block does not begin on a bank holiday, and who is late is at large until they come: gives
    /// how many days were served.
    int serve(IntermittentRuling& ruling, Date from, Date until) const {
        auto opens = from;
        while (opens < until && law::Calendar::england_and_wales().holiday(opens))
            opens = plus_days(opens, 1);
        if (from < opens) add(ruling, PeriodKind::Licence, from, opens);
        auto late = std::ranges::find_if(facts_.late, [&](const LateReturn& each) {
            return from <= each.due_on && each.due_on <= opens;
        });
        auto came = opens;
        if (late != facts_.late.end()) came = std::min(late->came_on.value_or(until), until);
        if (opens < came) add(ruling, PeriodKind::AtLarge, opens, came);
        if (came < until) {
            add(ruling, PeriodKind::Custody, came, until);
            ruling.calendar.back().begins_late = from < opens;
        }
        return days_between(came, until);
    }

    void does_not_fit(IntermittentRuling& ruling, int left) const {
        ruling.calendar.clear();
        ruling.lawful = false;
        ruling.faults.push_back(
            {"custodial_days",
             "does_not_fit",
             fmt::format("{} days are left when the sentence ends: these blocks cannot hold them",
                         left)});
    }
};

}  // namespace

const std::vector<PilotPrison>& pilot_prisons() {
    static const auto all = rows::read<PilotPrison>(data::intermittent_prison);
    return all;
}

Result<IntermittentRuling> intermittent_custody(const IntermittentFacts& facts) {
    IntermittentRuling ruling{.faults = faults_of(facts)};
    ruling.lawful = ruling.faults.empty();
    ruling.because.push_back({"The limits of the term and of its custodial days", limits});
    ruling.because.push_back({"The offender must agree", agreement});
    ruling.because.push_back({"Two prisons took part", pilot});
    if (!ruling.lawful) return ruling;
    if (!law::Calendar::england_and_wales().covers().covers(
            plus_days(facts.imposed_on, 7 * facts.weeks)))
        return refused("The bank holidays of those years are not known.");
    CalendarOfBlocks(facts).into(ruling);
    if (!facts.late.empty())
        ruling.because.push_back({"Days away do not count as served", at_large});
    return ruling;
}

void register_intermittent() {
    law::register_rule<IntermittentFacts, IntermittentRuling>(
        "intermittent-custody",
        "Intermittent custody, 2004 to 2006",
        "Whether such a sentence could be passed, and its calendar of days in prison and on "
        "licence.",
        {limits, pilot},
        &intermittent_custody);
}

}  // namespace noms::sentences
