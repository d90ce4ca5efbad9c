#include "areas/offenders/look_up.hpp"
#include "areas/offenders/look_up_page.hpp"

/// The addresses of looking somebody up.
namespace noms::offenders {
namespace {

Result<page::Page> show_look_up(web::Context&) {
    return look_up_page({}, {}, {});
}

Result<page::Page> answer_look_up(web::Context& context, const form::Values& values) {
    auto given = TRY(form::read<Description>(values));
    auto found = look_up(context, given);
    if (!found) return look_up_page(given, {}, found.error().fields);
    return look_up_page(given, *found, {});
}

}  // namespace

void serve_look_up(web::Api& api) {
    const std::string read = "offenders.read";
    api.page({"/look-up", read, "Look somebody up by a description: its form"}, &show_look_up);
    api.ask({"/look-up", read, "Look somebody up by a description"}, &answer_look_up);
    api.ask<Description, LookedUp>({"/api/look-up", read, "Look somebody up by a description"},
                                   &look_up);
}

}  // namespace noms::offenders
