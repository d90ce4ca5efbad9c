#include "areas/overview/overview.hpp"

#include "areas/access/access.hpp"
#include "areas/cover/cover.hpp"
#include "areas/overview/caseload.hpp"
#include "areas/overview/home.hpp"
#include "areas/overview/person.hpp"
#include "areas/overview/region.hpp"
#include "areas/overview/team.hpp"
#include "areas/overview/words.hpp"
#include "kit/page/content.hpp"

namespace noms::overview {
namespace {

Result<page::Page> show_home(web::Context& context) {
    return home_page(home_of(context));
}

Result<page::Page> show_person(web::Context& context) {
    auto who = TRY(offenders::offender_in(context));
    if (who.joined_to) return offenders::joined_page(context, who);
    auto asked = ask_person(context, who.id);  // in one round trip with the strip
    auto page = offenders::record_page(context, who, "", "");
    auto person = person_of(std::move(asked), who, context.today);
    return page.add(person_sections(person, context.today));
}

// -- caseloads ------------------------------------------------------------------------------------

Result<page::Page> show_own_caseload(web::Context& context) {
    auto given = cover::given_to(context.db, context.actor.account, context.today);
    auto load = caseload_of(context, context.actor.account);
    load.filter = TRY(context.query<CaseFilter>());
    load.covered = cover::covered_count(context.db, given.get(), context.today);
    return caseload_page(load, context.today);
}

Result<page::Page> show_caseload(web::Context& context) {
    auto officer = TRY(management::officer_in(context));
    auto load = caseload_of(context, officer.account);
    load.path = "/caseload/" + to_text(officer.account);
    load.filter = TRY(context.query<CaseFilter>());
    auto account = access::account_by_id(context.db, officer.account);
    load.manager = account ? account->shown_name : "an officer";
    return caseload_page(load, context.today);
}

Result<page::Page> show_team(web::Context& context) {
    return team_page(TRY(team_of(context, TRY(context.query<TeamQuery>()))), context.today);
}

// -- regions --------------------------------------------------------------------------------------

Result<organisation::Body> region_in(web::Context& context, std::string_view code) {
    auto region =
        organisation::body_by_code(context.db, organisation::Kind::Region, code, context.today);
    const auto& actor = context.actor;
    bool may = actor.scope_kind == "national" ||
               (region && actor.scope_kind == "region" && region->id.number == actor.scope_body);
    if (!region || !may) return not_found("There is no such region in your scope.");
    return *region;
}

Result<RegionView> get_region(web::Context& context) {
    return region_of(context, TRY(region_in(context, context.part("region"))));
}

Result<page::Page> show_region(web::Context& context) {
    return region_page(TRY(get_region(context)), context.today);
}

/// The region of the actor's scope; for a national one, the list of regions.
Result<page::Page> show_own_region(web::Context& context) {
    if (context.actor.scope_kind == "region") {
        auto region = organisation::body(context.db, {context.actor.scope_body}, context.today);
        if (!region) return not_found("Your region does not exist on this day.");
        return region_page(region_of(context, *region), context.today);
    }
    page::Page page("Regions");
    page.in_menu("/region").add(page::heading(1, "Regions"));
    std::vector<page::Cell> links;
    for (const auto& region :
         organisation::bodies(context.db, organisation::Kind::Region, context.today))
        links.emplace_back(page::link("/regions/" + region.code, region.name));
    return page.add(page::bullets(links));
}

}  // namespace

void serve(web::Api& api) {
    tell_timelines();
    api.page({"/", std::string(web::anybody_signed_in), "Home: what waits for you"}, &show_home);
    api.page({"/offenders/{offender}",
              "offenders.read",
              "One person: where, who is responsible, what is due, sentence, plan, timeline"},
             &show_person);
    api.page({"/caseload", "overview.caseload", "Your day and your cases"}, &show_own_caseload);
    api.page({"/caseload/{account}", "management.officers", "The day and the cases of an officer"},
             &show_caseload);
    api.page({"/team", "management.officers", "A team: who is behind, and what is late"},
             &show_team);
    const std::string region = "overview.region";
    api.page({"/region", region, "Your region on a page"}, &show_own_region);
    api.page({"/regions/{region}", region, "A region on a page"}, &show_region);
    api.get({"/api/regions/{region}", region, "A region's figures"}, &get_region);
}

}  // namespace noms::overview
