#include "kit/web/static_files.hpp"

#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <utility>

#include <fmt/format.h>
#include <sodium.h>

#include "kit/web/gzip.hpp"

namespace noms::web {

namespace {

constexpr std::string_view below = "/assets/";

std::string_view type_of(std::string_view name) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 10> types{
        {{".css", "text/css; charset=utf-8"},
         {".js", "text/javascript; charset=utf-8"},
         {".mjs", "text/javascript; charset=utf-8"},
         {".json", "application/json"},
         {".svg", "image/svg+xml"},
         {".png", "image/png"},
         {".ico", "image/x-icon"},
         {".woff2", "font/woff2"},
         {".webmanifest", "application/manifest+json"},
         {".txt", "text/plain; charset=utf-8"}}};
    for (const auto& [ending, type] : types)
        if (name.ends_with(ending)) return type;
    return "application/octet-stream";
}

std::string digest_of(std::string_view bytes) {
    std::array<unsigned char, 16> hash{};
    crypto_generichash(hash.data(),
                       hash.size(),
                       reinterpret_cast<const unsigned char*>(bytes.data()),
                       bytes.size(),
                       nullptr,
                       0);
    std::string hex;
    for (auto byte : hash) hex += fmt::format("{:02x}", byte);
    return hex;
}

}  // namespace

void StaticFiles::add(std::string name, std::string bytes) {
    File file{.type = std::string(type_of(name)), .digest = digest_of(bytes)};
    auto compressed = gzipped(bytes, 9);
    if (compressed.size() < bytes.size() * 9 / 10) file.compressed = std::move(compressed);
    file.bytes = std::move(bytes);
    auto [place, added] = files_.emplace(std::move(name), std::move(file));
    if (!added) throw std::logic_error("Two static files of one name: " + place->first);
}

void StaticFiles::add_folder(const std::string& folder) {
    namespace fs = std::filesystem;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        std::ifstream in(entry.path(), std::ios::binary);
        std::string bytes{std::istreambuf_iterator<char>(in), {}};
        if (!in) throw std::runtime_error("Cannot read " + entry.path().string());
        add(fs::relative(entry.path(), folder).generic_string(), std::move(bytes));
    }
}

std::string StaticFiles::path(std::string_view name) const {
    auto found = files_.find(name);
    if (found == files_.end()) return std::string(below) + std::string(name);
    return fmt::format("{}{}/{}", below, found->second.digest, name);
}

Reply StaticFiles::reply(const Request& request, const File& file, bool for_good) const {
    bool zip = !file.compressed.empty() && takes_gzip(request.header("accept-encoding"));
    // The two forms differ in bytes, so a strong tag must tell them apart.
    auto tag = fmt::format("\"{}{}\"", file.digest, zip ? "-gzip" : "");
    Reply reply{.type = file.type,
                .headers = {{"etag", tag},
                            {"cache-control",
                             for_good ? "public, max-age=31536000, immutable" : "no-cache"},
                            {"x-content-type-options", "nosniff"},
                            {"cross-origin-resource-policy", "same-origin"}},
                .route = "/assets/{file}"};
    if (!file.compressed.empty()) reply.headers.emplace_back("vary", "accept-encoding");
    auto known = request.header("if-none-match");
    if (known == "*" || known.find(tag) != std::string_view::npos) {
        reply.status = 304;
        return reply;
    }
    if (zip) reply.headers.emplace_back("content-encoding", "gzip");
    reply.body = zip ? file.compressed : file.bytes;
    return reply;
}

std::optional<Reply> StaticFiles::serve(const Request& request) const {
    std::string_view rest = request.path;
    if (!rest.starts_with(below)) return std::nullopt;
    rest.remove_prefix(below.size());
    Reply missing{.status = 404,
                  .type = "text/plain",
                  .body = "There is no such file.\n",
                  .route = "/assets/{file}"};
    if (request.method != "GET" && request.method != "HEAD") {
        missing.status = 405;
        missing.headers.emplace_back("allow", "GET, HEAD");
        return missing;
    }
    if (auto found = files_.find(rest); found != files_.end())
        return reply(request, found->second, false);
    auto slash = rest.find('/');
    if (slash == std::string_view::npos) return missing;
    auto found = files_.find(rest.substr(slash + 1));
    if (found == files_.end()) return missing;
    // A page made before a new release still finds its style sheet, but nobody keeps it by that
    // name.
    return reply(request, found->second, found->second.digest == rest.substr(0, slash));
}

StaticFiles& static_files() {
    static StaticFiles files;
    return files;
}

std::string asset_path(std::string_view name) {
    return static_files().path(name);
}

}  // namespace noms::web
