#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "areas/offenders/rules.hpp"
#include "kit/base/date.hpp"
#include "kit/base/id.hpp"
#include "kit/db/later.hpp"
#include "kit/describe/type.hpp"
#include "kit/law/law.hpp"
#include "kit/page/form.hpp"
#include "kit/page/page.hpp"
#include "kit/page/person.hpp"
#include "kit/record/corrections.hpp"
#include "kit/record/doctor.hpp"
#include "kit/record/record.hpp"
#include "kit/web/api.hpp"

/// One record a person: names, identifiers, addresses, alerts; which records of the prisons and of
/// probation belong together, and why; and search.
namespace noms::offenders {

enum class Sex { Male, Female, NotKnown };
DESCRIBE_ENUM(Sex, Male, Female, NotKnown)
enum class NameKind { Main, Alias };
DESCRIBE_ENUM(NameKind, Main, Alias)

struct OffenderTag {};
using OffenderId = Id<OffenderTag>;
inline constexpr std::string_view subject_kind = "offender";

/// What is shown of a person. Each value is that of the earliest record that has one, unless people
/// corrected it: then its field stands in `corrected`, and records no longer change it.
struct Offender {
    OffenderId id{};
    int version = 1;
    std::string surname{};
    std::string first_name{};
    std::string middle_name{};
    std::string sort_key{};
    std::optional<Date> birth_date{};
    Sex sex = Sex::NotKnown;
    std::optional<std::string> ethnicity{};  // a code of the 16+1 classification
    std::string ethnicity_source{};
    std::string corrected{};                // names of fields, comma separated
    std::optional<OffenderId> joined_to{};  // a decision joined this one to that one

