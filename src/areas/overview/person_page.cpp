#include <algorithm>

#include <fmt/format.h>

#include "areas/overview/person.hpp"
#include "areas/overview/words.hpp"
#include "kit/base/text.hpp"
#include "kit/page/content.hpp"
#include "kit/page/table.hpp"

namespace noms::overview {

using namespace page;

namespace {

constexpr size_t tasks_shown = 6;

/// Whether all that runs is served outside: then it is no gap that no movement is recorded.
bool serves_outside(const Person& person) {
    auto runs = [](const ShownSentence& each) { return !each.ended; };
    auto inside = [&](const ShownSentence& each) { return runs(each) && each.custodial; };
    return std::ranges::any_of(person.sentences, runs) &&
           std::ranges::none_of(person.sentences, inside);
}

Cell where_of(const Person& person) {
    if (!person.place && serves_outside(person))
        return with_sub(strong("In the community"), "No movement into a prison is recorded");
    if (!person.place) return "Not known: no movement is recorded";
    auto since = " since " + noms::in_words(day_of(person.place->at));
    return with_sub(strong(place_in_words(*person.place, person.place_name)), text(trimmed(since)));
}

Cell sentence_now(const Person& person) {
    using sentences::Answer;
    const auto& standing = person.standing;
    if (person.sentences.empty()) return "No sentence is recorded";
    if (standing.under_sentence == Answer::No) return "Not under sentence";
    if (standing.under_sentence == Answer::NotKnown)
        return "Cannot tell yet: an end of a sentence is not known";
    auto end = standing.ends ? ending_in_words(*standing.ends) : std::string();
    return with_sub(strong("Under sentence"),
                    end.empty() ? std::string("The end cannot be told yet")
                                : capitalised(end) + " at the latest");
}

Cell responsible_of(const Person& person) {
    if (!person.allocation) return "Nobody: no offender manager has been due";
    if (!person.allocation->manager)
        return with_sub(
            "Nobody: management ended",
            noms::in_words(person.allocation->from_day) + ". " + person.allocation->reason);
    auto why = "Since " + noms::in_words(person.allocation->from_day);
    if (!person.allocation->reason.empty()) why += ". " + person.allocation->reason;
    return with_sub(strong(person.manager_name + ", offender manager"), why);
}

/// Whether they are held, so that a release is still to come.
bool is_held(const Person& person) {
    return person.place && person.place->prison &&
           person.place->place != movements::Place::Community;
}

/// The last day of the sentence, as it was approved.
std::optional<Date> approved_end(const release_dates::ApprovedDates& dates) {
    for (auto type : {"SLED", "SED"})
        for (const auto& each : dates.dates)
            if (each.type == type) return each.on_day;
    return std::nullopt;
}

Cell release_of(const Person& person) {
    if (!person.dates) return "No dates are approved yet";
    const auto& dates = *person.dates;
    auto by = "Approved by " + dates.approved_by + " on " + noms::in_words(dates.approved_on);
    if (is_held(person)) {
        if (auto day = dates.release())
            return with_sub(strong(dates.release_name() + " " + noms::in_words(*day)), by);
        return with_sub("None of the approved dates releases", by);
    }
    auto end = approved_end(dates);
    return with_sub(end ? "Sentence ends on " + noms::in_words(*end)
                        : std::string("No end is among the approved dates"),
                    by);
}

Html now_section(const Person& person) {
    std::vector<Fact> rows;
    if (person.may.movements) rows.push_back({"Where", where_of(person)});
    if (person.may.sentences) rows.push_back({"Sentence", sentence_now(person)});
    if (person.may.release_dates && (person.dates || is_held(person)))
        rows.push_back({"Next release date", release_of(person)});
    if (person.may.management) rows.push_back({"Who is responsible", responsible_of(person)});
    auto inside = facts(rows);
    if (person.may.handovers)
        inside += small(link(path_of(person.who.id) + "/handovers", "Handovers at a gate"));
    return section("Now", inside, "now");
}

Html due_section(const Person& person, Date today) {
    if (person.due.empty())
        return section(
            "Next things due",
            empty_state("Nothing is due", "No open task is about this person on this day."),
            "due");
    std::vector<Due> lines;
    for (const auto& task : person.due)
        if (lines.size() < tasks_shown) lines.push_back(due_line(task, "", today));
    auto inside = due_list(lines);
    if (person.due.size() > tasks_shown)
        inside += small(fmt::format("{} of {} shown.", tasks_shown, person.due.size()));
    return section("Next things due", inside, "due");
}

/// Custody up to the release, licence after it. Of somebody inside it is the approved day that
/// tells; where there is none nobody can tell yet, and what is to come is drawn as an outline.
std::vector<Stretch> stretches_of(const ShownSentence& sentence, const Person& person, Date today) {
    auto until = *sentence.ends.until;
    if (!sentence.custodial) return {{sentence.what, sentence.imposed_on, until, Shade::Pale}};
    auto leaves = person.dates && is_held(person) ? person.dates->release() : std::nullopt;
    if (leaves && sentence.imposed_on < *leaves && *leaves < until)
        return {{"Custody", sentence.imposed_on, *leaves, Shade::Dark},
                {"Licence", *leaves, until, Shade::Pale}};
    bool out = person.place && person.place->move == movements::Move::Release;
    auto turn = std::clamp(out ? day_of(person.place->at) : today, sentence.imposed_on, until);
    return {{"Custody", sentence.imposed_on, turn, Shade::Dark},
            {out ? "Licence" : "To the end of the term",
             turn,
             until,
             out ? Shade::Pale : Shade::Outlined}};
}

Html bar_of(const Person& person, Date today) {
    auto runs = [](const ShownSentence& each) { return each.ends.until && !each.ended; };
    auto found = std::ranges::find_if(person.sentences, runs);
    if (found == person.sentences.end() || !person.may.movements) return {};
    return bar({.title = "Sentence",
                .description = found->what + " from " + noms::in_words(found->imposed_on) + " " +
                               ending_in_words(found->ends),
                .stretches = stretches_of(*found, person, today),
                .today = today},
               "sentence-bar");
}

Html sentence_section(const Person& person, Date today) {
    if (person.sentences.empty()) return {};
    Table table{.caption = "Sentences",
                .columns = {{"Sentence"}, {"Imposed"}, {"Runs"}, {"State"}}};
    for (const auto& each : person.sentences) {
        auto runs = ending_in_words(each.ends);
        table.rows.push_back({{with_sub(each.what, each.offence),
                               each.imposed_on,
                               runs.empty() ? std::string("Not known") : capitalised(runs),
                               each.ended ? Cell("Over") : Cell("Runs")}});
    }
    return section("Sentence",
                   page::Link{"All of the sentences", path_of(person.who.id) + "/sentences"},
                   bar_of(person, today) + page::table(table),
                   "sentence");
}

std::string needs_in_words(const std::vector<std::string>& needs) {
    return needs.empty() ? std::string("None found") : fmt::format("{}", fmt::join(needs, ", "));
}

Html contested_link(const Person& person) {
    if (!person.may.challenges) return {};
    return small(link(path_of(person.who.id) + "/challenges", "Contested scores, tiers and notes"));
}

Html assessed_section(const Person& person) {
    if (!person.assessed) return {};
    const auto& now = *person.assessed;
    auto whole = page::Link{"Assessment and tier", path_of(person.who.id) + "/assessments"};
    if (!now.assessment)
        return section("Risk and needs",
                       whole,
                       empty_state("Not assessed yet", "No assessment of this person was signed.") +
                           contested_link(person),
                       "assessed");
    auto tier = now.tier.set_instead
                    ? with_sub(strong(now.tier.holds()),
                               "Set by " + now.tier.set_instead->set_by +
                                   "; by the rules: " + assessments::in_words(now.tier))
                    : strong(assessments::in_words(now.tier));
    std::vector<Fact> rows{{"Risk of serious harm", assessments::rosh_tag(now.rosh)},
                           {"Tier", tier},
                           {"Needs", needs_in_words(now.needs)},
                           {"Assessed", noms::in_words(*now.assessment->signed_on)}};
    return section("Risk and needs", whole, facts(rows) + contested_link(person), "assessed");
}

Html state_of(const management::Objective& objective, Date today) {
    using management::ObjectiveState;
    if (objective.state == ObjectiveState::Met) return tag("Met", Colour::Green);
    if (objective.state == ObjectiveState::NotMet) return tag("Not met", Colour::Grey);
    if (objective.state == ObjectiveState::Left) return tag("Left at the gate", Colour::Yellow);
    if (objective.by_day < today) return tag("Late", Colour::Red);
    return text("Under way");
}

Html plan_section(const Person& person, Date today) {
    auto whole = page::Link{"Whole plan", path_of(person.who.id) + "/plan"};
    if (person.plan.empty())
        return person.allocation
                   ? section("Plan",
                             whole,
                             empty_state("No objective is set", "The plan has not been begun."),
                             "plan")
                   : Html{};
    auto met = std::ranges::count(
        person.plan, management::ObjectiveState::Met, &management::Objective::state);
    Table table{.caption = "Objectives", .columns = {{"What will change"}, {"By"}, {"State"}}};
    for (const auto& each : person.plan)
        table.rows.push_back({{with_sub(each.objective, label_of(describe::choice_text(each.who))),
                               each.by_day,
                               state_of(each, today)}});
    return section(fmt::format("Plan: {} of {} objectives met", met, person.plan.size()),
                   whole,
                   page::table(table),
                   "plan");
}

Html timeline_section(const Person& person) {
    auto inside = person.happened.empty()
                      ? empty_state("Nothing has happened yet", "No event is recorded.")
                      : timeline(person.happened);
    return section(
        "Timeline",
        page::Link{"Every change, before and after", path_of(person.who.id) + "/changes"},
        inside,
        "timeline");
}

}  // namespace

Html person_sections(const Person& person, Date today) {
    auto now = now_section(person);
    auto head = person.may.tasks ? two_one(now, due_section(person, today)) : now;
    return head + assessed_section(person) + sentence_section(person, today) +
           plan_section(person, today) + timeline_section(person);
}

}  // namespace noms::overview
