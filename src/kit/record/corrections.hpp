#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kit/record/record.hpp"

/// What was recorded wrongly and put right. Nothing is lost by it: the event has the rows as they
/// were, and here it stands in words for whoever looks at the record.
namespace noms::record {

/// `kind` is that of the event that tells of it, "movements.corrected". `became` is empty where
/// what was recorded never happened.
struct Correction {
    Id<Correction> id{};
    std::string subject_kind{};
    std::int64_t subject = 0;
    std::string kind{};
    std::string was{};
    std::string became{};
    std::string reason{};
    Date corrected_on{};
    std::string corrected_by{};
};
DESCRIBE(
    Correction, id, subject_kind, subject, kind, was, became, reason, corrected_on, corrected_by)
extern const Table<Correction> corrections;

/// Before, after and why.
struct Corrected {
    std::string was{};
    std::string became{};
    std::string reason{};
};
/// Begins the event of that kind about the subject, and notes the correction in it: the caller
/// changes the rows next. Invalid, for the field `why`, without a reason.
Result<void> correct(Changes&, const Subject&, std::string_view kind, const Corrected&);

/// The corrections of one kind about a subject, the newest first.
std::vector<Correction> corrections_of(db::Connection&, const Subject&, std::string_view kind);

}  // namespace noms::record
