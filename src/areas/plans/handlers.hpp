#pragma once

#include <optional>
#include <string>

#include "areas/plans/views.hpp"

/// The commands of this area.
namespace noms::plans {

/// `section` is a section of OASys, `requirement` a code of a requirement that runs, `offering` the
/// key of an offering that is not ruled out; each may be empty.
struct PlaceObjective {
    std::optional<std::string> section{};
    std::optional<std::string> requirement{};
    Aim aim = Aim::Change;
    Stage stage = Stage::Stabilise;
    std::optional<std::string> offering{};
    std::string plain_words{};
};
DESCRIBE(PlaceObjective, section, requirement, aim, stage, offering, plain_words)

struct SignPlan {
    Stand stand = Stand::Agreed;
    std::optional<std::string> words{};
    std::optional<std::string> note{};
    std::optional<std::string> no_behaviour{};
};
DESCRIBE(SignPlan, stand, words, note, no_behaviour)

/// Places an open objective in the plan, or places it anew. Invalid: a need, a requirement or an
/// offering that the person does not have, no plain words.
Result<PlannedStep> place_objective(web::Context&, const PlaceObjective&);
/// Keeps the plan as it stands with what the offender says of it, and asks the manager for the next
/// review. Refused while an objective has no place or nobody manages.
Result<Signing> sign_plan(web::Context&, const SignPlan&);

/// The open objective that the address names as {objective}, of the offender it names.
Result<management::Objective> open_objective_in(web::Context&);
/// Whether a task asks for the review after that signature.
bool is_about(const tasks::Task&, SigningId);

}  // namespace noms::plans
