#include "kit/db/postgres_connection.hpp"

#include <array>
#include <chrono>
#include <thread>

#include <fmt/format.h>
#include <libpq-fe.h>
#include <poll.h>

#include "kit/db/postgres_answer.hpp"
#include "kit/db/postgres_text.hpp"

namespace noms::db {
namespace {

// Bounds what the server must keep for us while it waits for the sync.
constexpr size_t pending_max = 200;

// Every statement is short and reads by an index whatever it is given, so that it is planned once
// and kept: planning took longer than running. For the same reason none is compiled or split.
constexpr const char* session_settings =
    "set timezone = 'UTC'; set datestyle = 'ISO, YMD'; set plan_cache_mode = force_generic_plan;"
    "set jit = off; set max_parallel_workers_per_gather = 0; set random_page_cost = 1.1;"
    "set enable_seqscan = off";

// What the url (the dbname) says wins over what stands before it.
constexpr const char* keywords[] = {
    "connect_timeout", "fallback_application_name", "dbname", "client_encoding", nullptr};
std::array<const char*, 5> settings_for(const std::string& url) {
    return {"10", "noms", url.c_str(), "UTF8", nullptr};
}

}  // namespace

void PostgresConnection::Close::operator()(pg_conn* handle) const {
    PQfinish(handle);
}
void PostgresConnection::Clear::operator()(pg_result* answer) const {
    PQclear(answer);
}

PostgresConnection::PostgresConnection(const std::string& url,
                                       const Options& options,
                                       Counters& counters)
    : url_(url), counters_(counters) {
    using Clock = std::chrono::steady_clock;
    auto give_up = Clock::now() + std::chrono::seconds(options.connect_seconds_max);
    while (!connect_once()) {
        // A server that answers has refused us for good; one that does not may be starting.
        bool refused = PQpingParams(keywords, settings_for(url_).data(), 1) == PQPING_OK;
        if (refused || Clock::now() > give_up)
            throw Broken("Cannot connect to PostgreSQL: " + connection_trouble(handle_.get()));
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
    }
    set_up();
}

bool PostgresConnection::connect_once() {
    handle_.reset(PQconnectdbParams(keywords, settings_for(url_).data(), 1));
    return PQstatus(handle_.get()) == CONNECTION_OK;
}

void PostgresConnection::set_up() {
    kept_.clear();
    pending_.clear();
    committing_ = false;
    left_unread_ = false;
    PQsetNoticeReceiver(handle_.get(), heed, this);
    run_plain(session_settings, PGRES_COMMAND_OK);
    PQenterPipelineMode(handle_.get());
}

void PostgresConnection::reconnect() {
    ++counters_.reconnects;
    if (!connect_once())
        throw Broken("Cannot connect to PostgreSQL again: " + connection_trouble(handle_.get()));
    set_up();
}

bool PostgresConnection::read_left_unread() noexcept {
    left_unread_ = false;
    try {
        read_outcomes();
        return true;
    } catch (const std::exception&) {
        return false;
    }
}

bool PostgresConnection::alive() {
    if (left_unread_ && !read_left_unread()) return false;
    // An idle server says nothing, so whatever can be read is most likely a goodbye.
    pollfd socket{.fd = PQsocket(handle_.get()), .events = POLLIN, .revents = 0};
    while (PQstatus(handle_.get()) == CONNECTION_OK && poll(&socket, 1, 0) > 0)
        if (PQconsumeInput(handle_.get()) == 0) return false;
    return PQstatus(handle_.get()) == CONNECTION_OK;
}

void PostgresConnection::read(const Query& query,
                              std::span<const Value> values,
                              const RowReader& reader) {
    send(query, values, [&](const Row& row) { reader(row); });
    sync();
}

void PostgresConnection::read_later(const Query& query,
                                    std::span<const Value> values,
                                    RowReader reader) {
    send(query, values, std::move(reader));
    if (pending_.size() >= pending_max) flush();
}

void PostgresConnection::write(const Query& query, std::span<const Value> values) {
    send(query, values);
    if (pending_.size() >= pending_max) flush();
}

void PostgresConnection::flush() {
    if (!pending_.empty()) sync();
}

void PostgresConnection::begin(const char* how) {
    send_plain(Pending::Kind::Begin, how);
}

void PostgresConnection::commit() {
    committing_ = true;
    send_plain(Pending::Kind::Commit, "commit");
    sync();
    committing_ = false;
}

void PostgresConnection::leave_snapshot() {
    // Whoever reads later has its rows before their owner is gone.
    if (!pending_.empty()) return commit();
    send_plain(Pending::Kind::Commit, "commit");
    if (PQpipelineSync(handle_.get()) != 1) lost();
    left_unread_ = true;
}

void PostgresConnection::rollback() noexcept {
    committing_ = false;
    for (auto& pending : pending_) pending.reader = nullptr;  // whoever wanted the rows is gone
    // What was held back may fail and swallow the first rollback; the second one then stands alone.
    for (int turn = 0; turn < 2; ++turn) {
        try {
            send_plain(Pending::Kind::Rollback, "rollback");
            sync();
        } catch (const std::exception&) {
            continue;
        }
        if (PQtransactionStatus(handle_.get()) == PQTRANS_IDLE) return;
    }
    handle_.reset(nullptr);
    pending_.clear();
}

void PostgresConnection::script(std::string_view sql) {
    leave_pipeline();
    run_plain(std::string(sql), PGRES_COMMAND_OK);
    PQenterPipelineMode(handle_.get());
}

void PostgresConnection::copy(std::string_view table,
                              std::span<const std::string_view> columns,
                              std::span<const std::vector<Value>> rows) {
    leave_pipeline();
    ++statements_;
    ++counters_.statements;
    try {
        run_plain(fmt::format("copy \"{}\" ({}) from stdin", table, quoted_list(columns)),
                  PGRES_COPY_IN);
        copy_rows(rows);
    } catch (...) {
        PQenterPipelineMode(handle_.get());
        throw;
    }
    PQenterPipelineMode(handle_.get());
}

void PostgresConnection::copy_rows(std::span<const std::vector<Value>> rows) {
    constexpr size_t chunk = 65'536;
    std::string text;
    for (const auto& row : rows) {
        append_copy_line(text, row);
        if (text.size() < chunk) continue;
        if (PQputCopyData(handle_.get(), text.data(), int(text.size())) != 1) lost();
        text.clear();
    }
    if (PQputCopyData(handle_.get(), text.data(), int(text.size())) != 1) lost();
    if (PQputCopyEnd(handle_.get(), nullptr) != 1) lost();
    std::exception_ptr failed;
    while (Answer answer{PQgetResult(handle_.get())})
        if (PQresultStatus(answer.get()) != PGRES_COMMAND_OK && !failed)
            failed = failure("copy", answer.get());
    if (failed) std::rethrow_exception(failed);
}

PostgresConnection::Kept& PostgresConnection::kept(const Query& query) {
    auto found = kept_.find(query.name);
    if (found == kept_.end()) {
        Kept fresh{.query = std::string(query.name)};
        found = kept_.emplace(fresh.query, fresh).first;
    }
    Kept& kept = found->second;
    if (kept.prepared && kept.text == query.text) return kept;
    kept.text = query.text;
    kept.server_name = fmt::format("s{}", ++prepared_);
    int ok = PQsendPrepare(handle_.get(), kept.server_name.c_str(), kept.text.c_str(), 0, nullptr);
    sent(ok, {.kind = Pending::Kind::Prepare, .kept = &kept});
    kept.prepared = true;
    return kept;
}

void PostgresConnection::send(const Query& query, std::span<const Value> values, RowReader reader) {
    Parameters parameters(query, values);
    Kept& kept = this->kept(query);
    ++statements_;
    ++counters_.statements;
    int ok = PQsendQueryPrepared(handle_.get(),
                                 kept.server_name.c_str(),
                                 int(values.size()),
                                 parameters.texts(),
                                 nullptr,
                                 nullptr,
                                 0);
    sent(ok, {Pending::Kind::Statement, &kept, std::move(reader)});
}

void PostgresConnection::send_plain(Pending::Kind kind, const char* sql) {
    int ok = PQsendQueryParams(handle_.get(), sql, 0, nullptr, nullptr, nullptr, nullptr, 0);
    sent(ok, {.kind = kind});
}

void PostgresConnection::sent(int ok, Pending pending) {
    if (ok != 1) lost();
    pending_.push_back(std::move(pending));
}

/// Sends everything and reads every outcome. The first failure is thrown once the server and we
/// agree again on where we are.
void PostgresConnection::sync() {
    if (PQpipelineSync(handle_.get()) != 1) lost();
    read_outcomes();
}

void PostgresConnection::read_outcomes() {
    std::exception_ptr failed;
    while (!pending_.empty()) {
        Pending next = std::move(pending_.front());
        pending_.pop_front();
        outcome(next, failed);
        if (PQstatus(handle_.get()) == CONNECTION_BAD) lost();
    }
    Answer end(PQgetResult(handle_.get()));
    if (PQresultStatus(end.get()) != PGRES_PIPELINE_SYNC) lost();
    if (failed) std::rethrow_exception(failed);
}

void PostgresConnection::outcome(const Pending& pending, std::exception_ptr& failed) {
    warnings_.clear();
    Answer answer(PQgetResult(handle_.get()));
    auto status = PQresultStatus(answer.get());
    bool well = status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
    if (!well && pending.kind == Pending::Kind::Prepare) pending.kept->prepared = false;
    if (!well && !failed) {
        auto what = pending.kept ? std::string_view(pending.kept->query) : "transaction";
        failed = failure(what, answer.get());
    }
    while (Answer rest{PQgetResult(handle_.get())}) continue;
    if (!well || failed) return;
    try {
        conclude(pending, answer);
    } catch (...) {
        failed = std::current_exception();
    }
}

void PostgresConnection::conclude(const Pending& pending, const Answer& answer) const {
    if (pending.kind == Pending::Kind::Commit) confirm_commit(answer);
    if (!pending.reader) return;
    PostgresRow row(answer.get());
    while (row.next()) pending.reader(row);
}

/// A warning during a commit means that it is not as safe as was asked for, e.g. that a standby
/// did not confirm it.
void PostgresConnection::confirm_commit(const Answer& answer) const {
    if (!warnings_.empty()) throw Broken("The commit is not confirmed: " + warnings_.front());
    if (std::string_view(PQcmdStatus(answer.get())) != "COMMIT")
        throw Broken("The transaction had failed and was rolled back instead of committed.");
}

void PostgresConnection::leave_pipeline() {
    flush();
    if (PQexitPipelineMode(handle_.get()) != 1) lost();
}

void PostgresConnection::run_plain(const std::string& sql, int expected) {
    Answer answer(PQexec(handle_.get(), sql.c_str()));
    auto status = PQresultStatus(answer.get());
    bool rows = status == PGRES_TUPLES_OK && expected == PGRES_COMMAND_OK;
    if (status != expected && !rows) {
        PQenterPipelineMode(handle_.get());
        std::rethrow_exception(failure("script", answer.get()));
    }
}

void PostgresConnection::lost() {
    std::string why = connection_trouble(handle_.get());
    handle_.reset(nullptr);
    pending_.clear();
    if (committing_)
        throw Broken("The connection was lost during a commit, whose outcome is not known: " + why);
    throw Again("The connection was lost before a commit: " + why);
}

void PostgresConnection::heed(void* connection, const pg_result* notice) {
    const char* severity = PQresultErrorField(notice, PG_DIAG_SEVERITY_NONLOCALIZED);
    const char* text = PQresultErrorField(notice, PG_DIAG_MESSAGE_PRIMARY);
    if (severity && text && std::string_view(severity) == "WARNING")
        static_cast<PostgresConnection*>(connection)->warnings_.emplace_back(text);
}

}  // namespace noms::db
