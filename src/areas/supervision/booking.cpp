#include <fmt/format.h>

#include "areas/supervision/handlers.hpp"
#include "areas/supervision/rules.hpp"
#include "kit/base/text.hpp"

/// Appointments are booked and cancelled: by their own forms here, and by the area above that books
/// many at once.
namespace noms::supervision {
namespace {

ClashRule& clash_rule() {
    static ClashRule rule;
    return rule;
}

void write_note(record::Changes& changes, ContactId contact, const std::string& words) {
    const auto& by = changes.command();
    changes.add(notes,
                Note{.id = new_id<Note>(),
                     .contact = contact,
                     .written_on = by.day,
                     .written_by = by.actor_name,
                     .words = words});
}

std::string joined(const std::vector<std::string>& parts) {
    std::string out;
    for (const auto& each : parts) out += (out.empty() ? "" : "; ") + each;
    return out;
}

/// What it clashes with; invalid where nobody said why it is booked all the same.
Result<std::vector<std::string>> clashes_of(web::Context& context,
                                            const Contact& contact,
                                            const std::string& despite) {
    if (!clash_rule()) return std::vector<std::string>{};
    auto clashes = TRY(clash_rule()(context.db, contact, context.today));
    if (clashes.empty() || !despite.empty()) return clashes;
    return invalid({{"despite",
                     "clash",
                     fmt::format("It clashes: {}. Choose another time, or say why it is booked all "
                                 "the same",
                                 joined(clashes))}});
}

}  // namespace

void ask_clashes(ClashRule rule) {
    clash_rule() = std::move(rule);
}

std::vector<FieldError> booking_faults(const Contact& contact, Date today) {
    std::vector<FieldError> faults;
    if (kind_in_words(contact.kind) == contact.kind)
        faults.push_back({"kind", "unknown_code", "Choose a kind from the list"});
    if (!is_time(contact.at_time))
        faults.push_back({"at_time", "not_a_time", "Enter a time like 14:30"});
    if (contact.on_day < today)
        faults.push_back({"on_day", "date_in_past", "The day must not be in the past"});
    if (trimmed(contact.place).empty()) faults.push_back({"place", "missing", "Say where"});
    return faults;
}

Result<record::AccountId> officer_for(web::Context& context,
                                      offenders::OffenderId offender,
                                      const std::optional<std::string>& name) {
    if (name) {
        auto account = access::account_by_name(context.db, lower(trimmed(*name)));
        if (account && account->state == access::State::Active) return account->id;
        return invalid({{"officer", "unknown_account", "There is no account of that name in use"}});
    }
    auto manager = management::manager_of(context.db, offender, context.today);
    return manager && manager->manager ? *manager->manager : context.actor.account;
}

Contact book_one(record::Changes& changes,
                 Contact contact,
                 const std::vector<std::string>& clashes,
                 const std::string& despite) {
    contact.id = new_id<Contact>();
    contact.state = ContactState::Booked;
    contact.booked_on = changes.command().day;
    contact.recorded_by = changes.command().actor_name;
    changes.add(contacts, contact);
    if (!clashes.empty())
        write_note(changes,
                   contact.id,
                   fmt::format("Booked in spite of a clash ({}): {}", joined(clashes), despite));
    return contact;
}

Contact cancel_one(record::Changes& changes, const Contact& contact, const std::string& why) {
    auto cancelled = contact;
    cancelled.state = ContactState::Cancelled;
    changes.change(contacts, contact, cancelled);
    write_note(changes, contact.id, why);
    return cancelled;
}

Result<Contact> book(web::Context& context, const BookAppointment& given) {
    auto offender = TRY(offenders::offender_in(context));
    Contact contact{.offender = offender.id,
                    .kind = given.kind,
                    .setting = given.setting,
                    .on_day = given.on_day,
                    .at_time = given.at_time,
                    .place = given.place};
    auto faults = booking_faults(contact, context.today);
    if (!faults.empty()) return invalid(std::move(faults));
    contact.officer = TRY(officer_for(context, offender.id, given.officer));
    auto despite = std::string(trimmed(given.despite.value_or("")));
    auto clashes = TRY(clashes_of(context, contact, despite));
    context.changes->about({std::string(offenders::subject_kind), offender.id.number},
                           "supervision.appointment_booked");
    return book_one(*context.changes, contact, clashes, despite);
}

Result<Contact> cancel(web::Context& context, const CancelAppointment& given) {
    auto contact = TRY(contact_in(context));
    if (contact.state != ContactState::Booked)
        return conflict("The appointment is not to come any more.");
    if (trimmed(given.words).empty()) return invalid({{"words", "missing", "Say why"}});
    context.changes->about({std::string(offenders::subject_kind), contact.offender.number},
                           "supervision.appointment_cancelled");
    return cancel_one(*context.changes, contact, given.words);
}

}  // namespace noms::supervision
