#include "app/areas.hpp"

#include <algorithm>

#include "areas/access/access.hpp"
#include "areas/appointments/appointments.hpp"
#include "areas/assessments/assessments.hpp"
#include "areas/catalogue/catalogue.hpp"
#include "areas/challenges/challenges.hpp"
#include "areas/cover/cover.hpp"
#include "areas/custody/custody.hpp"
#include "areas/handovers/handovers.hpp"
#include "areas/interventions/interventions.hpp"
#include "areas/legislation/legislation.hpp"
#include "areas/management/management.hpp"
#include "areas/movements/movements.hpp"
#include "areas/offenders/offenders.hpp"
#include "areas/organisation/organisation.hpp"
#include "areas/outcomes/outcomes.hpp"
#include "areas/overview/overview.hpp"
#include "areas/plans/plans.hpp"
#include "areas/release_dates/release_dates.hpp"
#include "areas/reports/reports.hpp"
#include "areas/sentences/sentences.hpp"
#include "areas/supervision/supervision.hpp"
#include "areas/tasks/tasks.hpp"
#include "areas/workload/workload.hpp"
#include "kit/law/law.gen.hpp"
#include "kit/law/law.hpp"
#include "kit/record/record.hpp"

namespace noms::app {
namespace {

/// What an area brings; what it has none of is left out.
struct Area {
    std::vector<db::Migration> (*migrations)() = nullptr;
    std::vector<record::Check> (*checks)() = nullptr;
    void (*rules)() = nullptr;
    void (*serve)(web::Api&) = nullptr;
};

void register_kit_law() {
    law::register_texts(law::law_text::all_texts);
    law::register_rules();
}

/// Each after those it may call: an area is added by its one line here.
constexpr Area areas[] = {
    {&record::migrations, &record::checks, &register_kit_law},
    {&organisation::migrations, {}, {}, &organisation::serve},
    {&legislation::migrations, {}, {}, &legislation::serve},
    {&access::migrations, {}, {}, &access::serve},
    {&offenders::migrations, &offenders::checks, &offenders::register_rules, &offenders::serve},
    {&sentences::migrations, &sentences::checks, &sentences::register_rules, &sentences::serve},
    {&movements::migrations, &movements::checks, {}, &movements::serve},
    {&release_dates::migrations,
     &release_dates::checks,
     &release_dates::register_rules,
     &release_dates::serve},
    {&assessments::migrations,
     &assessments::checks,
     &assessments::register_rules,
     &assessments::serve},
    {&catalogue::migrations, &catalogue::checks, &catalogue::register_rules, &catalogue::serve},
    {&tasks::migrations, &tasks::checks, {}, &tasks::serve},
    {&management::migrations, &management::checks, &management::register_rules, &management::serve},
    {&supervision::migrations,
     &supervision::checks,
     &supervision::register_rules,
     &supervision::serve},
    {&interventions::migrations,
     &interventions::checks,
     &interventions::register_rules,
     &interventions::serve},
    {&reports::migrations, &reports::checks, &reports::register_rules, &reports::serve},
    {&workload::migrations, &workload::checks, &workload::register_rules, &workload::serve},
    {&cover::migrations, &cover::checks, {}, &cover::serve},
    {&plans::migrations, &plans::checks, &plans::register_rules, &plans::serve},
    {&appointments::migrations,
     &appointments::checks,
     &appointments::register_rules,
     &appointments::serve},
    {&challenges::migrations, &challenges::checks, &challenges::register_rules, &challenges::serve},
    {&handovers::migrations, &handovers::checks, &handovers::register_rules, &handovers::serve},
    {{}, {}, &outcomes::register_rules, &outcomes::serve},
    {{}, {}, &custody::register_rules},
    {{}, {}, {}, &overview::serve},
};

/// Of every area that has them: its migrations, or its checks.
template <class T>
std::vector<T> gathered(std::vector<T> (*Area::*of)()) {
    std::vector<T> all;
    for (const auto& area : areas)
        if (area.*of)
            for (auto& each : (area.*of)()) all.push_back(std::move(each));
    return all;
}

}  // namespace

std::vector<db::Migration> migrations() {
    auto all = gathered(&Area::migrations);
    std::ranges::sort(all, {}, &db::Migration::number);
    return all;
}

std::vector<record::Check> checks() {
    return gathered(&Area::checks);
}

void register_law() {
    for (const auto& area : areas)
        if (area.rules) area.rules();
}

void serve_areas(web::Api& api, access::Door& door) {
    door.serve(api);
    for (const auto& area : areas)
        if (area.serve) area.serve(api);
}

page::Frame frame() {
    return {.menu = {{"Home", "/", std::string(web::anybody_signed_in)},
                     {"My cases", "/caseload", "overview.caseload"},
                     {"Region", "/region", "overview.region"},
                     {"People", "/offenders", "offenders.read"},
                     {"Tasks", "/tasks", "tasks.read"},
                     {"Officers", "/management/officers", "management.officers"},
                     {"Review joins", "/matches", "offenders.link"},
                     {"Service", "/organisation", "organisation.read"},
                     {"Law", "/law", std::string(web::signed_out)},
                     {"Accounts", "/accounts", "accounts.manage"},
                     {"Reads", "/audit/reads", "audit.read"},
                     {"Changes", "/audit/events", "audit.read"},
                     {"Your account", "/account", std::string(web::anybody_signed_in)}},
            .search_path = "/search",
            .search_permission = "offenders.read"};
}

}  // namespace noms::app
