#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "areas/legislation/pages.hpp"
#include "kit/law/law.hpp"
#include "kit/law/run.hpp"
#include "kit/page/content.hpp"
#include "kit/page/form.hpp"
#include "kit/page/table.hpp"

namespace noms::legislation {
namespace {

page::Html source_of(const law::Provision& provision) {
    return provision.link.empty() ? page::text(provision.cite)
                                  : page::outside_link(provision.link, provision.cite);
}

page::Html check_of(const law::Table& table) {
    if (table.checked.empty()) return page::text("Not compared with the statute");
    return page::text("Source read on " + in_words(parse_date(table.checked).value()));
}

page::Html periods_of(const law::Table& table) {
    page::Table periods{.caption = table.title + ", by date",
                        .columns = {{"From"}, {"Figure"}, {"Law"}}};
    for (const auto& entry : table.entries)
        periods.rows.push_back(
            {.cells = {
                 entry.from, page::with_sub(entry.value, entry.note), source_of(entry.source)}});
    return page::table(periods);
}

page::Html shown_table(const law::Table& table) {
    auto mark = table.mark.empty() ? page::Html() : page::tag(table.mark, page::Colour::Grey);
    return page::section(table.title,
                         page::facts({{"Picked by", table.basis},
                                      {"Extent", table.extent},
                                      {"Check", check_of(table) + page::text(" ") + mark},
                                      {"File", table.name}}) +
                             periods_of(table),
                         table.name);
}

page::Html rule_links() {
    page::Table table{.caption = "Rule sets", .columns = {{"Rule"}, {"What it says"}}};
    for (const auto& rules : law::rule_sets())
        table.rows.push_back(
            {.cells = {page::link("/law/rules/" + rules.name, rules.title), rules.summary}});
    return page::table(table);
}

/// What the rules rest on beside the tables: each provision once, with the rules that name it.
page::Html provisions_of_rules() {
    struct Cited {
        law::Provision source{};
        std::vector<const law::RuleSet*> by{};
    };
    std::map<std::string, Cited> all;
    for (const auto& rules : law::rule_sets())
        for (const auto& source : rules.sources) {
            auto& cited = all[source.cite];
            cited.source = source;
            cited.by.push_back(&rules);
        }
    page::Table table{.caption = "Provisions that rules name, by their words",
                      .columns = {{"Law"}, {"Rules"}, {"Check"}}};
    for (const auto& [cite, cited] : all) {
        page::Html rules;
        for (const auto* each : cited.by)
            rules += page::text(rules.empty() ? "" : ", ") +
                     page::link("/law/rules/" + each->name, each->title);
        table.rows.push_back(
            {.cells = {source_of(cited.source), rules, "Not compared with the statute"}});
    }
    return page::table(table);
}

struct Tried {
    std::optional<std::string> facts{};
};
DESCRIBE(Tried, facts)

/// The ruling on the facts that were typed, or why there is none.
page::Html outcome_of(const law::RuleSet& rules, const std::string& facts) {
    auto ruling = rules.run(facts);
    if (ruling) return page::heading(3, "Ruling") + page::verbatim("Ruling", *ruling);
    std::vector<page::Cell> wrong;
    for (const auto& field : ruling.error().fields) wrong.emplace_back(page::words_of(field));
    return page::warning(ruling.error().message) +
           (wrong.empty() ? page::Html() : page::bullets(wrong));
}

}  // namespace

Result<page::Page> law_page(web::Context&) {
    const auto& tables = law::all_tables();
    auto unread = std::ranges::count(tables, std::string(), &law::Table::checked);
    page::Page page("Law");
    page.in_menu("/law");
    page.add(page::heading(1, "The law this service rests on"));
    page.add(page::lead(fmt::format("{} of {} law {} here {} not been compared with the statute.",
                                    unread,
                                    tables.size(),
                                    tables.size() == 1 ? "table" : "tables",
                                    unread == 1 ? "has" : "have")));
    page.add(page::section("Rules", rule_links()));
    page.add(page::section("Provisions", provisions_of_rules(), "provisions"));
    for (const auto& table : tables) page.add(shown_table(table));
    return page;
}

Result<page::Page> rule_page(web::Context& context) {
    const auto* rules = law::rule_set(context.part("name"));
    if (!rules) return not_found("There is no such rule.");
    auto tried = TRY(context.query<Tried>());
    page::Page page(rules->title);
    page.in_menu("/law");
    page.add(page::breadcrumbs({{"Law", "/law"}, {rules->title, ""}}));
    page.add(page::heading(1, rules->title));
    page.add(page::lead(rules->summary));
    std::vector<page::Cell> sources;
    for (const auto& source : rules->sources) sources.emplace_back(source_of(source));
    page.add(page::section("Law", page::bullets(sources)));
    page.add(
        page::section("Try it",
                      page::filter_form("/law/rules/" + rules->name,
                                        page::textarea({.name = "facts",
                                                        .label = "Facts as JSON",
                                                        .hint = "No person's facts belong here.",
                                                        .value = tried.facts.value_or("")})) +
                          (tried.facts ? outcome_of(*rules, *tried.facts) : page::Html())));
    page.add(page::section("Facts it is given",
                           page::verbatim("Schema of the facts", json::schema(*rules->facts))));
    page.add(page::section("Ruling it gives",
                           page::verbatim("Schema of the ruling", json::schema(*rules->ruling))));
    page.add(page::paragraph("From a terminal: noms rules " + rules->name +
                             " < facts.ndjson > rulings.ndjson"));
    return page;
}

}  // namespace noms::legislation
