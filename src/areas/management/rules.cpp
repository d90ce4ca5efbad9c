#include "areas/management/rules.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "areas/management/law.gen.hpp"
#include "areas/management/management.hpp"
#include "areas/management/rules_handover.hpp"

namespace noms::management {
namespace {

law::Provision model() {
    return {.cite = "Offender Management Model (NOMS, 2006), from memory", .link = ""};
}

law::Provision house() {
    return {.cite = "noms decision record on the duty manager", .link = ""};
}

struct Step {
    const std::optional<Place>& place;
    const char* words;
};

/// The most senior; of two of one grade, who has been in office longer; of those, the earlier
/// account.
const InOffice* most_senior(const std::vector<InOffice>& officers) {
    auto before = [](const InOffice& one, const InOffice& other) {
        if (one.grade != other.grade) return one.grade > other.grade;
        return std::pair(one.since, one.account) < std::pair(other.since, other.account);
    };
    auto first = std::ranges::min_element(officers, before);
    return first == officers.end() ? nullptr : &*first;
}

/// Looks for a manager among one staff and says what was found; null when there is nobody.
const InOffice* among(const Staff& staff, std::vector<law::Ground>& because) {
    if (staff.on_duty) {
        because.push_back(
            {fmt::format("{} is on duty for {}", staff.on_duty->name, staff.name), house()});
        return &*staff.on_duty;
    }
    because.push_back({"Nobody is on duty for " + staff.name, house()});
    if (const auto* senior = most_senior(staff.in_office)) {
        because.push_back({fmt::format("{} is the most senior in office in {}, since {}",
                                       senior->name,
                                       staff.name,
                                       in_words(senior->since)),
                           house()});
        return senior;
    }
    because.push_back({"Nobody is in office in " + staff.name, house()});
    return nullptr;
}

}  // namespace

Result<AreaRuling> responsible_area(const AreaFacts& facts) {
    AreaRuling ruling;
    const Step steps[] = {{facts.stated, "stated with the sentence"},
                          {facts.managing, "manages this offender, or did last"},
                          {facts.holding, "holds the record as the home area"},
                          {facts.court, "is where the sentencing court sits"},
                          {facts.actor, "is where it was recorded"}};
    for (const auto& [place, words] : steps) {
        if (!place) continue;
        ruling.area = place;
        ruling.because.push_back({fmt::format("{} {}", place->name, words), model()});
        return ruling;
    }
    ruling.because.push_back({"Nothing says which area this is", model()});
    return ruling;
}

Result<DutyRuling> duty_manager(const DutyFacts& facts) {
    DutyRuling ruling;
    for (const auto* staff : {&facts.area, &facts.region, &facts.region_areas}) {
        if (!*staff) continue;
        if (const auto* found = among(**staff, ruling.because)) {
            ruling.manager = *found;
            return ruling;
        }
    }
    ruling.because.push_back(
        {"Nobody who could manage this case was in office on " + in_words(facts.day), house()});
    return ruling;
}

std::string in_one_line(const std::vector<law::Ground>& grounds) {
    std::string line;
    for (const auto& ground : grounds) line += (line.empty() ? "" : "; ") + ground.text;
    return line;
}

void register_rules() {
    law::register_texts(law_text::all_texts);
    law::register_rule("responsible-area",
                       "Which area a case belongs to",
                       "The area stated with the sentence, else the home area, else the court's.",
                       {model()},
                       &responsible_area);
    law::register_rule("duty-manager",
                       "Who manages where nobody was named",
                       "The duty officer of the area, else its most senior officer; then the "
                       "region's. Nobody is left without a manager while somebody is in office.",
                       {house()},
                       &duty_manager);
    law::register_rule("first-standards",
                       "What National Standards want first",
                       "Contacts, supervisor and plan with their last days, from a sentence or a "
                       "release.",
                       {{.cite = "National Standards 2005 and 2007", .link = ""}},
                       &first_standards);
    register_handover();
}

}  // namespace noms::management
