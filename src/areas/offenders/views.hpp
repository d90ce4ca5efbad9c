#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "areas/offenders/facts.hpp"
#include "areas/offenders/joins.hpp"
#include "areas/offenders/offenders.hpp"
#include "areas/offenders/search.hpp"
#include "kit/record/record.hpp"

/// What pages and the JSON API show of offenders: loaded once, for both.
namespace noms::offenders {

/// A body that holds an offender, and since when.
struct HeldBy {
    std::string scope_kind{};
    std::string name{};
    Date from{};
};
DESCRIBE(HeldBy, scope_kind, name, from)

/// An identifier with what is known of it.
struct IdentifierView {
    IdentifierKind kind = IdentifierKind::Other;
    std::string value{};
    std::string canonical{};
    IdentifierState state = IdentifierState::Unverified;
    std::string why{};
    std::vector<std::string> sources{};
};
DESCRIBE(IdentifierView, kind, value, canonical, state, why, sources)

/// A record that stands under the offender, and why.
struct RecordView {
    RecordId id{};
    std::string source{};
    std::string record_key{};
    std::string file{};
    std::int64_t line = 0;
    Date came_on{};
    std::string content{};
};
DESCRIBE(RecordView, id, source, record_key, file, line, came_on, content)

/// One person, whole.
struct OffenderView {
    Offender offender{};
    std::vector<HeldBy> held_by{};
    std::vector<Name> names{};
    std::vector<BirthDate> birth_dates{};
    std::vector<IdentifierView> identifiers{};
    std::vector<Address> addresses{};
    std::vector<Alert> alerts{};
    std::vector<RecordView> records{};
    std::vector<Link> links{};
    std::vector<Candidate> for_review{};
    std::vector<ValueOrigin> origins{};  // of the values that are shown
};
DESCRIBE(OffenderView,
         offender,
         held_by,
         names,
         birth_dates,
         identifiers,
         addresses,
         alerts,
         records,
         links,
         for_review,
         origins)

/// One line of a list or of search results.
struct OffenderLine {
    OffenderId id{};
    std::string name{};
    std::optional<Date> born{};
    Sex sex = Sex::NotKnown;
    std::vector<IdentifierView> identifiers{};
    std::vector<HeldBy> held_by{};
    std::string why{};
};
DESCRIBE(OffenderLine, id, name, born, sex, identifiers, held_by, why)

struct OffenderLines {
    std::vector<OffenderLine> offenders{};
    std::optional<std::int64_t> whole{};  // how many there are on all pages, where that was asked
    std::vector<std::string> advice{};
};
DESCRIBE(OffenderLines, offenders, whole, advice)

OffenderView view_of(db::Connection&, const Offender&, Date day);
/// Only what the strip that says who needs: numbers and alerts.
OffenderView strip_of(db::Connection&, const Offender&, Date day);
/// Who somebody is, without asking anything more.
OffenderLine bare_line(const Offender&);
/// A handful of questions, whatever the number of offenders.
std::vector<OffenderLine> lines_of(db::Connection&,
                                   const std::vector<Offender>&,
                                   Date day,
                                   const SearchTerms&);

/// What the actor may read of these: events of areas that are not theirs to read are left out, and
/// so are the rows of other areas' tables within an event.
std::vector<record::Event> readable_by(const web::Actor&, std::vector<record::Event>);

/// An event in a few words: "Taken in from an extract", and what more there is to say.
struct EventWords {
    std::string what{};
    std::string more{};
    page::Setting setting = page::Setting::Office;
};
EventWords words_for(const record::Event&);

/// One field that an event changed.
struct FieldChange {
    std::string what{};  // "Name: surname"
    std::string before{};
    std::string after{};
};
DESCRIBE(FieldChange, what, before, after)
std::vector<FieldChange> changes_in(const record::Event&);

}  // namespace noms::offenders
