#pragma once

#include <vector>

#include "kit/record/record.hpp"

/// Rows that wait to go in together: by `copy`, table by table, parents first.
namespace noms::record {

class Gathering {
public:
    void add(const TableFacts&, const void* row);
    /// Changes or removes a row that waits here; false when none of that key does.
    bool change(const TableFacts&, const void* before, const void* after);
    bool remove(const TableFacts&, const void* row);
    /// A statement on one row, to run after those that wait.
    void then(const TableFacts&, db::Query, std::vector<db::Value>);

    size_t rows() const { return rows_; }
    bool empty() const { return rows_ == 0 && later_.empty(); }
    /// Writes everything; it waits on, so that a transaction may be run again.
    void write(db::Connection&);
    void clear();

private:
    using Row = std::vector<db::Value>;
    struct Waiting {
        TableFacts table{};
        std::vector<Row> rows{};
    };
    struct Later {
        std::string_view table{};
        db::Query query{};
        std::vector<db::Value> values{};
    };
    std::vector<Waiting> tables_;
    size_t latest_ = 0;  // in tables_
    std::vector<Later> later_;
    size_t rows_ = 0;

    Waiting& waiting(const TableFacts&);
    static size_t place_in(const Waiting&, const TableFacts&, const void* row);
};

/// Runs a statement that names one row by its key; Broken when there is no such row.
void run_on_one(db::Connection&,
                std::string_view table,
                const db::Query&,
                std::span<const db::Value>);

}  // namespace noms::record
