#include <algorithm>

#include "areas/offenders/facts.hpp"
#include "areas/offenders/names.hpp"
#include "areas/offenders/pages.hpp"
#include "areas/offenders/sql.gen.hpp"
#include "areas/offenders/store.hpp"
#include "kit/base/text.hpp"
#include "kit/page/content.hpp"
#include "kit/page/table.hpp"

/// What other areas are given of a person, and the pages they add to the record.
namespace noms::offenders {
namespace {

constexpr int joined_events_shown = 50;

std::vector<RecordPage>& added() {
    static std::vector<RecordPage> pages;
    return pages;
}

}  // namespace

std::vector<Offender> offenders_with_number(db::Connection& db,
                                            IdentifierKind kind,
                                            const std::string& value,
                                            Date day) {
    auto match_key = identifier_of(kind, value, "", day).match_key.value_or(0);
    auto found = offenders_among(db, store::offenders_with_numbers(db, std::span(&match_key, 1)));
    std::erase_if(found, [](const Offender& each) { return each.joined_to.has_value(); });
    return found;
}

bool goes_by(db::Connection& db, OffenderId id, std::string_view surname) {
    auto wanted = folded(surname);
    return std::ranges::any_of(
        store::names_among(db, std::span(&id.number, 1)).get(),
        [&](const Name& name) { return !wanted.empty() && folded(name.surname) == wanted; });
}

Result<Offender> known_as(db::Connection& db,
                          IdentifierKind kind,
                          const std::string& number,
                          std::string_view surname,
                          Date day) {
    auto found = offenders_with_number(db, kind, number, day);
    std::erase_if(found, [&](const Offender& each) { return !goes_by(db, each.id, surname); });
    if (found.empty())
        return invalid({{"number", "no_record", "No record has that number and that surname"}});
    if (found.size() > 1)
        return refused("More than one record has that number: have them joined first.");
    return found.front();
}

void add_record_page(RecordPage page) {
    auto same = [&](const RecordPage& each) { return each.ending == page.ending; };
    if (std::ranges::none_of(added(), same)) added().push_back(std::move(page));
}

page::Html record_links(const web::Actor& actor, OffenderId id, std::string_view ending) {
    std::vector<page::Link> links{{"Now", path_of(id)}};
    for (const auto& each : added())
        if (actor.may(each.permission)) links.push_back({each.label, path_of(id) + each.ending});
    if (links.size() == 1) return {};
    return page::subnav("Pages of this record", links, path_of(id) + std::string(ending));
}

page::Page record_page(web::Context& context,
                       const Offender& who,
                       const std::string& title,
                       std::string_view ending) {
    context.shows(subject_kind, who.id.number);
    page::Page page((title.empty() ? "" : title + ": ") + name_in_full(who));
    page.in_menu("/offenders");
    page.banner(banner_of(strip_of(context.db, who, context.today), context.today, {}));
    page.add(record_links(context.actor, who.id, ending));
    return title.empty() ? page : page.add(page::heading(2, title));
}

page::Html corrections_section(const std::vector<record::Correction>& corrections) {
    if (corrections.empty()) return {};
    page::Table table{.caption = "What was put right, the newest first",
                      .columns = {{"Was recorded"}, {"Is"}, {"Why"}, {"Put right"}}};
    for (const auto& each : corrections)
        table.rows.push_back({{each.was,
                               each.became.empty() ? std::string("It never was") : each.became,
                               each.reason,
                               page::with_sub(each.corrected_on, "By " + each.corrected_by)}});
    return page::section("Put right", page::table(table), "corrections");
}

page::Page joined_page(web::Context& context, const Offender& who) {
    context.shows(subject_kind, who.id.number);
    page::Page page(name_in_full(who));
    page.in_menu("/offenders");
    page.banner(banner_of(strip_of(context.db, who, context.today), context.today, {}));
    page.add(page::empty_state("This record was joined to another",
                               "Somebody decided that both are one person.",
                               page::link(path_of(who.joined_to.value_or(who.id)),
                                          "Go to the record that has its facts")));
    auto happened = happenings_of(context.db, context.actor, who.id, joined_events_shown);
    return page.add(page::section("Timeline", page::timeline(happened), "timeline"));
}

Result<page::Page> command_page(web::Context& context,
                                const CommandForm& form,
                                const form::Values& values,
                                const Error& error) {
    auto who = TRY(offender_in(context));
    context.shows(subject_kind, who.id.number);
    auto faults = error.fields;
    if (faults.empty() && !error.message.empty()) faults.push_back({"", "refused", error.message});
    return command_page(who, form, values, faults);
}

std::vector<record::Check> checks() {
    return {record::check_of(sql::doctor_joined_to_joined,
                             "a record is joined to one that is itself joined to none",
                             "offender"),
            record::check_of(sql::doctor_link_of_other_record,
                             "a join that stands names a record that stands under its offender",
                             "offender_link"),
            record::check_of(sql::doctor_join_without_reason,
                             "every join has a reason, and whoever is joined is so by a join",
                             "offender_link"),
            record::check_of(sql::doctor_override_broken,
                             "what people decided of two offenders holds",
                             "offender_override"),
            record::check_of(sql::doctor_name_without_words,
                             "every name can be searched by its words",
                             "offender_name"),
            record::check_of(sql::doctor_hold_of_nobody,
                             "whoever holds a record holds one that there is, and over a span",
                             "access_hold")};
}

}  // namespace noms::offenders
