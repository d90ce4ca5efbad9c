#include "areas/tasks/sql.gen.hpp"
#include "areas/tasks/tasks.hpp"

namespace noms::tasks {

std::vector<record::Check> checks() {
    return {
        record::check_of(
            sql::doctor_task_without_owner, "every open task is somebody's, or a list's", "task"),
        record::check_of(sql::doctor_task_state,
                         "a task is open or closed, and due after its clock began",
                         "task")};
}

}  // namespace noms::tasks
