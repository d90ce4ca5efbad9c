#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "areas/offenders/offenders.hpp"
#include "areas/organisation/organisation.hpp"
#include "areas/sentences/marks.hpp"
#include "areas/sentences/rules.hpp"
#include "kit/base/date.hpp"
#include "kit/base/id.hpp"
#include "kit/describe/type.hpp"

/// What the courts did with an offender, as it is stored.
namespace noms::sentences {

using CourtId = Id<organisation::Body>;

/// How a hearing ended.
enum class Outcome {
    Sentenced,
    ConvictedForReport,
    Committed,
    RemandedInCustody,
    Bailed,
    Adjourned,
    Acquitted,
    Discontinued
};
DESCRIBE_ENUM(Outcome,
              Sentenced,
              ConvictedForReport,
              Committed,
              RemandedInCustody,
              Bailed,
              Adjourned,
              Acquitted,
              Discontinued)

/// Why a sentence no longer runs. RecordedInError: it never was, see correcting.hpp.
enum class EndReason {
    Served,
    Completed,
    Revoked,
    Resentenced,
    Quashed,
    Pardoned,
    Died,
    RecordedInError
};
DESCRIBE_ENUM(
    EndReason, Served, Completed, Revoked, Resentenced, Quashed, Pardoned, Died, RecordedInError)

/// To what kind of person compensation is payable; who it is stays out of the offender's record.
enum class Payee { Person, Business, PublicBody, NotStated };
DESCRIBE_ENUM(Payee, Person, Business, PublicBody, NotStated)

/// `court` is a body of kind Court, empty where an extract names one that is not known;
/// `court_words` is then what it said.
struct Appearance {
    Id<Appearance> id{};
    offenders::OffenderId offender{};
    std::optional<CourtId> court{};
    std::string court_words{};
    Date heard_on{};
    Outcome outcome = Outcome::Sentenced;
    std::string recorded_by{};
};
DESCRIBE(Appearance, id, offender, court, court_words, heard_on, outcome, recorded_by)

/// `committed_on` is empty where the day is not known. `marks` are codes of data/offence_mark.csv,
/// with spaces between them, as found on `marks_on`; empty: nobody has looked.
struct Offence {
    Id<Offence> id{};
    offenders::OffenderId offender{};
    Id<Appearance> appearance{};
    std::string code{};
    std::string words{};
    std::optional<Date> committed_on{};
    std::optional<std::string> marks{};
    std::optional<Date> marks_on{};
};
DESCRIBE(Offence, id, offender, appearance, code, words, committed_on, marks, marks_on)

/// One disposal for one offence. `ended_on` is the first day on which it no longer ran; while it is
/// empty, what ends it is its term.
struct Sentence {
    Id<Sentence> id{};
    offenders::OffenderId offender{};
    Id<Appearance> appearance{};
    Id<Offence> offence{};
    std::string disposal{};
    Date imposed_on{};
    Term term = Term::NotKnown;
    int years = 0;
    int months = 0;
    int weeks = 0;
    int days = 0;
    int custodial_years = 0;
    int custodial_months = 0;
    int custodial_weeks = 0;
    int custodial_days = 0;
    std::optional<int> supervision_months{};
    std::optional<int> operational_months{};
    std::optional<int> hours{};
    std::optional<std::int64_t> amount_pence{};
    std::optional<int> remand_days{};
    std::optional<int> tagged_bail_days{};
    bool punishes = false;
    bool reduces_reoffending = false;
    bool protects = false;
    bool repairs = false;
    std::optional<Id<Sentence>> consecutive_to{};
    std::optional<Date> ended_on{};
    std::optional<EndReason> ended_reason{};
    std::string recorded_by{};
    std::optional<Date> activated_on{};  // of a suspended term: it is served from then on
    std::optional<int> activated_months{};
    std::optional<int> activated_weeks{};
    std::optional<int> activated_days{};
};
DESCRIBE(Sentence,
         id,
         offender,
         appearance,
         offence,
         disposal,
         imposed_on,
         term,
         years,
         months,
         weeks,
         days,
         custodial_years,
         custodial_months,
         custodial_weeks,
         custodial_days,
         supervision_months,
         operational_months,
         hours,
         amount_pence,
         remand_days,
         tagged_bail_days,
         punishes,
         reduces_reoffending,
         protects,
         repairs,
         consecutive_to,
         ended_on,
         ended_reason,
         recorded_by,
         activated_on,
         activated_months,
         activated_weeks,
         activated_days)

/// `kind` is the code of a requirement in the catalogue of disposals.
struct Requirement {
    Id<Requirement> id{};
    offenders::OffenderId offender{};
    Id<Sentence> sentence{};
    std::string kind{};
    std::optional<int> amount{};
    std::string unit{};
    std::string words{};
    bool punishes = false;
    bool reduces_reoffending = false;
    bool protects = false;
    bool repairs = false;
};
DESCRIBE(Requirement,
         id,
         offender,
         sentence,
         kind,
         amount,
         unit,
         words,
         punishes,
         reduces_reoffending,
         protects,
         repairs)

struct Compensation {
    Id<Compensation> id{};
    offenders::OffenderId offender{};
    Id<Sentence> sentence{};
    std::int64_t pence = 0;
    Payee payable_to = Payee::NotStated;
};
DESCRIBE(Compensation, id, offender, sentence, pence, payable_to)

/// What was found of the offence; nothing where nobody has looked.
std::optional<Marks> marks_of(const Offence&);

/// The facts of a sentence that the rules look at.
Run run_of(const Sentence&);
Length length_of(const Sentence&);
/// Whether nothing may follow from it: quashed on appeal, or recorded in error.
bool never_stood(const Sentence&);
Length custodial_of(const Sentence&);
/// The term of a suspended sentence that takes effect: the one that was passed, or a shorter one.
Length activated_of(const Sentence&);

/// The purposes that a row carries as flags.
template <class Row>
std::vector<Purpose> purposes_of(const Row& row) {
    std::vector<Purpose> out;
    if (row.punishes) out.push_back(Purpose::Punish);
    if (row.reduces_reoffending) out.push_back(Purpose::ReduceReoffending);
    if (row.protects) out.push_back(Purpose::Protect);
    if (row.repairs) out.push_back(Purpose::Repair);
    return out;
}
/// Sets the flags of a row.
template <class Row>
void set_purposes(Row& row, const std::vector<Purpose>& purposes) {
    for (auto purpose : purposes) {
        row.punishes |= purpose == Purpose::Punish;
        row.reduces_reoffending |= purpose == Purpose::ReduceReoffending;
        row.protects |= purpose == Purpose::Protect;
        row.repairs |= purpose == Purpose::Repair;
    }
}

}  // namespace noms::sentences
