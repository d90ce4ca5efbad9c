#include <fmt/format.h>

#include "areas/reports/pages.hpp"
#include "areas/reports/words.hpp"
#include "kit/page/content.hpp"
#include "kit/page/table.hpp"

/// Reports of many people: those on the way to courts, and what courts made of them.
namespace noms::reports {

using namespace page;

namespace {

constexpr const char* list_path = "/reports";
constexpr const char* concordance_path = "/reports/concordance";

std::string text_of(Show show) {
    return std::string(describe::choice_text(show));
}

std::string in_words(Show show) {
    switch (show) {
        case Show::Open: return "On the way to a court";
        case Show::Late: return "Late";
        case Show::Mine: return "Mine to write";
        case Show::Delivered: return "Delivered, to be decided";
        case Show::Decided: return "Decided";
        case Show::Withdrawn: return "No longer wanted";
    }
    return {};
}

Cell due_cell(const ReportView& view, Date today) {
    const auto& report = view.report;
    if (report.delivered_on || report.state == State::Withdrawn)
        return view.late ? with_sub(in_short(report.due_on), "Delivered late")
                         : Cell(in_short(report.due_on));
    if (view.late)
        return with_sub(in_short(report.due_on),
                        days_in_words(days_between(report.due_on, today)) + " late");
    return in_short(report.due_on);
}

Html rows_of(const ReportList& list) {
    Table table{.caption = "Reports, the longest due first",
                .columns = {{"Who"}, {"Report"}, {"Court"}, {"Due"}, {"State"}, {"Writer"}}};
    for (const auto& view : list.reports) {
        const auto& report = view.report;
        table.rows.push_back(
            {.cells = {link(path_of(report), view.about),
                       in_words(report.kind),
                       with_sub(view.court, noms::in_words(report.hearing_on)),
                       due_cell(view, list.day),
                       state_tag(report.state),
                       report.writer_name.empty() ? std::string("Nobody yet") : report.writer_name},
             .late = view.late && is_open(report.state)});
    }
    return page::table(table);
}

std::string next_path(const ReportList& list, const ReportQuery& query) {
    if (!list.more) return "";
    const auto& last = list.reports.back().report;
    return fmt::format("{}?show={}&after_day={}&after={}&seen={}",
                       list_path,
                       text_of(query.show.value_or(Show::Open)),
                       to_text(last.due_on),
                       to_text(last.id),
                       list.seen + int(list.reports.size()));
}

Html filter_of(const ReportQuery& query) {
    std::vector<Option> options;
    for (auto show :
         {Show::Open, Show::Late, Show::Mine, Show::Delivered, Show::Decided, Show::Withdrawn})
        options.push_back({text_of(show), in_words(show)});
    return filter_form(
        list_path,
        select({.name = "show", .label = "Show", .value = text_of(query.show.value_or(Show::Open))},
               options));
}

/// "12 of 20 (60 %)"; of few the share alone would mislead.
std::string share(std::int64_t part, std::int64_t whole) {
    if (whole == 0) return "0";
    return fmt::format("{} ({} %)", with_commas(part), (part * 200 + whole) / (2 * whole));
}

Html courts_of(const ConcordanceView& view, const ConcordanceQuery& query) {
    Table table{.caption = "By court",
                .columns = {{"Court"},
                            {"Decided", true},
                            {"Followed", true},
                            {"In part", true},
                            {"Not followed", true}}};
    for (const auto& line : view.courts) {
        const auto& counts = line.counts;
        auto path = fmt::format("{}?court={}&from={}&until={}",
                                concordance_path,
                                to_text(counts.court),
                                to_text(view.from),
                                to_text(view.until));
        table.rows.push_back(
            {{with_sub(query.court == counts.court ? Cell(line.court) : link(path, line.court),
                       line.area),
              with_commas(counts.decided),
              share(counts.followed, counts.decided),
              share(counts.partly, counts.decided),
              share(counts.not_followed, counts.decided)}});
    }
    return section("By court", page::table(table), "courts");
}

Html decided_rows(const ConcordanceView& view) {
    Table table{
        .caption = "Decisions, by day",
        .columns = {
            {"Who"}, {"Court"}, {"Decided"}, {"Proposed"}, {"Passed"}, {"The proposal was"}}};
    for (const auto& each : view.reports) {
        const auto& report = each.report;
        if (each.about.empty()) continue;
        table.rows.push_back({{link(path_of(report), each.about),
                               each.court,
                               in_short(*report.decided_on),
                               disposals_in_words(report.disposal),
                               disposals_in_words(report.decided_disposals),
                               in_words(*report.concordance)}});
    }
    if (table.rows.empty())
        return empty_state("Nobody to show",
                           "Those about whom courts decided then are not within your scope.");
    return page::table(table);
}

std::string next_path(const ConcordanceView& view, const ConcordanceQuery& query) {
    if (!view.next) return "";
    return fmt::format("{}?court={}&from={}&until={}&after_day={}&after={}&seen={}",
                       concordance_path,
                       query.court ? to_text(*query.court) : "",
                       to_text(view.from),
                       to_text(view.until),
                       to_text(*view.next_day),
                       to_text(*view.next),
                       view.seen + int(view.reports.size()));
}

}  // namespace

Page list_page(const ReportList& list, const ReportQuery& query) {
    Page page("Court reports");
    page.in_menu(list_path).add(heading(1, "Court reports"));
    const auto& counts = list.counts;
    page.add(lead(fmt::format("{} on the way to a court: {} late, {} due within five working days.",
                              with_commas(counts.whole),
                              with_commas(counts.late),
                              with_commas(counts.soon))));
    page.add(figures({{"Wait for a writer", with_commas(counts.to_name)},
                      {"Wait to be checked", with_commas(counts.to_check)},
                      {"Mine to write", with_commas(counts.mine)}}));
    page.add(paragraph(link(concordance_path, "What courts made of proposals")));
    page.add(filter_of(query));
    if (list.reports.empty())
        return page.add(empty_state("No report stands there",
                                    "A report is asked for on the record of the person whom a "
                                    "court is to sentence.",
                                    link("/offenders", "Find the person")));
    page.add(rows_of(list));
    return page.add(paging({.first = list.seen + 1,
                            .shown = std::int64_t(list.reports.size()),
                            .whole = list.whole,
                            .noun = "reports",
                            .next_path = next_path(list, query)}));
}

Page concordance_page(const ConcordanceView& view, const ConcordanceQuery& query) {
    Page page("What courts made of proposals");
    page.in_menu(list_path).add(back_link(list_path, "Court reports"));
    page.add(heading(1, page.title()));
    const auto& all = view.all;
    page.add(lead(all.decided == 0
                      ? std::string("No court has decided on a report in that time.")
                      : fmt::format("Of {} {} were followed, {} in part.",
                                    with_commas(all.decided) +
                                        (all.decided == 1 ? " proposal" : " proposals"),
                                    share(all.followed, all.decided),
                                    share(all.partly, all.decided))));
    page.add(
        small("Compared are the sentence and the kinds of its requirements; how much is the "
              "court's. It is no measure of right or wrong."));
    page.add(filter_form(concordance_path,
                         input({.name = "from",
                                .label = "From",
                                .hint = "Like 2006-04-01",
                                .value = to_text(view.from),
                                .width = "10"}) +
                             input({.name = "until",
                                    .label = "Until, and not with",
                                    .value = to_text(view.until),
                                    .width = "10"})));
    if (all.decided == 0)
        return page.add(empty_state("Nothing to compare",
                                    "A decision is recorded on the report, once it was delivered.",
                                    link(list_path, "Court reports")));
    page.add(courts_of(view, query));
    page.add(section("Decisions", decided_rows(view), "decisions"));
    return page.add(paging({.first = view.seen + 1,
                            .shown = std::int64_t(view.reports.size()),
                            .whole = view.whole,
                            .noun = "decisions",
                            .next_path = next_path(view, query)}));
}

}  // namespace noms::reports
