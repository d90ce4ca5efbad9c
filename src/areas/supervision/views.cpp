#include "areas/supervision/views.hpp"

#include <map>

namespace noms::supervision {

std::vector<ContactView> views_of(db::Connection& db, std::vector<Contact> contacts) {
    std::vector<std::int64_t> ids, officers;
    for (const auto& contact : contacts) {
        ids.push_back(contact.id.number);
        if (contact.officer) officers.push_back(contact.officer->number);
    }
    std::map<std::int64_t, std::string> names;
    for (const auto& account : access::accounts_among(db, officers))
        names[account.id.number] = account.shown_name;
    std::map<std::int64_t, std::vector<Note>> written;
    for (auto& note : notes_among(db, ids)) written[note.contact.number].push_back(std::move(note));
    std::vector<ContactView> views;
    for (auto& contact : contacts) {
        const auto* outcome = contact.outcome ? outcome_of(*contact.outcome) : nullptr;
        views.push_back({.kind = kind_in_words(contact.kind),
                         .officer = contact.officer ? names[contact.officer->number] : "",
                         .outcome = outcome ? outcome->name : contact.outcome.value_or(""),
                         .notes = std::move(written[contact.id.number])});
        views.back().contact = std::move(contact);
    }
    return views;
}

}  // namespace noms::supervision
