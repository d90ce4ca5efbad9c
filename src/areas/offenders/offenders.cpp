#include "areas/offenders/offenders.hpp"

#include <algorithm>

#include "areas/access/access.hpp"
#include "areas/offenders/adding.hpp"
#include "areas/offenders/forms.hpp"
#include "areas/offenders/look_up.hpp"
#include "areas/offenders/names.hpp"
#include "areas/offenders/review.hpp"
#include "areas/offenders/sql.gen.hpp"
#include "areas/offenders/store.hpp"
#include "areas/organisation/organisation.hpp"
#include "kit/record/following.hpp"

namespace noms::offenders {
namespace {

constexpr int lines_a_page = 50;
constexpr int lines_a_page_max = 200;
constexpr int events_shown = 50;

Result<page::Page> show_details(web::Context& context) {
    auto offender = TRY(offender_in(context));
    if (offender.joined_to) return joined_page(context, offender);
    context.shows(subject_kind, offender.id.number);
    May may{.change = context.actor.may("offenders.change"),
            .link = context.actor.may("offenders.link"),
            .restrict = context.actor.may("access.restrict")};
    auto view = view_of(context.db, offender, context.today);
    page::Page page("Personal details: " + name_in_full(offender));
    page.in_menu("/offenders");
    page.banner(banner_of(view, context.today, may));
    page.add(record_links(context.actor, offender.id, "/details"));
    return page.add(details_sections(view, context.today, may));
}

/// The record itself: one question, for machines that ask about many.
Result<Offender> get_offender(web::Context& context) {
    auto offender = TRY(offender_in(context));
    context.shows(subject_kind, offender.id.number);
    return offender;
}

Result<OffenderView> get_details(web::Context& context) {
    return view_of(context.db, TRY(get_offender(context)), context.today);
}

struct AskedChanges {
    std::optional<record::EventId> before{};
};
DESCRIBE(AskedChanges, before)

Result<RecordChanges> get_changes(web::Context& context, const AskedChanges& asked) {
    auto offender = TRY(offender_in(context));
    context.shows(subject_kind, offender.id.number);
    RecordChanges out{.events =
                          record::events_about(context.db,
                                               {std::string(subject_kind), offender.id.number},
                                               record::Partition::Ordinary,
                                               asked.before.value_or(record::EventId{}),
                                               events_shown + 1)};
    if (out.events.size() > events_shown) {
        out.events.pop_back();
        out.older_before = out.events.back().id;
    }
    out.events = readable_by(context.actor, std::move(out.events));
    return out;
}

Result<page::Page> show_changes(web::Context& context) {
    auto changes = TRY(get_changes(context, TRY(context.query<AskedChanges>())));
    return changes_page(TRY(offender_in(context)), changes);
}

void note_shown(web::Context& context, const std::vector<OffenderLine>& lines) {
    for (const auto& line : lines) context.shows(subject_kind, line.id.number);
}

/// What a line of a list tells beside who somebody is.
enum class Lines { Bare, WithNumbers };

Result<OffenderLines> listed(web::Context& context,
                             const ListFilter& filter,
                             int limit,
                             Lines lines) {
    auto page = TRY(list_offenders(context.db, context.actor, context.today, filter, limit));
    OffenderLines out;
    if (lines == Lines::WithNumbers) {
        out.offenders = lines_of(context.db, page, context.today, {});
    } else {
        for (const auto& each : page) out.offenders.push_back(bare_line(each));
    }
    note_shown(context, out.offenders);
    return out;
}

/// What the address of the list may say. A machine is told numbers and holders, and how many there
/// are on all pages, only when it asks: counting is as slow as there are offenders.
struct AskedList {
    std::optional<std::string> letter{};
    std::optional<std::string> sex{};
    std::optional<std::string> held_by{};
    std::optional<std::string> after{};
    std::optional<std::int64_t> seen{};
    std::optional<std::int64_t> limit{};
    std::optional<bool> whole{};
    std::optional<bool> numbers{};
};
DESCRIBE(AskedList, letter, sex, held_by, after, seen, limit, whole, numbers)

ListFilter filter_of(const AskedList& asked) {
    return {.letter = asked.letter.value_or(""),
            .sex = asked.sex.value_or(""),
            .held_by = asked.held_by.value_or(""),
            .after = asked.after.value_or(""),
            .seen = std::max<std::int64_t>(0, asked.seen.value_or(0))};
}

Result<OffenderLines> get_offenders(web::Context& context, const AskedList& asked) {
    auto filter = filter_of(asked);
    auto limit = std::clamp<std::int64_t>(asked.limit.value_or(lines_a_page), 1, lines_a_page_max);
    auto wanted = asked.numbers == true ? Lines::WithNumbers : Lines::Bare;
    auto lines = TRY(listed(context, filter, int(limit), wanted));
    if (asked.whole == true)
        lines.whole = TRY(count_offenders(context.db, context.actor, context.today, filter));
    return lines;
}

Result<page::Page> show_list(web::Context& context) {
    ListView view{.filter = filter_of(TRY(context.query<AskedList>())),
                  .may_add = context.actor.may("offenders.change")};
    view.lines = TRY(listed(context, view.filter, lines_a_page, Lines::WithNumbers));
    view.lines.whole = TRY(count_offenders(context.db, context.actor, context.today, view.filter));
    for (auto kind : {organisation::Kind::Area, organisation::Kind::Prison})
        for (const auto& body : organisation::bodies(context.db, kind, context.today))
            view.places.push_back({to_text(body.id), body.name});
    return list_page(view);
}

std::vector<OffenderLine> found_lines(web::Context& context,
                                      const SearchTerms& terms,
                                      const std::vector<Found>& found) {
    std::vector<std::int64_t> ids;
    for (const auto& each : found) ids.push_back(each.id.number);
    auto lines =
        lines_of(context.db, store::offenders_among(context.db, ids).get(), context.today, terms);
    note_shown(context, lines);
    return lines;
}

SearchView searched(web::Context& context, const std::string& typed, std::int64_t first) {
    auto terms = terms_of(typed, context.today);
    auto found = search(context.db, context.actor, context.today, terms, lines_a_page, first);
    SearchView view{.typed = typed,
                    .lines = {.offenders = found_lines(context, terms, found),
                              .whole = found.empty() ? 0 : found.front().whole,
                              .advice = terms.advice},
                    .first = first};
    for (const auto& near : terms.near) {
        SearchTerms meant{.number_key = near};
        auto others = search(context.db, context.actor, context.today, meant, 1, 0);
        for (auto& line : found_lines(context, meant, others))
            view.meant.push_back(std::move(line));
    }
    return view;
}

Result<page::Page> show_search(web::Context& context, const form::Values& values) {
    auto first = std::string(form::value_of(values, "first"));
    bool counts = !first.empty() && first.size() < 10 &&
                  std::ranges::all_of(first, [](char c) { return c >= '0' && c <= '9'; });
    return search_page(searched(
        context, std::string(form::value_of(values, "q")), counts ? std::stoll(first) : 0));
}

struct Search {
    std::string q{};
    std::optional<std::int64_t> first{};
};
DESCRIBE(Search, q, first)

Result<OffenderLines> post_search(web::Context& context, const Search& given) {
    return searched(context, given.q, std::max<std::int64_t>(0, given.first.value_or(0))).lines;
}

std::string to_details(const Changed& changed) {
    return path_of(changed.offender) + "/details";
}

std::string to_record(const Changed& changed) {
    return path_of(changed.offender);
}

/// A form and its command at one address.
template <class Command>
void add_command(web::Api& api,
                 const std::string& path,
                 const std::string& permission,
                 const std::string& summary,
                 Result<Changed> (*handler)(web::Context&, const Command&)) {
    api.page({path, permission, summary + ": its form"}, &show_form<Command>);
    api.command<Command, Changed>(
        {path, permission, summary}, handler, {&to_details, &show_again<Command>});
}

}  // namespace

std::vector<Offender> offenders_among(db::Connection& db, std::span<const std::int64_t> offenders) {
    return store::offenders_among(db, offenders).get();
}

std::string path_of(OffenderId id) {
    return "/offenders/" + to_text(id);
}

std::string name_in_full(const Offender& who) {
    return full_name(who.first_name, who.middle_name, who.surname);
}

std::string name_in_list(const Offender& who) {
    return list_name(who.first_name, who.middle_name, who.surname);
}

std::vector<db::Migration> migrations() {
    return sql::migrations;
}

void serve(web::Api& api) {
    const std::string read = "offenders.read", change = "offenders.change", link = "offenders.link";
    const std::string one = "/offenders/{offender}";
    api.page({"/offenders", read, "Offenders in your scope, by name"}, &show_list);
    api.get({"/api/offenders", read, "Offenders in your scope, by name"}, &get_offenders);
    record::add_following({.area = "record",
                           .tables = {record::following(
                               record::corrections, &record::Correction::subject, "subject")}});
    add_record_page({"Personal details", "/details", read});
    api.page({one + "/details", read, "A person's numbers, names, addresses, alerts and records"},
             &show_details);
    api.get<Offender>({"/api" + one, read, "One person's record, as it stands"}, &get_offender);
    api.get<OffenderView>({"/api" + one + "/details", read, "All that is known of one person"},
                          &get_details);
    api.page({one + "/changes", read, "Every change, before and after"}, &show_changes);
    api.get({"/api" + one + "/changes", read, "Every change, before and after"}, &get_changes);
    api.page({"/offenders/add", change, "Add a person: the form"}, &show_add_person);
    api.command<AddPerson, Changed>({"/offenders/add", change, "Add a person"},
                                    &add_person,
                                    {&to_record, &show_add_person_again});
    api.ask({"/search", read, "Search by name, number or birth date"}, &show_search);
    api.ask<Search, OffenderLines>({"/api/search", read, "Search by name, number or birth date"},
                                   &post_search);
    add_command(api, one + "/names", change, "Add an alias", &add_alias);
    add_command(api, one + "/corrections", change, "Correct personal details", &correct);
    add_command(api, one + "/alerts", change, "Add an alert", &add_alert);
    add_command(api, one + "/alerts/{alert}/end", change, "End an alert", &end_alert);
    add_command(api, one + "/addresses", change, "Add an address", &add_address);
    add_command(api, one + "/identifiers", change, "Add a number", &add_identifier);
    add_command(api, one + "/links/{link}/undo", link, "Undo a join", &undo);
    add_command(api,
                one + "/decisions/{decision}/end",
                link,
                "End a decision that two are two people",
                &end_decision);
    serve_look_up(api);
    serve_review(api);
}

}  // namespace noms::offenders
