#include "kit/describe/extract.hpp"

#include <algorithm>

#include "kit/base/csv.hpp"

namespace noms::extract {
namespace {

using Heading = std::vector<std::string>;

Result<Heading> heading_of(csv::Reader& reader, const describe::Type& type) {
    auto row = reader.next();
    if (!row || row->fault != csv::Fault::None)
        return invalid({{"", "no_heading", "The file has no heading line"}});
    std::vector<FieldError> errors;
    for (const auto& field : type.fields) {
        bool may_lack = field.type().kind == describe::Type::Kind::Optional ||
                        field.type().kind == describe::Type::Kind::List;
        if (!may_lack && std::ranges::find(row->cells, field.name) == row->cells.end())
            errors.push_back({std::string(field.name), "no_column", "The column is missing"});
    }
    for (const auto& name : row->cells)
        if (std::ranges::find(type.fields, name, &describe::Field::name) == type.fields.end())
            errors.push_back({name, "unknown_column", "There is no such column"});
    if (!errors.empty()) return invalid(std::move(errors));
    return row->cells;
}

form::Values values_of(const Heading& heading, const csv::Row& row) {
    form::Values values;
    for (size_t i = 0; i < heading.size(); ++i) values.emplace_back(heading[i], row.cells[i]);
    return values;
}

Result<Taken> taken(const Heading& heading,
                    const csv::Row& row,
                    const std::function<Result<Taken>(const form::Values&)>& take) {
    if (row.fault != csv::Fault::None)
        return invalid({{"", "not_csv", "The line cannot be read as CSV in UTF-8"}});
    if (row.cells.size() != heading.size())
        return invalid({{"", "wrong_cells", "The line has more or fewer cells than the heading"}});
    return take(values_of(heading, row));
}

}  // namespace

Result<Report> take_lines(std::istream& in,
                          const describe::Type& type,
                          const std::function<Result<Taken>(const form::Values&)>& take) {
    csv::Reader reader(in);
    auto heading = TRY(heading_of(reader, type));
    Report report;
    while (auto row = reader.next()) {
        ++report.read;
        auto done = taken(heading, *row, take);
        if (done) {
            ++(*done == Taken::Created ? report.created : report.unchanged);
            continue;
        }
        ++report.refused;
        auto faults = done.error().fields;
        if (faults.empty()) faults.push_back({"", "refused", done.error().message});
        for (auto& fault : faults)
            report.refusals.push_back({row->line, fault.field, fault.code, fault.words});
    }
    return report;
}

std::string in_lines(const Report& report) {
    std::string out = std::to_string(report.read) + " read, " + std::to_string(report.created) +
                      " created, " + std::to_string(report.unchanged) + " here already, " +
                      std::to_string(report.refused) + " refused\n";
    for (const auto& each : report.refusals)
        out += "line " + std::to_string(each.line) + ": " + each.field + " " + each.code +
               (each.words.empty() ? "" : ": " + each.words) + "\n";
    return out;
}

}  // namespace noms::extract
