#include "kit/law/run.hpp"

#include <algorithm>
#include <ostream>

#include "kit/base/lines.hpp"

namespace noms::law {
namespace {

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

std::string refusal(long long line, const Error& error) {
    Refusal out{.line = line, .error = error.message};
    for (const auto& wrong : error.fields)
        out.fields.push_back({.field = wrong.field, .code = wrong.code, .words = wrong.words});
    return json::write(out);
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
    return answer_lines(in, out, [&](std::string& answers, std::string_view facts, long long line) {
        auto ruling = rules.run(facts);
        answers += ruling ? *ruling : refusal(line, ruling.error());
        answers += '\n';
        return ruling.has_value();
    });
}

}  // namespace noms::law
