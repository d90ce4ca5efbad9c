#pragma once

#include <functional>
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
/// The next appointment of each of these offenders from `day` on, as far as a list shows it.
struct NextAppointment {
    offenders::OffenderId offender{};
    std::string kind{};
    Date on_day{};
    std::string at_time{};  // may be empty
};
DESCRIBE(NextAppointment, offender, kind, on_day, at_time)
/// "3 April 2006 at 14:30, Home Visit".
std::string appointment_in_words(const NextAppointment&);
std::vector<NextAppointment> next_appointments(db::Connection&,
                                               std::span<const std::int64_t> offenders,
                                               Date day);
/// Every contact of these offenders on the days of [from, until), by offender, day and time.
std::vector<Contact> contacts_between(db::Connection&,
                                      std::span<const std::int64_t> offenders,
                                      Date from,
                                      Date until);
/// The contacts with these keys, by day and time; a key that is none is passed over.
std::vector<Contact> contacts_among(db::Connection&, std::span<const std::int64_t> contacts);
/// The appointments of an officer on the days of [from, until), by time.
std::vector<Contact> diary_of(db::Connection&, record::AccountId officer, Date from, Date until);
/// Whether National Standards count the contact: of a kind that they count, and complied with; one
/// that was no appointment counts by having happened.
bool counts_as_kept(const Contact&);
/// Whether they count contacts of that kind at all.
bool is_counted(std::string_view kind);

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

/// The order or the licence that somebody has to comply with on a day: since its imposition or the
/// release, until it ends where that is known.
struct UnderSupervision {
    bool on_licence = false;
    Date since{};
    std::optional<Date> until{};
};
/// Of several the one that began last; none: nothing to comply with on `facts.day`. Wants
/// sentences, recalls and movements (the oldest first). Refused beyond the calendar.
Result<std::optional<UnderSupervision>> under_supervision(const EnforcedFacts& facts);
/// Every recall of these offenders, by offender.
std::vector<Recall> recalls_among(db::Connection&, std::span<const std::int64_t> offenders);

// -- for the area above that books, in the caller's transaction and under its event ---------------

/// What an appointment runs against, each in words; asked before one is booked. Set by the area
/// above that knows, in its serve(); it is not asked about what it books itself.
using ClashRule =
    std::function<Result<std::vector<std::string>>(db::Connection&, const Contact&, Date today)>;
void ask_clashes(ClashRule);

/// What is wrong with an appointment that is to be booked, by field.
std::vector<FieldError> booking_faults(const Contact&, Date today);
/// Who is to see the offender: whoever signs in with that name, else the manager, else the actor.
Result<record::AccountId> officer_for(web::Context&,
                                      offenders::OffenderId,
                                      const std::optional<std::string>& name);
/// Writes an appointment; `despite` is why it is booked in spite of `clashes`, and stands as its
/// note.
Contact book_one(record::Changes&,
                 Contact,
                 const std::vector<std::string>& clashes,
                 const std::string& despite);
/// Cancels one that is still to come; `why` stands as its note.
Contact cancel_one(record::Changes&, const Contact&, const std::string& why);

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
