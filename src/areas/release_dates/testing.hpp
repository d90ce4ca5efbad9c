#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "areas/access/access.hpp"
#include "areas/release_dates/release_dates.hpp"
#include "areas/release_dates/rules_dates.hpp"

/// Facts for tests, in few words; and the tables that a test of the store needs.
namespace noms::release_dates::testing {

inline Date date(std::string_view iso) {
    return parse_date(iso).value();
}

/// A sentence of that day for an offence some months before it.
inline SentenceFact sentence(std::string disposal,
                             std::string_view imposed_on,
                             const sentences::Length& length) {
    SentenceFact fact{.id = "first",
                      .disposal = std::move(disposal),
                      .imposed_on = date(imposed_on),
                      .offence = "Robbery",
                      .length = length};
    fact.committed_on = noms::plus_months(fact.imposed_on, -2);
    return fact;
}
inline CalculationFacts facts(std::vector<SentenceFact> sentences) {
    return {.born = date("1982-03-09"), .sentences = std::move(sentences)};
}
/// Four years for a robbery, with 63 days on remand.
inline CalculationFacts four_years() {
    auto one = sentence("IMP12", "2006-04-21", {.years = 4});
    one.remand_days = 63;
    return facts({one});
}

inline WorkedOut worked(const CalculationFacts& given) {
    return work_out(given, service_profile, Reasons::Given);
}
/// A date as text; empty when there is none.
inline std::string on(const WorkedOut& out, std::string_view type) {
    for (const auto& each : out.dates)
        if (each.type == type) return to_text(each.on_day);
    return "";
}
/// The code of the first doubt; empty when there is none.
inline std::string doubt(const CalculationFacts& given) {
    auto all = doubts_of(given);
    return all.empty() ? "" : all.front().code;
}

/// The schemas of this area and of all that it stands on.
inline std::vector<db::Migration> all_migrations() {
    auto steps = record::migrations();
    for (const auto& more : {organisation::migrations(),
                             access::migrations(),
                             offenders::migrations(),
                             sentences::migrations(),
                             movements::migrations(),
                             release_dates::migrations()})
        steps.insert(steps.end(), more.begin(), more.end());
    return steps;
}

}  // namespace noms::release_dates::testing
