#include "areas/supervision/handlers.hpp"

#include <algorithm>

#include "areas/supervision/enforcing.hpp"
#include "areas/supervision/rules.hpp"
#include "areas/supervision/store.hpp"
#include "kit/base/text.hpp"

namespace noms::supervision {
namespace {

record::Changes& about(web::Context& context,
                       offenders::OffenderId offender,
                       std::string_view kind) {
    context.changes->about({std::string(offenders::subject_kind), offender.number}, kind);
    return *context.changes;
}

bool is_kind(const std::string& code) {
    for (const auto& kind : contact_kinds())
        if (kind.code == code) return true;
    return false;
}

/// What is wrong with kind and time, which every contact has.
std::vector<FieldError> faults_of(const std::string& kind, const std::string& at_time) {
    std::vector<FieldError> faults;
    if (!is_kind(kind)) faults.push_back({"kind", "unknown_code", "Choose a kind from the list"});
    if (!is_time(at_time)) faults.push_back({"at_time", "not_a_time", "Enter a time like 14:30"});
    return faults;
}

void write_note(web::Context& context,
                const Contact& contact,
                const std::string& words,
                std::optional<Id<Note>> amends = {}) {
    if (trimmed(words).empty()) return;
    context.changes->add(notes,
                         Note{.id = new_id<Note>(),
                              .contact = contact.id,
                              .amends = amends,
                              .written_on = context.today,
                              .written_by = context.actor.name,
                              .words = words});
}

std::string absence_source(const Contact& contact) {
    return "supervision/absence/" + to_text(contact.id);
}

/// Somebody must judge an absence that was left open.
void ask_to_judge(web::Context& context, const Contact& contact) {
    const auto& standard = clock_of("judge_absence");
    auto manager = management::manager_of(context.db, contact.offender, context.today);
    tasks::open(*context.changes,
                context.db,
                {.offender = contact.offender,
                 .kind = standard.kind,
                 .what = standard.what,
                 .counted_from = contact.on_day,
                 .due_on = tasks::working_days_after(contact.on_day, standard.working_days),
                 .rule = standard.rule,
                 .cite = standard.cite,
                 .certainty = standard.certainty,
                 .account = manager ? manager->manager : context.actor.account,
                 .source = absence_source(contact)});
}

/// Whether whoever saw them in prison was their offender supervisor on that day.
bool is_with_supervisor(db::Connection& db, const Contact& contact) {
    if (contact.setting != Setting::Custody || !contact.officer) return false;
    auto beside =
        management::support_among(db, std::span(&contact.offender.number, 1), contact.on_day);
    return std::ranges::any_of(beside, [&](const management::Support& each) {
        return each.role == management::SupportRole::OffenderSupervisor &&
               each.account == contact.officer;
    });
}

/// Whether a contact of that day is the first that the task asks for.
bool answers(const tasks::Task& task, Date on_day, bool with_supervisor) {
    if (on_day < task.counted_from) return false;
    if (task.kind == management::standards::first_appointment) return true;
    return task.kind == management::standards::supervisor_contact && with_supervisor;
}

/// What was asked for until the first contact is done with it.
void close_first_contact(web::Context& context, const Contact& contact) {
    if (!counts_as_kept(contact)) return;
    bool with_supervisor = is_with_supervisor(context.db, contact);
    for (const auto& task : tasks::open_about(context.db, std::span(&contact.offender.number, 1)))
        if (answers(task, contact.on_day, with_supervisor))
            tasks::close(*context.changes,
                         task,
                         tasks::TaskState::Done,
                         kind_in_words(contact.kind) + " on " + noms::in_words(contact.on_day));
}

}  // namespace

Result<Contact> contact_in(web::Context& context) {
    auto offender = TRY(offenders::offender_in(context));
    auto contact = store::contact(context.db, TRY(context.id<Contact>("contact")));
    if (!contact || contact->offender != offender.id) return not_found("There is no such contact.");
    return *contact;
}

Result<Contact> record_contact(web::Context& context, const RecordContact& given) {
    auto offender = TRY(offenders::offender_in(context));
    auto faults = faults_of(given.kind, given.at_time.value_or(""));
    if (context.today < given.on_day)
        faults.push_back({"on_day", "date_in_future", "What is to come is an appointment"});
    if (trimmed(given.words).empty()) faults.push_back({"words", "missing", "Say what happened"});
    if (!faults.empty()) return invalid(std::move(faults));
    Contact contact{.id = new_id<Contact>(),
                    .offender = offender.id,
                    .kind = given.kind,
                    .setting = given.setting,
                    .on_day = given.on_day,
                    .at_time = given.at_time.value_or(""),
                    .place = given.place.value_or(""),
                    .officer = context.actor.account,
                    .recorded_by = context.actor.name};
    about(context, offender.id, "supervision.contact_recorded").add(contacts, contact);
    write_note(context, contact, given.words);
    close_first_contact(context, contact);
    return contact;
}

Result<Contact> record_outcome(web::Context& context, const RecordOutcome& given) {
    auto contact = TRY(contact_in(context));
    CHECK(may_record_outcome(contact, context.today));
    const auto* outcome = outcome_of(given.outcome);
    if (!outcome) return invalid({{"outcome", "unknown_code", "Choose an outcome from the list"}});
    auto done = with_outcome(contact, *outcome, context.today, context.actor.name);
    about(context, contact.offender, "supervision.outcome_recorded")
        .change(contacts, contact, done);
    write_note(context, contact, given.words.value_or(""));
    if (outcome->compliance == Compliance::Pending)
        ask_to_judge(context, done);
    else
        tasks::close_asked(*context.changes,
                           context.db,
                           absence_source(contact),
                           tasks::TaskState::Done,
                           outcome->name);
    close_first_contact(context, done);
    if (outcome->compliance == Compliance::Unacceptable)
        CHECK(settle_clocks(*context.changes, context.db, contact.offender, outcome->name));
    return done;
}

Result<Note> add_note(web::Context& context, const AddNote& given) {
    auto contact = TRY(contact_in(context));
    if (trimmed(given.words).empty())
        return invalid({{"words", "missing", "Write what is to be added"}});
    auto written = notes_among(context.db, std::span(&contact.id.number, 1));
    auto is_amended = [&](const Note& note) { return given.amends == note.id; };
    if (given.amends && std::ranges::none_of(written, is_amended))
        return invalid({{"amends", "unknown_note", "There is no such note about this contact"}});
    Note note{.id = new_id<Note>(),
              .contact = contact.id,
              .amends = given.amends,
              .written_on = context.today,
              .written_by = context.actor.name,
              .words = given.words};
    about(context, contact.offender, "supervision.note_added").add(notes, note);
    return note;
}

}  // namespace noms::supervision
