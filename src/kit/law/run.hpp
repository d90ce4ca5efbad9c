#pragma once

#include <iosfwd>

#include "kit/law/law.hpp"

/// Rule sets on a stream: `noms rules` and `noms rules NAME < FACTS.ndjson > RULINGS.ndjson`.
namespace noms::law {

/// The rule set of that name; null when there is none.
const RuleSet* rule_set(std::string_view name);

/// Writes one line of JSON a rule set: name, title, summary, law, and the schemas of facts and
/// ruling.
void list_rule_sets(std::ostream& out);

/// Answers each line of facts with one line: the ruling, or {"line","error","fields"}. Works on all
/// cores, keeps the order and holds few lines at a time. Gives how many lines were refused.
/// Throws what a rule throws: then the world is broken, not the line.
long long run(const RuleSet&, std::istream& in, std::ostream& out);

}  // namespace noms::law
