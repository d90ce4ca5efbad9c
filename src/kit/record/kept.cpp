#include "kit/record/kept.hpp"

#include <algorithm>

#include "kit/record/record.hpp"
#include "kit/record/sql.gen.hpp"

namespace noms::record {
namespace {

SealedTo end_of(db::Connection& db) {
    auto last = head(db);
    return {.position = last.position, .chain = last.chain};
}

/// One event: `subjects` are those of the kind that is asked about.
void note(Happened& out,
          std::set<std::int64_t>& subjects,
          const SealedEvent& event,
          std::string_view subject_kind) {
    if (event.subject_kind == subject_kind)
        subjects.insert(event.subject);
    else if (event.subject_kind != "account")
        out.to_all = true;
}

/// Nothing that was known so far need hold.
void begin_anew(Happened& out, SealedTo to) {
    out.to = std::move(to);
    out.to_all = true;
}

SealedTo end_among(std::span<const SealedEvent> events) {
    if (events.empty()) return {};
    return {.position = events.back().position, .chain = events.back().chain};
}

void note_sealed(Happened& out, const AskedHappened& asked, std::span<const SealedEvent> events) {
    if (asked.since.position == 0) return begin_anew(out, end_among(events));
    if (events.empty()) {  // the snapshot is older
        out.to = end_of(asked.db);
        return;
    }
    const auto& first = events.front();
    bool goes_on = first.position == asked.since.position && first.chain == asked.since.chain;
    if (!goes_on || std::ssize(events) > happened_max) return begin_anew(out, end_of(asked.db));
    out.to = end_among(events);
    for (const auto& event : events.subspan(1)) note(out, out.sealed, event, asked.subject_kind);
}

}  // namespace

AskedHappened ask_what_happened(db::Connection& db, SealedTo since, std::string_view subject_kind) {
    // Whoever has read nothing yet, from 0, is told of the newest alone.
    auto from = since.position;
    return {.db = db,
            .since = std::move(since),
            .subject_kind = subject_kind,
            .events = db::ask<SealedEvent>(
                db, sql::happened_since, from, std::int64_t(happened_max + 1))};
}

Happened what_happened(AskedHappened asked) {
    Happened out;
    auto events = asked.events.get();
    std::ranges::stable_sort(events, {}, &SealedEvent::position);
    auto first_sealed = std::ranges::upper_bound(events, 0, {}, &SealedEvent::position);
    std::span<const SealedEvent> waiting(events.begin(), first_sealed);
    note_sealed(out, asked, std::span<const SealedEvent>(first_sealed, events.end()));
    for (const auto& event : waiting) note(out, out.waiting, event, asked.subject_kind);
    if (std::ssize(waiting) > happened_max) out.to_all = true;
    return out;
}

}  // namespace noms::record
