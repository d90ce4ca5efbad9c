#pragma once

#include <algorithm>
#include <functional>
#include <vector>

#include "kit/base/date.hpp"

namespace noms::demonstration {

/// What is to happen on which day, put down in any order and run in that of the days.
class Agenda {
public:
    using Step = std::function<void(Date)>;

    void on(Date day, Step step) { steps_.emplace_back(day, std::move(step)); }
    /// Runs what lies before `until`; the rest never happens.
    void run(Date until) {
        std::ranges::stable_sort(steps_, {}, &std::pair<Date, Step>::first);
        for (auto& [day, step] : steps_)
            if (day < until) step(day);
        steps_.clear();
    }

private:
    std::vector<std::pair<Date, Step>> steps_;
};

/// That day, or the Monday after it.
Date weekday_from(Date);
/// The days of contacts in [from, until): weekly for sixteen weeks, then fortnightly, from the
/// fortieth week on every four weeks (National Standards 2005; see data/figure.csv); closer
/// together where that gives too few.
std::vector<Date> contact_days(Date from, Date until, int at_least);

}  // namespace noms::demonstration
