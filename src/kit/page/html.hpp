#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "kit/base/date.hpp"

namespace noms::page {

/// Markup that is safe to send. Text becomes Html only through text(), which escapes it; only the
/// kit's components and this folder make tags.
class Html {
public:
    Html() = default;
    explicit Html(std::string markup) : markup_(std::move(markup)) {}

    const std::string& markup() const { return markup_; }
    bool empty() const { return markup_.empty(); }
    Html& operator+=(const Html& more) {
        markup_ += more.markup_;
        return *this;
    }
    friend Html operator+(Html left, const Html& right) { return left += right; }

private:
    std::string markup_;
};

/// Escapes & < > " and '.
Html text(std::string_view plain);
inline Html text(const char* plain) {
    return text(std::string_view(plain));
}
inline Html text(const std::string& plain) {
    return text(std::string_view(plain));
}
Html text(long long number);
inline Html text(int number) {
    return text(static_cast<long long>(number));
}
/// "3 April 2006".
Html text(Date);
inline Html text(Html html) {
    return html;
}

/// What may stand in a cell, a summary or a paragraph: text, a number, a day, or Html.
class Cell {
public:
    Cell() = default;
    template <class T>
        requires requires(const T& value) { text(value); }
    Cell(const T& value) : html_(text(value)) {}
    const Html& html() const { return html_; }

private:
    Html html_;
};

/// Stands in every POST form where the frame puts the CSRF token and the idempotency key. It holds
/// a
/// `<`, so escaped text can never be mistaken for it.
inline constexpr std::string_view form_keys_mark = "<noms-form-keys>";

}  // namespace noms::page
