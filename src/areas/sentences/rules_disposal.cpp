#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "areas/sentences/provisions.hpp"
#include "areas/sentences/rules.hpp"
#include "kit/base/text.hpp"

/// Whether a court could pass a disposal: its dates, the offender's age, its limits.
namespace noms::sentences {
namespace {

using Faults = std::vector<DisposalFault>;

/// So much of a unit as a length; nothing where the unit is none of time.
std::optional<Length> length_of(int count, Unit unit) {
    switch (unit) {
        case Unit::Days: return Length{.days = count};
        case Unit::Weeks: return Length{.weeks = count};
        case Unit::Months: return Length{.months = count};
        case Unit::Years: return Length{.years = count};
        default: return std::nullopt;
    }
}

/// A limit of the table in words: "at least 12 months".
std::string limit(std::string_view word, int count, Unit unit) {
    return fmt::format("{} {} {}", word, count, in_words(unit));
}

std::string too(const Disposal& disposal, const std::string& limit) {
    return fmt::format("{} must be {} ({})", disposal.name, limit, disposal.act);
}

/// Whether the term is shorter (less than nought), as long, or longer than the limit.
int compared(const DisposalFacts& facts, int count, Unit unit) {
    auto bound = length_of(count, unit);
    if (!bound) return 0;
    auto ends = after(facts.imposed_on, facts.length);
    auto at = after(facts.imposed_on, *bound);
    return ends < at ? -1 : ends == at ? 0 : 1;
}

void check_days(const Disposal& disposal, const DisposalFacts& facts, Faults& out) {
    if (auto why = why_not_on(disposal, facts.imposed_on); !why.empty())
        out.push_back({"disposal", "not_in_force", why});
    if (!facts.committed_on) return;
    if (facts.imposed_on < *facts.committed_on)
        out.push_back({"offence",
                       "after_sentence",
                       "The offence was committed after the day of the sentence"});
    if (disposal.offences_from && *facts.committed_on < *disposal.offences_from)
        out.push_back({"disposal",
                       "offence_too_early",
                       fmt::format("{} is for offences committed on or after {} ({})",
                                   disposal.name,
                                   noms::in_words(*disposal.offences_from),
                                   disposal.act)});
    bool counts = !disposal.offences_before_age || !facts.born ||
                  age_on(*facts.born, facts.imposed_on) >= *disposal.offences_before_age;
    if (disposal.offences_before && *disposal.offences_before <= *facts.committed_on && counts)
        out.push_back({"disposal",
                       "offence_too_late",
                       fmt::format("{} is for offences committed before {} ({})",
                                   disposal.name,
                                   noms::in_words(*disposal.offences_before),
                                   disposal.act)});
}

void check_age(const Disposal& disposal, const DisposalFacts& facts, Faults& out) {
    if (!facts.born) return;
    int age = age_on(*facts.born, facts.imposed_on);
    if (disposal.age_from && age < *disposal.age_from)
        out.push_back({"disposal",
                       "too_young",
                       fmt::format("{} is for people of {} and over ({})",
                                   disposal.name,
                                   *disposal.age_from,
                                   disposal.act)});
    if (disposal.age_until && age >= *disposal.age_until)
        out.push_back({"disposal",
                       "too_old",
                       fmt::format("{} is for people under {} ({})",
                                   disposal.name,
                                   *disposal.age_until,
                                   disposal.act)});
}

void check_only(const Disposal& disposal, const DisposalFacts& facts, Faults& out) {
    if (!disposal.only) return;
    for (const auto& months : split(*disposal.only, '|'))
        if (compared(facts, std::stoi(months), Unit::Months) == 0) return;
    auto listed = *disposal.only;
    std::ranges::replace(listed, '|', ',');
    out.push_back({"months", "not_a_term", too(disposal, "of " + listed + " months")});
}

void check_length(const Disposal& disposal, const DisposalFacts& facts, Faults& out) {
    if (disposal.term != Term::Fixed) {
        if (!facts.length.empty())
            out.push_back({"years", "no_length", disposal.name + " has no length"});
        return;
    }
    if (facts.length.empty())
        return out.push_back({"years", "missing", "Say how long " + disposal.name + " is"});
    if (disposal.minimum && compared(facts, *disposal.minimum, *disposal.minimum_unit) < 0)
        out.push_back(
            {"years",
             "too_short",
             too(disposal, limit("at least", *disposal.minimum, *disposal.minimum_unit))});
    if (disposal.maximum && compared(facts, *disposal.maximum, *disposal.maximum_unit) > 0)
        out.push_back({"years",
                       "too_long",
                       too(disposal, limit("at most", *disposal.maximum, *disposal.maximum_unit))});
    if (disposal.below && compared(facts, *disposal.below, *disposal.below_unit) >= 0)
        out.push_back(
            {"years",
             "too_long",
             too(disposal, limit("shorter than", *disposal.below, *disposal.below_unit))});
    check_only(disposal, facts, out);
}

/// Orders of hours alone: community punishment, reparation, attendance.
void check_hours(const Disposal& disposal, const DisposalFacts& facts, Faults& out) {
    auto unit = disposal.minimum_unit ? disposal.minimum_unit : disposal.maximum_unit;
    if (disposal.term != Term::None || unit != Unit::Hours) return;
    if (!facts.hours)
        return out.push_back({"hours", "missing", "Say how many hours " + disposal.name + " is"});
    bool outside = (disposal.minimum && *facts.hours < *disposal.minimum) ||
                   (disposal.maximum && *facts.hours > *disposal.maximum);
    if (outside)
        out.push_back({"hours",
                       "out_of_bounds",
                       too(disposal,
                           fmt::format("{} to {} hours",
                                       disposal.minimum.value_or(1),
                                       disposal.maximum.value_or(0)))});
}

void check_custodial(const Disposal& disposal, const DisposalFacts& facts, Faults& out) {
    if (disposal.part != Part::Stated) {
        if (!facts.custodial.empty())
            out.push_back({"custodial_years",
                           "no_part",
                           disposal.name + " has no custodial part that is stated apart"});
        return;
    }
    if (facts.custodial.empty() || facts.length.empty()) return;
    if (after(facts.imposed_on, facts.length) < after(facts.imposed_on, facts.custodial))
        out.push_back({"custodial_years",
                       "longer_than_term",
                       "The custodial part must not be longer than the whole term"});
}

// Criminal Justice Act 2003, s. 181(3) to (5): 2 to 13 weeks in custody, then 26 weeks or more on
// licence. It never commenced, which check_days says.
void check_custody_plus(const Disposal& disposal, const DisposalFacts& facts, Faults& out) {
    constexpr Length least{.weeks = 2}, most{.weeks = 13}, licence_least{.weeks = 26};
    if (disposal.code != "CUSTPLUS" || facts.length.empty()) return;
    if (facts.custodial.empty())
        return out.push_back({"custodial_weeks", "missing", "Say how long the custodial part is"});
    const auto from = facts.imposed_on;
    const auto out_on = after(from, facts.custodial);
    if (out_on < after(from, least) || after(from, most) < out_on)
        out.push_back({"custodial_weeks",
                       "out_of_bounds",
                       "The custodial part must be 2 to 13 weeks (" + disposal.act + ")"});
    if (after(from, facts.length) < after(out_on, licence_least))
        out.push_back({"weeks",
                       "licence_too_short",
                       "At least 26 weeks must be left for the licence (" + disposal.act + ")"});
}

// Criminal Justice Act 2003, s. 189(3) and (4): both periods 6 months to 2 years, supervision not
// beyond the operational period.
void check_suspended(const Disposal& disposal, const DisposalFacts& facts, Faults& out) {
    if (disposal.part != Part::Suspended) return;
    constexpr int months_min = 6;
    constexpr int months_max = 24;
    auto outside = [](int months) { return months < months_min || months > months_max; };
    if (!facts.operational_months)
        out.push_back({"operational_months", "missing", "Say for how many months it is suspended"});
    else if (outside(*facts.operational_months))
        out.push_back(
            {"operational_months",
             "out_of_bounds",
             "The operational period must be 6 months to 2 years (" + disposal.act + ")"});
    if (!facts.supervision_months) return;
    if (outside(*facts.supervision_months))
        out.push_back(
            {"supervision_months",
             "out_of_bounds",
             "The supervision period must be 6 months to 2 years (" + disposal.act + ")"});
    if (facts.operational_months && *facts.operational_months < *facts.supervision_months)
        out.push_back({"supervision_months",
                       "longer_than_operational",
                       "Supervision must not last beyond the operational period"});
}

bool is_money(const Disposal& disposal) {
    static constexpr std::array<std::string_view, 3> of_money{"FINE", "COMP", "SURCH"};
    return std::ranges::find(of_money, disposal.code) != of_money.end();
}

void check_amount(const Disposal& disposal, const DisposalFacts& facts, Faults& out) {
    constexpr std::int64_t pence = 100;
    if (!is_money(disposal)) {
        if (facts.amount_pence)
            out.push_back({"amount", "no_amount", disposal.name + " is not a sum of money"});
        return;
    }
    if (!facts.amount_pence || *facts.amount_pence <= 0)
        return out.push_back({"amount", "missing", "Enter how much is to be paid"});
    if (disposal.maximum && *facts.amount_pence > *disposal.maximum * pence)
        out.push_back({"amount",
                       "too_much",
                       too(disposal, limit("at most", *disposal.maximum, *disposal.maximum_unit))});
}

// Criminal Justice Act 2003, ss. 177(1) and 189(1): one or more requirements.
bool wants_requirement(const Disposal& disposal) {
    return disposal.code == "CO" || disposal.code == "SSO";
}

void check_requirement(const Disposal& disposal, const DisposalFacts& facts, Faults& out) {
    if (!facts.requirement) {
        if (wants_requirement(disposal))
            out.push_back({"requirement",
                           "missing",
                           disposal.name + " has one requirement or more (" + disposal.act + ")"});
        return;
    }
    if (!wants_requirement(disposal))
        out.push_back({"requirement", "no_requirements", disposal.name + " has no requirements"});
    auto faults =
        requirement_faults(*facts.requirement, facts.requirement_amount, facts.imposed_on);
    for (auto& fault : compatibility_faults(*facts.requirement, {}, facts.born, facts.imposed_on))
        faults.push_back(std::move(fault));
    for (auto& fault : faults) {
        fault.field = fault.field == "amount" ? "requirement_amount" : "requirement";
        out.push_back(std::move(fault));
    }
}

}  // namespace

Faults requirement_faults(std::string_view kind, std::optional<int> amount, Date day) {
    const auto* known = disposal(kind);
    if (!known || known->kind != Group::Requirement)
        return {{"kind", "unknown_code", "Choose a requirement from the list"}};
    Faults out;
    if (auto why = why_not_on(*known, day); !why.empty())
        out.push_back({"kind", "not_in_force", why});
    auto unit = known->minimum_unit ? known->minimum_unit : known->maximum_unit;
    if (!unit) return out;
    if (!amount) {
        out.push_back({"amount", "missing", fmt::format("Say how many {} it is", in_words(*unit))});
        return out;
    }
    if ((known->minimum && *amount < *known->minimum) || *amount < 1)
        out.push_back({"amount",
                       "too_little",
                       too(*known, limit("at least", known->minimum.value_or(1), *unit))});
    if (known->maximum && *amount > *known->maximum)
        out.push_back(
            {"amount", "too_much", too(*known, limit("at most", *known->maximum, *unit))});
    return out;
}

Faults compatibility_faults(std::string_view kind,
                            const std::vector<std::string>& others,
                            const std::optional<Date>& born,
                            Date day) {
    Faults out;
    const auto* known = disposal(kind);
    if (!known) return out;
    auto has = [&](std::string_view other) {
        return std::ranges::find(others, other) != others.end();
    };
    if (has(kind))
        out.push_back({"kind", "twice", "The order has a requirement of that kind already"});
    // Criminal Justice Act 2003, ss. 177(3) and 215: it secures another requirement.
    if (kind == "EM" && !has("REQ_CUR") && !has("REQ_EXC"))
        out.push_back({"kind",
                       "stands_alone",
                       known->name + " needs a curfew or an exclusion (" + known->act + ")"});
    if (!born) return out;
    Faults of_age;
    check_age(*known, {.imposed_on = day, .born = born}, of_age);
    for (auto& fault : of_age) {
        fault.field = "kind";
        out.push_back(std::move(fault));
    }
    return out;
}

Result<DisposalRuling> disposal_ruling(const DisposalFacts& facts) {
    const auto* known = disposal(facts.disposal);
    if (!known || known->kind == Group::Requirement)
        return invalid({{"disposal", "unknown_code", "Choose a disposal from the list"}});
    DisposalRuling ruling;
    for (auto check : {check_days,
                       check_age,
                       check_length,
                       check_hours,
                       check_custodial,
                       check_custody_plus,
                       check_suspended,
                       check_amount,
                       check_requirement})
        check(*known, facts, ruling.faults);
    if (facts.purposes.empty())
        ruling.faults.push_back({"purposes", "missing", "Say what the sentence is for"});
    ruling.lawful = ruling.faults.empty();
    const auto source = provision_of(*known);
    for (const auto& fault : ruling.faults) ruling.because.push_back({fault.words, source});
    if (ruling.lawful)
        ruling.because.push_back(
            {known->name + " could be passed on " + noms::in_words(facts.imposed_on), source});
    if (!facts.born)
        ruling.because.push_back({"The age is not known and was not looked at", source});
    if (!facts.committed_on)
        ruling.because.push_back(
            {"The day of the offence is not known and was not looked at", source});
    return ruling;
}

}  // namespace noms::sentences
