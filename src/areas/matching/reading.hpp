#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "areas/matching/population.hpp"
#include "kit/base/result.hpp"

namespace noms::matching {

/// Which column of a file holds what. Columns that no field is named after, and that no map
/// mentions, are not read: `true_id` and `cluster` never, so that a test's answers cannot leak.
struct Layout {
    static constexpr int not_read = -1;
    /// By column: the field's number, or `field_count` and more for a further text.
    std::vector<int> columns{};
    /// The names of the further columns, which are compared as plain texts.
    std::vector<std::string> texts{};
};

/// Reads the heading. `renamed` maps a column to what it is called here: a field's name, or any
/// other name for a further text. Invalid when no column is the record's id, when a mapped column
/// is missing or may not be read, or when two columns are the same field.
Result<Layout> layout_of(const std::vector<std::string>& heading,
                         const std::map<std::string, std::string>& renamed);

/// The name of a field, as its column has it: "record_id".
std::string_view name_of(Field);

struct ReadReport {
    std::uint64_t rows = 0;
    std::uint64_t rows_refused = 0;  // with too few or too many cells, or a quote never closed
    long first_refused_line = 0;
};

/// Tells how many of how many are done; called on the thread that asked.
using Told = std::function<void(std::uint64_t done, std::uint64_t whole)>;

/// Reads the records of a CSV text into a population, in the order that `put_in_order` gives.
/// Refused when two records have one id. `told` counts bytes.
Result<Population> read_records(std::string_view csv,
                                const std::map<std::string, std::string>& renamed,
                                unsigned threads,
                                Layout& layout,
                                ReadReport& report,
                                const Told& told);

/// A file in memory, for as long as this lives.
class MappedFile {
public:
    /// Throws std::system_error when the file cannot be read.
    explicit MappedFile(const std::string& path);
    ~MappedFile();
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;
    std::string_view text() const { return {data_, size_}; }

private:
    const char* data_ = nullptr;
    size_t size_ = 0;
};

}  // namespace noms::matching
