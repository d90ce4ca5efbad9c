#include <fmt/format.h>

#include "areas/workload/pages.hpp"
#include "kit/page/content.hpp"
#include "kit/page/table.hpp"

/// Who could take a case, and why.
namespace noms::workload {

using namespace page;

namespace {

constexpr size_t offered_max = 8;

std::string lead_of(const CandidatesView& view) {
    const auto& all = view.recommendation.candidates;
    if (!view.manager) return "Nobody manages this person: a manager comes with the sentence.";
    if (all.empty())
        return view.manager_name +
               " manages this person, and nobody else of the area is in office.";
    return fmt::format(
        "{} manages this person. By grade, room, continuity and local unit {} comes "
        "first. You decide.",
        view.manager_name,
        all.front().name);
}

std::string change_in_words(const Candidate& one) {
    return fmt::format(
        "{} now, {} with it", capacity_in_words(one.before), capacity_in_words(one.after));
}

std::string reasons_in_line(const Candidate& one) {
    std::string words;
    for (const auto& reason : one.reasons) words += (words.empty() ? "" : ". ") + reason;
    return words;
}

Html table_of(const Recommendation& found) {
    Table table{.caption = "Officers of the area, the most fitting first",
                .columns = {{"Officer"}, {"Why"}, {"Now", true}, {"With it", true}}};
    for (const auto& each : found.candidates)
        table.rows.push_back(
            {{link(path_of(each.account), each.name),
              reasons_in_line(each),
              with_sub(
                  capacity_in_words(each.before),
                  each.before.cases == 1 ? "1 case" : fmt::format("{} cases", each.before.cases)),
              with_sub(capacity_in_words(each.after), points_in_words(each.after.points))}});
    return page::table(table);
}

/// The form of `management`: the recommendation only fills it in.
Html decide_form(const CandidatesView& view) {
    std::vector<Option> options;
    for (const auto& each : view.recommendation.candidates)
        if (options.size() < offered_max)
            options.push_back({to_text(each.account), each.name, change_in_words(each)});
    auto path = offenders::path_of(view.offender) + "/management/reallocate";
    return post_form(path,
                     hidden("seen", to_text(*view.manager)) +
                         radios({.name = "manager", .label = "Offender manager"}, options) +
                         input({.name = "reason", .label = "Why"}) + button("Give the case over")) +
           paragraph(link(path, "Give it to somebody else, or to another area"));
}

}  // namespace

Page candidates_page(Page page, const CandidatesView& view) {
    page.add(lead(lead_of(view)));
    const auto& found = view.recommendation;
    if (found.candidates.empty())
        return page.add(empty_state(
            "Nobody can be named", "Only officers in office in the area of the case are weighed."));
    page.add(
        figures({{"The case weighs", points_in_words(found.weight)},
                 {"Tier", view.weighs.tier.empty() ? std::string("Not known") : view.weighs.tier},
                 {"Local unit", view.unit.empty() ? std::string("Not known") : view.unit}}));
    page.add(section("Officers", table_of(found), "officers"));
    page.add(section("Why in this order", reasons_of(found.because), "why"));
    return page.add(section("Decide", decide_form(view), "decide"));
}

}  // namespace noms::workload
