#include "kit/web/wire.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>
#include <vector>

#include <arpa/inet.h>

#include <fmt/format.h>

#include "kit/base/text.hpp"

namespace noms::web {

namespace {

int hex_value(char digit) {
    if (digit >= '0' && digit <= '9') return digit - '0';
    if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
    if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
    return -1;
}

bool decode(std::string_view encoded, std::string& out) {
    for (size_t i = 0; i < encoded.size(); ++i) {
        char letter = encoded[i];
        if (letter == '%') {
            if (i + 2 >= encoded.size()) return false;
            int high = hex_value(encoded[i + 1]);
            int low = hex_value(encoded[i + 2]);
            if (high < 0 || low < 0) return false;
            letter = static_cast<char>(high * 16 + low);
            i += 2;
        }
        if (static_cast<unsigned char>(letter) < 0x20 || letter == 0x7f) return false;
        out += letter;
    }
    return is_utf8(out);
}

bool breaks_out(std::string_view header) {
    return header.find_first_of(std::string_view("\r\n\0", 3)) != std::string_view::npos;
}

/// An address of the internet as its bytes, four or sixteen; empty for what is none.
std::vector<unsigned char> bytes_of(std::string_view address) {
    std::array<unsigned char, 16> bytes{};
    const std::string text(address);
    if (inet_pton(AF_INET, text.c_str(), bytes.data()) == 1)
        return {bytes.begin(), bytes.begin() + 4};
    if (inet_pton(AF_INET6, text.c_str(), bytes.data()) == 1) return {bytes.begin(), bytes.end()};
    return {};
}

struct Network {
    std::vector<unsigned char> bytes{};
    size_t prefix = 0;  // how many bits all its addresses share
};

std::optional<Network> network_of(std::string_view text) {
    auto slash = text.find('/');
    Network network{.bytes = bytes_of(text.substr(0, slash))};
    network.prefix = network.bytes.size() * 8;
    if (network.bytes.empty()) return std::nullopt;
    if (slash == std::string_view::npos) return network;
    auto digits = text.substr(slash + 1);
    size_t prefix = 0;
    auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), prefix);
    if (fault != std::errc{} || end != digits.data() + digits.size() || prefix > network.prefix)
        return std::nullopt;
    network.prefix = prefix;
    return network;
}

bool holds(const Network& network, const std::vector<unsigned char>& address) {
    if (address.size() != network.bytes.size()) return false;
    for (size_t bit = 0; bit < network.prefix; ++bit) {
        auto mask = static_cast<unsigned char>(0x80U >> (bit % 8));
        if ((address[bit / 8] & mask) != (network.bytes[bit / 8] & mask)) return false;
    }
    return true;
}

bool trusts(std::span<const std::string> trusted, std::string_view address) {
    auto bytes = bytes_of(address);
    return std::ranges::any_of(trusted, [&](const std::string& text) {
        auto network = network_of(text);
        return network && holds(*network, bytes);
    });
}

}  // namespace

bool is_network(std::string_view text) {
    return network_of(text).has_value();
}

std::string_view reason_of(int status) {
    constexpr std::array<std::pair<int, std::string_view>, 23> reasons{
        {{200, "OK"},
         {201, "Created"},
         {202, "Accepted"},
         {204, "No Content"},
         {301, "Moved Permanently"},
         {303, "See Other"},
         {304, "Not Modified"},
         {307, "Temporary Redirect"},
         {400, "Bad Request"},
         {401, "Unauthorized"},
         {403, "Forbidden"},
         {404, "Not Found"},
         {405, "Method Not Allowed"},
         {408, "Request Timeout"},
         {409, "Conflict"},
         {413, "Content Too Large"},
         {415, "Unsupported Media Type"},
         {422, "Unprocessable Content"},
         {429, "Too Many Requests"},
         {431, "Request Header Fields Too Large"},
         {500, "Internal Server Error"},
         {503, "Service Unavailable"},
         {504, "Gateway Timeout"}}};
    for (const auto& [code, reason] : reasons)
        if (code == status) return reason;
    return "Other";
}

std::string http_date(Instant at) {
    constexpr std::array<std::string_view, 7> weekdays{
        "Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array<std::string_view, 12> months{
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    auto day = std::chrono::floor<std::chrono::days>(at);
    std::chrono::year_month_day date{day};
    std::chrono::hh_mm_ss time{std::chrono::floor<std::chrono::seconds>(at - day)};
    return fmt::format("{}, {:02} {} {:04} {:02}:{:02}:{:02} GMT",
                       weekdays[std::chrono::weekday(day).c_encoding()],
                       static_cast<unsigned>(date.day()),
                       months[static_cast<unsigned>(date.month()) - 1],
                       static_cast<int>(date.year()),
                       time.hours().count(),
                       time.minutes().count(),
                       time.seconds().count());
}

bool read_target(std::string_view target, Request& request) {
    for (std::string_view scheme : {"http://", "https://"})
        if (lower(target.substr(0, scheme.size())) == scheme) {
            target.remove_prefix(scheme.size());
            target.remove_prefix(std::min(target.find_first_of("/?"), target.size()));
        }
    auto question = target.find('?');
    if (question != std::string_view::npos) request.query = target.substr(question + 1);
    return decode(target.substr(0, question), request.path) && request.path.starts_with('/');
}

std::string plain_address(std::string_view address) {
    constexpr std::string_view mapped = "::ffff:";
    if (address.starts_with(mapped) && address.find('.') != std::string_view::npos)
        address.remove_prefix(mapped.size());
    return std::string(address);
}

void read_forwarded(std::span<const std::string> trusted, Request& request) {
    if (trusts(trusted, request.address)) {
        std::vector<std::string> hops;
        for (const auto& [name, value] : request.headers)
            if (name == "x-forwarded-for")
                for (const auto& hop : split(value, ',')) hops.emplace_back(trimmed(hop));
        // Each proxy adds whom it saw at the end, so the nearest untrusted one is the client.
        while (!hops.empty() && trusts(trusted, hops.back())) hops.pop_back();
        if (!hops.empty() && !hops.back().empty()) request.address = plain_address(hops.back());
        auto scheme = request.header("x-forwarded-proto");
        if (!scheme.empty()) request.secure = lower(trimmed(scheme)) == "https";
    }
    std::erase_if(request.headers,
                  [](const auto& header) { return header.first.starts_with("x-forwarded-"); });
}

std::string head_of(const Reply& reply, std::string_view request_id, bool keep_alive, Instant now) {
    std::string out;
    out.reserve(1024);
    out += fmt::format("HTTP/1.1 {} {}\r\n", reply.status, reason_of(reply.status));
    out += "date: " + http_date(now) + "\r\n";
    bool has_body = reply.status != 204 && reply.status != 304;
    if (has_body) out += fmt::format("content-length: {}\r\n", reply.body.size());
    if (has_body && !reply.body.empty() && !breaks_out(reply.type))
        out += "content-type: " + reply.type + "\r\n";
    for (const auto& [name, value] : reply.headers)
        if (!breaks_out(name) && !breaks_out(value)) out += name + ": " + value + "\r\n";
    out += fmt::format("x-request-id: {}\r\n", request_id);
    out += keep_alive ? "connection: keep-alive\r\n\r\n" : "connection: close\r\n\r\n";
    return out;
}

}  // namespace noms::web
