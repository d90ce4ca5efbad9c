#include <boost/json.hpp>

#include "kit/base/text.hpp"
#include "kit/describe/json.hpp"
#include "kit/record/made.hpp"
#include "kit/record/record.hpp"

namespace noms::record {
namespace {

constexpr int batch = 500;

using boost::json::object;
using boost::json::value;
using describe::Type;

/// A described value out of JSON, as the database takes it.
db::Value bound(const Type& type, const value& in) {
    using Kind = Type::Kind;
    const Type& inner = type.kind == Kind::Optional ? type.inner() : type;
    if (in.is_null()) return nullptr;
    switch (inner.kind) {
        case Kind::Flag: return in.as_bool();
        case Kind::Number: return in.as_int64();
        case Kind::Real: return in.to_number<double>();
        case Kind::Key: return parse_id_text(std::string_view(in.as_string())).value();
        default: return std::string(in.as_string());
    }
}

/// Statement and values from the members of one change.
class Statement {
public:
    Statement(const TableFacts& table, const object& change) : table_(table), change_(change) {}

    void run(db::Connection& db) {
        bool has_before = !change_.at("before").is_null();
        bool has_after = !change_.at("after").is_null();
        auto text = !has_before ? insert() : !has_after ? remove() : update();
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

std::int64_t apply(db::Connection& db, const Event& event) {
    if (event.changes.empty()) return 0;
    auto changes = boost::json::parse(event.changes).as_array();
    for (const auto& change : changes) {
        auto name = std::string(change.at("table").as_string());
        auto table = tables().find(name);
        if (table == tables().end()) throw db::Broken("an event names an unknown table: " + name);
        Statement(table->second, change.as_object()).run(db);
    }
    return std::int64_t(changes.size());
}

}  // namespace

Result<std::int64_t> replay(db::Database& from, db::Database& to) {
    std::int64_t rows = 0;
    std::int64_t position = 0;
    for (;;) {
        auto events =
            from.read([&](db::Connection& db) { return events_after(db, position, batch); });
        if (events.empty()) return rows;
        std::int64_t written = 0;
        to.with_writer([&](db::Connection& db) {
            written = 0;
            for (const auto& event : events) written += apply(db, event);
            return true;
        });
        rows += written;
        position = events.back().position;
    }
}

}  // namespace noms::record
