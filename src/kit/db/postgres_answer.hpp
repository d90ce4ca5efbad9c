#pragma once

#include <exception>
#include <string>
#include <string_view>

#include "kit/db/database.hpp"

struct pg_conn;
struct pg_result;

/// What libpq answers, as the rest of the kit wants it.
namespace noms::db {

/// Why the connection failed, in one line.
std::string connection_trouble(const pg_conn*);

/// The failure that `answer` tells of: Violated, Again or Broken.
std::exception_ptr failure(std::string_view what, const pg_result* answer);

/// The rows of an answer, one after the other; PostgreSQL gives every cell as text.
class PostgresRow : public Row {
public:
    explicit PostgresRow(const pg_result* answer) : answer_(answer) {}
    /// False when there is no further row.
    bool next();
    int columns() const override;
    std::string_view column(int at) const override;
    Cell cell(int at) const override;

private:
    const pg_result* answer_;
    int row_ = -1;
};

}  // namespace noms::db
