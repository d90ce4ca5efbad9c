#pragma once

#include <string>
#include <string_view>

#include "kit/page/html.hpp"

/// What fields and pages are put together from.
namespace noms::page {

struct Label {
    std::string words{};
    std::string for_id{};
    std::string size{};       // "s", "m", "l", "xl"; empty: the size of the text
    bool heads_page = false;  // it is the page's own heading as well
    bool unseen = false;      // for screen readers alone
};
/// Empty when it has no words.
Html label(const Label&);
Html hint(std::string_view id, const Cell& words);
/// `before` is what a screen reader says first; empty: nothing.
Html error_message(std::string_view id, const Cell& words, std::string_view before = "Error");

struct Fieldset {
    std::string legend{};
    std::string size{};
    bool heads_page = false;
    std::string described_by{};  // the ids of the texts that describe it
    std::string role{};          // "group" where the boxes make one answer
};
Html fieldset(const Fieldset&, const Html& inside);

/// The first link of a page: past what is the same on every page.
Html skip_link(std::string_view path, std::string_view words);

/// The bar with the service's name, which leads home. `more_css` goes to its container.
Html generic_header(std::string_view service,
                    std::string_view home,
                    std::string_view more_css = {});

}  // namespace noms::page
