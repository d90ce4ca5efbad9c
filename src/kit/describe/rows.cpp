#include "kit/describe/rows.hpp"

#include <sstream>
#include <stdexcept>

#include <fmt/format.h>

#include "kit/base/csv.hpp"

namespace noms::rows {

std::vector<form::Values> values_of(std::string_view text) {
    std::istringstream in{std::string(text)};
    csv::Reader reader(in);
    const auto head = reader.next();
    std::vector<form::Values> rows;
    while (auto row = reader.next()) {
        if (row->fault != csv::Fault::None || row->cells.size() != head->cells.size())
            throw std::logic_error(fmt::format("line {} does not fit its heading", row->line));
        auto& values = rows.emplace_back();
        for (size_t i = 0; i < row->cells.size(); ++i)
            if (!row->cells[i].empty()) values.emplace_back(head->cells[i], row->cells[i]);
    }
    return rows;
}

void throw_bad_row(size_t row, const Error& error) {
    const auto& wrong = error.fields.at(0);
    throw std::logic_error(fmt::format("row {}: {} {}", row, wrong.field, wrong.code));
}

}  // namespace noms::rows
