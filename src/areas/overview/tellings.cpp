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
        told("sentences.offence_added", "Offence recorded", Setting::Court),
        told("sentences.requirement_added", "Requirement added", Setting::Court),
        told("sentences.compensation_ordered", "Compensation ordered", Setting::Court),
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

std::string allocation(const FieldOf& after) {
    return after("reason");
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
                             {"sentence", "sentences.read", &sentence},
                             {"sentence_appearance", "sentences.read", {}},
                             {"sentence_compensation", "sentences.read", {}},
                             {"sentence_offence", "sentences.read", &words},
                             {"sentence_requirement", "sentences.read", {}},
                             {"record_correction", "offenders.read", &correction},
                             {"management_allocation", "management.read", &allocation},
                             {"management_support", "management.read", {}},
                             {"plan_objective", "management.read", &objective},
                             {"supervision_contact", "supervision.read", &contact},
                             {"supervision_note", "supervision.read", &words},
                             {"task", "tasks.read", &what}});
}

}  // namespace noms::overview
