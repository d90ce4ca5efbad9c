#pragma once

#include "areas/tasks/handlers.hpp"
#include "areas/tasks/views.hpp"
#include "kit/page/form.hpp"
#include "kit/page/page.hpp"

/// The area's pages: facts in, page out. Pure.
namespace noms::tasks {

page::Page list_page(const TaskList&);
/// One task: what, by when, why, and the two things that can be done with it.
page::Page task_page(const TaskLine&,
                     Date today,
                     bool may_change,
                     const form::Values&,
                     const std::vector<FieldError>&);

}  // namespace noms::tasks
