// A model as text: a word that says what the line is, then its values, parted by tabs.
#include <charconv>

#include <fmt/format.h>

#include "areas/matching/model.hpp"
#include "kit/base/text.hpp"

namespace noms::matching {
namespace {

constexpr std::string_view heading = "noms matching model\t1";

using Cells = std::vector<std::string>;

double number_of(const std::string& cell, bool& right) {
    double number = 0;
    auto [end, fault] = std::from_chars(cell.data(), cell.data() + cell.size(), number);
    right = right && fault == std::errc() && end == cell.data() + cell.size();
    return number;
}

bool take_level(Model& model, const Cells& cells) {
    if (cells.size() != 7 || model.comparisons.empty()) return false;
    auto& levels = model.comparisons.back().levels;
    bool right = levels.size() < levels_max;
    levels.push_back({.name = cells[1],
                      .same = number_of(cells[2], right),
                      .stranger = number_of(cells[3], right),
                      .relative = number_of(cells[4], right),
                      .namesake = number_of(cells[5], right),
                      .by_rarity = cells[6] == "by rarity"});
    return right;
}

bool take_comparison(Model& model, const Cells& cells) {
    if (cells.size() != 2 || model.comparisons.size() == comparisons_max) return false;
    model.comparisons.push_back({.name = cells[1], .levels = {{.name = "not known"}}});
    return true;
}

bool take_line(Model& model, const Cells& cells) {
    bool right = true;
    auto number = [&](size_t at) { return number_of(cells[at], right); };
    if (cells[0] == "comparison") return take_comparison(model, cells);
    if (cells[0] == "level") return take_level(model, cells);
    if (cells[0] == "chance" && cells.size() == 5) {
        model.records = number(1);
        model.same = number(2);
        model.relatives = number(3);
        model.namesakes = number(4);
    } else if (cells[0] == "thresholds" && cells.size() == 6) {
        model.thresholds = {.link = number(1),
                            .link_mean = number(2),
                            .certain = number(3),
                            .certain_mean = number(4),
                            .review = number(5)};
    } else if (cells[0] == "frequencies" && cells.size() == 4) {
        model.frequencies[cells[1]] = {.typical = number(2), .least = number(3)};
    } else if (cells[0] == "frequency" && cells.size() == 4) {
        model.frequencies[cells[1]].shares[cells[2]] = number(3);
    } else if (cells[0] == "calibration" && cells.size() == 3) {
        model.calibration.push_back({.weight = number(1), .probability = number(2)});
    } else {
        return false;
    }
    return right;
}

void write_comparison(std::string& out, const Comparison& comparison) {
    out += fmt::format("comparison\t{}\n", comparison.name);
    for (size_t i = 1; i < comparison.levels.size(); ++i) {
        const auto& level = comparison.levels[i];
        out += fmt::format("level\t{}\t{}\t{}\t{}\t{}\t{}\n",
                           level.name,
                           level.same,
                           level.stranger,
                           level.relative,
                           level.namesake,
                           level.by_rarity ? "by rarity" : "alike");
    }
}

}  // namespace

std::string to_text(const Model& model) {
    std::string out(heading);
    out += fmt::format("\nchance\t{}\t{}\t{}\t{}\nthresholds\t{}\t{}\t{}\t{}\t{}\n",
                       model.records,
                       model.same,
                       model.relatives,
                       model.namesakes,
                       model.thresholds.link,
                       model.thresholds.link_mean,
                       model.thresholds.certain,
                       model.thresholds.certain_mean,
                       model.thresholds.review);
    for (const auto& comparison : model.comparisons) write_comparison(out, comparison);
    for (const auto& point : model.calibration)
        out += fmt::format("calibration\t{}\t{}\n", point.weight, point.probability);
    for (const auto& [field, table] : model.frequencies) {
        out += fmt::format("frequencies\t{}\t{}\t{}\n", field, table.typical, table.least);
        for (const auto& [value, share] : table.shares)
            out += fmt::format("frequency\t{}\t{}\t{}\n", field, value, share);
    }
    return out;
}

Result<Model> parse_model(std::string_view text) {
    Model model;
    long line = 0;
    for (const auto& row : split(text, '\n')) {
        ++line;
        if (line == 1 ? row == heading : row.empty() || take_line(model, split(row, '\t')))
            continue;
        return refused(fmt::format("Line {} is not one of a matching model, version 1.", line));
    }
    if (model.comparisons.size() < FirstText) return refused("The model lacks comparisons.");
    return model;
}

}  // namespace noms::matching
