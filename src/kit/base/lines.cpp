#include "kit/base/lines.hpp"

#include <algorithm>
#include <future>
#include <istream>
#include <ostream>
#include <thread>
#include <vector>

namespace noms {
namespace {

/// Enough lines to keep every core busy, few enough to hold in memory.
constexpr size_t lines_in_batch = 8192;

struct Batch {
    std::vector<std::string> lines{};
    long long before = 0;  // lines that were read before these
};

Batch next_batch(std::istream& in, long long before) {
    Batch batch{.before = before};
    for (std::string line; batch.lines.size() < lines_in_batch && std::getline(in, line);)
        batch.lines.push_back(std::move(line));
    return batch;
}

/// The answers to a core's share of a batch, one after another.
struct Answers {
    std::string text{};
    long long refused = 0;
};

Answers answers_to(const Batch& batch, size_t begin, size_t end, const AnswerLine& answer) {
    Answers answers;
    for (size_t i = begin; i < end; ++i) {
        const auto number = batch.before + static_cast<long long>(i) + 1;
        if (!answer(answers.text, batch.lines[i], number)) ++answers.refused;
    }
    return answers;
}

long long answer_batch(const Batch& batch,
                       std::ostream& out,
                       const AnswerLine& answer,
                       size_t cores) {
    const size_t share = (batch.lines.size() + cores - 1) / cores;
    std::vector<std::future<Answers>> parts;
    for (size_t begin = 0; begin < batch.lines.size(); begin += share)
        parts.push_back(std::async(std::launch::async, [&, begin] {
            return answers_to(batch, begin, std::min(begin + share, batch.lines.size()), answer);
        }));
    long long refused = 0;
    for (auto& part : parts) {
        const auto answers = part.get();
        out << answers.text;
        refused += answers.refused;
    }
    out.flush();
    return refused;
}

}  // namespace

long long answer_lines(std::istream& in,
                       std::ostream& out,
                       const AnswerLine& answer,
                       unsigned cores) {
    if (cores == 0) cores = std::max(1U, std::thread::hardware_concurrency());
    long long refused = 0;
    for (auto batch = next_batch(in, 0); !batch.lines.empty();) {
        const auto read = batch.before + static_cast<long long>(batch.lines.size());
        // The next lines are read while these are answered.
        auto next = std::async(std::launch::async, [&in, read] { return next_batch(in, read); });
        refused += answer_batch(batch, out, answer, cores);
        batch = next.get();
    }
    return refused;
}

}  // namespace noms
