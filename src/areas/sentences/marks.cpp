#include "areas/sentences/marks.hpp"

#include <algorithm>

#include "areas/sentences/data.gen.hpp"
#include "kit/describe/rows.hpp"

namespace noms::sentences {

const std::vector<OffenceMark>& offence_marks() {
    static const auto all = rows::read<OffenceMark>(data::offence_mark);
    return all;
}

std::vector<OffenceMark> offence_marks_on(Date day) {
    std::vector<OffenceMark> out;
    for (const auto& each : offence_marks())
        if (each.from <= day) out.push_back(each);
    return out;
}

bool Marks::has(std::string_view code) const {
    return std::ranges::find(codes, code) != codes.end();
}

bool Marks::answer_for(Date day) const {
    return std::ranges::none_of(offence_marks(), [&](const OffenceMark& each) {
        return looked_up_on < each.from && each.from <= day;
    });
}

}  // namespace noms::sentences
