#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "areas/reports/reports.hpp"

/// What is stored, in words.
namespace noms::reports {

/// A row of data/section.csv; `wanted_for` lists kinds of report, apart by "|".
struct SectionKind {
    std::string code{};
    std::string title{};
    std::string hint{};
    std::string wanted_for{};
};
DESCRIBE(SectionKind, code, title, hint, wanted_for)
/// Every section, in the order of the report.
const std::vector<SectionKind>& section_kinds();
const SectionKind* section_kind(std::string_view code);
bool is_wanted(const SectionKind&, Kind);

std::string in_words(Kind);
std::string in_words(State);
std::string in_words(Held);
std::string in_words(Seriousness);
std::string in_words(Specified);
std::string in_words(Looked);
std::string in_words(Concordance);
/// "Supervision requirement, 12 months".
std::string in_words(const ProposedRequirement&);
/// The disposals of a list of codes apart by commas: "Fine and Compensation order".
std::string disposals_in_words(std::string_view codes);
/// What an order of that code, length and requirements says: "Community order, 12 months: ...".
std::string order_in_words(std::string_view disposal,
                           std::optional<int> months,
                           std::optional<int> hours,
                           const std::vector<ProposedRequirement>&);
/// The purposes that the court indicated, "Not stated" for none.
std::string purposes_in_words(const Report&);

/// "1 day", "12 days".
std::string days_in_words(int days);

std::string path_of(const Report&);
std::string list_path_of(offenders::OffenderId);

}  // namespace noms::reports
