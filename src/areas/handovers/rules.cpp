#include "areas/handovers/rules.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "areas/handovers/data.gen.hpp"
#include "kit/base/text.hpp"
#include "kit/describe/rows.hpp"

namespace noms::handovers {
namespace {

using assessments::Rosh;

const law::Provision policy{
    "offender-management-allocation-manager @7aeb43b9 [S]: its work lists and handover checklist",
    "https://github.com/ministryofjustice/offender-management-allocation-manager"};
constexpr int upcoming_days = 56;
constexpr int overdue_days = 2;
// Own figures.
constexpr int days_ahead_max = 366;
constexpr int change_days_back_max = 56;
constexpr int release_days_back = 28;
constexpr int belongs_days = 56;

std::vector<Item> items_of(Checklist wanted) {
    static const auto all = rows::read<Item>(data::item);
    std::vector<Item> out;
    std::ranges::copy_if(
        all, std::back_inserter(out), [&](const Item& item) { return item.checklist == wanted; });
    return out;
}

std::string name_of(Gate gate) {
    return gate == Gate::Release ? "the release" : "the change of offender manager";
}

law::Ground why(Checklist which, std::optional<Rosh> rosh) {
    if (!rosh)
        return {"Enhanced: the risk of serious harm is not known, and what is not known is not low",
                law::own_rule};
    return {fmt::format("{}: the risk of serious harm is {}",
                        which == Checklist::Enhanced ? "Enhanced" : "Standard",
                        assessments::in_words(*rosh)),
            law::own_rule};
}

std::optional<Date> upcoming_from(Gate gate, Date crosses_on) {
    if (gate != Gate::Release) return std::nullopt;
    return plus_days(crosses_on, -upcoming_days);
}

Date overdue_from(Date crosses_on) {
    return plus_days(crosses_on, overdue_days);
}

const Item* find(const std::vector<Item>& items, const std::string& code) {
    auto at = std::ranges::find(items, code, &Item::code);
    return at == items.end() ? nullptr : &*at;
}

/// "sent them the report; met them about the case".
std::string in_words(const std::vector<Item>& items) {
    std::vector<std::string> words;
    for (const auto& each : items) words.push_back(each.words);
    return fmt::format("{}", fmt::join(words, "; "));
}

PlaceRuling unopened(const PlaceFacts& facts) {
    auto from = upcoming_from(facts.gate, facts.crosses_on);
    if (!from)
        return {Place::NotYet,
                {{"A change of manager is opened when it is decided", law::own_rule}}};
    if (facts.day < *from)
        return {Place::NotYet,
                {{fmt::format("The release is more than {} days ahead", upcoming_days), policy}}};
    if (facts.crosses_on < facts.day)
        return {Place::Upcoming,
                {{fmt::format("The release was on {}, and nobody has opened the handover: overdue "
                              "from {}",
                              noms::in_words(facts.crosses_on),
                              noms::in_words(overdue_from(facts.crosses_on))),
                  law::own_rule}}};
    return {Place::Upcoming,
            {{fmt::format("Within {} days before the release, and nobody has opened the handover",
                          upcoming_days),
              policy}}};
}

auto wrong_day(std::string code, std::string why) {
    return invalid({{"crosses_on", std::move(code), std::move(why)}});
}

Result<OpeningRuling> opening_of_release(const OpeningFacts& facts) {
    if (!facts.inside)
        return refused(
            "No movement of this person is recorded, so nobody knows that they are in "
            "prison. Record the reception first.");
    if (*facts.inside && facts.crosses_on < facts.day)
        return wrong_day("date_in_past", "They are in prison today: give a day from today on");
    if (*facts.inside)
        return OpeningRuling{{{"They are in prison, and the day is not past", law::own_rule}}};
    if (!facts.released_on)
        return refused("This person is not in prison, and was not released last.");
    auto released = noms::in_words(*facts.released_on);
    if (facts.crosses_on != *facts.released_on)
        return wrong_day("not_the_release",
                         "They were released on " + released + ": give that day");
    return OpeningRuling{{{"It is the day they were released, " + released, law::own_rule}}};
}

Result<OpeningRuling> opening_of_change(const OpeningFacts& facts) {
    if (!facts.managed)
        return refused("Nobody manages this case, so there is nobody to hand it over.");
    if (facts.crosses_on < plus_days(facts.day, -change_days_back_max))
        return wrong_day("too_early",
                         fmt::format("The day is more than {} days ago", change_days_back_max));
    return OpeningRuling{{{fmt::format("The case is managed, and the day is at most {} days ago",
                                       change_days_back_max),
                           law::own_rule}}};
}

}  // namespace

Result<ChecklistRuling> checklist(const ChecklistFacts& facts) {
    bool low = facts.rosh == Rosh::Low || facts.rosh == Rosh::Medium;
    auto which = low ? Checklist::Standard : Checklist::Enhanced;
    ChecklistRuling out{.checklist = which,
                        .items = items_of(which),
                        .due_on = facts.crosses_on,
                        .upcoming_from = upcoming_from(facts.gate, facts.crosses_on),
                        .overdue_from = overdue_from(facts.crosses_on)};
    out.because = {
        why(which, facts.rosh),
        {"Its items: " + in_words(out.items), policy},
        {fmt::format(
             "Due by the day of {}, {}", name_of(facts.gate), noms::in_words(facts.crosses_on)),
         law::own_rule},
        {fmt::format(
             "Overdue {} days after it, on {}", overdue_days, noms::in_words(out.overdue_from)),
         policy}};
    return out;
}

Result<PlaceRuling> place(const PlaceFacts& facts) {
    if (facts.progress == Progress::Closed)
        return PlaceRuling{Place::Closed, {{"The handover is closed", law::own_rule}}};
    // A change that nobody opened is unknown here, so only a release is missed before it is opened.
    bool is_open = facts.progress == Progress::Opened;
    bool known = facts.gate == Gate::Release || is_open;
    if (known && overdue_from(facts.crosses_on) <= facts.day)
        return PlaceRuling{Place::Overdue,
                           {{fmt::format("{} days or more after {}, and the handover is {}",
                                         overdue_days,
                                         name_of(facts.gate),
                                         is_open ? "still open" : "not opened"),
                             is_open ? policy : law::own_rule}}};
    if (is_open)
        return PlaceRuling{Place::Open, {{"The handover is open, and not overdue", law::own_rule}}};
    return unopened(facts);
}

Result<OpeningRuling> opening(const OpeningFacts& facts) {
    if (plus_days(facts.day, days_ahead_max) < facts.crosses_on)
        return wrong_day("too_late", "The day is more than a year ahead");
    return facts.gate == Gate::Release ? opening_of_release(facts) : opening_of_change(facts);
}

Date looked_for_from(Date day) {
    return plus_days(day, -release_days_back);
}

Date belongs_from(Date release) {
    return plus_days(release, -belongs_days);
}

Result<ClosingRuling> closing(const ClosingFacts& facts) {
    auto items = items_of(facts.checklist);
    for (const auto& code : facts.done)
        if (!find(items, code))
            return invalid({{"done", "no_such_item", "The checklist has no item " + code}});
    std::erase_if(items, [&](const Item& item) {
        return std::ranges::find(facts.done, item.code) != facts.done.end();
    });
    bool given = !trimmed(facts.reason).empty();
    if (items.empty() && given)
        return invalid({{"reason", "nothing_missing", "Nothing is missing: no reason is needed"}});
    if (items.empty())
        return ClosingRuling{true, {}, {{"Every item of the checklist is done", law::own_rule}}};
    if (!given)
        return invalid({{"reason", "missing", "Say why it is closed without: " + in_words(items)}});
    auto words = "Closed without: " + in_words(items);
    return ClosingRuling{false, std::move(items), {{std::move(words), law::own_rule}}};
}

void register_rules() {
    law::register_rule("handover-checklist",
                       "What is checked when somebody crosses a gate",
                       "The checklist of a release or of a change of offender manager, its items, "
                       "and by which day.",
                       {policy, law::own_rule},
                       &checklist);
    law::register_rule("handover-place",
                       "On which work list a handover stands",
                       "Whether a release or a change of offender manager is upcoming, open, "
                       "overdue or closed on a day.",
                       {policy, law::own_rule},
                       &place);
    law::register_rule("handover-opening",
                       "Whether a handover may be opened for a day",
                       "A release is ahead for whoever is in prison, and was on one day for "
                       "whoever was released; a change of manager wants a case that is managed.",
                       {law::own_rule},
                       &opening);
    law::register_rule("handover-closing",
                       "Whether a handover may be closed",
                       "What is missing of the checklist; with something missing only with a "
                       "reason.",
                       {law::own_rule},
                       &closing);
}

}  // namespace noms::handovers
