#include "areas/supervision/releasing.hpp"

#include "areas/sentences/sentences.hpp"
#include "areas/supervision/rules.hpp"
#include "areas/supervision/store.hpp"

namespace noms::supervision {
namespace {

using management::StandardSetting;
constexpr int book_again_working_days = 5;

void ask_to_book_again(record::Changes& changes,
                       db::Connection& db,
                       const Contact& contact,
                       record::AccountId manager,
                       Date day) {
    tasks::open(changes,
                db,
                {.offender = contact.offender,
                 .kind = "book_again",
                 .what = "Book again outside: " + kind_in_words(contact.kind) + " of " +
                         noms::in_words(contact.on_day),
                 .counted_from = day,
                 .due_on = tasks::working_days_after(day, book_again_working_days),
                 .rule = "5 working days from release",
                 .cite = "noms: an own rule, no standard says when",
                 .certainty = "own",
                 .account = manager,
                 .source = "supervision/appointment/" + to_text(contact.id)});
}

/// Appointments go on; those that only a prison can keep become a task for the manager.
void carry_appointments(record::Changes& changes,
                        db::Connection& db,
                        offenders::OffenderId offender,
                        record::AccountId manager,
                        Date day) {
    for (const auto& contact : store::booked_after(db, offender, day)) {
        if (can_be_kept_outside(contact)) continue;
        auto cancelled = contact;
        cancelled.state = ContactState::Cancelled;
        changes.change(contacts, contact, cancelled);
        changes.add(notes,
                    Note{.id = new_id<Note>(),
                         .contact = contact.id,
                         .written_on = changes.command().day,
                         .written_by = changes.command().actor_name,
                         .words = "Cancelled: released before it, and it is kept in prison only"});
        ask_to_book_again(changes, db, contact, manager, day);
    }
}

/// What is asked of the prison ends with custody.
void close_prison_tasks(record::Changes& changes,
                        db::Connection& db,
                        offenders::OffenderId offender) {
    for (const auto& task : tasks::open_about(db, std::span(&offender.number, 1)))
        if (!task.account && task.list_kind == "prison")
            tasks::close(changes, task, tasks::TaskState::Cancelled, "Released from prison");
}

/// Whether the person is still under a sentence to be managed on the day of the release.
bool goes_on(db::Connection& db, offenders::OffenderId offender, Date day) {
    auto standing = sentences::under_sentence_among(db, std::span(&offender.number, 1), day);
    return !standing.empty() && standing.front().standing.managed;
}

}  // namespace

Result<movements::Movement> release(web::Context& context, const movements::Release& given) {
    auto offender = TRY(offenders::offender_in(context));
    auto& changes = *context.changes;
    auto& db = context.db;
    changes.about({std::string(offenders::subject_kind), offender.id.number},
                  movements::event_kind(movements::Move::Release));
    auto manager = management::manager_of(db, offender.id, context.today);
    auto moved = TRY(movements::release(changes, db, offender.id, given, context.actor.name));
    close_prison_tasks(changes, db, offender.id);
    if (!manager || !goes_on(db, offender.id, given.moved_on)) return moved;
    management::carry_outside(changes, db, offender.id, given.moved_on);
    carry_appointments(changes, db, offender.id, *manager->manager, given.moved_on);
    CHECK(management::hold_by_managing_area(changes, db, offender.id));
    CHECK(management::open_first_tasks(
        changes,
        db,
        offender.id,
        given.moved_on,
        StandardSetting::Licence,
        "release/" + to_text(offender.id) + "/" + to_text(given.moved_on)));
    return moved;
}

}  // namespace noms::supervision
