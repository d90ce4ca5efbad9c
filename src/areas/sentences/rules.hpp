#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "areas/sentences/catalogue.hpp"
#include "kit/base/date.hpp"
#include "kit/base/result.hpp"
#include "kit/law/law.hpp"

/// Whether a court could pass a disposal on a day, and how long a sentence runs. The dates of
/// release are another area's: here a custodial term runs to the end that the court gave it.
namespace noms::sentences {

/// Years, months, weeks and days as a court says them.
struct Length {
    int years = 0;
    int months = 0;
    int weeks = 0;
    int days = 0;
    bool empty() const { return years == 0 && months == 0 && weeks == 0 && days == 0; }
    bool operator==(const Length&) const = default;
};
DESCRIBE(Length, years, months, weeks, days)
/// The first day after `length` has run from `start`: years and months before weeks and days.
Date after(Date start, const Length&);
/// "2 years and 6 months"; "no length" for none.
std::string in_words(const Length&);

/// "£12.50".
std::string pounds(std::int64_t pence);

/// What a court means to pass. A length that was not given is empty.
struct DisposalFacts {
    std::string disposal{};
    Date imposed_on{};
    std::optional<Date> committed_on{};
    std::optional<Date> born{};
    std::vector<Purpose> purposes{};
    Length length{};
    Length custodial{};
    std::optional<int> supervision_months{};
    std::optional<int> operational_months{};
    std::optional<int> hours{};
    std::optional<std::int64_t> amount_pence{};
    std::optional<std::string> requirement{};
    std::optional<int> requirement_amount{};
};
DESCRIBE(DisposalFacts,
         disposal,
         imposed_on,
         committed_on,
         born,
         purposes,
         length,
         custodial,
         supervision_months,
         operational_months,
         hours,
         amount_pence,
         requirement,
         requirement_amount)

/// One thing that speaks against it, by field.
struct DisposalFault {
    std::string field{};
    std::string code{};
    std::string words{};
};
DESCRIBE(DisposalFault, field, code, words)
struct DisposalRuling {
    bool lawful = false;
    std::vector<DisposalFault> faults{};
    std::vector<law::Ground> because{};
};
DESCRIBE(DisposalRuling, lawful, faults, because)
/// What speaks against this disposal on that day, naming the Act. What is not known (a birth date,
/// the day of the offence) speaks against nothing, and the ruling says so.
Result<DisposalRuling> disposal_ruling(const DisposalFacts&);

/// What speaks against that much of a requirement on `day`.
std::vector<DisposalFault> requirement_faults(std::string_view kind,
                                              std::optional<int> amount,
                                              Date day);

/// What speaks against a requirement beside the others of its order: one of each kind, monitoring
/// only with what it secures, and the age on `day` where it is known.
std::vector<DisposalFault> compatibility_faults(std::string_view kind,
                                                const std::vector<std::string>& others,
                                                const std::optional<Date>& born,
                                                Date day);

/// How one sentence runs.
struct Run {
    std::int64_t sentence = 0;
    std::string disposal{};
    Date imposed_on{};
    Term term = Term::NotKnown;
    Length length{};
    std::optional<int> supervision_months{};
    std::optional<int> operational_months{};
    int days_counted = 0;  // remand and tagged bail
    std::optional<std::int64_t> consecutive_to{};
    std::optional<Date> ended_on{};
    std::optional<Date> activated_on{};  // a suspended term takes effect
    std::optional<Length> activated{};   // so much of it
};
DESCRIBE(Run,
         sentence,
         disposal,
         imposed_on,
         term,
         length,
         supervision_months,
         operational_months,
         days_counted,
         consecutive_to,
         ended_on,
         activated_on,
         activated)

/// Whether there is an end: a day; never (for life, for public protection); or nobody can say.
enum class EndIs { Day, Never, NotKnown };
DESCRIBE_ENUM(EndIs, Day, Never, NotKnown)
/// `until` is the first day on which it no longer runs; empty unless `end` is Day.
struct Ending {
    EndIs end = EndIs::NotKnown;
    std::optional<Date> until{};
};
DESCRIBE(Ending, end, until)

/// When `run` ends at the latest, by its term; one that is consecutive starts where the other ends.
Ending ending_of(const Run& run, const std::vector<Run>& all);

enum class Answer { No, Yes, NotKnown };
DESCRIBE_ENUM(Answer, No, Yes, NotKnown)

struct StandingFacts {
    Date day{};
    std::vector<Run> sentences{};  // all of one offender
};
DESCRIBE(StandingFacts, day, sentences)

/// Whether somebody is under sentence, until when at the latest, and whether an offender manager is
/// due: `managed` is true as well where nobody can say whether the sentence still runs.
struct Standing {
    Answer under_sentence = Answer::No;
    std::optional<Ending> ends{};  // empty when not under sentence
    bool managed = false;
    std::optional<Ending> managed_ends{};
    std::vector<law::Ground> because{};
};
DESCRIBE(Standing, under_sentence, ends, managed, managed_ends, because)
Result<Standing> standing(const StandingFacts&);

/// Whether `sentence` may be consecutive to `to`: both of one offender, and no way back.
/// `all` are that offender's sentences.
bool may_follow(std::int64_t sentence, std::int64_t to, const std::vector<Run>& all);

/// Registers `disposal` and `under-sentence` for `noms rules`.
void register_rules();

}  // namespace noms::sentences
