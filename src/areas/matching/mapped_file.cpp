#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "areas/matching/reading.hpp"

namespace noms::matching {

MappedFile::MappedFile(const std::string& path) {
    auto failed = [&] { throw std::system_error(errno, std::generic_category(), path); };
    int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) failed();
    struct stat facts{};
    if (fstat(file, &facts) != 0) failed();
    size_ = size_t(facts.st_size);
    if (size_ > 0) {
        void* data = mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, file, 0);
        if (data == MAP_FAILED) failed();
        data_ = static_cast<const char*>(data);
    }
    close(file);
}

MappedFile::~MappedFile() {
    if (size_ > 0) munmap(const_cast<char*>(data_), size_);
}

}  // namespace noms::matching
