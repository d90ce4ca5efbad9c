#pragma once

#include <optional>

#include "areas/tasks/tasks.hpp"

/// The area's rows. No decisions.
namespace noms::tasks::store {

std::optional<Task> task(db::Connection&, TaskId);
std::optional<Task> task_asked_by(db::Connection&, const std::string& source);

}  // namespace noms::tasks::store
