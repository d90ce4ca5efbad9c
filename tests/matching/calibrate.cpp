// calibrate_matching FILE.csv...: fits the curve from weights to probabilities on made-up people
// whose column true_id tells the truth (which the engine never reads), and prints the shipped model
// with it. scripts/calibrate-matching runs it on the generator's seeds 1 to 5.
#include <algorithm>
#include <cmath>
#include <iostream>
#include <map>

#include <fmt/format.h>

#include "areas/matching/matching.hpp"
#include "kit/base/csv.hpp"

using namespace noms;
using namespace noms::matching;

namespace {

constexpr double least_weight = -14;
constexpr double bins_a_bit = 2;
constexpr double pairs_in_a_bin_min = 150;
constexpr double least_chance = 0.00001;  // nothing is certain, either way

/// Pairs of nearly one weight.
struct Bin {
    double pairs = 0, right = 0, weights = 0;

    double share() const { return right / pairs; }
    void take_in(const Bin& other) {
        pairs += other.pairs;
        right += other.right;
        weights += other.weights;
    }
};
using Bins = std::map<double, Bin>;  // by the bin's own weight

/// Who each record truly is.
std::map<std::string, std::string, std::less<>> truth_of(std::string_view text) {
    std::map<std::string, std::string, std::less<>> out;
    csv::Fault fault{};
    size_t key = 0, truth = 0;
    for (size_t line = 0; line < text.size();) {
        auto end = std::min(text.find('\n', line), text.size());
        auto cells = csv::cells_of(text.substr(line, end - line), ',', fault);
        auto place = [&](std::string_view name) {
            return size_t(std::ranges::find(cells, name) - cells.begin());
        };
        if (line == 0)
            key = place("record_id"), truth = place("true_id");
        else
            out[cells.at(key)] = cells.at(truth);
        line = end + 1;
    }
    return out;
}

void count(const char* path, Bins& bins) {
    MappedFile file(path);
    Layout layout;
    ReadReport report;
    auto people = read_records(file.text(), {}, 2, layout, report, [](auto, auto) {});
    if (!people) throw std::runtime_error(people.error().message);
    auto truth = truth_of(file.text());
    auto model = shipped_model();
    model.thresholds.review = least_weight;
    auto links = link(*people, std::move(model), {.threads = 2, .pairs = true});
    for (const auto& one : links.pairs) {
        auto& bin = bins[std::floor(one.weight * bins_a_bit)];
        auto same = truth.find(people->record_id(one.pair.left))->second ==
                    truth.find(people->record_id(one.pair.right))->second;
        bin.take_in({1, same ? 1.0 : 0.0, one.weight});
    }
}

/// Bins with enough pairs, each of which says more than the one below it.
std::vector<Bin> rising(const Bins& bins) {
    std::vector<Bin> out;
    Bin open;
    for (const auto& [at, bin] : bins) {
        open.take_in(bin);
        if (open.pairs < pairs_in_a_bin_min) continue;
        out.push_back(std::exchange(open, {}));
        while (out.size() > 1 && out[out.size() - 2].share() >= out.back().share()) {
            auto last = out.back();
            out.pop_back();
            out.back().take_in(last);
        }
    }
    return out;
}

}  // namespace

int main(int count_given, char** given) {
    if (count_given < 2) {
        std::cerr << "usage: calibrate_matching FILE.csv...\n";
        return 2;
    }
    Bins bins;
    for (int i = 1; i < count_given; ++i) count(given[i], bins);
    auto model = shipped_model();
    model.calibration.clear();
    for (const auto& bin : rising(bins)) {
        auto probability = std::round(bin.share() * 100'000) / 100'000;
        model.calibration.push_back({std::round(bin.weights / bin.pairs * 1000) / 1000,
                                     std::clamp(probability, least_chance, 1 - least_chance)});
    }
    std::cout << to_text(model);
}
