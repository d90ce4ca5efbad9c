#include "areas/appointments/rules.hpp"

#include <algorithm>
#include <stdexcept>

#include <fmt/format.h>

#include "areas/appointments/data.gen.hpp"
#include "areas/appointments/rules_minimum.hpp"
#include "areas/appointments/rules_reminder.hpp"
#include "kit/base/text.hpp"
#include "kit/describe/rows.hpp"

namespace noms::appointments {
namespace {

const law::Provision holidays{"Banking and Financial Dealings Act 1971, Schedule 1",
                              "https://www.legislation.gov.uk/ukpga/1971/80/schedule/1"};

constexpr int day_minutes = 24 * 60;

/// Minutes of a day, from the first up to the last.
struct Minutes {
    int from = 0;
    int until = day_minutes;
    bool meets(const Minutes& other) const { return from < other.until && other.from < until; }
};

Minutes of_appointment(const std::string& at_time) {
    auto from = minutes_of(at_time);
    return from ? Minutes{*from, *from + parameter("appointment_minutes")} : Minutes{};
}

Weekday weekday_of(Date day) {
    return Weekday(std::chrono::weekday(std::chrono::sys_days(day)).iso_encoding() - 1);
}

bool falls_on(const Engaged& each, Date day) {
    if (!Span{each.from_day, each.until_day}.covers(day)) return false;
    return each.weekdays.empty() ||
           std::ranges::find(each.weekdays, weekday_of(day)) != each.weekdays.end();
}

/// With the way there and back.
Minutes busy(const Engaged& each) {
    auto from = minutes_of(each.from_time), until = minutes_of(each.until_time);
    if (!from || !until) return {};
    return {*from - each.travel_minutes, *until + each.travel_minutes};
}

std::string in_words(const Engaged& each) {
    auto out = in_words(each.kind);
    if (!each.words.empty()) out += ", " + each.words;
    if (!each.from_time.empty()) out += fmt::format(", {} to {}", each.from_time, each.until_time);
    if (each.travel_minutes > 0)
        out += fmt::format(", with {} minutes each way", each.travel_minutes);
    return out;
}

/// Two appointments of which one has no set time do not meet: it can be moved on that day.
bool meets(const ClashFacts& facts, const Taken& other) {
    if (other.on_day != facts.on_day || other.at_time.empty() || facts.at_time.empty())
        return false;
    return of_appointment(facts.at_time).meets(of_appointment(other.at_time));
}

void look_at_day(const ClashFacts& facts, ClashRuling& out) {
    const auto& calendar = law::Calendar::england_and_wales();
    if (!calendar.covers().covers(facts.on_day)) {
        out.clashes.push_back(
            {ClashWith::NoWorkingDay, "nobody can say yet whether that is a bank holiday"});
    } else if (auto holiday = calendar.holiday(facts.on_day)) {
        out.clashes.push_back({ClashWith::NoWorkingDay, "bank holiday: " + *holiday});
    } else if (!calendar.is_working_day(facts.on_day)) {
        auto name = describe::choice_text(weekday_of(facts.on_day));
        out.clashes.push_back({ClashWith::NoWorkingDay, "a " + std::string(name)});
    }
}

std::vector<FieldError> faults_of(const ClashFacts& facts) {
    std::vector<FieldError> faults;
    auto look = [&](const char* field, const std::string& time) {
        if (!time.empty() && !minutes_of(time))
            faults.push_back({field, "not_a_time", "Enter a time like 14:30"});
    };
    look("at_time", facts.at_time);
    for (const auto& each : facts.commitments) {
        look("commitments.from_time", each.from_time);
        look("commitments.until_time", each.until_time);
    }
    return faults;
}

}  // namespace

int parameter(std::string_view code) {
    static const auto all = rows::read<Parameter>(data::parameter);
    auto found = std::ranges::find(all, code, &Parameter::code);
    if (found == all.end()) throw std::logic_error("no parameter " + std::string(code));
    return found->value;
}

std::optional<int> minutes_of(std::string_view time) {
    auto digit = [&](size_t at) { return time[at] >= '0' && time[at] <= '9'; };
    if (time.size() != 5 || time[2] != ':') return std::nullopt;
    if (!digit(0) || !digit(1) || !digit(3) || !digit(4)) return std::nullopt;
    int hours = (time[0] - '0') * 10 + time[1] - '0',
        minutes = (time[3] - '0') * 10 + time[4] - '0';
    if (hours > 23 || minutes > 59) return std::nullopt;
    return hours * 60 + minutes;
}

Engaged engaged_by(const Commitment& row) {
    Engaged out{.kind = row.kind,
                .words = row.words,
                .from_day = row.from_day,
                .until_day = row.until_day,
                .from_time = row.from_time,
                .until_time = row.until_time,
                .travel_minutes = row.travel_minutes};
    for (const auto& each : split(row.weekdays, ','))
        if (auto weekday = describe::choice_of<Weekday>(each)) out.weekdays.push_back(*weekday);
    return out;
}

Result<ClashRuling> clashes(const ClashFacts& facts) {
    if (auto faults = faults_of(facts); !faults.empty()) return invalid(std::move(faults));
    ClashRuling out;
    look_at_day(facts, out);
    auto asked = of_appointment(facts.at_time);
    for (const auto& each : facts.commitments)
        if (falls_on(each, facts.on_day) && busy(each).meets(asked))
            out.clashes.push_back({ClashWith::Commitment, in_words(each)});
    for (const auto& each : facts.offender_has)
        if (meets(facts, each))
            out.clashes.push_back({ClashWith::OwnAppointment,
                                   "another appointment at " + each.at_time + ": " + each.words});
    for (const auto& each : facts.officer_has)
        if (meets(facts, each))
            out.clashes.push_back(
                {ClashWith::OfficersAppointment, "the officer sees somebody at " + each.at_time});
    out.because = {{fmt::format("An appointment is taken to last {} minutes",
                                parameter("appointment_minutes")),
                    law::own_rule},
                   {"A bank holiday is not a working day", holidays}};
    return out;
}

Result<std::vector<Date>> days_of(Every every, Date first, Date last) {
    if (last < first)
        return invalid({{"last_on", "before_first", "The last day is before the first"}});
    std::vector<Date> out;
    for (int i = 0;; ++i) {
        auto day = every == Every::Month ? plus_months(first, i)
                                         : plus_days(first, i * (every == Every::Week ? 7 : 14));
        if (last < day) return out;
        if (int(out.size()) == parameter("series_most"))
            return invalid({{"last_on",
                             "too_many",
                             fmt::format("At most {} appointments are booked at once",
                                         parameter("series_most"))}});
        out.push_back(day);
    }
}

std::string in_words(CommitmentKind kind) {
    switch (kind) {
        case CommitmentKind::Work: return "Work";
        case CommitmentKind::Education: return "Education or training";
        case CommitmentKind::Faith: return "Religious observance";
        case CommitmentKind::Childcare: return "Childcare";
        case CommitmentKind::Treatment: return "Treatment";
        case CommitmentKind::Other: return "Another commitment";
    }
    return {};
}

std::string in_words(Every every) {
    switch (every) {
        case Every::Week: return "Every week";
        case Every::Fortnight: return "Every fortnight";
        case Every::Month: return "Every month";
    }
    return {};
}

std::string weekdays_in_words(const std::string& weekdays) {
    if (weekdays.empty()) return "every day";
    std::string out;
    for (const auto& each : split(weekdays, ',')) out += (out.empty() ? "" : ", ") + each;
    return out;
}

void register_rules() {
    law::register_rule("appointment-clash",
                       "What an appointment clashes with",
                       "The commitments and appointments that one runs against, and whether its "
                       "day is a working day.",
                       {law::own_rule, holidays},
                       &clashes);
    law::register_rule(
        "minimum-contact",
        "Minimum contact under National Standards",
        "How many contacts are asked for in the weeks ahead, how many are kept or "
        "booked, and how many are missing.",
        {{"National Standards 2005 and 2007", ""}, {"NPS Bulletin 67, August 2007", ""}},
        &minimum_contact);
    law::register_rule("reminder",
                       "Whether a reminder of an appointment is sent",
                       "Who said yes is reminded, once, before the appointment; who was not asked "
                       "is not.",
                       {law::own_rule},
                       &reminder_due);
}

}  // namespace noms::appointments
