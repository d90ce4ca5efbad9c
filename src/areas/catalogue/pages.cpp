#include "areas/catalogue/pages.hpp"

#include <fmt/format.h>

#include "kit/base/text.hpp"
#include "kit/page/content.hpp"
#include "kit/page/table.hpp"

namespace noms::catalogue {

using namespace page;

namespace {

constexpr const char* list_path = "/catalogue";

std::vector<Option> need_options() {
    std::vector<Option> options{{"", "Any need"}};
    for (const auto& each : pathways()) options.push_back({each.code, each.name});
    return options;
}

Html filter_of(const CatalogueQuery& query, const Choices& choices) {
    auto setting = query.setting ? std::string(describe::choice_text(*query.setting)) : "";
    std::vector<Option> regions{{"", "Every region"}}, providers{{"", "Every provider"}};
    for (const auto& each : choices.regions) regions.push_back({each.code, each.name});
    for (const auto& each : choices.providers) providers.push_back({each, each});
    return filter_form(
        list_path,
        select({.name = "need", .label = "Need", .value = query.need.value_or("")},
               need_options()) +
            select({.name = "setting", .label = "Setting", .value = setting},
                   {{"", "Both"}, {"Custody", "Custody"}, {"Community", "Community"}}) +
            select({.name = "region", .label = "Region", .value = query.region.value_or("")},
                   regions) +
            select({.name = "provider", .label = "Provider", .value = query.provider.value_or("")},
                   providers));
}

std::string next_path(const OfferingList& list, const CatalogueQuery& query) {
    if (!list.more) return "";
    const auto& last = list.offerings.back().offering;
    return fmt::format("{}?need={}&setting={}&region={}&provider={}&after_code={}&after={}&seen={}",
                       list_path,
                       form::encoded(query.need.value_or("")),
                       query.setting ? std::string(describe::choice_text(*query.setting)) : "",
                       form::encoded(query.region.value_or("")),
                       form::encoded(query.provider.value_or("")),
                       form::encoded(last.intervention),
                       to_text(last.id),
                       list.seen + int(list.offerings.size()));
}

Html rows_of(const OfferingList& list) {
    Table table{.caption = "What is offered, by intervention",
                .columns = {{"What"},
                            {"Where"},
                            {"Provider"},
                            {"For"},
                            {"Free", true},
                            {"Places", true},
                            {"Waiting", true}}};
    for (const auto& each : list.offerings)
        table.rows.push_back({{link(path_of(each.offering.id), each.name),
                               with_sub(each.place, in_words(each.offering.setting)),
                               each.offering.provider,
                               pathway_in_words(each.offering.need),
                               each.free,
                               each.offering.places,
                               each.waiting}});
    return page::table(table);
}

std::string span_in_words(const Offering& offering) {
    auto from = "From " + noms::in_words(offering.from_day);
    return offering.until_day ? from + " until " + noms::in_words(*offering.until_day) : from;
}

std::string people_of(const Intervention& wanted) {
    if (wanted.men && wanted.women) return "Men and women";
    return wanted.men ? "Men" : "Women";
}

std::string between(const std::optional<int>& least,
                    const std::optional<int>& most,
                    std::string_view unit) {
    if (!least) return "Not known";
    if (!most || most == least) return fmt::format("{} {}", *least, unit);
    return fmt::format("{} to {} {}", *least, *most, unit);
}

std::string needs_of(const Intervention& wanted) {
    std::string words;
    for (const auto& section : sections_of(wanted))
        words += (words.empty() ? "" : ", ") + section_in_words(section);
    return words;
}

std::string risk_of(const Intervention& wanted, Date day) {
    if (wanted.tool) return "By " + *wanted.tool;
    const auto* band = band_on(wanted.code, day);
    if (!band) return has_band(wanted.code) ? "Not known for this day" : "None is asked for";
    auto words = band->highest ? fmt::format("OGRS {} to {}", band->lowest, *band->highest)
                               : fmt::format("OGRS {} or more", band->lowest);
    return words + (band->high_harm_instead ? ", or a high risk of serious harm" : "") + " (" +
           band->certainty + ")";
}

std::string after_of(const Intervention& wanted) {
    std::string words;
    for (const auto& code : split(wanted.after_any_of.value_or(""), ' '))
        words += (words.empty() ? "" : " or ") + name_of(code);
    return words;
}

Html about_intervention(const Intervention& wanted, Date day) {
    std::vector<Fact> rows{{"Meant for", capitalised(wanted.target)},
                           {"Needs", needs_of(wanted)},
                           {"Risk", risk_of(wanted, day)},
                           {"Who", people_of(wanted)},
                           {"Sessions", capitalised(wanted.sessions_words)}};
    if (wanted.session_hours) rows.push_back({"Hours a session", *wanted.session_hours});
    rows.push_back({"Length", between(wanted.weeks_min, wanted.weeks_max, "weeks")});
    if (wanted.after_any_of) rows.push_back({"Comes after", after_of(wanted)});
    if (wanted.exclusions) rows.push_back({"Not where there is", *wanted.exclusions});
    rows.push_back({"Source", with_sub(wanted.source, "Certainty: " + wanted.certainty)});
    return section("What it is", facts(rows), "what");
}

Html waiting_in_words(const OfferingView& view) {
    if (view.waiting == 0) return text("Nobody waits");
    return text(fmt::format("{} {}", view.waiting, view.waiting == 1 ? "waits" : "wait"));
}

Looks looks_of_add(const std::vector<Option>& places) {
    Looks looks;
    for (const auto& each : interventions())
        looks["intervention"].options.push_back({each.code, each.name});
    looks["place"].options = places;
    looks["place"].label = "Prison or area";
    looks["places"].label = "Places at a time";
    looks["places"].width = "5";
    looks["from_day"].label = "From";
    looks["until_day"].label = "Until";
    looks["until_day"].hint = "The first day on which it is no longer offered";
    return looks;
}

}  // namespace

std::string in_words(Setting setting) {
    return setting == Setting::Custody ? "Custody" : "Community";
}

Page list_page(const OfferingList& list,
               const CatalogueQuery& query,
               const Choices& choices,
               bool may_add) {
    Page page("Catalogue");
    page.in_menu(list_path).add(heading(1, "Catalogue"));
    page.add(lead(fmt::format("{} offerings: programmes, treatment, education and projects.",
                              with_commas(list.whole))));
    if (may_add) page.add(button_group(button_link("/catalogue/add", "Add an offering")));
    page.add(
        paragraph(link("/catalogue/interventions", "What each intervention is, with sources")));
    page.add(filter_of(query, choices));
    if (list.offerings.empty())
        return page.add(empty_state("Nothing that fits is offered",
                                    "No offering of this day has that need, setting, region and "
                                    "provider.",
                                    link(list_path, "Show everything")));
    page.add(rows_of(list));
    return page.add(paging({.first = list.seen + 1,
                            .shown = std::int64_t(list.offerings.size()),
                            .whole = list.whole,
                            .noun = "offerings",
                            .next_path = next_path(list, query)}));
}

Page offering_page(const OfferingView& view,
                   const std::vector<page::Link>& more,
                   bool may_change,
                   Date today) {
    const auto& offering = view.offering;
    Page page(view.name);
    page.in_menu(list_path).add(back_link(list_path, "Back to the catalogue"));
    page.add(caption(view.place) + heading(1, view.name));
    page.add(lead(fmt::format("{} of {} places are free.", view.free, offering.places)));
    page.add(figures({{"Places", offering.places},
                      {"Taken", view.taken},
                      {"Free", view.free},
                      {"Waiting", waiting_in_words(view)}}));
    std::vector<Fact> rows{{"Where", with_sub(view.place, in_words(offering.setting))},
                           {"Provider", offering.provider},
                           {"Offered", span_in_words(offering)},
                           {"Need", pathway_in_words(offering.need)}};
    if (!offering.note.empty()) rows.push_back({"Note", offering.note});
    auto here = facts(rows);
    std::vector<Cell> links;
    for (const auto& each : more) links.emplace_back(link(each.path, each.label));
    if (!links.empty()) here += bullets(links);
    if (may_change)
        here += button_group(button_link(path_of(offering.id) + "/change", "Change or end it"));
    auto offer = section("The offer", here, "offer");
    const auto* wanted = intervention_of(offering.intervention);
    return page.add(wanted ? halves(offer, about_intervention(*wanted, today)) : offer);
}

Page interventions_page() {
    Page page("Interventions");
    page.in_menu(list_path).add(back_link(list_path, "Back to the catalogue"));
    page.add(heading(1, "Interventions"));
    page.add(lead(fmt::format("{} are known, each with its source.", interventions().size())));
    Table table{
        .caption = "Interventions",
        .columns = {{"Name"}, {"Need"}, {"Where"}, {"Who"}, {"Sessions"}, {"Length"}, {"Source"}}};
    for (const auto& each : interventions()) {
        auto where = each.custody && each.community
                         ? std::string("Custody and community")
                         : in_words(each.custody ? Setting::Custody : Setting::Community);
        table.rows.push_back({{with_sub(each.name, each.code),
                               with_sub(pathway_in_words(each.pathway), needs_of(each)),
                               where,
                               people_of(each),
                               each.sessions_words,
                               between(each.weeks_min, each.weeks_max, "weeks"),
                               with_sub(each.source, each.certainty)}});
    }
    return page.add(page::table(table));
}

Page add_page(const std::vector<Option>& places,
              const form::Values& values,
              const std::vector<FieldError>& errors) {
    Page page("Add an offering");
    auto looks = looks_of_add(places);
    if (!errors.empty()) page.failed().add(error_summary(errors, looks));
    page.in_menu(list_path).add(back_link(list_path, "Back to the catalogue"));
    page.add(heading(1, page.title()));
    return page.add(post_form(
        "/catalogue/add",
        form_fields<AddOffering>(values, errors, looks) + button("Add to the catalogue")));
}

Page change_page(const OfferingView& view,
                 const form::Values& values,
                 const std::vector<FieldError>& errors) {
    Page page("Change or end: " + view.name);
    auto path = path_of(view.offering.id);
    Looks looks;
    looks["seen"].left_out = true;
    looks["places"].label = "Places at a time";
    looks["places"].width = "5";
    looks["until_day"].label = "Until";
    looks["until_day"].hint = "The first day on which it is no longer offered";
    looks["note"].long_text = true;
    if (!errors.empty()) page.failed().add(error_summary(errors, looks));
    page.in_menu(list_path).add(back_link(path, "Back to the offering"));
    page.add(caption(view.place) + heading(1, page.title()));
    return page.add(post_form(path + "/change",
                              hidden("seen", form::value_of(values, "seen")) +
                                  form_fields<ChangeOffering>(values, errors, looks) +
                                  button("Save")));
}

}  // namespace noms::catalogue
