#include "areas/interventions/facts.hpp"

namespace noms::interventions {

const record::Table<Referral> referrals{"intervention_referral", "id"};
const record::Table<Session> sessions{"intervention_session", "id"};
const record::Table<Consultation> consultations{"intervention_consultation", "id"};

}  // namespace noms::interventions
