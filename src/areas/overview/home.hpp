#pragma once

#include <optional>
#include <string>
#include <vector>

#include "areas/tasks/tasks.hpp"
#include "kit/page/page.hpp"
#include "kit/web/api.hpp"

/// Where a day's work begins: what waits, by role.
namespace noms::overview {

/// A kind of work that waits, with the way to it.
struct Work {
    std::string label{};
    std::string path{};
    std::string waits{};  // "4 to do today, 1 late"; empty: a place to look things up
    std::string what{};
};

struct Home {
    std::string name{};  // "Priya Raman, offender manager"
    bool may_search = false;
    std::vector<Work> work{};
    std::vector<Work> look_up{};
};

Home home_of(web::Context&);

/// Pure.
page::Page home_page(const Home&);

}  // namespace noms::overview
