#include "areas/release_dates/facts.hpp"

namespace noms::release_dates {

const record::Table<AddedDays> added_days{"release_dates_added_days", "id"};
const record::Table<StoredCalculation> calculations{"release_dates_calculation", "id"};
const record::Table<StoredDate> stored_dates{"release_dates_date", "calculation,type"};
const record::Table<Challenge> challenges{"release_dates_challenge", "id"};

}  // namespace noms::release_dates
