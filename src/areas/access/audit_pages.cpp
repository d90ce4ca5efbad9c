#include "areas/access/pages.hpp"
#include "kit/page/content.hpp"
#include "kit/page/table.hpp"

namespace noms::access {
namespace {

/// Whose record it was; that a record is restricted may be known, whose it is may not.
std::string about(const std::string& kind, std::int64_t subject, const Hidden& hidden) {
    if (kind == "offender" && hidden.contains(subject)) return "A restricted record";
    return kind + " " + id_text(subject);
}

}  // namespace

page::Page reads_page(const std::vector<record::ReadRow>& reads, const Hidden& hidden, bool more) {
    page::Page page("Who looked at what");
    page.in_menu("/audit/reads").add(page::heading(1, "Who looked at what"));
    page.add(page::lead("Every time a person’s record was shown, newest first."));
    if (reads.empty()) {
        page.add(page::empty_state("Nobody has looked at a record yet",
                                   "A line appears here within a second of a record being shown."));
        return page;
    }
    page::Table table{.caption = "Reads, newest first",
                      .columns = {{"When (UTC)"}, {"Who"}, {"Record"}, {"Where"}, {"Why"}}};
    for (const auto& read : reads)
        table.rows.push_back({{to_text(read.at).substr(0, 19),
                               read.actor_name,
                               about(read.subject_kind, read.subject, hidden),
                               read.route,
                               read.reason.empty() ? "In the course of the role" : read.reason}});
    page.add(page::table(table));
    if (more)
        page.add(page::paragraph(page::link(
            "/audit/reads?before=" + std::to_string(reads.back().number), "Older reads")));
    return page;
}

page::Page events_page(const std::vector<record::Event>& events,
                       const Hidden& hidden,
                       std::int64_t after,
                       std::int64_t newest) {
    page::Page page("What was changed");
    page.in_menu("/audit/events").add(page::heading(1, "What was changed"));
    page.add(page::lead(page::with_commas(newest) +
                        " changes are sealed in the chain. What a change "
                        "says is not shown here: the auditor reads the log, not the case."));
    if (events.empty()) {
        page.add(page::empty_state("Nothing was changed after this",
                                   "Later changes appear here.",
                                   page::link("/audit/events", "From the first change")));
        return page;
    }
    page::Table table{
        .caption = "Changes in the order of the chain",
        .columns = {{"Position", true}, {"Recorded (UTC)"}, {"What"}, {"About"}, {"Who"}}};
    for (const auto& event : events)
        table.rows.push_back({{page::with_commas(event.position),
                               to_text(event.recorded_at).substr(0, 19),
                               event.kind,
                               about(event.subject_kind, event.subject, hidden),
                               event.actor_name}});
    page.add(page::table(table));
    page.add(page::paging(
        {.first = after + 1,
         .shown = std::int64_t(events.size()),
         .whole = newest,
         .noun = "changes",
         .next_path = events.back().position < newest
                          ? "/audit/events?after=" + std::to_string(events.back().position)
                          : std::string()}));
    return page;
}

}  // namespace noms::access
