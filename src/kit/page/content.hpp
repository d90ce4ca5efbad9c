#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kit/base/text.hpp"
#include "kit/page/html.hpp"

/// What pages are read from: headings, words, facts, states. GOV.UK components and a few of ours.
namespace noms::page {

struct Link {
    std::string label{};
    std::string path{};
};

/// Level 1 is the page's own heading: one a page.
Html heading(int level, std::string_view words, std::string_view id = {});
/// The small words above a heading: "Region".
Html caption(std::string_view words);
Html paragraph(const Cell&);
/// The sentence that answers the question the reader came with.
Html lead(const Cell&);
Html small(const Cell&);
Html muted(const Cell&);
Html strong(const Cell&);
/// Text that does not break at its blanks: a date, an identifier.
Html together(const Cell&);
/// Text in which the words that were looked for are marked, in whatever case. They are given in
/// lower case.
Html marked(std::string_view words, const std::vector<std::string>& found);
/// Code, a JSON text or a schema: shown as it is, scrolled when long. `label` says what it is to
/// those who hear the page; no two on a page have the same.
Html verbatim(std::string_view label, std::string_view words);
Html link(std::string_view path, std::string_view label);
/// A link that says more to a screen reader than its words do: "Correct" "the birth date".
Html link(std::string_view path, std::string_view label, std::string_view hidden);
/// "(opens the statute)": a link to another site.
Html outside_link(std::string_view url, std::string_view label);
Html bullets(const std::vector<Cell>&);
Html numbered(const std::vector<Cell>&);

/// A part of a page under its own heading of level 2; with an id it is a landmark of that name.
Html section(std::string_view title, const Html& inside, std::string_view id = {});
/// The same with a link at its head: "Whole plan".
Html section(std::string_view title,
             const Link& more,
             const Html& inside,
             std::string_view id = {});
/// Two parts side by side where the screen is wide: two thirds and one.
Html two_one(const Html& left, const Html& right);
Html halves(const Html& left, const Html& right);
/// A frame around what is apart from the rest: what-if, a deadline.
Html box(const Html& inside);

struct Fact {
    std::string name{};
    Cell value{};
};
/// The key facts in words, one below the other: where, who, what next.
Html facts(const std::vector<Fact>&);
/// Short facts side by side.
Html figures(const std::vector<Fact>&);

struct SummaryRow {
    std::string name{};
    Cell value{};
    std::vector<Link> actions{};
};
/// GOV.UK summary list; an action's hidden words are the row's name.
Html summary_list(const std::vector<SummaryRow>&);

enum class Colour { Grey, Green, Teal, Blue, Purple, Magenta, Red, Orange, Yellow, Plain };
/// A state in a word. Red: late, high risk, mistake; orange: MAPPA 2 and 3; yellow: needs work;
/// green: done; grey: neutral. The normal state has no tag.
Html tag(std::string_view words, Colour = Colour::Plain);

Html details(std::string_view summary, const Html& inside, bool open = false);
Html inset(const Cell&);
Html warning(const Cell&);
/// What a command did, after its redirect.
Html success(const Cell&);
Html notice(std::string_view title, const Cell&);
Html panel(std::string_view title, const Cell&);
/// What is so, why, and what to do next, where there is nothing to show.
Html empty_state(std::string_view what, const Cell& why, const Cell& next = {});

struct Crumb {
    std::string label{};
    std::string path{};  // empty: the page itself
};
Html breadcrumbs(const std::vector<Crumb>&);
Html back_link(std::string_view path, std::string_view label = "Back");
/// The pages of one record; `current` is a path.
Html subnav(std::string_view label, const std::vector<Link>&, std::string_view current);

struct Step {
    std::string words{};
    std::string cite{};
    std::string link{};
};
/// Why: the steps of a ruling, each with its provision.
Html steps(const std::vector<Step>&);

struct Due {
    Cell what{};
    std::string when{};
    bool late = false;
    std::string why{};
};
Html due_list(const std::vector<Due>&);
/// The same with little space between the lines, where many must be in view at once.
Html dense_due_list(const std::vector<Due>&);

/// Where a page of a list stands: "Showing 21 to 40 of 8,212". Paths are empty at the ends.
struct Paging {
    std::int64_t first = 0;
    std::int64_t shown = 0;
    std::int64_t whole = 0;
    std::string noun = "rows";
    std::string previous_path{};
    std::string next_path{};
};
Html paging(const Paging&);
/// To the page before and the page after; an empty path is left out.
Html pagination(std::string_view previous,
                std::string_view next,
                std::string_view label = "Pagination");
using noms::with_commas;

}  // namespace noms::page
