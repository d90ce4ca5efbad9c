#include "areas/handovers/looking.hpp"

#include <algorithm>
#include <map>
#include <ranges>

#include "areas/handovers/store.hpp"
#include "areas/release_dates/release_dates.hpp"

namespace noms::handovers {
namespace {

using Numbers = std::vector<std::int64_t>;

/// What several questions gave, by offender.
struct Known {
    std::map<std::int64_t, movements::Movement> places{};
    std::map<std::int64_t, Date> releases{};  // approved
    std::map<std::int64_t, std::vector<Handover>> handovers{};
    std::map<std::int64_t, std::vector<HandoverItem>> items{};  // by handover
};

void add_items(db::Connection& db, Known& known) {
    Numbers keys;
    for (const auto& some : known.handovers | std::views::values)
        for (const auto& each : some) keys.push_back(each.id.number);
    if (keys.empty()) return;
    for (auto& each : store::items_among(db, keys))
        known.items[each.handover.number].push_back(std::move(each));
}

void add_places(db::Connection& db, std::span<const std::int64_t> people, Date day, Known& known) {
    Numbers inside;
    for (auto& each : movements::place_of(db, people, movements::end_of(day))) {
        if (each.prison) inside.push_back(each.offender.number);
        known.places[each.offender.number] = std::move(each);
    }
    for (const auto& each : release_dates::approved_among(db, inside))
        if (auto release = each.release()) known.releases[each.offender.number] = *release;
}

std::optional<Date> released_on(const Known& known, std::int64_t offender) {
    auto at = known.places.find(offender);
    if (at == known.places.end() || at->second.move != movements::Move::Release)
        return std::nullopt;
    return day_of(at->second.at);
}

Place place_on(const PlaceFacts& facts, std::vector<law::Ground>& because) {
    auto ruling = place(facts).value();
    because = std::move(ruling.because);
    return ruling.place;
}

/// Whether it was opened for that release, and not for one before a recall.
bool is_of(const Handover& row, Date release) {
    return row.gate == Gate::Release && (!row.closed_on || belongs_from(release) <= row.crosses_on);
}

HandoverView view_of(const Handover& row, const Known& known, Date day) {
    HandoverView out{.handover = row};
    if (auto items = known.items.find(row.id.number); items != known.items.end())
        out.items = items->second;
    auto released = released_on(known, row.offender.number);
    // One that was opened after the release is of that release by its day.
    if (released && is_of(row, *released) &&
        (row.opened_on <= *released || row.crosses_on == *released))
        out.crossed_on = released;
    out.place = place_on({.gate = row.gate,
                          .crosses_on = out.crossed_on.value_or(row.crosses_on),
                          .day = day,
                          .progress = row.closed_on ? Progress::Closed : Progress::Opened},
                         out.because);
    return out;
}

/// The day of the release that is ahead, or was not long ago.
std::optional<Gap> crossing_of(const Known& known, std::int64_t offender, Date day) {
    if (auto released = released_on(known, offender)) {
        if (*released < looked_for_from(day)) return std::nullopt;
        return Gap{.crosses_on = *released, .released = true};
    }
    auto approved = known.releases.find(offender);
    // Dates of before a recall stay approved until new ones are: they release nobody.
    if (approved == known.releases.end() || approved->second < day) return std::nullopt;
    return Gap{.crosses_on = approved->second};
}

bool is_prepared(const std::vector<Handover>& all, Date crosses_on) {
    return std::ranges::any_of(all, [&](const Handover& each) { return is_of(each, crosses_on); });
}

std::optional<Gap> gap_of(const Known& known, std::int64_t offender, Date day) {
    auto gap = crossing_of(known, offender, day);
    if (!gap) return std::nullopt;
    auto opened = known.handovers.find(offender);
    if (opened != known.handovers.end() && is_prepared(opened->second, gap->crosses_on))
        return std::nullopt;
    gap->place = place_on({.gate = Gate::Release,
                           .crosses_on = gap->crosses_on,
                           .day = day,
                           .progress = Progress::NotOpened},
                          gap->because);
    return gap;
}

Looked looked(const Known& known, std::int64_t offender, Date day) {
    Looked out{.offender = {offender}, .gap = gap_of(known, offender, day)};
    if (auto at = known.releases.find(offender); at != known.releases.end())
        out.approved_release = at->second;
    if (auto opened = known.handovers.find(offender); opened != known.handovers.end())
        for (const auto& each : opened->second) out.handovers.push_back(view_of(each, known, day));
    return out;
}

}  // namespace

std::vector<Looked> look(db::Connection& db, std::span<const std::int64_t> offenders, Date day) {
    if (offenders.empty()) return {};
    Known known;
    add_places(db, offenders, day, known);
    for (auto& each : store::handovers_among(db, offenders, belongs_from(looked_for_from(day))))
        known.handovers[each.offender.number].push_back(std::move(each));
    add_items(db, known);
    std::vector<Looked> out;
    for (auto offender : offenders) {
        auto one = looked(known, offender, day);
        if (one.gap || !one.handovers.empty()) out.push_back(std::move(one));
    }
    return out;
}

Looked look_at_all(db::Connection& db, offenders::OffenderId offender, Date day) {
    Known known;
    add_places(db, std::span(&offender.number, 1), day, known);
    if (auto all = handovers_of(db, offender); !all.empty())
        known.handovers[offender.number] = std::move(all);
    add_items(db, known);
    return looked(known, offender.number, day);
}

}  // namespace noms::handovers
