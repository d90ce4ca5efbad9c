#pragma once

#include <string>

#include "areas/movements/movements.hpp"
#include "areas/sentences/sentences.hpp"
#include "areas/tasks/tasks.hpp"
#include "kit/page/content.hpp"

/// What several pages say alike.
namespace noms::overview {

/// "In custody at HMP Leeds", "On temporary absence from HMP Leeds"; `where` is the name of the
/// movement's body or prison, and may be empty.
std::string place_in_words(const movements::Movement&, const std::string& where);
/// "until 3 March 2007"; "with no end"; empty where nobody can say.
std::string ending_in_words(const sentences::Ending&);
/// A task as a line of a list of what is due; `who` stands before it where many people are shown.
page::Due due_line(const tasks::Task&, const std::string& who, Date today);

/// Teaches the timeline of a person the words for what the areas do.
void tell_timelines();

}  // namespace noms::overview
