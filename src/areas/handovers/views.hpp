#pragma once

#include <optional>
#include <string>
#include <vector>

#include "areas/handovers/handlers.hpp"
#include "areas/management/management.hpp"
#include "kit/page/form.hpp"

/// What pages and the JSON API show: loaded once, for both.
namespace noms::handovers {

/// A release that comes, or came, and that nobody prepared.
struct Gap {
    Date crosses_on{};
    bool released = false;  // or it is still ahead, as approved
    Place place = Place::NotYet;
    std::vector<law::Ground> because{};
};
DESCRIBE(Gap, crosses_on, released, place, because)

/// One handover on a day. `crossed_on` is the day of the release, where it was released since.
struct HandoverView {
    Handover handover{};
    std::vector<HandoverItem> items{};
    std::optional<Date> crossed_on{};
    Place place = Place::Open;
    std::vector<law::Ground> because{};  // of its place

    int done() const;
};
DESCRIBE(HandoverView, handover, items, crossed_on, place, because)

struct PersonHandovers {
    Date day{};
    std::optional<Gap> gap{};
    std::vector<HandoverView> handovers{};
};
DESCRIBE(PersonHandovers, day, gap, handovers)
PersonHandovers all_of(db::Connection&, offenders::OffenderId, Date day);

/// One with the reasons of its checklist, and the release that is approved now, where that is
/// another day.
struct HandoverInFull {
    HandoverView view{};
    std::vector<law::Ground> checklist_because{};
    std::optional<Date> approved_release{};
};
DESCRIBE(HandoverInFull, view, checklist_because, approved_release)
Result<HandoverInFull> in_full(web::Context&);

/// Whose: nothing is the reader's own cases, or their prison's roll, or the first area they may
/// look at. `first` is how many stand before the page.
struct HandoverQuery {
    std::optional<management::BodyId> area{};
    std::optional<int> first{};
};
DESCRIBE(HandoverQuery, area, first)

/// One line of the list; no `handover`: nobody opened one.
struct HandoverLine {
    offenders::OffenderId offender{};
    std::string about{};
    std::optional<HandoverId> handover{};
    Gate gate = Gate::Release;
    Date crosses_on{};
    bool crossed = false;
    Place place = Place::Open;
    int done = 0;
    int items = 0;
};
DESCRIBE(HandoverLine, offender, about, handover, gate, crosses_on, crossed, place, done, items)
struct HandoverList {
    Date day{};
    std::string whose{};
    std::optional<management::BodyId> area{};
    int overdue = 0;
    int open = 0;      // not overdue
    int upcoming = 0;  // and nobody opened them
    int first = 0;
    std::vector<HandoverLine> lines{};  // the longest overdue first
    bool too_many = false;              // people: only some were looked at
};
DESCRIBE(HandoverList, day, whose, area, overdue, open, upcoming, first, lines, too_many)
/// Not found: an area outside the reader's scope.
Result<HandoverList> list_of(web::Context&, const HandoverQuery&);
/// What the reader may choose: own cases (an empty value), areas; nothing where there is no choice.
std::vector<page::Option> choices_of(web::Context&);

inline constexpr int lines_a_page = 50;

}  // namespace noms::handovers
