#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "areas/release_dates/engine/law_tables.hpp"
#include "areas/release_dates/rules_validation.hpp"
#include "kit/law/law.hpp"

/// Every date of one person under a law, and what moved between two sets of dates.
namespace noms::release_dates {

/// How a date is told: a row of data/date_kind.csv. `code` is the service's, "CRD".
enum class ShownOn { None, Before, After };
DESCRIBE_ENUM(ShownOn, None, Before, After)
enum class Releases { No, Yes };
DESCRIBE_ENUM(Releases, No, Yes)
struct DateKind {
    std::string code{};
    std::string name{};
    std::string plain{};  // for the prisoner
    Releases releases = Releases::No;
    ShownOn working_day = ShownOn::None;
};
DESCRIBE(DateKind, code, name, plain, releases, working_day)
/// Every kind of date, in the order pages show them.
const std::vector<DateKind>& date_kinds();
/// Throws std::logic_error for a code that is none.
const DateKind& date_kind(std::string_view code);

/// One date. `falls_on` is the working day that stands for it, empty where the bank holidays of
/// that year are not known; the same day where nothing moves it.
struct WorkedDate {
    std::string type{};
    Date on_day{};
    std::optional<Date> falls_on{};
    std::vector<law::Ground> because{};
};
DESCRIBE(WorkedDate, type, on_day, falls_on, because)

/// What was found. The dates stand only when `calculable` is true; else `doubts` or `refusals` say
/// why not.
struct WorkedOut {
    std::string law{};  // a profile: which law was applied
    bool calculable = false;
    std::vector<Doubt> doubts{};
    std::vector<std::string> refusals{};  // in words, of the engine's own checks
    std::vector<WorkedDate> dates{};      // in the order of date_kinds()
    std::vector<std::string> notes{};
};
DESCRIBE(WorkedOut, law, calculable, doubts, refusals, dates, notes)

enum class Reasons { Left, Given };
/// Works every date out. Steps are built only when they are asked for.
WorkedOut work_out(const CalculationFacts&, std::string_view law, Reasons);

/// The facts of one person and the law they are worked out under; `law` empty: the service's.
struct DatesAsked {
    CalculationFacts facts{};
    std::optional<std::string> law{};
};
DESCRIBE(DatesAsked, facts, law)
/// The same for `noms rules release-dates`; Invalid for a law that is none.
Result<WorkedOut> release_dates_of(const DatesAsked&);

/// The day of release: the later of those that release; null when there is none.
const WorkedDate* release_of(const std::vector<WorkedDate>&);

/// A date before and after; an end that is empty was not there.
struct MovedDate {
    std::string type{};
    std::optional<Date> before{};
    std::optional<Date> after{};
    /// Days later; nought where an end is missing.
    int days() const;
    bool has_moved() const { return before != after; }
};
/// Every date of either, in the order of date_kinds().
std::vector<MovedDate> compared(const std::vector<WorkedDate>& before,
                                const std::vector<WorkedDate>& after);

/// How many working days there are for answering a challenge made on `day`; empty where no law
/// says.
std::optional<int> answer_days(Date day);
/// The last day for answering a challenge made on `day`, by its law; refused where that is not
/// held.
Result<law::Ruling<Date>> answer_due(Date challenged_on);

/// What the calculation rests on beside the tables of law/, each once with its link.
std::vector<law::Provision> provisions_used();

/// Registers `release-dates` for `noms rules`, and the tables it rests on.
void register_rules();

}  // namespace noms::release_dates
