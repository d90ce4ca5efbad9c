#include "areas/organisation/rules.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace noms::organisation {
namespace {

bool exists_on(const Body& body, Date day) {
    return (!body.began_on || *body.began_on <= day) && (!body.ended_on || day < *body.ended_on);
}

/// The row of `rows` that holds on `day`; null before the first.
template <class Row>
const Row* on_day(const std::vector<Row>& rows, Date day) {
    const Row* found = nullptr;
    for (const auto& row : rows)
        if (row.from_day <= day) found = &row;
    return found;
}

/// What `history.area` is run with after all that is recorded; itself when it stands alone.
Id<Body> last_run_with(const AreaHistory& history) {
    Id<Body> with = history.area.id;
    for (const auto& merger : history.mergers)
        if (merger.body == history.area.id) with = merger.into_body;
    return with;
}

/// Whether another area is still run with this one after all that is recorded.
bool leads_another(const AreaHistory& history) {
    std::vector<Id<Body>> members;
    for (const auto& merger : history.mergers) {
        std::erase(members, merger.body);
        if (merger.body != history.area.id && merger.into_body == history.area.id)
            members.push_back(merger.body);
    }
    return !members.empty();
}

/// The latest day on which anything about the area's boundary is recorded.
std::optional<Date> last_change(const AreaHistory& history) {
    std::optional<Date> last;
    auto later = [&](Date day) { last = last ? std::max(*last, day) : day; };
    for (const auto& place : history.places) later(place.from_day);
    for (const auto& merger : history.mergers) later(merger.from_day);
    return last;
}

/// A change may only follow what is recorded: a row before it would alter days already answered
/// for.
Result<void> comes_after(const AreaHistory& history, Date from) {
    auto last = last_change(history);
    if (!last || *last < from) return {};
    return refused(
        fmt::format("The boundary of {} is recorded from {}: a change must come after it.",
                    history.area.name,
                    in_words(*last)));
}

bool is_missing(const std::string& text) {
    return text.empty();
}

}  // namespace

Result<BodyPlace> moved_area(const AreaHistory& history,
                             const Body& region,
                             Date from,
                             const std::string& order) {
    std::vector<FieldError> wrong;
    if (!exists_on(history.area, from))
        wrong.push_back({"from", "area_does_not_exist", "The area does not exist on that day"});
    if (region.kind != Kind::Region || !exists_on(region, from))
        wrong.push_back(
            {"region", "not_a_region_on_that_day", "Choose a region that exists on that day"});
    if (is_missing(order)) wrong.push_back({"order", "missing"});
    if (!wrong.empty()) return invalid(std::move(wrong));

    CHECK(comes_after(history, from));
    const auto* now = on_day(history.places, from);
    if (now && now->parent == region.id)
        return refused(fmt::format("{} lies in {} already.", history.area.name, region.name));
    if (last_run_with(history) != history.area.id || leads_another(history))
        return refused(fmt::format(
            "{} is run together with another area: let it stand alone first.", history.area.name));
    return BodyPlace{.body = history.area.id,
                     .from_day = from,
                     .parent = region.id,
                     .source = order,
                     .certainty = Certainty::Entered};
}

Result<BodyMerger> merged_area(const AreaHistory& history,
                               const AreaHistory& into,
                               Date from,
                               const std::string& order) {
    std::vector<FieldError> wrong;
    if (!exists_on(history.area, from))
        wrong.push_back({"from", "area_does_not_exist", "The area does not exist on that day"});
    if (!exists_on(into.area, from))
        wrong.push_back(
            {"into", "not_an_area_on_that_day", "Choose an area that exists on that day"});
    if (is_missing(order)) wrong.push_back({"order", "missing"});
    if (!wrong.empty()) return invalid(std::move(wrong));

    CHECK(comes_after(history, from));
    CHECK(comes_after(into, from));
    const bool parts = history.area.id == into.area.id;
    const bool merged = last_run_with(history) != history.area.id;
    if (parts && !merged) return refused(history.area.name + " stands alone already.");
    if (!parts && (merged || leads_another(history)))
        return refused(history.area.name + " is run together with another area already.");
    if (!parts && last_run_with(into) != into.area.id)
        return refused(into.area.name + " is itself run with another area: merge with that one.");

    const auto* here = on_day(history.places, from);
    const auto* there = on_day(into.places, from);
    if (!here || !there || here->parent != there->parent)
        return refused(fmt::format("{} and {} do not lie in one region on {}.",
                                   history.area.name,
                                   into.area.name,
                                   in_words(from)));
    return BodyMerger{.body = history.area.id,
                      .from_day = from,
                      .into_body = into.area.id,
                      .source = order,
                      .certainty = Certainty::Entered};
}

