#include "kit/law/law.hpp"

#include <algorithm>
#include <sstream>

#include <fmt/format.h>
#include <toml++/toml.h>

namespace noms::law {
namespace {

toml::table parsed(std::string_view text) {
    try {
        return toml::parse(text);
    } catch (const toml::parse_error& error) {
        throw Malformed(fmt::format("line {}: {}", error.source().begin.line, error.description()));
    }
}

/// The text under `key`; one that must be there may not be empty.
std::string text_of(const toml::table& table, std::string_view key, bool must) {
    auto text = table[key].value_or(std::string());
    if (must && text.empty()) throw Malformed(fmt::format("\"{}\" is missing", key));
    return text;
}

Date from_of(const toml::table& period) {
    auto from = period["from"].value<toml::date>();
    if (!from) throw Malformed("a period has no date \"from\"");
    Date day{std::chrono::year(from->year),
             std::chrono::month(from->month),
             std::chrono::day(from->day)};
    if (!day.ok()) throw Malformed("a period begins on no real day");
    return day;
}

Provision source_of(const toml::table& period) {
    return {.cite = text_of(period, "cite", true), .link = text_of(period, "link", true)};
}

/// Shows each period to `reader` in order; periods must rise.
template <class Reader>
void each_period(const toml::table& file, Reader&& reader) {
    const auto* periods = file["in_force"].as_array();
    if (!periods || periods->empty()) throw Malformed("no [[in_force]]");
    std::optional<Date> last;
    for (const auto& node : *periods) {
        const auto* period = node.as_table();
        if (!period || !period->contains("value")) throw Malformed("a period has no \"value\"");
        auto from = from_of(*period);
        if (last && from <= *last)
            throw Malformed(
                fmt::format("{} does not come after {}", to_text(from), to_text(*last)));
        last = from;
        reader(from, *period);
    }
}

template <class T>
Dated<T> dated(std::string_view text, T (*value_of)(const toml::node&)) {
    auto file = parsed(text);
    Dated<T> out{.title = text_of(file, "title", true), .periods = {}};
    each_period(file, [&](Date from, const toml::table& period) {
        out.periods.push_back(
            {.from = from, .value = value_of(*period.get("value")), .source = source_of(period)});
    });
    return out;
}

int whole_number(const toml::node& node) {
    auto number = node.value_exact<std::int64_t>();
    if (!number || !std::in_range<int>(*number)) throw Malformed("a value is no whole number");
    return static_cast<int>(*number);
}

std::string plain_text(const toml::node& node) {
    auto text = node.value_exact<std::string>();
    if (!text) throw Malformed("a value is no text");
    return *text;
}

Fraction fraction(const toml::node& node) {
    std::istringstream text(plain_text(node));
    Fraction share;
    char slash = 0;
    if (!(text >> share.over >> slash >> share.under) || slash != '/' || share.over < 0 ||
        share.under <= 0 || text.peek() != std::istringstream::traits_type::eof())
        throw Malformed("a value is no fraction such as \"1/2\"");
    return share;
}

/// Any value as a reader of /law sees it: a text without its quotes, the rest as TOML writes it.
std::string shown(const toml::node& node) {
    if (auto text = node.value_exact<std::string>()) return *text;
    std::ostringstream out;
    node.visit([&](const auto& value) { out << value; });
    return out.str();
}

struct Registered {
    std::vector<Table> tables{};
    std::vector<RuleSet> rule_sets{};
};

Registered& registered() {
    static Registered all;
    return all;
}

}  // namespace

Dated<Fraction> fractions(std::string_view toml) {
    return dated<Fraction>(toml, &fraction);
}

Dated<int> whole_numbers(std::string_view toml) {
    return dated<int>(toml, &whole_number);
}

Dated<std::string> texts(std::string_view toml) {
    return dated<std::string>(toml, &plain_text);
}

Table table_of(const Text& text) {
    try {
        auto file = parsed(text.toml);
        Table table{.name = std::string(text.name),
                    .title = text_of(file, "title", true),
                    .basis = text_of(file, "basis", true),
                    .extent = text_of(file, "extent", true),
                    .checked = text_of(file, "checked", false),
                    .mark = text_of(file, "mark", false)};
        each_period(file, [&](Date from, const toml::table& period) {
            table.entries.push_back({.from = from,
                                     .value = shown(*period.get("value")),
                                     .source = source_of(period),
                                     .note = text_of(period, "note", false)});
        });
        return table;
    } catch (const Malformed& wrong) {
        throw Malformed(fmt::format("{}: {}", text.name, wrong.what()));
    }
}

const std::vector<Table>& all_tables() {
    return registered().tables;
}

void register_text(const Text& text) {
    auto table = table_of(text);
    auto& tables = registered().tables;
    auto place = std::ranges::lower_bound(tables, table.name, {}, &Table::name);
    if (place != tables.end() && place->name == table.name) return;
    tables.insert(place, std::move(table));
}

const std::vector<RuleSet>& rule_sets() {
    return registered().rule_sets;
}

void register_rule_set(RuleSet rule_set) {
    auto& all = registered().rule_sets;
    if (std::ranges::find(all, rule_set.name, &RuleSet::name) != all.end()) return;
    all.push_back(std::move(rule_set));
}

}  // namespace noms::law
