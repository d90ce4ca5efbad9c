#pragma once

#include "areas/matching/blocking.hpp"
#include "areas/matching/hashing.hpp"

namespace noms::matching {

/// What the rules look at in one record.
class BlockKeys {
public:
    BlockKeys(const Population& people, PersonIndex at)
        : people_(people), person_(people[at]), at_(at) {}

    /// Calls `take` with a digest of each thing that the rule looks at.
    template <class Take>
    void of(BlockRule rule, Take&& take) const {
        auto keep = [&](std::uint64_t first, std::uint64_t second) {
            take(mixed(mixed(std::uint64_t(rule), first), second));
        };
        switch (rule) {
            case BlockRule::Pnc:
            case BlockRule::Cro:
            case BlockRule::NumberCore:
            case BlockRule::PrisonNumber:
            case BlockRule::Crn: return of_numbers(rule, keep);
            case BlockRule::DayAndFirstName:
                return each_day([&](auto day) { each_first([&](auto name) { keep(day, name); }); });
            case BlockRule::DayAndLastName:
                return each_day([&](auto day) { each_last([&](auto name) { keep(day, name); }); });
            case BlockRule::DayAndInitials:
                return each_day([&](auto day) { keep(day, initials()); });
            case BlockRule::DayAndPostcode:
                return each_day([&](auto day) { each_postcode([&](auto p) { keep(day, p); }); });
            case BlockRule::DayAndSentence:
                return each_day([&](auto day) { each_sentence([&](auto s) { keep(day, s); }); });
            case BlockRule::PostcodeAndFirstName:
                return each_postcode(
                    [&](auto p) { each_first([&](auto name) { keep(p, name); }); });
            case BlockRule::PostcodeAndLastName:
                return each_postcode([&](auto p) { each_last([&](auto name) { keep(p, name); }); });
            case BlockRule::SentenceAndFirstName:
                return each_sentence(
                    [&](auto s) { each_first([&](auto name) { keep(s, name); }); });
            case BlockRule::SentenceAndLastName:
                return each_sentence([&](auto s) { each_last([&](auto name) { keep(s, name); }); });
            case BlockRule::FullNameAndYear:
            case BlockRule::FullNameAndDayOfYear:
            case BlockRule::FullNameAndMiddle:
            case BlockRule::FullName:
            case BlockRule::LastNameAndYear:
            case BlockRule::FirstNameAndDayOfYear: return of_names(rule, keep);
            case BlockRule::TextAndFirstName:
                return each_text([&](auto t) {
                    if (first() != 0) keep(t, first());
                });
            case BlockRule::TextAndLastName:
                return each_text([&](auto t) {
                    if (last() != 0) keep(t, last());
                });
            case BlockRule::TextAndDay:
                return each_text([&](auto t) { each_day([&](auto day) { keep(t, day); }); });
        }
    }

private:
    const Population& people_;
    const Person& person_;
    PersonIndex at_;

    std::uint64_t first() const {
        return person_.first == 0 ? 0 : people_.words().root_of(person_.first);
    }
    std::uint64_t last() const {
        return person_.last == 0 ? 0 : people_.words().hash(person_.last);
    }
    std::uint64_t initials() const {
        auto letter = [&](WordId word) {
            return word == 0 ? 0U : static_cast<unsigned char>(people_.words().text(word)[0]);
        };
        return letter(person_.first) << 8 | letter(person_.last);
    }

    template <class Keep>
    void of_numbers(BlockRule rule, Keep&& keep) const {
        auto pnc = person_.pnc.digits, cro = person_.cro.digits;
        if (rule == BlockRule::Pnc && pnc != 0) keep(pnc, 0);
        if (rule == BlockRule::Cro && cro != 0) keep(cro, 0);
        if (rule == BlockRule::PrisonNumber && person_.prison_number != 0)
            keep(person_.prison_number, 0);
        if (rule == BlockRule::Crn && person_.crn != 0) keep(person_.crn, 0);
        if (rule != BlockRule::NumberCore) return;
        if (cro != 0) keep(cro / cro_serials, cro % cro_serials);
        if (pnc == 0) return;
        auto year = pnc / pnc_serials;
        keep(year, pnc % cro_serials);
        keep((year + 1) % 100, pnc % cro_serials);
    }
    template <class Keep>
    void of_names(BlockRule rule, Keep&& keep) const {
        auto day = person_.birth_day;
        auto full_name = mixed(first(), last());
        bool both = first() != 0 && last() != 0;
        if (rule == BlockRule::FullNameAndYear && both && day != 0) keep(full_name, day / 10000);
        if (rule == BlockRule::FullNameAndDayOfYear && both && day != 0)
            keep(full_name, day % 10000);
        if (rule == BlockRule::FullNameAndMiddle && both && person_.middle != 0)
            keep(full_name, people_.words().hash(person_.middle));
        if (rule == BlockRule::FullName && both) keep(full_name, 0);
        if (rule == BlockRule::LastNameAndYear && last() != 0 && day != 0)
            keep(last(), day / 10000);
        if (rule == BlockRule::FirstNameAndDayOfYear && first() != 0 && day != 0)
            keep(first(), day % 10000);
    }
    template <class Take>
    void each_day(Take&& take) const {
        if (person_.birth_day != 0) take(std::uint64_t(person_.birth_day));
        for (auto day : people_.alias_birth_days(person_)) take(std::uint64_t(day));
    }
    /// Names count whatever they were given as: a first name that stands as a surname is found.
    template <class Take>
    void each_first(Take&& take) const {
        if (person_.first != 0) take(first());
        for (auto name : people_.alias_firsts(person_)) take(people_.words().root_of(name));
    }
    template <class Take>
    void each_last(Take&& take) const {
        if (person_.last != 0) take(last());
        for (auto name : people_.alias_lasts(person_)) take(people_.words().hash(name));
        for (auto name : people_.last_parts(person_)) take(people_.words().hash(name));
    }
    template <class Take>
    void each_postcode(Take&& take) const {
        for (auto postcode : people_.postcodes(person_)) take(postcode);
    }
    template <class Take>
    void each_sentence(Take&& take) const {
        for (auto day : people_.sentence_days(person_)) take(std::uint64_t(day));
    }
    template <class Take>
    void each_text(Take&& take) const {
        auto words = people_.texts(at_);
        for (size_t i = 0; i < words.size(); ++i)
            if (words[i] != 0) take(mixed(i, people_.words().hash(words[i])));
    }
};

}  // namespace noms::matching
