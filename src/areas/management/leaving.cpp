#include "areas/management/leaving.hpp"

namespace noms::management {
namespace {

CaseLeaves& told() {
    static CaseLeaves told = nullptr;
    return told;
}

}  // namespace

void when_a_case_leaves(CaseLeaves tell) {
    told() = tell;
}

void tell_it_leaves(record::Changes& changes,
                    db::Connection& db,
                    offenders::OffenderId offender,
                    record::AccountId manager,
                    Date day) {
    if (told()) told()(changes, db, offender, manager, day);
}

}  // namespace noms::management
