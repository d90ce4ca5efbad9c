#include "kit/page/html.hpp"

#include <string>

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

}  // namespace

/// Mostly there is nothing to escape: what lies between is taken whole.
Html text(std::string_view plain) {
    std::string safe;
    safe.reserve(plain.size());
    size_t from = 0;
    for (size_t at = 0; at < plain.size(); ++at) {
        auto instead = escaped(plain[at]);
        if (instead.empty()) continue;
        safe.append(plain, from, at - from).append(instead);
        from = at + 1;
    }
    return Html(std::move(safe.append(plain, from)));
}

Html text(long long number) {
    return Html(std::to_string(number));
}

Html text(Date day) {
    return text(in_words(day));
}

}  // namespace noms::page
