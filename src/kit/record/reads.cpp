#include "kit/record/reads.hpp"

#include <algorithm>
#include <array>
#include <condition_variable>
#include <filesystem>
#include <fstream>
#include <future>
#include <map>
#include <mutex>
#include <set>
#include <stdexcept>
#include <thread>

#include "kit/base/text.hpp"
#include "kit/describe/json.hpp"
#include "kit/record/spool.hpp"
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
// Where several read at once, each write waits so long for more to write: every write is a turn of
// the disk, and costs as much processor as a short page. Somebody who reads alone does not wait.
constexpr auto gather_for = std::chrono::milliseconds(1);

std::string subjects_text(const std::vector<std::int64_t>& subjects) {
    std::string text;
    for (auto subject : subjects) text += (text.empty() ? "" : " ") + id_text(subject);
    return text;
}

using Row = std::vector<db::Value>;
using Rows = std::vector<Row>;

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
constexpr std::array<std::string_view, 2> again_columns{"shown", "number"};

/// How far a spool is in the database.
struct Shipped {
    std::int64_t shipped = 0;
};
DESCRIBE(Shipped, shipped)

/// Who was shown together, and by which read first. From so many people on: of fewer the rows are
/// as cheap as the line that says "again".
using ShownTogether = std::map<std::string, std::int64_t, std::less<>>;
constexpr size_t together_min = 3;
constexpr size_t together_max = 2'000;  // kept in mind: 2 MB of caseloads

/// The rows of a shipment.
struct Shipment {
    Rows reads{};
    Rows subjects{};
    Rows again{};
    ShownTogether fresh{};
};

void add_subjects(Shipment& to, const Read& read, std::int64_t number, const ShownTogether& known) {
    std::set<std::int64_t> everybody(read.subjects.begin(), read.subjects.end());
    if (everybody.size() >= together_min) {
        auto key = read.subject_kind + ' ' + subjects_text({everybody.begin(), everybody.end()});
        ShownTogether::const_iterator before = known.find(key);
        if (before == known.end()) before = to.fresh.try_emplace(std::move(key), number).first;
        if (before->second != number) {
            to.again.push_back({before->second, number});
            return;
        }
    }
    for (auto subject : everybody) to.subjects.push_back({read.subject_kind, subject, number});
}

void add_line(Shipment& to, std::string_view line, const ShownTogether& known) {
    auto read = json::read<Read>(line).value();
    auto number = new_id_number();
    to.reads.push_back({number,
                        to_text(read.at),
                        read.actor.number,
                        read.actor_name,
                        read.subject_kind,
                        subjects_text(read.subjects),
                        read.route,
                        read.reason,
                        read.request});
    add_subjects(to, read, number, known);
}

Shipment shipment_of(std::string_view lines, const ShownTogether& known) {
    Shipment out;
    while (!lines.empty()) {
        auto end = lines.find('\n');
        add_line(out, lines.substr(0, end), known);
        lines.remove_prefix(end + 1);
    }
    // By person, so that the index is entered at one place for all reads of the same one.
    std::ranges::stable_sort(
        out.subjects, {}, [](const auto& row) { return std::get<std::int64_t>(row[1]); });
    return out;
}

void add(db::Connection& db, const Shipment& shipment) {
    db.copy("record_read", read_columns, shipment.reads);
    if (!shipment.subjects.empty())
        db.copy("record_read_subject", subject_columns, shipment.subjects);
    if (!shipment.again.empty()) db.copy("record_read_again", again_columns, shipment.again);
}

}  // namespace

struct ReadLog::State {
    fs::path folder;
    db::Database& database;
    std::string name;  // of this folder's spools, for ever
    std::unique_ptr<Spool> spool;
    std::int64_t shipped = 0;
    ShownTogether together;  // the shipper's alone

    std::mutex guard;
    std::condition_variable more;       // something waits to be written
    std::condition_variable written;    // a batch went to the disk, or failed to
    std::condition_variable delivered;  // a batch went to the database
    std::condition_variable stop;       // or a call to ship at once
    std::string waiting;                // lines not yet on the disk
    std::vector<Then> to_call;          // whoever waits for them
    bool writing = false;
    bool stopping = false;
    bool awaited = false;  // somebody wants it shipped now
    std::jthread writer;
    std::jthread shipper;

