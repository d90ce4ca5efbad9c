#pragma once

#include <string>
#include <vector>

#include "areas/supervision/supervision.hpp"

/// What pages and the JSON API show: loaded once, for both.
namespace noms::supervision {

/// A contact in words, with everything that was written about it.
struct ContactView {
    Contact contact{};
    std::string kind{};
    std::string officer{};
    std::string outcome{};
    std::vector<Note> notes{};
};
DESCRIBE(ContactView, contact, kind, officer, outcome, notes)

/// What the address of the list may say. `seen` is how many stood on the pages before.
struct ContactQuery {
    std::optional<std::string> kind{};
    std::optional<ContactState> state{};
    std::optional<Date> after_day{};
    std::optional<ContactId> after{};
    std::optional<int> seen{};
};
DESCRIBE(ContactQuery, kind, state, after_day, after, seen)

struct ContactList {
    std::vector<ContactView> contacts{};
    std::int64_t whole = 0;  // that fit the filter
    int seen = 0;
    bool more = false;
};
DESCRIBE(ContactList, contacts, whole, seen, more)

/// A handful of questions, whatever the number of contacts.
std::vector<ContactView> views_of(db::Connection&, std::vector<Contact>);

}  // namespace noms::supervision
