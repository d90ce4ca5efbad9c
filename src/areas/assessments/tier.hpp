#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "kit/base/date.hpp"
#include "kit/base/result.hpp"
#include "kit/describe/type.hpp"
#include "kit/law/law.hpp"

/// What the three schemes of tiering share. A tier advises: a named person decides.
namespace noms::assessments {

/// Risk of serious harm.
enum class Rosh { Low, Medium, High, VeryHigh };
DESCRIBE_ENUM(Rosh, Low, Medium, High, VeryHigh)
/// "very high".
std::string in_words(Rosh);

/// One fact, changed alone, that would give another tier.
struct WhatWouldChange {
    std::string fact{};
    std::string instead{};
    std::string tier{};
};
DESCRIBE(WhatWouldChange, fact, instead, tier)

/// A fact with something else in its place.
template <class Facts>
struct Variation {
    std::string fact{};
    std::string instead{};
    std::function<void(Facts&)> change{};
};

/// Each variation that gives another tier than `now`. `tier_of` gives a text, empty for no answer.
template <class Facts, class TierOf>
std::vector<WhatWouldChange> what_would_change(const Facts& facts,
                                               const std::string& now,
                                               const std::vector<Variation<Facts>>& variations,
                                               const TierOf& tier_of) {
    std::vector<WhatWouldChange> out;
    for (const auto& [fact, instead, change] : variations) {
        Facts other = facts;
        change(other);
        auto tier = tier_of(other);
        if (!tier.empty() && tier != now) out.push_back({fact, instead, tier});
    }
    return out;
}

/// Variations that put each of `values` in place of a member.
template <class Facts, class Member, class Value>
void vary(std::vector<Variation<Facts>>& out,
          std::string fact,
          Member Facts::* member,
          const std::vector<std::pair<std::string, Value>>& values) {
    for (const auto& [words, value] : values)
        out.push_back({fact, words, [member, value](Facts& facts) { facts.*member = value; }});
}
/// Yes and no in place of a member.
template <class Facts>
void vary(std::vector<Variation<Facts>>& out,
          std::string fact,
          std::optional<bool> Facts::* member) {
    vary<Facts, std::optional<bool>, bool>(out, fact, member, {{"yes", true}, {"no", false}});
}
/// Every level in place of the risk of serious harm.
template <class Facts>
void vary(std::vector<Variation<Facts>>& out,
          std::string fact,
          std::optional<Rosh> Facts::* member) {
    vary<Facts, std::optional<Rosh>, Rosh>(out,
                                           fact,
                                           member,
                                           {{"low", Rosh::Low},
                                            {"medium", Rosh::Medium},
                                            {"high", Rosh::High},
                                            {"very high", Rosh::VeryHigh}});
}

}  // namespace noms::assessments
