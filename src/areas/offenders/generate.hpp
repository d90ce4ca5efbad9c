#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "kit/base/date.hpp"

/// An invented extract, for the demonstration and for tests. Everybody in it is made up.
namespace noms::offenders {

struct GenerateOptions {
    int rows = 1000;
    std::uint64_t seed = 1;
    Date day{};                          // nothing in the extract lies after it
    std::vector<std::string> prisons{};  // codes for held_by; empty: left out
    std::vector<std::string> areas{};
};

/// The extract as CSV, and which invented person each record (by record_id) truly is.
struct Invented {
    std::string csv{};
    std::map<std::string, int> truth{};
};

/// The same options give the same bytes, on every machine.
Invented generate_extract(const GenerateOptions&);

}  // namespace noms::offenders
