#include "areas/matching/training.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "areas/matching/hashing.hpp"
#include "areas/matching/levels.hpp"
#include "areas/matching/parallel.hpp"

namespace noms::matching {
namespace {

constexpr size_t random_pairs_max = 500'000;
constexpr size_t random_pairs_each = 20;  // for each record
constexpr size_t random_chunk = 10'000;
constexpr size_t pairs_learned_from = 500'000;
/// Fewer records teach nothing: drawn at random, two of them are too often one person's.
constexpr size_t records_learned_from = 100;
constexpr int rounds_max = 30;
constexpr double settled = 1e-3;
/// How many pairs the model that one begins from is worth.
constexpr double worth_same = 50, worth_relative = 200, worth_namesake = 200, worth_stranger = 20;
/// However few the records, so many of their pairs at most are thought not to be strangers'.
constexpr double strangers_at_most_lost = 0.5;
/// What no chance is less than.
constexpr double least_chance = 1e-9, least_share = 1e-6;
/// Of the pairs that share an identifier, at least so many are strangers by error.
constexpr double strangers_by_error = 0.002;

using Counts = std::array<std::array<double, levels_max>, comparisons_max>;

/// Levels that blocking finds wherever they occur: how many strangers have them can be counted.
bool found_always(size_t comparison, size_t level) {
    using namespace level;
    switch (comparison) {
        case Pncs: return level == PncSame;
        case Cros: return level == CroSame || level == CoreSame;
        case PrisonNumbers: return level == PrisonNumberSame;
        case Crns: return level == CrnSame;
        default: return false;
    }
}

/// The levels of pairs drawn at random, the same ones whatever the number of threads.
Counts count_random(const Comparer& comparer, size_t records, unsigned threads) {
    std::vector<std::array<std::array<std::uint32_t, levels_max>, comparisons_max>> counts(
        std::min(random_pairs_max, records * random_pairs_each) / random_chunk + 1);
    in_parallel(counts.size(), threads, [&](size_t chunk) {
        for (size_t i = 0; i < random_chunk; ++i) {
            auto draw = mixed(chunk * random_chunk + i);
            auto left = PersonIndex((draw >> 32) % records);
            auto right = PersonIndex((draw & 0xFFFFFFFF) % records);
            if (left == right) continue;
            auto compared = comparer.compare(std::min(left, right), std::max(left, right));
            for (size_t c = 0; c < comparisons_max; ++c) ++counts[chunk][c][compared.levels[c]];
        }
    });
    Counts sum{};
    for (const auto& chunk : counts)
        for (size_t c = 0; c < comparisons_max; ++c)
            for (size_t l = 0; l < levels_max; ++l) sum[c][l] += chunk[c][l];
    return sum;
}

/// What comparing gave, and how many pairs gave it.
struct Counted {
    Outcome outcome{};
    double pairs = 0;
};

bool before(const Outcome& left, const Outcome& right) {
    int order = std::memcmp(left.levels.data(), right.levels.data(), left.levels.size());
    return order != 0 ? order < 0 : left.rarity < right.rarity;
}

/// Counts one pair in `each` of them, which their indexes decide; rarity goes by whole bits.
std::vector<Counted> count_outcomes(const std::vector<Pair>& pairs,
                                    const std::vector<Outcome>& outcomes,
                                    size_t each) {
    std::vector<Outcome> taken;
    taken.reserve(pairs.size() / each + 1);
    for (size_t i = 0; i < pairs.size(); ++i) {
        if (each > 1 && mixed(pairs[i].left, pairs[i].right) % each != 0) continue;
        taken.push_back(outcomes[i]);
        taken.back().rarity = std::round(taken.back().rarity);
    }
    std::ranges::sort(taken, before);
    std::vector<Counted> counted;
    for (const auto& outcome : taken) {
        if (counted.empty() || before(counted.back().outcome, outcome))
            counted.push_back({outcome, 0});
        ++counted.back().pairs;
    }
    return counted;
}

/// Relatives are learned from those who bear one name at one address: there strangers are few.
bool is_of_one_household(const Outcome& outcome) {
    return outcome.levels[LastNames] == level::LastSame &&
           (outcome.levels[Addresses] == level::PostcodeAndLine ||
            outcome.levels[Addresses] == level::PostcodeSame);
}

/// The share of relatives that are of one household, as the model has it.
double household_share(const Model& model) {
    const auto& addresses = model.comparisons[Addresses].levels;
    return model.comparisons[LastNames].levels[level::LastSame].relative *
           (addresses[level::PostcodeAndLine].relative + addresses[level::PostcodeSame].relative);
}

/// Expectation-maximisation over four kinds of pair: one person's, strangers',
/// relatives', namesakes'.
class Learning {
public:
    Learning(Model& model, const Counts& random, double all_pairs)
        : model_(model), begun_with_(model), random_(random), all_pairs_(all_pairs) {}

    void run(const std::vector<Counted>& counted) {
        set_strangers({});
        for (int round = 0; round < rounds_max; ++round) {
            auto before = model_;
            expect(counted);
            maximise();
            if (change_from(before) < settled) break;
        }
    }

private:
    Model& model_;
    Model begun_with_;
    Counts random_;
    double all_pairs_;
    Counts same_{}, stranger_{}, relative_{}, namesake_{};
    double same_pairs_ = 0, relative_pairs_ = 0, namesake_pairs_ = 0;

    struct Logs {
        double same = 0, stranger = 0, relative = 0, namesake = 0;
    };

