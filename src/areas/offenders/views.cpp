#include "areas/offenders/views.hpp"

#include <algorithm>
#include <set>

#include "areas/access/access.hpp"
#include "areas/offenders/facts.hpp"
#include "areas/offenders/names.hpp"
#include "areas/offenders/store.hpp"
#include "areas/organisation/organisation.hpp"

namespace noms::offenders {
namespace {

/// Who holds each offender of `holds` on `day`, by offender.
std::map<std::int64_t, std::vector<HeldBy>> held_in(db::Connection& db,
                                                    std::vector<access::Hold> holds,
                                                    Date day) {
    // A region follows from the area or the prison, and a caseload is no body but an account.
    std::erase_if(holds, [&](const access::Hold& hold) {
        return !Span{hold.from_day, hold.until_day}.covers(day) || hold.scope_kind == "region" ||
               hold.scope_kind == "caseload";
    });
    std::set<std::int64_t> bodies;
    for (const auto& hold : holds) bodies.insert(hold.body);
    std::vector<std::int64_t> wanted(bodies.begin(), bodies.end());
    std::map<std::int64_t, std::string> names;
    for (const auto& body : organisation::bodies_listed(db, wanted, day))
        names[body.id.number] = body.name;
    std::map<std::int64_t, std::vector<HeldBy>> out;
    for (const auto& hold : holds)
        out[hold.offender].push_back({hold.scope_kind, names[hold.body], hold.from_day});
    return out;
}

/// Each number once, right ones first, with every source that gave it.
std::vector<IdentifierView> numbers_once(const std::vector<Identifier>& numbers, Date day) {
    std::vector<IdentifierView> out;
    for (const auto& number : numbers) {
        auto same = [&](const IdentifierView& seen) {
            return seen.kind == number.kind && seen.canonical == number.search_key;
        };
        auto seen = std::ranges::find_if(out, same);
        if (seen == out.end())
            seen = out.insert(out.end(),
                              {number.kind,
                               number.value,
                               number.search_key,
                               number.state,
                               why_of(number, day),
                               {}});
        if (std::ranges::find(seen->sources, number.source) == seen->sources.end())
            seen->sources.push_back(number.source);
    }
    std::ranges::stable_sort(out, {}, [](const IdentifierView& each) {
        return std::pair(each.state == IdentifierState::Unverified, static_cast<int>(each.kind));
    });
    return out;
}

template <class T>
std::map<std::int64_t, std::vector<T>> by_offender(std::vector<T> rows) {
    std::map<std::int64_t, std::vector<T>> out;
    for (auto& row : rows) out[row.offender.number].push_back(std::move(row));
    return out;
}

}  // namespace

OffenderView view_of(db::Connection& db, const Offender& offender, Date day) {
    std::vector<std::int64_t> id{offender.id.number};
    auto holds = access::holds_among(db, id);
    auto names = store::names_among(db, id);
    auto births = store::birth_dates_among(db, id);
    auto numbers = store::identifiers_among(db, id);
    auto addresses = store::addresses_among(db, id);
    auto alerts = store::alerts_of(db, offender.id);
    auto links = store::links_with_members(db, offender.id);
    auto records = store::records_among(db, id);
    auto pairs = store::candidates_among(db, id);
    OffenderView view{.offender = offender,
                      .held_by = held_in(db, holds.get(), day)[offender.id.number],
                      .names = names.get(),
                      .birth_dates = births.get(),
                      .identifiers = numbers_once(numbers.get(), day),
                      .addresses = addresses.get(),
                      .alerts = alerts.get(),
                      .links = links.get()};
    auto sources = records.get();
    view.origins = origins_of(offender, sources);
    for (auto& record : sources)
        view.records.push_back({record.id,
                                record.source,
                                record.record_key,
                                record.file,
                                record.line,
                                record.came_on,
                                std::move(record.content)});
    for (auto& pair : pairs.get())
        if (pair.state == CandidateState::Open) view.for_review.push_back(std::move(pair));
    return view;
}

OffenderView strip_of(db::Connection& db, const Offender& offender, Date day) {
    auto identifiers = store::identifiers_among(db, std::span(&offender.id.number, 1));
    auto alerts = store::alerts_of(db, offender.id);
    return {.offender = offender,
            .identifiers = numbers_once(identifiers.get(), day),
            .alerts = alerts.get()};
}

OffenderLine bare_line(const Offender& who) {
    return {.id = who.id,
            .name = list_name(who.first_name, who.middle_name, who.surname),
            .born = who.birth_date,
            .sex = who.sex};
}

std::vector<std::string> prison_numbers_of(db::Connection& db, OffenderId offender, Date day) {
    std::vector<std::string> out;
    auto numbers = store::identifiers_among(db, std::span(&offender.number, 1));
    for (const auto& each : numbers_once(numbers.get(), day))
        if (each.kind == IdentifierKind::PrisonNumber) out.push_back(each.value);
    return out;
}

std::vector<OffenderLine> lines_of(db::Connection& db,
                                   const std::vector<Offender>& offenders,
                                   Date day,
                                   const SearchTerms& terms) {
    std::vector<std::int64_t> ids;
    for (const auto& offender : offenders) ids.push_back(offender.id.number);
    // Names and birth dates only say why a search found somebody.
    auto why_ids = terms.empty() ? std::vector<std::int64_t>{} : ids;
    auto holds = access::holds_among(db, ids);
    auto asked_numbers = store::identifiers_among(db, ids);
    auto asked_names = store::names_among(db, why_ids);
    auto asked_births = store::birth_dates_among(db, why_ids);
    auto held = held_in(db, holds.get(), day);
    auto numbers = by_offender(asked_numbers.get());
    auto names = by_offender(asked_names.get());
    auto births = by_offender(asked_births.get());
    std::vector<OffenderLine> lines;
    for (const auto& each : offenders) {
        auto id = each.id.number;
        auto& line = lines.emplace_back(bare_line(each));
        line.identifiers = numbers_once(numbers[id], day);
        line.held_by = held[id];
        line.why = why_found(terms, names[id], births[id], numbers[id]);
    }
    return lines;
}

}  // namespace noms::offenders
