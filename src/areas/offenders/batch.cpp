#include "areas/offenders/batch.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "areas/offenders/store.hpp"
#include "kit/base/text.hpp"

namespace noms::offenders {
namespace {

IdentifierFacts facts_about(IdentifierKind kind, const std::string& value, Date day) {
    return {.kind = kind, .value = value, .day = day};
}

/// The numbers of the rows that records may be joined on.
std::vector<std::int64_t> match_keys_of(const std::vector<ExtractRow>& rows, Date day) {
    std::vector<std::int64_t> keys;
    auto add = [&](IdentifierKind kind, const std::string& value) {
        if (auto ruling = identifier(facts_about(kind, value, day)); ruling->canonical)
            keys.push_back(match_key_of(kind, *ruling->canonical));
    };
    for (const auto& row : rows) {
        add(IdentifierKind::Pnc, row.pnc);
        add(IdentifierKind::Cro, row.cro);
        add(IdentifierKind::PrisonNumber, row.prison_number);
        add(IdentifierKind::Crn, row.crn);
    }
    std::ranges::sort(keys);
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    return keys;
}

/// The number that the source itself gives its records.
std::string own_number_line(const ExtractRow& row) {
    return row.source == "prison" ? "prison_number=" + row.prison_number + "\n"
                                  : "crn=" + row.crn + "\n";
}

}  // namespace

void Batch::load(db::Connection& db, const std::vector<ExtractRow>& rows) {
    std::vector<std::int64_t> digests, keys;
    for (const auto& row : rows) {
        digests.push_back(row.digest);
        keys.push_back(row.key_digest);
    }
    for (auto digest : store::digests_here(db, digests)) digests_.insert(digest);
    for (auto& row : store::rows_with_key(db, keys))
        earlier_[row.key_digest].push_back(std::move(row.content));
    auto found = store::offenders_with_numbers(db, match_keys_of(rows, options_.day));
    load_people(db, found);
    load_identities(db, found);
}

void Batch::load_people(db::Connection& db, const std::vector<std::int64_t>& ids) {
    for (auto& offender : store::offenders_among(db, ids).get()) {
        auto id = offender.id.number;
        people_[id] = {.before = offender, .after = std::move(offender)};
    }
    for (const auto& hold : access::holds_among(db, ids).get())
        if (!hold.until_day) people_.at(hold.offender).holds.insert({hold.scope_kind, hold.body});
    for (const auto& pair : store::candidates_among(db, ids).get())
        pairs_.insert({pair.offender.number, pair.other.number});
}

/// Facts that people typed count as one more record of the offender.
void Batch::load_identities(db::Connection& db, const std::vector<std::int64_t>& ids) {
    std::map<std::pair<std::int64_t, std::int64_t>, RecordFacts> by_record;
    auto of = [&](OffenderId offender, const std::optional<RecordId>& record) -> RecordFacts& {
        auto& facts = by_record[{offender.number, record ? record->number : 0}];
        facts.record.offender = offender;
        return facts;
    };
    for (auto& record : store::records_among(db, ids).get())
        by_record[{record.offender.number, record.id.number}].record = std::move(record);
    for (auto& name : store::names_among(db, ids).get())
        of(name.offender, name.source_record).names.push_back(std::move(name));
    for (auto& day : store::birth_dates_among(db, ids).get())
        of(day.offender, day.source_record).birth_dates.push_back(day);
    for (auto& number : store::identifiers_among(db, ids).get())
        of(number.offender, number.source_record).identifiers.push_back(std::move(number));
    for (const auto& [key, facts] : by_record) add_identity(identity_of(facts));
}

void Batch::add_identity(Identity identity) {
    auto place = identities_.size();
    for (const auto& number : identity.numbers) by_number_.emplace(number.match_key, place);
    people_.at(identity.offender.number).identities.push_back(place);
    identities_.push_back(std::move(identity));
}

void Batch::take(const std::vector<ExtractRow>& rows) {
    for (const auto& row : rows)
        if (!is_here(row)) take_row(row);
}

/// Whether the row came before. One that came with other content under the same number stands as it
/// came first, until a person decides.
bool Batch::is_here(const ExtractRow& row) {
    if (!digests_.insert(row.digest).second) {
        ++outcome_.unchanged;
        return true;
    }
    auto& earlier = earlier_[row.key_digest];
    auto own = own_number_line(row);
    bool changed = std::ranges::any_of(
        earlier, [&](const std::string& content) { return content.find(own) != content.npos; });
    if (changed)
        outcome_.warnings.push_back({row.line,
                                     "record_id",
                                     "changed_since",
                                     "this record came before with other content, which stands"});
    else
        earlier.push_back(row.content);
    return changed;
}

Batch::Verdicts Batch::verdicts_on(const Identity& identity) const {
    Verdicts verdicts;
    std::set<size_t> places;
    for (const auto& number : identity.numbers) {
        auto [from, to] = by_number_.equal_range(number.match_key);
        for (auto at = from; at != to; ++at) places.insert(at->second);
    }
    for (auto place : places) {
        auto offender = identities_[place].offender.number;
        auto comparison = compare(identity, identities_[place]);
        if (comparison.is == Comparison::Is::Apart) continue;
        bool join = comparison.is == Comparison::Is::Join;
        auto& kind = join ? verdicts.joins : verdicts.reviews;
        kind.try_emplace(offender, std::move(comparison));
    }
    set_aside_contradicted(identity, verdicts);
    return verdicts;
}

/// A record joins an offender only when none of that offender's records speaks against it.
void Batch::set_aside_contradicted(const Identity& identity, Verdicts& verdicts) const {
    for (auto at = verdicts.joins.begin(); at != verdicts.joins.end();) {
        std::string against;
        for (auto place : people_.at(at->first).identities)
            if (against.empty()) against = contradiction(identity, identities_[place]);
        if (against.empty()) {
            ++at;
            continue;
        }
        auto comparison = std::move(at->second);
        comparison.evidence += "; another of the records speaks against it";
        comparison.reason = std::move(against);
        verdicts.reviews.insert_or_assign(at->first, std::move(comparison));
        at = verdicts.joins.erase(at);
    }
    for (const auto& [offender, comparison] : verdicts.joins) verdicts.reviews.erase(offender);
}

Batch::Person& Batch::make_person(const SourceRecord& record) {
    auto id = new_id<OffenderTag>();
    auto& person = people_[id.number];
    person.after.id = id;
    fill_from(person.after, record);
    ++outcome_.offenders_made;
    return person;
}

std::vector<Offender> Batch::made() const {
    std::vector<Offender> out;
    for (const auto& [id, person] : people_)
        if (!person.before) out.push_back(person.after);
    return out;
}

void Batch::take_row(const ExtractRow& row) {
    auto facts = facts_of(row, options_.file, options_.day);
    auto verdicts = verdicts_on(identity_of(facts));
    ++outcome_.taken;
    for (const auto& warning : row.warnings) outcome_.warnings.push_back(warning);
    for (const auto& number : facts.identifiers)
        if (number.state == IdentifierState::Unverified)
            outcome_.warnings.push_back({row.line,
                                         lower(in_words(number.kind)),
                                         "unverified",
                                         number.value + ": " + why_of(number, options_.day)});
    // Ids rise as offenders are made, so the first is the earliest.
    bool joined = !verdicts.joins.empty();
    auto& person = joined ? people_.at(verdicts.joins.begin()->first) : make_person(facts.record);
    auto id = person.after.id;
    if (joined) {
        const auto& why = verdicts.joins.begin()->second;
        if (fill_from(person.after, facts.record)) ++person.after.version;
        auto ground = std::string(describe::choice_text(why.ground));
        ++outcome_.joined;
        ++outcome_.joined_by[ground];
        links_.push_back({.id = new_id<Link>(),
                          .offender = id,
                          .source_record = facts.record.id,
                          .ground = ground,
                          .evidence = why.evidence,
                          .made_on = options_.day,
                          .made_by = "import"});
        for (auto other = std::next(verdicts.joins.begin()); other != verdicts.joins.end(); ++other)
            note_candidate(id.number, other->first, other->second, "joined_by_one_record");
    }
    for (const auto& [other, why] : verdicts.reviews)
        note_candidate(id.number, other, why, why.reason);
    facts.put_under(id);
    add_identity(identity_of(facts));
    hold(person, row);
    facts_.push_back(std::move(facts));
}

void Batch::note_candidate(std::int64_t one,
                           std::int64_t other,
                           const Comparison& why,
                           std::string reason) {
    auto pair = std::minmax(one, other);
    if (!pairs_.insert({pair.first, pair.second}).second) return;
    ++outcome_.for_review[reason];
    candidates_.push_back({.id = new_id<Candidate>(),
                           .offender = {pair.first},
                           .other = {pair.second},
                           .reason = std::move(reason),
                           .evidence = why.evidence,
                           .found_on = options_.day});
}

/// Opens the scope of whoever holds the record, and of its region.
void Batch::hold(Person& person, const ExtractRow& row) {
    if (row.held_by.empty() || !options_.holder_of) return;
    auto holder = options_.holder_of(row.source, row.held_by);
    if (!holder) {
        outcome_.warnings.push_back(
            {row.line, "held_by", "unknown_code", row.held_by + " is no code of a " + row.source});
        return;
    }
    auto open = [&](const std::string& kind, std::int64_t body) {
        if (person.holds.insert({kind, body}).second)
            new_holds_.emplace_back(person.after.id.number, kind, body);
    };
    open(holder->scope_kind, holder->body);
    if (holder->region) open("region", *holder->region);
}

void Batch::save(record::Changes& changes) {
    changes.in_bulk();
    auto about = [&](OffenderId id) {
        changes.about({std::string(subject_kind), id.number}, "offenders.imported");
    };
    for (const auto& [id, person] : people_)
        if (!person.before) {
            about(person.after.id);
            changes.add(offenders, person.after);
        }
    save_facts(changes);
    for (const auto& link : links_) {
        about(link.offender);
        changes.add(links, link);
    }
    for (const auto& candidate : candidates_) {
        about(candidate.other);
        changes.add(candidates, candidate);
    }
    for (const auto& [offender, kind, body] : new_holds_) {
        about({offender});
        access::open_hold(changes, offender, kind, body, options_.day);
    }
    // Changes to rows that are here come last: each one ends the gathering of new rows.
    for (const auto& [id, person] : people_)
        if (person.before && person.before->version != person.after.version) {
            about(person.after.id);
            changes.change(offenders, *person.before, person.after);
        }
}

void Batch::save_facts(record::Changes& changes) const {
    for (const auto& facts : facts_) {
        changes.about({std::string(subject_kind), facts.record.offender.number},
                      "offenders.imported");
        changes.add(source_records, facts.record);
        for (const auto& each : facts.names) changes.add(names, each);
        for (const auto& each : facts.tokens) changes.add(name_tokens, each);
        for (const auto& each : facts.birth_dates) changes.add(birth_dates, each);
        for (const auto& each : facts.identifiers) changes.add(identifiers, each);
        for (const auto& each : facts.addresses) changes.add(addresses, each);
    }
}

}  // namespace noms::offenders
