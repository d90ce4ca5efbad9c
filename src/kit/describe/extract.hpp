#pragma once

#include <functional>
#include <istream>
#include <string>
#include <string_view>
#include <vector>

#include "kit/describe/form.hpp"

/// An extract that others hand in: CSV whose heading names a struct's members. A bad line is
/// refused with its reason, and the rest goes on.
namespace noms::extract {

/// Why a line was not taken.
struct Refusal {
    long line = 0;
    std::string field{};
    std::string code{};
    std::string words{};
};
DESCRIBE(Refusal, line, field, code, words)

struct Report {
    long read = 0;  // without the heading
    long created = 0;
    long unchanged = 0;  // here already
    long refused = 0;
    std::vector<Refusal> refusals{};
};
DESCRIBE(Report, read, created, unchanged, refused, refusals)

enum class Taken { Created, Unchanged };

/// Gives each line's values to `take`. Invalid, and nothing is read, where the heading lacks a
/// member that must be there or names one that there is not.
Result<Report> take_lines(std::istream&,
                          const describe::Type&,
                          const std::function<Result<Taken>(const form::Values&)>& take);

template <class T>
Result<Report> take(std::istream& in, const std::function<Result<Taken>(const T&)>& take) {
    return take_lines(in, describe::type_of<T>(), [&](const form::Values& values) -> Result<Taken> {
        return take(TRY(form::read<T>(values)));
    });
}

/// The report as lines for a terminal, every refusal with its line.
std::string in_lines(const Report&);

}  // namespace noms::extract
