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
const law::Provision own{"noms: an own rule", ""};

constexpr int upcoming_days = 56;
constexpr int overdue_days = 2;

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
                own};
    return {fmt::format("{}: the risk of serious harm is {}",
                        which == Checklist::Enhanced ? "Enhanced" : "Standard",
                        assessments::in_words(*rosh)),
            own};
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
    if (!from) return {Place::NotYet, {{"A change of manager is opened when it is decided", own}}};
    if (facts.day < *from)
        return {Place::NotYet,
                {{fmt::format("The release is more than {} days ahead", upcoming_days), policy}}};
    if (facts.crosses_on < facts.day)
        return {Place::Upcoming,
                {{fmt::format("The release was on {}, and nobody has opened the handover: overdue "
                              "from {}",
                              noms::in_words(facts.crosses_on),
                              noms::in_words(overdue_from(facts.crosses_on))),
                  own}}};
    return {Place::Upcoming,
            {{fmt::format("Within {} days before the release, and nobody has opened the handover",
                          upcoming_days),
              policy}}};
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
         own},
        {fmt::format(
             "Overdue {} days after it, on {}", overdue_days, noms::in_words(out.overdue_from)),
         policy}};
    return out;
}

Result<PlaceRuling> place(const PlaceFacts& facts) {
    if (facts.progress == Progress::Closed)
        return PlaceRuling{Place::Closed, {{"The handover is closed", own}}};
    // A change that nobody opened is unknown here, so only a release is missed before it is opened.
    bool is_open = facts.progress == Progress::Opened;
    bool known = facts.gate == Gate::Release || is_open;
    if (known && overdue_from(facts.crosses_on) <= facts.day)
        return PlaceRuling{Place::Overdue,
                           {{fmt::format("{} days or more after {}, and the handover is {}",
                                         overdue_days,
                                         name_of(facts.gate),
                                         is_open ? "still open" : "not opened"),
                             is_open ? policy : own}}};
    if (is_open) return PlaceRuling{Place::Open, {{"The handover is open, and not overdue", own}}};
    return unopened(facts);
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
        return ClosingRuling{true, {}, {{"Every item of the checklist is done", own}}};
    if (!given)
        return invalid({{"reason", "missing", "Say why it is closed without: " + in_words(items)}});
    auto words = "Closed without: " + in_words(items);
    return ClosingRuling{false, std::move(items), {{std::move(words), own}}};
}

void register_rules() {
    law::register_rule("handover-checklist",
                       "What is checked when somebody crosses a gate",
                       "The checklist of a release or of a change of offender manager, its items, "
                       "and by which day.",
                       {policy, own},
                       &checklist);
    law::register_rule("handover-place",
                       "On which work list a handover stands",
                       "Whether a release or a change of offender manager is upcoming, open, "
                       "overdue or closed on a day.",
                       {policy, own},
                       &place);
    law::register_rule("handover-closing",
                       "Whether a handover may be closed",
                       "What is missing of the checklist; with something missing only with a "
                       "reason.",
                       {own},
                       &closing);
}

}  // namespace noms::handovers
