#include <algorithm>

#include <fmt/format.h>

#include "areas/supervision/finding.hpp"
#include "areas/supervision/pages.hpp"
#include "kit/page/content.hpp"
#include "kit/page/table.hpp"

namespace noms::supervision {
namespace {

using namespace page;

Html form_of(const NoteSearch& given,
             const std::vector<Option>& whose,
             const std::vector<FieldError>& errors) {
    if (whose.empty())
        return inset(
            "You manage nobody. Open somebody's contacts to search what was written about "
            "that person.");
    return post_form(
        "/notes",
        input({.name = "words",
               .label = "Words of the note",
               .hint = "Up to five; each must be in the note, for example: job mother",
               .value = given.words.value_or(""),
               .error = error_of(errors, "words", "Words of the note"),
               .autocomplete = "off"}) +
            select({.name = "whose", .label = "Written about", .value = given.whose.value_or("")},
                   whose) +
            button("Search notes"));
}

std::string name_of(const FoundNotes& found, offenders::OffenderId who) {
    auto at = std::ranges::find(found.people, who, &offenders::Offender::id);
    return at == found.people.end() ? "" : offenders::name_in_list(*at);
}

Html table_of(const FoundNotes& found, const std::vector<std::string>& wanted) {
    Table table{.caption = "Notes with all of these words, the newest first",
                .columns = {{"Written"}, {"About"}, {"Note"}}};
    for (const auto& note : found.notes) {
        auto path = path_of(Contact{.id = note.contact, .offender = note.offender});
        auto by = fmt::format("{}, {}", note.written_by, kind_in_words(note.kind));
        table.rows.push_back(
            {{link(path, noms::in_words(note.written_on)),
              link(offenders::path_of(note.offender), name_of(found, note.offender)),
              with_sub(marked(around(note.words, wanted), wanted), by)}});
    }
    return page::table(table);
}

/// Turned by POST, as it was asked.
Html turning(const NoteSearch& given, const FoundNotes& found) {
    auto first = std::int64_t(std::max(0, given.first.value_or(0)));
    auto shown = std::int64_t(found.notes.size());
    auto out = paging({.first = first + 1, .shown = shown, .whole = found.whole, .noun = "notes"});
    if (first + shown >= found.whole) return out;
    return out + post_form("/notes",
                           hidden("words", given.words.value_or("")) +
                               hidden("whose", given.whose.value_or("")) +
                               hidden("first", std::to_string(first + shown)) +
                               secondary_button("Next page"));
}

}  // namespace

Page notes_page(const NoteSearch& given,
                const std::vector<Option>& whose,
                const std::optional<FoundNotes>& found,
                const std::vector<FieldError>& errors) {
    Page page("Search notes");
    if (!errors.empty()) page.failed().add(error_summary(errors));
    page.in_menu("/offenders").add(heading(1, "Search notes"));
    page.add(form_of(given, whose, errors));
    if (!found) return page;
    if (found->more_people)
        page.add(
            inset("There are more people than are searched at once: the notes of 2,000 were "
                  "read. Search the notes of one person to be sure."));
    if (found->notes.empty())
        return page.add(empty_state("No such note",
                                    "No note about these people has all of these words.",
                                    "Try fewer words, or the beginning of one."));
    auto wanted = wanted_words(given.words.value_or(""));
    return page.add(table_of(*found, wanted ? *wanted : std::vector<std::string>{}))
        .add(turning(given, *found));
}

}  // namespace noms::supervision
