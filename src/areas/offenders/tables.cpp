#include "areas/offenders/joins.hpp"
#include "areas/offenders/offenders.hpp"
#include "areas/offenders/review.hpp"

namespace noms::offenders {

const record::Table<Link> links{"offender_link", "id"};
const record::Table<LinkFact> link_facts{"offender_link_fact", "link,fact"};
const record::Table<Candidate> candidates{"offender_link_candidate", "id"};
const record::Table<Override> overrides{"offender_override", "id"};
const record::Table<MatchModel> match_models{"offender_match_model", "id"};
const record::Table<Offender> offenders{"offender", "id"};
const record::Table<SourceRecord> source_records{"offender_record", "id"};
const record::Table<Name> names{"offender_name", "id"};
const record::Table<NameToken> name_tokens{"offender_name_token", "name,token"};
const record::Table<BirthDate> birth_dates{"offender_birth_date", "id"};
const record::Table<Identifier> identifiers{"offender_identifier", "id"};
const record::Table<Address> addresses{"offender_address", "id"};
const record::Table<Alert> alerts{"offender_alert", "id"};
const record::Table<PairHold> pair_holds{"offender_candidate_hold", "candidate"};
const record::Table<PairReading> pair_readings{"offender_candidate_reading", "id"};

}  // namespace noms::offenders
