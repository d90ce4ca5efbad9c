#pragma once

#include <optional>
#include <span>
#include <vector>

#include "areas/offenders/offenders.hpp"

/// The area's rows. No decisions.
namespace noms::offenders::store {

using Numbers = std::span<const std::int64_t>;

std::vector<Offender> offenders_among(db::Connection&, Numbers offenders);
std::optional<Offender> offender(db::Connection&, OffenderId);
std::vector<SourceRecord> records_among(db::Connection&, Numbers offenders);
std::vector<Name> names_among(db::Connection&, Numbers offenders);
std::vector<NameToken> tokens_among(db::Connection&, Numbers offenders);
std::vector<BirthDate> birth_dates_among(db::Connection&, Numbers offenders);
std::vector<Identifier> identifiers_among(db::Connection&, Numbers offenders);
std::vector<Address> addresses_of(db::Connection&, OffenderId);
std::vector<Alert> alerts_of(db::Connection&, OffenderId);
std::vector<Link> links_of(db::Connection&, OffenderId);
std::optional<Link> link(db::Connection&, Id<Link>);
std::vector<LinkFact> link_facts_of(db::Connection&, Id<Link>);
/// Pairs of which at least one is among `offenders`, decided or not.
std::vector<Candidate> candidates_among(db::Connection&, Numbers offenders);
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
