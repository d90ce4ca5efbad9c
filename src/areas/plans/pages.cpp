#include "areas/plans/pages.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "areas/plans/views.hpp"
#include "kit/page/content.hpp"
#include "kit/page/form.hpp"
#include "kit/page/table.hpp"

namespace noms::plans {

using namespace page;

namespace {

std::vector<Cell> cells_of(const std::vector<std::string>& words) {
    return {words.begin(), words.end()};
}

/// What cannot be judged for want of facts, and what has no place yet.
std::vector<std::string> not_judged(const WholePlan& plan) {
    std::vector<std::string> out;
    if (!plan.assessed) out.emplace_back("Not known: which needs there are; nobody was assessed");
    for (const auto& each : plan.needs)
        if (!each.need) out.push_back("Not known: whether this is a need: " + each.name);
    if (plan.now.tier.empty()) out.emplace_back("Not known: the tier, and so what it wants");
    for (const auto& line : plan.lines)
        if (!line.step) out.push_back("Has no place yet: " + line.objective.objective);
    return out;
}

std::string counted(size_t count, std::string_view noun) {
    return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

std::string lead_of(const WholePlan& plan) {
    if (plan.lines.empty()) return "The plan has no open objective.";
    auto missing = plan.balance.missing.size() + size_t(plan.sequence.problems);
    return fmt::format("{}; {} missing or out of order, {} not known or not placed.",
                       counted(plan.lines.size(), "open objective"),
                       counted(missing, "thing"),
                       not_judged(plan).size());
}

Html changes_of(const WholePlan& plan) {
    if (plan.changes.changes.empty()) return {};
    return section(
        "Plan anew",
        warning("The plan was signed on " + noms::in_words(plan.signings.front().signed_on) +
                ". What it rested on has changed since.") +
            bullets(cells_of(plan.changes.changes)),
        "changes");
}

/// Which objectives answer a need, or that none does.
Cell answers_to(const NeedLine& need, const WholePlan& plan) {
    std::vector<std::string> answers;
    for (const auto& line : plan.lines)
        if (line.step && line.step->section == need.section)
            answers.push_back(line.objective.objective);
    if (!answers.empty()) return fmt::format("{}", fmt::join(answers, "; "));
    if (!need.need) return tag("Not known whether it is one", Colour::Grey);
    return tag("Nothing answers it", Colour::Yellow);
}

Html needs_of(const WholePlan& plan) {
    if (!plan.assessed)
        return empty_state("Not assessed yet",
                           "Needs come from an assessment that somebody signed.");
    if (plan.needs.empty()) return paragraph("The assessment found no need.");
    Table table{.caption = "Needs, and the objectives that answer them",
                .columns = {{"Need"}, {"Objectives"}}};
    for (const auto& each : plan.needs) table.rows.push_back({{each.name, answers_to(each, plan)}});
    return page::table(table);
}

Cell stage_of(const PlanLine& line) {
    if (!line.step) return tag("No place yet", Colour::Yellow);
    return with_sub(in_words(line.step->stage), in_words(line.step->aim));
}

Cell ties_of(const PlanLine& line) {
    if (!line.step) return "";
    return line.step->requirement.empty() ? std::string("Voluntary")
                                          : requirement_in_words(line.step->requirement);
}

Cell what_of(const PlanLine& line, const std::string& path, bool may_change) {
    Html below;
    if (!line.intervention.empty()) below += text(line.intervention + ", " + line.provider + ". ");
    if (may_change)
        below += link(path + "/objectives/" + to_text(line.objective.id),
                      line.step ? "Place anew" : "Place in the plan",
                      line.objective.objective);
    return with_sub(line.objective.objective, below);
}

Html sequence_of(const WholePlan& plan, const std::string& path, bool may_change) {
    if (plan.lines.empty())
        return empty_state("There is nothing to put in order",
                           "Objectives are added to the plan first.");
    Table table{
        .caption = "Open objectives, in their order",
        .columns = {{"Objective"}, {"Stage and aim"}, {"Tied to"}, {"By"}, {"In its turn"}}};
    for (const auto& line : plan.lines)
        table.rows.push_back(
            {{what_of(line, path, may_change),
              stage_of(line),
              ties_of(line),
              line.objective.by_day,
              line.problems.empty()
                  ? Cell(line.step ? "Nothing against it" : "")
                  : Cell(tag("Look again", Colour::Yellow) +
                         text(fmt::format(" {}", fmt::join(line.problems, "; "))))}});
    return page::table(table);
}

Html because_of(const std::vector<law::Ground>& because) {
    std::vector<page::Step> out;
    for (const auto& each : because) out.push_back({each.text, each.source.cite, each.source.link});
    return steps(out);
}

Html balance_of(const WholePlan& plan) {
    const auto& is = plan.balance;
    auto shown = figures({{"Punish", std::to_string(is.punish)},
                          {"Help", std::to_string(is.help)},
                          {"Change", std::to_string(is.change)},
                          {"Control", std::to_string(is.control)}});
    auto lines = is.missing;
    for (auto& each : not_judged(plan)) lines.push_back(std::move(each));
    shown += lines.empty() ? paragraph("Nothing is missing.") : bullets(cells_of(lines));
    shown += muted(
        "Counted are objectives that have a place, and requirements of the sentence. "
        "Tier: " +
        plan.tier);
    auto why = is.because;
    why.insert(why.end(), plan.sequence.because.begin(), plan.sequence.because.end());
    return shown + details("Why", because_of(why));
}

Html review_of(const WholePlan& plan) {
    if (plan.signings.empty())
        return paragraph("Not signed yet. The first review is counted from the first signature.");
    const auto& last = plan.signings.front();
    auto standard = management::review_after(last.signed_on);
    Html due = together(noms::in_words(last.review_on));
    if (last.review_on < plan.day) due += text(" ") + tag("Late", Colour::Red);
    return facts({{"Next review due", due},
                  {"Counted", standard.rule + " from " + noms::in_words(last.signed_on)},
                  {"Under", standard.cite}});
}

Html history_of(const WholePlan& plan) {
    if (plan.signings.empty()) return {};
    Table table{.caption = "Every signature and review, the newest first",
                .columns = {{"Day"}, {"Offender"}, {"In their own words"}, {"Note"}, {"By"}}};
    for (const auto& each : plan.signings) {
        auto note = each.note;
        if (!each.no_behaviour.empty())
            note += (note.empty() ? "" : ". ") + ("Not aimed at behaviour: " + each.no_behaviour);
        table.rows.push_back(
            {{each.signed_on, in_words(each.stand), each.words, note, each.recorded_by}});
    }
    return page::table(table);
}

Html actions_of(const WholePlan& plan, const offenders::Offender& who, const std::string& path) {
    auto buttons = button_link(offenders::path_of(who.id) + "/plan/objectives", "Add an objective");
    if (why_not_sign(plan).empty())
        buttons += button_link(path + "/sign", plan.signings.empty() ? "Sign" : "Review and sign");
    return button_group(buttons);
}

/// In plain words: who does what.
std::string actor_in_words(management::Actor who) {
    switch (who) {
        case management::Actor::Offender: return "You";
        case management::Actor::OffenderManager: return "Your offender manager";
        case management::Actor::OffenderSupervisor: return "Your offender supervisor in prison";
        case management::Actor::KeyWorker: return "Your key worker";
        case management::Actor::Provider: return "Those who run it";
    }
    return {};
}

std::string heading_of(Stage stage) {
    switch (stage) {
        case Stage::Stabilise: return "First: getting settled";
        case Stage::Motivate: return "Then: getting ready";
        case Stage::Programme: return "Then: working on it";
        case Stage::Resettle: return "Last: moving on";
    }
    return {};
}

Html copy_of(const WholePlan& plan, Stage stage) {
    Table table{.caption = heading_of(stage),
                .columns = {{"What"}, {"Who does it"}, {"By"}, {"Do I have to?"}}};
    for (const auto& line : plan.lines) {
        if (!line.step || line.step->stage != stage) continue;
        const auto& code = line.step->requirement;
        table.rows.push_back({{line.step->plain_words,
                               actor_in_words(line.objective.who),
                               line.objective.by_day,
                               code.empty() ? std::string("No, you chose to")
                                            : "Yes: " + requirement_in_words(code)}});
    }
    return table.rows.empty() ? Html{} : section(table.caption, page::table(table));
}

/// What was said, and the lines on which it is signed on paper.
Html signature_of(const WholePlan& plan) {
    Html out;
    if (!plan.signings.empty()) {
        const auto& last = plan.signings.front();
        std::vector<Fact> said{
            {"Signed on", together(noms::in_words(last.signed_on))},
            {"You",
             last.stand == Stand::Agreed      ? "Agreed with the plan"
             : last.stand == Stand::Disagreed ? "Did not agree with the plan"
                                              : "Were not there"},
            {"We look at it again by", together(noms::in_words(last.review_on))}};
        if (!last.words.empty()) said.push_back({"What you said", last.words});
        out += facts(said);
    }
    return out + facts({{"Your signature", "........................................"},
                        {"Your offender manager", "........................................"},
                        {"Day", "...................."}});
}

}  // namespace

Page plan_page(Page page, const offenders::Offender& who, const WholePlan& plan, bool may_change) {
    auto person = offenders::path_of(who.id);
    auto path = person + "/sentence-plan";
    page.add(lead(lead_of(plan)));
    if (may_change) page.add(actions_of(plan, who, path));
    if (auto why = why_not_sign(plan); may_change && !why.empty())
        page.add(inset("It cannot be signed yet: " + why));
    page.add(paragraph(link(path + "/copy", "Copy for the person, in plain words")));
    page.add(paragraph(link(person + "/fits", "What fits: every intervention at once")));
    page.add(changes_of(plan));
    page.add(section("Needs", needs_of(plan), "needs"));
    page.add(section("Order", sequence_of(plan, path, may_change), "order"));
    page.add(section("Balance and what is missing", balance_of(plan), "balance"));
    page.add(section("Review", review_of(plan), "review"));
    if (!plan.signings.empty())
        page.add(section("Words and signatures", history_of(plan), "signatures"));
    if (!plan.closed.empty())
        page.add(paragraph(link(
            person + "/plan", fmt::format("{} closed in the plan's history", plan.closed.size()))));
    return page;
}

Page copy_page(const offenders::Offender& who, const WholePlan& plan) {
    Page page("Your plan");
    page.add(back_link(offenders::path_of(who.id) + "/sentence-plan", "The sentence plan"));
    page.add(heading(1, page.title()));
    page.add(lead(offenders::name_in_full(who) + ", " + noms::in_words(plan.day)));
    bool placed =
        std::ranges::any_of(plan.lines, [](const PlanLine& line) { return line.step.has_value(); });
    if (!placed)
        return page.add(empty_state("There is nothing in your plan yet",
                                    "Your offender manager will talk to you about it."));
    bool other = !plan.signings.empty() && plan.signings.front().content != plan.now.content;
    if (other) page.add(inset("This is not the plan that was signed: parts of it are new."));
    for (auto stage : {Stage::Stabilise, Stage::Motivate, Stage::Programme, Stage::Resettle})
        page.add(copy_of(plan, stage));
    page.add(section("What you said", signature_of(plan), "said"));
    return page.add(
        paragraph("If something here is wrong, tell your offender manager. You can also contest "
                  "what is written about you, and you get an answer."));
}

}  // namespace noms::plans
