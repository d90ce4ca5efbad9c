#include "areas/sentences/catalogue.hpp"

#include <map>

#include <fmt/format.h>

#include "areas/sentences/data.gen.hpp"
#include "kit/base/text.hpp"
#include "kit/describe/rows.hpp"

namespace noms::sentences {

const std::vector<Disposal>& disposals() {
    static const auto all = rows::read<Disposal>(data::disposals);
    return all;
}

const Disposal* disposal(std::string_view code) {
    static const auto by_code = [] {
        std::map<std::string_view, const Disposal*> out;
        for (const auto& each : disposals()) out[each.code] = &each;
        return out;
    }();
    auto found = by_code.find(code);
    return found == by_code.end() ? nullptr : found->second;
}

std::string why_not_on(const Disposal& disposal, Date day) {
    if (disposal.commencement == Commencement::Never)
        return fmt::format("{} never came into force ({})", disposal.name, disposal.act);
    if (disposal.commenced && day < *disposal.commenced)
        return fmt::format("{} came into force on {} ({})",
                           disposal.name,
                           noms::in_words(*disposal.commenced),
                           disposal.act);
    if (disposal.ceased && *disposal.ceased <= day)
        return fmt::format("{} could not be passed from {} on ({})",
                           disposal.name,
                           noms::in_words(*disposal.ceased),
                           disposal.act);
    return {};
}

bool brings_manager(std::string_view code) {
    const auto* found = disposal(code);
    return found && found->managed == Managed::Yes;
}

bool is_custody(std::string_view code) {
    const auto* found = disposal(code);
    return found && found->kind == Group::Custody;
}

std::vector<Purpose> usual_purposes(const Disposal& disposal) {
    std::vector<Purpose> out;
    for (const auto& word : split(disposal.purposes.value_or(""), '|'))
        if (auto purpose = describe::choice_of<Purpose>(word)) out.push_back(*purpose);
    return out;
}

std::string_view in_words(Purpose purpose) {
    switch (purpose) {
        case Purpose::Punish: return "to punish";
        case Purpose::ReduceReoffending: return "to reduce re-offending";
        case Purpose::Protect: return "to protect the public";
        case Purpose::Repair: return "to repair the harm";
    }
    return {};
}

std::string_view in_words(Unit unit) {
    switch (unit) {
        case Unit::Days: return "days";
        case Unit::Weeks: return "weeks";
        case Unit::Months: return "months";
        case Unit::Years: return "years";
        case Unit::Hours: return "hours";
        case Unit::HoursADay: return "hours a day";
        case Unit::Pounds: return "pounds";
    }
    return {};
}

}  // namespace noms::sentences
