#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace noms::record {

/// A file of lines that only grows, with an end that is known to be on the disk. Behind the end is
/// room, all NUL, for what comes next. One thread appends at a time, others may read. Throws
/// std::runtime_error when the disk refuses.
class Spool {
public:
    /// Opens it or makes it; a line that a crash cut off is cut away, its answer never left. Throws
    /// while another has it open.
    explicit Spool(std::filesystem::path);
    ~Spool();
    Spool(const Spool&) = delete;
    Spool& operator=(const Spool&) = delete;

    /// All of it, on the disk; or, when it throws, nothing: the next line does not follow half a
    /// one.
    void append(std::string_view lines);
    /// Whole lines from `offset` on, in about so many bytes; empty at the end and beyond it.
    std::string lines_from(std::int64_t offset, std::int64_t bytes_max) const;
    std::int64_t size() const { return size_; }
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
    int file_ = -1;
    std::atomic<std::int64_t> size_ = 0;
    std::int64_t room_ = 0;  // how long the file is
    bool torn_ = false;      // there may be more in the file than was said to be

    void make_room(std::int64_t bytes);
    void write_at(std::int64_t offset, std::string_view text) const;
    void cut_back();
    std::int64_t end_of_last_line() const;
};

}  // namespace noms::record
