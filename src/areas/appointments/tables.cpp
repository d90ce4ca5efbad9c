#include "areas/appointments/facts.hpp"

namespace noms::appointments {

const record::Table<Commitment> commitments{"appointment_commitment", "id"};
const record::Table<Series> all_series{"appointment_series", "id"};
const record::Table<InSeries> in_series{"appointment_in_series", "id"};
const record::Table<Consent> consents{"reminder_consent", "offender,channel"};
const record::Table<Reminder> reminders{"appointment_reminder", "id"};

}  // namespace noms::appointments
