#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "areas/management/management.hpp"
#include "areas/movements/movements.hpp"
#include "areas/offenders/offenders.hpp"
#include "areas/supervision/enforcement.hpp"
#include "kit/base/date.hpp"
#include "kit/base/id.hpp"
#include "kit/db/database.hpp"
#include "kit/describe/type.hpp"
#include "kit/record/doctor.hpp"
#include "kit/record/record.hpp"
#include "kit/web/api.hpp"

/// What passes between the service and the offender: contacts, appointments and their outcomes, and
/// notes that are amended only by addition.
namespace noms::supervision {

enum class Setting { Custody, Community, Court };
DESCRIBE_ENUM(Setting, Custody, Community, Court)
/// Booked: an appointment whose outcome is not recorded yet.
enum class ContactState { Booked, Done, Cancelled };
DESCRIBE_ENUM(ContactState, Booked, Done, Cancelled)

/// A contact; with a day on which it was booked it is an appointment. `kind` and `outcome` are
/// codes of data/contact_kind.csv and data/outcome.csv.
struct Contact {
    Id<Contact> id{};
    offenders::OffenderId offender{};
    std::string kind{};
    Setting setting = Setting::Community;
    Date on_day{};
    std::string at_time{};  // "14:30"; empty: at no set time
    std::string place{};
    std::optional<record::AccountId> officer{};  // with whom; none: nobody in particular
    ContactState state = ContactState::Done;
    std::optional<std::string> outcome{};
    std::optional<Date> outcome_on{};
    std::string outcome_by{};
    std::optional<Date> booked_on{};
    std::string recorded_by{};
};
DESCRIBE(Contact,
         id,
         offender,
         kind,
         setting,
         on_day,
         at_time,
         place,
         officer,
         state,
         outcome,
         outcome_on,
         outcome_by,
         booked_on,
         recorded_by)
extern const record::Table<Contact> contacts;
using ContactId = Id<Contact>;

/// What was written about a contact; one that amends another is shown below it.
struct Note {
    Id<Note> id{};
    ContactId contact{};
    std::optional<Id<Note>> amends{};
    Date written_on{};
    std::string written_by{};
    std::string words{};
};
DESCRIBE(Note, id, contact, amends, written_on, written_by, words)
extern const record::Table<Note> notes;

/// A kind of contact, as C-NOMIS named it.
struct ContactKind {
    std::string code{};
    std::string name{};
    std::string group{};
    bool counts = false;  // as a contact under National Standards
    std::string source{};
    std::string certainty{};
};
DESCRIBE(ContactKind, code, name, group, counts, source, certainty)
const std::vector<ContactKind>& contact_kinds();
/// The kind in words; its code when there is no such kind.
std::string kind_in_words(std::string_view code);

/// What an outcome says about compliance. Pending: nobody has judged it yet.
enum class Compliance { Complied, AcceptableAbsence, Unacceptable, Pending, Neutral };
DESCRIBE_ENUM(Compliance, Complied, AcceptableAbsence, Unacceptable, Pending, Neutral)
struct Outcome {
    std::string code{};
    std::string name{};
    Compliance compliance = Compliance::Neutral;
    std::string source{};
    std::string certainty{};
};
DESCRIBE(Outcome, code, name, compliance, source, certainty)
const std::vector<Outcome>& outcomes();
const Outcome* outcome_of(std::string_view code);

/// The newest contacts of an offender up to `day`, the newest first.
std::vector<Contact> newest_contacts(db::Connection&, offenders::OffenderId, Date day, int limit);
/// The next appointment of each of these offenders from `day` on.
std::vector<Contact> next_appointments(db::Connection&,
                                       std::span<const std::int64_t> offenders,
                                       Date day);
/// The appointments of an officer on the days of [from, until), by time.
std::vector<Contact> diary_of(db::Connection&, record::AccountId officer, Date from, Date until);
/// The notes of these contacts, each after the one that it amends.
std::vector<Note> notes_among(db::Connection&, std::span<const std::int64_t> contacts);
/// The note of that key, where it is about a contact of that offender.
std::optional<Note> note_of(db::Connection&, offenders::OffenderId, Id<Note>);

/// How many appointments from a day on were kept, missed for an acceptable reason, and missed
/// without one.
struct HowKept {
    int kept = 0;
    int excused = 0;
    int failed = 0;
};
HowKept how_kept(db::Connection&, offenders::OffenderId, Date since);
/// Every breach and every recall of the offender.
struct Proceedings {
    std::vector<Breach> breaches{};
    std::vector<Recall> recalls{};
};
Proceedings proceedings_of(db::Connection&, offenders::OffenderId);

/// What somebody had to comply with at any time of a span, and whether breach was begun or recall
/// asked for in it.
struct EnforcedOver {
    offenders::OffenderId offender{};
    bool under_order = false;
    bool breach_begun = false;
    bool on_licence = false;
    bool recall_requested = false;
};
/// Of these offenders, those who had an order or a licence to comply with in `span`, by offender;
/// four questions, however many they are.
Result<std::vector<EnforcedOver>> enforced_over(db::Connection&,
                                                std::span<const std::int64_t> offenders,
                                                Span span);

/// Everything about one offender that the rules of enforcement look at; contacts and movements by
/// day.
struct EnforcedFacts {
    Date day{};
    std::vector<sentences::Sentence> sentences{};
    std::vector<sentences::Requirement> requirements{};
    std::vector<movements::Movement> movements{};
    std::vector<Contact> failures{};
    std::vector<FailureAnswer> answers{};
    std::vector<Breach> breaches{};
    std::vector<Recall> recalls{};
};

/// What the clocks of enforcement want on that day, each as the task that it is to be, for nobody
/// in particular yet. Refused beyond the calendar of bank holidays.
Result<std::vector<tasks::Task>> clocks_wanted(const EnforcedFacts&);

/// What must hold over a whole database.
std::vector<record::Check> checks();
/// Registers `enforcement-clock` for `noms rules`.
void register_rules();
/// This area's schema, numbers 110 to 119.
std::vector<db::Migration> migrations();
/// Adds this area's addresses.
void serve(web::Api&);

}  // namespace noms::supervision
