#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "areas/access/access.hpp"
#include "areas/offenders/offenders.hpp"
#include "kit/base/date.hpp"
#include "kit/base/id.hpp"
#include "kit/db/database.hpp"
#include "kit/describe/type.hpp"
#include "kit/record/doctor.hpp"
#include "kit/record/record.hpp"
#include "kit/web/api.hpp"

/// What is due, by when, under which rule, for whom and about whom.
namespace noms::tasks {

enum class TaskState { Open, Done, Cancelled };
DESCRIBE_ENUM(TaskState, Open, Done, Cancelled)

/// Something that somebody must do. With an account it is that person's; without one it stands on
/// the list of a team, an area, a prison, a region or the nation (`list_kind` and `list_body`, as
/// an account's scope). A task has always one of the two.
struct Task {
    Id<Task> id{};
    std::optional<offenders::OffenderId> offender{};
    std::string kind{};       // stable: "first_appointment"
    std::string what{};       // in words: "First appointment after release"
    Date counted_from{};      // the day that the clock runs from
    Date due_on{};            // the last day on which it is in time
    std::string rule{};       // "5 working days from sentence or release"
    std::string cite{};       // "National Standards 2007"
    std::string certainty{};  // of the rule, as its source is marked: "verified", "memory", ...
    std::optional<record::AccountId> account{};
    std::string list_kind{};
    std::int64_t list_body = 0;
    TaskState state = TaskState::Open;
    std::string source{};  // what asked for it; unique: the same thing is never asked for twice
    Date opened_on{};
    std::string opened_by{};
    std::optional<Date> closed_on{};
    std::string closed_by{};
    std::string note{};  // why it was closed, or handed over
};
DESCRIBE(Task,
         id,
         offender,
         kind,
         what,
         counted_from,
         due_on,
         rule,
         cite,
         certainty,
         account,
         list_kind,
         list_body,
         state,
         source,
         opened_on,
         opened_by,
         closed_on,
         closed_by,
         note)
extern const record::Table<Task> tasks;
using TaskId = Id<Task>;

/// Opens the task in the caller's transaction and event; gives the key of the one that its source
/// asked for before, when there is one. The id, the state and who opened it are filled in here.
TaskId open(record::Changes&, db::Connection&, Task);
/// The day `count` working days after `from`; the last day the calendar knows when it ends before.
Date working_days_after(Date from, int count);

/// "2 days late", "today", "Wed 14 Nov 2007".
std::string due_in_words(Date due_on, Date today);

/// Closes an open task: done or cancelled, by whoever gives the command.
void close(record::Changes&, const Task&, TaskState, std::string note);
/// Tasks of that kind stand apart from the management of the case: they are neither cancelled with
/// it nor handed over with it. Called by the serve() of the area that opens them.
void stand_apart(std::string kind);
/// Whether the account stands in for whoever a task is asked of on a day, and may so act on it. Set
/// by the area above that knows, in its serve().
using StandsIn = bool (*)(db::Connection&, const Task&, record::AccountId, Date day);
void ask_stand_ins(StandsIn);
/// Cancels every open task about the offender; gives how many there were.
int cancel_open(record::Changes&, db::Connection&, offenders::OffenderId, const std::string& why);
/// Closes the open task that `source` asked for, if there is one.
void close_asked(
    record::Changes&, db::Connection&, const std::string& source, TaskState, std::string why);
/// Hands every open task about the offender from one account to another.
int hand_over(record::Changes&,
              db::Connection&,
              offenders::OffenderId,
              record::AccountId from,
              record::AccountId to,
              const std::string& why);

/// How many open tasks somebody has, by when they are due. A week begins on Monday; `week` counts
/// what is due after today and by its Sunday.
struct Counts {
    std::int64_t overdue = 0;
    std::int64_t today = 0;
    std::int64_t week = 0;
    std::int64_t later = 0;
};
DESCRIBE(Counts, overdue, today, week, later)

/// Where a page of tasks begins: after the task that was due on that day with that key.
struct After {
    std::optional<Date> due_on{};
    TaskId id{};
};

/// Open tasks of an account, the longest due first.
std::vector<Task> due_among(db::Connection&, record::AccountId, const After&, int limit);
/// Open tasks of an account that are due by that day, the longest due first.
db::Asked<Task> due_by(db::Connection&, record::AccountId, Date day, int limit);
/// The same of several accounts together, after the given one.
std::vector<Task> due_of_accounts(
    db::Connection&, std::span<const std::int64_t> accounts, Date day, const After&, int limit);
/// How many open tasks of an account are due when: one row.
db::Asked<Counts> counts_of(db::Connection&, record::AccountId, Date day);
/// Open tasks that nobody has taken from a list, the longest due first.
std::vector<Task> listed(
    db::Connection&, std::string_view list_kind, std::int64_t list_body, const After&, int limit);
Counts counts_of_list(db::Connection&,
                      std::string_view list_kind,
                      std::int64_t list_body,
                      Date day);
/// Open tasks about these offenders, the longest due first.
std::vector<Task> open_about(db::Connection&, std::span<const std::int64_t> offenders);
/// The same, asked for beside other things.
db::Asked<Task> ask_open_about(db::Connection&, std::span<const std::int64_t> offenders);
/// What is due next about each of these offenders who has an open task, as far as a list shows it.
struct NextDue {
    offenders::OffenderId offender{};
    std::string what{};
    Date due_on{};
};
DESCRIBE(NextDue, offender, what, due_on)
std::vector<NextDue> next_due_among(db::Connection&, std::span<const std::int64_t> offenders);

/// How many open tasks each of these accounts has overdue, and how many in all.
struct Load {
    record::AccountId account{};
    std::int64_t overdue = 0;
    std::int64_t open = 0;
};
DESCRIBE(Load, account, overdue, open)
std::vector<Load> loads_among(db::Connection&, std::span<const std::int64_t> accounts, Date day);

/// How many open tasks are late, how many come by a day that is near, and how many later.
struct DueCounts {
    std::int64_t late = 0;
    std::int64_t soon = 0;
    std::int64_t later = 0;
};
DESCRIBE(DueCounts, late, soon, later)
/// Open tasks of one kind, whosever they are, about offenders whom the actor may know of: due
/// before `until`, the longest due first.
std::vector<Task> open_of_kind(db::Connection&,
                               const web::Actor&,
                               std::string_view kind,
                               const After&,
                               std::optional<Date> until,
                               Date day,
                               int limit);
/// How many those are on `day`, of each kind of which any is open; what is due by `soon` is near.
/// One question.
std::map<std::string, DueCounts> counts_by_kind(db::Connection&,
                                                const web::Actor&,
                                                Date day,
                                                Date soon);

/// What must hold over a whole database.
std::vector<record::Check> checks();
/// This area's schema, numbers 90 to 99.
std::vector<db::Migration> migrations();
/// Adds this area's addresses.
void serve(web::Api&);

}  // namespace noms::tasks
