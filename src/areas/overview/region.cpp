#include "areas/overview/region.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "areas/management/management.hpp"
#include "areas/movements/movements.hpp"
#include "areas/tasks/tasks.hpp"
#include "kit/base/remembered.hpp"

namespace noms::overview {
namespace {

using organisation::Body;
using organisation::Kind;

std::vector<std::int64_t> numbers_of(const std::vector<Body>& bodies) {
    std::vector<std::int64_t> out;
    for (const auto& body : bodies) out.push_back(body.id.number);
    return out;
}

/// Those of that kind.
std::vector<Body> of_kind(std::span<const Body> all, Kind kind) {
    std::vector<Body> out;
    std::ranges::copy_if(
        all, std::back_inserter(out), [&](const Body& body) { return body.kind == kind; });
    return out;
}

void load_officers(std::map<std::int64_t, AreaLine>& lines, db::Connection& db, Date today) {
    std::vector<std::int64_t> areas;
    for (const auto& [area, line] : lines) areas.push_back(area);
    auto officers = management::officers_among(db, areas, today);
    std::vector<std::int64_t> accounts;
    for (const auto& officer : officers) accounts.push_back(officer.account.number);
    std::map<std::int64_t, tasks::Load> loads;
    for (auto& load : tasks::loads_among(db, accounts, today))
        loads.emplace(load.account.number, load);
    for (const auto& officer : officers) {
        auto& line = lines[officer.area.number];
        line.officers += 1;
        auto load = loads.find(officer.account.number);
        if (load == loads.end()) continue;
        line.overdue += load->second.overdue;
        line.open += load->second.open;
    }
}

std::vector<AreaLine> area_lines(db::Connection& db, const std::vector<Body>& areas, Date today) {
    std::map<std::int64_t, AreaLine> lines;
    for (const auto& area : areas) lines[area.id.number] = {.code = area.code, .name = area.name};
    for (const auto& count : management::area_counts(db, numbers_of(areas), today)) {
        auto& line = lines[count.area.number];
        line.cases = count.cases;
        line.by_duty = count.by_duty;
    }
    load_officers(lines, db, today);
    std::vector<AreaLine> out;
    for (auto& [area, line] : lines) out.push_back(std::move(line));
    std::ranges::sort(out, [](const AreaLine& one, const AreaLine& other) {
        return std::pair(-one.overdue, one.name) < std::pair(-other.overdue, other.name);
    });
    return out;
}

std::vector<PrisonLine> prison_lines(db::Connection& db,
                                     const std::vector<Body>& prisons,
                                     Date today) {
    auto counts = movements::roll_counts(db, numbers_of(prisons), movements::end_of(today));
    std::vector<PrisonLine> out;
    for (const auto& prison : prisons) {
        PrisonLine line{.code = prison.code, .name = prison.name};
        auto count = std::ranges::find(counts, prison.id, &movements::RollCount::prison);
        if (count != counts.end()) {
            line.on_roll = count->on_roll;
            line.in_prison = count->in_prison;
        }
        out.push_back(std::move(line));
    }
    std::ranges::sort(out, {}, &PrisonLine::name);
    return out;
}

RegionView counted(web::Context& context, const Body& region) {
    auto& db = context.db;
    std::vector<std::int64_t> ids;
    for (auto id : organisation::bodies_below(db, region.id, context.today))
        ids.push_back(id.number);
    auto all = organisation::bodies_listed(db, ids, context.today);
    return {.code = region.code,
            .name = region.name,
            .counted_at = context.now,
            .areas = area_lines(db, of_kind(all, Kind::Area), context.today),
            .prisons = prison_lines(db, of_kind(all, Kind::Prison), context.today)};
}

}  // namespace

RegionView region_of(web::Context& context, const Body& region) {
    static Remembered<RegionView> remembered;
    auto key = fmt::format("{} {} {} {}",
                           fmt::ptr(&context.database),
                           context.database.url(),
                           region.id.number,
                           to_text(context.today));
    return remembered.get(key, [&] { return counted(context, region); });
}

}  // namespace noms::overview