    void expect(const std::vector<Counted>& counted) {
        std::array<std::array<Logs, levels_max>, comparisons_max> logs{};
        for (size_t c = 0; c < model_.comparisons.size(); ++c)
            for (size_t l = 1; l < model_.comparisons[c].levels.size(); ++l) {
                const auto& level = model_.comparisons[c].levels[l];
                logs[c][l] = {std::log2(level.same),
                              std::log2(level.stranger),
                              std::log2(level.relative),
                              std::log2(level.namesake)};
            }
        same_ = stranger_ = relative_ = namesake_ = {};
        same_pairs_ = relative_pairs_ = namesake_pairs_ = 0;
        Logs chance{std::log2(model_.same),
                    std::log2(1 - model_.same - model_.relatives - model_.namesakes),
                    std::log2(model_.relatives),
                    std::log2(model_.namesakes)};
        for (const auto& [outcome, pairs] : counted) {
            Logs sum = chance;
            for (size_t c = 0; c < model_.comparisons.size(); ++c) {
                const auto& add = logs[c][outcome.levels[c]];
                sum.same += add.same;
                sum.stranger += add.stranger;
                sum.relative += add.relative;
                sum.namesake += add.namesake;
            }
            sum.stranger -= double(outcome.rarity);
            share_out(outcome, pairs, sum);
        }
    }

    void share_out(const Outcome& outcome, double pairs, Logs sum) {
        double most = std::max({sum.same, sum.stranger, sum.relative, sum.namesake});
        double same = std::exp2(sum.same - most), stranger = std::exp2(sum.stranger - most);
        double relative = std::exp2(sum.relative - most);
        double namesake = std::exp2(sum.namesake - most);
        double each = pairs / (same + stranger + relative + namesake);
        if (!is_of_one_household(outcome)) relative = 0;
        same_pairs_ += same * each;
        relative_pairs_ += relative * each;
        namesake_pairs_ += namesake * each;
        for (size_t c = 0; c < model_.comparisons.size(); ++c) {
            auto level = outcome.levels[c];
            same_[c][level] += same * each;
            stranger_[c][level] += stranger * each;
            relative_[c][level] += relative * each;
            namesake_[c][level] += namesake * each;
        }
    }

    void maximise() {
        model_.same = std::max(same_pairs_ / all_pairs_, least_chance);
        // Where no addresses are known, relatives keep the share that the model begins with.
        if (relative_pairs_ > worth_relative)
            model_.relatives = relative_pairs_ / household_share(begun_with_) / all_pairs_;
        else
            model_.relatives = model_.same * begun_with_.relatives / begun_with_.same;
        model_.namesakes = std::max(namesake_pairs_ / all_pairs_, least_chance);
        for (size_t c = 0; c < model_.comparisons.size(); ++c) {
            learn(c, same_[c], worth_same, &Level::same);
            learn(c, namesake_[c], worth_namesake, &Level::namesake);
            // Their name and address are what relatives were known by.
            if (c != LastNames && c != Addresses)
                learn(c, relative_[c], worth_relative, &Level::relative);
        }
        set_strangers(stranger_);
    }

    void learn(size_t c, const std::array<double, levels_max>& seen, double worth, auto share) {
        auto& levels = model_.comparisons[c].levels;
        const auto& first = begun_with_.comparisons[c].levels;
        double known = worth;
        for (size_t l = 1; l < levels.size(); ++l) known += seen[l];
        for (size_t l = 1; l < levels.size(); ++l)
            levels[l].*share = std::max((seen[l] + worth * first[l].*share) / known, least_share);
    }

    /// From the pairs drawn at random, less those that were one person's after all.
    void set_strangers(const Counts& seen) {
        for (size_t c = 0; c < model_.comparisons.size(); ++c) {
            auto& levels = model_.comparisons[c].levels;
            double known = worth_stranger, drawn = 1;
            for (size_t l = 1; l < levels.size(); ++l) known += random_[c][l];
            for (size_t l = 0; l < levels_max; ++l) drawn += random_[c][l];
            for (size_t l = 1; l < levels.size(); ++l) {
                double share = (random_[c][l] +
                                worth_stranger * begun_with_.comparisons[c].levels[l].stranger) /
                               known;
                double of_strangers = share - model_.same * levels[l].same;
                if (found_always(c, l) && same_pairs_ > 0)
                    of_strangers = (seen[c][l] + strangers_by_error * same_[c][l]) /
                                   (all_pairs_ * (known / drawn));
                else
                    of_strangers = std::max(of_strangers, share * 0.02);
                levels[l].stranger = std::max(of_strangers, least_chance / 10);
            }
        }
    }

    double change_from(const Model& before) const {
        double most = std::abs(std::log2(model_.same / before.same));
        for (size_t c = 0; c < model_.comparisons.size(); ++c)
            for (size_t l = 1; l < model_.comparisons[c].levels.size(); ++l)
                most = std::max(most,
                                std::abs(model_.comparisons[c].levels[l].same -
                                         before.comparisons[c].levels[l].same));
        return most;
    }
};

}  // namespace

Model train(Model model,
            const Population& people,
            const std::vector<Pair>& pairs,
            const std::vector<Outcome>& outcomes,
            unsigned threads) {
    auto records = double(people.size());
    if (people.size() < 2) return model;
    // What the model says of its own population holds for each record, not for each pair.
    auto known = model.same + model.relatives + model.namesakes;
    auto fewer = std::min(model.records / records, strangers_at_most_lost / known);
    model.same *= fewer;
    model.relatives *= fewer;
    model.namesakes *= fewer;
    model.records = records;
    if (people.size() < records_learned_from) return model;
    size_t each = pairs.size() / pairs_learned_from + 1;
    auto random = count_random(Comparer(people, model), people.size(), threads);
    Learning(model, random, records * (records - 1) / 2 / double(each))
        .run(count_outcomes(pairs, outcomes, each));
    return model;
}

}  // namespace noms::matching
