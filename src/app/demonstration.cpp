#include "app/demonstration.hpp"

#include <algorithm>
#include <sstream>

#include "areas/access/accounts.hpp"
#include "areas/access/store.hpp"
#include "areas/legislation/legislation.hpp"
#include "areas/offenders/generate.hpp"
#include "areas/offenders/import.hpp"
#include "areas/offenders/offenders.hpp"
#include "areas/organisation/organisation.hpp"
#include "kit/base/progress.hpp"
#include "kit/record/setting.hpp"

namespace noms::app {
namespace {

// Known to everybody, and so refused wherever the service listens beyond this machine.
constexpr const char* password = "walk-the-line-2006";
constexpr std::string_view demonstration_region = "NW";

/// Records of a person, on average: prisons and probation each hold some.
std::int64_t records_of(int offenders) {
    return std::int64_t(offenders) * 7 / 4;
}

template <class Work>
auto command(db::Database& database, Date day, Work&& work) {
    return database.write([&](db::Connection& db) {
        record::Changes changes(db,
                                {.id = new_id<record::CommandTag>(),
                                 .actor_name = "demonstration",
                                 .day = day,
                                 .at = now()});
        auto done = work(changes, db);
        if (done) changes.finish();
        return done;
    });
}

/// The prisons and areas of one region: the demonstration's world.
struct World {
    organisation::Body region{};
    std::vector<organisation::Body> prisons{};
    std::vector<organisation::Body> areas{};
};

Result<World> world_on(db::Connection& db, Date day) {
    using organisation::Kind;
    auto region = organisation::body_by_code(db, Kind::Region, demonstration_region, day);
    if (!region) return refused("The reference data holds no region of the demonstration.");
    World world{.region = *region};
    auto below = organisation::bodies_below(db, region->id, day);
    auto lies_below = [&](const organisation::Body& body) {
        return std::ranges::find(below, body.id) != below.end();
    };
    std::ranges::copy_if(
        organisation::bodies(db, Kind::Prison, day), std::back_inserter(world.prisons), lies_below);
    std::ranges::copy_if(
        organisation::bodies(db, Kind::Area, day), std::back_inserter(world.areas), lies_below);
    if (world.prisons.empty() || world.areas.empty())
        return refused("The region of the demonstration has no prison or no area.");
    return world;
}

std::vector<std::string> codes_of(const std::vector<organisation::Body>& bodies) {
    std::vector<std::string> codes;
    for (const auto& body : bodies) codes.push_back(body.code);
    return codes;
}

std::vector<access::NewAccount> accounts_in(const World& world) {
    using access::Role;
    auto area = world.areas.front().id.number;
    auto prison = world.prisons.front().id.number;
    return {
        {"olive.marsh", "Olive Marsh", Role::OffenderManager, "area", area},
        {"peter.quill", "Peter Quill", Role::PrisonStaff, "prison", prison},
        {"rosa.tanner", "Rosa Tanner", Role::RegionalManager, "region", world.region.id.number},
        {"nadia.frost", "Nadia Frost", Role::NationalManager, "national", {}},
        {"reuben.clay", "Reuben Clay", Role::RecordsOfficer, "national", {}},
        {"anil.stone", "Anil Stone", Role::Analyst, "none", {}},
        {"audrey.vane", "Audrey Vane", Role::Auditor, "none", {}},
        {"adam.keys", "Adam Keys", Role::AccountAdministrator, "none", {}},
    };
}

Result<std::vector<SignIn>> add_accounts(record::Changes& changes,
                                         db::Connection& db,
                                         const World& world) {
    std::vector<SignIn> all;
    for (const auto& account : accounts_in(world)) {
        TRY(access::add_account(changes, db, account, password, true));
        all.push_back({std::string(describe::choice_text(account.role)), account.name, password});
    }
    return all;
}

Result<void> import_invented(db::Database& database,
                             const World& world,
                             const DemonstrationOptions& options) {
    auto rows = records_of(options.offenders);
    auto invented = offenders::generate_extract({.rows = int(rows),
                                                 .seed = options.seed,
                                                 .day = options.day,
                                                 .prisons = codes_of(world.prisons),
                                                 .areas = codes_of(world.areas)});
    Progress progress("Importing invented people", "rows", rows);
    std::istringstream extract(invented.csv);
    auto report = offenders::import_extract(
        database,
        extract,
        {.file = "invented extract",
         .day = options.day,
         .actor_name = "demonstration",
         .holder_of = database.read(
             [&](db::Connection& db) { return offenders::holders_on(db, options.day); }),
         .progress = [&](const offenders::ImportProgress& done) { progress.at(done.rows); }});
    if (!report) return std::unexpected(report.error());
    return {};
}

/// Offenders of the feed, every `step`th, until there are `wanted`.
std::vector<std::int64_t> some_offenders(db::Database& database, size_t wanted, size_t step) {
    constexpr int events_at_once = 500;
    std::vector<std::int64_t> some;
    std::int64_t position = 0;
    size_t seen = 0;
    while (some.size() < wanted) {
        auto events = database.read(
            [&](db::Connection& db) { return record::events_after(db, position, events_at_once); });
        if (events.empty()) break;
        for (const auto& event : events)
            if (event.subject_kind == offenders::subject_kind && seen++ % step == 0)
                some.push_back(event.subject);
        position = events.back().position;
    }
    if (some.size() > wanted) some.resize(wanted);
    return some;
}

struct InventedAlert {
    const char* kind;
    const char* note;
};
constexpr InventedAlert invented_alerts[] = {
    {"Risk of self-harm", "Open at reception; see the plan before any move."},
    {"Do not visit alone", "Two people at every home visit."},
    {"Arsonist", "Ask before agreeing an address with others in it."},
};

/// Alerts on some of the people, so that pages show what they look like.
Result<bool> add_alerts(db::Database& database, const DemonstrationOptions& options) {
    record::seal(database);
    auto people = some_offenders(database, size_t(options.offenders) / 10 + 1, 5);
    return command(
        database, options.day, [&](record::Changes& changes, db::Connection&) -> Result<bool> {
            size_t number = 0;
            for (auto person : people) {
                const auto& [kind, note] = invented_alerts[number++ % std::size(invented_alerts)];
                changes.about({std::string(offenders::subject_kind), person},
                              "offenders.alert_added");
                changes.add(offenders::alerts,
                            offenders::Alert{.id = new_id<offenders::Alert>(),
                                             .offender = {person},
                                             .kind = kind,
                                             .note = note,
                                             .from_day = options.day,
                                             .added_by = "demonstration"});
            }
            return true;
        });
}

}  // namespace

Result<std::vector<SignIn>> make_demonstration(db::Database& database,
                                               const DemonstrationOptions& options) {
    auto accounts = database.read([](db::Connection& db) { return access::count_accounts(db); });
    if (accounts > 0)
        return refused("The database holds accounts already; a demonstration wants an empty one.");
    record::set_service_day(database, options.day);
    auto signs =
        command(database,
                options.day,
                [&](record::Changes& changes, db::Connection& db) -> Result<std::vector<SignIn>> {
                    organisation::load(db, changes);
                    organisation::load_invented_units(db, changes);
                    legislation::load(db, changes);
                    changes.flush();
                    auto world = TRY(world_on(db, options.day));
                    return add_accounts(changes, db, world);
                });
    if (!signs) return signs;
    auto world = database.read([&](db::Connection& db) { return world_on(db, options.day); });
    if (!world) return std::unexpected(world.error());
    CHECK(import_invented(database, *world, options));
    TRY(add_alerts(database, options));
    record::seal(database);
    return signs;
}

}  // namespace noms::app
