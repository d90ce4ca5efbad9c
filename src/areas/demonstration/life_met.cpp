#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "areas/demonstration/data.gen.hpp"
#include "areas/demonstration/life.hpp"
#include "kit/describe/rows.hpp"

/// What the manager and the person have to do with each other: contacts, appointments, tasks.
namespace noms::demonstration {
namespace {

using supervision::Contact;
using supervision::ContactState;

struct InventedTask {
    std::string kind{};
    std::string what{};
    std::string rule{};
    std::string cite{};
    std::string certainty{};
};
DESCRIBE(InventedTask, kind, what, rule, cite, certainty)

const InventedTask& invented_task(std::string_view kind) {
    static const auto all = rows::read<InventedTask>(data::task);
    return *std::ranges::find(all, kind, &InventedTask::kind);
}

struct KindOfContact {
    const char* code;
    int in_100;
    Turnout turnout;
};
constexpr std::array community_contacts{KindOfContact{"PA", 52, Turnout::Attended},
                                        KindOfContact{"PARTO", 24, Turnout::Attended},
                                        KindOfContact{"HV", 12, Turnout::AtHome},
                                        KindOfContact{"PARTTP", 6, Turnout::Attended},
                                        KindOfContact{"ETERTO", 6, Turnout::Attended}};
constexpr std::array custody_contacts{KindOfContact{"PV", 45, Turnout::InCustody},
                                      KindOfContact{"KWS", 55, Turnout::InCustody}};
constexpr std::array good_reasons{"AAME", "AAED", "AAOT", "AAFA", "AACA"};

template <class Kinds>
const KindOfContact& drawn(Dice& dice, const Kinds& kinds) {
    int thrown = dice.throw_one(100);
    for (const auto& each : kinds)
        if ((thrown -= each.in_100) < 0) return each;
    return kinds.front();
}

}  // namespace

Contact Life::contact(Date on, bool custody) {
    const auto& kind = custody ? drawn(dice_, custody_contacts) : drawn(dice_, community_contacts);
    bool first = contacts_ == 0 && !custody;
    bool at_home = kind.turnout == Turnout::AtHome && !first;
    Contact row{
        .id = new_id<Contact>(),
        .offender = who_.id,
        .kind = first ? "PAIAOM" : kind.code,
        .setting = custody ? supervision::Setting::Custody : supervision::Setting::Community,
        .on_day = on,
        .place = custody   ? prison_->name
                 : at_home ? "At home"
                           : (officer_ ? officer_->office : area_.name)};
    if (officer_) row.officer = officer_->account;
    return row;
}

/// How it went, put down as the outcome.
Turnout Life::turn_out(Contact& row) {
    constexpr int excused_in_100 = 4;
    bool custody = row.setting == supervision::Setting::Custody;
    auto turnout = custody            ? Turnout::InCustody
                   : row.kind == "HV" ? Turnout::AtHome
                                      : Turnout::Attended;
    bool stays_away = away_from_ && *away_from_ <= row.on_day;
    if (!custody && (stays_away || dice_.in_100(absent_in_100_)))
        turnout = Turnout::Missed;
    else if (!custody && dice_.in_100(excused_in_100))
        turnout = Turnout::Excused;
    row.outcome = turnout == Turnout::Missed    ? "UA"
                  : turnout == Turnout::Excused ? dice_.pick(good_reasons)
                                                : "ATT";
    return turnout;
}

void Life::contacted(Date on, bool custody) {
    constexpr int noted_in_100 = 65;
    failures_answered(on);
    if (is_recalled()) return;
    if (needs_.empty()) draw_needs(custody);
    auto row = contact(on, custody);
    auto turnout = turn_out(row);
    auto by = manager();
    tell(on, "supervision.contact_recorded", by, [&](record::Changes& changes) {
        row.at_time = to_text(last_).substr(11, 5);
        row.outcome_on = on;
        row.outcome_by = row.recorded_by = by.name;
        row.booked_on = last_contact_;
        changes.add(supervision::contacts, row);
        if (turnout != Turnout::Attended || dice_.in_100(noted_in_100))
            changes.add(supervision::notes,
                        {.id = new_id<supervision::Note>(),
                         .contact = row.id,
                         .written_on = on,
                         .written_by = by.name,
                         .words = note(dice_, turnout, dice_.pick(needs_), about(on))});
    });
    last_contact_ = on;
    ++contacts_;
    if (turnout == Turnout::Missed) failed(row);
}

void Life::booked(Date on, Date booked_on) {
    auto row = contact(on, false);
    auto half_hours = dice_.between(18, 33);
    row.at_time = fmt::format("{:02}:{}", half_hours / 2, half_hours % 2 ? "30" : "00");
    row.state = ContactState::Booked;
    row.booked_on = booked_on;
    row.recorded_by = manager().name;
    tell(booked_on, "supervision.appointment_booked", manager(), [&](record::Changes& changes) {
        changes.add(supervision::contacts, row);
    });
}

void Life::asked(Date on, std::string_view kind, Date due_on) {
    constexpr int clock_days = 10;
    const auto& what = invented_task(kind);
    // What is late already was asked for when its clock began.
    auto clock_from = std::min(on, plus_days(due_on, -clock_days));
    tell(on, "tasks.opened", manager(), [&](record::Changes& changes) {
        changes.add(tasks::tasks,
                    {.id = new_id<tasks::Task>(),
                     .offender = who_.id,
                     .kind = what.kind,
                     .what = what.what,
                     .counted_from = clock_from,
                     .due_on = due_on,
                     .rule = what.rule,
                     .cite = what.cite,
                     .certainty = what.certainty,
                     .account = officer_->account,
                     .source = "demonstration/" + what.kind + "/" + to_text(who_.id) + "/" +
                               to_text(due_on),
                     .opened_on = on,
                     .opened_by = manager().name});
    });
}

}  // namespace noms::demonstration
