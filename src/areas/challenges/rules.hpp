#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "areas/challenges/facts.hpp"
#include "areas/management/management.hpp"
#include "kit/base/result.hpp"
#include "kit/law/law.hpp"

/// By when somebody is answered who contests what is written about them, and by whom. Pure.
namespace noms::challenges {

/// The row of data/clock.csv.
struct Clock {
    std::string kind{};  // of the task
    std::string what{};
    int working_days = 0;
    std::string rule{};
    std::string cite{};
    std::string certainty{};
};
DESCRIBE(Clock, kind, what, working_days, rule, cite, certainty)
const Clock& clock();

struct DeadlineFacts {
    Date received_on{};
};
DESCRIBE(DeadlineFacts, received_on)
struct DeadlineRuling {
    Date due_on{};
    std::vector<law::Ground> because{};
};
DESCRIBE(DeadlineRuling, due_on, because)
/// The last day for the answer. Refused beyond the calendar of bank holidays.
Result<DeadlineRuling> deadline(const DeadlineFacts&);

/// An officer in office in the area whose case it is, the longest in office first.
struct Candidate {
    std::string name{};  // to sign in with
    management::Grade grade = management::Grade::Officer;
    bool in_unit = false;  // of the manager
    bool manages = false;
};
DESCRIBE(Candidate, name, grade, in_unit, manages)
/// `entered_by` is who made the entry that is contested; empty: nobody in particular.
struct AnswererFacts {
    std::string entered_by{};
    std::vector<Candidate> officers{};
};
DESCRIBE(AnswererFacts, entered_by, officers)
/// `asked` is empty where nobody fits: then the list of the area is asked.
struct AnswererRuling {
    std::string asked{};
    std::vector<law::Ground> because{};
};
DESCRIBE(AnswererRuling, asked, because)
/// Who is asked for the answer: never whoever made the entry. A senior officer of the manager's
/// unit, one of the area, its head, the manager; in that order.
Result<AnswererRuling> answerer(const AnswererFacts&);

/// Registers `challenge-deadline` and `challenge-answerer` for `noms rules`.
void register_rules();

}  // namespace noms::challenges
