#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace noms {

/// Shows how far something long is: a bar that is drawn anew on a terminal, plain lines when piped.
/// Silent for the first two seconds, so that short work stays quiet. Writes to the standard error.
class Progress {
public:
    /// `whole` 0: unknown, and only the count is shown. `noun`: "rows".
    Progress(std::string doing, std::string noun, std::int64_t whole);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    void at(std::int64_t done);

private:
    std::string doing_;
    std::string noun_;
    std::int64_t whole_ = 0;
    std::int64_t done_ = 0;
    bool terminal_ = false;
    bool shown_ = false;
    std::chrono::steady_clock::time_point began_;
    std::chrono::steady_clock::time_point next_;

    void show();
};

}  // namespace noms
