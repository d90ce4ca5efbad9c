#pragma once

#include <optional>
#include <string>

#include "areas/management/management.hpp"

/// What is recorded of officers who are away, and of whoever covers their cases.
namespace noms::cover {

using offenders::OffenderId;
using record::AccountId;

/// Why an officer is away. Shown to those who may read cover, never on an offender's record.
enum class Kind { Leave, Sickness, Training, Other };
DESCRIBE_ENUM(Kind, Leave, Sickness, Training, Other)

/// An officer is away over [from, until). One that was taken back ends on its first day.
struct Absence {
    Id<Absence> id{};
    AccountId account{};
    int version = 1;
    Kind kind = Kind::Leave;
    Date from_day{};
    Date until_day{};
    std::string note{};
    Date recorded_on{};
    std::string recorded_by{};
    std::string changed_by{};
    std::string changed_because{};

    bool holds_on(Date day) const { return from_day <= day && day < until_day; }
};
DESCRIBE(Absence,
         id,
         account,
         version,
         kind,
         from_day,
         until_day,
         note,
         recorded_on,
         recorded_by,
         changed_by,
         changed_because)
using AbsenceId = Id<Absence>;
extern const record::Table<Absence> absences;

/// One case of an officer who is away, and who covers it over [from, until). The offender manager
/// stays who it is: cover is a fact beside it.
struct CaseCover {
    Id<CaseCover> id{};
    OffenderId offender{};
    AbsenceId absence{};
    int version = 1;
    AccountId coverer{};
    Date from_day{};
    Date until_day{};
    std::string reason{};
    Date recorded_on{};
    std::string recorded_by{};

    bool holds_on(Date day) const { return from_day <= day && day < until_day; }
};
DESCRIBE(CaseCover,
         id,
         offender,
         absence,
         version,
         coverer,
         from_day,
         until_day,
         reason,
         recorded_on,
         recorded_by)
extern const record::Table<CaseCover> case_covers;

/// Who stands in for whom at one case on a day, and over which days.
struct StandIn {
    OffenderId offender{};
    AbsenceId absence{};
    AccountId absent{};
    AccountId coverer{};
    Date from_day{};
    Date until_day{};
};
DESCRIBE(StandIn, offender, absence, absent, coverer, from_day, until_day)

}  // namespace noms::cover
