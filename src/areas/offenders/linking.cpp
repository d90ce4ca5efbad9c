#include "areas/offenders/linking.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace noms::offenders {
namespace {

template <class T>
const T* shared_of(const std::vector<T>& left, const std::vector<T>& right) {
    for (const auto& item : left)
        if (std::ranges::find(right, item) != right.end()) return &item;
    return nullptr;
}

// The order in which numbers are believed: the police give a PNC and a CRO once, with a check
// letter.
constexpr int rank_of(IdentifierKind kind) {
    switch (kind) {
        case IdentifierKind::Pnc: return 0;
        case IdentifierKind::Cro: return 1;
        case IdentifierKind::PrisonNumber: return 2;
        case IdentifierKind::Crn: return 3;
        case IdentifierKind::Other: break;
    }
    return 4;
}

const Identity::Number* shared_number(const Identity& left, const Identity& right) {
    const Identity::Number* best = nullptr;
    for (const auto& number : left.numbers) {
        auto same = [&](const auto& other) { return other.match_key == number.match_key; };
        if (std::ranges::none_of(right.numbers, same)) continue;
        if (!best || rank_of(number.kind) < rank_of(best->kind)) best = &number;
    }
    return best;
}

/// The number without its century: 1915 and 2015 may be two readings of one text.
std::string_view without_century(const Identity::Number& number) {
    std::string_view text = number.canonical;
    return number.kind == IdentifierKind::Pnc ? text.substr(2) : text;
}

bool both_have_and_differ(const Identity& left, const Identity& right, IdentifierKind kind) {
    bool both = false;
    for (const auto& mine : left.numbers)
        for (const auto& theirs : right.numbers) {
            if (mine.kind != kind || theirs.kind != kind) continue;
            if (without_century(mine) == without_century(theirs)) return false;
            both = true;
        }
    return both;
}

bool birth_dates_differ(const Identity& left, const Identity& right) {
    return !left.birth_dates.empty() && !right.birth_dates.empty() &&
           !shared_of(left.birth_dates, right.birth_dates);
}

bool some_day_is_near(const Identity& left, const Identity& right) {
    for (Date mine : left.birth_dates)
        for (Date theirs : right.birth_dates)
            if (nearly_same_day(mine, theirs)) return true;
    return false;
}

/// Why birth date or surname agree, in words; empty when they do not.
std::string agreement(const Identity& left, const Identity& right) {
    if (auto day = shared_of(left.birth_dates, right.birth_dates))
        return "birth date " + noms::in_words(*day) + " on both";
    auto surname = shared_of(left.surnames, right.surnames);
    if (!surname) return "";
    auto same = "surname \"" + *surname + "\" on both";
    if (!birth_dates_differ(left, right)) return same + "; a birth date is not known";
    if (some_day_is_near(left, right)) return same + "; birth dates nearly alike";
    if (shared_of(left.first_names, right.first_names))
        return same + " and first name; birth dates differ";
    return "";
}

std::string_view words_of(std::string_view reason) {
    if (reason == "pnc_differs") return "two right PNCs differ";
    if (reason == "cro_differs") return "two right CROs differ";
    if (reason == "sex_and_birth_date_differ") return "sex and birth date differ";
    if (reason == "sex_and_first_name_differ") return "sex and first name differ";
    return "neither birth date nor surname agrees";
}

}  // namespace

std::string contradiction(const Identity& left, const Identity& right) {
    if (both_have_and_differ(left, right, IdentifierKind::Pnc)) return "pnc_differs";
    if (both_have_and_differ(left, right, IdentifierKind::Cro)) return "cro_differs";
    bool sex_differs =
        left.sex != right.sex && left.sex != Sex::NotKnown && right.sex != Sex::NotKnown;
    if (sex_differs && birth_dates_differ(left, right)) return "sex_and_birth_date_differ";
    if (sex_differs && !left.first_names.empty() && !right.first_names.empty() &&
        !shared_of(left.first_names, right.first_names))
        return "sex_and_first_name_differ";
    return "";
}

Comparison compare(const Identity& left, const Identity& right) {
    auto number = shared_number(left, right);
    if (!number) return {};
    auto shared = fmt::format("{} {} on both", in_words(number->kind), number->canonical);
    auto agrees = agreement(left, right);
    auto against = contradiction(left, right);
    if (agrees.empty() && against.empty()) against = "nothing_else_agrees";
    if (against.empty()) return {Comparison::Is::Join, number->kind, "", shared + "; " + agrees};
    auto evidence = fmt::format("{}; but {}", shared, words_of(against));
    return {Comparison::Is::Review, number->kind, std::move(against), std::move(evidence)};
}

std::int64_t match_key_of(IdentifierKind kind, std::string_view canonical) {
    // The check letter follows from the rest; without it the longest number has 11 characters, and
    // 6 times 36 to the power of 11 fits.
    if (kind == IdentifierKind::Pnc || kind == IdentifierKind::Cro) canonical.remove_suffix(1);
    std::int64_t key = static_cast<std::int64_t>(kind) + 1;
    for (char c : canonical) {
        if (c == '/') continue;
        key = key * 36 + (c >= 'A' ? c - 'A' + 10 : c - '0');
    }
    return key;
}

bool nearly_same_day(Date left, Date right) {
    bool exchanged = left.year() == right.year() &&
                     unsigned(left.month()) == unsigned(right.day()) &&
                     unsigned(left.day()) == unsigned(right.month());
    auto a = to_text(left);
    auto b = to_text(right);
    int differing = 0;
    for (size_t i = 0; i < a.size(); ++i) differing += a[i] != b[i];
    return exchanged || differing <= 1;
}

}  // namespace noms::offenders
