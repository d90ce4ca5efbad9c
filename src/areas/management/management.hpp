#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "areas/management/facts.hpp"
#include "areas/management/rules_plan.hpp"
#include "areas/management/rules_standards.hpp"
#include "areas/movements/movements.hpp"
#include "areas/sentences/sentences.hpp"
#include "areas/tasks/tasks.hpp"
#include "kit/db/database.hpp"
#include "kit/law/law.hpp"
#include "kit/page/form.hpp"
#include "kit/record/doctor.hpp"
#include "kit/web/api.hpp"

/// One named offender manager for the whole sentence, in custody and in the community, and one
/// plan.
namespace noms::management {

using Numbers = std::span<const std::int64_t>;

// -- who manages whom -----------------------------------------------------------------------------

/// The allocation that holds on `day` for each of these offenders; none for one that has no manager
/// then.
std::vector<Allocation> managers_among(db::Connection&, Numbers offenders, Date day);
std::optional<Allocation> manager_of(db::Connection&, offenders::OffenderId, Date day);
/// Every allocation of the offender, the newest first.
std::vector<Allocation> allocations_of(db::Connection&, offenders::OffenderId);
/// The offenders whom the account manages on `day`, by key, from the one after `after`.
db::Asked<Allocation> cases_of(
    db::Connection&, record::AccountId, Date day, offenders::OffenderId after, int limit);

/// The offenders whom these accounts manage on `day`, by manager and then by key.
std::vector<Allocation> cases_among(db::Connection&, Numbers accounts, Date day);

/// How many offenders each of these accounts manages on `day`.
struct CaseCount {
    record::AccountId account{};
    std::int64_t cases = 0;
};
DESCRIBE(CaseCount, account, cases)
std::vector<CaseCount> case_counts(db::Connection&, Numbers accounts, Date day);
/// How many offenders are managed in each of these areas on `day`, and how many by the duty rule.
struct AreaCount {
    BodyId area{};
    std::int64_t cases = 0;
    std::int64_t by_duty = 0;
};
DESCRIBE(AreaCount, area, cases, by_duty)
std::vector<AreaCount> area_counts(db::Connection&, Numbers areas, Date day);

/// Somebody who was managed at any time from one day to another, both with.
struct ManagedOver {
    offenders::OffenderId offender{};
    bool on_last_day = false;
};
DESCRIBE(ManagedOver, offender, on_last_day)
/// Everybody managed in these areas, or by these accounts, from `first` to `last`: each once, in
/// order, at most `limit`. One question.
std::vector<ManagedOver> managed_in_areas(
    db::Connection&, Numbers areas, Date first, Date last, int limit);
std::vector<ManagedOver> managed_by_accounts(
    db::Connection&, Numbers accounts, Date first, Date last, int limit);

/// The supervisors, key workers and case administrators of these offenders on `day`.
std::vector<Support> support_among(db::Connection&, Numbers offenders, Date day);
/// The officers in office in these areas on `day`, the highest grade and the longest in office
/// first.
std::vector<Officer> officers_among(db::Connection&, Numbers areas, Date day);
/// The officer whom the address names as {account}, in office on the service day within the actor's
/// scope.
Result<Officer> officer_in(web::Context&);
std::optional<Officer> officer_on(db::Connection&, record::AccountId, Date day);
/// Those of these accounts who are in office on `day`.
std::vector<Officer> in_office_among(db::Connection&, Numbers accounts, Date day);
/// Whether the area or region lies within the actor's scope.
bool covers(db::Connection&, const web::Actor&, BodyId, Date day);
/// The areas and regions that the actor may look at, for a select.
std::vector<page::Option> areas_of(web::Context&);
/// The area of `?area=`, or the first of those; not_found outside the scope.
Result<organisation::Body> area_asked(web::Context&);
/// The local delivery units of that area by name, for a select.
std::vector<page::Option> units_of(db::Connection&, BodyId area, Date day);
/// Whether the account is a senior officer, or a head, in office on `day`.
bool is_senior(db::Connection&, record::AccountId, Date day);
/// The objectives of these offenders, open ones first, by day.
std::vector<Objective> objectives_among(db::Connection&, Numbers offenders);
/// The same, asked for beside other things.
db::Asked<Objective> ask_objectives(db::Connection&, Numbers offenders);

/// What holds of a case on a day, with the name of whoever manages it then.
struct Holding {
    Allocation allocation{};
    std::string manager_name{};  // empty where nobody manages
};
/// One at the most; none: management had not begun by `day`.
db::Asked<Holding> ask_holding(db::Connection&, offenders::OffenderId, Date day);

/// Who is responsible for an offender on a day, and why.
struct Responsible {
    std::optional<record::AccountId> manager{};
    std::string manager_name{};
    std::optional<Date> since{};
};
DESCRIBE(Responsible, manager, manager_name, since)
law::Ruling<Responsible> responsible_on(db::Connection&, offenders::OffenderId, Date day);

// -- where a case stands --------------------------------------------------------------------------

/// What runs of somebody's sentences on a day: whether it brings a manager, and whether a term of
/// custody is among it. An end that nobody can tell has not come.
struct Running {
    bool managed = false;
    bool custody = false;
};
/// By offender, those of them who were ever sentenced. One question.
std::map<std::int64_t, Running> running_among(db::Connection&, Numbers offenders, Date day);
/// Where the case stands, by where the person is (null: no movement is recorded). Outside it is the
/// sentence that says: a term of custody is served on licence there, any other sentence is an
/// order.
CaseSetting setting_of(const movements::Movement* at, const Running&);

/// What stands beside the manager of a case on a day, told by the area above that knows: set in its
/// serve(), shown on the page of who is responsible.
using BesideManager = page::Html (*)(web::Context&,
                                     offenders::OffenderId,
                                     std::optional<record::AccountId> manager,
                                     Date day);
void show_beside_manager(BesideManager);

/// Told that a case leaves its manager on a day, within the transaction and the event that does it:
/// for the area above that gave something along with it. Set in its serve().
using CaseLeaves = void (*)(
    record::Changes&, db::Connection&, offenders::OffenderId, record::AccountId manager, Date day);
void when_a_case_leaves(CaseLeaves);

// -- what may happen to it; each within the caller's transaction and the offender's event ---------

/// Who is to manage, from when, and why. Without a manager the duty rule chooses.
struct NewAllocation {
    offenders::OffenderId offender{};
    Date from_day{};
    std::optional<record::AccountId> manager{};
    std::optional<BodyId> area{};   // whose case it is; unknown: the rule finds it
    std::optional<BodyId> court{};  // that passed the sentence
    std::string reason{};
};
/// Gives the offender a manager from a day on, closes and opens the caseload's and the area's holds
/// and hands open tasks over. Invalid: the manager is not in office then. Refused: a later
/// allocation is recorded, or the duty rule finds nobody at all.
Result<Allocation> allocate(record::Changes&, db::Connection&, const NewAllocation&);
/// Sees to it that the offender has a manager on every day from `from_day` on: nothing is written
/// where one is recorded; each stretch without one is given a manager as `allocate` would.
Result<void> have_manager(record::Changes&, db::Connection&, const NewAllocation&);
/// Ends management on `day`, or on the last manager's first day when that is later: nobody manages
/// from then on, and open tasks are cancelled. Refused where nobody manages.
Result<Allocation> terminate(
    record::Changes&, db::Connection&, offenders::OffenderId, Date day, const std::string& reason);

/// Ends the sentence; when nothing is left to be managed, management ends with it.
Result<sentences::Sentence> end_with_management(record::Changes&,
                                                db::Connection&,
                                                const sentences::Sentence&,
                                                const sentences::EndSentence&);

/// Sees to it that the manager's area and its region hold the record: after a release, when the
/// prison no longer does.
Result<void> hold_by_managing_area(record::Changes&, db::Connection&, offenders::OffenderId);

/// Opens what National Standards want first from a sentence or a release on `day`, for the manager
/// of that day (or the prison that holds the offender). Each `source` asks once.
Result<void> open_first_tasks(record::Changes&,
                              db::Connection&,
                              offenders::OffenderId,
                              Date day,
                              StandardSetting,
                              const std::string& source);

/// Puts a task that no officer is asked to do on a list: that of the area of the case, or of
/// whoever holds the record now, or the national one.
void ask_whoever_holds(db::Connection&, tasks::Task&, const std::optional<Allocation>&);

/// What happened to the open objectives when a person left prison.
struct Carried {
    std::vector<Objective> went_on{};  // with the activity that matches outside
    std::vector<Objective> left{};     // with nothing that matches: a task for the manager
};
/// Carries the open objectives through the gate: one whose activity has a match outside goes on
/// with it; one that has none is left, and becomes a task for the manager.
Carried carry_outside(record::Changes&, db::Connection&, offenders::OffenderId, Date day);

/// What must hold over a whole database.
std::vector<record::Check> checks();
/// Registers the rule sets of this area: `responsible-area`, `duty-manager`, `first-standards`
/// and `handover`.
void register_rules();
/// This area's schema, numbers 100 to 109.
std::vector<db::Migration> migrations();
/// Adds this area's addresses.
void serve(web::Api&);

}  // namespace noms::management
