#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include <fmt/format.h>

#include "kit/db/pool.hpp"
#include "kit/db/sqlite_writer.hpp"

namespace noms::db {
namespace {

/// Where "sqlite::memory:" lives: a file in a folder of its own on the memory file system, so that
/// readers and the writer are apart just as on a disk. Gone with the database.
class MemoryFolder {
public:
    MemoryFolder() {
        auto base = std::filesystem::exists("/dev/shm") ? std::filesystem::path("/dev/shm")
                                                        : std::filesystem::temp_directory_path();
        std::string name = (base / "noms-memory-XXXXXX").string();
        if (!mkdtemp(name.data()))
            throw Broken(fmt::format("Cannot make {}: {}", name, std::strerror(errno)));
        folder_ = name;
    }
    ~MemoryFolder() {
        std::error_code gone;
        std::filesystem::remove_all(folder_, gone);
    }
    MemoryFolder(const MemoryFolder&) = delete;
    MemoryFolder& operator=(const MemoryFolder&) = delete;
    std::string file() const { return (folder_ / "database").string(); }

private:
    std::filesystem::path folder_;
};

/// Only a later writer would tell that it failed, so it is not asked.
void wait_for_disk(const std::string& path) {
    int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) return;
    ::fsync(file);
    ::close(file);
}

class SqliteDatabase : public Database {
public:
    SqliteDatabase(const std::string& url, const std::string& path, const Options& options)
        : url_(url),
          memory_(path == ":memory:" ? std::make_unique<MemoryFolder>() : nullptr),
          path_(memory_ ? memory_->file() : path),
          fills_(options.fills_new_file),
          writer_(path_, fills_ ? Purpose::Fill : Purpose::Write, counters_),
          readers_(options.readers, [this] { return connect(Purpose::Read); }) {}
    ~SqliteDatabase() override {
        if (fills_) wait_for_disk(path_);
    }
    SqliteDatabase(const SqliteDatabase&) = delete;
    SqliteDatabase& operator=(const SqliteDatabase&) = delete;

    Engine engine() const override { return Engine::Sqlite; }
    const std::string& url() const override { return url_; }
    Stats stats() const override { return counters_.now(); }

    void with_reader(const std::function<void(Connection&)>& work) override {
        auto reader = readers_.take();
        work(*reader);
    }
    void with_snapshot(const std::function<void(Connection&)>& work) override {
        auto reader = readers_.take();
        reader->script("begin");
        try {
            work(*reader);
        } catch (...) {
            reader->abandon();
            throw;
        }
        reader->script("commit");
    }
    void with_writer(const std::function<bool(Connection&)>& work) override { writer_.run(work); }
    void alone(const std::function<void(Connection&)>& work) override {
        work(*connect(Purpose::Write));
    }

private:
    using Purpose = SqliteConnection::Purpose;

    /// All connections to one file keep the same kind of journal.
    std::unique_ptr<SqliteConnection> connect(Purpose purpose) {
        return std::make_unique<SqliteConnection>(
            path_, fills_ ? Purpose::Fill : purpose, counters_);
    }

    std::string url_;
    Counters counters_;
    std::unique_ptr<MemoryFolder> memory_;
    std::string path_;
    bool fills_;
    SqliteWriter writer_;
    Pool<SqliteConnection> readers_;
};

}  // namespace

std::unique_ptr<Database> open_sqlite(const std::string& url,
                                      const std::string& path,
                                      const Options& options) {
    return std::make_unique<SqliteDatabase>(url, path, options);
}

}  // namespace noms::db
