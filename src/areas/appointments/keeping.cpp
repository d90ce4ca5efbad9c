#include "areas/appointments/handlers.hpp"
#include "areas/appointments/store.hpp"
#include "kit/base/text.hpp"

/// Commitments are kept, changed and ended; consent to reminders is written down.
namespace noms::appointments {
namespace {

record::Changes& about(web::Context& context,
                       offenders::OffenderId offender,
                       std::string_view kind) {
    context.changes->about({std::string(offenders::subject_kind), offender.number}, kind);
    return *context.changes;
}

std::string text_of(const std::optional<std::string>& given) {
    return std::string(trimmed(given.value_or("")));
}

std::string text_of(const std::vector<Weekday>& weekdays) {
    std::string out;
    for (auto each : weekdays)
        out += (out.empty() ? "" : ",") + std::string(describe::choice_text(each));
    return out;
}

std::vector<FieldError> faults_of(const Commitment& row) {
    std::vector<FieldError> faults;
    auto time = [&](const char* field, const std::string& value) {
        if (!value.empty() && !minutes_of(value))
            faults.push_back({field, "not_a_time", "Enter a time like 14:30"});
    };
    time("from_time", row.from_time);
    time("until_time", row.until_time);
    if (row.from_time.empty() != row.until_time.empty())
        faults.push_back(
            {"until_time", "missing", "Give both times, or neither for the whole day"});
    else if (faults.empty() && !row.from_time.empty() && row.until_time <= row.from_time)
        faults.push_back({"until_time", "before_start", "That is not after it begins"});
    if (row.until_day && *row.until_day <= row.from_day)
        faults.push_back({"until_day", "before_start", "That is not after it begins"});
    constexpr int hours_most = 6;
    if (row.travel_minutes < 0 || row.travel_minutes > hours_most * 60)
        faults.push_back({"travel_minutes", "out_of_range", "The way must be 0 to 360 minutes"});
    if (row.source.empty()) faults.push_back({"source", "missing", "Say who says so"});
    return faults;
}

/// The row with what a form says of it.
template <class Given>
Commitment filled(Commitment row, const Given& given) {
    row.kind = given.kind;
    row.words = text_of(given.words);
    row.weekdays = text_of(given.weekdays);
    row.from_day = given.from_day;
    row.until_day = given.until_day;
    row.from_time = text_of(given.from_time);
    row.until_time = text_of(given.until_time);
    row.travel_minutes = given.travel_minutes.value_or(0);
    row.source = std::string(trimmed(given.source));
    return row;
}

Result<Commitment> open_commitment(web::Context& context, int version) {
    auto row = TRY(commitment_in(context));
    if (row.version != version)
        return conflict("Somebody changed this commitment since you opened it.");
    if (row.until_day && *row.until_day <= context.today)
        return conflict("This commitment has ended.");
    return row;
}

std::vector<FieldError> faults_of(const SetConsent& given) {
    std::vector<FieldError> faults;
    if (given.says == Consents::No) return faults;
    if (!is_email(text_of(given.email)))
        faults.push_back({"email", "not_an_address", "Enter an address like name@example.com"});
    auto ring = text_of(given.ring);
    if (ring.empty())
        faults.push_back({"ring", "missing", "Say whom to ring, with the number"});
    else if (tells(ring))
        faults.push_back({"ring",
                          "tells",
                          "The message goes out with these words: write a name and a number only"});
    return faults;
}

}  // namespace

Result<Commitment> commitment_in(web::Context& context) {
    auto who = TRY(offenders::offender_in(context));
    auto found = store::commitment(context.db, TRY(context.id<Commitment>("commitment")));
    if (!found || found->offender != who.id) return not_found("There is no such commitment.");
    return *found;
}

Result<Commitment> keep_commitment(web::Context& context, const KeepCommitment& given) {
    auto who = TRY(offenders::offender_in(context));
    auto row = filled({.id = new_id<Commitment>(),
                       .offender = who.id,
                       .recorded_on = context.today,
                       .recorded_by = context.actor.name},
                      given);
    if (auto faults = faults_of(row); !faults.empty()) return invalid(std::move(faults));
    auto kept = store::commitments_of(context.db, who.id, context.today, commitments_most);
    if (int(kept.size()) == commitments_most)
        return refused("More commitments are not kept of one person: end one that is over.");
    about(context, who.id, "appointments.commitment_kept").add(commitments, row);
    return row;
}

Result<Commitment> change_commitment(web::Context& context, const ChangeCommitment& given) {
    auto before = TRY(open_commitment(context, given.version));
    auto after = filled(before, given);
    if (auto faults = faults_of(after); !faults.empty()) return invalid(std::move(faults));
    ++after.version;
    about(context, before.offender, "appointments.commitment_changed")
        .change(commitments, before, after);
    return after;
}

Result<Commitment> end_commitment(web::Context& context, const EndCommitment& given) {
    auto before = TRY(open_commitment(context, given.version));
    if (trimmed(given.because).empty()) return invalid({{"because", "missing", "Say why"}});
    if (given.until_day < before.from_day)
        return invalid({{"until_day", "before_start", "That is before it began"}});
    auto after = before;
    ++after.version;
    after.until_day = given.until_day;
    after.ended_because = std::string(trimmed(given.because));
    about(context, before.offender, "appointments.commitment_ended")
        .change(commitments, before, after);
    return after;
}

Result<Consent> set_consent(web::Context& context, const SetConsent& given) {
    auto who = TRY(offenders::offender_in(context));
    if (auto faults = faults_of(given); !faults.empty()) return invalid(std::move(faults));
    bool yes = given.says == Consents::Yes;
    auto before = store::consent_of(context.db, who.id);
    Consent after{.offender = who.id,
                  .version = before ? before->version + 1 : 1,
                  .says = given.says,
                  .email = yes ? text_of(given.email) : "",
                  .ring = yes ? text_of(given.ring) : "",
                  .asked_on = context.today,
                  .recorded_by = context.actor.name};
    auto& changes = about(context, who.id, "appointments.consent_recorded");
    if (before)
        changes.change(consents, *before, after);
    else
        changes.add(consents, after);
    return after;
}

}  // namespace noms::appointments
