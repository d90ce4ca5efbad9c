#include "areas/catalogue/catalogue.hpp"

#include <algorithm>
#include <set>

#include "areas/catalogue/handlers.hpp"
#include "areas/catalogue/pages.hpp"
#include "areas/catalogue/store.hpp"
#include "areas/catalogue/views.hpp"

/// The area's addresses: what each page loads, and where each command leads.
namespace noms::catalogue {
namespace {

constexpr int offerings_a_page = 50;

std::vector<OfferingPage>& pages_of_others() {
    static std::vector<OfferingPage> pages;
    return pages;
}

/// The places of a region, for the filter; a code that is none is refused.
Result<std::vector<std::int64_t>> places_in(web::Context& context, const std::string& code) {
    auto region =
        organisation::body_by_code(context.db, organisation::Kind::Region, code, context.today);
    if (!region) return not_found("There is no such region.");
    std::vector<std::int64_t> places;
    for (auto body : organisation::bodies_below(context.db, region->id, context.today))
        places.push_back(body.number);
    return places;
}

Result<OfferingList> get_list(web::Context& context, const CatalogueQuery& query) {
    store::Filter filter{.need = query.need.value_or(""),
                         .provider = query.provider.value_or(""),
                         .anywhere = !query.region};
    if (query.setting) filter.setting = std::string(describe::choice_text(*query.setting));
    if (query.region) filter.places = TRY(places_in(context, *query.region));
    auto found = store::offerings_page(context.db,
                                       filter,
                                       context.today,
                                       query.after_code.value_or(""),
                                       query.after.value_or(OfferingId{}),
                                       offerings_a_page + 1);
    OfferingList list{.whole = store::count_offerings(context.db, filter, context.today),
                      .seen = query.seen.value_or(0),
                      .more = found.size() > offerings_a_page};
    if (list.more) found.pop_back();
    list.offerings = views_of(context.db, std::move(found), context.today);
    return list;
}

Result<page::Page> show_list(web::Context& context) {
    auto query = TRY(context.query<CatalogueQuery>());
    Choices choices{
        .regions = organisation::bodies(context.db, organisation::Kind::Region, context.today),
        .providers = store::providers(context.db, context.today)};
    return list_page(
        TRY(get_list(context, query)), query, choices, context.actor.may("catalogue.change"));
}

Result<OfferingView> get_offering(web::Context& context) {
    return views_of(context.db, {TRY(offering_in(context))}, context.today).front();
}

Result<page::Page> show_offering(web::Context& context) {
    auto view = TRY(get_offering(context));
    std::vector<page::Link> more;
    for (const auto& each : pages_of_others())
        if (context.actor.may(each.permission))
            more.push_back({each.label, path_of(view.offering.id) + each.ending});
    bool may_change = context.actor.may("catalogue.change") && covers(context, view.offering.place);
    return offering_page(view, more, may_change, context.today);
}

Result<page::Page> show_interventions(web::Context&) {
    return interventions_page();
}

Result<std::vector<Intervention>> get_interventions(web::Context&) {
    return interventions();
}

/// The prisons and areas within the actor's scope, by name.
std::vector<page::Option> place_options(web::Context& context) {
    using organisation::Kind;
    std::set<std::int64_t> inside;
    bool everywhere = context.actor.scope_kind == "national";
    if (!everywhere)
        for (auto body :
             organisation::bodies_below(context.db, {context.actor.scope_body}, context.today))
            inside.insert(body.number);
    std::vector<page::Option> options;
    for (auto kind : {Kind::Area, Kind::Prison})
        for (const auto& body : organisation::bodies(context.db, kind, context.today))
            if (everywhere || inside.contains(body.id.number))
                options.push_back({to_text(body.id), body.name});
    return options;
}

std::vector<FieldError> faults_of(const Error& error) {
    auto faults = error.fields;
    if (faults.empty() && !error.message.empty()) faults.push_back({"", "refused", error.message});
    return faults;
}

Result<page::Page> show_add_again(web::Context& context,
                                  const form::Values& values,
                                  const Error& error) {
    return add_page(place_options(context), values, faults_of(error));
}

Result<page::Page> show_add(web::Context& context) {
    return show_add_again(context, {{"from_day", to_text(context.today)}}, {});
}

Result<page::Page> show_change_again(web::Context& context,
                                     const form::Values& values,
                                     const Error& error) {
    auto view = TRY(get_offering(context));
    if (!covers(context, view.offering.place))
        return not_found("There is no such offering in your scope.");
    return change_page(view, values, faults_of(error));
}

Result<page::Page> show_change(web::Context& context) {
    auto now = TRY(offering_in(context));
    auto values = page::values_of(ChangeOffering{
        .seen = now.version, .places = now.places, .until_day = now.until_day, .note = now.note});
    return show_change_again(context, values, {});
}

std::string to_offering(const Offering& offering) {
    return path_of(offering.id);
}

}  // namespace

std::string name_of(std::string_view code) {
    const auto* found = intervention_of(code);
    return found ? found->name : std::string(code);
}

std::string path_of(OfferingId id) {
    return "/catalogue/" + to_text(id);
}

void add_offering_page(OfferingPage page) {
    auto known = std::ranges::find(pages_of_others(), page.ending, &OfferingPage::ending);
    if (known == pages_of_others().end()) pages_of_others().push_back(std::move(page));
}

void serve(web::Api& api) {
    const std::string read = "catalogue.read", change = "catalogue.change";
    const std::string one = "/catalogue/{offering}", all = "/catalogue/interventions";
    api.page({"/catalogue", read, "What is offered, by need, setting, region and provider"},
             &show_list);
    api.get<CatalogueQuery, OfferingList>(
        {"/api/catalogue", read, "What is offered, by need, setting, region and provider"},
        &get_list);
    api.page({all, read, "Every intervention of the reference"}, &show_interventions);
    api.get<std::vector<Intervention>>({"/api" + all, read, "Every intervention of the reference"},
                                       &get_interventions);
    api.page({"/catalogue/add", change, "Add an offering: its form"}, &show_add);
    api.command<AddOffering, Offering>({"/catalogue/add", change, "Add an offering"},
                                       &add_offering,
                                       {&to_offering, &show_add_again});
    api.page({one, read, "One offering with its places"}, &show_offering);
    api.get<OfferingView>({"/api" + one, read, "One offering with its places"}, &get_offering);
    api.page({one + "/change", change, "Change or end an offering: its form"}, &show_change);
    api.command<ChangeOffering, Offering>({one + "/change", change, "Change or end an offering"},
                                          &change_offering,
                                          {&to_offering, &show_change_again});
}

}  // namespace noms::catalogue
