#include <algorithm>

#include <fmt/format.h>

#include "areas/interventions/pages.hpp"
#include "kit/base/text.hpp"
#include "kit/page/content.hpp"
#include "kit/page/table.hpp"

/// What fits a person: what can begin first, then what is to be found out, then what is ruled out
/// and by what.
namespace noms::interventions {

using namespace page;

namespace {

using catalogue::Check;
using catalogue::Verdict;

struct Part {
    Verdict verdict;
    const char* title;
    const char* id;
};
constexpr Part parts[] = {{Verdict::Fits, "Fits now", "fits"},
                          {Verdict::Later, "Fits after release", "later"},
                          {Verdict::NotKnown, "To be found out", "unknown"},
                          {Verdict::RuledOut, "Ruled out", "ruled-out"}};

size_t how_many(const FitList& list, Verdict verdict) {
    return size_t(std::ranges::count(
        list.lines, verdict, [](const FitLine& line) { return line.fit.verdict; }));
}

/// What decided: of something that fits what speaks for it, else what is missing or against it.
std::vector<std::string> deciding(const catalogue::Fit& fit) {
    std::vector<std::string> words;
    for (const auto& check : fit.checks)
        if (check.aspect != catalogue::Aspect::Places && check.verdict == fit.verdict)
            words.push_back(check.words);
    return words;
}

std::string places_in(const catalogue::Fit& fit) {
    for (const auto& check : fit.checks)
        if (check.aspect == catalogue::Aspect::Places) return check.words;
    return "";
}

std::string when_of(const FitLine& line) {
    if (line.fit.verdict == Verdict::RuledOut) return "";
    if (!line.fit.earliest) return "After the release";
    return "From " + noms::in_words(*line.fit.earliest);
}

/// Out of reach: nobody can be referred there, whatever the reason.
bool out_of_reach(const FitLine& line) {
    return std::ranges::any_of(line.fit.checks, [](const Check& check) {
        return check.aspect == catalogue::Aspect::Place && check.verdict == Verdict::RuledOut;
    });
}

Html what_of(const FitLine& line, offenders::OffenderId who, bool may_refer) {
    auto below = text(line.offering.provider + ". " + places_in(line.fit) + ". ");
    if (may_refer && !out_of_reach(line)) {
        auto path =
            offenders::path_of(who) + "/referrals/add?offering=" + to_text(line.offering.id);
        below += link(path, "Refer", "to " + line.name + ", " + line.place);
    }
    return with_sub(link(catalogue::path_of(line.offering.id), line.name), below);
}

/// Those of one verdict: first where the fewest things decide, so that little is left to find out.
std::vector<const FitLine*> lines_of(const FitList& list, Verdict verdict) {
    std::vector<const FitLine*> lines;
    for (const auto& line : list.lines)
        if (line.fit.verdict == verdict) lines.push_back(&line);
    if (verdict == Verdict::NotKnown)
        std::ranges::stable_sort(
            lines, {}, [](const FitLine* line) { return deciding(line->fit).size(); });
    return lines;
}

Html rows_of(const FitList& list, const Part& part, offenders::OffenderId who, bool may_refer) {
    bool against = part.verdict == Verdict::RuledOut;
    Table table{.caption = part.title, .columns = {{"What"}, {"Where"}}};
    if (!against) table.columns.push_back({"When"});
    table.columns.push_back({against                             ? "What rules it out"
                             : part.verdict == Verdict::NotKnown ? "What is not known"
                                                                 : "Why"});
    for (const auto* each : lines_of(list, part.verdict)) {
        const auto& line = *each;
        TableRow row{{what_of(line, who, may_refer), line.place}};
        if (!against) row.cells.emplace_back(together(when_of(line)));
        row.cells.emplace_back(fmt::format("{}", fmt::join(deciding(line.fit), "; ")));
        table.rows.push_back(std::move(row));
    }
    return page::table(table);
}

Html filter_of(const std::string& path, const FitQuery& query) {
    std::vector<Option> needs{{"", "Any need"}};
    for (const auto& each : catalogue::pathways()) needs.push_back({each.code, each.name});
    auto where = std::string(describe::choice_text(query.where.value_or(Where::Here)));
    return filter_form(
        path,
        select({.name = "need", .label = "Need", .value = query.need.value_or("")}, needs) +
            select({.name = "where", .label = "Where", .value = where},
                   {{"Here", "Where they are and are managed"},
                    {"Region", "Anywhere in the region"}}));
}

std::string known_in_words(const catalogue::PersonFacts& person) {
    std::vector<std::string> missing;
    bool assessed = std::ranges::any_of(
        person.needs, [](const catalogue::KnownNeed& each) { return each.need.has_value(); });
    if (!assessed) missing.emplace_back("no need was assessed");
    if (!person.reconviction_percent) missing.emplace_back("no OGRS3 score");
    if (!person.setting) missing.emplace_back("where they are");
    if (!person.area) missing.emplace_back("which area manages them");
    if (person.setting == catalogue::Setting::Custody && !person.leaves_on)
        missing.emplace_back("the day of release is not approved");
    if (missing.empty()) return "";
    return fmt::format("Not known, and so nothing is ruled out by it: {}.",
                       fmt::join(missing, ", "));
}

}  // namespace

Html checks_of(const catalogue::Fit& fit) {
    auto checks = fit.checks;
    std::ranges::stable_sort(checks, std::ranges::greater{}, &Check::verdict);
    Table table{.caption = "How it fits", .columns = {{"Looked at"}, {"Answer"}, {"Source"}}};
    for (const auto& each : checks)
        table.rows.push_back({{label_of(describe::choice_text(each.aspect)),
                               each.verdict == Verdict::RuledOut
                                   ? Cell(tag("Against it", Colour::Red) + text(" " + each.words))
                               : each.verdict == Verdict::NotKnown
                                   ? Cell(tag("Not known", Colour::Yellow) + text(" " + each.words))
                                   : Cell(each.words),
                               each.source}});
    return page::table(table);
}

Page fits_page(Page page,
               const offenders::Offender& who,
               const FitList& list,
               const FitQuery& query,
               May may) {
    auto path = offenders::path_of(who.id) + "/fits";
    page.add(
        lead(fmt::format("{} fit now, {} after release, {} are to be found out and {} are "
                         "ruled out.",
                         how_many(list, Verdict::Fits),
                         how_many(list, Verdict::Later),
                         how_many(list, Verdict::NotKnown),
                         how_many(list, Verdict::RuledOut))));
    if (auto words = known_in_words(list.person); !words.empty()) page.add(inset(words));
    page.add(filter_of(path, query));
    if (list.lines.empty())
        return page.add(empty_state("Nothing is offered there",
                                    "The catalogue has no offering for this need at the place that "
                                    "holds this person or in the area that manages them.",
                                    link(path + "?where=Region", "Look in the whole region")));
    for (const auto& part : parts) {
        auto count = how_many(list, part.verdict);
        if (count == 0) continue;
        auto rows = rows_of(list, part, who.id, may.refer);
        auto title = fmt::format("{} ({})", part.title, count);
        page.add(part.verdict == Verdict::RuledOut ? details(title, rows)
                                                   : section(title, rows, part.id));
    }
    return page;
}

}  // namespace noms::interventions
