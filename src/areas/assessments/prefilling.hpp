#pragma once

#include <optional>
#include <string>
#include <vector>

#include "areas/assessments/form.hpp"

/// What the record knows already of an assessment's questions, so that nothing is keyed twice.
/// Pure.
namespace noms::assessments {

/// A day on which a court passed sentence: the codes of the offences, and whether into custody.
struct Occasion {
    Date on{};
    std::vector<std::string> offences{};
    bool custodial = false;
};
struct RecordFacts {
    std::optional<Date> birth_date{};
    std::vector<Occasion> occasions{};  // by day
};

/// The answers that the record gives on `day`. Earlier sanctions are filled in only where it knows
/// some: a record that knows of none does not say that there was none.
Answers prefilled(std::string_view form, const RecordFacts&, Date day);

/// The group of OGRS3 of an offence's code ("028/00"); empty where its class is of several groups.
std::string group_of_offence(std::string_view code);

}  // namespace noms::assessments
