#include "app/accessibility.hpp"

#include "kit/page/content.hpp"

namespace noms::app {
namespace {

Result<page::Page> show_accessibility(web::Context&) {
    page::Page page("Accessibility");
    page.add(page::heading(1, "Accessibility"));
    page.add(page::lead(
        "Every page works with a keyboard alone, without script, at 320 pixels, and on paper."));
    page.add(
        page::bullets({"Pages are checked with axe-core in headless Chromium as part of the tests.",
                       "Charts are drawn from a table or words that stand beside them.",
                       "Colour never carries a meaning alone: a word or a shape does too.",
                       "No people with disabilities have tried this service yet. That is owed "
                       "before it is used."}));
    return page;
}

}  // namespace

void serve_accessibility(web::Api& api) {
    api.page({"/accessibility", std::string(web::signed_out), "How far anybody can use it"},
             &show_accessibility);
}

}  // namespace noms::app