    bool operator==(const Offender&) const = default;
};
DESCRIBE(Offender,
         id,
         version,
         surname,
         first_name,
         middle_name,
         sort_key,
         birth_date,
         sex,
         ethnicity,
         ethnicity_source,
         corrected,
         joined_to)

/// One row of an extract as it came.
struct SourceRecord {
    Id<SourceRecord> id{};
    OffenderId offender{};
    std::string source{};      // "prison", "probation"
    std::string record_key{};  // the extract's own key
    std::int64_t key_digest = 0;
    std::int64_t digest = 0;  // of the whole row: the same row is taken once
    std::string file{};
    std::int64_t line = 0;
    Date came_on{};
    std::string content{};  // the row, as "column=value" lines
    std::string surname{};
    std::string first_name{};
    std::string middle_name{};
    std::optional<Date> birth_date{};
    Sex sex = Sex::NotKnown;
    std::optional<std::string> ethnicity{};
};
DESCRIBE(SourceRecord,
         id,
         offender,
         source,
         record_key,
         key_digest,
         digest,
         file,
         line,
         came_on,
         content,
         surname,
         first_name,
         middle_name,
         birth_date,
         sex,
         ethnicity)

using RecordId = Id<SourceRecord>;

/// A name; `source_record` is empty when somebody typed it here.
struct Name {
    Id<Name> id{};
    OffenderId offender{};
    std::optional<RecordId> source_record{};
    NameKind kind = NameKind::Main;
    std::string first_name{};
    std::string middle_name{};
    std::string surname{};
};
DESCRIBE(Name, id, offender, source_record, kind, first_name, middle_name, surname)

/// A folded word of a name.
struct NameToken {
    Id<Name> name{};
    std::string token{};
    OffenderId offender{};
};
DESCRIBE(NameToken, name, token, offender)

/// A birth date that a record gives; kind Alias for one the record itself holds to be another's
/// word.
struct BirthDate {
    Id<BirthDate> id{};
    OffenderId offender{};
    std::optional<RecordId> source_record{};
    Date birth_date{};
    NameKind kind = NameKind::Main;
};
DESCRIBE(BirthDate, id, offender, source_record, birth_date, kind)

struct Identifier {
    Id<Identifier> id{};
    OffenderId offender{};
    std::optional<RecordId> source_record{};
    IdentifierKind kind = IdentifierKind::Other;
    std::string value{};
    std::optional<std::string> canonical{};
    std::optional<std::int64_t> match_key{};
    std::string search_key{};
    IdentifierState state = IdentifierState::Unverified;
    std::string source{};
};
DESCRIBE(Identifier,
         id,
         offender,
         source_record,
         kind,
         value,
         canonical,
         match_key,
         search_key,
         state,
         source)

struct Address {
    Id<Address> id{};
    OffenderId offender{};
    std::optional<RecordId> source_record{};
    std::string line{};
    std::string postcode{};
    std::optional<Date> from_day{};  // empty: not known since when
    std::string source{};
};
DESCRIBE(Address, id, offender, source_record, line, postcode, from_day, source)

struct Alert {
    Id<Alert> id{};
    OffenderId offender{};
    std::string kind{};
    std::string note{};
    Date from_day{};
    std::optional<Date> until_day{};
    std::string added_by{};
};
DESCRIBE(Alert, id, offender, kind, note, from_day, until_day, added_by)

extern const record::Table<Offender> offenders;
extern const record::Table<SourceRecord> source_records;
extern const record::Table<Name> names;
extern const record::Table<NameToken> name_tokens;
extern const record::Table<BirthDate> birth_dates;
extern const record::Table<Identifier> identifiers;
extern const record::Table<Address> addresses;
extern const record::Table<Alert> alerts;

/// The offender that the address names. An unknown id, one outside the actor's scope and one
/// restricted to others are the same NotFound.
Result<Offender> offender_in(web::Context&);
/// The offenders with these keys by name, in one question; a key that is none is passed over.
std::vector<Offender> offenders_among(db::Connection&, std::span<const std::int64_t> offenders);
/// "Marcus James Odell", as titles have it.
std::string name_in_full(const Offender&);
/// "Odell, Marcus James", as lists have it.
std::string name_in_list(const Offender&);
/// The address of the offender's page.
std::string path_of(OffenderId);
/// Who has that number, joined records left out: more than one where records are still to be
/// joined.
std::vector<Offender> offenders_with_number(db::Connection&,
                                            IdentifierKind,
                                            const std::string& value,
                                            Date day);
/// The prison numbers on the record, each once, as they were written.
std::vector<std::string> prison_numbers_of(db::Connection&, OffenderId, Date day);
/// Whether that surname is the offender's own or one they went by, however it is written.
bool goes_by(db::Connection&, OffenderId, std::string_view surname);
/// Who has that number and goes by that surname. Invalid, for the field `number`: nobody. Refused:
/// several, which are still to be joined.
Result<Offender> known_as(
    db::Connection&, IdentifierKind, const std::string& number, std::string_view surname, Date day);

/// A page that an area adds to a person's record: {"Sentences", "/sentences", "sentences.read"}.
struct RecordPage {
    std::string label{};
    std::string ending{};  // of the address, after the offender's
    std::string permission{};
};
/// Adds it to the links of every record, once; called by the area's serve().
void add_record_page(RecordPage);
/// The start of such a page: who it is, the links to the other pages, and the read is noted. An
/// empty title is the person's own page, which has no heading but the name.
page::Page record_page(web::Context&,
                       const Offender&,
                       const std::string& title,
                       std::string_view ending);

/// What was put right on a record, for the page of the area that it belongs to; nothing where
/// nothing was.
page::Html corrections_section(const std::vector<record::Correction>&);

/// What is shown in place of every page of a record that was joined to another.
page::Page joined_page(web::Context&, const Offender&);

/// The field of a row after an event, as text; empty when it has none.
using FieldOf = std::function<std::string(std::string_view field)>;
/// How an area's events are told in the timeline of a person.
struct EventTelling {
    std::string kind{};  // "movements.released"
    std::string what{};  // "Released"
    page::Setting setting = page::Setting::Office;
};
/// Who may read the rows of a table in events, and what a row that was added or changed says of
/// itself in a line; no gist: nothing.
struct RowTelling {
    std::string table{};       // "movement"
    std::string permission{};  // "movements.read"
    std::function<std::string(const FieldOf&)> gist{};
};
/// Adds both to what the timeline knows; called by the area's serve(). Rows of a table that nobody
/// told of are shown to nobody.
void add_tellings(std::vector<EventTelling>, std::vector<RowTelling>);
/// The newest events about a person that the actor may read, as the timeline shows them.
std::vector<page::Happening> happenings_of(db::Connection&,
                                           const web::Actor&,
                                           OffenderId,
                                           int limit);
/// The same, asked for beside other things; the actor has to last until they are there.
db::Later<std::vector<page::Happening>> ask_happenings(db::Connection&,
                                                       const web::Actor&,
                                                       OffenderId,
                                                       int limit);

/// The kinds of number as a form offers them: "CRN".
std::vector<page::Option> identifier_kind_options();

/// A form of its own for one command on one offender; `values` are what it shows at first.
struct CommandForm {
    std::string title{};
    std::string button{};
    std::string path{};
    const describe::Type* type = nullptr;
    page::Looks looks{};
    form::Values values{};
};
/// The form of a command at the address that was asked for.
template <class Command>
CommandForm form_at(const web::Context& context,
                    std::string title,
                    std::string button,
                    page::Looks looks,
                    form::Values values = {}) {
    return {.title = std::move(title),
            .button = std::move(button),
            .path = context.request.path,
            .type = &describe::type_of<Command>(),
            .looks = std::move(looks),
            .values = std::move(values)};
}
page::Page command_page(const Offender&,
                        const CommandForm&,
                        const form::Values&,
                        const std::vector<FieldError>&);
/// The same for the offender of the address, with what was typed and what is wrong: an error of no
/// field stands at the top.
Result<page::Page> command_page(web::Context&,
                                const CommandForm&,
                                const form::Values&,
                                const Error&);

/// What `web::Api` wants of a form, made of the function that gives it: shown first, and again
/// after an error.
template <CommandForm (*form_of)(const web::Context&)>
Result<page::Page> show_command_form(web::Context& context) {
    auto form = form_of(context);
    return command_page(context, form, form.values, {});
}
template <CommandForm (*form_of)(const web::Context&)>
Result<page::Page> show_command_form_again(web::Context& context,
                                           const form::Values& values,
                                           const Error& error) {
    return command_page(context, form_of(context), values, error);
}
/// The same of a form that not everything has.
using FormOf = Result<CommandForm> (*)(web::Context&);
template <FormOf form_of>
Result<page::Page> show_command_form(web::Context& context) {
    auto form = TRY(form_of(context));
    return command_page(context, form, form.values, {});
}
template <FormOf form_of>
Result<page::Page> show_command_form_again(web::Context& context,
                                           const form::Values& values,
                                           const Error& error) {
    return command_page(context, TRY(form_of(context)), values, error);
}

/// What must hold over a whole database.
std::vector<record::Check> checks();

/// Invented people for a demonstration, whose records are taken in as those of an extract are, one
/// person at a time and without a look at who is there.
class InventedPeople {
public:
    /// Everybody is of age by `adult_by`; the same seed gives the same people.
    InventedPeople(std::uint64_t seed, Date adult_by);
    ~InventedPeople();
    /// Takes the records of one more person in, under the command's day. Gives the offenders they
    /// made: one, or more where the records do not agree enough to be joined.
    std::vector<Offender> take_in(record::Changes&, int offenders_max);
    /// Somebody looked at two of them by hand, and said why they are two people.
    static void tell_apart(record::Changes&,
                           const Offender&,
                           const Offender& other,
                           const std::string& reason);

private:
    struct Register;
    std::unique_ptr<Register> register_;
};

/// This area's schema, numbers 40 to 48.
std::vector<db::Migration> migrations();
/// Adds this area's addresses.
void serve(web::Api&);

}  // namespace noms::offenders
