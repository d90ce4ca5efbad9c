#include "areas/offenders/batch.hpp"

#include <algorithm>

#include "areas/offenders/store.hpp"
#include "kit/base/text.hpp"

namespace noms::offenders {

ReadRow read_row(ExtractRow row, const ImportOptions& options) {
    auto facts = facts_of(row, options.file, options.day);
    return {std::move(row), std::move(facts)};
}

void Batch::load(db::Connection& db, const std::vector<ReadRow>& rows) {
    std::vector<std::int64_t> digests, keys;
    for (const auto& [row, facts] : rows) {
        digests.push_back(row.digest);
        keys.push_back(row.key_digest);
    }
    for (auto digest : store::digests_here(db, digests)) seen_.add(digest);
    for (const auto& row : store::rows_with_key(db, keys)) seen_.add(row.key_digest, row.content);
    std::set<std::int64_t> wanted;
    for (auto digest : digests)
        if (auto group = plan_.group_of(digest))
            if (auto offender = plan_.offender_of(*group)) {
                by_group_[*group] = offender->number;
                wanted.insert(offender->number);
            }
    load_people(db, {wanted.begin(), wanted.end()});
}

/// Whoever was joined to another since the plan was made gives way to that one.
void Batch::load_people(db::Connection& db, const std::vector<std::int64_t>& ids) {
    std::map<std::int64_t, std::int64_t> joined_to;
    std::set<std::int64_t> standing;
    for (const auto& offender : store::offenders_among(db, ids).get()) {
        auto to = offender.joined_to.value_or(offender.id).number;
        joined_to[offender.id.number] = to;
        standing.insert(to);
    }
    for (auto& [group, offender] : by_group_) offender = joined_to.at(offender);
    std::vector<std::int64_t> wanted(standing.begin(), standing.end());
    for (auto& offender : store::offenders_among(db, wanted).get()) {
        auto id = offender.id.number;
        people_[id] = {.before = offender, .after = std::move(offender)};
    }
    for (const auto& hold : access::holds_among(db, wanted).get())
        if (!hold.until_day) people_.at(hold.offender).holds.insert({hold.scope_kind, hold.body});
    for (auto& record : store::records_among(db, wanted).get())
        people_.at(record.offender.number).records.push_back(std::move(record));
}

void Batch::take(const std::vector<ReadRow>& rows) {
    for (const auto& each : rows)
        if (!is_here(each.row)) take_row(each);
}

bool Batch::is_here(const ExtractRow& row) {
    switch (seen_.take(row)) {
        case SeenRows::Came::Never: return false;
        case SeenRows::Came::SameToTheLetter: ++outcome_.unchanged; break;
        case SeenRows::Came::WithOtherContent:
            outcome_.warnings.push_back(
                {row.line,
                 "record_id",
                 "changed_since",
                 "this record came before with other content, which stands"});
    }
    return true;
}

std::vector<Offender> Batch::made() const {
    std::vector<Offender> out;
    for (const auto& [id, person] : people_)
        if (!person.before) out.push_back(person.after);
    return out;
}

void Batch::tell(Plan& plan) const {
    for (const auto& facts : facts_)
        plan.stands(facts.record.digest, facts.record.id, facts.record.offender);
}

void Batch::warn(const ExtractRow& row, const RecordFacts& facts) {
    for (const auto& warning : row.warnings) outcome_.warnings.push_back(warning);
    for (const auto& number : facts.identifiers)
        if (number.state == IdentifierState::Unverified)
            outcome_.warnings.push_back({row.line,
                                         lower(in_words(number.kind)),
                                         "unverified",
                                         number.value + ": " + why_of(number, options_.day)});
}

/// The offender of the record's group, who is made when there is none yet.
Batch::Person& Batch::person_for(const ExtractRow& row, const RecordFacts& facts) {
    auto group = plan_.group_of(row.digest).value();
    if (auto found = by_group_.find(group); found != by_group_.end()) {
        auto& person = people_.at(found->second);
        note_join(row, facts, person.after.id);
        return person;
    }
    auto id = new_id<OffenderTag>();
    by_group_[group] = id.number;
    auto& person = people_[id.number];
    person.after.id = id;
    ++outcome_.offenders_made;
    return person;
}

void Batch::note_join(const ExtractRow& row, const RecordFacts& facts, OffenderId to) {
    auto why =
        plan_.why(row.digest).value_or(Plan::Why{"Decision", "a person decided that both are one"});
    ++outcome_.joined;
    ++outcome_.joined_by[why.ground];
    links_.push_back({.id = new_id<Link>(),
                      .offender = to,
                      .source_record = facts.record.id,
                      .ground = why.ground,
                      .evidence = why.evidence,
                      .made_on = options_.day,
                      .made_by = "import"});
}

void Batch::take_row(const ReadRow& read) {
    const auto& row = read.row;
    auto facts = read.facts;
    ++outcome_.taken;
    warn(row, facts);
    auto& person = person_for(row, facts);
    facts.put_under(person.after.id);
    person.records.push_back(facts.record);
    hold(person, row);
    facts_.push_back(std::move(facts));
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
    for (auto& [id, person] : people_) {
        person.after = settled(person.after, person.records);
        if (person.before) continue;
        about(person.after.id);
        changes.add(offenders, person.after);
    }
    save_facts(changes);
    for (const auto& link : links_) {
        about(link.offender);
        changes.add(links, link);
    }
    for (const auto& [offender, kind, body] : new_holds_) {
        about({offender});
        access::open_hold(changes, offender, kind, body, options_.day);
    }
    // Changes to rows that are here come last: each one ends the gathering of new rows.
    for (auto& [id, person] : people_) {
        if (!person.before || *person.before == person.after) continue;
        ++person.after.version;
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
