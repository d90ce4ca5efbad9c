#include "areas/offenders/look_up.hpp"

#include <algorithm>

#include "areas/access/access.hpp"
#include "areas/offenders/names.hpp"
#include "areas/offenders/nearby.hpp"
#include "areas/offenders/store.hpp"
#include "kit/base/text.hpp"

namespace noms::offenders {
namespace {

using matching::Field;

constexpr size_t people_shown = 20;
constexpr std::int64_t chance_to_show_in_10000 = 10;
/// Compared in full; beyond the likeliest so many nobody reads.
constexpr size_t people_compared = 60;

Field field_of(IdentifierKind kind) {
    switch (kind) {
        case IdentifierKind::PrisonNumber: return Field::PrisonNumber;
        case IdentifierKind::Crn: return Field::Crn;
        case IdentifierKind::Cro: return Field::Cro;
        default: return Field::Pnc;
    }
}

/// "bd57tr" as it is kept: "BD5 7TR".
std::string postcode_of(std::string_view typed) {
    constexpr size_t inward = 3, shortest = 5;
    std::string out;
    for (char c : upper(typed))
        if (c != ' ') out += c;
    if (out.size() >= shortest) out.insert(out.size() - inward, " ");
    return out;
}

Result<Described> described(const Description& given) {
    Described out;
    out[Field::FirstName] = given.first_name.value_or("");
    out[Field::LastName] = given.surname.value_or("");
    out[Field::Postcodes] = postcode_of(given.postcode.value_or(""));
    std::vector<FieldError> faults;
    if (given.born && !trimmed(*given.born).empty()) {
        if (auto day = typed_date(trimmed(*given.born)))
            out[Field::Dob] = noms::to_text(*day);
        else
            faults.push_back({"born", "not_a_date", "Enter a day, for example 9/3/1982"});
    }
    if (given.number && !trimmed(*given.number).empty()) {
        auto kinds = kinds_with_form_of(*given.number);
        if (kinds.empty())
            faults.push_back({"number", "unfit", "This has the form of no number that is known"});
        else
            out[field_of(kinds.front())] = *given.number;
    }
    if (!faults.empty()) return invalid(std::move(faults));
    if (std::ranges::all_of(out.fields, &std::string::empty))
        return invalid({{"surname", "missing", "Enter whatever is known of the person"}});
    return out;
}

}  // namespace

Result<LookedUp> look_up(web::Context& context, const Description& given) {
    std::vector<Side> mine{{.record = TRY(described(given))}};
    auto near = offenders::near(
        context.db,
        mine,
        context.today,
        {.least_in_10000 = chance_to_show_in_10000, .offenders_max = people_compared});
    std::vector<std::int64_t> ids;
    for (const auto& each : near) ids.push_back(each.theirs.offender.number);
    auto seen = access::visible_among(context.db, context.actor, ids, context.today);
    std::erase_if(near, [&](const Near& each) {
        return std::ranges::find(seen, each.theirs.offender.number) == seen.end();
    });
    if (near.size() > people_shown) near.resize(people_shown);
    ids.clear();
    for (const auto& each : near) ids.push_back(each.theirs.offender.number);
    auto lines =
        lines_of(context.db, store::offenders_among(context.db, ids).get(), context.today, {});
    LookedUp out;
    for (const auto& each : near) {
        auto line = std::ranges::find(lines, each.theirs.offender, &OffenderLine::id);
        if (line == lines.end()) continue;
        context.shows(subject_kind, line->id.number);
        out.people.push_back(
            {std::move(*line), (each.weighed.facts.chance_in_10000 + 50) / 100, each.evidence});
    }
    return out;
}

}  // namespace noms::offenders
