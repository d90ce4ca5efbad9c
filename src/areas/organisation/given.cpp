#include "areas/organisation/given.hpp"

#include <sstream>
#include <stdexcept>

#include "areas/organisation/data.gen.hpp"
#include "kit/base/csv.hpp"
#include "kit/describe/form.hpp"

namespace noms::organisation {
namespace {

template <class Given>
std::vector<Given> rows_of(std::string_view text) {
    std::istringstream in{std::string(text)};
    csv::Reader reader(in);
    const auto head = reader.next().value().cells;
    std::vector<Given> rows;
    while (auto row = reader.next()) {
        form::Values values;
        for (size_t i = 0; i < head.size() && i < row->cells.size(); ++i)
            if (!row->cells[i].empty()) values.emplace_back(head[i], row->cells[i]);
        auto given = form::read<Given>(values);
        if (!given)
            throw std::logic_error("organisation/data, line " + std::to_string(row->line) + ": " +
                                   given.error().fields.at(0).field);
        rows.push_back(std::move(*given));
    }
    return rows;
}

}  // namespace

ReferenceData reference_data() {
    return {.bodies = rows_of<GivenBody>(data::body),
            .places = rows_of<GivenPlace>(data::place),
            .prisons = rows_of<GivenPrison>(data::prison),
            .areas = rows_of<GivenArea>(data::area),
            .posts = rows_of<GivenPost>(data::post),
            .lines = rows_of<GivenLine>(data::line),
            .holdings = rows_of<GivenHolding>(data::holding),
            .seats = rows_of<GivenSeat>(data::seat)};
}

}  // namespace noms::organisation
