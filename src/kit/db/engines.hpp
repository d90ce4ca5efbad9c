#pragma once

#include <atomic>
#include <memory>
#include <string>

#include "kit/db/database.hpp"

/// What the two engines share, and the doors that `open` goes through.
namespace noms::db {

/// Counted by every connection of one database.
struct Counters {
    std::atomic<std::int64_t> statements{0};
    std::atomic<std::int64_t> transactions{0};
    std::atomic<std::int64_t> retries{0};
    std::atomic<std::int64_t> reconnects{0};
    std::atomic<std::int64_t> group_commits{0};

    Stats now() const { return {statements, transactions, retries, reconnects, group_commits}; }
};

/// `path` is a file, made when there is none, or ":memory:".
std::unique_ptr<Database> open_sqlite(const std::string& url,
                                      const std::string& path,
                                      const Options&);
std::unique_ptr<Database> open_postgres(const std::string& url, const Options&);

/// PostgreSQL holds no zero byte in a text and would cut it there: neither engine takes one.
void refuse_zero_byte(const Query&, size_t at, std::string_view text);

/// "a", "b": names as both engines take them, whatever word they are.
std::string quoted_list(std::span<const std::string_view> names);

}  // namespace noms::db
