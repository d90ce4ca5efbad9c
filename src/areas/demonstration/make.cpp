#include <algorithm>

#include "areas/demonstration/careers.hpp"
#include "areas/demonstration/demonstration.hpp"
#include "areas/demonstration/offerings.hpp"
#include "areas/demonstration/staff.hpp"
#include "areas/legislation/legislation.hpp"
#include "kit/base/progress.hpp"
#include "kit/record/chain.hpp"
#include "kit/record/setting.hpp"

namespace noms::demonstration {
namespace {

constexpr int whole_country_from = 10'000;
// Longer ago than the longest sentence that is followed.
constexpr int known_since_days = 1400;

constexpr Date first_day{std::chrono::year(2006), std::chrono::January, std::chrono::day(1)};
constexpr Date last_day{std::chrono::year(2008), std::chrono::December, std::chrono::day(31)};

/// Ids and salts that come out the same every time, for as long as it lives.
struct Seeded {
    Seeded() {
        seed_ids(std::chrono::sys_days(in_office_from));
        record::seed_salts();
    }
    ~Seeded() {
        unseed_ids();
        record::unseed_salts();
    }
    Seeded(const Seeded&) = delete;
    Seeded& operator=(const Seeded&) = delete;
};

/// About how many of so many people have a manager: all but those on remand and those who are done.
int managed_of(int offenders) {
    return offenders * 4 / 5;
}

/// What is there before anybody is: bodies, law, and who can sign in.
Result<std::vector<SignIn>> lay_ground(db::Database& database,
                                       const Options& options,
                                       World& world) {
    record::set_service_day(database, options.day);
    auto reach = options.offenders < whole_country_from ? Reach::NorthWest : Reach::Country;
    return database.write([&](db::Connection& db) -> Result<std::vector<SignIn>> {
        record::Changes changes(
            db,
            {.id = new_id<record::CommandTag>(),
             .actor_name = "demonstration",
             .day = in_office_from,
             .at = std::chrono::sys_days(in_office_from) + std::chrono::hours(8)});
        organisation::load(db, changes);
        organisation::load_invented_units(db, changes);
        legislation::load(db, changes);
        changes.flush();
        world = TRY(world_on(db, options.day, reach));
        auto signs = TRY(add_sign_ins(changes, db, world));
        add_offerings(changes, world);
        changes.finish();
        return signs;
    });
}

record::Command command_on(Date day, std::string by) {
    return {.id = new_id<record::CommandTag>(),
            .actor_name = std::move(by),
            .day = day,
            .at = std::chrono::sys_days(day) + std::chrono::hours(7)};
}

/// The records of one more person, taken in long before anything happens.
std::vector<offenders::Offender> arrive(Scene& scene, offenders::InventedPeople& people, int most) {
    auto day = weekday_from(plus_days(scene.day, -known_since_days + scene.dice.throw_one(200)));
    record::Changes changes(scene.bulk, command_on(day, "import"));
    auto made = people.take_in(changes, most);
    changes.finish();
    return made;
}

/// A records officer has looked at two of them by hand.
void tell_apart(Scene& scene, const offenders::Offender& one, const offenders::Offender& other) {
    auto day = weekday_from(plus_days(scene.day, -7));
    record::Changes changes(scene.bulk, command_on(day, "reuben.clay"));
    offenders::InventedPeople::tell_apart(
        changes, one, other, "Both are in the photographs of the same week");
    changes.finish();
}

std::vector<Tally> populate(Scene& scene, const Options& options) {
    constexpr int pathfinder_of = 6;  // own choice for small demonstrations: one in six
    int pathfinder_max = std::min(whole("om_pathfinder_offenders", "North West"),
                                  std::max(1, options.offenders / pathfinder_of));
    Careers careers(scene, pathfinder_max);
    offenders::InventedPeople people(options.seed, plus_days(scene.day, -known_since_days - 20));
    Progress progress("Inventing", "offenders", options.offenders);
    std::optional<offenders::Offender> first;
    for (int made = 0, lives = 0; made < options.offenders;) {
        auto arrived = arrive(scene, people, options.offenders - made);
        if (arrived.empty()) continue;
        if (++lives == 1) first = arrived.front();
        if (lives == 2) tell_apart(scene, *first, arrived.front());
        auto standing = careers.draw();
        Life life(scene, arrived.front(), scene.world.area(scene.dice));
        careers.live(life, standing, careers.begin(standing));
        made += int(arrived.size());
        progress.at(made);
    }
    std::vector<Tally> tallies;
    for (const auto& [what, count] : careers.counts()) tallies.push_back({what, count});
    return tallies;
}

}  // namespace

Result<Made> make(db::Database& database, const Options& options) {
    auto accounts = database.read([](db::Connection& db) { return access::count_accounts(db); });
    if (accounts > 0)
        return refused("The database holds accounts already; a demonstration wants an empty one.");
    if (options.day < first_day || last_day < options.day)
        return refused("The demonstration knows the years 2006 to 2008 only.");
    const Seeded same_every_time;
    Made made;
    World world;
    made.sign_ins = TRY(lay_ground(database, options, world));
    Dice dice(options.seed);
    record::Bulk bulk(database);
    add_staff(bulk, dice, world, managed_of(options.offenders));
    Scene scene{.bulk = bulk, .world = world, .dice = dice, .day = options.day};
    made.tallies = populate(scene, options);
    bulk.finish();
    return made;
}

}  // namespace noms::demonstration
