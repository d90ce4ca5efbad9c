#include <algorithm>
#include <numeric>

#include <fmt/format.h>

#include "areas/overview/region.hpp"
#include "kit/page/content.hpp"
#include "kit/page/person.hpp"
#include "kit/page/table.hpp"

namespace noms::overview {

using namespace page;

namespace {

template <class Line>
std::int64_t sum(const std::vector<Line>& lines, std::int64_t Line::* figure) {
    return std::accumulate(
        lines.begin(), lines.end(), std::int64_t(0), [&](auto so_far, auto& line) {
            return so_far + line.*figure;
        });
}

std::string people(std::int64_t count) {
    return with_commas(count) + (count == 1 ? " offender" : " offenders");
}

std::string answer(const RegionView& view) {
    auto words = people(sum(view.areas, &AreaLine::cases)) + " under management, " +
                 with_commas(sum(view.prisons, &PrisonLine::on_roll)) + " on the rolls of " +
                 fmt::format("{} prisons. ", view.prisons.size());
    auto overdue = sum(view.areas, &AreaLine::overdue);
    return words + (overdue == 0 ? std::string("Nothing is late.")
                                 : with_commas(overdue) + " things to do are late.");
}

std::string a_head(const AreaLine& line) {
    if (line.officers == 0) return "No officer";
    return fmt::format("{:.0f}", double(line.cases) / double(line.officers));
}

Html areas_section(const RegionView& view) {
    Table table{.caption = "Areas, the most late first",
                .columns = {{"Area"},
                            {"Under management", true},
                            {"By the duty rule", true},
                            {"Officers", true},
                            {"Cases an officer", true},
                            {"To do", true},
                            {"Late", true},
                            {"Share late"}}};
    for (const auto& line : view.areas)
        table.rows.push_back({{link("/organisation/areas/" + line.code, line.name),
                               with_commas(line.cases),
                               with_commas(line.by_duty),
                               with_commas(line.officers),
                               a_head(line),
                               with_commas(line.open),
                               with_commas(line.overdue),
                               meter(line.overdue, std::max<std::int64_t>(line.open, 1), "")}});
    return section("Areas",
                   {.label = "Enforcement that is late or due", .path = "/enforcement"},
                   page::table(table),
                   "areas");
}

Html prisons_section(const RegionView& view) {
    if (view.prisons.empty())
        return section("Prisons", empty_state("No prison", "None lies in this region."), "prisons");
    Table table{.caption = "Prisons",
                .columns = {{"Prison"}, {"On the roll", true}, {"In the prison now", true}}};
    for (const auto& line : view.prisons)
        table.rows.push_back({{link("/prisons/" + line.code + "/roll", line.name),
                               with_commas(line.on_roll),
                               with_commas(line.in_prison)}});
    return section("Prisons", page::table(table), "prisons");
}

}  // namespace

Page region_page(const RegionView& view, Date today) {
    Page page(view.name);
    page.in_menu("/region").add(caption("Region")).add(heading(1, view.name));
    page.add(lead(answer(view)));
    page.add(small("As on " + noms::in_words(today) +
                   ". Every figure is counted from the records, last at " +
                   to_text(view.counted_at).substr(11, 8) + " UTC."));
    return page.add(areas_section(view)).add(prisons_section(view));
}

}  // namespace noms::overview
