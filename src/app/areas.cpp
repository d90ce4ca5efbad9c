#include "app/areas.hpp"

#include "areas/access/access.hpp"
#include "areas/assessments/assessments.hpp"
#include "areas/custody/custody.hpp"
#include "areas/legislation/legislation.hpp"
#include "areas/management/management.hpp"
#include "areas/movements/movements.hpp"
#include "areas/offenders/offenders.hpp"
#include "areas/organisation/organisation.hpp"
#include "areas/overview/overview.hpp"
#include "areas/release_dates/law.gen.hpp"
#include "areas/sentences/sentences.hpp"
#include "areas/supervision/supervision.hpp"
#include "areas/tasks/tasks.hpp"
#include "kit/law/law.gen.hpp"
#include "kit/law/law.hpp"
#include "kit/record/record.hpp"

namespace noms::app {

std::vector<db::Migration> migrations() {
    std::vector<db::Migration> all;
    for (const auto& steps : {record::migrations(),
                              organisation::migrations(),
                              legislation::migrations(),
                              access::migrations(),
                              offenders::migrations(),
                              sentences::migrations(),
                              movements::migrations(),
                              tasks::migrations(),
                              management::migrations(),
                              supervision::migrations(),
                              assessments::migrations()})
        all.insert(all.end(), steps.begin(), steps.end());
    return all;
}

std::vector<record::Check> checks() {
    std::vector<record::Check> all;
    for (const auto& some : {record::checks(),
                             offenders::checks(),
                             sentences::checks(),
                             movements::checks(),
                             tasks::checks(),
                             management::checks(),
                             supervision::checks(),
                             assessments::checks()})
        all.insert(all.end(), some.begin(), some.end());
    return all;
}

void register_law() {
    law::register_texts(law::law_text::all_texts);
    law::register_rules();
    offenders::register_rules();
    law::register_texts(release_dates::law_text::all_texts);
    sentences::register_rules();
    assessments::register_rules();
    custody::register_rules();
    management::register_rules();
    supervision::register_rules();
}

void serve_areas(web::Api& api, access::Door& door) {
    door.serve(api);
    access::serve(api);
    organisation::serve(api);
    legislation::serve(api);
    offenders::serve(api);
    sentences::serve(api);
    movements::serve(api);
    assessments::serve(api);
    tasks::serve(api);
    management::serve(api);
    supervision::serve(api);
    overview::serve(api);
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
