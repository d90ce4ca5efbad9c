#include "areas/assessments/joining.hpp"

#include "areas/assessments/store.hpp"
#include "kit/record/following.hpp"

/// What becomes of assessments when two records turn out to be one person's.
namespace noms::assessments {
namespace {

/// One person has one assessment that is not finished.
Result<void> fit(db::Connection& db, std::span<const std::int64_t> offenders, Date) {
    bool found = false;
    for (auto offender : offenders)
        if (auto open = store::unlocked_of(db, {offender}); open && std::exchange(found, true))
            return refused(
                "Both records have an assessment that is not finished. Have one of the "
                "two signed first.");
    return {};
}

}  // namespace

void follow_joins() {
    record::add_following({.area = "assessments",
                           .tables = {record::following(assessments, &Assessment::offender),
                                      record::following(tier_overrides, &TierOverride::offender)},
                           .fit = &fit});
}

}  // namespace noms::assessments
