#pragma once

#include <optional>
#include <span>
#include <vector>

#include "areas/offenders/joins.hpp"

/// The area's rows. No decisions.
namespace noms::offenders::store {

using Numbers = std::span<const std::int64_t>;

std::optional<Offender> offender(db::Connection&, OffenderId);
/// The same for the actor to see; a joined record is seen by those who may see the one it was
/// joined to.
std::optional<Offender> offender_seen(db::Connection&, const web::Actor&, OffenderId, Date day);

// Asked for, so that what a page or a command needs comes in one round trip.
db::Asked<Offender> offenders_among(db::Connection&, Numbers offenders);
db::Asked<SourceRecord> records_among(db::Connection&, Numbers offenders);
db::Asked<Name> names_among(db::Connection&, Numbers offenders);
db::Asked<NameToken> tokens_among(db::Connection&, Numbers offenders);
db::Asked<BirthDate> birth_dates_among(db::Connection&, Numbers offenders);
db::Asked<Identifier> identifiers_among(db::Connection&, Numbers offenders);
/// The newest first.
db::Asked<Address> addresses_among(db::Connection&, Numbers offenders);
db::Asked<Alert> alerts_of(db::Connection&, OffenderId);
db::Asked<Link> links_of(db::Connection&, Numbers offenders);
/// The same with those of whoever is joined to the offender.
db::Asked<Link> links_with_members(db::Connection&, OffenderId);
/// Pairs of which at least one is among `offenders`, decided or not.
db::Asked<Candidate> candidates_among(db::Connection&, Numbers offenders);

/// Decisions that nobody ended, after that one, at most `limit`, by id.
std::vector<Override> overrides_after(db::Connection&, Id<Override>, int limit);
/// The decisions made last, the newest first, ended or not.
std::vector<Override> newest_overrides(db::Connection&, int limit);
/// Decisions of which at least one side is among `offenders`, ended or not.
db::Asked<Override> overrides_among(db::Connection&, Numbers offenders);
/// Offenders that are joined to one of these, each with the one it is joined to.
struct JoinedTo {
    OffenderId id{};
    OffenderId joined_to{};
};
DESCRIBE(JoinedTo, id, joined_to)
db::Asked<JoinedTo> joined_among(db::Connection&, Numbers offenders);

std::optional<Link> link(db::Connection&, Id<Link>);
/// The join that stands and put this offender's facts under another.
std::optional<Link> link_joining(db::Connection&, OffenderId);
std::vector<LinkFact> link_facts_of(db::Connection&, Id<Link>);
std::optional<Override> override_by_id(db::Connection&, Id<Override>);
std::optional<Candidate> candidate(db::Connection&, Id<Candidate>);

/// Which of these row digests are here already.
std::vector<std::int64_t> digests_here(db::Connection&, Numbers digests);
/// A record as matching looks at it.
struct RecordHere {
    RecordId id{};
    OffenderId offender{};
    std::string source{};
    std::int64_t key_digest = 0;
    std::int64_t digest = 0;
    std::string content{};
};
DESCRIBE(RecordHere, id, offender, source, key_digest, digest, content)
/// The records after that one, at most `limit` of them, by id.
std::vector<RecordHere> records_after(db::Connection&, RecordId, int limit);
/// The records of these offenders, by id.
db::Asked<RecordHere> records_to_compare(db::Connection&, Numbers offenders);
/// An offender of whom people typed something: it came with no record.
struct TypedOf {
    OffenderId offender{};
};
DESCRIBE(TypedOf, offender)
db::Asked<TypedOf> typed_among(db::Connection&, Numbers offenders);
/// What matching learned last; nothing when it never learned.
std::optional<MatchModel> newest_model(db::Connection&);
std::optional<Id<MatchModel>> newest_model_id(db::Connection&);
/// What earlier rows under these keys held.
struct EarlierRow {
    std::int64_t key_digest = 0;
    std::string content{};
};
DESCRIBE(EarlierRow, key_digest, content)
std::vector<EarlierRow> rows_with_key(db::Connection&, Numbers key_digests);
/// Offenders who have one of these numbers, see `match_key_of`.
std::vector<std::int64_t> offenders_with_numbers(db::Connection&, Numbers match_keys);

}  // namespace noms::offenders::store
