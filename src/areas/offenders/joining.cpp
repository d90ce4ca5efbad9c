#include "areas/offenders/joining.hpp"

#include <algorithm>
#include <functional>
#include <set>

#include "areas/access/access.hpp"
#include "areas/offenders/facts.hpp"
#include "areas/offenders/store.hpp"

namespace noms::offenders {
namespace {

void about(record::Changes& changes, OffenderId id, std::string_view kind) {
    changes.about({std::string(subject_kind), id.number}, kind);
}

/// Everything that stands under one offender and would move with a join.
struct Held {
    std::vector<SourceRecord> records{};
    std::vector<Name> names{};
    std::vector<NameToken> tokens{};
    std::vector<BirthDate> birth_dates{};
    std::vector<Identifier> identifiers{};
    std::vector<Address> addresses{};
    std::vector<Alert> alerts{};
};

Held held_by(db::Connection& db, OffenderId id) {
    auto one = std::span(&id.number, 1);
    return {.records = store::records_among(db, one).get(),
            .names = store::names_among(db, one).get(),
            .tokens = store::tokens_among(db, one).get(),
            .birth_dates = store::birth_dates_among(db, one).get(),
            .identifiers = store::identifiers_among(db, one).get(),
            .addresses = store::addresses_among(db, one).get(),
            .alerts = store::alerts_of(db, id).get()};
}

/// Moves the facts that `wanted` picks (by their record and their own id) to another offender.
class Mover {
public:
    using Wanted = std::function<bool(const std::optional<RecordId>&, std::int64_t)>;
    Mover(record::Changes& changes, OffenderId to, Wanted wanted)
        : changes_(changes), to_(to), wanted_(std::move(wanted)) {}

    void move(const Held& held) {
        for (const auto& each : held.records) move_one(source_records, each, each.id);
        std::set<std::int64_t> moved_names;
        for (const auto& each : held.names)
            if (move_one(names, each, each.source_record)) moved_names.insert(each.id.number);
        for (const auto& each : held.tokens)
            if (moved_names.contains(each.name.number)) write(name_tokens, each);
        for (const auto& each : held.birth_dates) move_one(birth_dates, each, each.source_record);
        for (const auto& each : held.identifiers) move_one(identifiers, each, each.source_record);
        for (const auto& each : held.addresses) move_one(addresses, each, each.source_record);
        for (const auto& each : held.alerts) move_one(alerts, each, std::nullopt);
    }
    const std::vector<LinkFact>& moved() const { return moved_; }

private:
    record::Changes& changes_;
    OffenderId to_;
    Wanted wanted_;
    std::vector<LinkFact> moved_;

    template <class T>
    void write(const record::Table<T>& table, const T& row) {
        auto after = row;
        after.offender = to_;
        changes_.change(table, row, after);
    }
    template <class T>
    bool move_one(const record::Table<T>& table, const T& row, std::optional<RecordId> record) {
        if (!wanted_(record, row.id.number)) return false;
        write(table, row);
        moved_.push_back({.fact_table = std::string(table.name), .fact = row.id.number});
        return true;
    }
};

/// Shows of the offender what its remaining records say.
void settle(record::Changes& changes, db::Connection& db, const Offender& before) {
    auto after = settled(before, store::records_among(db, std::span(&before.id.number, 1)).get());
    ++after.version;
    changes.change(offenders, before, after);
}

/// Whoever may see the one may see the other until their own holds change.
void copy_holds(record::Changes& changes, db::Connection& db, OffenderId from, OffenderId to) {
    std::set<std::pair<std::string, std::int64_t>> open;
    for (const auto& hold : access::holds_of(db, to.number))
        if (!hold.until_day) open.insert({hold.scope_kind, hold.body});
    for (const auto& hold : access::holds_of(db, from.number))
        if (!hold.until_day && open.insert({hold.scope_kind, hold.body}).second)
            access::open_hold(
                changes, to.number, hold.scope_kind, hold.body, changes.command().day);
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

/// Later joins moved these facts on: they are no longer theirs to give back.
void forget_on_the_way(record::Changes& changes,
                       db::Connection& db,
                       OffenderId from,
                       OffenderId holder,
                       const std::set<std::int64_t>& facts) {
    while (from != holder) {
        auto link = store::link_joining(db, from);
        if (!link) return;
        for (const auto& fact : store::link_facts_of(db, link->id))
            if (facts.contains(fact.fact)) changes.remove(link_facts, fact);
        from = link->offender;
    }
}

std::set<std::int64_t> facts_in(const std::vector<LinkFact>& moved) {
    std::set<std::int64_t> out;
    for (const auto& fact : moved) out.insert(fact.fact);
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
    auto listed = facts_in(store::link_facts_of(db, link.id));
    Mover mover(changes, back, [&](auto&, std::int64_t fact) { return listed.contains(fact); });
    mover.move(held_by(db, holder.id));
    forget_on_the_way(changes, db, link.offender, holder.id, facts_in(mover.moved()));
    auto below = joined_below(db, back);
    for (const auto& each : store::offenders_among(db, below).get())
        set_joined(changes, each, back, "offenders.link_undone");
    set_joined(changes, store::offender(db, back).value(), {}, "offenders.link_undone");
    settle(changes, db, store::offender(db, back).value());
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
    auto joined = members_of(db, other.id);
    for (const auto& each : store::offenders_among(db, joined).get())
        set_joined(changes, each, offender.id, "offenders.joined");
    about(changes, offender.id, "offenders.joined");
    changes.add(links, link);
    for (auto fact : mover.moved()) {
        fact.link = link.id;
        changes.add(link_facts, fact);
    }
    copy_holds(changes, db, other.id, offender.id);
    settle(changes, db, offender);
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
    return back;
}

}  // namespace noms::offenders
