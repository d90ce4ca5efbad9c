#include "kit/law/run.hpp"

#include <algorithm>
#include <future>
#include <istream>
#include <ostream>
#include <thread>

namespace noms::law {
namespace {

/// Enough lines to keep every core busy, few enough to hold in memory.
constexpr size_t lines_in_batch = 8192;

struct WrongField {
    std::string field{};
    std::string code{};
    std::string words{};
};
DESCRIBE(WrongField, field, code, words)

struct Refusal {
    long long line = 0;
    std::string error{};
    std::vector<WrongField> fields{};
};
DESCRIBE(Refusal, line, error, fields)

struct Listed {
    std::string name{};
    std::string title{};
    std::string summary{};
    std::vector<Provision> law{};
};
DESCRIBE(Listed, name, title, summary, law)

struct Answer {
    std::string line{};
    bool refused = false;
};

std::string refusal(long long line, const Error& error) {
    Refusal out{.line = line, .error = error.message};
    for (const auto& wrong : error.fields)
        out.fields.push_back({.field = wrong.field, .code = wrong.code, .words = wrong.words});
    return json::write(out);
}

std::vector<std::string> next_batch(std::istream& in) {
    std::vector<std::string> lines;
    for (std::string line; lines.size() < lines_in_batch && std::getline(in, line);)
        lines.push_back(std::move(line));
    return lines;
}

Answer answer(const RuleSet& rules, const std::string& facts, long long line) {
    auto ruling = rules.run(facts);
    if (ruling) return {.line = std::move(*ruling)};
    return {.line = refusal(line, ruling.error()), .refused = true};
}

/// The answers to a batch, each core taking a share of it; `before` lines were answered already.
std::vector<Answer> answers_to(const RuleSet& rules,
                               const std::vector<std::string>& lines,
                               long long before) {
    std::vector<Answer> answers(lines.size());
    const size_t cores = std::max(1U, std::thread::hardware_concurrency());
    const size_t share = (lines.size() + cores - 1) / cores;
    std::vector<std::future<void>> parts;
    for (size_t begin = 0; begin < lines.size(); begin += share)
        parts.push_back(std::async(std::launch::async, [&, begin] {
            for (size_t i = begin; i < std::min(begin + share, lines.size()); ++i)
                answers[i] = answer(rules, lines[i], before + static_cast<long long>(i) + 1);
        }));
    for (auto& part : parts) part.get();
    return answers;
}

}  // namespace

const RuleSet* rule_set(std::string_view name) {
    auto found = std::ranges::find(rule_sets(), name, &RuleSet::name);
    return found == rule_sets().end() ? nullptr : &*found;
}

void list_rule_sets(std::ostream& out) {
    for (const auto& rules : rule_sets()) {
        auto line = json::write(Listed{.name = rules.name,
                                       .title = rules.title,
                                       .summary = rules.summary,
                                       .law = rules.sources});
        line.pop_back();  // the closing brace: the schemas are JSON already
        out << line << ",\"facts\":" << json::schema(*rules.facts)
            << ",\"ruling\":" << json::schema(*rules.ruling) << "}\n";
    }
}

long long run(const RuleSet& rules, std::istream& in, std::ostream& out) {
    long long lines_read = 0;
    long long refused_lines = 0;
    for (auto lines = next_batch(in); !lines.empty(); lines = next_batch(in)) {
        for (const auto& answer : answers_to(rules, lines, lines_read)) {
            out << answer.line << '\n';
            refused_lines += answer.refused ? 1 : 0;
        }
        lines_read += static_cast<long long>(lines.size());
        out.flush();
    }
    return refused_lines;
}

}  // namespace noms::law
