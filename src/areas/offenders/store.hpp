#pragma once

#include <optional>
#include <span>
#include <vector>

#include "areas/offenders/offenders.hpp"

/// The area's rows. No decisions.
namespace noms::offenders::store {

using Numbers = std::span<const std::int64_t>;

std::optional<Offender> offender(db::Connection&, OffenderId);

// Asked for, so that what a page or a command needs comes in one round trip.
db::Asked<Offender> offenders_among(db::Connection&, Numbers offenders);
db::Asked<SourceRecord> records_among(db::Connection&, Numbers offenders);
db::Asked<Name> names_among(db::Connection&, Numbers offenders);
db::Asked<NameToken> tokens_among(db::Connection&, Numbers offenders);
db::Asked<BirthDate> birth_dates_among(db::Connection&, Numbers offenders);
db::Asked<Identifier> identifiers_among(db::Connection&, Numbers offenders);
db::Asked<Address> addresses_of(db::Connection&, OffenderId);
db::Asked<Alert> alerts_of(db::Connection&, OffenderId);
db::Asked<Link> links_of(db::Connection&, OffenderId);
/// Pairs of which at least one is among `offenders`, decided or not.
db::Asked<Candidate> candidates_among(db::Connection&, Numbers offenders);

std::optional<Link> link(db::Connection&, Id<Link>);
std::vector<LinkFact> link_facts_of(db::Connection&, Id<Link>);
std::optional<Candidate> candidate(db::Connection&, Id<Candidate>);

/// Which of these row digests are here already.
std::vector<std::int64_t> digests_here(db::Connection&, Numbers digests);
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
