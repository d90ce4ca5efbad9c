#include <algorithm>

#include "areas/supervision/data.gen.hpp"
#include "areas/supervision/supervision.hpp"
#include "kit/describe/rows.hpp"

/// Kinds of contact and outcomes, as data/*.csv has them.
namespace noms::supervision {

const std::vector<ContactKind>& contact_kinds() {
    static const auto kinds = rows::read<ContactKind>(data::contact_kind);
    return kinds;
}

std::string kind_in_words(std::string_view code) {
    auto kind = std::ranges::find(contact_kinds(), code, &ContactKind::code);
    return kind == contact_kinds().end() ? std::string(code) : kind->name;
}

const std::vector<Outcome>& outcomes() {
    static const auto all = rows::read<Outcome>(data::outcome);
    return all;
}

const AbsenceStandard& absence_standard() {
    static const auto standard = rows::read<AbsenceStandard>(data::absence).at(0);
    return standard;
}

const Outcome* outcome_of(std::string_view code) {
    auto outcome = std::ranges::find(outcomes(), code, &Outcome::code);
    return outcome == outcomes().end() ? nullptr : &*outcome;
}

}  // namespace noms::supervision
