#pragma once

#include <vector>

#include "areas/release_dates/engine/sentence.hpp"

/// The dates of each sentence (rule book, section 7).
namespace noms::release_dates {

/// Sentences that kept somebody in custody without a break, in the order of 6.5.
struct CustodyGroup {
    Day from{};
    Day to{};
    std::vector<Sentence> sentences{};
};

/// Finds the dates of every sentence: what was awarded beyond its own expiry goes unused, and a
/// licence that would outlast the group gives the difference back (7.0).
void find_dates(std::vector<CustodyGroup>&, const Case&);

/// The months by which a detention and training order may be left early or late (7.2).
int transfer_months(const Sentence&);

/// The licence's last day where it is not that of the sentence, with whether it rests on the
/// shares of a chain (7.4); also before release, when nothing was found yet.
struct LicenceExpiry {
    Day on{};
    bool by_shares = false;
};
LicenceExpiry licence_expiry_before_sentence_ends(const Sentence&, const Case&);

}  // namespace noms::release_dates
