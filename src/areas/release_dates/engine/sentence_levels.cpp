#include "areas/release_dates/engine/sentence_levels.hpp"

#include <algorithm>
#include <array>

namespace noms::release_dates {
namespace {

using enum DateType;

Dates own_dates(const Sentence& sentence) {
    const auto types = sentence.types();
    Dates dates;
    auto set = [&](DateType type, std::optional<Day> day) {
        if (types.has(type)) dates[type] = day;
    };
    set(CRD, sentence.release());
    set(ARD, sentence.release());
    set(PRRD, sentence.release_after_recall());
    set(LED, sentence.found.licence_expiry);
    set(SED, sentence.expiry());
    set(SLED, sentence.expiry());
    set(TUSED, sentence.found.supervision);
    set(PED, sentence.parole());
    set(HDCED, sentence.found.curfew);
    return dates;
}

bool has_part_at_40(const Sentence& sentence, const Case& facts) {
    if (facts.law.sds_40.standard == facts.law.standard) return false;
    return std::ranges::any_of(sentence.parts, [&](int i) {
        return is_plain_standard(facts.part(i)) &&
               facts.share[size_t(i)] == facts.law.sds_40.standard;
    });
}

/// Whether one of the booking's dates is this sentence's own.
bool gives_a_date(const Sentence& sentence,
                  const Dates& booking,
                  std::initializer_list<DateType> keys) {
    const auto own = own_dates(sentence);
    return std::ranges::any_of(
        keys, [&](DateType key) { return booking.has(key) && booking[key] == own[key]; });
}

bool gives_progression_date(const Sentence& sentence, const Dates& booking) {
    if (gives_a_date(sentence, booking, {CRD, PED})) return true;
    // A day of parole that was put off to another sentence's release is that sentence's.
    return booking.has(PED) && booking[PED] == sentence.release();
}

}  // namespace

std::vector<SentenceLevel> sentence_levels(const Overview& booking, const Sentence* decided) {
    const auto* last_recall = latest_of(
        booking.sentences,
        [](const Sentence& each) { return *each.release_after_recall(); },
        [](const Sentence& each) { return each.is_recalled(); });
    std::vector<SentenceLevel> levels;
    for (size_t i = 0; i < booking.sentences.size(); ++i) {
        const auto& sentence = *booking.sentences[i];
        for (int part : sentence.parts)
            levels.push_back({.part = part,
                              .group_index = int(i),
                              .dates = own_dates(sentence),
                              .share = booking.facts.share[size_t(part)],
                              .awarded = sentence.ledger.awarded,
                              .awarded_after_release = sentence.ledger.awarded_after_release,
                              .decides_release = &sentence == decided || &sentence == last_recall});
    }
    return levels;
}

void find_affected(BookingDates& out, const Overview& booking) {
    const bool alone = booking.sentences.size() == 1;
    for (const auto* each : booking.sentences) {
        if (each->is_recalled()) continue;
        if (has_part_at_40(*each, booking.facts) &&
            (alone || gives_a_date(*each, out.dates, {CRD, ARD, HDCED, TUSED, PED})))
            out.affected_by_sds_40 = true;
        if (each->has_standard && each->law.name == ReleaseLaw::Progression &&
            (alone || gives_progression_date(*each, out.dates)))
            out.affected_by_progression = true;
    }
}

}  // namespace noms::release_dates
