#include "areas/offenders/held.hpp"

#include <set>

#include "areas/offenders/store.hpp"

namespace noms::offenders {

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

void Mover::move(const Held& held) {
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

}  // namespace noms::offenders
