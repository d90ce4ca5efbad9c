#pragma once

#include <optional>
#include <string>

#include "areas/interventions/interventions.hpp"
#include "areas/management/management.hpp"
#include "areas/offenders/offenders.hpp"
#include "kit/base/date.hpp"
#include "kit/base/id.hpp"
#include "kit/describe/type.hpp"
#include "kit/record/record.hpp"

/// What the sentence plan adds to the objectives that `management` keeps: where each stands in the
/// plan, and when the plan was signed, in whose words.
namespace noms::plans {

/// What an objective is for. Change: it is aimed at behaviour.
enum class Aim { Punish, Help, Change, Control };
DESCRIBE_ENUM(Aim, Punish, Help, Change, Control)

/// Earliest first.
enum class Stage { Stabilise, Motivate, Programme, Resettle };
DESCRIBE_ENUM(Stage, Stabilise, Motivate, Programme, Resettle)

/// Whether the offender agreed.
enum class Stand { Agreed, Disagreed, NotPresent };
DESCRIBE_ENUM(Stand, Agreed, Disagreed, NotPresent)

/// The place of one objective in the plan. `section` is the section of OASys whose need it answers,
/// `requirement` a code of a requirement of the sentence ("REQ_SUP"); empty: voluntary.
struct PlannedStep {
    Id<PlannedStep> id{};
    offenders::OffenderId offender{};
    Id<management::Objective> objective{};
    int version = 1;
    std::optional<int> section{};
    std::string requirement{};
    Aim aim = Aim::Change;
    Stage stage = Stage::Stabilise;
    std::optional<catalogue::OfferingId> offering{};
    std::string plain_words{};  // for the offender's copy
    Date placed_on{};
    std::string placed_by{};
};
DESCRIBE(PlannedStep,
         id,
         offender,
         objective,
         version,
         section,
         requirement,
         aim,
         stage,
         offering,
         plain_words,
         placed_on,
         placed_by)
extern const record::Table<PlannedStep> planned_steps;

/// The plan as it stood when it was signed or reviewed. `words` are the offender's own; `note` is
/// what a review found, or why the offender was not there. `needs` to `content` are what the plan
/// rested on, as `Snapshot` has them.
struct Signing {
    Id<Signing> id{};
    offenders::OffenderId offender{};
    Date signed_on{};
    Stand stand = Stand::Agreed;
    std::string words{};
    std::string note{};
    std::string no_behaviour{};  // why no objective is aimed at behaviour
    std::string recorded_by{};
    Date review_on{};
    std::string needs{};
    std::string tier{};
    std::string requirements{};
    std::string location{};
    std::string content{};
};
DESCRIBE(Signing,
         id,
         offender,
         signed_on,
         stand,
         words,
         note,
         no_behaviour,
         recorded_by,
         review_on,
         needs,
         tier,
         requirements,
         location,
         content)
using SigningId = Id<Signing>;
extern const record::Table<Signing> signings;

}  // namespace noms::plans
