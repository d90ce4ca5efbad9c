#include "areas/release_dates/rules_facts.hpp"

#include <algorithm>
#include <set>

#include "kit/base/id.hpp"

namespace noms::release_dates {
namespace {

using movements::Move;

/// Whether it is as if the sentence had never been passed.
bool is_undone(const sentences::Sentence& sentence) {
    using enum sentences::EndReason;
    return sentences::never_stood(sentence) || sentence.ended_reason == Pardoned ||
           sentence.ended_reason == Resentenced;
}

bool registers(const std::string& disposal) {
    return disposal == "NOTIF" || disposal == "SOPO";
}

/// The custodial sentences that run on `day`. Time away puts an end off, so that nothing is taken
/// to have run out by its term.
std::set<std::int64_t> running(const Recorded& recorded,
                               const std::vector<sentences::Run>& runs,
                               bool was_away,
                               Date day) {
    std::set<std::int64_t> ids;
    for (const auto& each : recorded.sentences) {
        const auto& row = each.sentence;
        if (!is_served(row) || row.activated_on.value_or(row.imposed_on) > day) continue;
        if (row.ended_on && *row.ended_on <= day) continue;
        auto ends = sentences::ending_of(sentences::run_of(row), runs);
        bool has_run_out = ends.until && *ends.until <= day && !was_away;
        if (!has_run_out) ids.insert(row.id.number);
    }
    return ids;
}

/// With those that a running one follows, however long ago they ended.
void add_followed(std::set<std::int64_t>& ids, const Recorded& recorded) {
    for (bool found = true; found;) {
        found = false;
        for (const auto& each : recorded.sentences) {
            const auto& follower = each.sentence;
            if (!ids.contains(follower.id.number) || !follower.consecutive_to) continue;
            for (const auto& other : recorded.sentences)
                if (other.sentence.id == *follower.consecutive_to && !is_undone(other.sentence))
                    found = ids.insert(other.sentence.id.number).second || found;
        }
    }
}

SentenceFact fact_of(const sentences::SentenceForOffence& given, const Recorded& recorded) {
    const auto& row = given.sentence;
    SentenceFact fact{.id = to_text(row.id),
                      .disposal = row.disposal,
                      .imposed_on = row.imposed_on,
                      .offence = given.offence,
                      .length = sentences::length_of(row),
                      .remand_days = row.remand_days,
                      .tagged_bail_days = row.tagged_bail_days,
                      .amount_pence = row.amount_pence};
    if (auto custodial = sentences::custodial_of(row); !custodial.empty())
        fact.custodial = custodial;
    if (row.activated_on) {
        fact.imposed_on = *row.activated_on;
        fact.length = sentences::activated_of(row);
    }
    if (row.consecutive_to) fact.consecutive_to = to_text(*row.consecutive_to);
    auto offence = std::ranges::find(recorded.offences, row.offence, &sentences::Offence::id);
    if (offence == recorded.offences.end()) return fact;
    fact.offence_code = offence->code;
    fact.committed_on = offence->committed_on;
    fact.marks = sentences::marks_of(*offence);
    return fact;
}

/// The recall that brought somebody back; null for any other movement.
const movements::Warrant* recall_of(const movements::Movement& row, const Recorded& recorded) {
    if (row.move != Move::Reception || !row.warrant) return nullptr;
    auto warrant = std::ranges::find(recorded.warrants, *row.warrant, &movements::Warrant::id);
    bool is_recall =
        warrant != recorded.warrants.end() && warrant->kind == movements::WarrantKind::Recall;
    return is_recall ? &*warrant : nullptr;
}

/// What the movements from the first sentence on say; they stand the newest first.
void add_movements(CalculationFacts& facts, const Recorded& recorded, Date first, Date day) {
    for (auto row = recorded.movements.rbegin(); row != recorded.movements.rend(); ++row) {
        auto on = day_of(row->at);
        if (on > day) break;
        bool open = !facts.absences.empty() && !facts.absences.back().back_on;
        if (open && row->place != movements::Place::AtLarge) facts.absences.back().back_on = on;
        if (on < first) continue;
        if (row->place == movements::Place::AtLarge && !open)
            facts.absences.push_back({.left_on = on});
        if (row->move == Move::Release) facts.releases.push_back({on, row->reason});
        if (const auto* recall = recall_of(*row, recorded))
            facts.recalls.push_back(
                {.revoked_on = recall->issued_on, .returned_on = on, .term = recall->recall_term});
    }
}

/// Whether somebody was away while any custodial sentence of theirs may have run.
bool was_away(const Recorded& recorded) {
    return std::ranges::any_of(recorded.movements, [](const movements::Movement& row) {
        return row.place == movements::Place::AtLarge;
    });
}

}  // namespace

bool is_custodial(const std::string& disposal) {
    using enum sentences::Group;
    const auto* known = sentences::disposal(disposal);
    return known && (known->kind == Custody || known->kind == Default || known->kind == Suspended);
}

bool is_served(const sentences::Sentence& sentence) {
    const auto* known = sentences::disposal(sentence.disposal);
    bool suspended = known && known->kind == sentences::Group::Suspended;
    return is_custodial(sentence.disposal) && (!suspended || sentence.activated_on);
}

CalculationFacts facts_of(const Recorded& recorded, Date day) {
    CalculationFacts facts{.born = recorded.born};
    std::vector<sentences::Run> runs;
    for (const auto& each : recorded.sentences) runs.push_back(sentences::run_of(each.sentence));
    auto ids = running(recorded, runs, was_away(recorded), day);
    add_followed(ids, recorded);
    for (const auto& each : recorded.sentences) {
        if (registers(each.sentence.disposal) && !each.sentence.ended_on)
            facts.registered_sex_offender = true;
        if (ids.contains(each.sentence.id.number))
            facts.sentences.push_back(fact_of(each, recorded));
    }
    if (facts.sentences.empty()) return facts;
    auto first = std::ranges::min(facts.sentences, {}, &SentenceFact::imposed_on).imposed_on;
    add_movements(facts, recorded, first, day);
    for (const auto& each : recorded.added)
        if (each.decided_on >= first && each.decided_on <= day) facts.added.push_back(each);
    return facts;
}

}  // namespace noms::release_dates
