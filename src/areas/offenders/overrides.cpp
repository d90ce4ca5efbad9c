#include "areas/offenders/overrides.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "areas/offenders/following.hpp"
#include "areas/offenders/joining.hpp"
#include "areas/offenders/store.hpp"

namespace noms::offenders {
namespace {

using Members = std::set<OffenderId>;

Members members(db::Connection& db, OffenderId id) {
    Members out;
    for (auto number : members_of(db, id)) out.insert({number});
    return out;
}

std::vector<std::int64_t> numbers_of(const Members& members) {
    std::vector<std::int64_t> out;
    for (auto id : members) out.push_back(id.number);
    return out;
}

/// Whether one of a pair's offenders is among `left` and the other among `right`.
bool between(const auto& pair, const Members& left, const Members& right) {
    return (left.contains(pair.offender) && right.contains(pair.other)) ||
           (right.contains(pair.offender) && left.contains(pair.other));
}

/// Decisions that nobody ended, between the two and those joined to them.
std::vector<Override> decided_between(db::Connection& db,
                                      const Members& left,
                                      const Members& right) {
    auto found = store::overrides_among(db, numbers_of(left)).get();
    std::erase_if(
        found, [&](const Override& each) { return each.ended_on || !between(each, left, right); });
    return found;
}

void end(record::Changes& changes, const Override& before) {
    auto after = before;
    after.ended_on = changes.command().day;
    after.ended_by = changes.command().actor_name;
    changes.change(overrides, before, after);
}

void close_candidates(record::Changes& changes,
                      db::Connection& db,
                      const Members& left,
                      const Members& right,
                      CandidateState state) {
    for (const auto& pair : store::candidates_among(db, numbers_of(left)).get()) {
        if (!between(pair, left, right) || pair.state == state) continue;
        auto after = pair;
        after.state = state;
        after.decided_on = changes.command().day;
        after.decided_by = changes.command().actor_name;
        changes.change(candidates, pair, after);
    }
}

void note(record::Changes& changes, OffenderId offender, OffenderId other, const Verdict& verdict) {
    changes.add(overrides,
                Override{.id = new_id<Override>(),
                         .offender = offender,
                         .other = other,
                         .said = verdict.said,
                         .reason = verdict.reason,
                         .made_on = changes.command().day,
                         .made_by = changes.command().actor_name,
                         .expires_on = verdict.expires_on});
}

void about(record::Changes& changes, OffenderId id, std::string_view kind) {
    changes.about({std::string(subject_kind), id.number}, kind);
}

}  // namespace

std::set<OffenderId> apart_by_decision(db::Connection& db,
                                       OffenderId one,
                                       const std::vector<std::int64_t>& others,
                                       Date day) {
    auto mine = members(db, one);
    auto decided = store::overrides_among(db, numbers_of(mine));
    auto joined = store::joined_among(db, others);
    std::map<OffenderId, OffenderId> stands_for;
    for (auto other : others) stands_for[{other}] = {other};
    for (const auto& each : joined.get()) stands_for[each.id] = each.joined_to;
    std::set<OffenderId> out;
    for (const auto& each : decided.get()) {
        if (each.said != Said::Different || !each.binds(day)) continue;
        auto other = stands_for.find(mine.contains(each.offender) ? each.other : each.offender);
        if (other != stands_for.end()) out.insert(other->second);
    }
    return out;
}

Result<void> carry_out(record::Changes& changes,
                       db::Connection& db,
                       const Offender& offender,
                       const Offender& other,
                       const Verdict& verdict) {
    bool join = verdict.said == Said::Same;
    auto day = changes.command().day;
    auto left = members(db, offender.id), right = members(db, other.id);
    auto decided = decided_between(db, left, right);
    for (const auto& each : decided)
        if (join && each.said == Said::Different && each.binds(day))
            return refused(each.made_by + " decided on " + noms::in_words(each.made_on) +
                           " that these are two people: " + each.reason +
                           ". End that decision first.");
    std::vector<std::int64_t> both{offender.id.number, other.id.number};
    if (join) CHECK(fit_together(db, both, day));
    auto kind = join ? "offenders.joined" : "offenders.kept_apart";
    about(changes, offender.id, kind);
    for (const auto& each : decided) end(changes, each);
    note(changes, offender.id, other.id, verdict);
    close_candidates(
        changes, db, left, right, join ? CandidateState::Joined : CandidateState::KeptApart);
    if (join) join_offenders(changes, db, offender, other, verdict.reason);
    return {};
}

void keep_apart_after_undo(record::Changes& changes,
                           db::Connection& db,
                           OffenderId holder,
                           OffenderId back,
                           const std::string& reason) {
    auto left = members(db, holder), right = members(db, back);
    about(changes, holder, "offenders.link_undone");
    for (const auto& each : decided_between(db, left, right)) end(changes, each);
    note(changes, holder, back, {.said = Said::Different, .reason = reason});
    close_candidates(changes, db, left, right, CandidateState::KeptApart);
}

Result<void> end_override(record::Changes& changes, const Override& before) {
    if (before.ended_on) return conflict("Somebody ended this decision already.");
    if (before.said == Said::Same)
        return refused("This decision joined two records: undo the join on the person's page.");
    about(changes, before.offender, "offenders.decision_ended");
    end(changes, before);
    return {};
}

}  // namespace noms::offenders
