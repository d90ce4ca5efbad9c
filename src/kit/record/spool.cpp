#include "kit/record/spool.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <stdexcept>
#include <system_error>

namespace noms::record {
namespace {

[[noreturn]] void fail(const std::string& what) {
    throw std::runtime_error(what + ": " + std::system_category().message(errno));
}

}  // namespace

Spool::Spool(std::filesystem::path path) : path_(std::move(path)) {
    file_ = ::open(path_.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (file_ < 0) fail("the spool of reads cannot be opened: " + path_.string());
    size_ = std::int64_t(::lseek(file_, 0, SEEK_END));
    cut_torn_line();
}

Spool::~Spool() {
    ::close(file_);
}

void Spool::append(std::string_view lines) {
    if (torn_) cut_back();
    torn_ = true;
    for (size_t done = 0; done < lines.size();) {
        auto wrote = ::write(file_, lines.data() + done, lines.size() - done);
        if (wrote < 0 && errno == EINTR) continue;
        if (wrote < 0) fail("the spool of reads cannot be written");
        done += size_t(wrote);
    }
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

void Spool::cut_back() const {
    if (::ftruncate(file_, size_) != 0) fail("the spool of reads cannot be mended");
}

void Spool::cut_torn_line() {
    std::string tail(size_t(std::min<std::int64_t>(size_, 1 << 20)), '\0');
    auto start = size_ - std::int64_t(tail.size());
    if (tail.empty() || ::pread(file_, tail.data(), tail.size(), start) < 0) return;
    auto end = start + std::int64_t(tail.rfind('\n') + 1);
    if (end == size_) return;
    size_ = end;
    cut_back();
}

}  // namespace noms::record
