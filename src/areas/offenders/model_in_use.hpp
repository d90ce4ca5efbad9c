#pragma once

#include <memory>

#include "areas/matching/matching.hpp"
#include "kit/db/database.hpp"
#include "kit/record/record.hpp"

/// The model that records are weighed by: what was learned last, and until then the shipped one.
namespace noms::offenders {

/// From so many records on a model learns from them; fewer teach it little.
inline constexpr std::int64_t records_to_learn_from = 10'000;

/// A model, with what is made of it once.
struct ModelInUse {
    std::shared_ptr<const matching::Model> model{};
    std::shared_ptr<const matching::NumberRarities> numbers{};
};
/// That of this database, read once and kept until a newer one is here.
ModelInUse model_in_use(db::Connection&);
/// Whether that many records call for learning anew: a tenth more than it was learned from.
bool wants_to_learn(const matching::Model& in_use, std::int64_t records);
/// Keeps what was learned.
void keep_model(record::Changes&, const matching::Model&);

}  // namespace noms::offenders
