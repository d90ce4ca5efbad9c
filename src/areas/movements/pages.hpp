#pragma once

#include "areas/movements/views.hpp"
#include "kit/page/page.hpp"

/// The area's pages: facts in, page out. Pure.
namespace noms::movements {

/// What the reader may do.
struct May {
    bool change = false;
    bool correct = false;
};
/// Adds to the page of a record where the person is and was.
void show_movements(page::Page&, const OffenderMovements&, May);
page::Page roll_page(const RollView&, bool may_receive);

}  // namespace noms::movements
