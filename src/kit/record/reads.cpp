#include "kit/record/reads.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <condition_variable>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <set>
#include <stdexcept>
#include <system_error>
#include <thread>

#include "kit/base/text.hpp"
#include "kit/describe/json.hpp"
#include "kit/record/sql.gen.hpp"

namespace noms::record {
namespace {

namespace fs = std::filesystem;

// A spool is begun anew when it has grown to this and all of it is in the database.
constexpr std::int64_t spool_bytes_max = 16 * 1024 * 1024;
constexpr std::int64_t ship_bytes_max = 256 * 1024;
// Seldom and much at once: whoever reads waits for the disk, which shipping keeps busy as well.
constexpr auto ship_pause = std::chrono::seconds(1);
constexpr auto ship_pause_after_failure = std::chrono::seconds(2);

[[noreturn]] void fail(const std::string& what) {
    throw std::runtime_error(what + ": " + std::system_category().message(errno));
}

/// A file that only grows, with an end that is known to be on the disk.
class Spool {
public:
    explicit Spool(fs::path path) : path_(std::move(path)) {
        file_ = ::open(path_.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
        if (file_ < 0) fail("the spool of reads cannot be opened: " + path_.string());
        size_ = std::int64_t(::lseek(file_, 0, SEEK_END));
        cut_torn_line();
    }
    ~Spool() { ::close(file_); }
    Spool(const Spool&) = delete;
    Spool& operator=(const Spool&) = delete;

    void append(std::string_view lines) {
        for (size_t done = 0; done < lines.size();) {
            auto wrote = ::write(file_, lines.data() + done, lines.size() - done);
            if (wrote < 0 && errno == EINTR) continue;
            if (wrote < 0) fail("the spool of reads cannot be written");
            done += size_t(wrote);
        }
        if (::fdatasync(file_) != 0) fail("the spool of reads cannot be synced");
        size_ += std::int64_t(lines.size());
    }
    /// Whole lines from `offset` on, about as many bytes as a shipment takes.
    std::string lines_from(std::int64_t offset) const {
        std::string text(size_t(std::min(ship_bytes_max, size_ - offset)), '\0');
        auto got = ::pread(file_, text.data(), text.size(), offset);
        if (got < 0) fail("the spool of reads cannot be read");
        text.resize(size_t(got));
        text.resize(text.rfind('\n') + 1);
        return text;
    }
    std::int64_t size() const { return size_; }
    const fs::path& path() const { return path_; }

private:
    fs::path path_;
    int file_ = -1;
    std::atomic<std::int64_t> size_ = 0;

    /// A line cut off by a crash was never acknowledged: its answer did not leave.
    void cut_torn_line() {
        std::string tail(size_t(std::min<std::int64_t>(size_, 1 << 20)), '\0');
        auto start = size_ - std::int64_t(tail.size());
        if (tail.empty() || ::pread(file_, tail.data(), tail.size(), start) < 0) return;
        auto end = start + std::int64_t(tail.rfind('\n') + 1);
        if (end == size_) return;
        if (::ftruncate(file_, end) != 0) fail("the spool of reads cannot be mended");
        size_ = end;
    }
};

std::string subjects_text(const std::vector<std::int64_t>& subjects) {
    std::string text;
    for (auto subject : subjects) text += (text.empty() ? "" : " ") + id_text(subject);
    return text;
}

using Rows = std::vector<std::vector<db::Value>>;

constexpr std::array<std::string_view, 9> read_columns{"number",
                                                       "at",
                                                       "actor",
                                                       "actor_name",
                                                       "subject_kind",
                                                       "subjects",
                                                       "route",
                                                       "reason",
                                                       "request"};
constexpr std::array<std::string_view, 3> subject_columns{"subject_kind", "subject", "number"};

void add_line(Rows& reads, Rows& subjects, std::string_view line) {
    auto read = json::read<Read>(line).value();
    auto number = new_id_number();
    reads.push_back({number,
                     to_text(read.at),
                     read.actor.number,
                     read.actor_name,
                     read.subject_kind,
                     subjects_text(read.subjects),
                     read.route,
                     read.reason,
                     read.request});
    for (auto subject : std::set(read.subjects.begin(), read.subjects.end()))
        subjects.push_back({read.subject_kind, subject, number});
}

void add_lines(db::Connection& db, std::string_view lines) {
    Rows reads, subjects;
    while (!lines.empty()) {
        auto end = lines.find('\n');
        add_line(reads, subjects, lines.substr(0, end));
        lines.remove_prefix(end + 1);
    }
    // By person, so that the index is entered at one place for all reads of the same one.
    std::ranges::stable_sort(
        subjects, {}, [](const auto& row) { return std::get<std::int64_t>(row[1]); });
    db.copy("record_read", read_columns, reads);
    db.copy("record_read_subject", subject_columns, subjects);
}

}  // namespace

struct ReadLog::State {
    fs::path folder;
    db::Database& database;
    std::string name;  // of this folder's spools, for ever
    std::unique_ptr<Spool> spool;
    std::int64_t shipped = 0;

