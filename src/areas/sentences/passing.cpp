#include <algorithm>

#include "areas/offenders/offenders.hpp"
#include "areas/sentences/passing.hpp"
#include "kit/base/text.hpp"

/// Passing and ending a sentence: load, decide, write; the caller's transaction, the caller's
/// event.
namespace noms::sentences {
namespace {

/// What the command says, as the rule looks at it.
DisposalFacts facts_of(const PassSentence& given, Date imposed_on) {
    return {.disposal = given.disposal,
            .imposed_on = imposed_on,
            .purposes = given.purposes,
            .length = {given.years.value_or(0),
                       given.months.value_or(0),
                       given.weeks.value_or(0),
                       given.days.value_or(0)},
            .custodial = {given.custodial_years.value_or(0),
                          given.custodial_months.value_or(0),
                          given.custodial_weeks.value_or(0),
                          given.custodial_days.value_or(0)},
            .supervision_months = given.supervision_months,
            .operational_months = given.operational_months,
            .hours = given.hours,
            .requirement = given.requirement,
            .requirement_amount = given.requirement_amount};
}

/// Numbers that are less than nought, by field: no rule looks at those.
std::vector<FieldError> below_nought(const PassSentence& given) {
    std::vector<FieldError> out;
    for (const auto& field : describe::type_of<PassSentence>().fields) {
        const auto& type = field.type();
        if (type.kind != describe::Type::Kind::Optional ||
            type.inner().kind != describe::Type::Kind::Number)
            continue;
        auto* number = type.value(field.in(const_cast<PassSentence*>(&given)));
        if (number && type.inner().number(number) < 0)
            out.push_back(
                {std::string(field.name), "below_nought", "The number must not be negative"});
    }
    return out;
}

Result<Offence> offence_of(db::Connection& db,
                           const Appearance& at,
                           std::optional<Id<Offence>> id) {
    auto all = offences_of(db, std::span(&at.offender.number, 1));
    std::erase_if(all, [&](const Offence& each) { return each.appearance != at.id; });
    if (!id && all.size() == 1) return all.front();
    for (const auto& each : all)
        if (id && each.id == *id) return each;
    return invalid({{"offence", "missing", "Choose the offence that the sentence is for"}});
}

Result<void> check_consecutive(db::Connection& db,
                               const Appearance& at,
                               const PassSentence& given,
                               Id<Sentence> own) {
    if (!given.consecutive_to) return {};
    std::vector<Run> runs;
    for (const auto& each : sentences_of(db, std::span(&at.offender.number, 1)))
        runs.push_back(run_of(each));
    if (may_follow(own.number, given.consecutive_to->number, runs)) return {};
    return invalid({{"consecutive_to",
                     "not_of_offender",
                     "A sentence can only follow another one of the same person"}});
}

Result<DisposalFacts> lawful_facts(db::Connection& db,
                                   const Appearance& at,
                                   const PassSentence& given,
                                   const Offence& offence) {
    auto errors = below_nought(given);
    auto facts = facts_of(given, at.heard_on);
    facts.committed_on = offence.committed_on;
    for (const auto& who : offenders::offenders_among(db, std::span(&at.offender.number, 1)))
        facts.born = who.birth_date;
    if (given.amount) {
        facts.amount_pence = pence_of(*given.amount);
        if (!facts.amount_pence)
            errors.push_back(
                {"amount", "not_money", "The amount must be in pounds, like 250 or 250.50"});
    }
    if (!errors.empty()) return invalid(std::move(errors));
    const auto ruling = TRY(disposal_ruling(facts));
    for (const auto& fault : ruling.faults)
        errors.push_back({fault.field, fault.code, fault.words});
    if (!errors.empty()) return invalid(std::move(errors));
    return facts;
}

Sentence sentence_of(const Appearance& at, const Offence& offence, const DisposalFacts& facts) {
    Sentence out{.offender = at.offender,
                 .appearance = at.id,
                 .offence = offence.id,
                 .disposal = facts.disposal,
                 .imposed_on = at.heard_on,
                 .term = disposal(facts.disposal)->term,
                 .years = facts.length.years,
                 .months = facts.length.months,
                 .weeks = facts.length.weeks,
                 .days = facts.length.days,
                 .custodial_years = facts.custodial.years,
                 .custodial_months = facts.custodial.months,
                 .custodial_weeks = facts.custodial.weeks,
                 .custodial_days = facts.custodial.days,
                 .supervision_months = facts.supervision_months,
                 .operational_months = facts.operational_months,
                 .hours = facts.hours,
                 .amount_pence = facts.amount_pence};
    set_purposes(out, facts.purposes);
    return out;
}

void add_first_requirement(record::Changes& changes,
                           const Sentence& sentence,
                           const PassSentence& given) {
    if (!given.requirement) return;
    changes.add(requirements,
                requirement_of(sentence,
                               *given.requirement,
                               given.requirement_amount,
                               usual_purposes(*disposal(*given.requirement)),
                               ""));
}

}  // namespace

Length length_of(const Sentence& sentence) {
    return {sentence.years, sentence.months, sentence.weeks, sentence.days};
}

bool never_stood(const Sentence& sentence) {
    return sentence.ended_reason == EndReason::Quashed ||
           sentence.ended_reason == EndReason::RecordedInError;
}
Length custodial_of(const Sentence& sentence) {
    return {sentence.custodial_years,
            sentence.custodial_months,
            sentence.custodial_weeks,
            sentence.custodial_days};
}
Length activated_of(const Sentence& sentence) {
    const Length shorter{.months = sentence.activated_months.value_or(0),
                         .weeks = sentence.activated_weeks.value_or(0),
                         .days = sentence.activated_days.value_or(0)};
    return shorter.empty() ? length_of(sentence) : shorter;
}
Run run_of(const Sentence& sentence) {
    Run run{
        .sentence = sentence.id.number,
        .disposal = sentence.disposal,
        .imposed_on = sentence.imposed_on,
        .term = sentence.term,
        .length = length_of(sentence),
        .supervision_months = sentence.supervision_months,
        .operational_months = sentence.operational_months,
        .days_counted = sentence.remand_days.value_or(0) + sentence.tagged_bail_days.value_or(0),
        .ended_on = sentence.ended_on,
        .activated_on = sentence.activated_on};
    if (sentence.activated_on) run.activated = activated_of(sentence);
    if (sentence.consecutive_to) run.consecutive_to = sentence.consecutive_to->number;
    return run;
}

std::optional<Marks> marks_of(const Offence& offence) {
    if (!offence.marks || !offence.marks_on) return std::nullopt;
    Marks out{.looked_up_on = *offence.marks_on};
    for (const auto& code : split(*offence.marks, ' '))
        if (!code.empty()) out.codes.push_back(std::string(code));
    return out;
}

std::optional<std::int64_t> pence_of(std::string_view pounds) {
    constexpr size_t digits_max = 12;
    std::string digits;
    size_t after_point = 0;
    bool point = false;
    for (char c : trimmed(pounds)) {
        if (c == ',' && !point) continue;
        if (c == '.' && !point) {
            point = true;
            continue;
        }
        if (c < '0' || c > '9') return std::nullopt;
        digits += c;
        if (point) ++after_point;
    }
    bool whole = !point && !digits.empty();
    if (digits.size() > digits_max || (!whole && (after_point != 2 || digits.size() < 3)))
        return std::nullopt;
    return std::stoll(whole ? digits + "00" : digits);
}

Result<void> check_offence(const std::string& words,
                           const std::optional<Date>& committed_on,
                           Date heard_on) {
    if (trimmed(words).empty()) return invalid({{"offence", "missing", "Say what the offence is"}});
    if (committed_on && heard_on < *committed_on)
        return invalid({{"committed_on",
                         "after_hearing",
                         "The offence must have been committed by the day of the hearing"}});
    return {};
}

Requirement requirement_of(const Sentence& sentence,
                           const std::string& kind,
                           std::optional<int> amount,
                           const std::vector<Purpose>& purposes,
                           const std::string& words) {
    const auto* known = disposal(kind);
    auto unit = known->minimum_unit ? known->minimum_unit : known->maximum_unit;
    Requirement out{.id = new_id<Requirement>(),
                    .offender = sentence.offender,
                    .sentence = sentence.id,
                    .kind = kind,
                    .amount = amount,
                    .unit = unit ? std::string(describe::choice_text(*unit)) : "",
                    .words = words};
    set_purposes(out, purposes);
    return out;
}

Result<Sentence> lawful_sentence(db::Connection& db,
                                 const Appearance& at,
                                 const PassSentence& given,
                                 const Offence& offence,
                                 Id<Sentence> own) {
    auto facts = TRY(lawful_facts(db, at, given, offence));
    CHECK(check_consecutive(db, at, given, own));
    auto sentence = sentence_of(at, offence, facts);
    sentence.id = own;
    sentence.remand_days = given.remand_days;
    sentence.tagged_bail_days = given.tagged_bail_days;
    sentence.consecutive_to = given.consecutive_to;
    return sentence;
}

Result<Sentence> pass(record::Changes& changes,
                      db::Connection& db,
                      const Appearance& at,
                      const PassSentence& given,
                      const std::string& recorded_by) {
    auto offence = TRY(offence_of(db, at, given.offence));
    auto sentence = TRY(lawful_sentence(db, at, given, offence, new_id<Sentence>()));
    sentence.recorded_by = recorded_by;
    changes.add(sentences, sentence);
    add_first_requirement(changes, sentence, given);
    if (sentence.disposal == "COMP")
        changes.add(compensations,
                    Compensation{.id = new_id<Compensation>(),
                                 .offender = sentence.offender,
                                 .sentence = sentence.id,
                                 .pence = *sentence.amount_pence});
    return sentence;
}

Result<Sentence> end(record::Changes& changes,
                     const Sentence& before,
                     const EndSentence& given,
                     Date today) {
    if (before.ended_on) return conflict("This sentence has ended already.");
    if (given.ended_on < before.imposed_on)
        return invalid({{"ended_on", "before_start", "The sentence was imposed after that day"}});
    if (today < given.ended_on)
        return invalid({{"ended_on", "date_in_future", "The day must not be in the future"}});
    auto after = before;
    after.ended_on = given.ended_on;
    after.ended_reason = given.reason;
    changes.change(sentences, before, after);
    return after;
}

}  // namespace noms::sentences
