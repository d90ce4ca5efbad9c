#include <algorithm>

#include "areas/catalogue/data.gen.hpp"
#include "areas/catalogue/facts.hpp"
#include "kit/describe/rows.hpp"

/// Interventions, bands of risk and pathways as data/*.csv has them.
namespace noms::catalogue {

const std::vector<Intervention>& interventions() {
    static const auto all = rows::read<Intervention>(data::intervention);
    return all;
}

const Intervention* intervention_of(std::string_view code) {
    auto found = std::ranges::find(interventions(), code, &Intervention::code);
    return found == interventions().end() ? nullptr : &*found;
}

const std::vector<RiskBand>& risk_bands() {
    static const auto all = rows::read<RiskBand>(data::risk_band);
    return all;
}

const std::vector<Pathway>& pathways() {
    static const auto all = rows::read<Pathway>(data::pathway);
    return all;
}

std::string pathway_in_words(std::string_view code) {
    auto found = std::ranges::find(pathways(), code, &Pathway::code);
    return found == pathways().end() ? std::string(code) : found->name;
}

}  // namespace noms::catalogue
