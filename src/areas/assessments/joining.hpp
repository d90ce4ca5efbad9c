#pragma once

namespace noms::assessments {

/// Has assessments follow when two records turn out to be one person's, and says when they cannot.
/// Called by serve().
void follow_joins();

}  // namespace noms::assessments
