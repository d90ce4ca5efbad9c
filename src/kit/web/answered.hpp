#pragma once

#include "kit/base/date.hpp"
#include "kit/db/database.hpp"

namespace noms::web {

/// How long a command sent again with its key is given the answer of the first time.
inline constexpr std::chrono::hours answers_kept_for{72};

/// Forgets what was answered before `before` to commands that came with a key.
void forget_answers(db::Database&, Instant before);

}  // namespace noms::web
