#include "areas/organisation/handlers.hpp"

#include "areas/organisation/pages.hpp"

namespace noms::organisation {

Result<Changed> move_area(web::Context& context, const MoveArea& given) {
    auto history = TRY(area_history(context.db, context.part("area"), given.from));
    auto region = body_by_code(context.db, Kind::Region, given.region, given.from);
    if (!region) return invalid({{"region", "no_such_region"}});
    auto place = TRY(moved_area(history, *region, given.from, given.order));
    context.changes->about({"body", history.area.id.number}, "organisation.area_moved");
    context.changes->add(body_place_table, place);
    return Changed{history.area.code};
}

Result<Changed> merge_area(web::Context& context, const MergeArea& given) {
    auto history = TRY(area_history(context.db, context.part("area"), given.from));
    auto into = area_history(context.db, given.into, given.from);
    if (!into) return invalid({{"into", "no_such_area"}});
    auto merger = TRY(merged_area(history, *into, given.from, given.order));
    context.changes->about({"body", history.area.id.number}, "organisation.area_merged");
    context.changes->add(body_merger_table, merger);
    return Changed{history.area.code};
}

Result<Changed> hold_post(web::Context& context, const HoldPost& given) {
    auto post = post_by_code(context.db, context.part("post"));
    if (!post) return not_found("There is no such post.");
    auto holding = TRY(held_post(*post,
                                 holdings_of_post(context.db, post->id),
                                 {.from = given.from,
                                  .manner = given.manner,
                                  .holder = given.holder.value_or(""),
                                  .note = given.note.value_or(""),
                                  .source = "entered by " + context.actor.name}));
    context.changes->about({"post", post->id.number}, "organisation.post_held");
    context.changes->add(post_holding_table, holding);
    return Changed{post->code};
}

namespace {

struct AskedBodies {
    Kind kind = Kind::Area;
    std::optional<Date> day{};
};
DESCRIBE(AskedBodies, kind, day)

Result<ShownChain> give_chain(web::Context& context, const web::OnDay& asked) {
    return shown_chain(context.db, asked.or_today(context));
}

Result<std::vector<Body>> give_bodies(web::Context& context, const AskedBodies& asked) {
    return bodies(context.db, asked.kind, asked.day.value_or(context.today));
}

Result<ShownRegion> give_region(web::Context& context, const web::OnDay& asked) {
    return shown_region(context.db, context.part("region"), asked.or_today(context));
}

Result<ShownArea> give_area(web::Context& context, const web::OnDay& asked) {
    return shown_area(context.db, context.part("area"), asked.or_today(context));
}

Result<std::vector<ShownPrison>> give_prisons(web::Context& context, const AskedPrisons& asked) {
    return shown_prisons(context.db, asked.region.value_or(""), asked.day.value_or(context.today));
}

Result<ShownPrison> give_prison(web::Context& context, const web::OnDay& asked) {
    return shown_prison(context.db, context.part("prison"), asked.or_today(context));
}

Result<std::vector<ShownBoundary>> give_boundaries(web::Context& context, const web::OnDay& asked) {
    return shown_boundaries(context.db, asked.or_today(context));
}

Result<std::vector<Counted>> give_geography(web::Context& context, const web::OnDay& asked) {
    return geography(context.db, asked.or_today(context));
}

Result<ShownPostHistory> give_post(web::Context& context) {
    return shown_post(context.db, context.part("post"));
}

std::string area_after(const Changed& changed) {
    return "/organisation/areas/" + changed.code;
}

std::string post_after(const Changed& changed) {
    return "/organisation/posts/" + changed.code;
}

web::Address reading(std::string path, std::string summary) {
    return {std::move(path), std::string(read_permission), std::move(summary)};
}

web::Address changing(std::string path, std::string summary) {
    return {std::move(path), std::string(change_permission), std::move(summary)};
}

void serve_answers(web::Api& api) {
    api.get(reading("/api/organisation", "The chain of accountability on a day"), &give_chain);
    api.get(reading("/api/organisation/bodies", "The bodies of a kind on a day"), &give_bodies);
    api.get(reading("/api/organisation/regions/{region}", "A region on a day"), &give_region);
    api.get(reading("/api/organisation/areas/{area}", "An area and its boundaries"), &give_area);
    api.get(reading("/api/organisation/prisons", "The prisons on a day"), &give_prisons);
    api.get(reading("/api/organisation/prisons/{prison}", "A prison"), &give_prison);
    api.get(reading("/api/organisation/boundaries", "Areas beside police, courts and boards"),
            &give_boundaries);
    api.get(reading("/api/organisation/geography", "Which area each area counts for on a day"),
            &give_geography);
    api.get(reading("/api/organisation/posts/{post}", "A post and who held it"), &give_post);
}

void serve_pages(web::Api& api) {
    api.page(reading("/organisation", "The chain of accountability on a day"), &chain_page);
    api.page(reading("/organisation/regions/{region}", "A region on a day"), &region_page);
    api.page(reading("/organisation/areas/{area}", "An area and its boundaries"), &area_page);
    api.page(reading("/organisation/prisons", "The prisons on a day"), &prisons_page);
    api.page(reading("/organisation/prisons/{prison}", "A prison"), &prison_page);
    api.page(reading("/organisation/boundaries", "Areas beside police, courts and boards"),
             &boundaries_page);
    api.page(reading("/organisation/posts/{post}", "A post and who held it"), &post_page);
}

}  // namespace

void serve(web::Api& api) {
    serve_answers(api);
    serve_pages(api);
    api.command(changing("/organisation/areas/{area}/move", "Move an area to another region"),
                &move_area,
                {.then = &area_after, .again = &area_page_again});
    api.command(changing("/organisation/areas/{area}/merge", "Have an area run with another"),
                &merge_area,
                {.then = &area_after, .again = &area_page_again});
    api.command(changing("/organisation/posts/{post}/holdings", "Fill or empty a post"),
                &hold_post,
                {.then = &post_after, .again = &post_page_again});
}

}  // namespace noms::organisation
