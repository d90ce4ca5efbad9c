#include "areas/catalogue/handlers.hpp"

#include "areas/catalogue/store.hpp"
#include "kit/base/text.hpp"

namespace noms::catalogue {
namespace {

constexpr int places_max = 10'000;

record::Changes& about(web::Context& context, const Offering& offering, std::string_view kind) {
    context.changes->about({"catalogue_offering", offering.id.number}, kind);
    return *context.changes;
}

/// What every offering must keep to.
std::vector<FieldError> faults_of(int places, Date from, const std::optional<Date>& until) {
    std::vector<FieldError> faults;
    if (places < 0 || places > places_max)
        faults.push_back({"places", "out_of_range", "Give the places at a time, 0 to 10,000"});
    if (until && *until < from)
        faults.push_back({"until_day", "before_start", "It cannot end before it begins"});
    return faults;
}

/// The prison or area, with the setting that it makes.
Result<Setting> setting_at(web::Context& context, BodyId place, Date day) {
    auto body = organisation::body(context.db, place, day);
    if (body && body->kind == organisation::Kind::Prison) return Setting::Custody;
    if (body && body->kind == organisation::Kind::Area) return Setting::Community;
    return invalid({{"place", "unknown_place", "Choose a prison or an area"}});
}

}  // namespace

bool covers(web::Context& context, BodyId place) {
    const auto& actor = context.actor;
    if (actor.scope_kind == "national") return true;
    if (actor.scope_kind != "region") return false;
    auto region = organisation::region_of_area(context.db, place, context.today);
    return region && region->id.number == actor.scope_body;
}

Result<Offering> offering_in(web::Context& context) {
    auto found = offering(context.db, TRY(context.id<Offering>("offering")));
    if (!found) return not_found("There is no such offering.");
    return *found;
}

Result<Offering> add_offering(web::Context& context, const AddOffering& given) {
    auto faults = faults_of(given.places, given.from_day, given.until_day);
    const auto* wanted = intervention_of(given.intervention);
    if (!wanted) faults.push_back({"intervention", "unknown_code", "Choose one from the list"});
    if (trimmed(given.provider).empty())
        faults.push_back({"provider", "missing", "Say who provides it"});
    if (!faults.empty()) return invalid(std::move(faults));
    auto setting = TRY(setting_at(context, given.place, context.today));
    if (!covers(context, given.place))
        return invalid({{"place", "out_of_scope", "Choose a place within your scope"}});
    if (!wanted->runs_in(setting))
        return invalid({{"intervention",
                         "wrong_setting",
                         setting == Setting::Custody ? "It is not run in prisons"
                                                     : "It is not run in the community"}});
    Offering made{.id = new_id<Offering>(),
                  .intervention = given.intervention,
                  .need = wanted->pathway,
                  .provider = std::string(trimmed(given.provider)),
                  .setting = setting,
                  .place = given.place,
                  .from_day = given.from_day,
                  .until_day = given.until_day,
                  .places = given.places,
                  .note = given.note.value_or(""),
                  .recorded_by = context.actor.name};
    if (store::same_offering(context.db, made, context.today))
        return refused("This provider offers it there already: change its places instead.");
    about(context, made, "catalogue.offering_added").add(offerings, made);
    return made;
}

Result<Offering> change_offering(web::Context& context, const ChangeOffering& given) {
    auto before = TRY(offering_in(context));
    if (!covers(context, before.place))
        return forbidden("Only whoever commissions for that region changes this.");
    if (before.version != given.seen)
        return conflict("Somebody changed this offering since you opened it. Look at it again.");
    auto faults = faults_of(given.places, before.from_day, given.until_day);
    if (!faults.empty()) return invalid(std::move(faults));
    auto after = before;
    after.version += 1;
    after.places = given.places;
    after.until_day = given.until_day;
    after.note = given.note.value_or("");
    about(context, after, "catalogue.offering_changed").change(offerings, before, after);
    return after;
}

}  // namespace noms::catalogue
