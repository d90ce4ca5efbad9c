#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "areas/offenders/offenders.hpp"
#include "areas/organisation/organisation.hpp"
#include "kit/base/date.hpp"
#include "kit/base/id.hpp"
#include "kit/describe/type.hpp"
#include "kit/record/record.hpp"

/// What is known of managing offenders: who is in office, who manages whom, and the plan.
namespace noms::management {

using BodyId = Id<organisation::Body>;

/// Lowest first. A head answers for an area, or for a region.
enum class Grade { ServiceOfficer, Officer, SeniorOfficer, Head };
DESCRIBE_ENUM(Grade, ServiceOfficer, Officer, SeniorOfficer, Head)

/// Somebody in office as an offender manager over [from, until). Nobody holds two offices at once.
struct Officer {
    record::AccountId account{};
    Date from_day{};
    std::optional<Date> until_day{};
    BodyId area{};  // a probation area; for the head of a region, the region
    std::optional<BodyId> unit{};
    Grade grade = Grade::Officer;
    int weekly_hours = 37;
};
DESCRIBE(Officer, account, from_day, until_day, area, unit, grade, weekly_hours)
extern const record::Table<Officer> officers;

/// Who is on duty for an area or a region from a day until the next row's; no account: nobody.
struct Duty {
    BodyId area{};
    Date from_day{};
    std::optional<record::AccountId> account{};
    std::string set_by{};
};
DESCRIBE(Duty, area, from_day, account, set_by)
extern const record::Table<Duty> duties;

/// Named: somebody chose this manager. Duty: the rule did, since nobody was named. Ended: the
/// sentence was terminated, and there is no manager from this day on.
enum class AllocationKind { Named, Duty, Ended };
DESCRIBE_ENUM(AllocationKind, Named, Duty, Ended)

/// The one offender manager from a day until the next row's.
struct Allocation {
    offenders::OffenderId offender{};
    Date from_day{};
    std::optional<record::AccountId> manager{};  // none: terminated
    AllocationKind kind = AllocationKind::Named;
    std::optional<BodyId> area{};  // whose the case is
    std::string reason{};
    std::string allocated_by{};
};
DESCRIBE(Allocation, offender, from_day, manager, kind, area, reason, allocated_by)
extern const record::Table<Allocation> allocations;

/// Who stands beside the offender manager: in a prison, or in the office.
enum class SupportRole { OffenderSupervisor, KeyWorker, CaseAdministrator };
DESCRIBE_ENUM(SupportRole, OffenderSupervisor, KeyWorker, CaseAdministrator)

/// The supervisor, key worker or case administrator from a day until the next row's; no account:
/// nobody.
struct Support {
    offenders::OffenderId offender{};
    SupportRole role = SupportRole::OffenderSupervisor;
    Date from_day{};
    std::optional<record::AccountId> account{};
    std::string set_by{};
};
DESCRIBE(Support, offender, role, from_day, account, set_by)
extern const record::Table<Support> supports;

/// Who is to act on an objective.
enum class Actor { Offender, OffenderManager, OffenderSupervisor, KeyWorker, Provider };
DESCRIBE_ENUM(Actor, Offender, OffenderManager, OffenderSupervisor, KeyWorker, Provider)
/// Left: it had no match when the person moved between prison and community, see the note.
enum class ObjectiveState { Open, Met, NotMet, Left };
DESCRIBE_ENUM(ObjectiveState, Open, Met, NotMet, Left)

/// One objective of the sentence plan. `need` is a pathway's code ("ETE"), `activity` one of
/// data/activity.csv ("education_prison"), which says whether it can go on outside.
struct Objective {
    Id<Objective> id{};
    offenders::OffenderId offender{};
    int version = 1;
    std::string need{};
    std::string objective{};
    std::string activity{};
    Actor who = Actor::Offender;
    Date by_day{};
    ObjectiveState state = ObjectiveState::Open;
    Date set_on{};
    std::string set_by{};
    std::optional<Date> closed_on{};
    std::string closed_by{};
    std::string note{};
};
DESCRIBE(Objective,
         id,
         offender,
         version,
         need,
         objective,
         activity,
         who,
         by_day,
         state,
         set_on,
         set_by,
         closed_on,
         closed_by,
         note)
extern const record::Table<Objective> objectives;

/// Where a case stands for the work of its manager.
enum class CaseSetting { Custody, Licence, Order, Elsewhere, NotKnown };
DESCRIBE_ENUM(CaseSetting, Custody, Licence, Order, Elsewhere, NotKnown)

}  // namespace noms::management
