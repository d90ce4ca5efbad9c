#pragma once

#include <string_view>

#include "kit/page/html.hpp"

/// Trying something out on a page: what would be, beside what is. Nothing is saved.
namespace noms::page {

/// A frame that links lead to by its id.
Html trying_box(std::string_view id, const Html& inside);
/// The boxes stand side by side; their state is in the address, and the answer is read at `id`,
/// further down the same page.
Html trying_form(std::string_view path,
                 std::string_view id,
                 const Html& fields,
                 std::string_view go);
/// A value that is no longer what it was: bold on a tint. What changed is said in words beside it.
Html changed(const Cell&);

}  // namespace noms::page
