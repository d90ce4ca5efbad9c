#pragma once

#include <functional>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kit/base/result.hpp"
#include "kit/describe/json.hpp"
#include "kit/record/record.hpp"
#include "kit/record/telling.hpp"

/// Rows that are about a subject, and what becomes of them when two subjects turn out to be one:
/// they follow to the one, each noted, and go back when that was wrong. Whoever joins subjects
/// knows nothing of the tables; whoever owns a table declares it here.
namespace noms::record {

/// A row that followed. `number` is its own whomever it is under: its `id`, or a digest of what its
/// key says beside the subject. `gave_way` is the row as JSON where one of that key stood there
/// already, and empty where it was moved.
struct Followed {
    std::int64_t number = 0;
    std::string gave_way{};
};

/// A table whose rows follow their subject.
struct FollowingTable {
    std::string_view name{};
    /// Puts those rows of one subject that are `wanted` under another, in the event begun last.
    std::function<std::vector<Followed>(Changes&,
                                        db::Connection&,
                                        std::int64_t from,
                                        std::int64_t to,
                                        const std::function<bool(std::int64_t)>& wanted)>
        move{};
    /// Puts a row that gave way under the subject again that it belongs to.
    std::function<void(Changes&, const std::string& row, std::int64_t to)> put_back{};
};

/// What one area has of a subject.
struct Following {
    std::string area{};
    std::vector<FollowingTable> tables{};
    /// Refused, saying what is against it, where the rows of these subjects cannot be those of one.
    std::function<Result<void>(db::Connection&, std::span<const std::int64_t>, Date day)> fit{};
    /// Puts right what hangs on a subject's rows after some came or went.
    std::function<void(Changes&, db::Connection&, std::int64_t)> settle{};
};

/// Adds it, once for each area: called by the area's serve().
void add_following(Following);
const std::vector<Following>& followings();

/// `select every column from table where column = $1`.
db::Query rows_of_subject(const TableFacts&, std::string_view column);
/// See Followed.
std::int64_t number_of_row(const TableFacts&, std::string_view column, const void* row);

inline void put_number(std::int64_t& owner, std::int64_t number) {
    owner = number;
}
template <class Tag>
void put_number(Id<Tag>& owner, std::int64_t number) {
    owner = {number};
}
template <class Tag>
void put_number(std::optional<Id<Tag>>& owner, std::int64_t number) {
    owner = Id<Tag>{number};
}

/// One row to where it belongs now. A row under another key is another row.
template <class T>
Followed moved_row(Changes& changes,
                   const Table<T>& table,
                   const T& before,
                   const T& after,
                   bool keyed,
                   bool taken) {
    Followed out;
    if (!keyed) {
        changes.change(table, before, after);
        return out;
    }
    changes.remove(table, before);
    if (taken)
        out.gave_way = json::write(before);
    else
        changes.add(table, after);
    return out;
}

/// The table's rows follow the subject that stands in `column`, which is the member `owner`.
template <class T, class Owner>
FollowingTable following(const Table<T>& table,
                         Owner T::* owner,
                         std::string_view column = "offender") {
    TableFacts facts{table.name, table.key, &describe::type_of<T>()};
    auto move = [=, &table](Changes& changes,
                            db::Connection& db,
                            std::int64_t from,
                            std::int64_t to,
                            const std::function<bool(std::int64_t)>& wanted) {
        auto query = rows_of_subject(facts, column);
        bool keyed = is_key(facts, column);
        std::set<std::int64_t> taken;
        for (const auto& row : db::all<T>(db, query, to))
            taken.insert(number_of_row(facts, column, &row));
        std::vector<Followed> out;
        for (const auto& before : db::all<T>(db, query, from)) {
            auto number = number_of_row(facts, column, &before);
            if (!wanted(number)) continue;
            auto after = before;
            put_number(after.*owner, to);
            out.push_back(moved_row(changes, table, before, after, keyed, taken.contains(number)));
            out.back().number = number;
        }
        return out;
    };
    auto put_back = [=, &table](Changes& changes, const std::string& row, std::int64_t to) {
        auto kept = json::read<T>(row);
        if (!kept) throw db::Broken("a row that gave way cannot be read: " + kept.error().message);
        put_number((*kept).*owner, to);
        changes.add(table, *kept);
    };
    return {.name = facts.name, .move = move, .put_back = put_back};
}

}  // namespace noms::record
