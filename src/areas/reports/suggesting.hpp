#pragma once

#include <string_view>

#include "areas/reports/rules_proposal.hpp"

/// An order of the community with requirements that meet needs, for the rule of proposals.
namespace noms::reports {

/// A figure of data/limit.csv.
int limit(std::string_view name);

/// Suggests an order at that level: what treats and helps first, then what punishes; no more
/// requirements than the level carries, each within its limits. What is not lawful on the day is
/// left out and said.
void suggest_order(const ProposalFacts&, Seriousness level, ProposalRuling&);

}  // namespace noms::reports
