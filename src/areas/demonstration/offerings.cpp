#include "areas/demonstration/offerings.hpp"

#include "areas/demonstration/staff.hpp"

namespace noms::demonstration {
namespace {

using catalogue::Kind;
using catalogue::Offering;
using catalogue::Setting;

// An own choice: nobody publishes what each prison and area ran.
constexpr const char* in_prisons[] = {
    "ETS", "CALM", "P-ASRO", "SDP", "CARAT", "BASIC_SKILLS", "VOCATIONAL", "HOUSING", "PARENTING"};
constexpr const char* in_areas[] = {"ETS",
                                    "TF",
                                    "ART",
                                    "WACP",
                                    "ASRO",
                                    "IDAP",
                                    "DRUG_TREATMENT",
                                    "ALCOHOL",
                                    "BASIC_SKILLS",
                                    "EMPLOYMENT",
                                    "HOUSING",
                                    "DEBT"};
constexpr int places_in_prison = 24;
constexpr int places_in_area = 120;

std::string provider_of(Kind kind, const std::string& place, Setting setting) {
    switch (kind) {
        case Kind::Programme:
            return place + (setting == Setting::Custody ? " psychology" : " programmes team");
        case Kind::Education: return "Northgate College";
        case Kind::Treatment: return "Clearwater Health";
        case Kind::Project: return "Second Start";
        case Kind::Support: return "Doorstep Trust";
    }
    return place;
}

Offered offered(record::Changes& changes,
                const char* code,
                Setting setting,
                BodyId place,
                const std::string& name,
                int places) {
    const auto& wanted = *catalogue::intervention_of(code);
    Offering row{.id = new_id<Offering>(),
                 .intervention = wanted.code,
                 .need = wanted.pathway,
                 .provider = provider_of(wanted.kind, name, setting),
                 .setting = setting,
                 .place = place,
                 .from_day = in_office_from,
                 .places = places,
                 .recorded_by = "demonstration"};
    changes.about({"catalogue_offering", row.id.number}, "catalogue.offering_added");
    changes.add(catalogue::offerings, row);
    return {.row = row, .men = wanted.men, .women = wanted.women};
}

}  // namespace

void add_offerings(record::Changes& changes, World& world) {
    for (auto& prison : world.prisons)
        for (const char* code : in_prisons) {
            const auto* wanted = catalogue::intervention_of(code);
            if (prison.women ? !wanted->women : !wanted->men) continue;
            prison.offered.push_back(offered(
                changes, code, Setting::Custody, prison.body, prison.name, places_in_prison));
        }
    for (auto& area : world.areas) {
        for (const char* code : in_areas)
            area.offered.push_back(
                offered(changes, code, Setting::Community, area.body, area.name, places_in_area));
    }
}

}  // namespace noms::demonstration
