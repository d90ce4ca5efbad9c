#include "areas/access/pages.hpp"
#include "kit/page/content.hpp"
#include "kit/page/form.hpp"

namespace noms::access {

Result<page::Page> show_own_password(web::Context&) {
    return own_password_page({});
}

page::Page own_password_page(const std::vector<FieldError>& errors) {
    page::Page page("Change your password");
    page.add(page::error_summary(errors)).add(page::back_link("/account"));
    page.add(page::heading(1, "Change your password"));
    page.add(
        page::paragraph("At least 12 characters, without your name in them. Three or four words "
                        "that do not belong together are easy to keep and hard to guess."));
    auto field = [&](std::string name, std::string label) {
        return page::password_input({.name = name,
                                     .label = label,
                                     .error = page::error_of(errors, name, label),
                                     .width = "20"});
    };
    auto fields = field("current", "The password you have now") + field("chosen", "New password") +
                  field("repeated", "New password again") + page::button("Change password");
    page.add(page::post_form("/account/password", fields));
    page.add(page::muted("Every other browser in which you are signed in is signed out."));
    return page;
}

}  // namespace noms::access