    State(fs::path folder, db::Database& database) : folder(std::move(folder)), database(database) {
        fs::create_directories(this->folder);
        name = spool_name();
        open_newest();
        writer = std::jthread([this] { write_loop(); });
        shipper = std::jthread([this] { ship_loop(); });
    }
    ~State() {
        {
            std::scoped_lock lock(guard);
            stopping = true;
        }
        stop.notify_all();
        more.notify_all();
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
        database.with_reader([&](db::Connection& db) { shipped = shipped_by(db); });
    }

    /// Writes what waits, again and again, to the end and what is left then.
    void write_loop() {
        std::unique_lock lock(guard);
        bool several = false;
        while (true) {
            more.wait(lock, [&] { return stopping || !waiting.empty(); });
            if (waiting.empty()) return;
            if (several) more.wait_for(lock, gather_for, [&] { return stopping; });
            several = to_call.size() > 1;
            write_all(lock);
        }
    }
    void write_all(std::unique_lock<std::mutex>& lock) {
        writing = true;
        auto lines = std::exchange(waiting, {});
        auto called = std::exchange(to_call, {});
        auto* to = spool.get();
        lock.unlock();
        bool is_on_disk = true;
        try {
            to->append(lines);
        } catch (const std::exception&) {
            is_on_disk = false;
        }
        for (const auto& then : called) then(is_on_disk);
        called.clear();
        lock.lock();
        writing = false;
        written.notify_all();
    }
    /// Called with the guard held.
    bool all_written() const { return waiting.empty() && !writing; }

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

    /// How far the database has it. It knows best: a commit that seemed to fail may have been
    /// taken, and a database that was restored is where it was before.
    std::int64_t shipped_by(db::Connection& db) const {
        return db::first<Shipped>(db, sql::spool_shipped, spool_key()).value_or(Shipped{}).shipped;
    }
    std::string lines_from(std::int64_t offset) {
        std::scoped_lock lock(guard);
        return spool->lines_from(offset, ship_bytes_max);
    }

    /// True when a whole shipment went, and more may be waiting.
    bool ship_some() {
        if (lines_from(shipped).empty()) return false;
        std::int64_t begin = 0;
        std::string lines;
        Shipment shipment;
        database.with_writer([&](db::Connection& db) {
            begin = shipped_by(db);
            if (begin != shipped) together.clear();
            lines = lines_from(begin);
            shipment = shipment_of(lines, together);
            add(db, shipment);
            db::run(db, sql::move_spool, spool_key(), begin + std::int64_t(lines.size()));
            return true;
        });
        if (together.size() + shipment.fresh.size() > together_max) together.clear();
        together.merge(shipment.fresh);
        std::scoped_lock lock(guard);
        shipped = begin + std::int64_t(lines.size());
        delivered.notify_all();
        return std::int64_t(lines.size()) > ship_bytes_max / 2;
    }

    /// Called with the guard held; nobody writes when all given is on disk.
    void begin_anew_when_large() {
        if (spool->size() < spool_bytes_max || shipped < spool->size() || !all_written()) return;
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

void ReadLog::log(const Read& read, Then then) {
    auto line = json::write(read) + "\n";
    std::unique_lock lock(state_->guard);
    bool first = state_->waiting.empty();  // later ones wake nobody, who gathers them
    state_->waiting += line;
    state_->to_call.push_back(std::move(then));
    lock.unlock();
    if (first) state_->more.notify_one();
}

void ReadLog::log(const Read& read) {
    auto is_on_disk = std::make_shared<std::promise<bool>>();
    auto answer = is_on_disk->get_future();
    log(read, [is_on_disk](bool is) { is_on_disk->set_value(is); });
    if (!answer.get()) throw std::runtime_error("the spool of reads cannot be written");
}

void ReadLog::written() {
    std::unique_lock lock(state_->guard);
    state_->written.wait(lock, [&] { return state_->all_written(); });
}

void ReadLog::shipped() {
    std::unique_lock lock(state_->guard);
    state_->written.wait(lock, [&] { return state_->all_written(); });
    while (state_->shipped != state_->spool->size()) {
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