Result<PostHolding> held_post(const Post& post,
                              const std::vector<PostHolding>& history,
                              const Appointment& given) {
    const bool named = given.manner == Manner::Substantive || given.manner == Manner::Acting;
    std::vector<FieldError> wrong;
    if (given.manner == Manner::NotKnown)
        wrong.push_back(
            {"manner", "not_known_fills_no_post", "Say whether the post is held or vacant"});
    if (named && is_missing(given.holder)) wrong.push_back({"holder", "missing"});
    if (given.manner == Manner::Vacant && !given.holder.empty())
        wrong.push_back({"holder", "vacancy_has_no_holder", "A vacant post has no holder"});
    if (!wrong.empty()) return invalid(std::move(wrong));

    if ((post.began_on && given.from < *post.began_on) ||
        (post.ended_on && given.from >= *post.ended_on))
        return refused(fmt::format("There is no {} on {}.", post.title, in_words(given.from)));
    if (!history.empty() && given.from <= history.back().from_day)
        return refused(fmt::format("The post is recorded from {}: a change must come after it.",
                                   in_words(history.back().from_day)));
    return PostHolding{.post = post.id,
                       .from_day = given.from,
                       .manner = given.manner,
                       .holder = given.holder,
                       .source = given.source,
                       .certainty = Certainty::Entered,
                       .note = given.note};
}

std::vector<Counted> geography_of(const std::vector<Body>& areas,
                                  const std::vector<BodyMerger>& mergers) {
    std::vector<Counted> out;
    for (const auto& area : areas) {
        auto merger = std::ranges::find(mergers, area.id, &BodyMerger::body);
        out.push_back(
            {.area = area.id, .counts_for = merger == mergers.end() ? area.id : merger->into_body});
    }
    return out;
}

std::vector<Step> chain_of(const std::vector<Post>& posts, const std::vector<PostLine>& lines) {
    auto above = [&](Id<Post> post) {
        auto line = std::ranges::find(lines, post, &PostLine::post);
        bool known = line != lines.end() &&
                     std::ranges::find(posts, line->reports_to, &Post::id) != posts.end();
        return known ? line->reports_to : Id<Post>{};
    };
    std::vector<Step> steps;
    for (const auto& post : posts)
        if (!above(post.id)) steps.push_back({.post = post.id});
    // Those who report to a post stand right behind it; posts of a circle are never reached.
    for (size_t at = 0; at < steps.size(); ++at) {
        auto place = static_cast<std::ptrdiff_t>(at) + 1;
        for (const auto& post : posts) {
            if (above(post.id) != steps[at].post) continue;
            steps.insert(
                steps.begin() + place++,
                {.post = post.id, .reports_to = steps[at].post, .depth = steps[at].depth + 1});
        }
    }
    return steps;
}

Boundary boundary_of(const Body& area,
                     const std::vector<Body>& forces,
                     const std::vector<Body>& courts,
                     const std::vector<Body>& boards) {
    Boundary found{.area = area.id};
    for (const auto& force : forces) found.forces.push_back(force.code);
    if (!forces.empty()) found.police = forces.size() == 1 ? Fit::Same : Fit::Several;
    for (const auto& court : courts) {
        if (court.code.size() < 3 || court.code.starts_with('X')) {
            ++found.courts_not_comparable;
            continue;
        }
        ++found.courts_compared;
        auto force = court.code.substr(1, 2);
        if (std::ranges::find(found.forces, force) == found.forces.end())
            ++found.courts_of_other_forces;
    }
    if (found.courts_compared > 0 && !forces.empty())
        found.courts = found.courts_of_other_forces == 0 ? Fit::Same : Fit::Differs;
    if (!boards.empty()) found.justice_board = boards.size() == 1 ? Fit::Same : Fit::Several;
    return found;
}

bool is_weak(Certainty certainty) {
    return certainty != Certainty::Verified && certainty != Certainty::High &&
           certainty != Certainty::Entered;
}

}  // namespace noms::organisation
