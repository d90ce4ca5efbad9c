#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "areas/offenders/invent.hpp"
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

/// People one after the other, each as the rows of an extract that hold them.
class Population {
public:
    explicit Population(GenerateOptions);
    Population(const Population&) = delete;  // the inventor throws this one's dice
    Population& operator=(const Population&) = delete;
    /// The rows of the next person, `rows_max` at the most.
    std::vector<std::string> next(int rows_max);

private:
    GenerateOptions options_;
    Dice dice_;
    Inventor inventor_;
    InventedPerson person_{};
    int made_ = 0;
    int row_ = 0;
};
/// The line that such an extract begins with.
extern const std::string_view extract_heading;

/// The extract as CSV, and which invented person each record (by record_id) truly is.
struct Invented {
    std::string csv{};
    std::map<std::string, int> truth{};
};

/// The same options give the same bytes, on every machine.
Invented generate_extract(const GenerateOptions&);

}  // namespace noms::offenders
