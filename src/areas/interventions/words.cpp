#include "areas/interventions/pages.hpp"

/// States, steps and verdicts in words, and the addresses.
namespace noms::interventions {

std::string in_words(ReferralState state) {
    switch (state) {
        case ReferralState::Referred: return "Referred";
        case ReferralState::Accepted: return "Accepted";
        case ReferralState::Waiting: return "On the waiting list";
        case ReferralState::Started: return "Started";
        case ReferralState::Completed: return "Completed";
        case ReferralState::NotCompleted: return "Not completed";
        case ReferralState::Refused: return "Refused";
        case ReferralState::Withdrawn: return "Withdrawn";
        case ReferralState::CarriedOn: return "Goes on elsewhere";
    }
    return {};
}

std::string in_words(Step step) {
    switch (step) {
        case Step::Accept: return "Accept";
        case Step::Refuse: return "Refuse";
        case Step::Wait: return "Put on the waiting list";
        case Step::Start: return "Start";
        case Step::Complete: return "Completed";
        case Step::NotComplete: return "Not completed";
        case Step::Withdraw: return "Withdraw the referral";
    }
    return {};
}

std::string in_words(catalogue::Verdict verdict) {
    switch (verdict) {
        case catalogue::Verdict::Fits: return "Fits";
        case catalogue::Verdict::Later: return "Fits after release";
        case catalogue::Verdict::NotKnown: return "To be found out";
        case catalogue::Verdict::RuledOut: return "Ruled out";
    }
    return {};
}

std::string_view event_of(Step step) {
    switch (step) {
        case Step::Accept: return "interventions.accepted";
        case Step::Refuse: return "interventions.refused";
        case Step::Wait: return "interventions.put_on_waiting_list";
        case Step::Start: return "interventions.started";
        case Step::Complete: return "interventions.completed";
        case Step::NotComplete: return "interventions.not_completed";
        case Step::Withdraw: return "interventions.withdrawn";
    }
    return {};
}

std::string path_of(const Referral& referral) {
    return offenders::path_of(referral.offender) + "/referrals/" + to_text(referral.id);
}

std::string path_of(const Consultation& consultation) {
    return offenders::path_of(consultation.offender) + "/consultations/" + to_text(consultation.id);
}

}  // namespace noms::interventions
