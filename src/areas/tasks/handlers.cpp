#include "areas/tasks/handlers.hpp"

#include "areas/tasks/store.hpp"
#include "kit/base/text.hpp"

namespace noms::tasks {
namespace {

/// The task, as long as nobody closed it meanwhile.
Result<Task> open_task_in(web::Context& context) {
    auto task = TRY(task_in(context));
    if (task.state != TaskState::Open) return conflict("Somebody closed this task already.");
    return task;
}

record::Changes& about(web::Context& context, const Task& task, std::string_view kind) {
    if (task.offender)
        context.changes->about({std::string(offenders::subject_kind), task.offender->number}, kind);
    else
        context.changes->about({"task", task.id.number}, kind);
    return *context.changes;
}

/// Who may take the task over: an account that can sign in.
Result<record::AccountId> account_called(db::Connection& db, const std::string& name) {
    auto account = access::account_by_name(db, lower(trimmed(name)));
    if (account && account->state == access::State::Active) return account->id;
    return invalid({{"to", "unknown_account", "There is no account of that name in use"}});
}

StandsIn& stands_in() {
    static StandsIn rule = nullptr;
    return rule;
}

bool stands_in_for(web::Context& context, const Task& task) {
    return stands_in() && stands_in()(context.db, task, context.actor.account, context.today);
}

}  // namespace

void ask_stand_ins(StandsIn rule) {
    stands_in() = rule;
}

Result<Task> task_in(web::Context& context) {
    auto id = TRY(context.id<Task>("task"));
    auto task = store::task(context.db, id);
    auto unknown = not_found("There is no such task.");
    if (!task) return unknown;
    const auto& actor = context.actor;
    bool is_own = task->account == actor.account;
    bool is_listed = !task->account && task->list_kind == actor.scope_kind &&
                     task->list_body == actor.scope_body;
    if (!is_own && !is_listed && !stands_in_for(context, *task)) return unknown;
    return *task;
}

Result<Task> finish(web::Context& context, const Finish& given) {
    auto task = TRY(open_task_in(context));
    auto& changes = about(context, task, "tasks.done");
    close(changes, task, TaskState::Done, given.note.value_or(""));
    return *store::task(context.db, task.id);
}

Result<Task> hand_over_task(web::Context& context, const HandOver& given) {
    auto task = TRY(open_task_in(context));
    if (trimmed(given.reason).empty())
        return invalid({{"reason", "missing", "Say why, for whoever takes it over"}});
    auto handed = task;
    handed.note = given.reason;
    handed.account.reset();
    if (given.to) {
        handed.account = TRY(account_called(context.db, *given.to));
    } else {
        handed.list_kind = context.actor.scope_kind;
        handed.list_body = context.actor.scope_body;
    }
    if (!handed.account && (handed.list_kind.empty() || handed.list_kind == "none"))
        return invalid({{"to", "missing", "Enter who takes it over: your account has no list"}});
    about(context, task, "tasks.handed_over").change(tasks, task, handed);
    return handed;
}

Result<Task> take(web::Context& context, const Take&) {
    auto task = TRY(open_task_in(context));
    if (task.account) return conflict("Somebody has this task already.");
    auto taken = task;
    taken.account = context.actor.account;
    about(context, task, "tasks.taken").change(tasks, task, taken);
    return taken;
}

}  // namespace noms::tasks
