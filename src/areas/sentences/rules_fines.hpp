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

/// Fines: what is served for one that is not paid, and fines by days and means. All in pence.
namespace noms::sentences {

enum class FiningCourt { Magistrates, Crown };
DESCRIBE_ENUM(FiningCourt, Magistrates, Crown)

/// `due_pence` when the term was fixed. `committed_on`: the first day of the term.
struct FineDefaultFacts {
    FiningCourt court = FiningCourt::Magistrates;
    std::int64_t due_pence = 0;
    std::int64_t paid_since_pence = 0;
    std::optional<int> age{};
    std::optional<Date> committed_on{};
};
DESCRIBE(FineDefaultFacts, court, due_pence, paid_since_pence, age, committed_on)

enum class DefaultKind { Imprisonment, Detention, None };
DESCRIBE_ENUM(DefaultKind, Imprisonment, Detention, None)

/// The longest term that could be fixed. Days are null until it is known when the term begins.
struct FineDefaultRuling {
    std::optional<DefaultKind> kind{};  // null: the age is not known
    int months = 0;
    int days = 0;
    std::optional<int> term_days{};
    std::optional<int> days_off_for_payment{};
    std::optional<int> days_to_serve{};
    std::int64_t outstanding_pence = 0;
    int unpaid_work_hours = 0;  // that would discharge what is outstanding
    std::string certainty{};
    std::vector<law::Ground> because{};
};
DESCRIBE(FineDefaultRuling,
         kind,
         months,
         days,
         term_days,
         days_off_for_payment,
         days_to_serve,
         outstanding_pence,
         unpaid_work_hours,
         certainty,
         because)
/// The scale of data/default_scale.csv. Refused when more was paid than was due.
Result<FineDefaultRuling> fine_default(const FineDefaultFacts&);

/// Bill2005: days and what somebody has left a day. UnitFine1991: units and a third of what
/// somebody has left a week.
enum class FineScheme { Bill2005, UnitFine1991 };
DESCRIBE_ENUM(FineScheme, Bill2005, UnitFine1991)

/// Weekly sums; `daily_disposable_pence`, where given, stands before them.
struct DayFineFacts {
    FineScheme scheme = FineScheme::Bill2005;
    int days = 0;  // or units
    std::optional<std::int64_t> daily_disposable_pence{};
    std::optional<std::int64_t> weekly_net_income_pence{};
    std::optional<std::int64_t> weekly_outgoings_pence{};  // housing and dependants
    std::optional<int> age{};
    std::optional<Date> day{};
};
DESCRIBE(DayFineFacts,
         scheme,
         days,
         daily_disposable_pence,
         weekly_net_income_pence,
         weekly_outgoings_pence,
         age,
         day)

/// `fine_pence` null: the means are not known, and nobody is fined on a guess.
struct DayFineRuling {
    std::optional<std::int64_t> fine_pence{};
    std::optional<std::int64_t> unit_pence{};
    bool in_force = false;
    std::string advice{};
    std::vector<law::Ground> because{};
};
DESCRIBE(DayFineRuling, fine_pence, unit_pence, in_force, advice, because)
/// Days and ability to pay, multiplied: the proposal of the Carter report, never in force.
Result<DayFineRuling> day_fine(const DayFineFacts&);

/// A figure of data/fine_figure.csv. Throws std::logic_error for a name that is none.
std::int64_t fine_figure(std::string_view name);

/// Registers `fine-default` and `day-fine` for `noms rules`.
void register_fines();

}  // namespace noms::sentences
