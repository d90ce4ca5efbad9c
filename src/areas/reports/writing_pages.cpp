#include <algorithm>

#include <fmt/format.h>

#include "areas/reports/pages.hpp"
#include "areas/reports/words.hpp"
#include "kit/base/text.hpp"
#include "kit/page/content.hpp"

/// Where a report is written: one section, and the proposal.
namespace noms::reports {

using namespace page;

namespace {

Html lines_of(const std::string& words) {
    Html out;
    for (const auto& line : split(words, '\n'))
        if (!trimmed(line).empty()) out += paragraph(line);
    return out;
}

std::string place_of(const SectionKind& kind) {
    const auto& all = section_kinds();
    auto at = std::ranges::find(all, kind.code, &SectionKind::code);
    return fmt::format("Section {} of {}", at - all.begin() + 1, all.size());
}

/// What somebody else saved meanwhile, where that is why the form is shown again.
bool is_changed_meanwhile(const std::vector<FieldError>& errors) {
    return std::ranges::find(errors, "changed_meanwhile", &FieldError::code) != errors.end();
}

std::vector<Option> disposals_on(Date day) {
    using enum sentences::Group;
    std::vector<Option> out;
    for (const auto& each : sentences::disposals()) {
        bool proposable = each.kind == Community || each.kind == EarlierCommunity ||
                          each.kind == Suspended || each.kind == Discharge ||
                          each.kind == Custody || each.kind == MentalHealth ||
                          each.code == "FINE" || each.code == "DEFER" || each.code == "BIND";
        if (proposable && sentences::why_not_on(each, day).empty())
            out.push_back({each.code, each.name});
    }
    return out;
}

std::vector<Option> requirements_on(Date day) {
    std::vector<Option> out;
    for (const auto& each : sentences::disposals())
        if (each.kind == sentences::Group::Requirement && sentences::why_not_on(each, day).empty())
            out.push_back({each.code, each.name});
    return out;
}

constexpr std::pair<const char*, const char*> places[] = {{"requirement", "amount"},
                                                          {"requirement_2", "amount_2"},
                                                          {"requirement_3", "amount_3"},
                                                          {"requirement_4", "amount_4"}};

void put(form::Values& values, std::string name, const std::optional<int>& number) {
    if (number) values.emplace_back(std::move(name), std::to_string(*number));
}

void put_requirement(form::Values& values,
                     size_t place,
                     const std::string& kind,
                     const std::optional<int>& amount) {
    if (place >= std::size(places)) return;
    values.emplace_back(places[place].first, kind);
    put(values, places[place].second, amount);
}

/// What was proposed before, or else what is suggested.
form::Values first_values(const Report& report,
                          const std::vector<ProposedRequirement>& requirements,
                          const ProposalRuling& suggestion) {
    form::Values values{{"reasons", report.reasons}, {"otherwise", report.otherwise}};
    bool before = !report.disposal.empty();
    values.emplace_back("disposal", before ? report.disposal : suggestion.disposal);
    put(values, "months", before ? report.months : suggestion.months);
    put(values, "hours", before ? report.hours : suggestion.hours);
    size_t place = 0;
    if (before) {
        for (const auto& each : requirements)
            put_requirement(values, place++, each.kind, each.amount);
        return values;
    }
    for (const auto& each : suggestion.requirements)
        put_requirement(values, place++, each.kind, each.amount);
    return values;
}

Looks proposal_looks(const Report& report) {
    Looks looks;
    looks["disposal"] = {.label = "Sentence to propose",
                         .options = disposals_on(report.hearing_on)};
    looks["months"] = {.label = "For how many months", .width = "5"};
    looks["hours"] = {
        .label = "Hours", .hint = "Community punishment orders of before 2005 alone", .width = "5"};
    auto kinds = requirements_on(report.hearing_on);
    int number = 0;
    for (const auto& [requirement, amount] : places) {
        ++number;
        looks[requirement] = {.label = fmt::format("Requirement {}", number), .options = kinds};
        looks[amount] = {.label = fmt::format("How much of requirement {}", number),
                         .hint = "Months, hours or days, as the law counts it",
                         .width = "5"};
    }
    looks["reasons"] = {.label = "Why this is proposed",
                        .hint = "What it is to reach with this person, and why it is enough",
                        .long_text = true};
    looks["otherwise"] = {.label = "Why other than the rules suggest", .long_text = true};
    return looks;
}

std::string suggested_in_words(const ProposalRuling& suggestion) {
    std::vector<ProposedRequirement> all;
    for (const auto& each : suggestion.requirements) all.push_back({{}, each.kind, each.amount});
    auto words = order_in_words(suggestion.disposal, suggestion.months, suggestion.hours, all);
    if (!words.empty()) return words;
    switch (suggestion.course) {
        case Course::Dangerousness: return "Nothing is suggested: the court assesses dangerousness";
        case Course::Custody: return "Nothing is suggested: the court indicated custody";
        case Course::YouthTeam: return "A youth offending team reports";
        default: return "Nothing can be suggested yet";
    }
}

Html bullets_of(const std::vector<std::string>& lines) {
    return bullets({lines.begin(), lines.end()});
}

Html suggestion_of(const ProposalRuling& suggestion) {
    auto inside = paragraph(strong(suggested_in_words(suggestion)));
    std::vector<std::string> whys;
    for (const auto& each : suggestion.requirements)
        whys.push_back(in_words(ProposedRequirement{.kind = each.kind}) + ": " + lower(each.why));
    if (!whys.empty()) inside += bullets_of(whys);
    std::vector<page::Step> grounds;
    for (const auto& ground : suggestion.because)
        grounds.push_back({ground.text, ground.source.cite, ground.source.link});
    if (!grounds.empty()) inside += details("Why", steps(grounds), true);
    if (!suggestion.consider.empty())
        inside += heading(3, "To consider") + bullets_of(suggestion.consider);
    if (!suggestion.missing.empty())
        inside += heading(3, "What is missing") + bullets_of(suggestion.missing);
    inside += small(
        "It advises by rules that anybody can check (noms rules proposal). You propose, "
        "and may propose otherwise with a reason; the court decides.");
    return section("What the rules suggest", inside, "suggestion");
}

Html facts_form(const Report& report, const std::vector<FieldError>& errors) {
    auto choices = [](const auto& given) {
        return given ? std::string(describe::choice_text(*given)) : std::string();
    };
    const std::vector<Option> yes_no{{"", "Not known"}, {"Yes", "Yes"}, {"No", "No"}};
    Looks looks;
    looks["specified"] = {.label = "Specified in Schedule 15 to the Act of 2003",
                          .options = {{"", "Not known"},
                                      {"No", in_words(Specified::No)},
                                      {"Specified", in_words(Specified::Specified)},
                                      {"Serious", in_words(Specified::Serious)}}};
    looks["willing"] = {.label = "Willing to be treated for drugs or drink", .options = yes_no};
    looks["fit_for_work"] = {.label = "Can do unpaid work", .options = yes_no};
    form::Values values{{"version", std::to_string(report.version)},
                        {"specified", choices(report.specified)},
                        {"willing", choices(report.willing)},
                        {"fit_for_work", choices(report.fit_for_work)}};
    return section("What the record does not say",
                   post_form(path_of(report) + "/facts",
                             form_fields<SaveFacts>(values, errors, looks) +
                                 secondary_button("Save and suggest again")),
                   "facts");
}

/// What somebody typed of what can no longer be written.
Html typed_in_vain(std::string_view typed) {
    if (typed.empty()) return {};
    return section("What you typed, which was not saved", inset(lines_of(std::string(typed))));
}

/// A section that can no longer be written: what stands in it, and what was typed in vain.
Page closed_page(Page page, const SectionForm& form, std::string_view typed) {
    page.add(warning(form.closed));
    page.add(form.saved ? lines_of(form.saved->words) : paragraph("Nothing was written here."));
    return page.add(typed_in_vain(typed));
}

}  // namespace

Page section_page(Page page,
                  const SectionForm& form,
                  const form::Values& values,
                  const std::vector<FieldError>& errors) {
    if (!errors.empty()) page.failed().add(error_summary(errors));
    page.add(back_link(path_of(form.report), "Back to the report"));
    page.add(caption(place_of(form.kind)) + paragraph(form.kind.hint));
    if (!form.closed.empty())
        return closed_page(std::move(page), form, form::value_of(values, "words"));
    bool typed = !values.empty();
    auto words = typed        ? std::string(form::value_of(values, "words"))
                 : form.saved ? form.saved->words
                              : form.draft;
    if (!form.saved)
        page.add(
            inset("What stands below is drawn from the record. Read it, change it, and save "
                  "it as yours."));
    if (form.saved && is_changed_meanwhile(errors))
        page.add(section("What " + form.saved->saved_by + " saved meanwhile",
                         inset(lines_of(form.saved->words)),
                         "meanwhile"));
    constexpr int rows = 14;
    auto seen = std::to_string(form.saved ? form.saved->version : 0);
    page.add(post_form(path_of(form.report) + "/sections/" + form.kind.code,
                       hidden("seen", seen) +
                           textarea({.name = "words",
                                     .label = form.kind.title,
                                     .value = words,
                                     .error = error_of(errors, "words", form.kind.title)},
                                    rows) +
                           button("Save and go on")));
    if (form.saved) page.add(details("What the record says today", lines_of(form.draft)));
    return page;
}

Page proposal_page(Page page,
                   const Report& report,
                   const std::vector<ProposedRequirement>& requirements,
                   const ProposalRuling& suggestion,
                   std::string_view closed,
                   const form::Values& values,
                   const std::vector<FieldError>& errors) {
    auto looks = proposal_looks(report);
    if (!errors.empty()) page.failed().add(error_summary(errors, looks));
    page.add(back_link(path_of(report), "Back to the report"));
    if (!closed.empty())
        return page.add(warning(std::string(closed)))
            .add(suggestion_of(suggestion))
            .add(typed_in_vain(form::value_of(values, "reasons")));
    auto shown = values;
    if (form::value_of(values, "reasons").empty() && form::value_of(values, "disposal").empty())
        shown = first_values(report, requirements, suggestion);
    // The number of the report as it stands now: what was typed is saved upon it.
    std::erase_if(shown, [](const auto& value) { return value.first == "version"; });
    shown.emplace_back("version", std::to_string(report.version));
    auto proposing = section(
        "Your proposal",
        post_form(path_of(report) + "/proposal",
                  form_fields<SaveProposal>(shown, errors, looks) + button("Save proposal")),
        "proposal");
    return page.add(two_one(suggestion_of(suggestion), facts_form(report, errors))).add(proposing);
}

}  // namespace noms::reports
