#include "kit/page/table.hpp"

#include "kit/page/element.hpp"

namespace noms::page {
namespace {

std::string_view header_class(bool numeric) {
    return numeric ? "govuk-table__header govuk-table__header--numeric" : "govuk-table__header";
}
std::string_view cell_class(bool numeric) {
    return numeric ? "govuk-table__cell govuk-table__cell--numeric" : "govuk-table__cell";
}

Html heading_cell(const Column& column) {
    Element cell("th");
    cell.set("scope", "col").set("role", "columnheader");
    cell.set("class", header_class(column.numeric));
    if (column.sorted != Column::Sorted::No)
        cell.set("aria-sort", column.sorted == Column::Sorted::Up ? "ascending" : "descending");
    if (column.sort_path.empty()) return cell.with(text(column.title));
    return cell.with(Element("a")
                         .set("class", "govuk-link app-sort")
                         .set("href", column.sort_path)
                         .with(text(column.title)));
}

/// The cell of each column, the same in every row but for what stands in it.
std::vector<Element> cells_of(const Table& table) {
    std::vector<Element> cells;
    for (const auto& column : table.columns) {
        if (cells.empty())
            cells.push_back(Element("th")
                                .set("scope", "row")
                                .set("role", "rowheader")
                                .set("class", header_class(column.numeric)));
        else
            cells.push_back(Element("td")
                                .set("class", cell_class(column.numeric))
                                .set("role", "cell")
                                .set("data-label", column.title));
    }
    return cells;
}

Html rows_of(const Table& table) {
    std::vector<std::pair<std::string, std::string>> around;
    for (const auto& cell : cells_of(table)) around.emplace_back(cell.opening(), cell.closing());
    auto row_element = [](const char* css) {
        return Element("tr").set("class", css).set("role", "row");
    };
    const auto usual = row_element("govuk-table__row").opening();
    const auto late = row_element("govuk-table__row app-row--late").opening();
    std::string all;
    for (const auto& row : table.rows) {
        all += row.late ? late : usual;
        for (size_t i = 0; i < row.cells.size(); ++i)
            all.append(around.at(i).first)
                .append(row.cells[i].html().markup())
                .append(around.at(i).second);
        all += "</tr>";
    }
    return Html(std::move(all));
}

}  // namespace

Html table(const Table& table) {
    Html headings;
    for (const auto& column : table.columns) headings += heading_cell(column);
    auto rows = rows_of(table);
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
