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
            .addresses = store::addresses_of(db, id).get(),
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

/// The record goes to an offender of its own.
OffenderId part_record(record::Changes& changes,
                       db::Connection& db,
                       const Offender& holder,
                       const Held& held,
                       RecordId record) {
    auto is_it = [&](const SourceRecord& each) { return each.id == record; };
    Offender apart{.id = new_id<OffenderTag>()};
    fill_from(apart, *std::ranges::find_if(held.records, is_it));
    about(changes, apart.id, "offenders.record_parted");
    changes.add(offenders, apart);
    copy_holds(changes, db, holder.id, apart.id);
    about(changes, holder.id, "offenders.link_undone");
    Mover(changes, apart.id, [&](auto& from, std::int64_t) { return from == record; }).move(held);
    return apart.id;
}

}  // namespace

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
    auto away = other;
    away.joined_to = offender.id;
    ++away.version;
    changes.change(offenders, other, away);
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
    auto held = held_by(db, holder.id);
    auto here = [&](const SourceRecord& each) { return each.id == link.source_record; };
    if (link.source_record && std::ranges::none_of(held.records, here))
        return refused("The record stands under another offender now: undo the later join first.");
    about(changes, holder.id, "offenders.link_undone");
    mark_undone(changes, link);
    OffenderId back{};
    if (link.source_record) {
        back = part_record(changes, db, holder, held, *link.source_record);
    } else {
        back = *link.joined_offender;
        std::set<std::int64_t> moved;
        for (const auto& fact : store::link_facts_of(db, link.id)) moved.insert(fact.fact);
        auto was_moved = [&](auto&, std::int64_t fact) { return moved.contains(fact); };
        Mover(changes, back, was_moved).move(held);
        auto away = store::offender(db, back).value();
        auto again = away;
        again.joined_to.reset();
        ++again.version;
        about(changes, back, "offenders.link_undone");
        changes.change(offenders, away, again);
        about(changes, holder.id, "offenders.link_undone");
    }
    settle(changes, db, holder);
    return back;
}

}  // namespace noms::offenders
