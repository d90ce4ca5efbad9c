#include <algorithm>

#include <boost/json.hpp>

#include "kit/base/text.hpp"
#include "kit/describe/json.hpp"
#include "kit/record/made.hpp"
#include "kit/record/ranks.hpp"
#include "kit/record/record.hpp"
#include "kit/record/spelling.hpp"

namespace noms::record {
namespace {

constexpr int replayed_at_once = 500;

using boost::json::object;
using boost::json::value;
using describe::Type;

/// Nought where a row names nobody, as those do that the command line writes.
std::int64_t key_in(std::string_view text) {
    return text == id_text(0) ? 0 : parse_id_text(text).value();
}

/// A described value out of JSON, as the database takes it.
db::Value bound(const Type& type, const value& in) {
    using Kind = Type::Kind;
    const Type& inner = type.kind == Kind::Optional ? type.inner() : type;
    if (in.is_null()) return nullptr;
    switch (inner.kind) {
        case Kind::Flag: return in.as_bool();
        case Kind::Number: return in.as_int64();
        case Kind::Real: return in.to_number<double>();
        case Kind::Key: return key_in(std::string_view(in.as_string()));
        default: return std::string(in.as_string());
    }
}

bool adds(const object& change) {
    return !change.contains("before");
}

/// Statement and values from the members of one change.
class Statement {
public:
    Statement(const TableFacts& table, const object& change) : table_(table), change_(change) {}

    void run(db::Connection& db) {
        auto text = adds(change_) ? insert() : change_.contains("after") ? update() : remove();
        db.write(made(std::move(text)), values_);
        db.flush();
    }

private:
    const TableFacts& table_;
    const object& change_;
    std::vector<db::Value> values_{};

    std::string mark(std::string_view column, const value& in) {
        for (const auto& field : table_.type->fields)
            if (field.name == column) {
                values_.push_back(bound(field.type(), in));
                return "$" + std::to_string(values_.size());
            }
        throw db::Broken("an event names " + std::string(column) + ", which " +
                         std::string(table_.name) + " has not");
    }
    std::string insert() {
        std::string columns;
        std::string marks;
        for (const auto& member : change_.at("after").as_object()) {
            columns += (columns.empty() ? "" : ", ") + std::string(member.key());
            marks += (marks.empty() ? "" : ", ") + mark(member.key(), member.value());
        }
        return "insert into " + std::string(table_.name) + " (" + columns + ") values (" + marks +
               ")";
    }
    std::string update() {
        std::string sets;
        for (const auto& member : change_.at("after").as_object())
            sets += (sets.empty() ? "" : ", ") + std::string(member.key()) + " = " +
                    mark(member.key(), member.value());
        return "update " + std::string(table_.name) + " set " + sets + where();
    }
    std::string remove() { return "delete from " + std::string(table_.name) + where(); }
    std::string where() {
        std::string text;
        for (const auto& member : change_.at("key").as_object())
            text += (text.empty() ? " where " : " and ") + std::string(member.key()) + " = " +
                    mark(member.key(), member.value());
        return text;
    }
};

/// One change of an event, with where its table stands in the order they were created in.
struct Told {
    object change{};
    const TableFacts* table = nullptr;
    size_t rank = 0;
    bool is_new() const { return adds(change); }
    bool is_gone() const { return !change.contains("after"); }
};

void tell(const Event& event, const Ranks& ranks, std::vector<Told>& all) {
    if (event.changes.empty()) return;
    auto changes = boost::json::parse(event.changes).as_array();
    spell_out(changes);
    for (auto& change : changes) {
        auto name = std::string(change.at("table").as_string());
        auto table = tables().find(name);
        if (table == tables().end()) throw db::Broken("an event names an unknown table: " + name);
        all.push_back({change.as_object(), &table->second, ranks.at(name)});
    }
}

/// A bulk command adds table by table while its events stand subject by subject: rows are added
/// parents first, then changed in the order of the events.
void write_parents_first(db::Connection& db, std::vector<Told>& all) {
    auto rest = std::ranges::stable_partition(all, &Told::is_new);
    std::ranges::stable_sort(all.begin(), rest.begin(), {}, &Told::rank);
    for (const auto& told : all) Statement(*told.table, told.change).run(db);
    all.clear();
}

/// Whether one of these adds a row under the key of the row that goes.
bool comes_again(const Told& gone, const std::vector<Told>& all) {
    const auto& key = gone.change.at("key").as_object();
    return std::ranges::any_of(all, [&](const Told& each) {
        if (!each.is_new() || each.table != gone.table) return false;
        const auto& row = each.change.at("after").as_object();
        return std::ranges::all_of(key, [&](const auto& part) {
            auto same = row.find(part.key());
            return same != row.end() && same->value() == part.value();
        });
    });
}

/// Runs and takes out the removals of rows that come again.
void go_first(db::Connection& db, std::vector<Told>& own) {
    auto first = std::ranges::stable_partition(own, [&, all = own](const Told& told) {
        return !told.is_gone() || !comes_again(told, all);
    });
    for (const auto& told : first) Statement(*told.table, told.change).run(db);
    own.erase(first.begin(), first.end());
}

/// A row may go and come again under one key: a command that removes rows is run after those before
/// it and before those after it, and in it such rows go first.
std::int64_t write_all(db::Connection& db, const std::vector<Event>& events) {
    auto ranks = ranks_in(db);
    std::vector<Told> waiting;
    std::int64_t rows = 0;
    for (size_t i = 0; i < events.size();) {
        std::vector<Told> own;
        auto command = events[i].command;
        for (; i < events.size() && events[i].command == command; ++i) tell(events[i], ranks, own);
        rows += std::int64_t(own.size());
        bool removes = std::ranges::any_of(own, &Told::is_gone);
        if (removes) {
            write_parents_first(db, waiting);
            go_first(db, own);
        }
        std::ranges::move(own, std::back_inserter(waiting));
        if (removes) write_parents_first(db, waiting);
    }
    write_parents_first(db, waiting);
    return rows;
}

/// The next events, and as many more as belong to the last one's command.
std::vector<Event> next_events(db::Database& from, std::int64_t position) {
    constexpr size_t events_max = 20'000;
    std::vector<Event> events;
    for (;;) {
        auto last = events.empty() ? position : events.back().position;
        auto more =
            from.read([&](db::Connection& db) { return events_after(db, last, replayed_at_once); });
        for (auto& event : more) {
            bool is_full = events.size() >= size_t(replayed_at_once);
            if (is_full && event.command != events.back().command) return events;
            events.push_back(std::move(event));
        }
        if (more.empty() || events.size() >= events_max) return events;
    }
}

}  // namespace

Result<std::int64_t> replay(db::Database& from, db::Database& to) {
    std::int64_t rows = 0;
    std::int64_t position = 0;
    for (;;) {
        auto events = next_events(from, position);
        if (events.empty()) return rows;
        std::int64_t written = 0;
        to.with_writer([&](db::Connection& db) {
            written = write_all(db, events);
            return true;
        });
        rows += written;
        position = events.back().position;
    }
}

}  // namespace noms::record
