#include "areas/management/rules_plan.hpp"

#include <algorithm>

#include "areas/management/data.gen.hpp"
#include "kit/describe/rows.hpp"

namespace noms::management {

const std::vector<Activity>& activities() {
    static const auto all = rows::read<Activity>(data::activity);
    return all;
}

const Activity* activity_of(std::string_view code) {
    auto found = std::ranges::find(activities(), code, &Activity::code);
    return found == activities().end() ? nullptr : &*found;
}

Crossing through_the_gate(const Objective& objective) {
    const auto* activity = activity_of(objective.activity);
    if (!activity || activity->setting != ActivitySetting::Custody)
        return {true, objective.activity, "It can be done inside and outside"};
    if (const auto* outside = activity_of(activity->outside.value_or("")))
        return {true, outside->code, activity->name + " goes on as: " + outside->name};
    return {false, "", activity->name + " has no match outside prison"};
}

}  // namespace noms::management
