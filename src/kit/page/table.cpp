#include "kit/page/table.hpp"

#include "kit/page/element.hpp"

namespace noms::page {
namespace {

std::string cell_class(std::string_view part, bool numeric) {
    auto base = "govuk-table__" + std::string(part);
    return numeric ? base + " " + base + "--numeric" : base;
}

Html heading_cell(const Column& column) {
    Element cell("th");
    cell.set("scope", "col").set("role", "columnheader");
    cell.set("class", cell_class("header", column.numeric));
    if (column.sorted != Column::Sorted::No)
        cell.set("aria-sort", column.sorted == Column::Sorted::Up ? "ascending" : "descending");
    if (column.sort_path.empty()) return cell.with(text(column.title));
    return cell.with(Element("a")
                         .set("class", "govuk-link app-sort")
                         .set("href", column.sort_path)
                         .with(text(column.title)));
}

Html row_of(const Table& table, const TableRow& row) {
    Html cells;
    for (size_t i = 0; i < row.cells.size(); ++i) {
        const auto& column = table.columns.at(i);
        if (i == 0) {
            cells += Element("th")
                         .set("scope", "row")
                         .set("role", "rowheader")
                         .set("class", cell_class("header", column.numeric))
                         .with(row.cells[i].html());
            continue;
        }
        cells += Element("td")
                     .set("class", cell_class("cell", column.numeric))
                     .set("role", "cell")
                     .set("data-label", column.title)
                     .with(row.cells[i].html());
    }
    return Element("tr")
        .set("class", row.late ? "govuk-table__row app-row--late" : "govuk-table__row")
        .set("role", "row")
        .with(cells);
}

}  // namespace

Html table(const Table& table) {
    Html headings;
    for (const auto& column : table.columns) headings += heading_cell(column);
    Html rows;
    for (const auto& row : table.rows) rows += row_of(table, row);
    auto head_row =
        Element("tr").set("class", "govuk-table__row").set("role", "row").with(headings);
    auto head =
        Element("thead").set("class", "govuk-table__head").set("role", "rowgroup").with(head_row);
    auto body =
        Element("tbody").set("class", "govuk-table__body").set("role", "rowgroup").with(rows);
    auto caption = element("caption",
                           table.caption_shown ? "govuk-table__caption govuk-table__caption--m"
                                               : "govuk-visually-hidden",
                           text(table.caption));
    std::string css = "govuk-table app-table app-table--stack";
    if (table.sticky) css += " app-table--sticky";
    // Stacking takes the table's own semantics away, so they are said again.
    return Element("table").set("class", css).set("role", "table").with(caption + head + body);
}

Html with_sub(const Cell& fact, const Cell& sub) {
    return fact.html() + element("span", "app-table__sub", sub.html());
}

}  // namespace noms::page
