#include <algorithm>
#include <stdexcept>

#include "areas/demonstration/agenda.hpp"
#include "areas/demonstration/figures.hpp"
#include "areas/demonstration/life.hpp"
#include "kit/describe/json.hpp"

/// What follows when somebody does not come: warnings, the court, recall. How long it takes and how
/// it ends is an own choice, nobody publishes it by step.
namespace noms::demonstration {
namespace {

using supervision::Breach;
using supervision::BreachResult;
using supervision::Contact;
using supervision::Recall;
using supervision::RecallDecision;

/// How many of these failures count on `day`: less than twelve months old.
std::int64_t counted(const std::vector<Contact>& failures, Date day) {
    auto from = plus_months(day, -12);
    return std::ranges::count_if(failures,
                                 [&](const Contact& failure) { return from < failure.on_day; });
}

/// What a court could do about an order of that kind, more or less as often as it does.
BreachResult drawn_result(Dice& dice, const std::string& disposal) {
    if (dice.in_100(8)) return BreachResult::NotProved;
    bool of_2003 = disposal == "CO" || disposal == "SSO";
    if (dice.in_100(65)) return of_2003 ? BreachResult::Amended : BreachResult::Fine;
    return BreachResult::NoAction;
}

std::string law_of(const std::string& disposal) {
    if (disposal == "CO") return "Criminal Justice Act 2003, Sch. 8 paras. 5 to 10";
    if (disposal == "SSO") return "Criminal Justice Act 2003, Sch. 12 paras. 4 to 8";
    return "Powers of Criminal Courts (Sentencing) Act 2000, Sch. 3";
}

}  // namespace

void Life::stays_away(Date from, Follows follows) {
    away_from_ = from;
    follows_ = follows;
}

bool Life::is_recalled() const {
    return !recalls_.empty() && recalls_.back().decision == RecallDecision::Revoked;
}

void Life::follow(Date on, std::function<void(Date)> step) {
    to_follow_.emplace_back(weekday_from(on), std::move(step));
}

void Life::failures_answered(Date until) {
    while (!to_follow_.empty()) {
        auto next = std::ranges::min_element(
            to_follow_, {}, &std::pair<Date, std::function<void(Date)>>::first);
        auto [day, step] = *next;
        // What happened meanwhile was told already; nothing is told before it.
        day = std::max(day, last_day());
        if (until <= day) return;
        to_follow_.erase(next);
        step(day);
    }
}

/// Mostly within the ten working days, now and then late.
int Life::days_until_answered() {
    return dice_.in_100(88) ? dice_.between(2, 12) : dice_.between(16, 35);
}

void Life::failed(const Contact& failure) {
    failures_.push_back(failure);
    bool licence = sentences::is_custody(sentence_->disposal);
    bool under_way = (!breaches_.empty() && !breaches_.back().result) ||
                     (!recalls_.empty() && !recalls_.back().decision);
    if (under_way || follows_ == Follows::Nothing) return;
    auto on = plus_days(failure.on_day, days_until_answered());
    auto number = counted(failures_, failure.on_day);
    if (number == 1 || (licence && number == 2)) {
        auto kind =
            number == 1 ? supervision::AnswerKind::Warning : supervision::AnswerKind::FinalWarning;
        return follow(on,
                      [this, failure, kind](Date day) { failure_answered(day, failure, kind); });
    }
    if (!licence) return follow(on, [this, failure](Date day) { breach_begun(day, failure); });
    constexpr int let_be_in_100 = 50;
    if (follows_ == Follows::AsDrawn && dice_.in_100(let_be_in_100))
        return follow(on, [this, failure](Date day) {
            failure_answered(day, failure, supervision::AnswerKind::NoAction);
        });
    follow(on, [this, failure](Date day) { recall_asked(day, failure); });
}

void Life::failure_answered(Date on, const Contact& failure, supervision::AnswerKind kind) {
    auto is_decision = kind == supervision::AnswerKind::NoAction;
    const auto* phrase_of = is_decision                                ? "no action"
                            : kind == supervision::AnswerKind::Warning ? "warning"
                                                                       : "final warning";
    supervision::FailureAnswer row{.id = new_id<supervision::FailureAnswer>(),
                                   .offender = who_.id,
                                   .sentence = sentence_->id,
                                   .contact = failure.id,
                                   .kind = kind,
                                   .on_day = on,
                                   .words = words(dice_, phrase_of, about(on)),
                                   .decided_by = is_decision ? area_.senior.name : manager().name,
                                   .recorded_by = manager().name};
    tell(on,
         is_decision ? "supervision.no_action_decided" : "supervision.warned",
         manager(),
         [&](record::Changes& changes) { changes.add(supervision::failure_answers, row); });
    answers_.push_back(row);
}

void Life::breach_begun(Date on, const Contact& failure) {
    if (!breaches_.empty() && !breaches_.back().result) return;
    Breach row{.id = new_id<Breach>(),
               .offender = who_.id,
               .sentence = sentence_->id,
               .contact = failure.id,
               .begun_on = on,
               .begun_by = manager().name,
               .reasons = words(dice_, "breach reasons", about(on)),
               .recorded_by = manager().name};
    tell(on, "supervision.breach_begun", manager(), [&](record::Changes& changes) {
        changes.add(supervision::breaches, row);
    });
    breaches_.push_back(row);
    if (follows_ == Follows::BreachBegun) return;
    auto hearing = weekday_from(plus_days(on, dice_.between(20, 40)));
    follow(plus_days(on, dice_.between(2, 6)), [this](Date day) { breach_served(day); });
    follow(plus_days(on, dice_.between(2, 9)),
           [this, hearing](Date day) { breach_listed(day, hearing); });
    auto result = drawn_result(dice_, sentence_->disposal);
    follow(hearing, [this, result](Date day) { breach_decided(day, result); });
}

void Life::change_breach(Date on, std::string_view event, const Breach& after) {
    tell(on, event, manager(), [&](record::Changes& changes) {
        changes.change(supervision::breaches, breaches_.back(), after);
    });
    breaches_.back() = after;
}

/// The report as the service would have drawn it.
supervision::BreachReport Life::report_on(Date on, const Breach& breach) {
    supervision::BreachReport report{.name = offenders::name_in_full(who_),
                                     .birth_date = who_.birth_date,
                                     .order = sentences::in_words(*sentence_),
                                     .offence = recorded_.sentences.back().offence,
                                     .imposed_on = sentence_->imposed_on,
                                     .passed_by = "a court of " + area_.name,
                                     .law = law_of(sentence_->disposal),
                                     .kept = contacts_ - int(failures_.size()),
                                     .failed = int(failures_.size()),
                                     .prepared_on = on,
                                     .prepared_by = manager().name,
                                     .reasons = breach.reasons,
                                     .response = breach.response,
                                     .proposal = breach.proposal};
    for (const auto& each : failures_)
        report.failures.push_back({.on = each.on_day,
                                   .what = supervision::kind_in_words(each.kind),
                                   .outcome = "Unacceptable Absence"});
    return report;
}

void Life::breach_served(Date on) {
    auto served = breaches_.back();
    if (served.result) return;
    served.response = words(dice_, "breach response", about(on));
    served.proposal = words(dice_, "breach proposal", about(on));
    served.report = json::write(report_on(on, served));
    served.served_on = on;
    served.served_by = manager().name;
    change_breach(on, "supervision.breach_report_served", served);
}

void Life::breach_listed(Date on, Date hearing) {
    auto listed = breaches_.back();
    if (listed.result || area_.courts.empty()) return;
    listed.court = court(false).body;
    listed.hearing_on = std::max(hearing, on);
    change_breach(on, "supervision.breach_listed", listed);
}

void Life::breach_decided(Date on, BreachResult result) {
    auto decided = breaches_.back();
    if (decided.result || (!decided.hearing_on && result != BreachResult::Withdrawn &&
                           result != BreachResult::Revoked))
        return;
    decided.result = result;
    decided.decided_on = on;
    decided.result_words = words(dice_, "court words", about(on));
    change_breach(on, "supervision.breach_decided", decided);
}

void Life::recall_asked(Date on, const Contact& failure) {
    if (!recalls_.empty() && !recalls_.back().decision) return;
    Recall row{.id = new_id<Recall>(),
               .offender = who_.id,
               .sentence = sentence_->id,
               .contact = failure.id,
               .kind = dice_.in_100(15) ? supervision::RecallKind::Emergency
                                        : supervision::RecallKind::Standard,
               .words = words(dice_, "recall words", about(on)),
               .tried = words(dice_, "recall tried", about(on)),
               .requested_on = on,
               .requested_by = manager().name,
               .endorsed_by = area_.senior.name,
               .authority = "Secretary of State",
               .recorded_by = manager().name};
    tell(on, "supervision.recall_requested", manager(), [&](record::Changes& changes) {
        changes.add(supervision::recalls, row);
    });
    recalls_.push_back(row);
    if (follows_ == Follows::RecallAsked) return;
    follow(plus_days(on, 1), [this](Date day) { recall_decided(day); });
}

/// Revoked only where the story ends with it: nobody here is brought back to prison.
void Life::recall_decided(Date on) {
    bool revoked = follows_ == Follows::Recalled;
    auto decided = recalls_.back();
    decided.decision = revoked ? RecallDecision::Revoked : RecallDecision::NotRevoked;
    decided.decided_on = on;
    decided.decision_words = words(dice_, revoked ? "recall revoked" : "recall refused", about(on));
    tell(on, "supervision.recall_decided", manager(), [&](record::Changes& changes) {
        changes.change(supervision::recalls, recalls_.back(), decided);
    });
    recalls_.back() = decided;
}

void Life::clocks_asked(Date on) {
    if (failures_.empty() || !officer_) return;
    supervision::EnforcedFacts facts{.day = scene_.day,
                                     .requirements = requirements_,
                                     .movements = recorded_.movements,
                                     .failures = failures_,
                                     .answers = answers_,
                                     .breaches = breaches_,
                                     .recalls = recalls_};
    for (const auto& each : recorded_.sentences) facts.sentences.push_back(each.sentence);
    auto wanted = supervision::clocks_wanted(facts);
    if (!wanted) throw std::logic_error("no clock: " + wanted.error().message);
    if (wanted->empty()) return;
    tell(on, "tasks.opened", manager(), [&](record::Changes& changes) {
        for (auto& task : *wanted) {
            task.id = new_id<tasks::Task>();
            task.account = officer_->account;
            task.opened_on = on;
            task.opened_by = manager().name;
            changes.add(tasks::tasks, task);
        }
    });
}

}  // namespace noms::demonstration
