#pragma once

#include <optional>
#include <string>
#include <vector>

#include "areas/management/management.hpp"
#include "areas/workload/rules_load.hpp"

/// Who could take a case, the most fitting first, and why. It advises: a named person decides.
/// Pure.
namespace noms::workload {

/// Whether an officer's grade is at least what the tier asks for.
/// `Above`: a senior, who leads those that carry cases.
enum class GradeFits { Yes, Above, NotKnown, No };
DESCRIBE_ENUM(GradeFits, Yes, Above, NotKnown, No)

/// An officer who could take the case.
struct CandidateFacts {
    record::AccountId account{};
    std::string name{};
    management::Grade grade = management::Grade::Officer;
    std::string unit{};                // the local delivery unit's name; empty: none is known
    std::optional<Date> managed_on{};  // the last day on which they began to manage this person
    Load load{};
};
DESCRIBE(CandidateFacts, account, name, grade, unit, managed_on, load)

struct CaseToGive {
    CaseFacts weighs{};
    std::string unit{};  // of whoever manages it now; empty: not known
    std::vector<CandidateFacts> officers{};
};
DESCRIBE(CaseToGive, weighs, unit, officers)

/// One of them, with the workload as it is and as it would be.
struct Candidate {
    record::AccountId account{};
    std::string name{};
    GradeFits grade_fits = GradeFits::NotKnown;
    bool room = true;  // with the case, at most what there is
    bool managed_before = false;
    bool same_unit = false;
    Load before{};
    Load after{};
    std::vector<std::string> reasons{};
};
DESCRIBE(
    Candidate, account, name, grade_fits, room, managed_before, same_unit, before, after, reasons)

struct Recommendation {
    Weight weight{};
    std::vector<Candidate> candidates{};
    std::vector<law::Ground> because{};
};
DESCRIBE(Recommendation, weight, candidates, because)

/// First whose grade fits the tier, then who has room, then who managed this person before, then
/// who works in the same local unit, then whoever carries least.
Recommendation recommended(const CaseToGive&);

/// To whom each of these weights goes so that nobody fills up before the others: the heaviest
/// first, each to whoever is then the least full. Gives positions in `to`, which is not empty.
std::vector<size_t> spread(const std::vector<Weight>&, std::vector<Load> to);

}  // namespace noms::workload
