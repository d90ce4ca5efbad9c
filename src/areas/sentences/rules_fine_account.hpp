#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kit/base/date.hpp"
#include "kit/base/result.hpp"
#include "kit/describe/type.hpp"
#include "kit/law/law.hpp"

/// How a fine stands: what was paid, what is behind, and what may be done about it. In pence.
namespace noms::sentences {

/// AtOnce: the whole of it on one day.
enum class PayEvery { AtOnce, Week, Fortnight, Month };
DESCRIBE_ENUM(PayEvery, AtOnce, Week, Fortnight, Month)

/// So much at a time, from `first_on` on, until all is paid.
struct Instalments {
    PayEvery every = PayEvery::AtOnce;
    std::int64_t pence = 0;
    Date first_on{};
};
DESCRIBE(Instalments, every, pence, first_on)

struct Paid {
    Date paid_on{};
    std::int64_t pence = 0;
};
DESCRIBE(Paid, paid_on, pence)

/// A step that was taken: a code of data/fine_step.csv.
struct StepTaken {
    std::string step{};
    Date taken_on{};
};
DESCRIBE(StepTaken, step, taken_on)

/// `instalments` empty: the whole is due on the day it was imposed. Weekly sums are empty where the
/// means are not known.
struct FineAccountFacts {
    std::int64_t due_pence = 0;
    Date imposed_on{};
    std::optional<Instalments> instalments{};
    std::vector<Paid> paid{};
    std::vector<StepTaken> steps{};
    std::optional<std::int64_t> weekly_income_pence{};
    std::optional<std::int64_t> weekly_outgoings_pence{};
    Date day{};
};
DESCRIBE(FineAccountFacts,
         due_pence,
         imposed_on,
         instalments,
         paid,
         steps,
         weekly_income_pence,
         weekly_outgoings_pence,
         day)

/// One way of enforcing: a row of data/fine_step.csv. `after`: the step that must come first.
struct FineStep {
    std::string code{};
    std::string name{};
    std::optional<std::string> after{};
    Date from{};
    std::optional<Date> until{};
    std::string cite{};
    std::string link{};
    std::string mark{};
};
DESCRIBE(FineStep, code, name, after, from, until, cite, link, mark)
const std::vector<FineStep>& fine_steps();
/// Null for a code that is none.
const FineStep* fine_step(std::string_view code);

/// `paid_off_on` is the day of the last instalment, when all are paid in time. `leaves_pence` is
/// what is left a week once the instalments are paid; empty where the means are not known.
struct FineAccount {
    std::int64_t paid_pence = 0;
    std::int64_t outstanding_pence = 0;
    std::int64_t behind_pence = 0;
    std::optional<Date> next_due_on{};
    std::optional<std::int64_t> next_due_pence{};
    std::optional<Date> paid_off_on{};
    std::optional<std::int64_t> leaves_pence{};
    std::vector<std::string> steps_open{};  // codes, in the order of the table
    std::vector<law::Ground> because{};
};
DESCRIBE(FineAccount,
         paid_pence,
         outstanding_pence,
         behind_pence,
         next_due_on,
         next_due_pence,
         paid_off_on,
         leaves_pence,
         steps_open,
         because)
/// Refused when more was paid than was due; Invalid for instalments that never end.
Result<FineAccount> fine_account(const FineAccountFacts&);

/// Registers `fine-account` for `noms rules`.
void register_fine_account();

}  // namespace noms::sentences
