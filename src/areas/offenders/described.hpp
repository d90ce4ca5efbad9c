#pragma once

#include <array>
#include <memory>
#include <string>
#include <string_view>

#include "areas/matching/matching.hpp"
#include "areas/offenders/offenders.hpp"
#include "areas/offenders/rules_joining.hpp"

/// Records as matching compares them, and what it found in words. Pure.
namespace noms::offenders {

/// A record in the fields that matching compares; keeps its texts, which `given` looks at.
struct Described {
    std::array<std::string, matching::field_count> fields{};

    std::string& operator[](matching::Field field) { return fields[size_t(field)]; }
    const std::string& operator[](matching::Field field) const { return fields[size_t(field)]; }
    matching::Given given() const;
};

/// From the lines "column=value" that a record keeps of its row.
Described described(std::string_view content);
/// What people typed of an offender, beside the name and birth date that are shown.
Described described(const Offender&,
                    const std::vector<Name>&,
                    const std::vector<BirthDate>&,
                    const std::vector<Identifier>&,
                    const std::vector<Address>&);

/// Two records compared and weighed.
struct Weighed {
    double weight = 0;  // in bits, that they are one person's
    JoinFacts facts{};
    JoinRuling ruling{};
};

/// Compares records of one population by one model; both must outlive it.
class Weigher {
public:
    Weigher(const matching::Population&,
            const matching::Model&,
            std::shared_ptr<const matching::NumberRarities> = {});

    Weighed weigh(matching::Pair, bool in_two_prisons = false) const;
    matching::Explanation explain(matching::Pair) const;
    double weight(matching::Pair) const;
    /// The number they share, as a link names its ground: "Pnc"; "Matching" when they share none.
    std::string ground_of(matching::Pair) const;
    /// What speaks for it most, in words: "PNC same; date of birth same".
    std::string evidence_of(matching::Pair) const;

private:
    const matching::Population& people_;
    const matching::Model& model_;
    matching::Comparer comparer_;
    matching::Scale scale_;

    std::int64_t chance_of(double weight) const;
    double weight_without_unverified(matching::Pair, matching::Compared) const;
};

/// "Date of birth": a field of an explanation as a page has it.
std::string_view words_of_field(std::string_view field);
/// "day and month exchanged": an outcome of comparing.
std::string_view words_of_level(std::string_view field, std::string_view level);

}  // namespace noms::offenders
