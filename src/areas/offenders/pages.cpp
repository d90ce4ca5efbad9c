#include "areas/offenders/pages.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "areas/offenders/extract.hpp"
#include "areas/offenders/names.hpp"
#include "areas/offenders/rules_values.hpp"
#include "kit/base/text.hpp"
#include "kit/page/content.hpp"
#include "kit/page/person.hpp"
#include "kit/page/table.hpp"

namespace noms::offenders {

using namespace page;

namespace {

Cell born_in_words(const std::optional<Date>& born, Date today) {
    if (!born) return "Not known";
    return fmt::format("{} ({})", noms::in_words(*born), age_on(*born, today));
}

Cell sex_in_words(Sex sex) {
    return sex == Sex::NotKnown ? "Not known" : label_of(describe::choice_text(sex));
}

std::string held_in_words(const std::vector<HeldBy>& held) {
    std::string out;
    for (const auto& each : held)
        out += fmt::format(
            "{}{} since {}", out.empty() ? "" : "; ", each.name, noms::in_words(each.from));
    return out;
}

Html about_section(const OffenderView& view) {
    auto held = held_in_words(view.held_by);
    return section("About",
                   facts({{"Records held by",
                           held.empty() ? text("Not known: no prison or area holds this record")
                                        : strong(held)},
                          {"Sex", sex_in_words(view.offender.sex)},
                          {"Ethnicity",
                           view.offender.ethnicity ? ethnicity_in_words(*view.offender.ethnicity) +
                                                         ", from " + view.offender.ethnicity_source
                                                   : std::string("Not stated")}}),
                   "about");
}

std::string shown_value(const Offender& who, std::string_view field) {
    if (field == "name") return name_in_full(who);
    if (field == "birth_date")
        return who.birth_date ? noms::in_words(*who.birth_date) : "Not known";
    if (field == "sex")
        return who.sex == Sex::NotKnown ? "Not known" : label_of(describe::choice_text(who.sex));
    return who.ethnicity ? ethnicity_in_words(*who.ethnicity) : "Not stated";
}

/// Where each value that is shown comes from, and by which rule.
Html origins_section(const OffenderView& view) {
    Table table{.caption = "Where the values shown come from",
                .columns = {{"Item"}, {"Shown"}, {"From"}, {"Which value is shown"}}};
    for (const auto& each : view.origins)
        table.rows.push_back({{label_of(each.field),
                               shown_value(view.offender, each.field),
                               each.from,
                               capitalised(each.rule)}});
    for (const auto& [item, words] : {std::pair{"Aliases", "Under Names"},
                                      std::pair{"Addresses", "Under Addresses"},
                                      std::pair{"Numbers", "Under Identifiers"}})
        table.rows.push_back(
            {{item, words, "Every source", capitalised(words_of_rule(ValueRule::AllOfThem))}});
    return section("Where each value comes from", page::table(table), "origins");
}

Html review_section(const OffenderView& view, May may) {
    if (view.for_review.empty() || !may.link) return {};
    std::vector<Cell> pairs;
    for (const auto& pair : view.for_review)
        pairs.push_back(link("/matches/" + to_text(pair.id), pair.evidence));
    return section("May be the same person as another", bullets(pairs), "review");
}

Html state_of(const IdentifierView& number) {
    if (number.state == IdentifierState::Unverified) return tag("Not right", Colour::Yellow);
    return text(number.state == IdentifierState::Verified ? "Check letter right"
                                                          : "Has no check letter");
}

Html identifiers_section(const OffenderView& view, May may) {
    Table table{.caption = "Identifiers", .columns = {{"Number"}, {"Kind"}, {"State"}, {"From"}}};
    for (const auto& each : view.identifiers) {
        std::string sources;
        for (const auto& source : each.sources) sources += (sources.empty() ? "" : ", ") + source;
        table.rows.push_back({{together(each.canonical),
                               label_of(in_words(each.kind)),
                               with_sub(state_of(each), each.why),
                               sources}});
    }
    auto inside = view.identifiers.empty()
                      ? empty_state("No identifier is recorded", "None of the records gave one.")
                      : page::table(table);
    if (!may.change) return section("Identifiers", inside, "identifiers");
    return section("Identifiers",
                   page::Link{"Add a number", path_of(view.offender.id) + "/identifiers"},
                   inside,
                   "identifiers");
}

Html names_section(const OffenderView& view, May may) {
    std::vector<std::string> seen;
    std::vector<Cell> lines;
    for (const auto& name : view.names) {
        auto shown = full_name(name.first_name, name.middle_name, name.surname);
        if (name.kind == NameKind::Alias) shown += " (alias)";
        if (std::ranges::find(seen, shown) != seen.end()) continue;
        seen.push_back(shown);
        lines.push_back(shown);
    }
    std::vector<Date> days;
    for (const auto& birth : view.birth_dates)
        if (std::ranges::find(days, birth.birth_date) == days.end())
            days.push_back(birth.birth_date);
    auto inside = bullets(lines);
    if (days.size() > 1) {
        std::vector<Cell> born;
        for (Date day : days) born.push_back(day);
        inside += heading(3, "Birth dates that records give") + bullets(born);
    }
    if (!may.change) return section("Names", inside, "names");
    return section(
        "Names", page::Link{"Add an alias", path_of(view.offender.id) + "/names"}, inside, "names");
}

Html addresses_section(const OffenderView& view, May may) {
    Table table{.caption = "Addresses", .columns = {{"Address"}, {"Since"}, {"From"}}};
    for (const auto& each : view.addresses) {
        auto shown =
            each.line + (each.line.empty() || each.postcode.empty() ? "" : ", ") + each.postcode;
        Cell since = each.from_day ? Cell(*each.from_day) : Cell("Not known");
        table.rows.push_back({{shown, since, each.source}});
    }
    auto inside = view.addresses.empty()
                      ? empty_state("No address is recorded", "None of the records gave one.")
                      : page::table(table);
    if (!may.change) return section("Addresses", inside, "addresses");
    return section("Addresses",
                   page::Link{"Add an address", path_of(view.offender.id) + "/addresses"},
                   inside,
                   "addresses");
}

Html alerts_section(const OffenderView& view, Date today, May may) {
    Table table{.caption = "Alerts", .columns = {{"Alert"}, {"From"}, {"Until"}, {"By"}}};
    for (const auto& alert : view.alerts) {
        auto end = path_of(view.offender.id) + "/alerts/" + to_text(alert.id) + "/end";
        Cell until = alert.until_day ? Cell(*alert.until_day)
                     : may.change    ? Cell(link(end, "End", alert.kind))
                                     : Cell("Goes on");
        table.rows.push_back(
            {{with_sub(alert.kind, alert.note), alert.from_day, until, alert.added_by}});
    }
    auto inside = view.alerts.empty()
                      ? empty_state("No alert",
                                    "Nobody has recorded one up to " + noms::in_words(today) + ".")
                      : page::table(table);
    if (!may.change) return section("Alerts", inside, "alerts");
    return section("Alerts",
                   page::Link{"Add an alert", path_of(view.offender.id) + "/alerts"},
                   inside,
                   "alerts");
}

/// Why a record stands here, with the way to undo it.
Html why_joined(const OffenderView& view, const std::optional<RecordId>& record, May may) {
    for (const auto& each : view.links) {
        if (each.source_record != record || each.state == LinkState::Undone) continue;
        auto path = path_of(view.offender.id) + "/links/" + to_text(each.id) + "/undo";
        auto why = text(each.evidence);
        return may.link ? with_sub(why, link(path, "Undo this join")) : why;
    }
    return text("The first record of this person");
}

Html records_section(const OffenderView& view, May may) {
    Table table{.caption = "Records joined, and why",
                .columns = {{"Record"}, {"Came"}, {"Why it is here"}}};
    for (const auto& each : view.records) {
        auto name = label_of(each.source) + " record " + each.record_key;
        auto place = fmt::format("line {} of {}", each.line, each.file);
        table.rows.push_back(
            {{with_sub(name, place), each.came_on, why_joined(view, each.id, may)}});
    }
    for (const auto& each : view.links)
        if (each.joined_offender && each.state == LinkState::Standing) {
            auto path = path_of(view.offender.id) + "/links/" + to_text(each.id) + "/undo";
            Html undo = may.link ? link(path, "Undo this join") : Html();
            table.rows.push_back(
                {{"Another offender's record",
                  each.made_on,
                  with_sub(each.evidence + ", decided by " + each.made_by, undo)}});
        }
    return section("Records joined, and why", page::table(table), "records");
}

}  // namespace

Html banner_of(const OffenderView& view, Date today, May may) {
    const auto& who = view.offender;
    Identity identity{.name = full_name(who.first_name, who.middle_name, who.surname),
                      .facts = {{"Born", born_in_words(who.birth_date, today)}}};
    for (auto kind : {IdentifierKind::Pnc, IdentifierKind::Crn, IdentifierKind::PrisonNumber}) {
        auto fits = [&](const IdentifierView& each) {
            return each.kind == kind && each.state != IdentifierState::Unverified;
        };
        auto number = std::ranges::find_if(view.identifiers, fits);
        auto label = kind == IdentifierKind::PrisonNumber ? std::string("Prison number")
                                                          : std::string(in_words(kind));
        if (number != view.identifiers.end()) identity.facts.push_back({label, number->canonical});
    }
    for (const auto& alert : view.alerts)
        if (Span{alert.from_day, alert.until_day}.covers(today))
            identity.alerts.push_back({alert.kind, Colour::Orange, alert.note});
    if (may.change)
        identity.actions = button_link(path_of(who.id) + "/corrections", "Correct details");
    if (may.restrict)
        identity.actions += link(path_of(who.id) + "/restriction", "Who may know of this record");
    return page::identity(identity);
}

Html details_sections(const OffenderView& view, Date today, May may) {
    return two_one(about_section(view), alerts_section(view, today, may)) +
           review_section(view, may) + identifiers_section(view, may) +
           halves(names_section(view, may), addresses_section(view, may)) + origins_section(view) +
           records_section(view, may);
}

Page changes_page(const Offender& who, const RecordChanges& shown) {
    auto name = full_name(who.first_name, who.middle_name, who.surname);
    Page page("Every change: " + name);
    page.in_menu("/offenders").add(back_link(path_of(who.id), "Back to " + name));
    page.add(heading(1, "Every change to this record"));
    for (const auto& event : shown.events) {
        Table table{.caption = words_for(event).what,
                    .columns = {{"Field"}, {"Before"}, {"After"}}};
        for (const auto& change : changes_in(event))
            table.rows.push_back({{change.what, change.before, change.after}});
        auto title = noms::in_words(event.day) + ": " + words_for(event).what;
        page.add(
            section(title,
                    muted("By " + event.actor_name + ", recorded " + to_text(event.recorded_at)) +
                        page::table(table)));
    }
    if (!shown.older_before) return page;
    auto older = path_of(who.id) + "/changes?before=" + to_text(*shown.older_before);
    return page.add(pagination("", older));
}

Page command_page(const Offender& who,
                  const CommandForm& form,
                  const form::Values& values,
                  const std::vector<FieldError>& errors) {
    auto name = full_name(who.first_name, who.middle_name, who.surname);
    Page page(form.title + ": " + name);
    if (!errors.empty()) page.failed().add(error_summary(errors, form.looks));
    page.in_menu("/offenders").add(back_link(path_of(who.id), "Back to " + name));
    page.add(caption(name)).add(heading(1, form.title));
    auto looks = form.looks;
    looks["version"].left_out = true;
    auto fields = hidden("version", std::to_string(who.version)) +
                  form_fields(*form.type, values, errors, looks) + button(form.button);
    return page.add(post_form(form.path, fields));
}

}  // namespace noms::offenders
