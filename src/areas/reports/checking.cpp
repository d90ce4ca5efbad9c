#include <algorithm>

#include <fmt/format.h>

#include "areas/reports/drawing.hpp"
#include "areas/reports/handlers.hpp"
#include "areas/reports/store.hpp"
#include "areas/reports/words.hpp"
#include "kit/base/text.hpp"
#include "kit/describe/json.hpp"

/// The gate, the delivery and the court's own decision.
namespace noms::reports {
namespace {

Result<void> check_verdict(const CheckReport& given, const std::string& words) {
    if (given.verdict == Verdict::Returned && words.empty())
        return invalid({{"words", "missing", "Say what is to be put right"}});
    if (given.verdict == Verdict::Passed &&
        given.looked_at.size() < describe::type_of<Looked>().choices.size())
        return invalid({{"looked_at",
                         "incomplete",
                         "Tick each line that you found right, or return the report"}});
    return {};
}

std::string looked_at_in(const CheckReport& given) {
    std::vector<std::string> words;
    for (auto each : given.looked_at) words.emplace_back(describe::choice_text(each));
    return fmt::format("{}", fmt::join(words, ","));
}

std::vector<FieldError> faults_of(const Report& report, const RecordDecision& given, Date today) {
    std::vector<FieldError> faults;
    if (today < given.decided_on)
        faults.push_back({"decided_on", "date_in_future", "The day must not be in the future"});
    if (given.decided_on < report.asked_on)
        faults.push_back({"decided_on", "too_early", "That is before the report was asked for"});
    for (const auto& [field, code] : {std::pair("requirement", given.requirement),
                                      std::pair("requirement_2", given.requirement_2),
                                      std::pair("requirement_3", given.requirement_3)}) {
        if (!code) continue;
        const auto* known = sentences::disposal(*code);
        if (!known || known->kind != sentences::Group::Requirement)
            faults.push_back({field, "unknown_code", "Choose a requirement from the list"});
    }
    return faults;
}

/// What was typed, or else what the record has of that day.
std::vector<Sentenced> passed_in(db::Connection& db,
                                 const Report& report,
                                 const RecordDecision& given) {
    if (!given.disposal) return recorded_on(db, report.offender, given.decided_on);
    Sentenced passed{.disposal = *given.disposal};
    for (const auto& each : {given.requirement, given.requirement_2, given.requirement_3})
        if (each) passed.requirements.push_back(*each);
    return {passed};
}

void put_decision(Report& report, const std::vector<Sentenced>& passed) {
    std::vector<std::string> disposals, requirements;
    for (const auto& each : passed) {
        if (std::ranges::find(disposals, each.disposal) == disposals.end())
            disposals.push_back(each.disposal);
        for (const auto& kind : each.requirements)
            if (std::ranges::find(requirements, kind) == requirements.end())
                requirements.push_back(kind);
    }
    report.decided_disposals = fmt::format("{}", fmt::join(disposals, ","));
    report.decided_requirements = fmt::format("{}", fmt::join(requirements, ","));
}

}  // namespace

std::vector<Sentenced> recorded_on(db::Connection& db, offenders::OffenderId offender, Date day) {
    auto all = sentences::sentences_in_full(db, offender);
    std::vector<Sentenced> out;
    for (const auto& [sentence, offence] : all.sentences) {
        if (sentence.imposed_on != day || sentences::never_stood(sentence)) continue;
        Sentenced passed{.disposal = sentence.disposal};
        for (const auto& each : all.required)
            if (each.sentence == sentence.id) passed.requirements.push_back(each.kind);
        out.push_back(std::move(passed));
    }
    return out;
}

std::optional<Concordance> concordance_of(const Report& report,
                                          const std::vector<ProposedRequirement>& proposed) {
    if (!report.decided_on) return std::nullopt;
    ConcordanceFacts facts{.proposed = report.disposal};
    for (const auto& each : proposed) facts.requirements.push_back(each.kind);
    for (const auto& code : split(report.decided_disposals, ','))
        facts.passed.push_back({code, split(report.decided_requirements, ',')});
    auto ruling = concordance(facts);
    return ruling ? ruling->is : std::nullopt;
}

Result<Report> check_report(web::Context& context, const CheckReport& given) {
    auto before = TRY(report_in(context));
    std::string words(trimmed(given.words.value_or("")));
    auto step = given.verdict == Verdict::Passed ? Step::Pass : Step::Return;
    auto after = before;
    after.state = TRY(taken(context, before, {.step = step, .gives_reason = true}));
    CHECK(check_verdict(given, words));
    bool passed = given.verdict == Verdict::Passed;
    auto kept = TRY(keep(context,
                         before,
                         after,
                         passed ? "reports.passed" : "reports.returned",
                         passed ? "Checked and passed" : "Returned: " + words));
    context.changes->add(report_checks,
                         {.id = new_id<Check>(),
                          .report = kept.id,
                          .checker = context.actor.account,
                          .checker_name = context.actor.shown,
                          .checked_on = context.today,
                          .verdict = given.verdict,
                          .looked_at = looked_at_in(given),
                          .words = words});
    return kept;
}

Result<Report> deliver(web::Context& context, const Deliver& given) {
    auto before = TRY(report_in(context));
    auto who = TRY(offenders::offender_in(context));
    auto after = before;
    after.state = TRY(taken(context, before, {.step = Step::Deliver}));
    after.delivered_to = trimmed(given.delivered_to);
    if (after.delivered_to.empty())
        return invalid({{"delivered_to", "missing", "Say to whom at the court it was given"}});
    after.delivered_text = json::write(TRY(text_of(context, who, before)));
    after.delivered_on = context.today;
    after.delivered_by = context.actor.name;
    return keep(context, before, after, "reports.delivered", "Delivered to " + after.delivered_to);
}

Result<Report> record_decision(web::Context& context, const RecordDecision& given) {
    auto before = TRY(report_in(context));
    auto after = before;
    after.state = TRY(taken(context, before, {.step = Step::Decide}));
    if (auto faults = faults_of(before, given, context.today); !faults.empty())
        return invalid(std::move(faults));
    auto passed = passed_in(context.db, before, given);
    if (passed.empty())
        return invalid({{"disposal",
                         "missing",
                         "The record has no sentence of that day: say what the court passed"}});
    put_decision(after, passed);
    after.decided_on = given.decided_on;
    after.decided_words = trimmed(given.words.value_or(""));
    after.decided_recorded_by = context.actor.name;
    auto proposed = store::requirements_among(context.db, std::span(&before.id.number, 1));
    after.concordance = concordance_of(after, proposed);
    if (!after.concordance)
        return invalid({{"disposal", "no_sentence", "Choose the sentence that the court passed"}});
    return keep(context, before, after, "reports.decided", "The court decided");
}

}  // namespace noms::reports
