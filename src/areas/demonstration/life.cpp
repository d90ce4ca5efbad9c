#include "areas/demonstration/life.hpp"

#include <algorithm>
#include <stdexcept>

#include "areas/demonstration/figures.hpp"

namespace noms::demonstration {
namespace {

using sentences::Outcome;

/// What the law of the day says to it; the first requirement stands for all in the ruling.
void must_be_lawful(const sentences::DisposalFacts& facts) {
    auto ruling = sentences::disposal_ruling(facts);
    if (!ruling) throw std::logic_error("no such disposal: " + facts.disposal);
    if (!ruling->lawful)
        throw std::logic_error(facts.disposal + " on " + to_text(facts.imposed_on) + ": " +
                               ruling->faults.front().words);
}

sentences::DisposalFacts facts_of(const Disposal& disposal,
                                  const offenders::Offender& who,
                                  Date on,
                                  Date committed_on) {
    sentences::DisposalFacts facts{
        .disposal = disposal.code,
        .imposed_on = on,
        .committed_on = committed_on,
        .born = who.birth_date,
        .purposes = sentences::usual_purposes(*sentences::disposal(disposal.code)),
        .length = disposal.length,
        .custodial = disposal.custodial,
        .supervision_months = disposal.supervision_months,
        .operational_months = disposal.operational_months,
        .hours = disposal.hours};
    if (!disposal.requirements.empty()) {
        facts.requirement = disposal.requirements.front().kind;
        facts.requirement_amount = disposal.requirements.front().amount;
    }
    return facts;
}

sentences::Sentence row_of(const sentences::Appearance& at,
                           const sentences::Offence& offence,
                           const Disposal& disposal,
                           const sentences::DisposalFacts& facts) {
    sentences::Sentence row{.id = new_id<sentences::Sentence>(),
                            .offender = at.offender,
                            .appearance = at.id,
                            .offence = offence.id,
                            .disposal = disposal.code,
                            .imposed_on = at.heard_on,
                            .term = sentences::disposal(disposal.code)->term,
                            .years = disposal.length.years,
                            .months = disposal.length.months,
                            .weeks = disposal.length.weeks,
                            .days = disposal.length.days,
                            .custodial_years = disposal.custodial.years,
                            .supervision_months = disposal.supervision_months,
                            .operational_months = disposal.operational_months,
                            .hours = disposal.hours,
                            .remand_days = disposal.remand_days,
                            .recorded_by = at.recorded_by};
    sentences::set_purposes(row, facts.purposes);
    return row;
}

}  // namespace

Life::Life(Scene& scene, const offenders::Offender& who, Area& area)
    : scene_(scene), dice_(scene.dice), who_(who), area_(area) {
    // Two unacceptable absences or more: data/figure.csv, over some 25 contacts.
    constexpr int often = 14;
    constexpr int seldom = 2;
    auto absentees = whole("offenders_with_2plus_unacceptable_absences", "community penalties");
    absent_in_100_ = dice_.in_100(absentees) ? often : seldom;
}

Instant Life::next_instant(Date day) {
    using std::chrono::minutes;
    using std::chrono::seconds;
    auto pause = minutes(dice_.between(4, 19)) + seconds(dice_.throw_one(60));
    if (last_ != Instant{} && day_of(last_) >= day) return last_ + pause;
    return std::chrono::sys_days(day) + minutes(dice_.between(8 * 60 + 30, 15 * 60)) + pause;
}

Life::By Life::manager() const {
    if (!officer_) return court_staff();
    return {officer_->account, officer_->name};
}

const Court& Life::court(bool crown) {
    std::vector<const Court*> fit;
    for (const auto& each : area_.courts)
        if (each.crown == crown) fit.push_back(&each);
    if (fit.empty()) return dice_.pick(area_.courts);
    return *dice_.pick(fit);
}

sentences::Appearance Life::appearance(Date on, bool grave, Outcome outcome) {
    sentences::Appearance row{.id = new_id<sentences::Appearance>(),
                              .offender = who_.id,
                              .heard_on = on,
                              .outcome = outcome,
                              .recorded_by = court_staff().name};
    if (area_.courts.empty())
        row.court_words = "a court of " + area_.name;
    else
        row.court = court(grave).body;
    return row;
}

void Life::sentenced(Date on, const Disposal& disposal, Date committed_on) {
    auto facts = facts_of(disposal, who_, on, committed_on);
    must_be_lawful(facts);
    // What is still to follow under another sentence is for its manager to do.
    failures_answered(on);
    to_follow_.clear();
    auto at = appearance(on, disposal.grave, Outcome::Sentenced);
    const auto& invented = offence(dice_, disposal.grave);
    sentences::Offence done{.id = new_id<sentences::Offence>(),
                            .offender = at.offender,
                            .appearance = at.id,
                            .code = invented.code,
                            .words = invented.words,
                            .committed_on = committed_on};
    auto sentence = row_of(at, done, disposal, facts);
    tell(on, "sentences.passed", court_staff(), [&](record::Changes& changes) {
        changes.add(sentences::appearances, at);
        changes.add(sentences::offences, done);
        changes.add(sentences::sentences, sentence);
        add_requirements(changes, sentence, disposal);
        if (disposal.compensation_pence)
            changes.add(sentences::compensations,
                        {.id = new_id<sentences::Compensation>(),
                         .offender = at.offender,
                         .sentence = sentence.id,
                         .pence = *disposal.compensation_pence,
                         .payable_to = sentences::Payee::Person});
    });
    sentence_ = sentence;
    sentenced_by_ = at.court;
    recorded_.sentences.push_back({sentence, done.words});
    recorded_.offences.push_back(done);
    occasions_.push_back(
        {.on = on, .offences = {done.code}, .custodial = sentences::is_custody(disposal.code)});
}

void Life::add_requirements(record::Changes& changes,
                            const sentences::Sentence& sentence,
                            const Disposal& disposal) {
    for (const auto& wanted : disposal.requirements) {
        auto faults =
            sentences::requirement_faults(wanted.kind, wanted.amount, sentence.imposed_on);
        if (!faults.empty()) throw std::logic_error(wanted.kind + ": " + faults.front().words);
        const auto* known = sentences::disposal(wanted.kind);
        auto unit = known->minimum_unit ? known->minimum_unit : known->maximum_unit;
        sentences::Requirement row{.id = new_id<sentences::Requirement>(),
                                   .offender = sentence.offender,
                                   .sentence = sentence.id,
                                   .kind = wanted.kind,
                                   .amount = wanted.amount,
                                   .unit = unit ? std::string(describe::choice_text(*unit)) : ""};
        sentences::set_purposes(row, sentences::usual_purposes(*known));
        changes.add(sentences::requirements, row);
        requirements_.push_back(row);
    }
}

void Life::remanded(Date on) {
    auto at = appearance(on, false, Outcome::RemandedInCustody);
    const auto& invented = offence(dice_, true);
    tell(on, "sentences.court_appearance_recorded", court_staff(), [&](record::Changes& changes) {
        changes.add(sentences::appearances, at);
        changes.add(sentences::offences,
                    {.id = new_id<sentences::Offence>(),
                     .offender = at.offender,
                     .appearance = at.id,
                     .code = invented.code,
                     .words = invented.words,
                     .committed_on = plus_days(on, -dice_.between(1, 20))});
    });
}

void Life::sentence_ended(Date on, sentences::EndReason reason) {
    failures_answered(on);
    to_follow_.clear();
    if (!breaches_.empty() && !breaches_.back().result)
        breach_decided(on,
                       reason == sentences::EndReason::Revoked
                           ? supervision::BreachResult::Revoked
                           : supervision::BreachResult::Withdrawn);
    auto ended = *sentence_;
    ended.ended_on = on;
    ended.ended_reason = reason;
    tell(on, "sentences.ended", manager(), [&](record::Changes& changes) {
        changes.change(sentences::sentences, *sentence_, ended);
    });
    sentence_ = ended;
}

void Life::restricted(Date on, record::AccountId reader) {
    tell(on, "access.restricted", court_staff(), [&](record::Changes& changes) {
        changes.add(access::restrictions,
                    {.id = new_id<access::Restriction>(),
                     .offender = who_.id.number,
                     .reason = "Known to staff of the area",
                     .from_day = on});
        changes.add(access::restriction_readers,
                    {.id = new_id<access::RestrictionReader>(),
                     .offender = who_.id.number,
                     .account = reader,
                     .from_day = on});
    });
}

void Life::alerted(Date on) {
    const auto& text = phrase(dice_, "alert");
    auto colon = text.find(": ");
    tell(on, "offenders.alert_added", manager(), [&](record::Changes& changes) {
        changes.add(offenders::alerts,
                    {.id = new_id<offenders::Alert>(),
                     .offender = who_.id,
                     .kind = text.substr(0, colon),
                     .note = text.substr(colon + 2),
                     .from_day = on,
                     .added_by = manager().name});
    });
}

}  // namespace noms::demonstration
