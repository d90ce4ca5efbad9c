#include <sstream>

#include "areas/offenders/batch.hpp"
#include "areas/offenders/generate.hpp"

namespace noms::offenders {

/// Where the people come from.
struct InventedPeople::Register {
    Population population;
    explicit Register(GenerateOptions options) : population(std::move(options)) {}
};

InventedPeople::InventedPeople(std::uint64_t seed, Date adult_by)
    : register_(std::make_unique<Register>(GenerateOptions{.seed = seed, .day = adult_by})) {}

InventedPeople::~InventedPeople() = default;

std::vector<Offender> InventedPeople::take_in(record::Changes& changes, int offenders_max) {
    ImportOptions options{.file = "invented extract", .day = changes.command().day};
    std::string extract(extract_heading);
    for (const auto& row : register_->population.next(offenders_max)) extract += row;
    std::istringstream lines(extract);
    ExtractReader reader(lines, options.day);
    if (!reader.open()) throw std::logic_error("an invented extract has the heading of one");
    std::vector<ReadRow> rows;
    while (auto next = reader.next())
        if (auto* row = std::get_if<ExtractRow>(&*next))
            rows.push_back(read_row(std::move(*row), options));
    Plan plan;
    for (const auto& each : rows) plan.add(each.row.digest, each.row.content, {});
    plan.decide(matching::shipped_model(), false);
    Batch batch(options, plan);
    batch.take(rows);
    batch.save(changes);
    batch.tell(plan);
    for (const auto& each : plan.candidates(options.day)) {
        changes.about({std::string(subject_kind), each.other.number}, "offenders.candidate_found");
        changes.add(candidates, each);
    }
    return batch.made();
}

void InventedPeople::tell_apart(record::Changes& changes,
                                const Offender& one,
                                const Offender& other,
                                const std::string& reason) {
    changes.about({std::string(subject_kind), one.id.number}, "offenders.kept_apart");
    changes.add(overrides,
                {.id = new_id<Override>(),
                 .offender = one.id,
                 .other = other.id,
                 .said = Said::Different,
                 .reason = reason,
                 .made_on = changes.command().day,
                 .made_by = changes.command().actor_name});
}

}  // namespace noms::offenders
