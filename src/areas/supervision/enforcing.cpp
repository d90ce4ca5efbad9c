#include "areas/supervision/enforcing.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "areas/supervision/store.hpp"
#include "kit/base/text.hpp"

/// Where the clocks of enforcement stand, the tasks that follow, and what answers a failure.
namespace noms::supervision {
namespace {

constexpr std::string_view asked_by_a_clock = "supervision/enforcement/";

bool may_be_a_failure(const Contact& contact) {
    const auto* outcome = outcome_of(*contact.outcome);
    if (!outcome || contact.setting == Setting::Custody) return false;
    return outcome->compliance == Compliance::Unacceptable ||
           outcome->compliance == Compliance::Pending;
}

EnforcedFacts facts_of(db::Connection& db, offenders::OffenderId offender, Date day) {
    std::span<const std::int64_t> one(&offender.number, 1);
    EnforcedFacts facts{.day = day,
                        .sentences = sentences::sentences_of(db, one),
                        .requirements = sentences::requirements_of(db, one),
                        .movements = movements::movements_of(db, one),
                        .failures = store::contacts_with_outcome(db, offender),
                        .answers = store::answers_of(db, offender),
                        .breaches = store::breaches_of(db, offender),
                        .recalls = store::recalls_of(db, offender)};
    std::ranges::reverse(facts.movements);
    std::erase_if(facts.failures,
                  [](const Contact& contact) { return !may_be_a_failure(contact); });
    return facts;
}

/// A task of a clock by the clock's table; what it counts from and what it is about are the case's.
tasks::Task task_of(const Clock& clock, const Enforced& of, Date from, std::string_view about) {
    return {.offender = of.sentence.offender,
            .kind = clock.kind,
            .what = clock.what,
            .counted_from = from,
            .due_on = tasks::working_days_after(from, clock.working_days),
            .rule = clock.rule,
            .cite = clock.cite,
            .certainty = clock.certainty,
            .source = fmt::format(
                "{}{}/{}/{}", asked_by_a_clock, to_text(of.sentence.id), about, clock.kind)};
}

/// One start of proceedings answers all: the first failure that wants it sets the day.
void add_tasks_of_failures(std::vector<tasks::Task>& out, const Enforced& of) {
    bool begins = false;
    for (const auto& step : of.ruling.steps) {
        if (step.action == "decide") continue;  // asked for with the outcome itself
        bool is_start = step.action == "breach" || step.action == "recall";
        if (is_start && std::exchange(begins, true)) continue;
        const auto& failure = of.failures[size_t(step.failure)];
        auto task = task_of(clock_of(step.action), of, step.because_of, to_text(failure.id));
        if (step.due_on) task.due_on = *step.due_on;
        out.push_back(std::move(task));
    }
}

void add_tasks_of_breach(std::vector<tasks::Task>& out, const Enforced& of) {
    const auto* breach = of.breach_under_way();
    if (!breach) return;
    auto about = to_text(breach->id);
    if (!breach->served_on)
        out.push_back(task_of(clock_of("breach_report"), of, breach->begun_on, about));
    if (!breach->hearing_on)
        out.push_back(task_of(clock_of("breach_hearing"), of, breach->begun_on, about));
    else
        out.push_back(task_of(clock_of("breach_result"),
                              of,
                              *breach->hearing_on,
                              about + "/" + to_text(*breach->hearing_on)));
}

void add_tasks_of_recall(std::vector<tasks::Task>& out, const Enforced& of) {
    const auto* recall = of.recall_under_way();
    if (!recall) return;
    auto about = to_text(recall->id);
    bool is_emergency = recall->kind == RecallKind::Emergency;
    if (!recall->decision)
        out.push_back(task_of(clock_of(is_emergency ? "recall_emergency" : "recall_decision"),
                              of,
                              recall->requested_on,
                              about));
    else
        out.push_back(task_of(clock_of("recall_result"), of, *recall->decided_on, about));
}

Result<FailureAnswer> answer(web::Context& context,
                             const FailureIn& failure,
                             FailureAnswer row,
                             std::string_view event) {
    row.id = new_id<FailureAnswer>();
    row.offender = failure.contact.offender;
    row.sentence = failure.of.sentence.id;
    row.contact = failure.contact.id;
    row.recorded_by = context.actor.name;
    auto& changes = *context.changes;
    changes.about({std::string(offenders::subject_kind), row.offender.number}, event);
    changes.add(failure_answers, row);
    CHECK(settle_clocks(changes, context.db, row.offender, in_words(row.kind)));
    return row;
}

/// Refused where something was done about the failure, or nobody has judged it yet.
Result<void> is_open(const FailureIn& failure) {
    const auto* step = failure.of.step_for(failure.contact.id);
    if (!step) return conflict("Nothing is to be done about this failure any more.");
    if (step->action == "decide")
        return refused("Nobody has decided yet whether this absence was acceptable.");
    return {};
}

}  // namespace

Result<std::vector<Enforced>> enforced_of(db::Connection& db,
                                          offenders::OffenderId offender,
                                          Date day) {
    return enforced(facts_of(db, offender, day));
}

Result<Enforced> enforced_in(web::Context& context) {
    auto offender = TRY(offenders::offender_in(context));
    auto sentence = TRY(context.id<sentences::Sentence>("sentence"));
    auto all = TRY(enforced_of(context.db, offender.id, context.today));
    for (auto& each : all)
        if (each.sentence.id == sentence) return std::move(each);
    return not_found("There is no such order or licence.");
}

Result<FailureIn> failure_in(web::Context& context) {
    auto of = TRY(enforced_in(context));
    auto id = TRY(context.id<Contact>("contact"));
    auto found = std::ranges::find(of.failures, id, &Contact::id);
    if (found == of.failures.end()) return not_found("There is no such failure.");
    auto contact = *found;
    return FailureIn{.of = std::move(of), .contact = std::move(contact)};
}

std::vector<tasks::Task> wanted_tasks(const std::vector<Enforced>& all) {
    std::vector<tasks::Task> out;
    for (const auto& each : all) {
        add_tasks_of_failures(out, each);
        add_tasks_of_breach(out, each);
        add_tasks_of_recall(out, each);
    }
    return out;
}

Result<std::vector<tasks::Task>> clocks_wanted(const EnforcedFacts& facts) {
    return wanted_tasks(TRY(enforced(facts)));
}

Result<void> settle_clocks(record::Changes& changes,
                           db::Connection& db,
                           offenders::OffenderId offender,
                           const std::string& why) {
    auto day = changes.command().day;
    auto wanted = wanted_tasks(TRY(enforced_of(db, offender, day)));
    for (const auto& task : tasks::open_about(db, std::span(&offender.number, 1)))
        if (task.source.starts_with(asked_by_a_clock) &&
            std::ranges::find(wanted, task.source, &tasks::Task::source) == wanted.end())
            tasks::close(changes, task, tasks::TaskState::Done, why);
    auto manager = management::manager_of(db, offender, day);
    for (auto& task : wanted) {
        task.account = manager ? manager->manager : changes.command().actor;
        tasks::open(changes, db, std::move(task));
    }
    return {};
}

Result<std::string> senior_called(db::Connection& db,
                                  const std::string& name,
                                  std::string_view field,
                                  Date day) {
    auto account = access::account_by_name(db, lower(trimmed(name)));
    auto officer = account ? management::officer_on(db, account->id, day) : std::nullopt;
    if (officer && officer->grade >= management::Grade::SeniorOfficer) return account->shown_name;
    return invalid({{std::string(field),
                     "no_senior_officer",
                     "Name a senior officer in office: this is theirs to decide"}});
}

std::string why_no_warning(const FailureIn& failure) {
    const auto* step = failure.of.step_for(failure.contact.id);
    if (!step || (step->action != "breach" && step->action != "recall")) return "";
    return fmt::format(
        "A warning is not enough for this failure: {} ({}). A senior officer may "
        "decide not to act.",
        step->what,
        step->cite);
}

Result<FailureAnswer> warn(web::Context& context, const Warn& given) {
    auto failure = TRY(failure_in(context));
    CHECK(is_open(failure));
    if (auto why = why_no_warning(failure); !why.empty()) return refused(why);
    std::vector<FieldError> faults;
    if (context.today < given.sent_on)
        faults.push_back({"sent_on", "date_in_future", "The day must not be in the future"});
    if (given.sent_on < failure.contact.on_day)
        faults.push_back({"sent_on", "before_failure", "That is before the failure"});
    if (trimmed(given.words).empty())
        faults.push_back({"words", "missing", "Write what the warning says"});
    if (!faults.empty()) return invalid(std::move(faults));
    bool is_final = failure.of.step_for(failure.contact.id)->action == "final_warning";
    return answer(context,
                  failure,
                  {.kind = is_final ? AnswerKind::FinalWarning : AnswerKind::Warning,
                   .on_day = given.sent_on,
                   .words = given.words,
                   .decided_by = context.actor.shown},
                  "supervision.warned");
}

Result<FailureAnswer> decide_not_to_act(web::Context& context, const DecideNotToAct& given) {
    auto failure = TRY(failure_in(context));
    CHECK(is_open(failure));
    auto senior = TRY(senior_called(context.db, given.decided_by, "decided_by", context.today));
    if (trimmed(given.reason).empty()) return invalid({{"reason", "missing", "Say why"}});
    return answer(context,
                  failure,
                  {.kind = AnswerKind::NoAction,
                   .on_day = context.today,
                   .words = given.reason,
                   .decided_by = senior},
                  "supervision.no_action_decided");
}

}  // namespace noms::supervision