    std::mutex guard;
    std::condition_variable written;    // a batch went to the disk, or failed to
    std::condition_variable delivered;  // a batch went to the database
    std::condition_variable stop;       // or a call to ship at once
    std::string waiting;                // lines not yet on the disk
    std::int64_t given = 0;             // lines handed in
    std::int64_t on_disk = 0;           // of them, how many are on the disk
    std::int64_t broken_up_to = 0;      // the last line that the disk refused
    std::string broken;                 // why it did
    bool writing = false;
    bool stopping = false;
    bool awaited = false;  // somebody wants it shipped now
    std::jthread shipper;

    State(fs::path folder, db::Database& database) : folder(std::move(folder)), database(database) {
        fs::create_directories(this->folder);
        name = spool_name();
        open_newest();
        shipper = std::jthread([this] { ship_loop(); });
    }
    ~State() {
        {
            std::scoped_lock lock(guard);
            stopping = true;
        }
        stop.notify_all();
    }

    /// A name that no other node's spool has, made once and kept beside the spool.
    std::string spool_name() {
        auto path = folder / "name";
        std::string kept;
        if (std::ifstream(path) >> kept) return kept;
        kept = id_text(new_id_number());
        std::ofstream(path) << kept << '\n';
        return kept;
    }
    std::string spool_key() const { return name + "/" + spool->path().filename().string(); }

    void open_newest() {
        fs::path newest = folder / "reads-000001.ndjson";
        for (const auto& entry : fs::directory_iterator(folder))
            if (entry.path().extension() == ".ndjson") newest = std::max(newest, entry.path());
        open(newest);
    }
    void open(const fs::path& path) {
        spool = std::make_unique<Spool>(path);
        database.with_reader([&](db::Connection& db) {
            shipped = 0;
            const std::vector<db::Value> key{spool_key()};
            db.read(sql::spool_shipped, key, [&](const db::Row& row) {
                db::take(describe::type_of<std::int64_t>(), &shipped, row.cell(0));
            });
        });
    }

    /// Writes all that waits; whoever comes meanwhile waits for the next turn, and shares it.
    void write_all(std::unique_lock<std::mutex>& lock) {
        writing = true;
        auto lines = std::move(waiting);
        waiting.clear();
        auto up_to = given;
        auto* to = spool.get();
        lock.unlock();
        std::string why;
        try {
            to->append(lines);
        } catch (const std::exception& failure) {
            why = failure.what();
        }
        lock.lock();
        if (!why.empty()) {
            broken = why;
            broken_up_to = up_to;
        }
        on_disk = up_to;
        writing = false;
        written.notify_all();
    }

