#include "areas/offenders/model_in_use.hpp"

#include <mutex>

#include "areas/offenders/joins.hpp"
#include "areas/offenders/offenders.hpp"
#include "areas/offenders/store.hpp"

namespace noms::offenders {
namespace {

/// The last model that was read, by the key of its row: keys are never given twice.
struct Kept {
    std::mutex lock{};
    Id<MatchModel> id{};
    ModelInUse last{};
};

Kept& kept() {
    static Kept one;
    return one;
}

ModelInUse in_use(std::shared_ptr<const matching::Model> model) {
    auto numbers = std::make_shared<const matching::NumberRarities>(*model);
    return {std::move(model), std::move(numbers)};
}

ModelInUse read(const MatchModel& row) {
    auto model = matching::parse_model(row.content);
    if (!model) throw db::Broken("offender_match_model: " + model.error().message);
    return in_use(std::make_shared<const matching::Model>(*std::move(model)));
}

ModelInUse shipped() {
    static const auto one =
        in_use({std::shared_ptr<const matching::Model>(), &matching::shipped_model()});
    return one;
}

}  // namespace

ModelInUse model_in_use(db::Connection& db) {
    auto newest = store::newest_model_id(db);
    if (!newest) return shipped();
    std::lock_guard guard(kept().lock);
    if (kept().id != *newest) {
        kept().last = read(store::newest_model(db).value());
        kept().id = *newest;
    }
    return kept().last;
}

bool wants_to_learn(const matching::Model& in_use, std::int64_t records) {
    if (records < records_to_learn_from) return false;
    return in_use.frequencies.empty() || double(records) > 1.1 * in_use.records;
}

void keep_model(record::Changes& changes, const matching::Model& model) {
    MatchModel row{.id = new_id<MatchModel>(),
                   .learned_on = changes.command().day,
                   .records = std::int64_t(model.records),
                   .content = matching::to_text(model)};
    changes.about({"match_model", row.id.number}, "offenders.model_learned");
    changes.add(match_models, row);
}

}  // namespace noms::offenders
