#pragma once

#include <string>
#include <vector>

#include "kit/page/content.hpp"
#include "kit/page/html.hpp"

namespace noms::page {

/// One item in which two records are compared, and what it adds to two weights.
struct EvidenceItem {
    std::string name{};     // "Date of birth"
    std::string outcome{};  // "day and month exchanged"
    Cell left{};
    Cell right{};
    bool differs = false;
    double first = 0;
    double second = 0;
};

/// Two records side by side, and beside each item the bar that it adds: each begins where the one
/// above ends. The items' weights sum to the sums.
struct Evidence {
    std::string caption{};
    Link left{};  // the records
    Link right{};
    std::string first{};  // what the weights are against
    std::string second{};
    Cell before{};  // in the first item's row, in place of both values
    std::vector<EvidenceItem> items{};
    Cell sum{};
    double band_from = 0;  // of the sums in which a person decides
    double band_until = 0;
};
/// A table that can be read without the bars; they are drawn on the server.
Html evidence(const Evidence&);

}  // namespace noms::page
