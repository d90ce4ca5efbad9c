#include <string>

#include "areas/offenders/offenders.hpp"
#include "areas/overview/words.hpp"
#include "areas/sentences/sentences.hpp"
#include "areas/supervision/supervision.hpp"
#include "kit/base/text.hpp"

/// How the timeline of a person tells what the areas did, and where it happened.
namespace noms::overview {
namespace {

using offenders::EventTelling;
using offenders::FieldOf;
using page::Setting;

EventTelling told(std::string kind, std::string what, Setting setting) {
    return {.kind = std::move(kind), .what = std::move(what), .setting = setting};
}

std::vector<EventTelling> events() {
    return {
        told("sentences.court_appearance_recorded", "Appeared in court", Setting::Court),
        told("sentences.passed", "Sentenced", Setting::Court),
        told("sentences.ended", "A sentence ended", Setting::Court),
        told("sentences.offence_added", "Offence recorded", Setting::Court),
        told("sentences.requirement_added", "Requirement added", Setting::Court),
        told("sentences.compensation_ordered", "Compensation ordered", Setting::Court),
        told("movements.received_into_prison", "Received into prison", Setting::Custody),
        told("movements.transferred", "Moved to another prison", Setting::Custody),
        told("movements.taken_to_court", "Taken to court", Setting::Court),
        told("movements.taken_to_hospital", "Taken to hospital", Setting::Custody),
        told("movements.out_on_temporary_absence", "Out on temporary absence", Setting::Community),
        told("movements.returned", "Came back to prison", Setting::Custody),
        told("movements.escaped", "Escaped or did not come back", Setting::Community),
        told("movements.recaptured", "Recaptured", Setting::Custody),
        told("movements.released", "Released", Setting::Community),
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
    return outcome ? words + ": " + outcome->name : words;
}

std::string objective(const FieldOf& after) {
    return after("objective");
}

std::string allocation(const FieldOf& after) {
    return after("reason");
}

std::string words(const FieldOf& after) {
    return after("words");
}

}  // namespace

void tell_timelines() {
    offenders::add_tellings(events(),
                            {{"movement", &movement},
                             {"sentence", &sentence},
                             {"sentence_offence", &words},
                             {"supervision_contact", &contact},
                             {"supervision_note", &words},
                             {"plan_objective", &objective},
                             {"management_allocation", &allocation}});
}

}  // namespace noms::overview
