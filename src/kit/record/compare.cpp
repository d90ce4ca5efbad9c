#include "kit/record/compare.hpp"

#include "kit/base/text.hpp"
#include "kit/record/made.hpp"
#include "kit/record/record.hpp"

namespace noms::record {
namespace {

constexpr int page_rows = 2000;

using Cells = std::vector<std::string>;

/// Every column as text, so that the engines' own kinds do not matter. Rows come by key, a page at
/// a time: the key of the last row is where the next page starts.
class Reader {
public:
    Reader(db::Database& database, const TableFacts& table)
        : database_(database), table_(table), keys_(split(table.key, ',')) {}

    /// Nothing at the end.
    const Cells* next() {
        if (at_ == page_.size() && !read_page()) return nullptr;
        return &page_[at_++];
    }

private:
    db::Database& database_;
    const TableFacts& table_;
    std::vector<std::string> keys_;
    std::vector<Cells> page_{};
    std::vector<db::Value> last_key_{};
    size_t at_ = 0;
    bool ended_ = false;

    std::string key_list() const {
        std::string list;
        for (const auto& key : keys_) list += (list.empty() ? "" : ", ") + key;
        return list;
    }
    std::string marks() const {
        std::string list;
        for (size_t i = 1; i <= keys_.size(); ++i)
            list += (list.empty() ? "$" : ", $") + std::to_string(i);
        return list;
    }
    std::string columns() const {
        std::string list;
        for (const auto& field : table_.type->fields)
            list += (list.empty() ? "" : ", ") + std::string(field.name);
        return list;
    }
    std::string statement() const {
        auto text = "select " + columns() + " from " + std::string(table_.name);
        if (!last_key_.empty()) text += " where (" + key_list() + ") > (" + marks() + ")";
        return text + " order by " + key_list() + " limit " + std::to_string(page_rows);
    }
    /// The value as our description reads it, written one way for both engines.
    static std::string shown(const describe::Type& type, const db::Cell& cell) {
        if (cell.kind == db::Cell::Kind::Null) return "null";
        const auto& inner = type.kind == describe::Type::Kind::Optional ? type.inner() : type;
        if (inner.kind == describe::Type::Kind::Flag) {
            bool flag = false;
            db::take(inner, &flag, cell);
            return flag ? "true" : "false";
        }
        if (cell.kind == db::Cell::Kind::Number) return std::to_string(cell.number);
        if (inner.kind == describe::Type::Kind::Real) {
            double real = 0;
            db::take(inner, &real, cell);
            return std::to_string(real);
        }
        bool is_number =
            inner.kind == describe::Type::Kind::Number || inner.kind == describe::Type::Kind::Key;
        return (is_number ? "" : "'") + std::string(cell.text);
    }
    bool read_page() {
        if (ended_) return false;
        page_.clear();
        at_ = 0;
        auto query = made(statement());
        std::vector<db::Value> next_key;
        database_.with_reader([&](db::Connection& db) {
            db.read(query, last_key_, [&](const db::Row& row) { keep(row, next_key); });
        });
        last_key_ = next_key;
        ended_ = page_.size() < size_t(page_rows);
        return !page_.empty();
    }
    void keep(const db::Row& row, std::vector<db::Value>& key) {
        auto& cells = page_.emplace_back();
        key.clear();
        for (int i = 0; i < row.columns(); ++i) {
            const auto& field = table_.type->fields[size_t(i)];
            auto cell = row.cell(i);
            auto text = shown(field.type(), cell);
            bool is_number = field.type().kind == describe::Type::Kind::Number ||
                             field.type().kind == describe::Type::Kind::Key;
            for (const auto& name : keys_)
                if (name == field.name)
                    key.push_back(is_number ? db::Value(std::int64_t(std::stoll(text)))
                                            : db::Value(std::string(cell.text)));
            cells.push_back(std::move(text));
        }
    }
};

TableComparison compare_table(db::Database& one, db::Database& other, const TableFacts& table) {
    TableComparison outcome{.table = std::string(table.name)};
    Reader left(one, table);
    Reader right(other, table);
    for (;;) {
        const auto* mine = left.next();
        const auto* theirs = right.next();
        if (!mine && !theirs) return outcome;
        outcome.rows += mine ? 1 : 0;
        if (!mine || !theirs || *mine != *theirs) ++outcome.differing;
    }
}

}  // namespace

std::vector<TableComparison> compare(db::Database& one,
                                     db::Database& other,
                                     const std::vector<TableFacts>& which) {
    std::vector<TableComparison> all;
    for (const auto& table : which) all.push_back(compare_table(one, other, table));
    return all;
}

std::vector<TableComparison> compare(db::Database& one, db::Database& other) {
    std::vector<TableFacts> which;
    for (const auto& [name, table] : tables()) which.push_back(table);
    return compare(one, other, which);
}

}  // namespace noms::record
