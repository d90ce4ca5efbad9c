#pragma once

#include <string>
#include <vector>

#include "areas/offenders/handlers.hpp"
#include "areas/offenders/views.hpp"
#include "kit/page/form.hpp"
#include "kit/page/page.hpp"

/// The area's pages: facts in, page out. Pure.
namespace noms::offenders {

/// What the reader may do on a page.
struct May {
    bool change = false;
    bool link = false;
    bool restrict = false;
};

/// The strip that says who: name, birth date, numbers, alerts.
page::Html banner_of(const OffenderView&, Date today, May);
/// The links to the pages that areas added and the actor may see; nothing where there is none.
page::Html record_links(const web::Actor&, OffenderId, std::string_view ending);

/// Numbers, names, addresses, alerts and the records that stand under a person, below the strip.
page::Html details_sections(const OffenderView&, Date today, May);
/// What was changed on a record, newest first.
struct RecordChanges {
    std::vector<record::Event> events{};
    std::optional<record::EventId> older_before{};  // empty: these are the oldest
};
DESCRIBE(RecordChanges, events, older_before)
page::Page changes_page(const Offender&, const RecordChanges&);

struct ListView {
    OffenderLines lines{};
    ListFilter filter{};
    std::vector<page::Option> places{};  // who may hold an offender
    bool may_add = false;
};
page::Page list_page(const ListView&);

struct SearchView {
    std::string typed{};
    OffenderLines lines{};
    std::int64_t first = 0;             // how many stand before these
    std::vector<OffenderLine> meant{};  // whose number is nearly what was typed
};
page::Page search_page(const SearchView&);

}  // namespace noms::offenders
