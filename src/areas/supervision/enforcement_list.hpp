#pragma once

#include <optional>
#include <string>
#include <vector>

#include "areas/supervision/supervision.hpp"
#include "kit/page/page.hpp"

/// What enforcement is late or due, over everybody whom the reader's scope holds: for the team, the
/// area, the region and the nation.
namespace noms::supervision {

/// Late: its last day is over. Soon: it comes within five working days.
enum class DueState { Late, Soon, Later };
DESCRIBE_ENUM(DueState, Late, Soon, Later)

/// What the address of the list may say. `seen` is how many stood on the pages before.
struct EnforcementQuery {
    std::optional<DueState> state{};
    std::optional<std::string> kind{};
    std::optional<Date> after_day{};
    std::optional<tasks::TaskId> after{};
    std::optional<int> seen{};
};
DESCRIBE(EnforcementQuery, state, kind, after_day, after, seen)

/// One thing to be done. `manager` is whose it is; empty: nobody's.
struct EnforcementLine {
    tasks::Task task{};
    std::string name{};
    std::string manager{};
    std::string area{};
};
DESCRIBE(EnforcementLine, task, name, manager, area)

struct KindCount {
    std::string kind{};
    std::string what{};
    tasks::DueCounts counts{};
};
DESCRIBE(KindCount, kind, what, counts)

/// `whole` is how many fit the filter; `counts` are over all kinds, whatever the filter.
struct EnforcementList {
    Date day{};
    tasks::DueCounts counts{};
    std::vector<KindCount> kinds{};
    std::vector<EnforcementLine> lines{};
    std::int64_t whole = 0;
    int seen = 0;
    bool more = false;
};
DESCRIBE(EnforcementList, day, counts, kinds, lines, whole, seen, more)

page::Page enforcement_list_page(const EnforcementList&, const EnforcementQuery&);

/// Adds the addresses of the list; and of everything else about enforcement.
void serve_enforcement_list(web::Api&);
void serve_enforcement(web::Api&);

}  // namespace noms::supervision
