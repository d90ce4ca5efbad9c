#include "kit/db/sqlite_connection.hpp"

#include <algorithm>
#include <cstring>

#include <fmt/format.h>
#include <sqlite3.h>

namespace noms::db {
namespace {

/// PostgreSQL's collation of that name: by bytes.
int compare_bytes(void*, int a_size, const void* a, int b_size, const void* b) {
    int order = std::memcmp(a, b, size_t(std::min(a_size, b_size)));
    return order != 0 ? order : a_size - b_size;
}

/// The row that the statement stands on.
class SqliteRow : public Row {
public:
    explicit SqliteRow(sqlite3_stmt* statement) : statement_(statement) {}
    int columns() const override { return sqlite3_column_count(statement_); }
    std::string_view column(int at) const override { return sqlite3_column_name(statement_, at); }
    Cell cell(int at) const override {
        switch (sqlite3_column_type(statement_, at)) {
            case SQLITE_NULL: return {};
            case SQLITE_INTEGER:
                return {.kind = Cell::Kind::Number, .number = sqlite3_column_int64(statement_, at)};
            case SQLITE_FLOAT:
                return {.kind = Cell::Kind::Real, .real = sqlite3_column_double(statement_, at)};
            case SQLITE_TEXT: {
                auto text = reinterpret_cast<const char*>(sqlite3_column_text(statement_, at));
                auto size = size_t(sqlite3_column_bytes(statement_, at));
                return {.kind = Cell::Kind::Text, .text = {text, size}};
            }
            default: throw Broken(fmt::format("Column {} holds bytes, not a value", column(at)));
        }
    }

private:
    sqlite3_stmt* statement_;
};

/// Lets go of the row and of the caller's texts, however the reading ends.
struct ResetAtEnd {
    sqlite3_stmt* statement;
    ~ResetAtEnd() {
        sqlite3_reset(statement);
        sqlite3_clear_bindings(statement);
    }
};

constexpr const char* settings =
    "pragma page_size = 8192;"  // of a new file: an event with its rows fits into one
    "pragma foreign_keys = on;"
    "pragma temp_store = memory;"
    "pragma mmap_size = 67108864;"
    "pragma journal_size_limit = 67108864;";
// A commit that was answered is on the disk.
constexpr const char* durable = "pragma journal_mode = wal; pragma synchronous = full;";
// The one writer meets every index; what it does not find here it fetches from the file again. A
// page that many commands change is written to the file once for 64 MB of them.
constexpr const char* for_writing = "pragma cache_size = -65536; pragma wal_autocheckpoint = 8192;";
constexpr const char* for_reading = "pragma cache_size = -8000; pragma query_only = on;";
constexpr const char* for_filling =
    "pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -400000;";

std::string all_settings(SqliteConnection::Purpose purpose) {
    using enum SqliteConnection::Purpose;
    std::string all = settings;
    if (purpose == Fill) return all + for_filling;
    return all + durable + (purpose == Read ? for_reading : for_writing);
}
constexpr int wait_for_lock_ms = 10'000;

/// SQLite counts its memory under a lock that every connection would wait for.
void stop_counting_memory() {
    static const int once = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    (void)once;
}

}  // namespace

void SqliteConnection::Finalize::operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
}
void SqliteConnection::Close::operator()(sqlite3* handle) const {
    sqlite3_close_v2(handle);
}

SqliteConnection::SqliteConnection(const std::string& path, Purpose purpose, Counters& counters)
    : counters_(counters) {
    constexpr int flags =
        SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    stop_counting_memory();
    sqlite3* handle = nullptr;
    int opened = sqlite3_open_v2(path.c_str(), &handle, flags, nullptr);
    handle_.reset(handle);
    if (opened != SQLITE_OK) fail("Cannot open " + path);
    sqlite3_busy_timeout(handle, wait_for_lock_ms);
    sqlite3_create_collation(handle, "C", SQLITE_UTF8, nullptr, compare_bytes);
    script(all_settings(purpose));
}

void SqliteConnection::read(const Query& query,
                            std::span<const Value> values,
                            const RowReader& reader) {
    Kept& kept = this->kept(query);
    sqlite3_stmt* statement = kept.statement.get();
    if (sqlite3_stmt_busy(statement))
        throw Broken(fmt::format("{}: run again while its rows are being read", query.name));
    ResetAtEnd reset{statement};
    bind_all(kept, query, values);
    ++statements_;
    ++counters_.statements;

    SqliteRow row(statement);
    int step = sqlite3_step(statement);
    for (; step == SQLITE_ROW; step = sqlite3_step(statement))
        if (reader) reader(row);
    if (step != SQLITE_DONE) fail(query.name);
}

void SqliteConnection::write(const Query& query, std::span<const Value> values) {
    read(query, values, {});
}

