#include "areas/offenders/adding.hpp"

#include "areas/access/access.hpp"
#include "areas/offenders/facts.hpp"
#include "areas/offenders/names.hpp"
#include "areas/offenders/nearby.hpp"
#include "areas/organisation/organisation.hpp"
#include "kit/base/text.hpp"
#include "kit/page/content.hpp"

namespace noms::offenders {
namespace {

std::vector<FieldError> faults_of(const AddPerson& given, Date today) {
    std::vector<FieldError> faults;
    if (folded(given.surname).empty()) faults.push_back({"surname", "missing", "Enter a surname"});
    if (given.birth_date && today <= *given.birth_date)
        faults.push_back({"birth_date", "date_in_future", "The birth date must be in the past"});
    if (given.number && !given.number_kind)
        faults.push_back({"number_kind", "missing", "Say what kind of number it is"});
    if (given.number_kind && !given.number)
        faults.push_back({"number", "missing", "Enter the number"});
    return faults;
}

/// The number as it is kept; one that is wrong is refused while somebody can still look at it.
Result<std::optional<Identifier>> number_of(const AddPerson& given, const web::Context& context) {
    if (!given.number) return std::optional<Identifier>{};
    auto number =
        identifier_of(*given.number_kind, *given.number, context.actor.name, context.today);
    if (number.state == IdentifierState::Unverified)
        return invalid({{"number", "not_right", why_of(number, context.today)}});
    return std::optional(std::move(number));
}

/// An error where somebody whom the actor may see has the number already; of others nothing is
/// said.
Result<void> refuse_taken(web::Context& context, const Identifier& number) {
    if (!number.canonical) return {};
    for (const auto& other :
         offenders_with_number(context.db, number.kind, *number.canonical, context.today))
        if (access::may_see(context.db, context.actor, other.id.number, context.today))
            return invalid({{"number",
                             "number_taken",
                             name_in_list(other) + " has that number: look the record up"}});
    return {};
}

Offender offender_of(const AddPerson& given) {
    Offender who{.id = new_id<OffenderTag>(),
                 .surname = in_name_case(trimmed(given.surname)),
                 .first_name = in_name_case(given.first_name.value_or("")),
                 .middle_name = in_name_case(given.middle_name.value_or("")),
                 .birth_date = given.birth_date,
                 .sex = given.sex};
    who.sort_key = sort_key_of(who.surname, who.first_name, who.middle_name);
    return who;
}

void add_name(record::Changes& changes, const Offender& who) {
    Name name{.id = new_id<Name>(),
              .offender = who.id,
              .first_name = who.first_name,
              .middle_name = who.middle_name,
              .surname = who.surname};
    changes.add(names, name);
    for (const auto& token : tokens_of(name)) changes.add(name_tokens, token);
    if (who.birth_date)
        changes.add(
            birth_dates,
            BirthDate{
                .id = new_id<BirthDate>(), .offender = who.id, .birth_date = *who.birth_date});
}

/// Whoever enters a person works for an area, a prison or a region, which then holds the record.
void hold(web::Context& context, const Offender& who) {
    const auto& actor = context.actor;
    auto hold_by = [&](std::string_view kind, std::int64_t body) {
        access::hold_from(*context.changes, context.db, who.id.number, kind, body, context.today);
    };
    if (actor.scope_kind == "region") return hold_by("region", actor.scope_body);
    if (actor.scope_kind != "area" && actor.scope_kind != "prison") return;
    hold_by(actor.scope_kind, actor.scope_body);
    auto region = organisation::region_of_area(context.db, {actor.scope_body}, context.today);
    if (region) hold_by("region", region->id.number);
}

bool can_hold(const web::Actor& actor) {
    for (auto kind : {"area", "prison", "region", "national"})
        if (actor.scope_kind == kind) return true;
    return false;
}

}  // namespace

Result<Changed> add_person(web::Context& context, const AddPerson& given) {
    if (!can_hold(context.actor))
        return refused("No record would be held by your account: ask the office of your area.");
    auto faults = faults_of(given, context.today);
    if (!faults.empty()) return invalid(std::move(faults));
    auto number = TRY(number_of(given, context));
    if (number) CHECK(refuse_taken(context, *number));
    auto who = offender_of(given);
    auto& changes = *context.changes;
    changes.about({std::string(subject_kind), who.id.number}, "offenders.person_added");
    changes.add(offenders, who);
    add_name(changes, who);
    if (number) {
        number->offender = who.id;
        changes.add(identifiers, *number);
    }
    hold(context, who);
    suggest_joins(changes, context.db, who.id);
    return Changed{who.id, who.version};
}

Result<page::Page> show_add_person_again(web::Context& context,
                                         const form::Values& values,
                                         const Error& error) {
    auto faults = error.fields;
    if (faults.empty() && !error.message.empty()) faults.push_back({"", "refused", error.message});
    page::Looks looks;
    looks["number_kind"].label = "Kind of number";
    looks["number_kind"].options = identifier_kind_options();
    looks["number"].hint = "By its number a prison finds the record: enter one where there is one";
    page::Page page("Add a person");
    if (!faults.empty()) page.failed().add(page::error_summary(faults, looks));
    page.in_menu("/offenders").add(page::back_link("/offenders", "Back to people"));
    page.add(page::heading(1, "Add a person"));
    page.add(page::lead("Only somebody who has no record yet: look them up first."));
    return page.add(page::post_form(
        context.request.path,
        page::form_fields<AddPerson>(values, faults, looks) + page::button("Add person")));
}

Result<page::Page> show_add_person(web::Context& context) {
    return show_add_person_again(context, {{"sex", "NotKnown"}}, {});
}

}  // namespace noms::offenders
