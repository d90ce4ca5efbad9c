#include "areas/demonstration/disposals.hpp"

#include <algorithm>

namespace noms::demonstration {
namespace {

// Criminal Justice Act 2003 (Commencement No. 8) Order 2005, SI 2005/950: offences from this day
// on.
constexpr Date new_law{std::chrono::year(2005), std::chrono::April, std::chrono::day(4)};
constexpr int of_age_for_prison = 21;
constexpr int year_months = 12;
constexpr int long_months = 48;

sentences::Length months_long(int months) {
    return {.years = months / year_months, .months = months % year_months};
}

}  // namespace

Disposals::Disposals(Dice& dice)
    : dice_(dice),
      requirements_(mix_of("community_order_requirement_share")),
      how_many_(mix_of("community_order_number_of_requirements")) {
    for (const char* each : {"community order", "suspended sentence order"})
        orders_.add(each, whole("probation_starts", each));
    for (const char* each : {"CRO", "CPO", "CPRO", "DTTO"})
        earlier_.add(each, whole("probation_starts", each));
}

Disposal Disposals::order(Date committed_on, int months) {
    if (committed_on < new_law) return earlier_order(months);
    Disposal out;
    if (orders_.draw(dice_) == "community order") {
        out.code = "CO";
        out.length = months_long(months);
    } else {
        constexpr int operational_max = 24;
        out.code = "SSO";
        out.length = {.months = dice_.between(3, 9)};
        out.operational_months = std::clamp(months, year_months, operational_max);
        out.supervision_months = out.operational_months;
    }
    add_requirements(out);
    if (dice_.in_100(15)) out.compensation_pence = 500 * dice_.between(5, 120);
    return out;
}

Disposal Disposals::earlier_order(int months) {
    Disposal out{.code = earlier_.draw(dice_)};
    if (out.code == "CPO")
        out.hours = 20 * dice_.between(3, 12);
    else
        out.length = months_long(months);
    return out;
}

Disposal::Requirement Disposals::requirement() {
    const auto& kind = requirements_.draw(dice_);
    if (kind == "supervision") return {"REQ_SUP", 6 * dice_.between(2, 4)};
    if (kind == "unpaid work") return {"REQ_UPW", 20 * dice_.between(2, 15)};
    if (kind == "accredited programme") return {"REQ_PRG", std::nullopt};
    if (kind == "drug rehabilitation") return {"REQ_DRR", dice_.between(6, 12)};
    if (kind == "specified activity") return {"REQ_ACT", 5 * dice_.between(2, 12)};
    if (kind == "curfew") return {"REQ_CUR", dice_.between(6, 12)};
    if (kind == "alcohol treatment") return {"REQ_ATR", dice_.between(6, 12)};
    if (kind == "residence") return {"REQ_RES", dice_.between(6, 12)};
    if (kind == "mental health treatment") return {"REQ_MHT", year_months};
    return {"REQ_EXC", 1};
}

void Disposals::add_requirements(Disposal& out) {
    int wanted = how_many_.draw(dice_).front() - '0';
    for (int i = 0; i < wanted; ++i) {
        auto next = requirement();
        auto same = [&](const Disposal::Requirement& each) { return each.kind == next.kind; };
        if (std::ranges::none_of(out.requirements, same)) out.requirements.push_back(next);
    }
}

Disposal Disposals::term(int age, Date committed_on, int months, int remand_days) const {
    Disposal out{.length = months_long(months), .grave = months >= year_months};
    if (remand_days > 0) out.remand_days = remand_days;
    if (age < of_age_for_prison)
        out.code = "YOI";
    else if (months < year_months)
        out.code = "IMP_LT12";
    else if (committed_on >= new_law)
        out.code = "IMP12";
    else
        out.code = months < long_months ? "IMP_12_4Y91" : "IMP_4Y91";
    return out;
}

Disposal Disposals::life() const {
    return {.code = "LIFE_DISC", .custodial = {.years = dice_.between(5, 14)}, .grave = true};
}

}  // namespace noms::demonstration