void SqliteConnection::copy(std::string_view table,
                            std::span<const std::string_view> columns,
                            std::span<const std::vector<Value>> rows) {
    std::string marks;
    for (size_t i = 1; i <= columns.size(); ++i)
        marks += fmt::format("{}${}", i > 1 ? ", " : "", i);
    auto names = quoted_list(columns);
    auto text = fmt::format("insert into \"{}\" ({}) values ({})", table, names, marks);
    auto name = fmt::format("copy {} ({})", table, names);
    const Query query{name, text};
    Kept& kept = this->kept(query);
    ResetAtEnd reset{kept.statement.get()};
    for (const auto& row : rows) {
        bind_all(kept, query, row);
        if (sqlite3_step(kept.statement.get()) != SQLITE_DONE) fail(name);
        sqlite3_reset(kept.statement.get());
    }
    statements_ += std::int64_t(rows.size());
    counters_.statements += std::int64_t(rows.size());
}

void SqliteConnection::script(std::string_view sql) {
    std::string text(sql);
    if (sqlite3_exec(handle_.get(), text.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
        fail("script");
}

bool SqliteConnection::in_transaction() const {
    return sqlite3_get_autocommit(handle_.get()) == 0;
}

void SqliteConnection::abandon() noexcept {
    if (in_transaction()) sqlite3_exec(handle_.get(), "rollback", nullptr, nullptr, nullptr);
}

SqliteConnection::Kept& SqliteConnection::kept(const Query& query) {
    auto found = kept_.find(query.name);
    if (found == kept_.end())
        return kept_.emplace(std::string(query.name), prepare(query)).first->second;
    if (found->second.text != query.text) found->second = prepare(query);
    return found->second;
}

SqliteConnection::Kept SqliteConnection::prepare(const Query& query) {
    sqlite3_stmt* statement = nullptr;
    int prepared = sqlite3_prepare_v3(handle_.get(),
                                      query.text.data(),
                                      int(query.text.size()),
                                      SQLITE_PREPARE_PERSISTENT,
                                      &statement,
                                      nullptr);
    Kept kept{.text = std::string(query.text)};
    kept.statement.reset(statement);
    if (prepared != SQLITE_OK) fail(query.name);
    if (!statement) throw Broken(fmt::format("{}: holds no statement", query.name));

    int count = sqlite3_bind_parameter_count(statement);
    for (int n = 1; n <= count; ++n) {
        int position = sqlite3_bind_parameter_index(statement, fmt::format("${}", n).c_str());
        if (position == 0)
            throw Broken(fmt::format("{}: its parameters are not $1 to ${}", query.name, count));
        kept.positions.push_back(position);
    }
    return kept;
}

void SqliteConnection::bind_all(const Kept& kept,
                                const Query& query,
                                std::span<const Value> values) {
    if (values.size() != kept.positions.size())
        throw Broken(fmt::format("{}: takes {} parameters, was given {}",
                                 query.name,
                                 kept.positions.size(),
                                 values.size()));
    for (size_t i = 0; i < values.size(); ++i) bind_one(kept, query, i, values[i]);
}

void SqliteConnection::bind_one(const Kept& kept,
                                const Query& query,
                                size_t at,
                                const Value& value) {
    sqlite3_stmt* statement = kept.statement.get();
    int position = kept.positions[at];
    int bound = SQLITE_OK;
    if (auto* flag = std::get_if<bool>(&value)) {
        bound = sqlite3_bind_int64(statement, position, *flag ? 1 : 0);
    } else if (auto* number = std::get_if<std::int64_t>(&value)) {
        bound = sqlite3_bind_int64(statement, position, *number);
    } else if (auto* real = std::get_if<double>(&value)) {
        bound = sqlite3_bind_double(statement, position, *real);
    } else if (auto* text = std::get_if<std::string>(&value)) {
        refuse_zero_byte(query, at, *text);
        // The caller's text outlives the statement's run, so it need not be copied.
        bound = sqlite3_bind_text64(
            statement, position, text->data(), text->size(), SQLITE_STATIC, SQLITE_UTF8);
    } else {
        bound = sqlite3_bind_null(statement, position);
    }
    if (bound != SQLITE_OK) fail(query.name);
}

void SqliteConnection::fail(std::string_view what) const {
    std::string message = sqlite3_errmsg(handle_.get());
    std::string whole = fmt::format("{}: {}", what, message);
    switch (sqlite3_extended_errcode(handle_.get())) {
        case SQLITE_CONSTRAINT_UNIQUE:
        case SQLITE_CONSTRAINT_PRIMARYKEY:
        case SQLITE_CONSTRAINT_ROWID: throw Violated(whole, message.substr(message.find(": ") + 2));
        case SQLITE_CONSTRAINT_FOREIGNKEY: throw Violated(whole, "foreign key");
        case SQLITE_BUSY:
        case SQLITE_BUSY_SNAPSHOT:
        case SQLITE_LOCKED: throw Again(whole);
        default: throw Broken(whole);
    }
}

}  // namespace noms::db
