#pragma once

#include <optional>
#include <string>
#include <vector>

#include "areas/organisation/facts.hpp"

/// The reference data as data/*.csv states it: bodies and posts by code, not by key.
namespace noms::organisation {

struct GivenBody {
    Kind kind = Kind::Service;
    std::string code{};
    std::string name{};
    std::optional<Date> began_on{};
    Exactness began = Exactness::NotKnown;
    std::optional<Date> ended_on{};
    std::optional<Exactness> ended{};
    std::string source{};
    Certainty certainty = Certainty::NotKnown;
    Certainty dates_certainty = Certainty::NotKnown;
    std::optional<std::string> note{};
};
DESCRIBE(GivenBody,
         kind,
         code,
         name,
         began_on,
         began,
         ended_on,
         ended,
         source,
         certainty,
         dates_certainty,
         note)

struct GivenPlace {
    Kind kind = Kind::Service;
    std::string code{};
    Date from_day{};
    Kind parent_kind = Kind::Service;
    std::string parent_code{};
    std::string source{};
    Certainty certainty = Certainty::NotKnown;
};
DESCRIBE(GivenPlace, kind, code, from_day, parent_kind, parent_code, source, certainty)

struct GivenPrison {
    std::string code{};
    std::string role{};
    std::optional<std::string> security{};
    std::string sex{};
    std::string age_group{};
    std::string operated_by{};
    bool in_estate_2004_06 = false;
    Certainty role_certainty = Certainty::NotKnown;
    std::optional<Date> stated_on{};
    std::optional<int> baseline_places{};
    std::optional<int> in_use_places{};
    Certainty places_certainty = Certainty::NotKnown;
    std::optional<int> operational_capacity{};
    Certainty capacity_certainty = Certainty::NotKnown;
    std::optional<std::int64_t> cost_per_prisoner_day{};
    std::string source{};
};
DESCRIBE(GivenPrison,
         code,
         role,
         security,
         sex,
         age_group,
         operated_by,
         in_estate_2004_06,
         role_certainty,
         stated_on,
         baseline_places,
         in_use_places,
         places_certainty,
         operational_capacity,
         capacity_certainty,
         cost_per_prisoner_day,
         source)

struct GivenArea {
    std::string code{};
    std::optional<int> population_thousands{};
    std::string source{};
    Certainty certainty = Certainty::NotKnown;
};
DESCRIBE(GivenArea, code, population_thousands, source, certainty)

struct GivenPost {
    std::string code{};
    std::string title{};
    Kind body_kind = Kind::Service;
    std::string body_code{};
    std::optional<Date> began_on{};
    std::optional<Date> ended_on{};
    std::string accountability{};
    std::string source{};
    Certainty certainty = Certainty::NotKnown;
};
DESCRIBE(GivenPost,
         code,
         title,
         body_kind,
         body_code,
         began_on,
         ended_on,
         accountability,
         source,
         certainty)

struct GivenLine {
    std::string post{};
    Date from_day{};
    std::string reports_to{};
    std::string source{};
    Certainty certainty = Certainty::NotKnown;
};
DESCRIBE(GivenLine, post, from_day, reports_to, source, certainty)

struct GivenHolding {
    std::string post{};
    Date from_day{};
    Manner manner = Manner::NotKnown;
    std::optional<std::string> holder{};
    std::string source{};
    Certainty certainty = Certainty::NotKnown;
    std::optional<std::string> note{};
};
DESCRIBE(GivenHolding, post, from_day, manner, holder, source, certainty, note)

struct GivenSeat {
    std::string board{};
    std::string post{};
    Date from_day{};
    Capacity capacity = Capacity::None;
    std::string source{};
    Certainty certainty = Certainty::NotKnown;
};
DESCRIBE(GivenSeat, board, post, from_day, capacity, source, certainty)

struct ReferenceData {
    std::vector<GivenBody> bodies{};
    std::vector<GivenPlace> places{};
    std::vector<GivenPrison> prisons{};
    std::vector<GivenArea> areas{};
    std::vector<GivenPost> posts{};
    std::vector<GivenLine> lines{};
    std::vector<GivenHolding> holdings{};
    std::vector<GivenSeat> seats{};
};
/// Reads data/*.csv. Throws std::logic_error on a row that does not fit: this program is at fault.
ReferenceData reference_data();

}  // namespace noms::organisation
