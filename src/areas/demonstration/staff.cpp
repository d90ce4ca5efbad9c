#include "areas/demonstration/staff.hpp"

#include <algorithm>
#include <set>

#include "areas/access/access.hpp"
#include "areas/demonstration/figures.hpp"
#include "areas/management/management.hpp"
#include "kit/base/text.hpp"

namespace noms::demonstration {
namespace {

using access::Role;

// Known to everybody, and so refused wherever the service listens beyond this machine.
constexpr const char* password = "walk-the-line-2006";
constexpr int shown_cases_max = 60;
constexpr int officers_min = 3;
constexpr int supervisors = 4;

std::string office_in(Dice& dice, const Area& area) {
    if (area.units.empty()) return area.name + " office";
    const auto& name = dice.pick(area.units).name;
    return name.substr(0, name.find(" local")) + " office";
}

/// Takes people on, each under a name of their own.
class Office {
public:
    Office(record::Changes& changes, Dice& dice) : changes_(changes), dice_(dice) {}

    Officer take_on(Role role, const std::string& scope_kind, BodyId body) {
        auto shown = phrase(dice_, "first name") + " " + phrase(dice_, "last name");
        access::Account account{.id = new_id<record::AccountTag>(),
                                .name = free_name(shown),
                                .shown_name = shown,
                                .role = role,
                                .scope_kind = scope_kind,
                                .scope_body = body.number,
                                .demonstration = true,
                                .added_on = in_office_from};
        changes_.about({"account", account.id.number}, "access.account_added");
        changes_.add(access::accounts, account);
        return {.account = account.id, .name = shown, .cases_max = cases_max()};
    }
    void put_in_office(const Officer& officer,
                       BodyId area,
                       std::optional<BodyId> unit,
                       management::Grade grade) {
        changes_.about({"account", officer.account.number}, "management.officer_added");
        changes_.add(management::officers,
                     {.account = officer.account,
                      .from_day = in_office_from,
                      .area = area,
                      .unit = unit,
                      .grade = grade});
    }
    void put_on_duty(const Officer& officer, BodyId area) {
        changes_.about({"body", area.number}, "management.duty_set");
        changes_.add(management::duties,
                     {.area = area,
                      .from_day = in_office_from,
                      .account = officer.account,
                      .set_by = "demonstration"});
    }
    /// A third above the average of the service.
    static int cases_max() { return cases_usual() * 4 / 3; }
    static int cases_usual() {
        return whole("probation_caseload_31_dec", "all") /
               whole("probation_officers", "actual/projected");
    }

private:
    record::Changes& changes_;
    Dice& dice_;
    std::set<std::string> taken_;

    std::string free_name(std::string shown) {
        std::ranges::replace(shown, ' ', '.');
        auto name = lower(shown);
        for (int number = 2; !taken_.insert(name).second; ++number)
            name = lower(shown) + "-" + std::to_string(number);
        return name;
    }
};

void staff_area(Office& office, Dice& dice, Area& area, int cases) {
    int wanted = std::max(officers_min, cases / Office::cases_usual() + 1);
    for (auto& known : area.officers)
        office.put_in_office(known, area.body, std::nullopt, management::Grade::Officer);
    while (int(area.officers.size()) < wanted) {
        auto officer = office.take_on(Role::OffenderManager, "area", area.body);
        std::optional<BodyId> unit;
        if (!area.units.empty()) unit = dice.pick(area.units).id;
        bool of_the_service = dice.in_100(30);
        office.put_in_office(
            officer,
            area.body,
            unit,
            of_the_service ? management::Grade::ServiceOfficer : management::Grade::Officer);
        area.officers.push_back(std::move(officer));
    }
    auto senior = office.take_on(Role::OffenderManager, "area", area.body);
    office.put_in_office(senior, area.body, std::nullopt, management::Grade::SeniorOfficer);
    office.put_on_duty(senior, area.body);
    area.senior = std::move(senior);
    for (auto& each : area.officers) each.office = office_in(dice, area);
}

template <class List>
auto& first_in(List& list, BodyId region) {
    auto found = std::ranges::find(list, region, [](const auto& each) { return each.region; });
    return found == list.end() ? list.front() : *found;
}

}  // namespace

Result<std::vector<SignIn>> add_sign_ins(record::Changes& changes,
                                         db::Connection& db,
                                         World& world) {
    auto& area = first_in(world.areas, world.focus);
    auto& prison = first_in(world.prisons, world.focus);
    std::vector<access::NewAccount> wanted{
        {"olive.marsh", "Olive Marsh", Role::OffenderManager, "area", area.body.number},
        {"peter.quill", "Peter Quill", Role::PrisonStaff, "prison", prison.body.number},
        {"rosa.tanner", "Rosa Tanner", Role::RegionalManager, "region", world.focus.number},
        {"nadia.frost", "Nadia Frost", Role::NationalManager, "national", {}},
        {"reuben.clay", "Reuben Clay", Role::RecordsOfficer, "national", {}},
        {"anil.stone", "Anil Stone", Role::Analyst, "none", {}},
        {"audrey.vane", "Audrey Vane", Role::Auditor, "none", {}},
        {"adam.keys", "Adam Keys", Role::AccountAdministrator, "none", {}},
    };
    std::vector<SignIn> all;
    for (const auto& each : wanted) {
        auto made = TRY(access::add_account(changes, db, each, password, true));
        all.push_back({std::string(describe::choice_text(each.role)), each.name, password});
        Officer known{
            .account = made.account, .name = each.shown_name, .cases_max = shown_cases_max};
        known.fills_first = true;
        if (each.role == Role::OffenderManager) area.officers.push_back(known);
        if (each.role == Role::PrisonStaff) prison.staff.push_back(known);
    }
    return all;
}

void add_staff(record::Bulk& bulk, Dice& dice, World& world, int cases) {
    record::Changes changes(bulk,
                            {.id = new_id<record::CommandTag>(),
                             .actor_name = "demonstration",
                             .day = in_office_from,
                             .at = std::chrono::sys_days(in_office_from) + std::chrono::hours(9)});
    Office office(changes, dice);
    int inhabitants = 0;
    for (const auto& area : world.areas) inhabitants += area.population_thousands;
    std::set<BodyId> regions;
    for (auto& area : world.areas) {
        regions.insert(area.region);
        staff_area(
            office, dice, area, int(std::int64_t(cases) * area.population_thousands / inhabitants));
    }
    for (auto region : regions) {
        auto head = office.take_on(Role::RegionalManager, "region", region);
        office.put_in_office(head, region, std::nullopt, management::Grade::Head);
        office.put_on_duty(head, region);
    }
    for (auto& prison : world.prisons)
        while (prison.staff.size() < supervisors)
            prison.staff.push_back(office.take_on(Role::PrisonStaff, "prison", prison.body));
    changes.finish();
}

}  // namespace noms::demonstration
