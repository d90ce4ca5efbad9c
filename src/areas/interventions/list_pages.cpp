#include <fmt/format.h>

#include "areas/interventions/pages.hpp"
#include "kit/page/content.hpp"
#include "kit/page/table.hpp"

/// Referrals of many people: those of a prison, an area or a region, and who started together.
namespace noms::interventions {

using namespace page;

namespace {

constexpr const char* list_path = "/referrals";

std::string attended_of(const ReferralView& view) {
    if (!view.referral.started_on) return "";
    return view.sessions_wanted ? fmt::format("{} of {}", view.attended, *view.sessions_wanted)
                                : std::to_string(view.attended);
}

Html rows_of(const std::vector<ReferralView>& views, std::string_view caption) {
    Table table{.caption = std::string(caption),
                .columns = {{"Who"},
                            {"What"},
                            {"Where"},
                            {"Referred"},
                            {"Started"},
                            {"State"},
                            {"Sessions", true}}};
    for (const auto& view : views) {
        const auto& referral = view.referral;
        table.rows.push_back({{link(path_of(referral), view.about),
                               view.name,
                               with_sub(view.place, view.provider),
                               in_short(referral.referred_on),
                               referral.started_on ? in_short(*referral.started_on) : std::string(),
                               in_words(referral.state),
                               attended_of(view)}});
    }
    return page::table(table);
}

std::vector<Option> state_options() {
    std::vector<Option> options{{"", "Open"}};
    for (auto state : {ReferralState::Referred,
                       ReferralState::Accepted,
                       ReferralState::Waiting,
                       ReferralState::Started,
                       ReferralState::Completed,
                       ReferralState::NotCompleted,
                       ReferralState::Refused,
                       ReferralState::Withdrawn,
                       ReferralState::CarriedOn})
        options.push_back({std::string(describe::choice_text(state)), in_words(state)});
    return options;
}

std::string next_path(const ReferralList& list, const ReferralQuery& query) {
    if (!list.more) return "";
    const auto& last = list.referrals.back().referral;
    return fmt::format("{}?state={}&after_day={}&after={}&seen={}",
                       list_path,
                       query.state ? std::string(describe::choice_text(*query.state)) : "",
                       to_text(last.referred_on),
                       to_text(last.id),
                       list.seen + int(list.referrals.size()));
}

std::string starters_path(const StarterList& list) {
    return catalogue::path_of(list.offering) + "/starters";
}

std::string next_path(const StarterList& list, const StarterQuery& query) {
    if (!list.next) return "";
    return fmt::format("{}?month={}&after_day={}&after={}&seen={}",
                       starters_path(list),
                       query.month.value_or(""),
                       to_text(*list.next_day),
                       to_text(*list.next),
                       list.seen + int(list.starters.size()));
}

}  // namespace

Page list_page(const ReferralList& list, const ReferralQuery& query) {
    Page page("Referrals");
    page.in_menu(list_path).add(heading(1, "Referrals"));
    auto state = query.state ? in_words(*query.state) : std::string("open");
    page.add(lead(fmt::format("{} {}, to places within your scope. The oldest come first.",
                              with_commas(list.whole),
                              query.state ? "stand as \"" + state + "\"" : "are open")));
    page.add(paragraph(link("/catalogue", "What is offered, and how many places are free")));
    auto value = query.state ? std::string(describe::choice_text(*query.state)) : "";
    page.add(filter_form(
        list_path, select({.name = "state", .label = "State", .value = value}, state_options())));
    if (list.referrals.empty())
        return page.add(empty_state("No referral stands there",
                                    "Nobody whose record you hold was referred to a place within "
                                    "your scope and stands in that state.",
                                    link("/catalogue", "See what is offered")));
    page.add(rows_of(list.referrals, "Referrals, the oldest first"));
    return page.add(paging({.first = list.seen + 1,
                            .shown = std::int64_t(list.referrals.size()),
                            .whole = list.whole,
                            .noun = "referrals",
                            .next_path = next_path(list, query)}));
}

Page starters_page(const StarterList& list, const StarterQuery& query) {
    Page page("Starters: " + list.name);
    page.in_menu("/catalogue")
        .add(back_link(catalogue::path_of(list.offering), "Back to the offering"));
    page.add(caption(list.place) + heading(1, page.title()));
    const auto& counts = list.counts;
    page.add(lead(fmt::format("{} started{}.",
                              with_commas(counts.started),
                              query.month ? " in " + *query.month : std::string())));
    page.add(figures({{"Under way", with_commas(counts.under_way)},
                      {"Completed", with_commas(counts.completed)},
                      {"Not completed", with_commas(counts.not_completed)},
                      {"Went on elsewhere", with_commas(counts.carried_on)}}));
    page.add(filter_form(starters_path(list),
                         input({.name = "month",
                                .label = "Month",
                                .hint = "Like 2006-04; empty: all months",
                                .value = query.month.value_or(""),
                                .width = "10"})));
    if (list.starters.empty())
        return page.add(empty_state("Nobody to show",
                                    counts.started == 0
                                        ? "Nobody started in that time."
                                        : "Those who started are not within your scope.",
                                    link(catalogue::path_of(list.offering), "The offering")));
    page.add(rows_of(list.starters, "Those who started, in the order they did"));
    if (counts.started > std::int64_t(list.starters.size()))
        page.add(small("Those whose record you do not hold are counted and not named."));
    return page.add(pagination("", next_path(list, query), "Starters"));
}

}  // namespace noms::interventions
