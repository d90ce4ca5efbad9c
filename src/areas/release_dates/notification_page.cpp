#include <algorithm>

#include <fmt/ranges.h>

#include "areas/release_dates/pages.hpp"
#include "kit/base/text.hpp"
#include "kit/base/weekday.hpp"
#include "kit/page/content.hpp"

/// What the prisoner is given. Plain words, one thought a sentence, nothing that is not theirs.
namespace noms::release_dates {

using namespace page;

namespace {

Date day_out(const WorkedDate& date) {
    return date.falls_on.value_or(date.on_day);
}

/// More than one where the records of two prisons were joined.
std::string prison_numbers(const Notification& given) {
    if (given.prison_numbers.empty()) return "Not known";
    return fmt::format("{}", fmt::join(given.prison_numbers, ", "));
}

Html first_words(const Notification& given) {
    const auto* release = release_of(given.view.dates);
    if (!release) return lead("There is no release date in your sentence.");
    auto day = day_out(*release);
    auto to_come = given.today <= day;
    Html words = lead(text(to_come ? "You will be released on " : "You were to be released on ") +
                      strong(in_full(day)) + text("."));
    if (day != release->on_day)
        words += paragraph("Your date is " + in_full(release->on_day) +
                           ". No one is released on a weekend or a bank holiday, so you go out on "
                           "the working day before.");
    if (!to_come) return words;
    return words + paragraph(
                       "This can change: if days are added for breaking prison rules, if you "
                       "are away without leave, or if a court changes your sentence.");
}

Html dates_section(const Notification& given) {
    Table table{.caption = "Your dates", .columns = {{"Date"}, {"What it means"}}, .sticky = false};
    for (const auto& each : given.view.dates) {
        const auto& kind = date_kind(each.type);
        table.rows.push_back(
            {{in_full(day_out(each)),
              with_sub("This is " + kind.plain + ".", "On your record: " + kind.name)}});
    }
    return section("Your dates", page::table(table), "dates");
}

Html steps_section(const Notification& given) {
    const auto* release = release_of(given.worked.dates);
    if (!release) return {};
    return section("How your release date was worked out", steps_of(release->because), "steps");
}

Html rests_on(const Notification& given) {
    std::vector<SummaryRow> rows;
    for (const auto& line : lines_of(facts_in(given.view.stored)))
        rows.push_back({line.name, line.words, {}});
    return section("What we used", summary_list(rows), "inputs");
}

Html if_wrong(const Notification& given) {
    std::vector<Cell> what{
        "Check the sentence, the days on remand and any added days above.",
        "If something is wrong, tell a member of staff. You do not have to say it in writing."};
    if (given.answer_days)
        what.push_back(
            fmt::format("You must have an answer within {} working days.", *given.answer_days));
    what.push_back("You may ask a solicitor for help. You may take this paper with you.");
    return section("If you think a date is wrong", bullets(what), "wrong");
}

Html signed_by(const StoredCalculation& stored) {
    auto made = fmt::format("Worked out on {} by {} and checked by {} on {}, under {}.",
                            in_words(stored.made_on),
                            stored.made_by_name,
                            stored.decided_by_name,
                            in_words(stored.decided_on.value_or(stored.made_on)),
                            law_in_words(stored.law));
    return small(made);
}

}  // namespace

Page notification_page(const Notification& given) {
    const auto& stored = given.view.stored;
    auto name = offenders::name_in_full(given.who);
    Page page("Notification of dates: " + name);
    page.in_menu("/offenders").add(back_link(path_of(stored), "Back to the calculation"));
    page.add(caption("Notification of dates")).add(heading(1, "Your release dates"));
    page.add(figures(
        {{"Name", name},
         {"Prison number", prison_numbers(given)},
         {"Born",
          given.who.birth_date ? in_words(*given.who.birth_date) : std::string("Not known")},
         {"Given on", in_words(given.today)}}));
    page.add(first_words(given)).add(dates_section(given)).add(steps_section(given));
    return page.add(rests_on(given)).add(if_wrong(given)).add(signed_by(stored));
}

}  // namespace noms::release_dates
