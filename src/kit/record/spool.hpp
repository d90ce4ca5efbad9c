#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace noms::record {

/// A file of lines that only grows, with an end that is known to be on the disk. One thread appends
/// at a time, others may read. Throws std::runtime_error when the disk refuses.
class Spool {
public:
    /// Opens it or makes it; a line that a crash cut off is cut away, its answer never left.
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
    bool torn_ = false;  // there may be more in the file than was said to be

    void cut_back() const;
    void cut_torn_line();
};

}  // namespace noms::record
