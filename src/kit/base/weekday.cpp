#include "kit/base/weekday.hpp"

#include <array>

namespace noms {

std::string in_full(Date date) {
    constexpr std::array<std::string_view, 7> names{
        "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
    auto weekday = std::chrono::weekday(std::chrono::sys_days(date)).c_encoding();
    return std::string(names[weekday]) + ' ' + in_words(date);
}

}  // namespace noms
