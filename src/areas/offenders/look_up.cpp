#include "areas/offenders/look_up.hpp"

#include <algorithm>
#include <span>

#include <fmt/format.h>

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
/// Compared in full: more than a reader sees, few enough to answer at once.
constexpr size_t people_compared = 30;

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

/// The first so many of these that the actor may know of.
std::vector<std::int64_t> first_seen(web::Context& context,
                                     std::span<const std::int64_t> offenders,
                                     size_t most) {
    constexpr size_t asked_at_once = 100;
    std::vector<std::int64_t> out;
    while (!offenders.empty() && out.size() < most) {
        auto some = offenders.first(std::min(offenders.size(), asked_at_once));
        auto visible = access::visible_among(context.db, context.actor, some, context.today);
        for (auto id : some)
            if (out.size() < most && std::ranges::find(visible, id) != visible.end())
                out.push_back(id);
        offenders = offenders.subspan(some.size());
    }
    return out;
}

/// Whom to compare in full: of those the actor may know of, the ones that share most. Says when
/// there are more.
std::vector<std::int64_t> to_compare(web::Context& context,
                                     const std::vector<Side>& mine,
                                     std::vector<std::string>& advice) {
    auto sharing = offenders_near(context.db, mine, context.today);
    auto offenders = first_seen(context, sharing.offenders, people_compared + 1);
    bool more = sharing.and_more || offenders.size() > people_compared;
    if (offenders.size() > people_compared) offenders.resize(people_compared);
    if (more)
        advice.push_back(
            fmt::format("More than {} people share a name, a birth date or a postcode with this "
                        "description. Only those who share most were compared. Say more to be "
                        "sure that nobody is missed.",
                        offenders.size()));
    return offenders;
}

/// The likeliest as a page shows them.
void show(web::Context& context, const std::vector<Near>& near, LookedUp& out) {
    std::vector<std::int64_t> ids;
    for (const auto& each : near) ids.push_back(each.theirs.offender.number);
    auto lines =
        lines_of(context.db, store::offenders_among(context.db, ids).get(), context.today, {});
    for (const auto& each : near) {
        auto line = std::ranges::find(lines, each.theirs.offender, &OffenderLine::id);
        if (line == lines.end()) continue;
        context.shows(subject_kind, line->id.number);
        out.people.push_back(
            {std::move(*line), (each.weighed.facts.chance_in_10000 + 50) / 100, each.evidence});
    }
}

}  // namespace

Result<LookedUp> look_up(web::Context& context, const Description& given) {
    std::vector<Side> mine{{.record = TRY(described(given))}};
    LookedUp out;
    auto offenders = to_compare(context, mine, out.advice);
    auto near = likely_among(context.db, mine, offenders, chance_to_show_in_10000);
    if (near.size() > people_shown) {
        out.advice.push_back(
            fmt::format("The {} likeliest of {} are shown.", people_shown, near.size()));
        near.resize(people_shown);
    }
    show(context, near, out);
    return out;
}

}  // namespace noms::offenders
