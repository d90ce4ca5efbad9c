#include "kit/page/html.hpp"

#include <array>
#include <string>

#include "kit/page/escape.hpp"

namespace noms::page {
namespace {

/// Empty: it may stand as it is.
std::string_view escaped(char c) {
    switch (c) {
        case '&': return "&amp;";
        case '<': return "&lt;";
        case '>': return "&gt;";
        case '"': return "&quot;";
        case '\'': return "&#39;";
        default: return {};
    }
}

constexpr auto stands_as_it_is = [] {
    std::array<bool, 256> all{};
    all.fill(true);
    for (unsigned char c : {'&', '<', '>', '"', '\''}) all[c] = false;
    return all;
}();

}  // namespace

/// Mostly there is nothing to escape: what lies between is taken whole.
void append_escaped(std::string& out, std::string_view plain) {
    size_t from = 0;
    for (size_t at = 0; at < plain.size(); ++at) {
        if (stands_as_it_is[static_cast<unsigned char>(plain[at])]) continue;
        out.append(plain, from, at - from).append(escaped(plain[at]));
        from = at + 1;
    }
    out.append(plain, from);
}

Html text(std::string_view plain) {
    std::string safe;
    safe.reserve(plain.size());
    append_escaped(safe, plain);
    return Html(std::move(safe));
}

Html text(long long number) {
    return Html(std::to_string(number));
}

Html text(Date day) {
    return text(in_words(day));
}

}  // namespace noms::page
