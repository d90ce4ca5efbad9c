#include "kit/page/evidence.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "kit/page/element.hpp"

namespace noms::page {
namespace {

/// "+4.1", "−3.2", "0".
std::string signed_number(double weight) {
    auto rounded = std::round(weight * 10) / 10;
    if (rounded == 0) return "0";
    return fmt::format("{}{:.1f}", rounded > 0 ? "+" : "\u2212", std::abs(rounded));
}

/// One column of bars: what they are drawn against.
class Scale {
public:
    Scale(const std::vector<EvidenceItem>& items, double EvidenceItem::* weight) {
        double sum = 0;
        for (const auto& item : items) {
            sum += item.*weight;
            least_ = std::min(least_, sum);
            most_ = std::max(most_, sum);
        }
        auto edge = std::max(1.0, (most_ - least_) / 20);
        least_ -= edge;
        most_ += edge;
    }
    double percent(double weight) const {
        return 100 * (std::clamp(weight, least_, most_) - least_) / (most_ - least_);
    }

private:
    double least_ = 0;
    double most_ = 0;
};

std::string in_percent(double percent) {
    return fmt::format("{:.1f}%", percent);
}

Html upright(const Scale& scale, double at, std::string_view css, int top, int bottom) {
    auto x = in_percent(scale.percent(at));
    return Element("line")
        .set("class", css)
        .set("x1", x)
        .set("x2", x)
        .set("y1", std::to_string(top))
        .set("y2", std::to_string(bottom))
        .with({});
}

Html bar(const Scale& scale, double from, double until, std::string_view css, int top, int height) {
    auto left = scale.percent(std::min(from, until)), right = scale.percent(std::max(from, until));
    return Element("rect")
        .set("class", css)
        .set("x", in_percent(left))
        .set("y", std::to_string(top))
        .set("width", in_percent(right - left))
        .set("height", std::to_string(height))
        .with({});
}

/// A number and its bar; the bar says nothing that the number does not.
Html drawn(double weight, const Html& inside) {
    auto picture = Element("svg").set("class", "app-chart").set("aria-hidden", "true").with(inside);
    return element("div",
                   "app-evidence__bar",
                   element("span", "app-evidence__n", text(signed_number(weight))) + picture);
}

Html item_bar(const Scale& scale, double from, double weight) {
    auto inside = upright(scale, 0, "axis", -8, 34);
    if (std::abs(weight) < 0.05)
        return drawn(weight, inside + upright(scale, from, "whisker", 6, 20));
    return drawn(weight,
                 inside + bar(scale, from, from + weight, weight < 0 ? "against" : "mid", 6, 14));
}

Html sum_bar(const Evidence& shown, const Scale& scale, double sum) {
    return drawn(sum,
                 bar(scale, shown.band_from, shown.band_until, "band", -2, 30) +
                     upright(scale, 0, "axis", -8, 34) + bar(scale, 0, sum, "dark", 6, 14));
}

Html cell(const Cell& value, std::string_view label, std::string_view more_css = {}) {
    return Element("td")
        .set("class", "govuk-table__cell" + std::string(more_css))
        .set("role", "cell")
        .set("data-label", label)
        .with(value.html());
}

Html wide_cell(const Cell& value) {
    return Element("td")
        .set("class", "govuk-table__cell")
        .set("role", "cell")
        .set("colspan", "2")
        .with(value.html());
}

Html row_heading(const EvidenceItem& item) {
    auto outcome =
        element("span", "app-table__sub govuk-!-font-weight-regular", text(item.outcome));
    return Element("th")
        .set("class", "govuk-table__header")
        .set("scope", "row")
        .set("role", "rowheader")
        .with(text(item.name) + outcome);
}

Html row(std::string_view more_css, const Html& cells) {
    return Element("tr")
        .set("class", "govuk-table__row" + std::string(more_css))
        .set("role", "row")
        .with(cells);
}

constexpr std::string_view chart = " app-evidence__chart";

/// The rows of the table, from the first item to the sum.
class Rows {
public:
    explicit Rows(const Evidence& shown)
        : shown_(shown),
          first_(shown.items, &EvidenceItem::first),
          second_(shown.items, &EvidenceItem::second) {}

    Html all() {
        Html out;
        for (size_t i = 0; i < shown_.items.size(); ++i) out += one(shown_.items[i], i == 0);
        auto sum = Element("th")
                       .set("class", "govuk-table__header")
                       .set("scope", "row")
                       .set("role", "rowheader")
                       .with(text("Sum"));
        return out + row(" app-table__total",
                         sum + wide_cell(shown_.sum) +
                             cell(sum_bar(shown_, first_, so_far_), shown_.first, chart) +
                             cell(sum_bar(shown_, second_, other_so_far_), shown_.second, chart));
    }

private:
    const Evidence& shown_;
    Scale first_, second_;
    double so_far_ = 0, other_so_far_ = 0;

    Html one(const EvidenceItem& item, bool is_first) {
        std::string_view css = item.differs ? " app-differs" : "";
        auto values = is_first ? wide_cell(shown_.before)
                               : cell(item.left, shown_.left.label, css) +
                                     cell(item.right, shown_.right.label, css);
        auto bars = cell(item_bar(first_, so_far_, item.first), shown_.first, chart) +
                    cell(item_bar(second_, other_so_far_, item.second), shown_.second, chart);
        so_far_ += item.first;
        other_so_far_ += item.second;
        return row("", row_heading(item) + values + bars);
    }
};

}  // namespace

Html evidence(const Evidence& shown) {
    Html headings;
    for (const auto& title : {Cell("Item"),
                              Cell(link(shown.left.path, shown.left.label)),
                              Cell(link(shown.right.path, shown.right.label)),
                              Cell(shown.first),
                              Cell(shown.second)})
        headings += Element("th")
                        .set("scope", "col")
                        .set("role", "columnheader")
                        .set("class", "govuk-table__header")
                        .with(title.html());
    auto head = Element("thead")
                    .set("class", "govuk-table__head")
                    .set("role", "rowgroup")
                    .with(row("", headings));
    auto body = Element("tbody")
                    .set("class", "govuk-table__body")
                    .set("role", "rowgroup")
                    .with(Rows(shown).all());
    auto caption = element("caption", "govuk-visually-hidden", text(shown.caption));
    return Element("table")
        .set("class", "govuk-table app-table app-table--stack app-evidence")
        .set("role", "table")
        .with(caption + head + body);
}

}  // namespace noms::page
