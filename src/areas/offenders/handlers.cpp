#include "areas/offenders/handlers.hpp"

#include <algorithm>

#include "areas/access/access.hpp"
#include "areas/offenders/extract.hpp"
#include "areas/offenders/facts.hpp"
#include "areas/offenders/joining.hpp"
#include "areas/offenders/names.hpp"
#include "areas/offenders/nearby.hpp"
#include "areas/offenders/overrides.hpp"
#include "areas/offenders/store.hpp"
#include "kit/base/text.hpp"

namespace noms::offenders {
namespace {

/// The offender, as long as nobody changed the record since the form was shown.
Result<Offender> to_change(web::Context& context, int version) {
    auto offender = TRY(offender_in(context));
    if (offender.joined_to) return refused("This record was joined to another: change that one.");
    if (offender.version != version)
        return conflict("Somebody changed this record since you opened it. Look at it again.");
    return offender;
}

record::Changes& about(web::Context& context, const Offender& offender, std::string_view kind) {
    context.changes->about({std::string(subject_kind), offender.id.number}, kind);
    return *context.changes;
}

/// Ends every command: the version rises with it.
Changed done(record::Changes& changes, const Offender& before, Offender after) {
    after.version = before.version + 1;
    changes.change(offenders, before, after);
    return {after.id, after.version};
}

/// The same of one that changed who somebody may be: others are looked for anew.
Changed done_and_compared(web::Context& context, const Offender& before, Offender after) {
    auto changed = done(*context.changes, before, std::move(after));
    suggest_joins(*context.changes, context.db, before.id);
    return changed;
}

Result<void> not_after(Date day, Date today, const char* field) {
    if (day <= today) return {};
    return invalid({{field, "date_in_future", "The day must not be in the future"}});
}

}  // namespace

Result<Offender> offender_in(web::Context& context) {
    auto id = TRY(context.id<OffenderTag>("offender"));
    auto found = store::offender_seen(context.db, context.actor, id, context.today);
    if (!found) return not_found("There is no such record.");
    return std::move(*found);
}

Result<Changed> add_alias(web::Context& context, const AddAlias& given) {
    auto offender = TRY(to_change(context, given.version));
    if (folded(given.surname).empty()) return invalid({{"surname", "missing", "Enter a name"}});
    Name name{.id = new_id<Name>(),
              .offender = offender.id,
              .kind = NameKind::Alias,
              .first_name = given.first_name.value_or(""),
              .middle_name = given.middle_name.value_or(""),
              .surname = given.surname};
    auto& changes = about(context, offender, "offenders.name_added");
    changes.add(names, name);
    for (const auto& token : tokens_of(name)) changes.add(name_tokens, token);
    return done_and_compared(context, offender, offender);
}

Result<Changed> correct(web::Context& context, const Correct& given) {
    auto before = TRY(to_change(context, given.version));
    auto after = before;
    if (given.ethnicity && !is_ethnicity(*given.ethnicity))
        return invalid({{"ethnicity", "unknown_code", "Choose an ethnicity from the list"}});
    if (given.birth_date) CHECK(not_after(*given.birth_date, context.today, "birth_date"));
    if (!given.birth_date && !given.sex && !given.ethnicity)
        return invalid({{"birth_date", "missing", "Enter what is to be corrected"}});
    auto& changes = about(context, before, "offenders.corrected");
    if (given.birth_date) {
        after.birth_date = given.birth_date;
        mark_corrected(after, "birth_date");
        changes.add(
            birth_dates,
            BirthDate{
                .id = new_id<BirthDate>(), .offender = before.id, .birth_date = *given.birth_date});
    }
    if (given.sex) {
        after.sex = *given.sex;
        mark_corrected(after, "sex");
    }
    if (given.ethnicity) {
        after.ethnicity = given.ethnicity;
        after.ethnicity_source = context.actor.name;
        mark_corrected(after, "ethnicity");
    }
    return done_and_compared(context, before, after);
}

Result<Changed> add_alert(web::Context& context, const AddAlert& given) {
    auto offender = TRY(to_change(context, given.version));
    if (trimmed(given.kind).empty()) return invalid({{"kind", "missing", "Say what the alert is"}});
    CHECK(not_after(given.from_day, context.today, "from_day"));
    auto& changes = about(context, offender, "offenders.alert_added");
    changes.add(alerts,
                Alert{.id = new_id<Alert>(),
                      .offender = offender.id,
                      .kind = given.kind,
                      .note = given.note.value_or(""),
                      .from_day = given.from_day,
                      .added_by = context.actor.name});
    return done(changes, offender, offender);
}

Result<Changed> end_alert(web::Context& context, const EndAlert& given) {
    auto offender = TRY(to_change(context, given.version));
    auto id = TRY(context.id<Alert>("alert"));
    for (const auto& alert : store::alerts_of(context.db, offender.id).get()) {
        if (alert.id != id) continue;
        if (alert.until_day) return conflict("The alert has ended already.");
        if (given.until_day < alert.from_day)
            return invalid({{"until_day", "before_start", "The alert began after that day"}});
        auto ended = alert;
        ended.until_day = given.until_day;
        auto& changes = about(context, offender, "offenders.alert_ended");
        changes.change(alerts, alert, ended);
        return done(changes, offender, offender);
    }
    return not_found("There is no such alert.");
}

Result<Changed> add_address(web::Context& context, const AddAddress& given) {
    auto offender = TRY(to_change(context, given.version));
    if (trimmed(given.line).empty()) return invalid({{"line", "missing", "Enter an address"}});
    auto& changes = about(context, offender, "offenders.address_added");
    changes.add(addresses,
                Address{.id = new_id<Address>(),
                        .offender = offender.id,
                        .line = given.line,
                        .postcode = upper(given.postcode.value_or("")),
                        .from_day = given.from_day,
                        .source = context.actor.name});
    return done_and_compared(context, offender, offender);
}

Result<Changed> add_identifier(web::Context& context, const AddIdentifier& given) {
    auto offender = TRY(to_change(context, given.version));
    if (trimmed(given.value).empty()) return invalid({{"value", "missing", "Enter the number"}});
    auto number = identifier_of(given.kind, given.value, context.actor.name, context.today);
    number.offender = offender.id;
    auto& changes = about(context, offender, "offenders.identifier_added");
    changes.add(identifiers, number);
    return done_and_compared(context, offender, offender);
}

Result<Changed> undo(web::Context& context, const UndoLink& given) {
    auto offender = TRY(to_change(context, given.version));
    if (trimmed(given.reason).empty())
        return invalid({{"reason", "missing", "Say why, for whoever looks at it later"}});
    auto link = store::link(context.db, TRY(context.id<Link>("link")));
    auto unknown = not_found("There is no such join.");
    if (!link) return unknown;
    auto home = store::offender(context.db, link->offender);
    if (home->joined_to.value_or(home->id) != offender.id) return unknown;
    auto back = TRY(undo_link(*context.changes, context.db, offender, *link));
    keep_apart_after_undo(*context.changes, context.db, offender.id, back, given.reason);
    return Changed{offender.id, store::offender(context.db, offender.id)->version};
}

Result<Changed> end_decision(web::Context& context, const EndDecision& given) {
    auto offender = TRY(to_change(context, given.version));
    auto decision = store::override_by_id(context.db, TRY(context.id<Override>("decision")));
    auto unknown = not_found("There is no such decision.");
    if (!decision) return unknown;
    auto members = members_of(context.db, offender.id);
    auto is_member = [&](OffenderId id) {
        return std::ranges::find(members, id.number) != members.end();
    };
    if (!is_member(decision->offender) && !is_member(decision->other)) return unknown;
    CHECK(end_override(*context.changes, *decision));
    suggest_joins(*context.changes, context.db, offender.id);
    return done(about(context, offender, "offenders.decision_ended"), offender, offender);
}

}  // namespace noms::offenders
