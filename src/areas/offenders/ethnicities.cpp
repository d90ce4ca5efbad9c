#include <algorithm>

#include "areas/offenders/extract.hpp"

namespace noms::offenders {

// refdata/ethnicity_codes.csv: the census 2001 16+1 scheme as C-NOMIS has it (prison-api, domain
// ETHNICITY), and the four codes of later years, which extracts also carry.
const std::vector<std::pair<std::string_view, std::string_view>>& ethnicities() {
    static const std::vector<std::pair<std::string_view, std::string_view>> all{
        {"W1", "White: British"},
        {"W2", "White: Irish"},
        {"W9", "White: Any other White background"},
        {"M1", "Mixed: White and Black Caribbean"},
        {"M2", "Mixed: White and Black African"},
        {"M3", "Mixed: White and Asian"},
        {"M9", "Mixed: Any other mixed background"},
        {"A1", "Asian or Asian British: Indian"},
        {"A2", "Asian or Asian British: Pakistani"},
        {"A3", "Asian or Asian British: Bangladeshi"},
        {"A9", "Asian or Asian British: Any other Asian background"},
        {"B1", "Black or Black British: Caribbean"},
        {"B2", "Black or Black British: African"},
        {"B9", "Black or Black British: Any other Black background"},
        {"O1", "Chinese"},
        {"O9", "Any other ethnic group"},
        {"NS", "Not stated"},
        {"A4", "Asian: Chinese"},
        {"W3", "White: Gypsy or Irish Traveller"},
        {"W8", "White: Irish Traveller/Gypsy"},
        {"O2", "Other: Arab"},
    };
    return all;
}

bool is_ethnicity(std::string_view code) {
    return std::ranges::any_of(ethnicities(), [&](const auto& each) { return each.first == code; });
}

std::string ethnicity_in_words(std::string_view code) {
    for (const auto& [each, words] : ethnicities())
        if (each == code) return std::string(words);
    return std::string(code);
}

}  // namespace noms::offenders
