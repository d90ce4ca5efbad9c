#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

/// What the clients of this folder share: how a request looks on the wire, and shares of what was
/// measured.
namespace load {

struct Request {
    std::string_view method{};
    std::string_view path{};
    std::string_view body{};
    std::string_view accept = "application/json";
    std::vector<std::string> headers{};  // "Name: value"
};

inline std::string bytes_of(const Request& request, unsigned short port) {
    auto out = fmt::format("{} {} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nAccept: {}\r\n",
                           request.method,
                           request.path,
                           port,
                           request.accept);
    for (const auto& header : request.headers) out += header + "\r\n";
    if (!request.body.empty())
        out += fmt::format("Content-Type: application/json\r\nContent-Length: {}\r\n",
                           request.body.size());
    out += "\r\n";
    return out.append(request.body);
}

/// The value below which that share of them lies; 0 where there are none.
inline double at_share(const std::vector<double>& sorted, double share) {
    if (sorted.empty()) return 0;
    return sorted[std::min(sorted.size() - 1, size_t(share * double(sorted.size())))];
}

/// What stands between the tabs, at most `count` parts: the last has the rest.
inline std::vector<std::string_view> parts_of(std::string_view line, size_t count) {
    std::vector<std::string_view> out;
    while (out.size() + 1 < count) {
        auto tab = line.find('\t');
        out.push_back(line.substr(0, tab));
        if (tab == std::string_view::npos) return out;
        line.remove_prefix(tab + 1);
    }
    out.push_back(line);
    return out;
}

}  // namespace load
