#include "kit/record/corrections.hpp"

#include "kit/base/text.hpp"
#include "kit/record/sql.gen.hpp"

namespace noms::record {

const Table<Correction> corrections{"record_correction", "id"};

Result<void> correct(Changes& changes,
                     const Subject& subject,
                     std::string_view kind,
                     const Corrected& given) {
    auto reason = std::string(trimmed(given.reason));
    if (reason.empty())
        return invalid({{"why", "missing", "Say why, for whoever looks at it later"}});
    changes.about(subject, kind);
    changes.add(corrections,
                Correction{.id = new_id<Correction>(),
                           .subject_kind = subject.kind,
                           .subject = subject.id,
                           .kind = std::string(kind),
                           .was = given.was,
                           .became = given.became,
                           .reason = reason,
                           .corrected_on = changes.command().day,
                           .corrected_by = changes.command().actor_name});
    return {};
}

std::vector<Correction> corrections_of(db::Connection& db,
                                       const Subject& subject,
                                       std::string_view kind) {
    return db::all<Correction>(db, sql::corrections_of, subject.kind, subject.id, kind);
}

}  // namespace noms::record
