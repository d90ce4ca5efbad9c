#include <cstdio>
#include <iostream>

#include "app/commands.hpp"
#include "app/say.hpp"
#include "areas/assessments/assessments.hpp"
#include "kit/base/progress.hpp"

namespace noms::app {
namespace {

int ogrs3() {
    std::ios::sync_with_stdio(false);
    Progress progress("Scoring", "cases", 0);
    auto report = assessments::ogrs3_stream(
        std::cin, std::cout, std::cerr, [&](std::int64_t done) { progress.at(done); });
    if (!report) return say(report.error());
    return report->refused == 0 ? 0 : 1;
}

}  // namespace

Command ogrs3_command() {
    return {.name = "ogrs3",
            .words =
                "Score cases with OGRS3: CSV in, id,one_year,two_year out.\n"
                "In: id,sex,age_at_conviction,age_at_follow_up_start,age_at_first_sanction,\n"
                "previous_sanctions,offence_group (M or F; codes of kind OGRS3_GROUP). A bad "
                "line gets its\n"
                "id without a score, and its errors on the standard error; the rest is done",
            .work = &ogrs3};
}

}  // namespace noms::app
