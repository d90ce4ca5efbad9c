#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kit/base/dice.hpp"
#include "kit/describe/type.hpp"

/// What the demonstration is made of: published figures (data/figure.csv, each with its source),
/// and offences and phrases that were made up for it.
namespace noms::demonstration {

struct Figure {
    std::string measure{};
    std::string category{};
    std::string year{};
    double value = 0;
    std::string unit{};
    std::string source{};
    std::string certainty{};
};
DESCRIBE(Figure, measure, category, year, value, unit, source, certainty)
const std::vector<Figure>& figures();
/// In thousandths. A figure that is not there is a mistake in the program.
int thousandths(std::string_view measure, std::string_view category);
inline int whole(std::string_view measure, std::string_view category) {
    return thousandths(measure, category) / 1000;
}

/// Draws one of several things, each as often as its weight says.
class Mix {
public:
    void add(std::string what, int weight);
    const std::string& draw(Dice&) const;

private:
    std::vector<std::string> what_;
    std::vector<int> until_;  // sums of weights
};
/// The categories of a measure by their figures; of "custody|Attitudes" those that begin with
/// `begin`, without it.
Mix mix_of(std::string_view measure, std::string_view begin = "");

struct InventedOffence {
    std::string code{};  // class and subclass of the Home Office
    std::string words{};
    int weight = 0;
    bool grave = false;  // of those that bring years
};
DESCRIBE(InventedOffence, code, words, weight, grave)
const InventedOffence& offence(Dice&, bool grave);

/// A phrase of a kind ("attended", "objective:ETE").
const std::string& phrase(Dice&, std::string_view kind);

}  // namespace noms::demonstration
