#pragma once

#include <optional>
#include <string>
#include <vector>

#include "areas/sentences/handlers.hpp"
#include "areas/sentences/rules_fine_account.hpp"

/// Paying fines, and what is done when they are not paid, as it is stored.
namespace noms::sentences {

struct FineTerms {
    Id<FineTerms> id{};
    offenders::OffenderId offender{};
    Id<Sentence> sentence{};
    Date set_on{};
    PayEvery every = PayEvery::AtOnce;
    std::int64_t pence = 0;
    Date first_on{};
    std::optional<std::int64_t> weekly_income_pence{};
    std::optional<std::int64_t> weekly_outgoings_pence{};
    std::string recorded_by{};
};
DESCRIBE(FineTerms,
         id,
         offender,
         sentence,
         set_on,
         every,
         pence,
         first_on,
         weekly_income_pence,
         weekly_outgoings_pence,
         recorded_by)

struct Payment {
    Id<Payment> id{};
    offenders::OffenderId offender{};
    Id<Sentence> sentence{};
    Date paid_on{};
    std::int64_t pence = 0;
    std::string recorded_by{};
};
DESCRIBE(Payment, id, offender, sentence, paid_on, pence, recorded_by)

struct FineStepTaken {
    Id<FineStepTaken> id{};
    offenders::OffenderId offender{};
    Id<Sentence> sentence{};
    std::string step{};
    Date taken_on{};
    std::string recorded_by{};
};
DESCRIBE(FineStepTaken, id, offender, sentence, step, taken_on, recorded_by)

extern const record::Table<FineTerms> fine_terms;
extern const record::Table<Payment> payments;
extern const record::Table<FineStepTaken> fine_steps_taken;

/// How the fine of a sentence stands on a day; nothing for a sentence that is none.
std::optional<FineAccount> account_of(db::Connection&, const Sentence&, Date day);

/// How a fine is to be paid. Sums are in pounds; what somebody has a week may be left empty.
struct SetFineTerms {
    PayEvery every = PayEvery::AtOnce;
    std::optional<std::string> amount{};
    Date first_on{};
    std::optional<std::string> weekly_income{};
    std::optional<std::string> weekly_outgoings{};
};
DESCRIBE(SetFineTerms, every, amount, first_on, weekly_income, weekly_outgoings)

struct RecordPayment {
    Date paid_on{};
    std::string amount{};
};
DESCRIBE(RecordPayment, paid_on, amount)

struct TakeFineStep {
    std::string step{};
    Date taken_on{};
};
DESCRIBE(TakeFineStep, step, taken_on)

Result<Recorded> set_fine_terms(web::Context&, const SetFineTerms&);
/// Refused when more would be paid than is due.
Result<Recorded> record_payment(web::Context&, const RecordPayment&);
/// Refused where nothing is behind, or the law of the day does not have that step next.
Result<Recorded> take_fine_step(web::Context&, const TakeFineStep&);

/// The section of the sentence's page.
page::Html fine_section(const Sentence&, const FineAccount&, bool may_change);

}  // namespace noms::sentences
