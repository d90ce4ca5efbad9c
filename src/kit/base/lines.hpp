#pragma once

#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>

/// Answering a stream line by line, on many cores.
namespace noms {

/// Appends the answer to one line, with its line end; `number` is the line's, the first being 1.
/// False when the line was refused. Called from several threads at once.
using AnswerLine = std::function<bool(std::string& out, std::string_view line, long long number)>;

/// Every line of `in` is answered on `out`, in order, whatever the number of cores; 0: all there
/// are. Holds few lines at a time. Gives how many were refused; throws what `answer` throws.
long long answer_lines(std::istream& in,
                       std::ostream& out,
                       const AnswerLine& answer,
                       unsigned cores = 0);

}  // namespace noms
