#include "areas/management/choosing.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "areas/management/store.hpp"
#include "areas/organisation/organisation.hpp"

namespace noms::management {
namespace {

bool through(const Officer& officer, const Stretch& stretch) {
    if (stretch.from < officer.from_day) return false;
    if (!officer.until_day) return true;
    return stretch.until && *stretch.until <= *officer.until_day;
}

/// Those of the officers who can hold the case through the stretch, with their names.
std::vector<InOffice> able(db::Connection& db,
                           const std::vector<Officer>& officers,
                           const Stretch& stretch) {
    std::vector<std::int64_t> accounts;
    for (const auto& officer : officers) accounts.push_back(officer.account.number);
    std::map<record::AccountId, access::Account> by_key;
    for (auto& account : access::accounts_among(db, accounts)) by_key[account.id] = account;
    std::vector<InOffice> out;
    for (const auto& officer : officers) {
        const auto& account = by_key[officer.account];
        if (account.state == access::State::Active && through(officer, stretch))
            out.push_back({officer.account, account.shown_name, officer.grade, officer.from_day});
    }
    return out;
}

std::vector<std::int64_t> numbers_of(const std::vector<BodyId>& bodies) {
    std::vector<std::int64_t> out;
    for (auto body : bodies) out.push_back(body.number);
    return out;
}

/// Who is on duty and who in office in these bodies taken together, under one name.
Staff staff_of(db::Connection& db,
               const std::vector<BodyId>& bodies,
               const std::string& name,
               const Stretch& stretch) {
    auto numbers = numbers_of(bodies);
    Staff staff{.name = name,
                .in_office = able(db, officers_among(db, numbers, stretch.from), stretch)};
    for (const auto& duty : store::duties_on(db, numbers, stretch.from)) {
        if (!duty.account || staff.on_duty) continue;
        auto officer = officer_on(db, *duty.account, stretch.from);
        auto found = officer ? able(db, {*officer}, stretch) : std::vector<InOffice>{};
        if (!found.empty()) staff.on_duty = found.front();
    }
    return staff;
}

std::optional<Place> place_of(db::Connection& db, BodyId body, Date day) {
    auto found = organisation::body(db, body, day);
    if (!found) return std::nullopt;
    return Place{found->id, found->name};
}

std::optional<Place> home_of(db::Connection& db, offenders::OffenderId offender, Date day) {
    for (const auto& hold : access::holds_of(db, offender.number))
        if (hold.scope_kind == "area" && Span{hold.from_day, hold.until_day}.covers(day))
            return place_of(db, {hold.body}, day);
    return std::nullopt;
}

std::optional<Place> court_area(db::Connection& db, BodyId court, Date day) {
    auto above = organisation::parent_of(db, court, day);
    if (!above || above->kind != organisation::Kind::Area) return std::nullopt;
    return Place{above->id, above->name};
}

std::optional<Place> actor_area(record::Changes& changes, db::Connection& db, Date day) {
    auto account = access::account_by_id(db, changes.command().actor);
    if (!account || account->scope_kind != "area") return std::nullopt;
    return place_of(db, {account->scope_body}, day);
}

AreaFacts area_facts(record::Changes& changes,
                     db::Connection& db,
                     const NewAllocation& wanted,
                     const std::vector<Allocation>& history,
                     Date day) {
    AreaFacts facts{.holding = home_of(db, wanted.offender, changes.command().day),
                    .actor = actor_area(changes, db, day)};
    if (wanted.area) facts.stated = place_of(db, *wanted.area, day);
    if (wanted.court) facts.court = court_area(db, *wanted.court, day);
    auto managed = [](const Allocation& row) { return row.area.has_value(); };
    auto last = std::ranges::find_if(history, managed);
    if (last != history.end()) facts.managing = place_of(db, *last->area, day);
    return facts;
}

/// The region of that area; where nothing says which area it is, the region that holds the record,
/// as the prison's does.
std::optional<organisation::Body> region_for(db::Connection& db,
                                             offenders::OffenderId offender,
                                             const std::optional<Place>& area,
                                             const Stretch& stretch) {
    if (area) return organisation::region_of_area(db, area->body, stretch.from);
    for (const auto& hold : access::holds_of(db, offender.number))
        if (hold.scope_kind == "region" && !hold.until_day)
            return organisation::body(db, {hold.body}, stretch.from);
    return std::nullopt;
}

DutyFacts duty_facts(db::Connection& db,
                     offenders::OffenderId offender,
                     const std::optional<Place>& area,
                     const Stretch& stretch) {
    DutyFacts facts{.day = stretch.from};
    if (area) facts.area = staff_of(db, {area->body}, area->name, stretch);
    auto region = region_for(db, offender, area, stretch);
    if (!region) return facts;
    facts.region = staff_of(db, {region->id}, region->name, stretch);
    facts.region_areas = staff_of(db,
                                  organisation::bodies_below(db, region->id, stretch.from),
                                  "the areas of " + region->name,
                                  stretch);
    return facts;
}

/// The area that the officer works for; none for the head of a region.
std::optional<BodyId> own_area(db::Connection& db, record::AccountId account, Date day) {
    auto officer = officer_on(db, account, day);
    auto body = officer ? organisation::body(db, officer->area, day) : std::nullopt;
    if (!body || body->kind != organisation::Kind::Area) return std::nullopt;
    return body->id;
}

Result<Chosen> by_duty(record::Changes& changes,
                       db::Connection& db,
                       const NewAllocation& wanted,
                       const std::vector<Allocation>& history,
                       const Stretch& stretch) {
    auto area = TRY(responsible_area(area_facts(changes, db, wanted, history, stretch.from)));
    auto duty = TRY(duty_manager(duty_facts(db, wanted.offender, area.area, stretch)));
    auto because = area.because;
    because.insert(because.end(), duty.because.begin(), duty.because.end());
    if (!duty.manager)
        return refused("No offender manager was named and the duty rule finds nobody: " +
                       in_one_line(because) + ".");
    Chosen chosen{.manager = duty.manager->account,
                  .kind = AllocationKind::Duty,
                  .reason = "Nobody was named: " + in_one_line(because)};
    if (area.area)
        chosen.area = area.area->body;
    else
        chosen.area = own_area(db, chosen.manager, stretch.from);
    return chosen;
}

}  // namespace

Result<Officer> in_office(db::Connection& db,
                          record::AccountId account,
                          const Stretch& stretch,
                          const char* field) {
    auto officer = officer_on(db, account, stretch.from);
    auto who = officer ? able(db, {*officer}, stretch) : std::vector<InOffice>{};
    if (!who.empty()) return *officer;
    return invalid(
        {{field,
          "not_in_office",
          "Choose an offender manager who is in office from " + in_words(stretch.from) + " on"}});
}

Result<Chosen> choose(record::Changes& changes,
                      db::Connection& db,
                      const NewAllocation& wanted,
                      const std::vector<Allocation>& history,
                      const Stretch& stretch) {
    if (!wanted.manager) return by_duty(changes, db, wanted, history, stretch);
    auto officer = TRY(in_office(db, *wanted.manager, stretch, "manager"));
    return Chosen{.manager = officer.account,
                  .kind = AllocationKind::Named,
                  .area = wanted.area.value_or(officer.area),
                  .reason = wanted.reason};
}

}  // namespace noms::management
