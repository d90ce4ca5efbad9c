#include <algorithm>
#include <stdexcept>

#include "areas/demonstration/life.hpp"

/// Where the person is: prisons, absences and who holds the record.
namespace noms::demonstration {
namespace {

using movements::Move;
using movements::Movement;

/// What the rules of movements say to the step.
void must_be_possible(const std::optional<movements::Standpoint>& from,
                      const movements::Step& step,
                      Date today) {
    if (auto ok = movements::possible(from, step, today); !ok)
        throw std::logic_error("an impossible move: " + ok.error().message);
}

std::string words_of(movements::WarrantKind kind) {
    switch (kind) {
        case movements::WarrantKind::Remand: return "Detention until the next hearing";
        case movements::WarrantKind::Recall: return "Return to prison on recall";
        default: return "Detention for the term that the court passed";
    }
}

}  // namespace

Life::By Life::prison_staff() const {
    if (!prison_ || prison_->staff.empty()) return {{}, "prison reception"};
    const auto& one = prison_->staff.front();
    return {one.account, one.name};
}

std::vector<std::pair<std::string, BodyId>> Life::wanted_holds() const {
    std::vector<std::pair<std::string, BodyId>> wanted;
    auto add = [&](const char* kind, BodyId body) {
        std::pair<std::string, BodyId> hold{kind, body};
        if (std::ranges::find(wanted, hold) == wanted.end()) wanted.push_back(std::move(hold));
    };
    if (was_managed_) {
        add("area", area_.body);
        add("region", area_.region);
    }
    if (prison_) {
        add("prison", prison_->body);
        add("region", prison_->region);
    }
    if (officer_) add("caseload", {officer_->account.number});
    return wanted;
}

/// Scopes follow the place and the manager: what holds no longer is closed, what holds now opened.
void Life::hold(record::Changes& changes, Date day) {
    auto wanted = wanted_holds();
    std::erase_if(holds_, [&](const access::Hold& open) {
        std::pair<std::string, BodyId> same{open.scope_kind, {open.body}};
        if (std::ranges::find(wanted, same) != wanted.end()) return false;
        access::close_hold(changes, open, day);
        return true;
    });
    for (const auto& [kind, body] : wanted) {
        bool is_open = std::ranges::any_of(holds_, [&](const access::Hold& open) {
            return open.scope_kind == kind && open.body == body.number;
        });
        if (is_open) continue;
        access::open_hold(changes, who_.id.number, kind, body.number, day);
        holds_.push_back(
            {.offender = who_.id.number, .scope_kind = kind, .body = body.number, .from_day = day});
    }
}

void Life::move(record::Changes& changes, Movement row) {
    auto reason = describe::choice_of<movements::ReleaseReason>(row.reason)
                      .value_or(movements::ReleaseReason::NotStated);
    row.offender = who_.id;
    row.at = last_;
    row.time_known = true;
    row.place = movements::place_after(row.move, reason);
    movements::Step step{.move = row.move, .at = row.at, .released_for = reason};
    if (row.prison) step.prison = row.prison->number;
    must_be_possible(place_, step, scene_.day);
    if (row.place == movements::Place::Prison) row.body = row.prison;
    place_ = {.at = row.at, .place = row.place, .prison = step.prison};
    changes.add(movements::movements, row);
    recorded_.movements.push_back(row);
    hold(changes, day_of(row.at));
}

void Life::received(Date on, movements::WarrantKind kind, Prison& prison) {
    prison_ = &prison;
    ++prison.held;
    auto by = prison_staff();
    tell(on, movements::event_kind(Move::Reception), by, [&](record::Changes& changes) {
        movements::Warrant warrant{.id = new_id<movements::Warrant>(),
                                   .offender = who_.id,
                                   .kind = kind,
                                   .issued_on = on,
                                   .authorises = words_of(kind),
                                   .recorded_by = by.name};
        bool of_court = kind != movements::WarrantKind::Recall && !area_.courts.empty();
        if (of_court) warrant.court = court(true).body;
        changes.add(movements::warrants, warrant);
        recorded_.warrants.push_back(warrant);
        move(changes,
             {.move = Move::Reception,
              .prison = prison.body,
              .warrant = warrant.id,
              .recorded_by = by.name});
    });
}

void Life::transferred(Date on, Prison& prison) {
    --prison_->held;
    ++prison.held;
    prison_ = &prison;
    auto by = prison_staff();
    tell(on, movements::event_kind(Move::Transfer), by, [&](record::Changes& changes) {
        move(changes, {.move = Move::Transfer, .prison = prison.body, .recorded_by = by.name});
    });
}

void Life::released(Date on, movements::ReleaseReason reason) {
    auto by = prison_staff();
    --prison_->held;
    prison_ = nullptr;
    tell(on, movements::event_kind(Move::Release), by, [&](record::Changes& changes) {
        move(changes,
             {.move = Move::Release,
              .reason = std::string(describe::choice_text(reason)),
              .recorded_by = by.name});
        carry_outside(changes, on);
    });
}

void Life::out(Date on, Move how, std::optional<Date> due_back) {
    auto by = prison_staff();
    bool stays_on_roll = how != Move::Escape;
    tell(on, movements::event_kind(how), by, [&](record::Changes& changes) {
        Movement row{.move = how, .due_back = due_back, .recorded_by = by.name};
        if (stays_on_roll) row.prison = prison_->body;
        if (how == Move::Escape) row.body = prison_->body;
        if (how == Move::ToCourt && !area_.courts.empty()) row.body = court(true).body;
        move(changes, row);
    });
}

void Life::back(Date on, Move how) {
    auto by = prison_staff();
    tell(on, movements::event_kind(how), by, [&](record::Changes& changes) {
        move(changes, {.move = how, .prison = prison_->body, .recorded_by = by.name});
    });
}

void Life::supervised_in_prison(Date on) {
    if (prison_->staff.empty()) return;
    const auto& supervisor = dice_.pick(prison_->staff);
    tell(on, "management.support_set", prison_staff(), [&](record::Changes& changes) {
        changes.add(management::supports,
                    {.offender = who_.id,
                     .role = management::SupportRole::OffenderSupervisor,
                     .from_day = on,
                     .account = supervisor.account,
                     .set_by = prison_staff().name});
    });
    supporter_ = supervisor.account;
}

/// Nobody stands beside the manager once the person is out; objectives go on where they can.
void Life::carry_outside(record::Changes& changes, Date on) {
    if (supporter_)
        changes.add(management::supports,
                    {.offender = who_.id,
                     .role = management::SupportRole::OffenderSupervisor,
                     .from_day = on,
                     .set_by = "release"});
    supporter_.reset();
    for (auto& each : objectives_) {
        if (each.state != management::ObjectiveState::Open) continue;
        auto crossing = management::through_the_gate(each);
        if (crossing.goes_on && crossing.activity == each.activity) continue;
        auto after = each;
        after.version += 1;
        after.note = crossing.why;
        if (crossing.goes_on) {
            after.activity = crossing.activity;
        } else {
            after.state = management::ObjectiveState::Left;
            after.closed_on = on;
            after.closed_by = manager().name;
        }
        changes.change(management::objectives, each, after);
        each = after;
    }
}

}  // namespace noms::demonstration
