#include "areas/supervision/finding.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "areas/supervision/sql.gen.hpp"
#include "kit/base/text.hpp"

namespace noms::supervision {
namespace {

constexpr size_t words_max = 5;
constexpr int notes_a_page = 25;
/// The largest prison's roll and a bit more: their contacts are read through at once.
constexpr int people_max = 2000;
constexpr size_t officers_offered_max = 300;

using Numbers = std::vector<std::int64_t>;

bool has_all(const std::string& note, const std::vector<std::string>& wanted) {
    auto plain = lower(note);
    return std::ranges::all_of(
        wanted, [&](const auto& word) { return plain.find(word) != std::string::npos; });
}

Numbers on_roll(web::Context& context) {
    Numbers out;
    for (const auto& each : movements::roll(context.db,
                                            {context.actor.scope_body},
                                            movements::end_of(context.today),
                                            {},
                                            people_max + 1))
        out.push_back(each.offender.number);
    return out;
}

Numbers cases_of(web::Context& context, record::AccountId account) {
    Numbers out;
    auto cases = management::cases_of(context.db, account, context.today, {}, people_max + 1).get();
    for (const auto& each : cases) out.push_back(each.offender.number);
    return out;
}

/// Officers whom the reader answers for, within a region or an area.
std::vector<management::Officer> officers_under(web::Context& context) {
    const auto& actor = context.actor;
    bool oversees = actor.scope_kind == "region" || actor.scope_kind == "area";
    if (!oversees || !actor.may("management.officers")) return {};
    Numbers areas;
    for (const auto& area : management::areas_of(context))
        areas.push_back(*parse_id_text(area.value));
    auto all = management::officers_among(context.db, areas, context.today);
    if (all.size() > officers_offered_max) all.resize(officers_offered_max);
    return all;
}

Result<Numbers> people_asked(web::Context& context, const std::string& whose) {
    const auto unknown = not_found("There is nobody of that key whose notes you may search.");
    if (whose == "mine") return cases_of(context, context.actor.account);
    if (whose == "prison" && context.actor.scope_kind == "prison") return on_roll(context);
    auto key = parse_id_text(whose);
    if (!key) return unknown;
    if (access::may_see(context.db, context.actor, *key, context.today)) return Numbers{*key};
    auto officer = management::officer_on(context.db, {*key}, context.today);
    if (!officer || !context.actor.may("management.officers") ||
        !management::covers(context.db, context.actor, officer->area, context.today))
        return unknown;
    return cases_of(context, officer->account);
}

std::string first_choice(const web::Actor& actor) {
    return actor.scope_kind == "prison" ? "prison" : "mine";
}

/// The notes that have the words, of one page, and how many there are in all.
void pick(FoundNotes& out,
          db::Connection& db,
          const Numbers& people,
          const std::vector<std::string>& wanted,
          std::int64_t first) {
    if (people.empty()) return;
    for (auto& note : db::all<FoundNote>(db, sql::notes_about, db::json_list(people))) {
        if (!has_all(note.words, wanted)) continue;
        if (out.whole >= first && out.whole < first + notes_a_page)
            out.notes.push_back(std::move(note));
        ++out.whole;
    }
}

Result<page::Page> show_again(web::Context& context,
                              const NoteSearch& given,
                              const std::optional<FoundNotes>& found,
                              const std::vector<FieldError>& errors) {
    return notes_page(given, searched_by(context, given), found, errors);
}

struct NotesQuery {
    std::optional<std::string> offender{};
};
DESCRIBE(NotesQuery, offender)

Result<page::Page> show_notes(web::Context& context) {
    auto query = TRY(context.query<NotesQuery>());
    return show_again(context, {.whose = query.offender}, {}, {});
}

Result<page::Page> answer_notes(web::Context& context, const form::Values& values) {
    auto given = TRY(form::read<NoteSearch>(values));
    auto found = find_notes(context, given);
    if (!found && found.error().fields.empty()) return std::unexpected(found.error());
    if (!found) return show_again(context, given, {}, found.error().fields);
    return show_again(context, given, *found, {});
}

Result<std::vector<FoundNote>> get_notes(web::Context& context, const NoteSearch& given) {
    return TRY(find_notes(context, given)).notes;
}

}  // namespace

Result<std::vector<std::string>> wanted_words(std::string_view typed) {
    constexpr size_t shortest = 2;
    std::vector<std::string> out;
    for (auto& word : split(lower(typed), ' ')) {
        if (word.empty() || std::ranges::find(out, word) != out.end()) continue;
        if (word.size() < shortest)
            return invalid({{"words", "too_short", "Leave out words of one letter"}});
        out.push_back(std::move(word));
    }
    if (out.empty()) return invalid({{"words", "missing", "Enter a word of the note"}});
    if (out.size() > words_max) return invalid({{"words", "too_many", "Enter five words at most"}});
    return out;
}

std::string around(const std::string& note, const std::vector<std::string>& wanted) {
    constexpr size_t whole_up_to = 300, before = 80;
    if (note.size() <= whole_up_to) return note;
    auto plain = lower(note);
    auto at = note.size();
    for (const auto& word : wanted) at = std::min(at, plain.find(word));
    size_t from = at == note.size() || at < before ? 0 : note.rfind(' ', at - before);
    if (from == std::string::npos) from = 0;
    auto until = note.rfind(' ', from + whole_up_to);
    if (note.size() - from <= whole_up_to) until = note.size();
    if (until == std::string::npos || until <= at) until = note.size();
    return (from > 0 ? "…" : "") + note.substr(from, until - from) +
           (until < note.size() ? " …" : "");
}

Result<FoundNotes> find_notes(web::Context& context, const NoteSearch& given) {
    auto wanted = TRY(wanted_words(given.words.value_or("")));
    auto whose = given.whose.value_or("");
    auto people = TRY(people_asked(context, whose.empty() ? first_choice(context.actor) : whose));
    FoundNotes out{.more_people = people.size() > people_max};
    if (out.more_people) people.resize(people_max);
    people = access::unrestricted_among(context.db, context.actor, people, context.today);
    pick(out, context.db, people, wanted, std::max(0, given.first.value_or(0)));
    Numbers about;
    for (const auto& note : out.notes) {
        about.push_back(note.offender.number);
        context.shows(offenders::subject_kind, note.offender.number);
    }
    out.people = offenders::offenders_among(context.db, about);
    return out;
}

std::vector<page::Option> searched_by(web::Context& context, const NoteSearch& given) {
    std::vector<page::Option> out;
    auto key = parse_id_text(given.whose.value_or(""));
    if (key && access::may_see(context.db, context.actor, *key, context.today))
        for (const auto& who : offenders::offenders_among(context.db, std::span(&*key, 1)))
            out.push_back({*given.whose, "Notes about " + offenders::name_in_list(who)});
    if (context.actor.scope_kind == "prison")
        out.push_back({"prison", "Everybody on the roll of your prison"});
    auto self = context.actor.account;
    if (management::officer_on(context.db, self, context.today))
        out.push_back({"mine", "The people whom I manage"});
    Numbers accounts;
    for (const auto& officer : officers_under(context))
        if (officer.account != self) accounts.push_back(officer.account.number);
    for (const auto& account : access::accounts_among(context.db, accounts))
        out.push_back({to_text(account.id), "The cases of " + account.shown_name});
    return out;
}

void serve_finding(web::Api& api) {
    const std::string read = "supervision.read";
    api.page({"/notes", read, "Search what was written: its form"}, &show_notes);
    api.ask({"/notes", read, "Search what was written"}, &answer_notes);
    api.ask<NoteSearch, std::vector<FoundNote>>({"/api/notes", read, "Search what was written"},
                                                &get_notes);
}

}  // namespace noms::supervision
