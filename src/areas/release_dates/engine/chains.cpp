#include "areas/release_dates/engine/chains.hpp"

#include <algorithm>

#include "areas/release_dates/engine/identification.hpp"

namespace noms::release_dates {
namespace {

/// The same part under two places: one that is known by its identifier and is alike in everything.
bool is_same(const Part& a, const Part& b) {
    return !a.identifier.empty() && a == b;
}

bool follows(const Part& part, const Part& earlier) {
    return !part.consecutive_to.empty() && part.consecutive_to == earlier.identifier;
}

bool has_same_arrangements(const Part& a, const Part& b) {
    return is_standard(a) == is_standard(b) && a.is_sds_plus == b.is_sds_plus &&
           a.is_sds_plus_offence_and_length == b.is_sds_plus_offence_and_length &&
           a.is_section_250 == b.is_section_250 && a.exclusions == b.exclusions;
}

/// The chains of a group: from each base along those that follow, a chain for each fork.
class Chains {
public:
    Chains(const PartList& parts, const Case& facts) : parts_(parts), facts_(facts) {
        for (int base : parts)
            if (facts.part(base).consecutive_to.empty()) follow({base});
    }
    std::vector<PartList> found{};

private:
    const PartList& parts_;
    const Case& facts_;

    void follow(const PartList& chain) {
        bool last = true;
        for (int next : parts_) {
            const bool seen = std::ranges::find(chain, next) != chain.end();
            if (seen || !follows(facts_.part(next), facts_.part(chain.back()))) continue;
            last = false;
            auto longer = chain;
            longer.push_back(next);
            follow(longer);
        }
        if (last && chain.size() > 1 && !repeats_another(chain)) found.push_back(chain);
    }

    bool repeats_another(const PartList& chain) const {
        auto alike = [&](int a, int b) {
            const auto& one = facts_.part(a);
            const auto& other = facts_.part(b);
            return (a == b || (!one.identifier.empty() && one.identifier == other.identifier)) &&
                   has_same_arrangements(one, other);
        };
        return std::ranges::any_of(
            found, [&](const PartList& other) { return std::ranges::equal(chain, other, alike); });
    }
};

// -- single term (4.3) ----------------------------------------------------------------------------

/// None consecutive, none recalled, at least two days of sentence, and all of one old kind.
bool is_single_term(const PartList& parts, const Case& facts) {
    if (parts.size() < 2) return false;
    auto stands_alone = [&](int i) {
        return facts.part(i).consecutive_to.empty() && !facts.part(i).recall;
    };
    auto other_day = [&](int i) {
        return facts.part(i).sentenced_on != facts.part(parts.front()).sentenced_on;
    };
    auto of_the_1991_act = [&](int i) {
        return is_standard(facts.part(i)) && is_of_the_1991_act(facts.part(i), facts.law);
    };
    auto detention_and_training = [&](int i) {
        return facts.part(i).type == SentenceType::DetentionAndTraining;
    };
    return std::ranges::all_of(parts, stands_alone) && std::ranges::any_of(parts, other_day) &&
           (std::ranges::all_of(parts, of_the_1991_act) ||
            std::ranges::all_of(parts, detention_and_training));
}

Day end_of(int part, const Case& facts) {
    return last_day(whole_term(facts.part(part)), facts.part(part).sentenced_on);
}

/// From the first sentence to the end of the later one, of the first two: the service leaves a
/// third out (docs/law-questions.md).
int span_of_the_1991_act(const PartList& parts, const Case& facts) {
    const Day start =
        std::min(facts.part(parts[0]).sentenced_on, facts.part(parts[1]).sentenced_on);
    return std::max(end_of(parts[0], facts), end_of(parts[1], facts)) - start + 1;
}

/// From the longest order of the first day to the end of the longest of the last day, and never
/// beyond two years.
int span_of_detention_and_training(const PartList& parts, const Case& facts) {
    auto day_of = [&](int i) { return facts.part(i).sentenced_on; };
    const Day first = day_of(*std::ranges::min_element(parts, {}, day_of));
    const Day last = day_of(*std::ranges::max_element(parts, {}, day_of));
    Day start_ends = first;
    Day end = last;
    for (int i : parts) {
        if (day_of(i) == first) start_ends = std::max(start_ends, end_of(i, facts));
        if (day_of(i) == last) end = std::max(end, end_of(i, facts));
    }
    const int span = std::max(start_ends, end) - first + 1;
    const Day latest = plus_months(first, facts.law.detention_and_training_months);
    return first + span - 1 > latest ? latest - first : span;
}

Sentence single_term(const PartList& parts, const Case& facts) {
    Sentence sentence{.form = Form::SingleTerm, .parts = parts};
    const bool standard = is_standard(facts.part(parts.front()));
    sentence.span = standard ? span_of_the_1991_act(parts, facts)
                             : span_of_detention_and_training(parts, facts);
    return sentence;
}

std::vector<Sentence> chains_and_others(const PartList& parts, const Case& facts) {
    std::vector<Sentence> sentences;
    const Chains chains(parts, facts);
    for (const auto& chain : chains.found)
        sentences.push_back({.form = Form::Chain, .parts = chain});
    for (int part : parts) {
        auto has_it = [&](const PartList& chain) {
            return std::ranges::any_of(chain, [&](int i) {
                return i == part || is_same(facts.part(i), facts.part(part));
            });
        };
        if (!std::ranges::any_of(chains.found, has_it))
            sentences.push_back({.form = Form::Alone, .parts = {part}});
    }
    return sentences;
}

}  // namespace

std::vector<Sentence> combined(const PartList& parts, const Case& facts) {
    std::vector<Sentence> sentences;
    if (is_single_term(parts, facts))
        sentences.push_back(single_term(parts, facts));
    else
        sentences = chains_and_others(parts, facts);
    for (auto& sentence : sentences) identify(sentence, facts);
    return sentences;
}

}  // namespace noms::release_dates
