#pragma once

#include <string>
#include <vector>

#include "areas/supervision/supervision.hpp"
#include "kit/page/form.hpp"
#include "kit/page/page.hpp"
#include "kit/web/api.hpp"

/// Searching what was written about people, among those whose notes the reader may see. What is
/// typed may be a name, so it is asked for by POST and kept out of addresses.
namespace noms::supervision {

/// `whose`: "mine" (the reader's cases), "prison" (whoever is on the roll of their prison), the key
/// of an officer (that officer's cases) or of an offender; empty: the first that the reader has.
struct NoteSearch {
    std::optional<std::string> words{};
    std::optional<std::string> whose{};
    std::optional<int> first{};
};
DESCRIBE(NoteSearch, words, whose, first)

/// A note that was found, with the contact it stands under.
struct FoundNote {
    Id<Note> id{};
    ContactId contact{};
    offenders::OffenderId offender{};
    std::string kind{};
    Date on_day{};
    Date written_on{};
    std::string written_by{};
    std::string words{};
};
DESCRIBE(FoundNote, id, contact, offender, kind, on_day, written_on, written_by, words)

/// `people` are those the notes are about, by name.
struct FoundNotes {
    std::vector<FoundNote> notes{};
    std::vector<offenders::Offender> people{};
    std::int64_t whole = 0;    // that have the words, on all pages
    bool more_people = false;  // there are more than are searched at once
};

/// What to look for: lower case, each once. Invalid names the field `words`: none, one of a single
/// letter, or more than five.
Result<std::vector<std::string>> wanted_words(std::string_view typed);
/// So much of a note that the first word found is in view; whole when it is short.
std::string around(const std::string& note, const std::vector<std::string>& wanted);

/// Up to 25 notes in a handful of questions; each person shown is noted as read. Invalid: the
/// words. Not found: whose notes were asked for is not in the reader's scope.
Result<FoundNotes> find_notes(web::Context&, const NoteSearch&);
/// Whose notes the reader may search; one record's, when `given` says so, stands first.
std::vector<page::Option> searched_by(web::Context&, const NoteSearch& given);

page::Page notes_page(const NoteSearch& given,
                      const std::vector<page::Option>& whose,
                      const std::optional<FoundNotes>& found,
                      const std::vector<FieldError>& errors);

void serve_finding(web::Api&);

}  // namespace noms::supervision
