#include "areas/release_dates/rules_dates.hpp"

#include <algorithm>
#include <stdexcept>

#include <fmt/format.h>

#include "areas/custody/custody.hpp"
#include "areas/release_dates/data.gen.hpp"
#include "areas/release_dates/engine/explanation.hpp"
#include "areas/release_dates/law.gen.hpp"
#include "areas/release_dates/rules_booking.hpp"
#include "areas/release_dates/rules_marks.hpp"
#include "kit/base/text.hpp"
#include "kit/describe/rows.hpp"

namespace noms::release_dates {
namespace {

struct Refusal {
    std::string code{};
    std::string words{};
};
DESCRIBE(Refusal, code, words)

std::string refusal_in_words(const std::string& code) {
    static const auto all = rows::read<Refusal>(data::refusal);
    auto found = std::ranges::find(all, code, &Refusal::code);
    return found == all.end() ? "A check of the recall does not agree: " + code : found->words;
}

std::optional<DateType> type_named(std::string_view code) {
    for (size_t i = 0; i < date_type_names.size(); ++i)
        if (date_type_names[i] == code) return DateType(i);
    return std::nullopt;
}

/// The working day that stands for it; nothing in a year whose bank holidays are not known.
std::optional<Date> working_day(Date day, ShownOn rule) {
    if (rule == ShownOn::None) return day;
    const auto& calendar = law::Calendar::england_and_wales();
    for (int step = rule == ShownOn::Before ? -1 : 1;; day = plus_days(day, step)) {
        if (!calendar.covers().covers(day)) return std::nullopt;
        if (calendar.is_working_day(day)) return day;
    }
}

law::Ground moved_to(Date falls_on, ShownOn rule) {
    static const auto law = law::texts(law_text::release_on_working_day);
    if (rule == ShownOn::After)
        return {"That is no working day: the next one is " + in_words(falls_on), {}};
    return {"That is no working day: the one before it is " + in_words(falls_on),
            law.periods.front().source};
}

const law::Dated<int>& days_to_answer() {
    static const auto law = law::whole_numbers(law_text::challenge_answer_days);
    return law;
}

class WorkingOut {
public:
    WorkingOut(const CalculationFacts& facts, const Law& law)
        : facts_(facts), law_(law), booking_(booking_of(facts)) {
        done_ = calculate(booking_, law_, law::Calendar::england_and_wales());
    }

    void into(WorkedOut& out, Reasons reasons) {
        refuse(out);
        if (!out.refusals.empty()) return;
        out.calculable = true;
        for (const auto& kind : date_kinds())
            if (auto day = done_.booking.dates[*type_named(kind.code)])
                out.dates.push_back({.type = kind.code, .on_day = Date(*day)});
        if (reasons == Reasons::Given) add_steps(out);
        settle_curfew(out);
        add_notes(out);
        if (reasons == Reasons::Given) add_working_days(out);
    }

private:
    const CalculationFacts& facts_;
    const Law& law_;
    Booking booking_;
    Calculation done_{};

    void refuse(WorkedOut& out) const {
        for (const auto& code : split(done_.error, '|'))
            out.refusals.push_back(refusal_in_words(code));
        const bool unmarked =
            (done_.sds_40.is_made() && !all_marks_answer_for(law_.further.commences)) ||
            (done_.progression.is_made() && !all_marks_answer_for(law_.progression->commences));
        if (unmarked)
            out.refusals.push_back(
                "Release falls under a law of 2024 or 2026 that leaves some offences out, and the "
                "marks of these are not recorded");
    }

    bool all_marks_answer_for(Day day) const {
        return std::ranges::all_of(facts_.sentences, [&](const SentenceFact& each) {
            return sentence_kind(each.disposal)->kind != CalculatedAs::Standard ||
                   marks_answer_for(each, day);
        });
    }

    void add_steps(WorkedOut& out) const {
        for (auto& explained : explain(booking_, law_, done_))
            for (auto& date : out.dates)
                if (date.type == name_of(explained.type)) date.because = std::move(explained.steps);
    }

    /// Before 6 June 2023 the rule of the period stands for that of the calculator.
    void settle_curfew(WorkedOut& out) const {
        auto found = std::ranges::find(out.dates, std::string("HDCED"), &WorkedDate::type);
        const auto* release = release_of(out.dates);
        if (found == out.dates.end() || !release) return;
        static const auto rules = law::texts(law_text::curfew_rule);
        auto rule = rules.on(release->on_day);
        if (rule && rule->value == "of the calculator") return;
        auto day = release->on_day;
        out.dates.erase(found);
        if (facts_.sentences.size() > 1)
            return out.notes.push_back(
                "The day of eligibility for home detention curfew is not worked out for more than "
                "one sentence under the law before 6 June 2023.");
        add_curfew_of_the_period(out, day);
    }

