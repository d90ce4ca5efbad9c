#include "areas/demonstration/figures.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <stdexcept>

#include "areas/demonstration/data.gen.hpp"
#include "kit/describe/rows.hpp"

namespace noms::demonstration {
namespace {

struct Phrase {
    std::string kind{};
    std::string words{};
};
DESCRIBE(Phrase, kind, words)

using ByKind = std::map<std::string, std::vector<std::string>, std::less<>>;

const ByKind& phrases() {
    static const ByKind all = [] {
        ByKind out;
        for (auto& each : rows::read<Phrase>(data::phrase))
            out[each.kind].push_back(std::move(each.words));
        return out;
    }();
    return all;
}

std::vector<InventedOffence> offences_that_are(bool grave) {
    auto all = rows::read<InventedOffence>(data::offence);
    std::erase_if(all, [&](const InventedOffence& each) { return each.grave != grave; });
    return all;
}

}  // namespace

const std::vector<Figure>& figures() {
    static const auto all = rows::read<Figure>(data::figure);
    return all;
}

int thousandths(std::string_view measure, std::string_view category) {
    for (const auto& each : figures())
        if (each.measure == measure && each.category == category)
            return int(std::lround(each.value * 1000));
    throw std::logic_error("no figure of " + std::string(measure) + ", " + std::string(category));
}

void Mix::add(std::string what, int weight) {
    what_.push_back(std::move(what));
    until_.push_back((until_.empty() ? 0 : until_.back()) + weight);
}

const std::string& Mix::draw(Dice& dice) const {
    auto thrown = dice.throw_one(until_.back());
    auto at = std::ranges::upper_bound(until_, thrown) - until_.begin();
    return what_[size_t(at)];
}

Mix mix_of(std::string_view measure, std::string_view begin) {
    constexpr double tenths = 10;  // some shares are halves of a percent
    Mix mix;
    for (const auto& each : figures())
        if (each.measure == measure && each.category.starts_with(begin))
            mix.add(each.category.substr(begin.size()), int(std::lround(each.value * tenths)));
    return mix;
}

const InventedOffence& offence(Dice& dice, bool grave) {
    static const auto light_ones = offences_that_are(false);
    static const auto grave_ones = offences_that_are(true);
    const auto& all = grave ? grave_ones : light_ones;
    int sum = 0;
    for (const auto& each : all) sum += each.weight;
    int thrown = dice.throw_one(sum);
    for (const auto& each : all)
        if ((thrown -= each.weight) < 0) return each;
    return all.back();
}

const std::string& phrase(Dice& dice, std::string_view kind) {
    auto found = phrases().find(kind);
    if (found == phrases().end()) throw std::logic_error("no phrase of " + std::string(kind));
    return dice.pick(found->second);
}

}  // namespace noms::demonstration
