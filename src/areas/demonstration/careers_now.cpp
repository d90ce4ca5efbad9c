#include <algorithm>
#include <array>

#include "areas/demonstration/careers.hpp"

/// The days around the service day, and what is rare.
namespace noms::demonstration {

/// What lies around the service day: appointments, and what is due.
void Careers::look_ahead(Life& life) {
    if (dice_.in_100(85)) {
        bool today = dice_.in_100(12);
        auto on = today ? scene_.day : weekday_from(plus_days(scene_.day, dice_.between(1, 20)));
        life.booked(on, before(1));
    }
    auto due = [&](int from, int to) {
        return weekday_from(plus_days(scene_.day, dice_.between(from, to)));
    };
    if (dice_.in_100(30)) life.asked(before(1), "plan_review", due(-8, 80));
    if (dice_.in_100(6)) life.asked(before(1), "home_visit", due(-3, 20));
    life.failures_answered(scene_.day);
    life.clocks_asked(before(1));
}

/// A few come before the court again in the week before the service day.
void Careers::sentence_again(Life& life) {
    if (!dice_.in_100(3)) return;
    auto on = before(dice_.between(1, 4));
    if (on < life.last_day()) on = before(1);
    auto committed = plus_days(on, -dice_.between(15, 60));
    life.sentenced(on, disposals_.order(committed, 12), committed);
    life.asked(before(1), "first_appointment", tasks::working_days_after(on, 5));
    life.asked(before(1), "sentence_plan", tasks::working_days_after(on, 15));
    ++counts_["Sentenced again in the last week"];
}

/// The first few men in custody are brought to the prison that is shown: gives which of them this
/// is, 0 for everybody else.
int Careers::brought_to_shown(Life& life) {
    constexpr int brought = 4;
    auto* shown = scene_.world.shown_prison();
    if (life.woman() || !shown || men_brought_ == brought) return 0;
    if (life.prison() != shown) {
        life.transferred(before(1), *shown);
        life.carry_referral(before(1));
    }
    return ++men_brought_;
}

/// Of the prison that is shown one man is out on temporary absence, one at large, one at court, one
/// in hospital; of the others a few.
void Careers::rare_place(Life& life) {
    using movements::Move;
    auto in_custody = brought_to_shown(life);
    int chance = dice_.throw_one(1000);
    auto absconds = whole("absconds_from_open_prisons_England", "total") * 1000 /
                    whole("prison_population_30_june", "sentenced");
    auto out = [&](const char* what, Move how, std::optional<Date> due_back = {}) {
        life.out(before(1), how, due_back);
        ++counts_[what];
    };
    if (in_custody == 1 || chance < 8)
        return out("On temporary absence", Move::TemporaryAbsence, plus_days(scene_.day, 1));
    // Of a year's absconds a fifth are taken to be still away.
    if (in_custody == 2 || chance < 8 + std::max(1, absconds / 5))
        return out("Unlawfully at large", Move::Escape);
    if (in_custody == 3 || chance < 16) return out("At court", Move::ToCourt);
    if (in_custody == 4 || chance < 20) return out("In hospital", Move::ToHospital);
}

/// Dates come within a week of the sentence, and again where days were added.
void Careers::work_out_dates(Agenda& agenda, Life& life, Date sentenced, Date until) {
    using enum Life::Approval;
    agenda.on(weekday_from(plus_days(sentenced, dice_.between(3, 7))),
              [&life](Date day) { life.dates_worked_out(day, "Sentenced", Given); });
    constexpr int added_in_100 = 8;  // own choice
    int span = days_between(sentenced, until);
    if (span < 120 || !dice_.in_100(added_in_100)) return;
    auto on = weekday_from(plus_days(sentenced, dice_.between(30, span - 30)));
    int days = dice_.between(3, 21);
    agenda.on(on, [&life, days](Date day) { life.days_added(day, days); });
    agenda.on(plus_days(on, 1),
              [&life](Date day) { life.dates_worked_out(day, "Days were added", Given); });
}

/// In the prison that is shown some calculations wait for a second person, and some prisoners for
/// the answer to a challenge.
void Careers::leave_for_approval(Life& life) {
    constexpr int shown = 8;
    if (!life.prison() || life.prison() != scene_.world.shown_prison()) return;
    if (left_for_approval_ == shown) return;
    ++left_for_approval_;
    for (auto reason : {"Checked after the transfer", "Asked for by the offender manager"})
        life.dates_worked_out(before(1), reason, Life::Approval::Waits);
    // One in four of them says that a date is wrong, and waits for the answer.
    if (left_for_approval_ % 4 == 1) life.challenged(before(1));
}

/// One in eight is referred to something: decided after a week, begun after another, two sessions a
/// week (an own choice: the catalogue's programmes run so).
void Careers::take_part(Agenda& agenda, Life& life, Date from, Date until) {
    constexpr int referred_in_100 = 12;
    constexpr int sessions_max = 44;
    int span = days_between(from, until);
    if (span < 3 || !dice_.in_100(referred_in_100)) return;
    auto on = weekday_from(plus_days(from, dice_.throw_one(std::max(1, span))));
    agenda.on(on, [&life](Date day) { life.referred(day); });
    agenda.on(plus_days(on, 7), [&life](Date day) { life.referral_decided(day); });
    agenda.on(plus_days(on, 14), [&life](Date day) { life.placed(day); });
    agenda.on(plus_days(on, 28), [&life](Date day) { life.placed(day); });
    for (int i = 0; i < sessions_max; ++i)
        agenda.on(plus_days(on, 15 + i * 7 / 2), [&life](Date day) { life.session_held(day); });
}

/// In the prison that is shown there is a referral at every step, and one for which the manager is
/// yet to answer.
void Careers::refer_in_shown(Life& life) {
    using interventions::Step;
    if (!life.prison() || life.prison() != scene_.world.shown_prison() || life.refers()) return;
    auto on = before(1);
    switch (referred_in_shown_++) {
        case 0: return life.referred_by_prison(on);
        case 1: return life.referred(on);
        case 2: life.referred(on); return life.step(on, Step::Accept);
        case 3:
            life.referred(on);
            life.step(on, Step::Accept);
            return life.step(on, Step::Wait);
        case 4:
            life.referred(on);
            life.step(on, Step::Accept);
            life.step(on, Step::Start);
            return life.session_held(on);
        case 5: life.referred(on); return life.step(on, Step::Refuse);
        case 6: life.referred(on); return life.step(on, Step::Withdraw);
        default: return;
    }
}

/// Of the caseload that is shown some fail at the end, so that every step of enforcement can be
/// seen.
void Careers::stay_away_shown(Life& life, Standing standing) {
    using enum Life::Follows;
    constexpr std::array orders{BreachBegun, Nothing};
    constexpr std::array licences{RecallAsked, Recalled};
    constexpr int days_away = 75;
    const auto& first = life.area().officers.front();
    const auto& follows = standing == Standing::Order ? orders : licences;
    auto& stayed = stayed_away_[standing];
    if (!first.fills_first || first.is_full() || stayed == follows.size()) return;
    life.stays_away(before(days_away), follows[stayed++]);
}

/// One order in twenty was passed after a report.
void Careers::report_before(Life& life, Date hearing, const Disposal& passed) {
    constexpr int one_in = 20;
    if (counts_["Order"] % one_in == 3) life.sentenced_after_report(hearing, passed, reports_++);
}

/// Courts wait for a few reports: in the area that is shown for one at each step, elsewhere for one
/// on one order in two hundred.
void Careers::await_reports(Life& life) {
    using enum Life::Awaited;
    constexpr std::array shown{Unallocated, ByFirst, AtGate, ByAnother};
    constexpr int one_in = 200;
    constexpr int weeks_ahead = 4;
    auto hearing = weekday_from(plus_days(scene_.day, 7 * weeks_ahead));
    auto asked = weekday_from(before(3));
    // The very first is restricted, and would be seen by nobody.
    if (counts_["Order"] < 2 || scene_.day <= asked) return;
    if (!life.area().officers.front().fills_first) {
        if (counts_["Order"] % one_in == 11) life.report_awaited(asked, hearing, ByAnother);
        return;
    }
    if (awaited_in_shown_ == shown.size()) return;
    life.report_awaited(asked, hearing, shown[awaited_in_shown_++]);
}

void Careers::restrict_first(Life& life, Date on) {
    auto orders = counts_["Order"];
    if (orders != 1 && !dice_.in_1000(1)) return;
    life.restricted(on, life.officer()->account);
    ++counts_["Restricted record"];
}

}  // namespace noms::demonstration
