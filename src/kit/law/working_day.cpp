#include "kit/law/working_day.hpp"

#include <cstdlib>

#include <fmt/format.h>

#include "kit/law/law.gen.hpp"

namespace noms::law {
namespace {

const Provision act{.cite = "Banking and Financial Dealings Act 1971, s. 1 and Sch. 1",
                    .link = "https://www.legislation.gov.uk/ukpga/1971/80"};

std::string why_of_day(const Calendar& calendar, Date day) {
    if (auto name = calendar.holiday(day))
        return fmt::format("{} is {}, which is not a working day.", in_short(day), *name);
    return fmt::format("{} is {}.",
                       in_short(day),
                       calendar.is_working_day(day) ? "a working day" : "at the weekend");
}

Result<void> in_recorded_years(const Calendar& calendar, Date day) {
    if (calendar.covers().covers(day)) return {};
    return refused(
        fmt::format("The bank holidays of {} are not recorded.", static_cast<int>(day.year())));
}

}  // namespace

Result<WorkingDayRuling> working_day(const WorkingDayFacts& facts) {
    const auto& calendar = Calendar::england_and_wales();
    CHECK(in_recorded_years(calendar, facts.day));
    WorkingDayRuling ruling{.is_working_day = calendar.is_working_day(facts.day),
                            .holiday = calendar.holiday(facts.day),
                            .because = {{.text = why_of_day(calendar, facts.day), .source = act}}};
    if (facts.add) {
        ruling.result_day = TRY(calendar.plus_working_days(facts.day, *facts.add));
        auto why = fmt::format("{} working days {} {} is {}.",
                               std::abs(*facts.add),
                               *facts.add < 0 ? "before" : "after",
                               in_short(facts.day),
                               in_short(*ruling.result_day));
        ruling.because.push_back({.text = why, .source = act});
    }
    if (facts.until) {
        ruling.working_days_between = TRY(calendar.working_days_between(facts.day, *facts.until));
        auto why = fmt::format("{} working days lie after {} up to {}.",
                               *ruling.working_days_between,
                               in_short(facts.day),
                               in_short(*facts.until));
        ruling.because.push_back({.text = why, .source = act});
    }
    return ruling;
}

void register_rules() {
    register_texts(law_text::all_texts);
    register_rule("working-day",
                  "Working days of England and Wales",
                  "Whether a day is a working day, which day is so many working days after it, and "
                  "how many working days lie between two days.",
                  {act},
                  &working_day);
}

}  // namespace noms::law
