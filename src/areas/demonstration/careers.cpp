#include "areas/demonstration/careers.hpp"

#include <algorithm>

namespace noms::demonstration {
namespace {

constexpr int contacts_min = 20;  // of everybody who is supervised
constexpr int month_days = 30;
constexpr const char* pathfinder = "Pathfinder of offender management in the North West";

/// How many months of a term of that stock lie ahead and behind.
struct Term {
    int months = 0;
    int served_days_min = 0;
};
Term term_of(Dice& dice, const std::string& stock) {
    if (stock == "sentenced <=6 months") return {dice.between(4, 6), 40};
    if (stock == "sentenced >6 to <12 months") return {dice.between(9, 11), 60};
    if (stock == "sentenced 12 months to <4 years") return {dice.between(18, 46), 150};
    return {12 * dice.between(4, 12), 200};
}

// Nobody is followed further back: see `known_since` in make.cpp.
constexpr int served_days_max = 1000;

}  // namespace

Careers::Careers(Scene& scene, int pathfinder_max)
    : scene_(scene), dice_(scene.dice), disposals_(scene.dice), pathfinder_left_(pathfinder_max) {
    // Nobody publishes how many of probation's cases are orders; the starts of a year stand in.
    auto orders = whole("probation_starts", "community sentences");
    auto licences = whole("probation_starts", "pre or post release supervision");
    auto cases = whole("probation_caseload_31_dec", "all");
    constexpr int over_in_100 = 12;  // own choice: cases that ended lately
    constexpr int scale = 1000;
    auto per_case = [&](int starts) {
        return int(std::int64_t(cases) * starts / (orders + licences));
    };
    standings_.add("Order", per_case(orders));
    standings_.add("Licence", per_case(licences));
    standings_.add("Custody", whole("prison_population_30_june", "sentenced"));
    standings_.add("Remand", whole("prison_population_30_june", "remand"));
    standings_.add("Over", cases / scale * over_in_100 * scale / 100);
    for (const char* stock : {"sentenced <=6 months",
                              "sentenced >6 to <12 months",
                              "sentenced 12 months to <4 years",
                              "sentenced 4 years and over (determinate)",
                              "indeterminate"})
        terms_.add(stock, whole("prison_population_30_june", stock));
}

Standing Careers::draw() {
    return *describe::choice_of<Standing>(standings_.draw(dice_));
}

Date Careers::begin(Standing standing) {
    switch (standing) {
        case Standing::Order: {
            bool lately = dice_.in_100(65);
            return weekday_from(
                before(7 * (lately ? dice_.between(26, 40) : dice_.between(40, 60))));
        }
        case Standing::Licence: return weekday_from(before(dice_.between(182, 300)));
        case Standing::Custody: return scene_.day;
        case Standing::Remand: return weekday_from(before(dice_.between(4, 80)));
        case Standing::Over: return weekday_from(before(dice_.between(400, 700)));
    }
    return scene_.day;
}

void Careers::live(Life& life, Standing standing, Date begin) {
    ++counts_[std::string(describe::choice_text(standing))];
    switch (standing) {
        case Standing::Order: return order(life, begin);
        case Standing::Licence: return licence(life, begin);
        case Standing::Custody: return custody(life);
        case Standing::Remand: return remand(life, begin);
        case Standing::Over: return over(life, begin);
    }
}

/// The first of an area has room for more and is filled first where the demonstration says so.
Officer& Careers::officer_of(Area& area) {
    auto& first = area.officers.front();
    if (first.fills_first && !first.is_full()) return first;
    for (size_t tried = 0; tried < area.officers.size(); ++tried) {
        auto& next = area.officers[area.next_officer++ % area.officers.size()];
        if (!next.is_full()) return next;
    }
    return area.officers[area.next_officer++ % area.officers.size()];
}

void Careers::name_manager(Agenda& agenda, Life& life, Date on) {
    bool is_pathfinder = life.area().region == scene_.world.focus && pathfinder_left_ > 0;
    if (is_pathfinder) {
        --pathfinder_left_;
        ++counts_["Pathfinder"];
    }
    agenda.on(on, [&, is_pathfinder](Date day) {
        auto& officer = officer_of(life.area());
        life.manager_named(
            day,
            officer,
            is_pathfinder ? pathfinder : "Allocated after sentence in the area of the court");
    });
}

void Careers::meet(Agenda& agenda, Life& life, Date from, Date until, int at_least, bool custody) {
    for (auto day : contact_days(from, until, at_least))
        agenda.on(day, [&life, custody](Date on) { life.contacted(on, custody); });
}

void Careers::plan(Agenda& agenda, Life& life, Date on, Date until, bool custody) {
    agenda.on(on, [&life, custody](Date day) {
        life.assessed(day, custody);
        life.planned(day, custody);
    });
    constexpr int review_weeks = 16;
    auto again = weekday_from(plus_days(on, 7 * review_weeks - 2));
    if (again < until && dice_.in_100(25))
        agenda.on(again, [&life, custody](Date day) { life.assessed(day, custody); });
    for (auto day = plus_days(on, 7 * review_weeks); day < until;
         day = plus_days(day, 7 * review_weeks))
        agenda.on(weekday_from(day), [&life](Date reviewed) { life.plan_reviewed(reviewed); });
    if (dice_.in_100(10)) agenda.on(plus_days(on, 1), [&life](Date day) { life.alerted(day); });
    int span = days_between(on, until);
    if (span > 40 && dice_.in_100(20))
        agenda.on(weekday_from(plus_days(on, dice_.between(20, span - 10))),
                  [&life](Date day) { life.manager_changed(day); });
}

void Careers::order(Life& life, Date begin) {
    int months = 6 * (days_between(begin, scene_.day) / (6 * month_days) + 2);
    auto committed = plus_days(begin, -dice_.between(15, 110));
    stay_away_shown(life, Standing::Order);
    Agenda agenda;
    agenda.on(begin, [&](Date day) {
        auto passed = disposals_.order(committed, months);
        life.sentenced(day, passed, committed);
        report_before(life, day, passed);
    });
    name_manager(agenda, life, begin);
    plan(agenda, life, weekday_from(plus_days(begin, dice_.between(14, 24))), scene_.day, false);
    meet(agenda, life, plus_days(begin, 3), scene_.day, contacts_min, false);
    take_part(agenda, life, plus_days(begin, 30), scene_.day);
    agenda.run(scene_.day);
    restrict_first(life, before(1));
    sentence_again(life);
    look_ahead(life);
    await_reports(life);
}

void Careers::licence(Life& life, Date released) {
    int months = 6 * dice_.between(5, 7);
    auto on = plus_months(released, -months / 2);
    stay_away_shown(life, Standing::Licence);
    auto committed = plus_days(on, -dice_.between(30, 150));
    Agenda agenda;
    agenda.on(on, [&](Date day) {
        life.sentenced(day, disposals_.term(life.age_on(day), committed, months, 0), committed);
    });
    name_manager(agenda, life, on);
    receive(agenda, life, on, 0);
    move_on(agenda, life, plus_days(on, 20), plus_days(released, -20));
    agenda.on(plus_days(on, 5), [&life](Date day) { life.supervised_in_prison(day); });
    work_out_dates(agenda, life, on, released);
    plan(agenda, life, weekday_from(plus_days(on, dice_.between(40, 56))), scene_.day, true);
    meet(agenda, life, plus_days(on, 60), plus_days(released, -1), 4, true);
    bool tagged = dice_.in_100(15);
    agenda.on(released, [&life, tagged](Date day) {
        life.released(day,
                      tagged ? movements::ReleaseReason::HomeDetentionCurfew
                             : movements::ReleaseReason::Conditional);
        life.carry_referral(day);
    });
    agenda.on(plus_days(released, 7), [&life](Date day) { life.referral_decided(day); });
    agenda.on(plus_days(released, 14), [&life](Date day) { life.placed(day); });
    take_part(agenda, life, plus_days(released, -80), plus_days(released, 60));
    meet(agenda, life, plus_days(released, 1), scene_.day, contacts_min, false);
    agenda.run(scene_.day);
    look_ahead(life);
}

void Careers::custody(Life& life) {
    const auto& stock = terms_.draw(dice_);
    bool for_life = stock == "indeterminate";
    auto term = term_of(dice_, stock);
    int remand_days = dice_.in_100(40) ? 7 + dice_.between(1, 2 * std::min(term.months, 24)) : 0;
    int half = std::min(term.months * month_days / 2 - 10 - remand_days, served_days_max);
    int served = for_life
                     ? dice_.between(300, served_days_max)
                     : dice_.between(term.served_days_min, std::max(term.served_days_min, half));
    auto on = weekday_from(before(served));
    auto committed = plus_days(on, -dice_.between(70, 150));
    Agenda agenda;
    if (remand_days > 0) receive(agenda, life, plus_days(on, -remand_days), remand_days);
    agenda.on(on, [&](Date day) {
        auto disposal =
            for_life ? disposals_.life()
                     : disposals_.term(life.age_on(day), committed, term.months, remand_days);
        life.sentenced(day, disposal, committed);
        if (remand_days > 0) life.back(day, movements::Move::Return);
    });
    name_manager(agenda, life, on);
    if (remand_days == 0) receive(agenda, life, on, 0);
    agenda.on(plus_days(on, 4), [&life](Date day) { life.supervised_in_prison(day); });
    work_out_dates(agenda, life, on, scene_.day);
    plan(agenda, life, weekday_from(plus_days(on, std::min(56, served / 2))), scene_.day, true);
    if (served > 60) move_on(agenda, life, plus_days(on, 25), before(5));
    meet(agenda, life, plus_days(on, 5), scene_.day, contacts_min, true);
    take_part(agenda, life, plus_days(on, std::min(60, served / 2)), scene_.day);
    agenda.run(scene_.day);
    if (dice_.in_100(15))
        life.asked(before(1), "release_plan", plus_days(scene_.day, dice_.between(-4, 40)));
    rare_place(life);
    leave_for_approval(life);
    refer_in_shown(life);
}

void Careers::remand(Life& life, Date begin) {
    Agenda agenda;
    receive(agenda, life, begin, 1);
    agenda.run(scene_.day);
}

void Careers::over(Life& life, Date begin) {
    constexpr int contacts = 12;
    constexpr int months = 12;
    bool revoked = dice_.in_100(15);
    auto ended = revoked ? plus_days(begin, dice_.between(150, 330)) : plus_months(begin, months);
    auto committed = plus_days(begin, -dice_.between(30, 150));
    Agenda agenda;
    agenda.on(begin, [&](Date day) {
        life.sentenced(day, disposals_.order(committed, months), committed);
    });
    name_manager(agenda, life, begin);
    plan(agenda, life, weekday_from(plus_days(begin, 20)), plus_days(ended, -5), false);
    int pause = days_between(begin, ended) / contacts - 1;
    for (int i = 0; i < contacts; ++i)
        agenda.on(weekday_from(plus_days(begin, 3 + i * pause)),
                  [&life](Date on) { life.contacted(on, false); });
    agenda.on(ended, [&life, revoked](Date day) {
        life.sentence_ended(
            day, revoked ? sentences::EndReason::Revoked : sentences::EndReason::Completed);
        life.management_ended(day,
                              revoked ? "The court revoked the order" : "The order was completed");
    });
    agenda.run(scene_.day);
}

/// To a local prison: by the sentence itself, or on remand before it.
void Careers::receive(Agenda& agenda, Life& life, Date on, int remand_days) {
    agenda.on(on, [&life, this, remand_days](Date day) {
        auto& prison = *scene_.world.prison(dice_, life.woman(), life.area().region, true);
        if (remand_days > 0) life.remanded(day);
        life.received(
            day,
            remand_days > 0 ? movements::WarrantKind::Remand : movements::WarrantKind::Committal,
            prison);
    });
    if (remand_days > 1)
        agenda.on(plus_days(on, remand_days),
                  [&life](Date day) { life.out(day, movements::Move::ToCourt); });
}

/// From the local prison to one or two others.
void Careers::move_on(Agenda& agenda, Life& life, Date from, Date until) {
    int span = days_between(from, until);
    int moves = span > 200 ? dice_.between(1, 2) : span > 10 && dice_.in_100(60) ? 1 : 0;
    for (int i = 0; i < moves; ++i) {
        auto on = plus_days(from, i * span / 2 + dice_.throw_one(std::max(1, span / 2 - 1)));
        bool to_open = i == 1 && dice_.in_100(20);
        agenda.on(on, [&life, this, to_open](Date day) {
            auto* next = to_open ? scene_.world.open_prison(dice_, life.woman()) : nullptr;
            auto here = life.prison()->body;
            if (!next)
                next = scene_.world.prison(dice_, life.woman(), life.area().region, false, here);
            if (!next || next->body == here) return;
            life.transferred(day, *next);
            life.carry_referral(day);
        });
    }
}

}  // namespace noms::demonstration
