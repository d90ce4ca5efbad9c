#include "areas/supervision/supervision.hpp"

#include "areas/supervision/enforcement_list.hpp"
#include "areas/supervision/enforcing.hpp"
#include "areas/supervision/finding.hpp"
#include "areas/supervision/handlers.hpp"
#include "areas/supervision/pages.hpp"
#include "areas/supervision/releasing.hpp"
#include "areas/supervision/store.hpp"
#include "kit/record/following.hpp"

namespace noms::supervision {
namespace {

constexpr int contacts_a_page = 50;

bool may_record(const web::Context& context) {
    return context.actor.may("supervision.record");
}

Result<ContactList> list_of(web::Context& context,
                            offenders::OffenderId offender,
                            const ContactQuery& query) {
    store::Filter filter{.kind = query.kind.value_or(""),
                         .after_day = query.after_day,
                         .after = query.after.value_or(ContactId{})};
    if (query.state) filter.state = std::string(describe::choice_text(*query.state));
    auto found = store::contacts_page(context.db, offender, filter, contacts_a_page + 1);
    ContactList list{.whole = store::count_contacts(context.db, offender, filter),
                     .seen = query.seen.value_or(0),
                     .more = found.size() > contacts_a_page};
    if (list.more) found.pop_back();
    list.contacts = views_of(context.db, std::move(found));
    return list;
}

Result<ContactList> get_contacts(web::Context& context, const ContactQuery& query) {
    auto offender = TRY(offenders::offender_in(context));
    context.shows(offenders::subject_kind, offender.id.number);
    return list_of(context, offender.id, query);
}

Result<page::Page> show_contacts(web::Context& context) {
    auto offender = TRY(offenders::offender_in(context));
    auto query = TRY(context.query<ContactQuery>());
    return contacts_page(offenders::record_page(context, offender, "Contacts", "/contacts"),
                         offender.id,
                         TRY(list_of(context, offender.id, query)),
                         query,
                         may_record(context));
}

Result<ContactView> get_contact(web::Context& context) {
    auto contact = TRY(contact_in(context));
    context.shows(offenders::subject_kind, contact.offender.number);
    return views_of(context.db, {contact}).front();
}

std::vector<FieldError> faults_of(const Error& error) {
    auto faults = error.fields;
    if (faults.empty() && !error.message.empty()) faults.push_back({"", "refused", error.message});
    return faults;
}

Result<page::Page> show_contact_again(web::Context& context,
                                      const form::Values& values,
                                      const Error& error) {
    auto offender = TRY(offenders::offender_in(context));
    auto view = TRY(get_contact(context));
    return contact_page(offenders::record_page(context, offender, view.kind, "/contacts"),
                        view,
                        context.today,
                        may_record(context),
                        values,
                        faults_of(error));
}

Result<page::Page> show_contact(web::Context& context) {
    return show_contact_again(context, {}, {});
}

offenders::CommandForm contact_form(const web::Context& context) {
    page::Looks looks;
    looks["kind"].options = kind_options();
    looks["on_day"].label = "Day";
    looks["at_time"].label = "Time";
    looks["at_time"].hint = "Like 14:30";
    looks["words"].label = "What happened";
    looks["words"].long_text = true;
    return {.title = "Record a contact",
            .button = "Save contact",
            .path = context.request.path,
            .type = &describe::type_of<RecordContact>(),
            .looks = looks,
            .values = {{"on_day", to_text(context.today)}}};
}

offenders::CommandForm appointment_form(const web::Context& context) {
    page::Looks looks;
    looks["kind"].options = kind_options();
    looks["on_day"].label = "Day";
    looks["at_time"].label = "Time";
    looks["at_time"].hint = "Like 14:30";
    looks["place"].label = "Where";
    looks["officer"].label = "With";
    looks["officer"].hint = "The name they sign in with; empty: the offender manager";
    looks["despite"].label = "Why, in spite of a clash";
    looks["despite"].hint = "Only where you are told that it clashes with something";
    return {.title = "Book an appointment",
            .button = "Book appointment",
            .path = context.request.path,
            .type = &describe::type_of<BookAppointment>(),
            .looks = looks,
            .values = {{"on_day", to_text(context.today)}}};
}

std::string to_contacts(const Contact& contact) {
    return offenders::path_of(contact.offender) + "/contacts";
}
/// Whoever opened the gate holds the record no longer: back to those whom they do.
std::string to_offenders(const movements::Movement&) {
    return "/offenders";
}

/// Failures of two records count together once they are one person's. Where the calendar does not
/// reach, nothing is asked for.
void settle_after_join(record::Changes& changes, db::Connection& db, std::int64_t offender) {
    (void)settle_clocks(changes, db, {offender}, "The records were joined, or told apart again");
}

/// The note with the contact it stands under, to lead back there.
struct Noted {
    offenders::OffenderId offender{};
    Note note{};
};
DESCRIBE(Noted, offender, note)
Result<Noted> note_on(web::Context& context, const AddNote& given) {
    auto contact = TRY(contact_in(context));
    return Noted{contact.offender, TRY(add_note(context, given))};
}
std::string to_noted(const Noted& noted) {
    return path_of(Contact{.id = noted.note.contact, .offender = noted.offender});
}

}  // namespace

void serve(web::Api& api) {
    serve_enforcement(api);
    serve_finding(api);
    record::add_following({.area = "supervision",
                           .tables = {record::following(contacts, &Contact::offender),
                                      record::following(failure_answers, &FailureAnswer::offender),
                                      record::following(breaches, &Breach::offender),
                                      record::following(recalls, &Recall::offender)},
                           .settle = &settle_after_join});
    const std::string read = "supervision.read", change = "supervision.record";
    const std::string all = "/offenders/{offender}/contacts", one = all + "/{contact}";
    const std::string book_at = "/offenders/{offender}/appointments";
    const std::string release_at = "/offenders/{offender}/movements/release";
    offenders::add_record_page({"Contacts", "/contacts", read});
    api.page({all, read, "Contacts and appointments of one person"}, &show_contacts);
    api.get<ContactQuery, ContactList>(
        {"/api" + all, read, "Contacts and appointments of one person"}, &get_contacts);
    api.page({all + "/add", change, "Record a contact: its form"},
             &offenders::show_command_form<&contact_form>);
    api.command<RecordContact, Contact>(
        {all + "/add", change, "Record a contact"},
        &record_contact,
        {&to_contacts, &offenders::show_command_form_again<&contact_form>});
    api.page({book_at, change, "Book an appointment: its form"},
             &offenders::show_command_form<&appointment_form>);
    api.command<BookAppointment, Contact>(
        {book_at, change, "Book an appointment"},
        &book,
        {&to_contacts, &offenders::show_command_form_again<&appointment_form>});
    api.page({one, read, "One contact and its notes"}, &show_contact);
    api.get<ContactView>({"/api" + one, read, "One contact and its notes"}, &get_contact);
    api.command<RecordOutcome, Contact>({one + "/outcome", change, "Record an outcome"},
                                        &record_outcome,
                                        {&to_contacts, &show_contact_again});
    api.command<AddNote, Noted>({one + "/notes", change, "Add a note, or add to one"},
                                &note_on,
                                {&to_noted, &show_contact_again});
    api.command<CancelAppointment, Contact>({one + "/cancel", change, "Cancel an appointment"},
                                            &cancel,
                                            {&to_contacts, &show_contact_again});
    api.page({release_at, "movements.change", "Release: its form"}, &movements::show_release_form);
    api.command<movements::Release, movements::Movement>(
        {release_at, "movements.change", "Release, and carry what is open over"},
        &release,
        {&to_offenders, &movements::show_release_form_again});
}

}  // namespace noms::supervision
