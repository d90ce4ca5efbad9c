#include "kit/page/html.hpp"

#include <string>

namespace noms::page {

Html text(std::string_view plain) {
    std::string safe;
    safe.reserve(plain.size());
    for (char c : plain) {
        switch (c) {
            case '&': safe += "&amp;"; break;
            case '<': safe += "&lt;"; break;
            case '>': safe += "&gt;"; break;
            case '"': safe += "&quot;"; break;
            case '\'': safe += "&#39;"; break;
            default: safe += c;
        }
    }
    return Html(std::move(safe));
}

Html text(long long number) {
    return Html(std::to_string(number));
}

Html text(Date day) {
    return text(in_words(day));
}

}  // namespace noms::page
