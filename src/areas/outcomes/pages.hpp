#pragma once

#include <optional>
#include <vector>

#include "areas/outcomes/counting.hpp"
#include "kit/page/page.hpp"

/// The pages of this area. Pure.
namespace noms::outcomes {

/// What the address of the page may say: whose figures, over [from, until). None: the reader's own,
/// over the twelve months up to today.
struct FairnessQuery {
    std::optional<BodyId> body{};
    std::optional<Date> from{};
    std::optional<Date> until{};
};
DESCRIBE(FairnessQuery, body, from, until)

/// What the page shows. `counted` is empty where the reader has to choose first.
struct FairnessView {
    Date from{};
    Date until{};
    std::optional<organisation::Body> chosen{};
    std::vector<organisation::Body> places{};
    std::optional<Fairness> counted{};
};

page::Page fairness_page(const FairnessView&);

}  // namespace noms::outcomes