    void ship_loop() {
        std::unique_lock lock(guard);
        while (!stopping) {
            stop.wait_for(lock, ship_pause, [&] { return stopping || awaited; });
            awaited = false;
            lock.unlock();
            bool went = true;
            try {
                while (ship_some()) {
                }
            } catch (const std::exception&) {
                went = false;  // The database is away: the lines wait on the disk.
            }
            lock.lock();
            if (went)
                begin_anew_when_large();
            else
                stop.wait_for(lock, ship_pause_after_failure, [&] { return stopping; });
        }
    }

    /// True when a whole shipment went, and more may be waiting.
    bool ship_some() {
        std::string lines;
        {
            std::scoped_lock lock(guard);
            lines = spool->lines_from(shipped);
        }
        if (lines.empty()) return false;
        auto end = shipped + std::int64_t(lines.size());
        database.with_writer([&](db::Connection& db) {
            add_lines(db, lines);
            db::run(db, sql::move_spool, spool_key(), end);
            return true;
        });
        std::scoped_lock lock(guard);
        shipped = end;
        delivered.notify_all();
        return std::int64_t(lines.size()) > ship_bytes_max / 2;
    }

    /// Called with the guard held; nobody writes when all given is on disk.
    void begin_anew_when_large() {
        if (spool->size() < spool_bytes_max || shipped < spool->size() || on_disk != given) return;
        auto old = spool->path();
        auto number = std::stoi(old.stem().string().substr(old.stem().string().find('-') + 1));
        auto digits = std::to_string(number + 1);
        digits.insert(0, digits.size() < 6 ? 6 - digits.size() : 0, '0');
        open(folder / ("reads-" + digits + ".ndjson"));
        fs::remove(old);
    }
};

ReadLog::ReadLog(std::string folder, db::Database& database)
    : state_(std::make_unique<State>(fs::path(std::move(folder)), database)) {}

ReadLog::~ReadLog() = default;

void ReadLog::log(const Read& read) {
    auto line = json::write(read) + "\n";
    std::unique_lock lock(state_->guard);
    state_->waiting += line;
    auto mine = ++state_->given;
    while (state_->on_disk < mine) {
        if (state_->writing)
            state_->written.wait(lock);
        else
            state_->write_all(lock);
    }
    if (mine <= state_->broken_up_to) throw std::runtime_error(state_->broken);
}

void ReadLog::shipped() {
    std::unique_lock lock(state_->guard);
    auto done = [&] {
        return state_->on_disk == state_->given && state_->shipped == state_->spool->size();
    };
    while (!done()) {
        state_->awaited = true;
        state_->stop.notify_all();
        state_->delivered.wait(lock);
    }
}

namespace {

/// One page that was shown, with everybody on it.
struct ShownPage {
    std::int64_t number = 0;
    Instant at{};
    std::string actor_name{};
    std::string subject_kind{};
    std::string subjects{};  // keys, with a blank between
    std::string route{};
    std::string reason{};
};
DESCRIBE(ShownPage, number, at, actor_name, subject_kind, subjects, route, reason)

std::set<std::int64_t> subjects_of(const ShownPage& page) {
    std::set<std::int64_t> out;
    for (const auto& key : split(page.subjects, ' '))
        if (auto subject = parse_id_text(key)) out.insert(*subject);
    return out;
}

}  // namespace

std::vector<ReadRow> reads_newest(db::Connection& db, std::int64_t before_number, int limit) {
    std::vector<ReadRow> out;
    for (const auto& page : db::all<ShownPage>(db, sql::reads_newest, before_number, limit)) {
        if (out.size() >= size_t(limit)) break;
        for (auto subject : subjects_of(page))
            out.push_back({page.number,
                           page.at,
                           page.actor_name,
                           page.subject_kind,
                           subject,
                           page.route,
                           page.reason});
    }
    return out;
}

std::vector<ReadRow> reads_of(db::Connection& db, const Subject& subject, int limit) {
    return db::all<ReadRow>(db, sql::reads_of, subject.kind, subject.id, limit);
}

}  // namespace noms::record
