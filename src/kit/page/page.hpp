#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kit/page/html.hpp"

namespace noms::page {

struct MenuItem {
    std::string label{};
    std::string path{};
    std::string permission{};  // shown only to actors who have it
};

/// What every page of the service has around it.
struct Frame {
    std::string service = "noms";
    std::vector<MenuItem> menu{};
    std::string notice{};  // "Demonstration. Everyone here is invented."
    std::string search_path = "/search";
    std::string search_permission{};
    std::string styles{};  // the address of the styles, "/assets/3f9a.../noms.css"
    std::string script{};  // of the script, which nothing depends on
};

/// A page as its handler gives it: written from top to bottom as it is read, in GOV.UK components.
/// The frame (header, menu, search box, footer) is put around it by `framed`.
class Page {
public:
    explicit Page(std::string title) : title_(std::move(title)) {}

    /// Full width above the columns: the identity strip of a person's page.
    Page& banner(Html html) {
        banner_ = std::move(html);
        return *this;
    }
    Page& add(const Html& html) {
        body_ += html;
        return *this;
    }
    /// Marks the menu item that is current, by its path.
    Page& in_menu(std::string path) {
        current_ = std::move(path);
        return *this;
    }
    /// "Error: " stands before the title in the browser's tab.
    Page& failed() {
        failed_ = true;
        return *this;
    }

    const std::string& title() const { return title_; }
    const Html& banner() const { return banner_; }
    const Html& body() const { return body_; }
    const std::string& current() const { return current_; }
    bool has_failed() const { return failed_; }

private:
    std::string title_;
    Html banner_;
    Html body_;
    std::string current_;
    bool failed_ = false;
};

/// What the frame needs to know of the reader. Empty `shown`: signed out.
struct Reader {
    std::string shown{};
    std::vector<MenuItem> menu{};  // only what they may see
    bool may_search = false;
    std::string csrf{};
    std::string idempotency{};  // a fresh key for each page
    std::string today{};        // "Mon 3 Apr 2006", where the service day is not the calendar's
};

/// The whole document. Form keys are filled in for this reader.
std::string framed(const Frame&, const Page&, const Reader&);

}  // namespace noms::page
