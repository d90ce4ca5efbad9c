#include "areas/access/pages.hpp"
#include "kit/page/content.hpp"
#include "kit/page/form.hpp"

namespace noms::access {
namespace {

page::Page sign_in(std::string_view name,
                   std::string_view to,
                   const std::string& error,
                   const page::Html& first) {
    page::Page page("Sign in");
    std::vector<FieldError> errors;
    if (!error.empty()) errors.push_back({"name", "wrong", error});
    page.add(page::error_summary(errors)).add(first).add(page::heading(1, "Sign in"));
    page::Html fields = page::hidden("to", to);
    fields += page::input({.name = "name",
                           .label = "Name",
                           .value = std::string(name),
                           .error = error,
                           .autocomplete = "username",
                           .width = "20"});
    fields += page::password_input({.name = "password", .label = "Password", .width = "20"});
    fields += page::button("Sign in");
    page.add(page::post_form("/sign-in", fields));
    page.add(
        page::muted("If you have lost your password, ask the person who manages accounts for a "
                    "new one. Nobody will ever ask you for yours."));
    return page;
}

page::Html signed_out_notice(std::string_view how) {
    if (how == "yes") return page::success("You are signed out.");
    if (how == "everywhere") return page::success("You are signed out of every browser.");
    return {};
}

}  // namespace

Result<page::Page> sign_in_page(web::Context& context) {
    auto query = TRY(form::parse(context.request.query));
    return sign_in(
        {}, form::value_of(query, "to"), {}, signed_out_notice(form::value_of(query, "out")));
}

page::Page sign_in_again(const form::Values& given, const std::string& words) {
    auto page = sign_in(form::value_of(given, "name"), form::value_of(given, "to"), words, {});
    return page.failed();
}

}  // namespace noms::access
