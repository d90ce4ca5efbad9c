#pragma once

#include <string>
#include <vector>

#include "kit/db/database.hpp"

/// Values as PostgreSQL reads them.
namespace noms::db {

/// The parameters of one statement as texts, whose types the server works out.
class Parameters {
public:
    Parameters(const Query&, std::span<const Value>);
    const char* const* texts() const { return texts_.data(); }

private:
    std::vector<std::string> kept_;
    std::vector<const char*> texts_;
};

/// Appends one line of COPY's text format.
void append_copy_line(std::string& out, std::span<const Value> row);

}  // namespace noms::db
