#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "areas/movements/movements.hpp"
#include "areas/sentences/sentences.hpp"
#include "areas/supervision/rules_enforcement.hpp"
#include "areas/supervision/supervision.hpp"

/// Which orders and licences somebody must comply with, which failures count against each, and what
/// the law of the day lets be done about them. Pure.
namespace noms::supervision {

/// A row of data/enforced.csv: under which law failures to comply with that disposal are dealt
/// with.
struct EnforcedUnder {
    std::string disposal{};
    EnforcedSentence enforced = EnforcedSentence::Order;
    std::string cite{};
    std::string link{};
    std::string certainty{};
};
DESCRIBE(EnforcedUnder, disposal, enforced, cite, link, certainty)
/// Null for a disposal that brings nothing to comply with: a fine, a term served whole.
const EnforcedUnder* enforced_under(std::string_view disposal);

/// One order or licence with everything that concerns its enforcement. `in_force` says when a
/// failure counts against it.
struct Enforced {
    sentences::Sentence sentence{};
    EnforcedUnder under{};
    std::vector<Span> in_force{};
    std::vector<Contact> failures{};  // not acceptable, or not judged yet; by day
    std::vector<FailureAnswer> answers{};
    std::vector<Breach> breaches{};
    std::vector<Recall> recalls{};
    bool runs = false;           // on the day
    EnforcementRuling ruling{};  // of the day; without steps where it no longer runs

    bool is_licence() const { return under.enforced == EnforcedSentence::Licence; }
    /// The breach that no court has decided yet, and the recall that has not ended.
    const Breach* breach_under_way() const;
    const Recall* recall_under_way() const;
    /// What was done about a failure, if anything was.
    const FailureAnswer* answer_to(ContactId) const;
    /// What the clock wants for a failure; null: nothing.
    const EnforcementStep* step_for(ContactId) const;
};

/// The orders and licences of an offender, in the order they were imposed. A failure counts against
/// the licence that ends last, and against each order one of whose requirements it belongs to;
/// where none has such a requirement, against every order. Refused where a failure lies beyond the
/// calendar of bank holidays.
Result<std::vector<Enforced>> enforced(const EnforcedFacts&);

/// What a court may do about a breach, as data/breach_result.csv has it.
struct BreachPower {
    BreachResult result = BreachResult::Other;
    std::string name{};
    std::string sentences{};  // "Any", "Community", "Suspended", "Earlier", "Order2003"
    std::optional<Date> from_day{};
    std::optional<sentences::EndReason> ends{};
    std::optional<std::string> cite{};
    std::string certainty{};
};
DESCRIBE(BreachPower, result, name, sentences, from_day, ends, cite, certainty)
/// Those that a court had on `day` for that disposal.
std::vector<BreachPower> breach_powers(std::string_view disposal, Date day);
std::string in_words(BreachResult);

/// Refused, naming the Act, for a kind of recall that the law of the day does not have.
Result<void> may_recall(RecallKind, Date day);
/// Who revokes the licence of that disposal on `day`.
Result<law::Dated<std::string>::Period> recall_authority(const sentences::Sentence&, Date day);
/// How a recall of that kind may end.
std::vector<RecallResult> recall_results(RecallKind);
std::string in_words(RecallKind);
std::string in_words(RecallReason);
std::string in_words(RecallDecision);
std::string in_words(RecallResult);
std::string in_words(AnswerKind);

}  // namespace noms::supervision
