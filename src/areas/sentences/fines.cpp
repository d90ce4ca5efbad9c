#include "areas/sentences/fines.hpp"

#include <algorithm>

#include "areas/sentences/passing.hpp"
#include "areas/sentences/sql.gen.hpp"

/// Commands on a fine: load, decide by the rule, write.
namespace noms::sentences {
namespace {

FineAccountFacts facts_of(db::Connection& db, const Sentence& fine, Date day) {
    FineAccountFacts out{
        .due_pence = fine.amount_pence.value_or(0), .imposed_on = fine.imposed_on, .day = day};
    for (const auto& each : db::all<FineTerms>(db, sql::fine_terms_of, fine.id)) {
        if (day < each.set_on) continue;
        out.instalments =
            Instalments{.every = each.every, .pence = each.pence, .first_on = each.first_on};
        out.weekly_income_pence = each.weekly_income_pence;
        out.weekly_outgoings_pence = each.weekly_outgoings_pence;
    }
    for (const auto& each : db::all<Payment>(db, sql::payments_of, fine.id))
        out.paid.push_back({each.paid_on, each.pence});
    for (const auto& each : db::all<FineStepTaken>(db, sql::fine_steps_of, fine.id))
        out.steps.push_back({each.step, each.taken_on});
    return out;
}

bool is_fine(const Sentence& sentence) {
    return sentence.disposal == "FINE" && sentence.amount_pence.value_or(0) > 0;
}

/// The fine of the address, that still stands.
Result<Sentence> fine_in(web::Context& context) {
    auto of = TRY(running_sentence(context));
    if (!is_fine(of)) return refused("This sentence is not a fine.");
    return of;
}

/// Pounds that may be left empty; `faults` says where they are none.
std::optional<std::int64_t> pence_or_none(const std::optional<std::string>& pounds,
                                          const char* field,
                                          std::vector<FieldError>& faults) {
    if (!pounds || pounds->empty()) return std::nullopt;
    auto pence = pence_of(*pounds);
    if (!pence)
        faults.push_back({field, "not_money", "The amount must be in pounds, like 250 or 250.50"});
    return pence;
}

std::optional<FieldError> not_between(const char* field, Date from, Date day, Date today) {
    if (day < from) return FieldError{field, "before_start", "The fine was imposed after that day"};
    if (today < day)
        return FieldError{field, "date_in_future", "The day must not be in the future"};
    return std::nullopt;
}

}  // namespace

std::optional<FineAccount> account_of(db::Connection& db, const Sentence& sentence, Date day) {
    if (!is_fine(sentence)) return std::nullopt;
    auto account = fine_account(facts_of(db, sentence, day));
    return account ? std::optional(*account) : std::nullopt;
}

Result<Recorded> set_fine_terms(web::Context& context, const SetFineTerms& given) {
    auto of = TRY(fine_in(context));
    std::vector<FieldError> faults;
    FineTerms row{.id = new_id<FineTerms>(),
                  .offender = of.offender,
                  .sentence = of.id,
                  .set_on = context.today,
                  .every = given.every,
                  .first_on = given.first_on,
                  .recorded_by = context.actor.name};
    bool at_once = given.every == PayEvery::AtOnce;
    row.pence =
        at_once ? *of.amount_pence : pence_or_none(given.amount, "amount", faults).value_or(0);
    row.weekly_income_pence = pence_or_none(given.weekly_income, "weekly_income", faults);
    row.weekly_outgoings_pence = pence_or_none(given.weekly_outgoings, "weekly_outgoings", faults);
    if (!faults.empty()) return invalid(std::move(faults));
    auto facts = facts_of(context.db, of, context.today);
    facts.instalments =
        Instalments{.every = row.every, .pence = row.pence, .first_on = row.first_on};
    if (auto ruled = fine_account(facts); !ruled) {
        auto error = ruled.error();
        for (auto& each : error.fields)
            if (each.field == "pence") each.field = "amount";
        return std::unexpected(std::move(error));
    }
    return add_row(context, fine_terms, row, "sentences.fine_terms_set");
}

Result<Recorded> record_payment(web::Context& context, const RecordPayment& given) {
    auto of = TRY(fine_in(context));
    if (auto fault = not_between("paid_on", of.imposed_on, given.paid_on, context.today))
        return invalid({*fault});
    std::vector<FieldError> faults;
    auto pence = pence_or_none(given.amount, "amount", faults);
    if (faults.empty() && pence.value_or(0) == 0)
        faults.push_back({"amount", "missing", "Enter how much was paid"});
    if (!faults.empty()) return invalid(std::move(faults));
    auto facts = facts_of(context.db, of, context.today);
    facts.paid.push_back({given.paid_on, *pence});
    if (!fine_account(facts))
        return invalid({{"amount", "too_much", "No more is paid than is outstanding"}});
    Payment row{.id = new_id<Payment>(),
                .offender = of.offender,
                .sentence = of.id,
                .paid_on = given.paid_on,
                .pence = *pence,
                .recorded_by = context.actor.name};
    return add_row(context, payments, row, "sentences.fine_paid");
}

Result<Recorded> take_fine_step(web::Context& context, const TakeFineStep& given) {
    auto of = TRY(fine_in(context));
    if (auto fault = not_between("taken_on", of.imposed_on, given.taken_on, context.today))
        return invalid({*fault});
    auto account = TRY(fine_account(facts_of(context.db, of, given.taken_on)));
    if (std::ranges::find(account.steps_open, given.step) == account.steps_open.end())
        return invalid({{"step",
                         "not_open",
                         "This step cannot be taken on that day: nothing is behind, or another "
                         "comes first"}});
    FineStepTaken row{.id = new_id<FineStepTaken>(),
                      .offender = of.offender,
                      .sentence = of.id,
                      .step = given.step,
                      .taken_on = given.taken_on,
                      .recorded_by = context.actor.name};
    return add_row(context, fine_steps_taken, row, "sentences.fine_step_taken");
}

}  // namespace noms::sentences
