#include "areas/offenders/rules_values.hpp"

#include <tuple>

namespace noms::offenders {
namespace {

/// A reception sees the warrant, so that of one day the prison's word goes before probation's.
auto rank_of(const SourcedValue& value, ValueRule rule) {
    bool first = rule == ValueRule::SelfDeclared ? value.declared : value.verified;
    return std::tuple(value.declared, first, value.on, value.in_prison, value.digest);
}

}  // namespace

ValueRule rule_of(std::string_view field) {
    if (field == "ethnicity") return ValueRule::SelfDeclared;
    if (field == "alias" || field == "address" || field == "number") return ValueRule::AllOfThem;
    return ValueRule::MostRecentVerified;
}

std::string_view words_of_rule(ValueRule rule) {
    switch (rule) {
        case ValueRule::MostRecentVerified:
            return "a correction made here, else the most recent of the records with a right PNC "
                   "or "
                   "CRO, else the most recent";
        case ValueRule::SelfDeclared:
            return "what the person says of themself, else the most recent that was stated";
        case ValueRule::AllOfThem: break;
    }
    return "all that any source gives";
}

std::optional<size_t> shown_of(const std::vector<SourcedValue>& values, ValueRule rule) {
    std::optional<size_t> best;
    for (size_t i = 0; i < values.size(); ++i) {
        if (values[i].value.empty()) continue;
        if (!best || rank_of(values[*best], rule) < rank_of(values[i], rule)) best = i;
    }
    return best;
}

}  // namespace noms::offenders
