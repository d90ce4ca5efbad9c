#pragma once

#include <cstdint>
#include <string>
#include <string_view>

/// The log: one JSON object a line, written by a thread of its own. No line ever holds a path, a
/// query, a name or a body: they tell who an offender is.
namespace noms::web::log {

/// One answered request.
struct Access {
    std::string request{};
    std::string method{};
    std::string route{};  // the pattern; empty when no address matched
    int status = 0;
    double milliseconds = 0;
    size_t bytes = 0;
    std::int64_t account = 0;
};

/// Where lines go from now on: a file, or "-" for the standard output. Throws when the file cannot
/// be opened. Until then only warnings and errors are written, to the standard error.
void open(const std::string& file);
/// Writes out what waits and closes the file.
void close();

void access(const Access&);
/// Something is not as it should be, and the service goes on. `request` may be empty.
void warn(std::string_view request, std::string_view words);
/// A request or a thread failed.
void error(std::string_view request, std::string_view words);

/// The line of an access without its end, for tests.
std::string line_of(const Access&, std::string_view time);

}  // namespace noms::web::log
