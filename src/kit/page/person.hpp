#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kit/page/content.hpp"
#include "kit/page/html.hpp"

/// What pages about one subject over time share: the strip that says who, the timeline, the bar.
namespace noms::page {

struct Alert {
    std::string words{};
    Colour colour = Colour::Grey;
    Cell why{};
};
/// Always the first thing on a page about a person: the wrong person is the worst mistake. The name
/// is the page's heading.
struct Identity {
    std::string name{};
    std::vector<Fact> facts{};
    std::vector<Alert> alerts{};
    Html actions{};
};
Html identity(const Identity&);

enum class Setting { Custody, Community, Court, Office };
struct Happening {
    Date on{};
    Setting setting = Setting::Office;
    Cell what{};
    Cell more{};
    std::string by{};
};
/// Newest first, under a heading a month. The setting is a shape and is also said in `by`.
Html timeline(const std::vector<Happening>&);

/// A length of time in a bar: custody dark, licence pale, remand outlined.
enum class Shade { Dark, Pale, Outlined };
struct Stretch {
    std::string label{};
    Date from{};
    Date until{};  // the day after its last
    Shade shade = Shade::Dark;
};
struct Bar {
    std::string title{};
    std::string description{};         // in words, for those who cannot see it
    std::vector<Stretch> stretches{};  // one after the other
    std::optional<Date> today{};
};
/// Drawn on the server; widths in per cent, so that text keeps its size. Empty when it has no
/// length.
Html bar(const Bar&, std::string_view id);

/// A share as a small bar: "14 of 20".
Html meter(std::int64_t part, std::int64_t whole, std::string_view words);

}  // namespace noms::page
