#include <algorithm>

#include <fmt/format.h>

#include <boost/json.hpp>

#include "kit/describe/json.hpp"
#include "kit/record/backup.hpp"
#include "kit/record/backup_parts.hpp"

namespace noms::record {
namespace {

namespace bj = boost::json;

std::unexpected<Error> unfit(std::string_view what) {
    return refused(fmt::format("The backup cannot be restored: {}.", what));
}

Result<BackupHead> read_head(const LineSource& next) {
    auto line = next();
    if (!line) return unfit("it is empty");
    auto head = json::read<BackupHead>(*line);
    if (!head || head->noms != backup_format)
        return unfit("it does not begin as a backup of noms does");
    return head;
}

Result<void> bring_to(db::Database& database,
                      const BackupHead& head,
                      const std::vector<db::Migration>& known) {
    std::vector<db::Migration> wanted;
    for (const auto& name : head.migrations) {
        auto same = std::ranges::find(known, name, &db::Migration::name);
        if (same == known.end())
            return unfit("it is newer than this program, which does not know " + name);
        wanted.push_back(*same);
    }
    TRY(db::migrate(database, wanted));
    return {};
}

Result<void> refuse_rows(db::Connection& db, const std::vector<StoredTable>& tables) {
    for (const auto& table : tables) {
        bool any = false;
        auto text = fmt::format("select 1 from \"{}\" limit 1", table.name);
        db.read({text, text}, {}, [&](const db::Row&) { any = true; });
        if (any)
            return refused(
                fmt::format("A backup is restored into an empty database; this one has rows in {}.",
                            table.name));
    }
    return {};
}

db::Value value_of(const StoredColumn& column, const bj::value& given) {
    switch (given.kind()) {
        case bj::kind::null: return nullptr;
        case bj::kind::bool_: return given.get_bool();
        case bj::kind::string: return std::string(given.get_string());
        default:
            return column.kind == ColumnKind::Real ? db::Value(given.to_number<double>())
                                                   : db::Value(given.to_number<std::int64_t>());
    }
}

/// Reads the lines of the tables into the database, in a transaction of the caller's.
class Restoring {
public:
    Restoring(db::Connection& db, std::vector<StoredTable> tables, const RowsDone& rows_done)
        : db_(db), tables_(std::move(tables)), rows_done_(rows_done) {}

    Result<BackupTally> take(const LineSource& next) {
        while (auto line = next()) {
            boost::system::error_code fault;
            auto value = bj::parse(*line, fault);
            if (fault) return unfit("a line of it is broken");
            if (value.is_object() && value.get_object().contains("end"))
                return end(value.get_object());
            digest_.add(*line);
            CHECK(value.is_object() ? open(value.get_object()) : add(value));
        }
        return unfit("it ends early");
    }

private:
    db::Connection& db_;
    std::vector<StoredTable> tables_;
    const RowsDone& rows_done_;
    const StoredTable* table_ = nullptr;
    std::vector<std::vector<db::Value>> waiting_{};
    BackupTally tally_{};
    LineDigest digest_{};
    std::int64_t rows_ = 0;

    Result<void> open(const bj::object& line) {
        send();
        const auto* name = line.if_contains("table");
        const auto* columns = line.if_contains("columns");
        if (!name || !name->is_string() || !columns) return other_tables();
        auto found =
            std::ranges::find(tables_, std::string(name->get_string()), &StoredTable::name);
        if (found == tables_.end()) return other_tables();
        auto names = found->names();
        if (*columns != bj::array(names.begin(), names.end())) return other_tables();
        table_ = &*found;
        tally_.tables.push_back({table_->name, 0});
        return {};
    }
    Result<void> add(const bj::value& line) {
        if (!table_ || !line.is_array() || line.get_array().size() != table_->columns.size())
            return other_tables();
        auto& row = waiting_.emplace_back();
        for (size_t i = 0; i < table_->columns.size(); ++i)
            row.push_back(value_of(table_->columns[i], line.get_array()[i]));
        ++tally_.tables.back().rows;
        if (++rows_ % backup_rows_at_once == 0 && rows_done_) rows_done_(rows_);
        if (waiting_.size() >= size_t(backup_rows_at_once) && !table_->refers_to_itself) send();
        return {};
    }
    void send() {
        if (table_ && !waiting_.empty()) db_.copy(table_->name, table_->names(), waiting_);
        waiting_.clear();
    }
    Result<BackupTally> end(const bj::object& line) {
        send();
        tally_.digest = digest_.text();
        if (line.at("end") != bj::value(tally_.digest))
            return unfit("its digest is not that of its lines");
        return tally_;
    }
    static std::unexpected<Error> other_tables() {
        return unfit("its tables are not those of its schema");
    }
};

Result<BackupTally> fill_empty(db::Connection& db,
                               const LineSource& next,
                               const RowsDone& rows_done) {
    auto tables = stored_tables(db);
    CHECK(refuse_rows(db, tables));
    return Restoring(db, std::move(tables), rows_done).take(next);
}

Result<BackupTally> fill(db::Connection& db, const LineSource& next, const RowsDone& rows_done) {
    bool sqlite = db.engine() == db::Engine::Sqlite;
    db.script(sqlite ? "begin immediate" : "begin");
    // A row may refer to a later one of its own table.
    if (sqlite) db.script("pragma defer_foreign_keys = on");
    auto done = fill_empty(db, next, rows_done);
    db.flush();
    db.script(done ? "commit" : "rollback");
    return done;
}

}  // namespace

Result<BackupTally> restore(db::Database& database,
                            const LineSource& next,
                            std::vector<db::Migration> known,
                            const RowsDone& rows_done) {
    auto head = TRY(read_head(next));
    CHECK(bring_to(database, head, known));
    Result<BackupTally> done;
    database.alone([&](db::Connection& db) { done = fill(db, next, rows_done); });
    CHECK(done);
    TRY(verify(database, head.chain));
    TRY(db::migrate(database, std::move(known)));
    return done;
}

}  // namespace noms::record
