#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kit/describe/form.hpp"

namespace noms::web {

/// A request as the server hands it on: parsed, within the limits, nothing decided yet.
struct Request {
    std::string id{};      // of this request, for logs and the page of an error
    std::string method{};  // upper case
    std::string path{};    // without the query, percent-decoded
    std::string query{};   // still encoded
    std::string body{};
    std::string address{};  // of the client; a forwarding header counts only by configuration
    bool secure = false;    // came over TLS
    std::vector<std::pair<std::string, std::string>> headers{};  // names in lower case

    /// The value of the first header of that name, or empty.
    std::string_view header(std::string_view lower_name) const;
    /// The value of a cookie, or empty.
    std::string_view cookie(std::string_view name) const;
    bool wants_json() const;  // an /api path, or accept or content type say so
};

/// What goes back. The server adds length, date, request id and compression.
struct Reply {
    int status = 200;
    std::string type = "text/html; charset=utf-8";
    std::string body{};
    std::vector<std::pair<std::string, std::string>> headers{};
    std::string route{};       // the pattern, "/offenders/{offender}", for logs and metrics
    std::int64_t account = 0;  // who asked, for the access log; 0: signed out
    /// What has to be done before this may leave; calls back once, from any thread, with whether it
    /// may. Empty: it may.
    std::function<void(std::function<void(bool)>)> when{};
};

}  // namespace noms::web
