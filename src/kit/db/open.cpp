#include <fmt/format.h>

#include "kit/db/engines.hpp"

namespace noms::db {

std::unique_ptr<Database> open(const std::string& url, Options options) {
    constexpr std::string_view sqlite = "sqlite:";
    if (url.starts_with(sqlite)) {
        std::string path = url.substr(sqlite.size());
        if (path.empty()) throw Broken("sqlite: needs the path of a file, or :memory:");
        return open_sqlite(url, path, options);
    }
    bool names_server = url.starts_with("postgres://") || url.starts_with("postgresql://") ||
                        url.find('=') != std::string::npos;
    if (names_server) return open_postgres(url, options);
    // The text is not repeated: it may hold a password.
    throw Broken(
        "The database is not named in a known way: write sqlite:PATH, sqlite::memory:, "
        "postgresql://HOST/NAME or host=HOST dbname=NAME.");
}

void refuse_zero_byte(const Query& query, size_t at, std::string_view text) {
    if (text.find('\0') != std::string_view::npos)
        throw Broken(fmt::format("{}: parameter ${} holds a zero byte", query.name, at + 1));
}

std::string quoted_list(std::span<const std::string_view> names) {
    std::string out;
    for (auto name : names) {
        if (!out.empty()) out += ", ";
        out += '"';
        out += name;
        out += '"';
    }
    return out;
}

}  // namespace noms::db
