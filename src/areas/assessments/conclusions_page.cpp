#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "areas/assessments/pages.hpp"
#include "kit/base/text.hpp"
#include "kit/page/content.hpp"
#include "kit/page/table.hpp"

/// What follows from an assessment, and the tier.
namespace noms::assessments {

using namespace page;

namespace {

struct Group {
    const char* code;
    const char* words;
};
constexpr std::array groups{Group{"children", "Children"},
                            Group{"public", "The public"},
                            Group{"adult", "A known adult"},
                            Group{"staff", "Staff"},
                            Group{"prisoners", "Prisoners"}};

const GivenAnswer* given(const AssessmentView& view, const std::string& question) {
    auto found = std::ranges::find(view.answers, question, &GivenAnswer::question);
    return found == view.answers.end() ? nullptr : &*found;
}

Cell level_of(const AssessmentView& view, const char* group, const char* setting) {
    auto code = fmt::format("R10.{}.{}", group, setting);
    if (!question_of(view.assessment.form, code)) return "–";
    const auto* answer = given(view, code);
    if (!answer) return "Not decided";
    return with_sub(rosh_tag(describe::choice_of<Rosh>(answer->answer)), answer->answered_by);
}

Html risk_section(const AssessmentView& view) {
    Table table{.caption = "Risk of serious harm by group, and who decided it",
                .columns = {{"To"}, {"In the community"}, {"In custody"}}};
    for (const auto& [code, words] : groups)
        table.rows.push_back(
            {{words, level_of(view, code, "community"), level_of(view, code, "custody")}});
    auto top = view.conclusions.rosh
                   ? paragraph(text("The highest is ") + rosh_tag(view.conclusions.rosh))
                   : paragraph("Not every level is decided yet.");
    return section("Risk of serious harm", top + page::table(table), "risk");
}

Cell need_of(const SectionNeed& need) {
    if (!need.need) return "Nobody can say yet";
    if (!*need.need) return "No";
    return need.severity == Severity::Severe ? tag("Severe", Colour::Red)
                                             : tag("Need", Colour::Yellow);
}

Html needs_section(const AssessmentView& view) {
    const auto& needs = view.conclusions.needs;
    Table table{.caption = "Needs by section",
                .columns = {{"Section"}, {"Score"}, {"Need"}, {"Not known"}}};
    for (const auto& each : needs.sections) {
        auto score = each.score ? fmt::format("{} of {}", *each.score, each.maximum)
                                : std::string("No score");
        table.rows.push_back({{each.name,
                               score,
                               need_of(each),
                               fmt::format("{}", fmt::join(each.not_known, ", "))}});
    }
    std::vector<Step> why;
    for (const auto& [words, source] : needs.because)
        why.push_back({words, source.cite, source.link});
    auto between = needs.needs == needs.needs_at_most
                       ? fmt::format("{} of the eight scored sections show a need.", needs.needs)
                       : fmt::format(
                             "{} of the eight scored sections show a need; with what is "
                             "not known it could be {}.",
                             needs.needs,
                             needs.needs_at_most);
    return section(
        "Needs",
        paragraph(between) + page::table(table) + details("How the needs are found", steps(why)),
        "needs");
}

std::string facts_in_words(const std::vector<std::string>& facts) {
    std::vector<std::string> out;
    for (const auto& fact : facts) out.push_back(lower(label_of(fact)));
    return fmt::format("{}", fmt::join(out, ", "));
}

Html predictor_details(const Predicted& predicted) {
    std::vector<SummaryRow> inputs;
    for (const auto& [fact, value] : predicted.inputs)
        inputs.push_back({label_of(fact), label_of(value), {}});
    std::vector<Step> why;
    for (const auto& [words, source] : predicted.score.because)
        why.push_back({words, source.cite, source.link});
    return details(predicted.score.predictor + ": its inputs and steps",
                   summary_list(inputs) + steps(why));
}

Html predictors_section(const AssessmentView& view) {
    Table table{.caption = "How likely reoffending is, by predictor",
                .columns = {{"Predictor"}, {"In one year"}, {"In two years"}, {"Band"}}};
    Html more;
    for (const auto& each : view.conclusions.predictors) {
        const auto& score = each.score;
        auto percent = [](const std::optional<int>& value) {
            return value ? fmt::format("{} in 100", *value) : std::string("No score");
        };
        auto missing =
            score.not_known.empty() ? each.fault : "Not known: " + facts_in_words(score.not_known);
        table.rows.push_back(
            {{with_sub(score.predictor, missing),
              percent(score.one_year_percent),
              percent(score.two_year_percent),
              score.band ? label_of(describe::choice_text(*score.band)) : std::string()}});
        more += predictor_details(each);
    }
    return section("Likelihood of reoffending",
                   page::table(table) +
                       small("A score is about people like this one. It advises; people decide.") +
                       more,
                   "predictors");
}

std::string fact_in_words(const std::string& fact) {
    if (fact == "rosh") return "risk of serious harm";
    if (fact == "oasys_total") return "score of the whole assessment";
    if (fact == "reconviction_two_year_percent") return "likelihood of reconviction in two years";
    return lower(label_of(fact));
}

Html changes_of(const TierNow& tier) {
    std::vector<Cell> lines;
    for (const auto& [fact, instead, would_be] : tier.what_would_change)
        lines.push_back(
            fmt::format("If {} were {}: tier {}", fact_in_words(fact), instead, would_be));
    if (lines.empty()) lines.push_back("No one fact alone would change it");
    return details("What would change it", bullets(lines));
}

Html end_form(const std::string& path) {
    Looks looks;
    looks["reason"].label = "Why it is no longer needed";
    return details(
        "End the tier that was set by hand",
        post_form(path + "/end", form_fields<EndTier>({}, {}, looks) + secondary_button("End it")));
}

Html set_before(const std::vector<TierOverride>& all) {
    if (all.empty()) return {};
    Table table{.caption = "Tiers that were set by hand",
                .caption_shown = true,
                .columns = {{"Tier"}, {"From"}, {"Until"}, {"Why"}, {"By"}}};
    for (const auto& each : all)
        table.rows.push_back(
            {{with_sub(each.tier, "instead of " + each.instead_of),
              each.from_day,
              each.ended_on ? with_sub(noms::in_words(*each.ended_on), "ended by " + each.ended_by)
                            : text(each.until_day),
              with_sub(each.reason, each.end_reason),
              each.set_by}});
    return page::table(table);
}

}  // namespace

std::string in_words(const TierNow& tier) {
    if (!tier.tier.empty())
        return tier.approach.empty() ? tier.tier : tier.tier + ", " + tier.approach;
    if (tier.could_be.empty()) return "Cannot be told: facts are missing";
    return fmt::format("One of {}: facts are missing that decide it",
                       fmt::join(tier.could_be, ", "));
}

Html conclusion_sections(const AssessmentView& view) {
    return risk_section(view) + needs_section(view) + predictors_section(view);
}

Html tier_section(const AssessmentsView& view, May may) {
    const auto& tier = view.now.tier;
    if (tier.scheme.empty())
        return section("Tier", paragraph("No scheme of tiers is in force on this day."), "tier");
    std::vector<Fact> rows{{"By the rules", in_words(tier)}};
    if (const auto& set = tier.set_instead)
        rows.insert(rows.begin(),
                    {"Set by hand",
                     with_sub(strong(set->tier),
                              fmt::format("{}, until {}: {}",
                                          set->set_by,
                                          noms::in_words(set->until_day),
                                          set->reason))});
    rows.push_back({"Scheme", with_sub(tier.scheme_name, capitalised(tier.certainty))});
    if (!tier.not_known.empty()) rows.push_back({"Not known", facts_in_words(tier.not_known)});
    std::vector<Step> why;
    for (const auto& [words, source] : tier.because)
        why.push_back({words, source.cite, source.link});
    auto path = offenders::path_of(view.offender) + "/tier";
    Html actions;
    if (may.lead)
        actions = paragraph(link(path + "/set", "Set another tier, with a reason and an end"));
    if (may.lead && tier.set_instead) actions += end_form(path);
    return section("Tier",
                   facts(rows) + details("Why", steps(why)) + changes_of(tier) + actions +
                       set_before(view.overrides),
                   "tier");
}

}  // namespace noms::assessments
