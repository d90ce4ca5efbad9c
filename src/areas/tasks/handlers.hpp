#pragma once

#include "areas/tasks/tasks.hpp"

/// The commands on one task.
namespace noms::tasks {

struct Finish {
    std::optional<std::string> note{};
};
DESCRIBE(Finish, note)

/// `to` is the name that the other signs in with; empty: back to the list of the actor's scope.
struct HandOver {
    std::optional<std::string> to{};
    std::string reason{};
};
DESCRIBE(HandOver, to, reason)

struct Take {};
BOOST_DESCRIBE_STRUCT(Take, (), ())

Result<Task> finish(web::Context&, const Finish&);
Result<Task> hand_over_task(web::Context&, const HandOver&);
Result<Task> take(web::Context&, const Take&);

/// The task of the address: the actor's own, or one on the list of their scope.
Result<Task> task_in(web::Context&);

}  // namespace noms::tasks
