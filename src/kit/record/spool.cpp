#include "kit/record/spool.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <stdexcept>
#include <system_error>

namespace noms::record {
namespace {

constexpr std::int64_t room_bytes = 1 << 20;

[[noreturn]] void fail(const std::string& what) {
    throw std::runtime_error(what + ": " + std::system_category().message(errno));
}

}  // namespace

Spool::Spool(std::filesystem::path path) : path_(std::move(path)) {
    file_ = ::open(path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file_ < 0) fail("the spool of reads cannot be opened: " + path_.string());
    try {
        // A second writer would write over the lines of the first, and cut them off when it ends.
        if (::flock(file_, LOCK_EX | LOCK_NB) != 0)
            fail("the spool of reads is another process's, or cannot be locked: " + path_.string());
        size_ = end_of_last_line();
        cut_back();
    } catch (...) {
        ::close(file_);
        throw;
    }
}

Spool::~Spool() {
    // What follows the end is only room: a file that is left says nothing else than its lines.
    (void)!::ftruncate(file_, size_);
    ::close(file_);
}

void Spool::append(std::string_view lines) {
    if (torn_) cut_back();
    torn_ = true;
    make_room(std::int64_t(lines.size()));
    write_at(size_, lines);
    if (::fdatasync(file_) != 0) fail("the spool of reads cannot be synced");
    size_ += std::int64_t(lines.size());
    torn_ = false;
}

std::string Spool::lines_from(std::int64_t offset, std::int64_t bytes_max) const {
    if (offset >= size_) return {};
    std::string text(size_t(std::min(bytes_max, size_ - offset)), '\0');
    auto got = ::pread(file_, text.data(), text.size(), offset);
    if (got < 0) fail("the spool of reads cannot be read");
    text.resize(size_t(got));
    text.resize(text.rfind('\n') + 1);
    return text;
}

/// Room is written, not only promised: a file that stays as long as it is needs no turn of the file
/// system's journal when it is synced, which took a quarter of the time.
void Spool::make_room(std::int64_t bytes) {
    static const std::string room(room_bytes, '\0');
    for (; room_ < size_ + bytes; room_ += room_bytes) write_at(room_, room);
}

void Spool::write_at(std::int64_t offset, std::string_view text) const {
    while (!text.empty()) {
        auto wrote = ::pwrite(file_, text.data(), text.size(), offset);
        if (wrote < 0 && errno == EINTR) continue;
        if (wrote < 0) fail("the spool of reads cannot be written");
        text.remove_prefix(size_t(wrote));
        offset += wrote;
    }
}

void Spool::cut_back() {
    if (::ftruncate(file_, size_) != 0) fail("the spool of reads cannot be mended");
    room_ = size_;
}

std::int64_t Spool::end_of_last_line() const {
    std::string piece(room_bytes, '\0');
    std::int64_t end = 0;
    for (std::int64_t offset = 0;; offset += room_bytes) {
        auto got = ::pread(file_, piece.data(), piece.size(), offset);
        if (got < 0) fail("the spool of reads cannot be read");
        auto text = std::string_view(piece).substr(0, size_t(got));
        text = text.substr(0, text.find('\0'));
        if (auto last = text.rfind('\n'); last != text.npos) end = offset + std::int64_t(last) + 1;
        if (text.size() < piece.size()) return end;
    }
}

}  // namespace noms::record
