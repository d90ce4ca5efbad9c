#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "areas/organisation/handlers.hpp"
#include "areas/organisation/pages.hpp"
#include "areas/organisation/words.hpp"
#include "kit/page/content.hpp"
#include "kit/page/form.hpp"
#include "kit/page/table.hpp"

namespace noms::organisation {
namespace {

page::Html holder_words(Manner manner, const std::string& holder) {
    switch (manner) {
        case Manner::Vacant: return page::tag("Vacant", page::Colour::Yellow);
        case Manner::NotKnown: return page::text("Not known who holds it");
        case Manner::Acting:
            return page::text(holder + " ") + page::tag("Acting", page::Colour::Grey);
        case Manner::Substantive: break;
    }
    return page::text(holder.empty() ? "Held; no name in the sources" : holder);
}

std::string answer(const ShownChain& chain) {
    if (chain.posts.empty()) return fmt::format("No post is recorded for {}.", in_words(chain.day));
    auto unknown = std::ranges::count(chain.posts, Manner::NotKnown, &ShownPost::manner);
    auto vacant =
        chain.vacant == 0
            ? std::string("no post is vacant")
            : counted(static_cast<size_t>(chain.vacant), chain.posts.size(), "posts are vacant");
    auto words = fmt::format("On {} {}", in_words(chain.day), vacant);
    if (unknown == 0) return words + ".";
    return fmt::format(
        "{}; of {} it is not known who holds {}.", words, unknown, unknown == 1 ? "it" : "them");
}

page::Html posts_in_order(const web::Context& context, const ShownChain& chain) {
    std::map<std::string, std::string> titles;
    for (const auto& post : chain.posts) titles[post.code] = post.title;
    page::Table table{.caption = "Posts, each under the one it answers to",
                      .columns = {{"Post"}, {"Held by"}, {"Since"}, {"Answers to"}, {"Source"}}};
    for (const auto& post : chain.posts) {
        auto title = link_on(chain.day, context, "/organisation/posts/" + post.code, post.title);
        auto above = post.reports_to.empty() ? std::string("Parliament or nobody in this chain")
                                             : titles[post.reports_to];
        table.rows.push_back({.cells = {page::with_sub(title, post.accountability),
                                        holder_words(post.manner, post.holder),
                                        post.since ? in_words(*post.since) : "Not known",
                                        above,
                                        source_note(post.source, post.certainty)}});
    }
    return page::table(table);
}

page::Html seat_table(const ShownChain& chain) {
    page::Table table{.caption = "Seats on boards",
                      .columns = {{"Board"}, {"Post"}, {"Capacity"}, {"Since"}, {"Source"}}};
    for (const auto& seat : chain.seats)
        table.rows.push_back({.cells = {seat.board,
                                        seat.post,
                                        describe::choice_text(seat.capacity),
                                        seat.since,
                                        source_note(seat.source, seat.certainty)}});
    return page::table(table);
}

page::Html region_links(const web::Context& context, Date day) {
    std::vector<page::Cell> lines;
    for (const auto& region : bodies(context.db, Kind::Region, day))
        lines.emplace_back(
            link_on(day, context, "/organisation/regions/" + region.code, region.name));
    return page::bullets(lines);
}

page::Html holding_table(const ShownPostHistory& post) {
    page::Table table{.caption = "Everybody who held the post, the last first",
                      .columns = {{"From"}, {"Held by"}, {"Note"}, {"Source"}}};
    for (auto held = post.holdings.rbegin(); held != post.holdings.rend(); ++held)
        table.rows.push_back({.cells = {held->from_day,
                                        holder_words(held->manner, held->holder),
                                        held->note,
                                        source_note(held->source, held->certainty)}});
    return page::table(table);
}

page::Html hold_form(const ShownPostHistory& post,
                     const form::Values& values,
                     const std::vector<FieldError>& errors) {
    page::Looks looks;
    looks["from"] = {.label = "From", .hint = "The day it begins; it ends where the next begins."};
    looks["manner"] = {.label = "How the post is held",
                       .options = {{"Substantive", "By appointment"},
                                   {"Acting", "By somebody acting"},
                                   {"Vacant", "By nobody: it is vacant"}}};
    looks["holder"] = {.label = "Name", .hint = "Left empty for a vacancy."};
    looks["note"] = {.label = "Note", .long_text = true};
    return page::post_form("/organisation/posts/" + post.code + "/holdings",
                           page::form_fields<HoldPost>(values, errors, looks) +
                               page::button("Record who holds the post"));
}

Result<page::Page> page_of_post(web::Context& context,
                                const form::Values& values,
                                const Error* error) {
    auto post = TRY(shown_post(context.db, context.part("post")));
    page::Page page(post.title);
    page.in_menu("/organisation");
    page.add(page::breadcrumbs({{"Organisation", "/organisation"}, {post.title, ""}}));
    if (error) page.add(page::error_summary(error->fields));
    if (error && error->fields.empty()) page.add(page::warning(error->message));
    page.add(page::heading(1, post.title));
    const auto& last = post.holdings;
    page.add(page::lead(last.empty()
                            ? page::text("Nothing is recorded about who holds this post.")
                            : holder_words(last.back().manner, last.back().holder) +
                                  page::text(" since " + in_words(last.back().from_day) + ".")));
    page.add(page::paragraph("Accountability: " + post.accountability + "."));
    if (!last.empty()) page.add(page::section("Holders", holding_table(post)));
    if (context.actor.may(change_permission))
        page.add(page::section(
            "Fill or empty the post",
            hold_form(post, values, error ? error->fields : std::vector<FieldError>{})));
    return page;
}

}  // namespace

Result<page::Page> chain_page(web::Context& context) {
    auto chain = shown_chain(context.db, TRY(web::day_asked(context)));
    page::Page page("Organisation");
    page.in_menu("/organisation");
    page.add(page::heading(1, "Who answers to whom"));
    page.add(menu(context, chain.day, "/organisation"));
    page.add(page::lead(answer(chain)));
    page.add(day_filter("/organisation", chain.day));
    if (!chain.posts.empty()) page.add(page::section("Posts", posts_in_order(context, chain)));
    if (!chain.seats.empty()) page.add(page::section("Boards", seat_table(chain)));
    page.add(page::section("Regions", region_links(context, chain.day)));
    return page;
}

Result<page::Page> post_page(web::Context& context) {
    return page_of_post(context, {}, nullptr);
}

Result<page::Page> post_page_again(web::Context& context,
                                   const form::Values& values,
                                   const Error& error) {
    return page_of_post(context, values, &error);
}

}  // namespace noms::organisation
