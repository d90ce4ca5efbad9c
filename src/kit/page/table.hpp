#pragma once

#include <string>
#include <vector>

#include "kit/page/html.hpp"

namespace noms::page {

struct Column {
    std::string title{};
    bool numeric = false;
    std::string sort_path{};  // where the heading's link sorts by it; empty: it does not
    enum class Sorted { No, Up, Down } sorted = Sorted::No;
};
struct TableRow {
    std::vector<Cell> cells{};  // the first is the row's heading
    bool late = false;
};
/// Many facts in rows: the heading stays in view, and at 320 px each cell carries its column's
/// title.
struct Table {
    std::string caption{};  // always there, for those who hear the page
    bool caption_shown = false;
    std::vector<Column> columns{};
    std::vector<TableRow> rows{};
    bool sticky = true;
};
Html table(const Table&);

/// A fact with a muted line under it, in one cell.
Html with_sub(const Cell& fact, const Cell& sub);

}  // namespace noms::page
