#pragma once

#include <optional>
#include <string>

#include "areas/interventions/interventions.hpp"

/// What somebody is asked to do, each with its clock; within the caller's command.
namespace noms::interventions {

/// A row of data/standard.csv: within how many working days.
struct Standard {
    std::string kind{};
    std::string what{};
    int working_days = 0;
    std::string rule{};
    std::string cite{};
    std::string certainty{};
};
DESCRIBE(Standard, kind, what, working_days, rule, cite, certainty)
const Standard& standard_of(std::string_view kind);

/// What asked for the task, so that it is closed again.
std::string decision_source(ReferralId);
std::string consultation_source(ConsultationId);
std::string carry_on_source(ReferralId);

/// The prison or the area is to accept or refuse.
void ask_to_decide(record::Changes&,
                   db::Connection&,
                   const Referral&,
                   const catalogue::Offering&,
                   const std::string& name);
/// The offender manager is to give a view. With `already` the manager's own referral is the view.
Consultation ask_manager(
    record::Changes&, db::Connection&, Consultation, record::AccountId manager, bool already);
/// The manager is to choose where it goes on.
void ask_to_carry_on(record::Changes&,
                     db::Connection&,
                     const Referral&,
                     record::AccountId manager,
                     const std::string& name,
                     Date moved_on);
/// The manager is to judge an unacceptable absence.
void ask_to_judge(record::Changes&,
                  db::Connection&,
                  const Referral&,
                  const Session&,
                  record::AccountId manager,
                  const std::string& name);

}  // namespace noms::interventions
