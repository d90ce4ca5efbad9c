#include "areas/movements/views.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "areas/access/access.hpp"
#include "kit/base/text.hpp"

namespace noms::movements {
namespace {

// More than any prison ever held; the roll is read whole, since it is sorted by name.
constexpr int roll_max = 10000;

using BodyNames = std::map<BodyId, std::string>;

void note(std::set<std::int64_t>& ids, const std::optional<BodyId>& body) {
    if (body) ids.insert(body->number);
}

BodyNames names_of(db::Connection& db, const std::set<std::int64_t>& wanted, Date day) {
    std::vector<std::int64_t> ids(wanted.begin(), wanted.end());
    BodyNames names;
    for (const auto& body : organisation::bodies_listed(db, ids, day)) names[body.id] = body.name;
    return names;
}

std::string name_of(const BodyNames& names, const std::optional<BodyId>& body) {
    auto found = body ? names.find(*body) : names.end();
    return found == names.end() ? "" : found->second;
}

std::string where(const Movement& row, const BodyNames& names) {
    auto name = name_of(names, row.body);
    if (row.place == Place::Prison) return name;
    auto words = label_of(in_words(row.place));
    if (row.place == Place::AtLarge) return words + ", from " + name;
    return name.empty() ? words : words + ", " + name;
}

std::string authority_of(const Movement& row,
                         const std::vector<Warrant>& all,
                         const BodyNames& names) {
    if (!row.override_reason.empty() && row.move == Move::TemporaryAbsence)
        return "Without a temporary release confirmed: " + row.override_reason;
    if (!row.override_reason.empty()) return "Without a warrant: " + row.override_reason;
    if (!row.warrant) return "";
    auto found = std::ranges::find(all, *row.warrant, &Warrant::id);
    if (found == all.end()) return "";
    auto court = name_of(names, found->court);
    return label_of(describe::choice_text(found->kind)) + " warrant of " +
           noms::in_words(found->issued_on) + (court.empty() ? "" : ", " + court) +
           (found->recall_term ? ", " + std::string(in_words(*found->recall_term)) : "") + ": " +
           found->authorises;
}

}  // namespace

OffenderMovements movements_view(db::Connection& db, offenders::OffenderId who, Instant at) {
    OffenderMovements out{.offender = who, .at = at};
    std::span one(&who.number, 1);
    auto rows = movements_of(db, one);
    auto issued = warrants_of(db, one);
    std::set<std::int64_t> bodies;
    for (const auto& row : rows) {
        note(bodies, row.body);
        note(bodies, row.prison);
    }
    for (const auto& warrant : issued) note(bodies, warrant.court);
    auto names = names_of(db, bodies, day_of(at));
    for (const auto& row : rows) {
        out.movements.push_back(
            {row, where(row, names), name_of(names, row.prison), authority_of(row, issued, names)});
        // The newest come first: the first one by then is where they were.
        if (!out.place && row.at <= at) out.place = out.movements.back();
    }
    return out;
}

RollView roll_view(db::Connection& db,
                   const web::Actor& actor,
                   const organisation::Body& prison,
                   Date day,
                   std::int64_t first,
                   Date today) {
    RollView out{.code = prison.code, .prison = prison.name, .day = day, .first = first};
    std::map<std::int64_t, Movement> rows;
    std::vector<std::int64_t> ids;
    for (auto& row : roll(db, prison.id, end_of(day), {}, roll_max)) {
        ++out.on_roll;
        if (row.place == Place::Prison) ++out.in_prison;
        ids.push_back(row.offender.number);
        rows[row.offender.number] = std::move(row);
    }
    auto people = offenders::offenders_among(db, access::visible_among(db, actor, ids, today));
    std::ranges::sort(
        people, {}, [](const offenders::Offender& who) { return std::pair(who.sort_key, who.id); });
    out.shown_of = std::int64_t(people.size());
    auto from = std::min<size_t>(size_t(std::max<std::int64_t>(first, 0)), people.size());
    auto until = std::min<size_t>(from + lines_a_page, people.size());
    std::set<std::int64_t> bodies;
    for (auto i = from; i < until; ++i) note(bodies, rows[people[i].id.number].body);
    auto names = names_of(db, bodies, day);
    for (auto i = from; i < until; ++i) {
        const auto& who = people[i];
        const auto& row = rows[who.id.number];
        out.lines.push_back({who.id,
                             offenders::name_in_list(who),
                             who.birth_date,
                             row.place,
                             where(row, names),
                             row.at,
                             row.due_back});
    }
    return out;
}

}  // namespace noms::movements
