#pragma once

namespace boost::json {
class array;
}

namespace noms::record {

/// Makes every change of an event say its table and all its fields: of {"again"} it makes the
/// {"table", "after"} of a new row, out of the new row before it. What is no such change stays.
void spell_out(boost::json::array& changes);

}  // namespace noms::record
