#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "areas/release_dates/views.hpp"
#include "kit/page/content.hpp"
#include "kit/page/table.hpp"

/// What several pages of this area show alike. Pure.
namespace noms::release_dates {

/// "in 94 days", "today", "3 days ago".
std::string how_far(Date day, Date today);
/// "14 days later", "1 day earlier", "no change", "new", "no longer".
std::string difference_in_words(const MovedDate&);
/// "4 years and 6 months from 21 April 2006".
std::string term_in_words(const SentenceFact&);
/// A profile of law in words: "every law made up to October 2026".
std::string law_in_words(std::string_view profile);
/// "Conditional release Thursday 27 July 2006", one after the other.
std::string dates_in_words(const std::vector<WorkedDate>&);
/// The steps of a ruling.
page::Html steps_of(const std::vector<law::Ground>&);
/// The working day that stands for a date, with the day itself under it where they differ.
page::Cell shown_day(const WorkedDate&);
/// Two sets of dates side by side, what moved marked.
page::Html moved_table(const std::string& caption,
                       const std::string& before,
                       const std::string& after,
                       const std::vector<MovedDate>&);
/// What a calculation rests on, in names and words.
struct FactLine {
    std::string name{};
    std::string words{};
    std::string sentence{};  // the key of the sentence that it is about; empty: of none
    bool operator==(const FactLine&) const = default;
};
std::vector<FactLine> lines_of(const CalculationFacts&);
/// "Approved", "Waits for approval", "Rejected".
page::Html state_tag(CalculationState);

/// The address of the page of a person.
std::string dates_path(OffenderId);
/// The address of a stored calculation.
std::string path_of(const StoredCalculation&);

}  // namespace noms::release_dates
