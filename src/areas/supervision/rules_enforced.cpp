#include "areas/supervision/rules_enforced.hpp"

#include <algorithm>
#include <tuple>

#include "areas/supervision/data.gen.hpp"
#include "kit/describe/rows.hpp"

namespace noms::supervision {
namespace {

using sentences::Ending;
using sentences::EndIs;
using sentences::Sentence;

/// A release after which a licence runs.
bool begins_licence(const movements::Movement& movement) {
    using movements::ReleaseReason;
    if (movement.move != movements::Move::Release) return false;
    auto reason = describe::choice_of<ReleaseReason>(movement.reason);
    return reason == ReleaseReason::Conditional || reason == ReleaseReason::Parole ||
           reason == ReleaseReason::HomeDetentionCurfew || reason == ReleaseReason::NotStated;
}

/// The stretches outside prison on licence: from each release to the next movement.
std::vector<Span> stays_on_licence(const std::vector<movements::Movement>& all) {
    std::vector<Span> out;
    for (size_t i = 0; i < all.size(); ++i) {
        if (!begins_licence(all[i])) continue;
        Span stay{.from = day_of(all[i].at)};
        if (i + 1 < all.size()) stay.until = day_of(all[i + 1].at);
        out.push_back(stay);
    }
    return out;
}

std::optional<Date> earlier(const std::optional<Date>& one, const std::optional<Date>& other) {
    if (!one || !other) return one ? one : other;
    return std::min(*one, *other);
}

/// The day after which a licence no longer holds in that stay, since it was revoked.
std::optional<Date> revoked_in(const Span& stay,
                               const std::vector<Recall>& recalls,
                               const Sentence& of) {
    for (const auto& recall : recalls)
        if (recall.sentence == of.id && recall.decision == RecallDecision::Revoked &&
            stay.covers(*recall.decided_on))
            return plus_days(*recall.decided_on, 1);
    return std::nullopt;
}

std::vector<Span> in_force(const Sentence& sentence,
                           const EnforcedUnder& under,
                           const Ending& ending,
                           const EnforcedFacts& facts) {
    if (under.enforced == EnforcedSentence::Order) return {{sentence.imposed_on, ending.until}};
    std::vector<Span> out;
    for (auto stay : stays_on_licence(facts.movements)) {
        if (stay.from < sentence.imposed_on) continue;
        stay.until = earlier(stay.until, ending.until);
        stay.until = earlier(stay.until, revoked_in(stay, facts.recalls, sentence));
        if (!stay.until || stay.from < *stay.until) out.push_back(stay);
    }
    return out;
}

bool covers(const std::vector<Span>& spans, Date day) {
    return std::ranges::any_of(spans, [&](const Span& span) { return span.covers(day); });
}

/// Of several licences at once the one that ends last is the licence; later ones sort higher.
auto rank_of(const Enforced& each) {
    auto until = each.in_force.empty() ? std::nullopt : each.in_force.back().until;
    return std::tuple(!until, until.value_or(Date{}), each.sentence.imposed_on, each.sentence.id);
}

bool asks_for(const Enforced& order,
              const std::string& requirement,
              const std::vector<sentences::Requirement>& all) {
    return std::ranges::any_of(all, [&](const auto& each) {
        return each.sentence == order.sentence.id && each.kind == requirement;
    });
}

/// The requirement that a contact of that kind belongs to: "REQ_SUP" for an office appointment.
std::string requirement_of(const Contact& contact) {
    auto kind = std::ranges::find(contact_kinds(), contact.kind, &ContactKind::code);
    return kind == contact_kinds().end() ? "" : "REQ_" + kind->group;
}

/// What the failure counts against.
std::vector<Enforced*> counted_against(const Contact& failure,
                                       std::vector<Enforced>& all,
                                       const EnforcedFacts& facts) {
    std::vector<Enforced*> orders, of_requirement, out;
    Enforced* licence = nullptr;
    auto requirement = requirement_of(failure);
    for (auto& each : all) {
        if (!covers(each.in_force, failure.on_day)) continue;
        if (each.is_licence() && (!licence || rank_of(*licence) < rank_of(each))) licence = &each;
        if (each.is_licence()) continue;
        orders.push_back(&each);
        if (asks_for(each, requirement, facts.requirements)) of_requirement.push_back(&each);
    }
    out = of_requirement.empty() ? orders : of_requirement;
    if (licence) out.push_back(licence);
    return out;
}

/// Proceedings answer every failure up to the day on which they ended.
std::optional<Date> answered_by_proceedings(const Enforced& of, Date failed_on) {
    for (const auto& each : of.breaches)
        if (!each.decided_on || failed_on <= *each.decided_on)
            return std::max(each.begun_on, failed_on);
    for (const auto& each : of.recalls) {
        auto over = each.decision == RecallDecision::NotRevoked ? each.decided_on : each.ended_on;
        if (!over || failed_on <= *over) return std::max(each.requested_on, failed_on);
    }
    return std::nullopt;
}

Failure failure_of(const Contact& contact, const Enforced& of) {
    Failure failure{.on = contact.on_day};
    const auto* outcome = contact.outcome ? outcome_of(*contact.outcome) : nullptr;
    if (outcome && outcome->compliance == Compliance::Unacceptable) failure.acceptable = false;
    const auto* answer = of.answer_to(contact.id);
    failure.answered_on =
        answer ? std::optional(answer->on_day) : answered_by_proceedings(of, contact.on_day);
    return failure;
}

Result<void> rule_on(Enforced& each, Date day) {
    EnforcementFacts facts{.day = day, .sentence = each.under.enforced};
    for (const auto& failure : each.failures) facts.failures.push_back(failure_of(failure, each));
    each.ruling = TRY(enforcement_clock(facts));
    if (!each.runs) each.ruling.steps.clear();
    return {};
}

template <class Row>
std::vector<Row> rows_of(const std::vector<Row>& all, Id<Sentence> sentence) {
    std::vector<Row> out;
    std::ranges::copy_if(
        all, std::back_inserter(out), [&](const Row& row) { return row.sentence == sentence; });
    return out;
}

/// The orders and licences without their failures.
std::vector<Enforced> all_enforced(const EnforcedFacts& facts) {
    std::vector<sentences::Run> runs;
    for (const auto& each : facts.sentences) runs.push_back(sentences::run_of(each));
    std::vector<Enforced> out;
    for (size_t i = 0; i < facts.sentences.size(); ++i) {
        const auto& sentence = facts.sentences[i];
        const auto* under = enforced_under(sentence.disposal);
        if (!under || sentences::never_stood(sentence)) continue;
        auto ending = sentences::ending_of(runs[i], runs);
        Enforced each{.sentence = sentence,
                      .under = *under,
                      .in_force = in_force(sentence, *under, ending, facts),
                      .answers = rows_of(facts.answers, sentence.id),
                      .breaches = rows_of(facts.breaches, sentence.id),
                      .recalls = rows_of(facts.recalls, sentence.id)};
        each.runs = covers(each.in_force, facts.day);
        if (!each.in_force.empty()) out.push_back(std::move(each));
    }
    std::ranges::stable_sort(
        out, {}, [](const Enforced& each) { return each.sentence.imposed_on; });
    return out;
}

}  // namespace

const EnforcedUnder* enforced_under(std::string_view disposal) {
    static const auto all = rows::read<EnforcedUnder>(data::enforced);
    auto found = std::ranges::find(all, disposal, &EnforcedUnder::disposal);
    return found == all.end() ? nullptr : &*found;
}

const Breach* Enforced::breach_under_way() const {
    auto found = std::ranges::find_if(breaches, [](const Breach& each) { return !each.result; });
    return found == breaches.end() ? nullptr : &*found;
}

const Recall* Enforced::recall_under_way() const {
    auto found = std::ranges::find_if(recalls, [](const Recall& each) {
        return !each.result && each.decision != RecallDecision::NotRevoked;
    });
    return found == recalls.end() ? nullptr : &*found;
}

const FailureAnswer* Enforced::answer_to(ContactId failure) const {
    auto found = std::ranges::find(answers, failure, &FailureAnswer::contact);
    return found == answers.end() ? nullptr : &*found;
}

const EnforcementStep* Enforced::step_for(ContactId failure) const {
    for (const auto& step : ruling.steps)
        if (failures[size_t(step.failure)].id == failure) return &step;
    return nullptr;
}

Result<std::vector<Enforced>> enforced(const EnforcedFacts& facts) {
    auto all = all_enforced(facts);
    for (const auto& failure : facts.failures)
        for (auto* each : counted_against(failure, all, facts)) each->failures.push_back(failure);
    for (auto& each : all) CHECK(rule_on(each, facts.day));
    return all;
}

}  // namespace noms::supervision
