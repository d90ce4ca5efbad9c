#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kit/base/date.hpp"
#include "kit/describe/type.hpp"

/// What courts could pass, and when: data/disposals.csv.
namespace noms::sentences {

/// What a sentence is for (Criminal Justice Act 2003, s. 142, drawn together to four).
enum class Purpose { Punish, ReduceReoffending, Protect, Repair };
DESCRIBE_ENUM(Purpose, Punish, ReduceReoffending, Protect, Repair)

/// Whether a sentence has a length. NotKnown: an extract did not say.
enum class Term { Fixed, Indeterminate, None, NotKnown };
DESCRIBE_ENUM(Term, Fixed, Indeterminate, None, NotKnown)

enum class Group {
    Custody,
    Suspended,
    Community,
    EarlierCommunity,
    Requirement,
    Financial,
    Discharge,
    Ancillary,
    MentalHealth,
    Youth,
    Default,
    Other
};
DESCRIBE_ENUM(Group,
              Custody,
              Suspended,
              Community,
              EarlierCommunity,
              Requirement,
              Financial,
              Discharge,
              Ancillary,
              MentalHealth,
              Youth,
              Default,
              Other)

/// Which part of a term is served in custody, where the court says it apart.
enum class Part { Whole, Stated, Suspended, NoPart };
DESCRIBE_ENUM(Part, Whole, Stated, Suspended, NoPart)

/// Whether it ever came into force. Earlier: before the days that our table knows.
enum class Commencement { Day, Earlier, Never };
DESCRIBE_ENUM(Commencement, Day, Earlier, Never)

enum class Unit { Days, Weeks, Months, Years, Hours, HoursADay, Pounds };
DESCRIBE_ENUM(Unit, Days, Weeks, Months, Years, Hours, HoursADay, Pounds)

/// Whether it brings an offender manager of this service; Youth: a youth offending team.
enum class Managed { Yes, No, Youth };
DESCRIBE_ENUM(Managed, Yes, No, Youth)

/// One disposal or requirement with its limits. `below` is a maximum that is not itself allowed;
/// `only` lists the lengths in months that are.
struct Disposal {
    std::string code{};
    std::string name{};
    Group kind = Group::Other;
    std::string act{};
    Commencement commencement = Commencement::Never;
    std::optional<Date> commenced{};
    std::optional<Date> ceased{};
    std::optional<Date> offences_from{};
    std::optional<Date> offences_before{};
    std::optional<int> offences_before_age{};  // from which age that limit counts; empty: any
    Term term = Term::None;
    Part part = Part::NoPart;
    std::optional<int> minimum{};
    std::optional<Unit> minimum_unit{};
    std::optional<int> maximum{};
    std::optional<Unit> maximum_unit{};
    std::optional<int> below{};
    std::optional<Unit> below_unit{};
    std::optional<std::string> only{};
    std::optional<int> age_from{};
    std::optional<int> age_until{};
    Managed managed = Managed::No;
    std::optional<std::string>
        purposes{};  // what it serves first of all, separated by "|"; our own reading
    std::optional<std::string> note{};
    std::string source{};
    std::string certainty{};
};
DESCRIBE(Disposal,
         code,
         name,
         kind,
         act,
         commencement,
         commenced,
         ceased,
         offences_from,
         offences_before,
         offences_before_age,
         term,
         part,
         minimum,
         minimum_unit,
         maximum,
         maximum_unit,
         below,
         below_unit,
         only,
         age_from,
         age_until,
         managed,
         purposes,
         note,
         source,
         certainty)

/// Every disposal and requirement, in the order of the table.
const std::vector<Disposal>& disposals();
/// The one with that code; null when there is none.
const Disposal* disposal(std::string_view code);
/// Whether courts had it on `day`. An empty answer: yes; otherwise why not, naming the Act.
std::string why_not_on(const Disposal&, Date day);
/// Whether passing it gives the offender a manager. False for a code that is none.
bool brings_manager(std::string_view code);
/// Whether it is custody served, not suspended. False for a code that is none.
bool is_custody(std::string_view code);
std::vector<Purpose> usual_purposes(const Disposal&);
/// "to reduce re-offending".
std::string_view in_words(Purpose);
/// "months".
std::string_view in_words(Unit);

}  // namespace noms::sentences
