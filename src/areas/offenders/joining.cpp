#include "areas/offenders/joining.hpp"

#include <algorithm>
#include <set>

#include "areas/access/access.hpp"
#include "areas/offenders/facts.hpp"
#include "areas/offenders/following.hpp"
#include "areas/offenders/held.hpp"
#include "areas/offenders/store.hpp"

namespace noms::offenders {
namespace {

void about(record::Changes& changes, OffenderId id, std::string_view kind) {
    changes.about({std::string(subject_kind), id.number}, kind);
}

/// Shows of the offender what its remaining records say.
void settle(record::Changes& changes, db::Connection& db, const Offender& before) {
    auto after = settled(before, store::records_among(db, std::span(&before.id.number, 1)).get());
    ++after.version;
    changes.change(offenders, before, after);
}

/// Whoever may see the one may see the other until their own holds change.
void copy_holds(record::Changes& changes, db::Connection& db, OffenderId from, OffenderId to) {
    auto day = changes.command().day;
    for (const auto& hold : access::holds_of(db, from.number))
        if (!hold.until_day)
            access::hold_from(changes, db, to.number, hold.scope_kind, hold.body, day);
}

void mark_undone(record::Changes& changes, const Link& link) {
    auto undone = link;
    undone.state = LinkState::Undone;
    undone.undone_on = changes.command().day;
    undone.undone_by = changes.command().actor_name;
    changes.change(links, link, undone);
}

/// Changes whom an offender is joined to; empty: to none.
void set_joined(record::Changes& changes,
                const Offender& before,
                std::optional<OffenderId> to,
                std::string_view kind) {
    auto after = before;
    after.joined_to = to;
    ++after.version;
    about(changes, before.id, kind);
    changes.change(offenders, before, after);
}

/// Whoever was joined to `root`, or to one that was, by joins that stand.
std::vector<std::int64_t> joined_below(db::Connection& db, OffenderId root) {
    std::vector<std::int64_t> found, next{root.number};
    while (!next.empty()) {
        auto links = store::links_of(db, next).get();
        next.clear();
        for (const auto& link : links)
            if (link.joined_offender && link.state == LinkState::Standing)
                next.push_back(link.joined_offender->number);
        found.insert(found.end(), next.begin(), next.end());
    }
    return found;
}

/// Later joins moved these facts on: they are no longer theirs to give back. Gives what the later
/// ones knew of them.
std::vector<LinkFact> forget_on_the_way(record::Changes& changes,
                                        db::Connection& db,
                                        OffenderId from,
                                        OffenderId holder,
                                        const std::set<std::int64_t>& facts) {
    std::vector<LinkFact> forgotten;
    while (from != holder) {
        auto link = store::link_joining(db, from);
        if (!link) break;
        for (auto& fact : store::link_facts_of(db, link->id)) {
            if (!facts.contains(fact.fact)) continue;
            changes.remove(link_facts, fact);
            forgotten.push_back(std::move(fact));
        }
        from = link->offender;
    }
    return forgotten;
}

std::set<std::int64_t> facts_in(const std::vector<LinkFact>& moved) {
    std::set<std::int64_t> out;
    for (const auto& fact : moved)
        if (fact.gave_way.empty()) out.insert(fact.fact);
    return out;
}

/// Of what a join brought: the facts that the holder has now, and those that gave way.
struct Brought {
    std::set<std::int64_t> standing{};
    std::vector<LinkFact> gave_way{};
};

Brought brought_by(record::Changes& changes,
                   db::Connection& db,
                   const Link& link,
                   OffenderId holder) {
    auto gave_way = [](const LinkFact& fact) { return !fact.gave_way.empty(); };
    auto facts = store::link_facts_of(db, link.id);
    Brought out{.standing = facts_in(facts)};
    std::ranges::copy_if(facts, std::back_inserter(out.gave_way), gave_way);
    for (auto& fact : forget_on_the_way(changes, db, link.offender, holder, out.standing)) {
        if (!gave_way(fact)) continue;
        out.standing.erase(fact.fact);
        out.gave_way.push_back(std::move(fact));
    }
    return out;
}

/// The record goes to an offender of its own.
OffenderId part_record(record::Changes& changes,
                       db::Connection& db,
                       const Offender& holder,
                       const Link& link) {
    auto held = held_by(db, holder.id);
    auto record = *link.source_record;
    auto is_it = [&](const SourceRecord& each) { return each.id == record; };
    Offender apart{.id = new_id<OffenderTag>()};
    auto found = std::ranges::find_if(held.records, is_it);
    if (found == held.records.end()) throw db::Broken("a join that stands lacks its record");
    apart = settled(apart, {*found});
    about(changes, apart.id, "offenders.record_parted");
    changes.add(offenders, apart);
    copy_holds(changes, db, holder.id, apart.id);
    about(changes, holder.id, "offenders.link_undone");
    Mover mover(changes, apart.id, [&](auto& from, std::int64_t) { return from == record; });
    mover.move(held);
    forget_on_the_way(changes, db, link.offender, holder.id, facts_in(mover.moved()));
    return apart.id;
}

/// What the join moved goes back, with whoever had been joined to that offender before.
OffenderId part_offender(record::Changes& changes,
                         db::Connection& db,
                         const Offender& holder,
                         const Link& link) {
    auto back = *link.joined_offender;
    auto brought = brought_by(changes, db, link, holder.id);
    auto wanted = [&](std::int64_t fact) { return brought.standing.contains(fact); };
    Mover mover(changes, back, [&](auto&, std::int64_t fact) { return wanted(fact); });
    mover.move(held_by(db, holder.id));
    move_following(changes, db, holder.id, back, wanted);
    put_back(changes, brought.gave_way, back);
    auto below = joined_below(db, back);
    for (const auto& each : store::offenders_among(db, below).get())
        set_joined(changes, each, back, "offenders.link_undone");
    set_joined(changes, store::offender(db, back).value(), {}, "offenders.link_undone");
    settle(changes, db, store::offender(db, back).value());
    settle_following(changes, db, back);
    return back;
}

}  // namespace

std::vector<std::int64_t> members_of(db::Connection& db, OffenderId id) {
    std::vector<std::int64_t> out{id.number};
    for (const auto& each : store::joined_among(db, std::span(&id.number, 1)).get())
        out.push_back(each.id.number);
    return out;
}

void join_offenders(record::Changes& changes,
                    db::Connection& db,
                    const Offender& offender,
                    const Offender& other,
                    const std::string& evidence) {
    Link link{.id = new_id<Link>(),
              .offender = offender.id,
              .joined_offender = other.id,
              .ground = "Decision",
              .evidence = evidence,
              .made_on = changes.command().day,
              .made_by = changes.command().actor_name};
    about(changes, other.id, "offenders.joined");
    Mover mover(changes, offender.id, [](auto&, std::int64_t) { return true; });
    mover.move(held_by(db, other.id));
    auto moved = mover.moved();
    std::ranges::move(
        move_following(changes, db, other.id, offender.id, [](std::int64_t) { return true; }),
        std::back_inserter(moved));
    auto joined = members_of(db, other.id);
    for (const auto& each : store::offenders_among(db, joined).get())
        set_joined(changes, each, offender.id, "offenders.joined");
    about(changes, offender.id, "offenders.joined");
    changes.add(links, link);
    for (auto& fact : moved) {
        fact.link = link.id;
        changes.add(link_facts, fact);
    }
    copy_holds(changes, db, other.id, offender.id);
    settle(changes, db, offender);
    settle_following(changes, db, offender.id);
    about(changes, other.id, "offenders.joined");
    settle_following(changes, db, other.id);
}

Result<OffenderId> undo_link(record::Changes& changes,
                             db::Connection& db,
                             const Offender& holder,
                             const Link& link) {
    if (link.state == LinkState::Undone) return conflict("Somebody undid this already.");
    about(changes, holder.id, "offenders.link_undone");
    auto back = link.source_record ? part_record(changes, db, holder, link)
                                   : part_offender(changes, db, holder, link);
    about(changes, holder.id, "offenders.link_undone");
    mark_undone(changes, link);
    settle(changes, db, holder);
    settle_following(changes, db, holder.id);
    for (auto each : {holder.id, back})
        if (auto fits = fit_together(db, std::span(&each.number, 1), changes.command().day); !fits)
            return refused("Put right first what was recorded since the join. " +
                           fits.error().message);
    return back;
}

}  // namespace noms::offenders
