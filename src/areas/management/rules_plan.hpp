#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "areas/catalogue/catalogue.hpp"
#include "areas/management/facts.hpp"

/// What an objective's activity is, where it can be done, and what matches it outside.
namespace noms::management {

enum class ActivitySetting { Both, Custody, Community };
DESCRIBE_ENUM(ActivitySetting, Both, Custody, Community)

/// A row of data/activity.csv. `outside` is the activity that carries on where a prison's ends.
struct Activity {
    std::string code{};
    std::string name{};
    ActivitySetting setting = ActivitySetting::Both;
    std::optional<std::string> outside{};
    std::string certainty{};
};
DESCRIBE(Activity, code, name, setting, outside, certainty)
const std::vector<Activity>& activities();
/// None when there is no such code.
const Activity* activity_of(std::string_view code);

using catalogue::pathway_in_words;
using catalogue::pathways;

/// What becomes of an open objective when the person leaves prison.
struct Crossing {
    bool goes_on = true;
    std::string activity{};  // the one it goes on with
    std::string why{};
};
Crossing through_the_gate(const Objective&);

}  // namespace noms::management
