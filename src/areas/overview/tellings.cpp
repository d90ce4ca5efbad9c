#include <string>

#include "areas/offenders/offenders.hpp"
#include "areas/overview/words.hpp"
#include "areas/sentences/sentences.hpp"
#include "areas/supervision/supervision.hpp"
#include "kit/base/text.hpp"

/// How the timeline of a person tells what the areas did, and where it happened.
namespace noms::overview {
namespace {

using movements::Move;
using offenders::EventTelling;
using offenders::FieldOf;
using page::Setting;

EventTelling told(std::string kind, std::string what, Setting setting) {
    return {.kind = std::move(kind), .what = std::move(what), .setting = setting};
}

EventTelling told(Move move, std::string what, Setting setting) {
    return told(std::string(movements::event_kind(move)), std::move(what), setting);
}

std::vector<EventTelling> events() {
    return {
        told("sentences.court_appearance_recorded", "Appeared in court", Setting::Court),
        told("sentences.passed", "Sentenced", Setting::Court),
        told("sentences.ended", "A sentence ended", Setting::Court),
        told("sentences.activated", "A suspended sentence took effect", Setting::Court),
        told("sentences.fine_terms_set", "How a fine is to be paid", Setting::Court),
        told("sentences.fine_paid", "Payment of a fine", Setting::Court),
        told("sentences.fine_step_taken", "Step against a fine not paid", Setting::Court),
        told("sentences.blocks_set", "Blocks of intermittent custody set", Setting::Court),
        told("sentences.late_return", "Not back for a block in prison", Setting::Custody),
        told("sentences.offence_added", "Offence recorded", Setting::Court),
        told("sentences.requirement_added", "Requirement added", Setting::Court),
        told("sentences.compensation_ordered", "Compensation ordered", Setting::Court),
        told("sentences.offence_marked", "Offence looked up in the schedules", Setting::Office),
        told("release_dates.added_days_recorded", "Days added or given back", Setting::Custody),
        told("release_dates.calculated", "Release dates worked out", Setting::Office),
        told("release_dates.decided", "Release dates approved or rejected", Setting::Office),
        told("release_dates.challenged", "The prisoner says a date is wrong", Setting::Custody),
        told("release_dates.challenge_answered", "Challenge to a date answered", Setting::Custody),
        told(Move::Reception, "Received into prison", Setting::Custody),
        told(Move::Transfer, "Moved to another prison", Setting::Custody),
        told(Move::ToCourt, "Taken to court", Setting::Court),
        told(Move::ToHospital, "Taken to hospital", Setting::Custody),
        told(Move::TemporaryAbsence, "Out on temporary absence", Setting::Community),
        told(Move::Return, "Came back to prison", Setting::Custody),
        told(Move::Escape, "Escaped or did not come back", Setting::Community),
        told(Move::Recapture, "Recaptured", Setting::Custody),
        told(Move::Release, "Released", Setting::Community),
        told("movements.corrected", "A movement put right", Setting::Office),
        told("sentences.corrected", "A sentence put right", Setting::Office),
        told("management.allocated", "Offender manager named", Setting::Office),
        told("management.terminated", "Management ended", Setting::Office),
        told("management.plan_reviewed", "Plan reviewed", Setting::Office),
        told("tasks.opened", "Something to do", Setting::Office),
        told("management.given_by_rule", "Given to the duty manager by rule", Setting::Office),
        told("management.reallocated", "Another offender manager", Setting::Office),
        told("management.support_set", "Supervisor or key worker named", Setting::Custody),
        told("management.objective_added", "Objective set", Setting::Office),
        told("management.objective_closed", "Objective closed", Setting::Office),
        told("supervision.appointment_booked", "Appointment booked", Setting::Community),
        told("supervision.appointment_cancelled", "Appointment cancelled", Setting::Community),
        told("supervision.outcome_recorded", "Outcome of an appointment", Setting::Community),
        told("supervision.contact_recorded", "Contact", Setting::Community),
        told("supervision.note_added", "Note", Setting::Community),
    };
}

std::string movement(const FieldOf& after) {
    auto place = label_of(after("place"));
    auto reason = after("reason");
    return reason.empty() ? place : place + ", " + label_of(reason);
}

std::string sentence(const FieldOf& after) {
    const auto* disposal = sentences::disposal(after("disposal"));
    return disposal ? disposal->name : after("disposal");
}

std::string contact(const FieldOf& after) {
    auto words = supervision::kind_in_words(after("kind"));
    const auto* outcome = supervision::outcome_of(after("outcome"));
    if (!outcome) return words;
    // Where only the outcome was recorded, the kind stands with the booking.
    return words.empty() ? outcome->name : words + ": " + outcome->name;
}

std::string objective(const FieldOf& after) {
    return after("objective");
}

std::string reason(const FieldOf& after) {
    return after("reason");
}

std::string calculation(const FieldOf& after) {
    auto decided = after("decided_by_name");
    return decided.empty() ? after("reason") : label_of(after("state")) + " by " + decided;
}

std::string correction(const FieldOf& after) {
    return after("was") + ": " + after("reason");
}

std::string words(const FieldOf& after) {
    return after("words");
}

std::string what(const FieldOf& after) {
    return after("what");
}

}  // namespace

void tell_timelines() {
    offenders::add_tellings(events(),
                            {{"movement", "movements.read", &movement},
                             {"movement_warrant", "movements.read", {}},
                             {"release_dates_added_days", "release_dates.read", &reason},
                             {"release_dates_calculation", "release_dates.read", &calculation},
                             {"release_dates_challenge", "release_dates.read", &words},
                             {"release_dates_date", "release_dates.read", {}},
                             {"sentence", "sentences.read", &sentence},
                             {"sentence_appearance", "sentences.read", {}},
                             {"sentence_compensation", "sentences.read", {}},
                             {"sentence_offence", "sentences.read", &words},
                             {"sentence_requirement", "sentences.read", {}},
                             {"record_correction", "offenders.read", &correction},
                             {"management_allocation", "management.read", &reason},
                             {"management_support", "management.read", {}},
                             {"plan_objective", "management.read", &objective},
                             {"supervision_contact", "supervision.read", &contact},
                             {"supervision_note", "supervision.read", &words},
                             {"task", "tasks.read", &what}});
}

}  // namespace noms::overview
