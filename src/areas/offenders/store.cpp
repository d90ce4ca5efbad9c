#include "areas/offenders/store.hpp"

#include "areas/offenders/sql.gen.hpp"

namespace noms::offenders::store {
namespace {

/// A query whose only parameter is a list of numbers; no question is asked for an empty list.
template <class T>
db::Asked<T> among(db::Connection& db, const db::Query& query, Numbers numbers) {
    if (numbers.empty()) return db::Asked<T>(db);
    return db::ask<T>(db, query, db::json_list(numbers));
}

std::vector<std::int64_t> numbers_among(db::Connection& db,
                                        const db::Query& query,
                                        Numbers numbers) {
    std::vector<std::int64_t> out;
    if (numbers.empty()) return out;
    const std::vector<db::Value> values{db::json_list(numbers)};
    db.read(query, values, [&](const db::Row& row) {
        db::take(describe::type_of<std::int64_t>(), &out.emplace_back(), row.cell(0));
    });
    return out;
}

}  // namespace

db::Asked<Offender> offenders_among(db::Connection& db, Numbers offenders) {
    return among<Offender>(db, sql::offenders_among, offenders);
}
std::optional<Offender> offender(db::Connection& db, OffenderId id) {
    auto found = offenders_among(db, std::span(&id.number, 1)).get();
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}
std::optional<Offender> offender_seen(db::Connection& db,
                                      const web::Actor& actor,
                                      OffenderId id,
                                      Date day) {
    return db::first<Offender>(
        db, sql::offender_seen, id, actor.scope_kind, actor.scope_body, actor.account, day);
}
db::Asked<SourceRecord> records_among(db::Connection& db, Numbers offenders) {
    return among<SourceRecord>(db, sql::records_among, offenders);
}
db::Asked<Name> names_among(db::Connection& db, Numbers offenders) {
    return among<Name>(db, sql::names_among, offenders);
}
db::Asked<NameToken> tokens_among(db::Connection& db, Numbers offenders) {
    return among<NameToken>(db, sql::tokens_among, offenders);
}
db::Asked<BirthDate> birth_dates_among(db::Connection& db, Numbers offenders) {
    return among<BirthDate>(db, sql::birth_dates_among, offenders);
}
db::Asked<Identifier> identifiers_among(db::Connection& db, Numbers offenders) {
    return among<Identifier>(db, sql::identifiers_among, offenders);
}
db::Asked<Address> addresses_among(db::Connection& db, Numbers offenders) {
    return among<Address>(db, sql::addresses_among, offenders);
}
db::Asked<Alert> alerts_of(db::Connection& db, OffenderId id) {
    return db::ask<Alert>(db, sql::alerts_of, id);
}
db::Asked<Link> links_of(db::Connection& db, Numbers offenders) {
    return among<Link>(db, sql::links_of, offenders);
}
db::Asked<Link> links_with_members(db::Connection& db, OffenderId id) {
    return db::ask<Link>(db, sql::links_with_members, id);
}
std::optional<Override> override_by_id(db::Connection& db, Id<Override> id) {
    return db::first<Override>(db, sql::override_by_id, id);
}
std::optional<Link> link_joining(db::Connection& db, OffenderId id) {
    return db::first<Link>(db, sql::link_joining, id);
}
std::optional<Link> link(db::Connection& db, Id<Link> id) {
    return db::first<Link>(db, sql::link_by_id, id);
}
std::vector<LinkFact> link_facts_of(db::Connection& db, Id<Link> id) {
    return db::all<LinkFact>(db, sql::link_facts_of, id);
}
db::Asked<Candidate> candidates_among(db::Connection& db, Numbers offenders) {
    return among<Candidate>(db, sql::candidates_among, offenders);
}
std::optional<Candidate> candidate(db::Connection& db, Id<Candidate> id) {
    return db::first<Candidate>(db, sql::candidate_by_id, id);
}
std::vector<std::int64_t> digests_here(db::Connection& db, Numbers digests) {
    return numbers_among(db, sql::records_with_digest, digests);
}
std::vector<Override> overrides_after(db::Connection& db, Id<Override> after, int limit) {
    return db::all<Override>(db, sql::overrides_after, after, limit);
}
std::vector<Override> newest_overrides(db::Connection& db, int limit) {
    return db::all<Override>(db, sql::overrides_newest, limit);
}
db::Asked<Override> overrides_among(db::Connection& db, Numbers offenders) {
    return among<Override>(db, sql::overrides_among, offenders);
}
db::Asked<JoinedTo> joined_among(db::Connection& db, Numbers offenders) {
    return among<JoinedTo>(db, sql::joined_among, offenders);
}
std::vector<RecordHere> records_after(db::Connection& db, RecordId after, int limit) {
    return db::all<RecordHere>(db, sql::records_for_matching, after, limit);
}
db::Asked<RecordHere> records_to_compare(db::Connection& db, Numbers offenders) {
    return among<RecordHere>(db, sql::records_to_compare, offenders);
}
db::Asked<TypedOf> typed_among(db::Connection& db, Numbers offenders) {
    return among<TypedOf>(db, sql::typed_among, offenders);
}
std::optional<MatchModel> newest_model(db::Connection& db) {
    return db::first<MatchModel>(db, sql::newest_match_model);
}
std::optional<Id<MatchModel>> newest_model_id(db::Connection& db) {
    std::optional<Id<MatchModel>> out;
    db.read(sql::newest_match_model_id, {}, [&](const db::Row& row) {
        db::take(describe::type_of<Id<MatchModel>>(), &out.emplace(), row.cell(0));
    });
    return out;
}
std::vector<EarlierRow> rows_with_key(db::Connection& db, Numbers key_digests) {
    return among<EarlierRow>(db, sql::records_with_key, key_digests).get();
}
std::vector<std::int64_t> offenders_with_numbers(db::Connection& db, Numbers match_keys) {
    return numbers_among(db, sql::offenders_with_numbers, match_keys);
}

}  // namespace noms::offenders::store
