#include "kit/web/gzip.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <random>
#include <stdexcept>
#include <utility>

#include <zlib.h>

#include "kit/base/text.hpp"

namespace noms::web {

namespace {

constexpr size_t worth_it = 1024;

bool is_compressible(std::string_view type) {
    constexpr std::array<std::string_view, 5> kinds{"text/",
                                                    "application/json",
                                                    "application/problem+json",
                                                    "application/javascript",
                                                    "image/svg"};
    return std::ranges::any_of(kinds, [&](auto kind) { return type.starts_with(kind); });
}

/// A name of random length in the file's header hides the exact length of a page that holds both a
/// secret and what somebody typed (BREACH, CVE-2013-3587).
std::string some_name() {
    thread_local std::minstd_rand dice{std::random_device{}()};
    return std::string(dice() % 64, 'n');
}

/// One deflate stream for each thread: setting one up costs 256 KB.
class Deflater {
public:
    Deflater() {
        constexpr int gzip_wrapped = 15 + 16;
        if (deflateInit2(&stream_, 5, Z_DEFLATED, gzip_wrapped, 8, Z_DEFAULT_STRATEGY) != Z_OK)
            throw std::runtime_error("zlib: no deflate stream");
    }
    ~Deflater() { deflateEnd(&stream_); }
    Deflater(const Deflater&) = delete;
    Deflater& operator=(const Deflater&) = delete;

    std::string run(std::string_view bytes, int level, std::string name) {
        gz_header head{};
        head.name = reinterpret_cast<Bytef*>(name.data());
        head.os = 255;
        if (deflateReset(&stream_) != Z_OK ||
            deflateParams(&stream_, level, Z_DEFAULT_STRATEGY) != Z_OK ||
            deflateSetHeader(&stream_, &head) != Z_OK)
            throw std::runtime_error("zlib: the deflate stream cannot start again");
        std::string out(deflateBound(&stream_, bytes.size()), '\0');
        stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
        stream_.avail_in = static_cast<uInt>(bytes.size());
        stream_.next_out = reinterpret_cast<Bytef*>(out.data());
        stream_.avail_out = static_cast<uInt>(out.size());
        if (deflate(&stream_, Z_FINISH) != Z_STREAM_END)
            throw std::runtime_error("zlib: deflate failed");
        out.resize(stream_.total_out);
        return out;
    }

private:
    z_stream stream_{};
};

}  // namespace

std::string gzipped(std::string_view bytes, int level, std::string name) {
    thread_local Deflater deflater;
    return deflater.run(bytes, level, std::move(name));
}

bool takes_gzip(std::string_view accept_encoding) {
    for (const auto& item : split(accept_encoding, ',')) {
        auto parts = split(item, ';');
        if (parts.empty()) continue;
        auto coding = lower(trimmed(parts.front()));
        if (coding != "gzip" && coding != "*") continue;
        // RFC 9110, section 12.5.3: a weight of 0 means "not acceptable".
        auto weight = parts.size() > 1 ? lower(trimmed(parts[1])) : "q=1";
        return !weight.starts_with("q=") || std::strtod(weight.c_str() + 2, nullptr) > 0;
    }
    return false;
}

void compress(const Request& request, Reply& reply) {
    if (reply.body.size() < worth_it || !is_compressible(reply.type)) return;
    for (const auto& [name, value] : reply.headers)
        if (name == "content-encoding") return;
    reply.headers.emplace_back("vary", "accept-encoding");
    if (!takes_gzip(request.header("accept-encoding"))) return;
    reply.body = gzipped(reply.body, 5, some_name());
    reply.headers.emplace_back("content-encoding", "gzip");
}

}  // namespace noms::web
