#pragma once

#include <string_view>
#include <vector>

namespace noms::record {

/// The new row that an event told last, by where its fields stand in the event's text.
struct LatestRow {
    struct Place {
        size_t at = 0;
        size_t length = 0;  // 0: the field is empty
    };
    std::string_view table{};  // none: what was told last is not a new row
    std::vector<Place> fields{};
};

}  // namespace noms::record
