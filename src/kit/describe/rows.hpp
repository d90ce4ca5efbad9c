#pragma once

#include <string_view>
#include <vector>

#include "kit/describe/form.hpp"

/// Reference data that a program carries with it: CSV whose heading names a struct's members.
namespace noms::rows {

/// Each row as names and texts; an empty cell is missing. Throws std::logic_error on a row that is
/// not CSV.
std::vector<form::Values> values_of(std::string_view csv);
/// Throws std::logic_error naming the row and its first bad field: this program is at fault.
[[noreturn]] void throw_bad_row(size_t row, const Error&);

template <class T>
std::vector<T> read(std::string_view csv) {
    std::vector<T> out;
    for (const auto& values : values_of(csv)) {
        auto row = form::read<T>(values);
        if (!row) throw_bad_row(out.size() + 1, row.error());
        out.push_back(std::move(*row));
    }
    return out;
}

}  // namespace noms::rows
