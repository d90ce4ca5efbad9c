#pragma once

#include <optional>
#include <string>

#include "areas/offenders/offenders.hpp"

/// What is kept of joins: why records stand together, who may be one person, what people decided
/// of them, and what matching learned.
namespace noms::offenders {

enum class LinkState { Standing, Undone };
DESCRIBE_ENUM(LinkState, Standing, Undone)
/// SecondReading: a first reader asked another to look.
enum class CandidateState { Open, SecondReading, Joined, KeptApart };
DESCRIBE_ENUM(CandidateState, Open, SecondReading, Joined, KeptApart)
enum class Said { Same, Different };
DESCRIBE_ENUM(Said, Same, Different)

/// Why a record stands under an offender, or why another offender's facts were joined to it.
struct Link {
    Id<Link> id{};
    OffenderId offender{};
    std::optional<RecordId> source_record{};
    std::optional<OffenderId> joined_offender{};
    std::string ground{};    // "Pnc", "Cro", "PrisonNumber", "Crn", "Matching", "Decision"
    std::string evidence{};  // in words
    LinkState state = LinkState::Standing;
    Date made_on{};
    std::string made_by{};
    std::optional<Date> undone_on{};
    std::string undone_by{};
};
DESCRIBE(Link,
         id,
         offender,
         source_record,
         joined_offender,
         ground,
         evidence,
         state,
         made_on,
         made_by,
         undone_on,
         undone_by)

/// A fact that a decision to join moved. `gave_way`: the row as JSON, where one of the same key
/// stood there already; empty where it was moved.
struct LinkFact {
    Id<Link> link{};
    std::string fact_table{};
    std::int64_t fact = 0;
    std::string gave_way{};
};
DESCRIBE(LinkFact, link, fact_table, fact, gave_way)

/// Two offenders that may be one person; `offender` is the earlier.
struct Candidate {
    Id<Candidate> id{};
    OffenderId offender{};
    OffenderId other{};
    std::string reason{};    // see words_of_reason
    std::string evidence{};  // in words
    CandidateState state = CandidateState::Open;
    Date found_on{};
    std::optional<Date> decided_on{};
    std::string decided_by{};
    std::optional<RecordId> record{};  // of the two, what is most alike; empty: what was typed
    std::optional<RecordId> other_record{};
    std::int64_t weight_hundredths = 0;  // of a bit, that they are one person
    std::int64_t chance_in_10000 = 0;
    std::int64_t expected_change = 0;  // pairs of records that a decision to join would join, by it
};
DESCRIBE(Candidate,
         id,
         offender,
         other,
         reason,
         evidence,
         state,
         found_on,
         decided_on,
         decided_by,
         record,
         other_record,
         weight_hundredths,
         chance_in_10000,
         expected_change)

/// What somebody decided of two offenders, whatever a model thinks of them: it binds every join and
/// every import until it is ended or has expired.
struct Override {
    Id<Override> id{};
    OffenderId offender{};
    OffenderId other{};
    Said said = Said::Different;
    std::string reason{};
    Date made_on{};
    std::string made_by{};
    std::optional<Date> expires_on{};  // from then on it no longer binds
    std::optional<Date> ended_on{};
    std::string ended_by{};

    bool binds(Date day) const { return !ended_on && (!expires_on || day < *expires_on); }
};
DESCRIBE(
    Override, id, offender, other, said, reason, made_on, made_by, expires_on, ended_on, ended_by)

/// What matching had learned when records were last compared, as a text of the engine's.
struct MatchModel {
    Id<MatchModel> id{};
    Date learned_on{};
    std::int64_t records = 0;  // that it was learned from
    std::string content{};
};
DESCRIBE(MatchModel, id, learned_on, records, content)

extern const record::Table<Link> links;
extern const record::Table<LinkFact> link_facts;
extern const record::Table<Candidate> candidates;
extern const record::Table<Override> overrides;
extern const record::Table<MatchModel> match_models;

}  // namespace noms::offenders
