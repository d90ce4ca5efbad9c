#include "areas/sentences/provisions.hpp"

#include <string>

#include "areas/sentences/data.gen.hpp"
#include "kit/describe/rows.hpp"

namespace noms::sentences {
namespace {

/// A row of data/act.csv: how disposals.csv shortens an Act, and where it can be read.
struct Act {
    std::string abbreviation{};
    std::string name{};
    std::string link{};
};
DESCRIBE(Act, abbreviation, name, link)

/// The first section that `words` names after an Act: "33" in " s. 33(1)(a), s. 40A".
std::string first_section(std::string_view words) {
    constexpr std::string_view mark = " s. ";
    if (!words.starts_with(mark)) return {};
    words.remove_prefix(mark.size());
    return std::string(words.substr(0, words.find_first_of("(-, ;")));
}

}  // namespace

law::Provision provision_of(const Disposal& disposal) {
    static const auto acts = rows::read<Act>(data::act);
    law::Provision out{.cite = disposal.act};
    for (const auto& act : acts) {
        if (disposal.act.starts_with(act.abbreviation)) {
            const auto rest = std::string_view(disposal.act).substr(act.abbreviation.size());
            const auto section = first_section(rest);
            out.link = section.empty() ? act.link : act.link + "/section/" + section;
        }
        if (auto at = out.cite.find(act.abbreviation); at != std::string::npos)
            out.cite.replace(at, act.abbreviation.size(), act.name);
    }
    return out;
}

}  // namespace noms::sentences
