#include "areas/tasks/tasks.hpp"

namespace noms::tasks {

const record::Table<Task> tasks{"task", "id"};

}  // namespace noms::tasks