    void add_curfew_of_the_period(WorkedOut& out, Date release) const {
        const auto& sentence = facts_.sentences.front();
        bool old = Day(*sentence.committed_on) < law_.act_of_2003;
        auto ruling = custody::home_detention_curfew(
            {.day = release,
             .law = old ? custody::ReleaseLaw::Cja1991 : custody::ReleaseLaw::Cja2003,
             .sentenced_on = sentence.imposed_on,
             .term_days = days_in(term_of(sentence.length), sentence.imposed_on),
             .remand_days =
                 sentence.remand_days.value_or(0) + sentence.tagged_bail_days.value_or(0)});
        if (!ruling || !ruling->eligible_on) return;
        bool barred = ruling->outcome == custody::CurfewOutcome::Ineligible ||
                      ruling->outcome == custody::CurfewOutcome::NotKnown;
        if (barred) return;
        // Days added or lost put the curfew off as they put release off.
        int later = days_between(*ruling->conditional_release, release);
        WorkedDate date{
            .type = "HDCED",
            .on_day = std::max(plus_days(*ruling->eligible_on, later), sentence.imposed_on),
            .because = ruling->because};
        auto place = std::ranges::find_if(
            out.dates, [](const WorkedDate& each) { return !stands_before_curfew(each.type); });
        out.dates.insert(place, std::move(date));
    }

    static bool stands_before_curfew(std::string_view code) {
        for (const auto& kind : date_kinds()) {
            if (kind.code == "HDCED") return false;
            if (kind.code == code) return true;
        }
        return false;
    }

    void add_notes(WorkedOut& out) const {
        auto lacks = [](const SentenceFact& each) { return !each.remand_days; };
        if (std::ranges::all_of(facts_.sentences, lacks))
            out.notes.push_back("No days on remand are recorded: none were taken off.");
        for (const auto& doubt : out.doubts) out.notes.push_back(doubt.words + ".");
    }

    static void add_working_days(WorkedOut& out) {
        for (auto& date : out.dates) {
            auto rule = date_kind(date.type).working_day;
            date.falls_on = working_day(date.on_day, rule);
            if (date.falls_on && date.falls_on != date.on_day)
                date.because.push_back(moved_to(*date.falls_on, rule));
        }
    }
};

}  // namespace

const std::vector<DateKind>& date_kinds() {
    static const auto all = rows::read<DateKind>(data::date_kind);
    return all;
}

const DateKind& date_kind(std::string_view code) {
    auto found = std::ranges::find(date_kinds(), code, &DateKind::code);
    if (found == date_kinds().end()) throw std::logic_error("no such date: " + std::string(code));
    return *found;
}

WorkedOut work_out(const CalculationFacts& facts, std::string_view law, Reasons reasons) {
    const auto* profile = law_of(law);
    if (!profile) throw std::logic_error("no such law: " + std::string(law));
    WorkedOut out{.law = std::string(law), .doubts = doubts_of(facts)};
    if (!forbid(out.doubts)) WorkingOut(facts, *profile).into(out, reasons);
    return out;
}

Result<WorkedOut> release_dates_of(const DatesAsked& asked) {
    auto law = asked.law.value_or(std::string(service_profile));
    if (!law_of(law)) return invalid({{"law", "unknown_code", "is no law that is known"}});
    return work_out(asked.facts, law, Reasons::Given);
}

const WorkedDate* release_of(const std::vector<WorkedDate>& dates) {
    const WorkedDate* found = nullptr;
    for (const auto& each : dates)
        if (date_kind(each.type).releases == Releases::Yes &&
            (!found || found->on_day < each.on_day))
            found = &each;
    return found;
}

int MovedDate::days() const {
    return before && after ? days_between(*before, *after) : 0;
}

std::vector<MovedDate> compared(const std::vector<WorkedDate>& before,
                                const std::vector<WorkedDate>& after) {
    std::vector<MovedDate> out;
    auto day_in = [](const std::vector<WorkedDate>& dates, const std::string& type) {
        auto found = std::ranges::find(dates, type, &WorkedDate::type);
        return found == dates.end() ? std::nullopt : std::optional(found->on_day);
    };
    for (const auto& kind : date_kinds()) {
        MovedDate moved{kind.code, day_in(before, kind.code), day_in(after, kind.code)};
        if (moved.before || moved.after) out.push_back(std::move(moved));
    }
    return out;
}

std::optional<int> answer_days(Date day) {
    auto days = days_to_answer().on(day);
    return days ? std::optional(days->value) : std::nullopt;
}

Result<law::Ruling<Date>> answer_due(Date challenged_on) {
    auto days = TRY(days_to_answer().on(challenged_on));
    auto due = TRY(law::Calendar::england_and_wales().plus_working_days(challenged_on, days.value));
    return law::Ruling<Date>{due,
                             {{fmt::format("{} working days to answer", days.value), days.source}}};
}

std::vector<law::Provision> provisions_used() {
    std::vector<law::Provision> out{
        {"Criminal Justice Act 2003, Part 12, Chapter 6",
         "https://www.legislation.gov.uk/ukpga/2003/44/part/12/chapter/6"}};
    auto add = [&](const law::Provision& provision) {
        if (std::ranges::find(out, provision.cite, &law::Provision::cite) == out.end())
            out.push_back(provision);
    };
    for (const auto& each : sentence_kinds()) add({each.cite, each.link});
    for (const auto& each : provisions_of_doubts()) add(each);
    for (const auto& each : sentences::offence_marks()) add({each.cite, each.link});
    return out;
}

void register_rules() {
    law::register_texts(law_text::all_texts);
    law::register_rule<DatesAsked, WorkedOut>(
        "release-dates",
        "Release dates of one person",
        "Every date that follows from the sentences on record, each with its steps, or why none "
        "can be worked out. Bookings in the form of the public calculator go to `noms "
        "release-dates`.",
        provisions_used(),
        &release_dates_of);
}

}  // namespace noms::release_dates
