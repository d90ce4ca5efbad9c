#include "kit/web/message.hpp"

#include "kit/base/text.hpp"

namespace noms::web {

std::string_view Request::header(std::string_view lower_name) const {
    for (const auto& [name, value] : headers)
        if (name == lower_name) return value;
    return {};
}

std::string_view Request::cookie(std::string_view name) const {
    for (const auto& [header, value] : headers) {
        if (header != "cookie") continue;
        std::string_view rest = value;
        while (!rest.empty()) {
            auto pair = trimmed(rest.substr(0, rest.find(';')));
            rest.remove_prefix(std::min(rest.size(), rest.find(';')));
            if (!rest.empty()) rest.remove_prefix(1);
            auto equals = pair.find('=');
            if (equals != std::string_view::npos && pair.substr(0, equals) == name)
                return pair.substr(equals + 1);
        }
    }
    return {};
}

bool Request::wants_json() const {
    if (path == "/api" || path.starts_with("/api/")) return true;
    if (header("content-type").starts_with("application/json")) return true;
    auto accept = header("accept");
    // A browser names text/html; a client that names only JSON is given its errors in JSON too.
    return accept.find("json") != std::string_view::npos &&
           accept.find("text/html") == std::string_view::npos;
}

}  // namespace noms::web
