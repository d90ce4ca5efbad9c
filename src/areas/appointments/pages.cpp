#include "areas/appointments/pages.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "kit/base/text.hpp"
#include "kit/page/content.hpp"
#include "kit/page/table.hpp"

namespace noms::appointments {

using namespace page;

namespace {

std::string plural(int count, const std::string& noun) {
    return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

std::string when_of(const supervision::Contact& contact) {
    return in_short(contact.on_day) + (contact.at_time.empty() ? "" : " " + contact.at_time);
}

std::string path_of(const supervision::Contact& contact) {
    return offenders::path_of(contact.offender) + "/contacts/" + to_text(contact.id);
}

std::string sentence_of(const Ahead& view) {
    if (!view.minimum) return view.why_none;
    if (view.minimum->weeks.empty()) return "National Standards name no number of contacts here.";
    if (view.minimum->missing == 0) return "As much is booked as National Standards ask.";
    return fmt::format("Too little is booked: {} missing.",
                       plural(view.minimum->missing, "appointment"));
}

std::string weeks_in_words(const ContactWeeks& weeks) {
    if (weeks.first_week == weeks.last_week) return fmt::format("Week {}", weeks.first_week);
    return fmt::format("Weeks {} to {}", weeks.first_week, weeks.last_week);
}

Cell missing_of(const ContactWeeks& weeks) {
    if (weeks.missing > 0) return tag(fmt::format("{} missing", weeks.missing), Colour::Red);
    if (weeks.waiting > 0) return with_sub("Enough", "Once the outcomes are recorded");
    return "Enough";
}

Html minimum_of(const MinimumRuling& ruling) {
    Table table{.caption = "Contacts asked for and booked, by weeks of supervision",
                .columns = {{"Weeks"},
                            {"Asked", true},
                            {"Kept", true},
                            {"Booked", true},
                            {"No outcome yet", true},
                            {"Missing"},
                            {"Why"}}};
    for (const auto& each : ruling.weeks)
        table.rows.push_back(
            {.cells = {with_sub(weeks_in_words(each),
                                in_short(each.from_day) + " to " +
                                    in_short(plus_days(each.until_day, -1))),
                       each.asked,
                       each.kept,
                       each.booked,
                       each.waiting,
                       missing_of(each),
                       with_sub(each.rule, each.source + " (" + each.certainty + ")")},
             .late = each.missing > 0});
    std::vector<page::Step> why;
    for (const auto& each : ruling.because)
        why.push_back({each.text, each.source.cite, each.source.link});
    return (ruling.weeks.empty() ? Html() : page::table(table)) + details("Why", steps(why));
}

Html appointments_of(const std::vector<AheadLine>& all) {
    if (all.empty())
        return empty_state("Nothing is booked", "No appointment stands in the weeks ahead.");
    Table table{.caption = "Appointments booked, by day",
                .columns = {{"When"}, {"What"}, {"Where"}, {"With"}, {"Clashes with"}}};
    for (const auto& each : all)
        table.rows.push_back(
            {{each.waits ? with_sub(link(path_of(each.contact), when_of(each.contact)),
                                    tag("No outcome yet", Colour::Yellow))
                         : link(path_of(each.contact), when_of(each.contact)),
              each.kind,
              each.contact.place,
              each.officer,
              in_words(each.clashes)}});
    return page::table(table);
}

std::string times_of(const Commitment& row) {
    auto out = row.from_time.empty() ? "The whole day" : row.from_time + " to " + row.until_time;
    if (row.travel_minutes > 0) out += fmt::format(", {} minutes each way", row.travel_minutes);
    return out;
}

std::string days_of(const Commitment& row) {
    auto out = "From " + noms::in_words(row.from_day);
    if (row.until_day) out += " to " + noms::in_words(plus_days(*row.until_day, -1));
    return out;
}

Html commitments_of(const std::vector<Commitment>& all, bool may_change) {
    if (all.empty())
        return empty_state("No commitment is known",
                           "Work, education, religious observance, childcare and treatment are "
                           "kept here, so that appointments leave room for them.");
    Table table{.caption = "What appointments must leave room for",
                .columns = {{"What"}, {"On"}, {"At"}, {"Source"}}};
    if (may_change) table.columns.push_back({"Change"});
    for (const auto& row : all) {
        TableRow line{{with_sub(in_words(row.kind), row.words),
                       with_sub(capitalised(weekdays_in_words(row.weekdays)), days_of(row)),
                       times_of(row),
                       with_sub(row.source, "Recorded by " + row.recorded_by)}};
        if (may_change)
            line.cells.push_back(link(path_of(row) + "/change", "Change", in_words(row.kind)) +
                                 text(" ") +
                                 link(path_of(row) + "/end", "End", in_words(row.kind)));
        table.rows.push_back(std::move(line));
    }
    return page::table(table);
}

Html series_of(const std::vector<Series>& all, Date day, bool may_change) {
    if (all.empty())
        return empty_state("No series runs", "Appointments can be booked for many weeks at once.");
    Table table{.caption = "Series of appointments",
                .columns = {{"Series"}, {"Where"}, {"Booked"}, {"State"}}};
    for (const auto& row : all) {
        Cell state = "Runs";
        if (row.cancelled_on)
            state =
                with_sub("Cancelled " + noms::in_words(*row.cancelled_on), row.cancelled_because);
        else if (may_change && day <= row.last_on)
            state = link(path_of(row) + "/cancel", "Cancel the rest");
        table.rows.push_back({{with_sub(in_words(row), supervision::kind_in_words(row.kind)),
                               row.place,
                               with_sub(plural(row.booked, "appointment"),
                                        noms::in_words(row.booked_on) + " by " + row.booked_by),
                               state}});
    }
    return page::table(table);
}

Html state_of(const Reminder& row) {
    switch (row.state) {
        case ReminderState::Sending: return tag("Being sent", Colour::Blue);
        case ReminderState::Sent: return tag("Sent", Colour::Green);
        case ReminderState::Failed: return tag("Failed", Colour::Red);
        case ReminderState::NotKnown: return tag("May have been sent", Colour::Yellow);
    }
    return {};
}

Html consent_of(const std::optional<Consent>& consent) {
    if (!consent)
        return empty_state("Nobody asked yet",
                           "Who was not asked whether reminders are wanted is not reminded.");
    auto asked = with_sub(noms::in_words(consent->asked_on), "By " + consent->recorded_by);
    if (consent->says == Consents::No)
        return facts({{"Reminders", std::string("Not wanted")}, {"Asked", asked}});
    return facts({{"Reminders", std::string("Wanted, by e-mail")},
                  {"Address", consent->email},
                  {"To ring", consent->ring},
                  {"Asked", asked}});
}

}  // namespace

std::string in_words(const std::vector<Clash>& clashes) {
    std::string out;
    for (const auto& each : clashes) out += (out.empty() ? "" : "; ") + each.words;
    return out;
}

std::string path_of(const Commitment& row) {
    return offenders::path_of(row.offender) + "/commitments/" + to_text(row.id);
}

std::string path_of(const Series& row) {
    return offenders::path_of(row.offender) + "/series/" + to_text(row.id);
}

std::string in_words(const Series& row) {
    return fmt::format("{} from {} to {} at {}",
                       in_words(row.every),
                       noms::in_words(row.first_on),
                       noms::in_words(row.last_on),
                       row.at_time);
}

Page ahead_page(Page page, const offenders::Offender& who, const Ahead& view, bool may_change) {
    auto person = offenders::path_of(who.id);
    page.add(lead(sentence_of(view)));
    if (may_change)
        page.add(button_group(button_link(person + "/series/add", "Book a series") +
                              link(person + "/appointments", "Book one appointment") +
                              link(person + "/commitments/add", "Add a commitment") +
                              link(person + "/reminders", "Reminders") +
                              link("/ahead", "All your cases")));
    else
        page.add(paragraph(link(person + "/reminders", "Reminders")));
    if (view.minimum) page.add(section("What is asked", minimum_of(*view.minimum), "asked"));
    page.add(section("Booked", appointments_of(view.appointments), "booked"));
    page.add(section("Commitments", commitments_of(view.commitments, may_change), "commitments"));
    return page.add(section("Series", series_of(view.series, view.day, may_change), "series"));
}

Page cases_page(const CasesAhead& list) {
    Page page("Weeks ahead of your cases");
    page.in_menu("/caseload").add(back_link("/caseload", "My cases"));
    page.add(heading(1, page.title()));
    page.add(lead(fmt::format(
        "Too little is booked for {} of {}.", list.too_few, plural(list.whole, "case"))));
    if (list.too_many) page.add(inset("You manage more than are looked at here at once."));
    if (list.cases.empty())
        return page.add(empty_state("No case to show", "No case of yours stands on this page."));
    Table table{.caption = "Your cases, by what is missing",
                .columns = {{"Who"}, {"Missing"}, {"From"}}};
    for (const auto& each : list.cases) {
        Cell missing = each.why_none.empty() ? "Enough" : each.why_none;
        if (each.missing > 0) missing = tag(fmt::format("{} missing", each.missing), Colour::Red);
        table.rows.push_back(
            {.cells = {link(offenders::path_of(each.offender) + "/ahead", each.name),
                       missing,
                       each.from_day ? Cell(in_short(*each.from_day)) : Cell()},
             .late = each.missing > 0});
    }
    page.add(page::table(table));
    auto to_page = [](int number) { return fmt::format("/ahead?page={}", number); };
    auto before = (list.page - 1) * cases_a_page, after = before + int(list.cases.size());
    return page.add(paging({.first = before + 1,
                            .shown = std::int64_t(list.cases.size()),
                            .whole = list.whole,
                            .noun = "cases",
                            .previous_path = before > 0 ? to_page(list.page - 1) : "",
                            .next_path = after < list.whole ? to_page(list.page + 1) : ""}));
}

Page reminders_page(Page page,
                    const offenders::Offender& who,
                    const RemindersOf& all,
                    bool may_change) {
    auto person = offenders::path_of(who.id);
    page.add(back_link(person + "/ahead", "Weeks ahead"));
    page.add(consent_of(all.consent));
    if (may_change)
        page.add(button_group(
            button_link(person + "/reminders/consent", "Record what the person said")));
    if (all.reminders.empty())
        return page.add(empty_state("No reminder was sent", "None has been due yet."));
    Table table{.caption = "Reminders, the newest first",
                .columns = {{"Appointment"}, {"State"}, {"To"}, {"Tries", true}}};
    for (const auto& each : all.reminders)
        table.rows.push_back({{link(path_of(each.contact), when_of(each.contact)),
                               with_sub(state_of(each.reminder), each.reminder.why),
                               each.reminder.sent_to,
                               each.reminder.tries}});
    return page.add(page::table(table));
}

}  // namespace noms::appointments
