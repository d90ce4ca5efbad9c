#include "areas/supervision/pages.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "areas/supervision/rules.hpp"
#include "kit/base/text.hpp"
#include "kit/page/content.hpp"
#include "kit/page/table.hpp"

namespace noms::supervision {

using namespace page;

namespace {

std::string when_of(const Contact& contact) {
    return in_short(contact.on_day) + (contact.at_time.empty() ? "" : " " + contact.at_time);
}

Html state_of(const ContactView& view) {
    const auto& contact = view.contact;
    if (contact.state == ContactState::Cancelled) return tag("Cancelled", Colour::Grey);
    if (contact.state == ContactState::Booked) return tag("To come", Colour::Blue);
    const auto* outcome = contact.outcome ? outcome_of(*contact.outcome) : nullptr;
    if (!outcome) return {};
    switch (outcome->compliance) {
        case Compliance::Unacceptable: return tag(view.outcome, Colour::Red);
        case Compliance::Pending: return tag(view.outcome, Colour::Yellow);
        default: return text(view.outcome);
    }
}

/// What was written, each followed by what was added to it: nothing is ever taken away.
Html notes_of(const std::vector<Note>& notes) {
    std::vector<Cell> lines;
    for (const auto& note : notes) {
        auto by = fmt::format("{} by {}, {}",
                              note.amends ? "Added" : "Written",
                              note.written_by,
                              noms::in_words(note.written_on));
        lines.push_back(with_sub(note.words, by));
    }
    if (lines.empty()) return empty_state("Nothing is written about it", "A note can be added.");
    return bullets(lines);
}

std::string first_words(const std::vector<Note>& notes) {
    constexpr size_t enough = 120;
    if (notes.empty()) return "";
    const auto& words = notes.front().words;
    if (words.size() <= enough) return words;
    auto end = words.rfind(' ', enough);
    return words.substr(0, end == std::string::npos ? words.size() : end) + " …";
}

std::string next_path(const std::string& path, const ContactList& list, const ContactQuery& query) {
    if (!list.more) return "";
    const auto& last = list.contacts.back().contact;
    return fmt::format("{}?kind={}&state={}&after_day={}&after={}&seen={}",
                       path,
                       form::encoded(query.kind.value_or("")),
                       query.state ? std::string(describe::choice_text(*query.state)) : "",
                       to_text(last.on_day),
                       to_text(last.id),
                       list.seen + int(list.contacts.size()));
}

Html filter_of(const std::string& path, const ContactQuery& query) {
    auto kinds = kind_options();
    kinds.insert(kinds.begin(), {"", "Any kind"});
    auto state = query.state ? std::string(describe::choice_text(*query.state)) : "";
    return filter_form(
        path,
        select({.name = "kind", .label = "Kind", .value = query.kind.value_or("")}, kinds) +
            select({.name = "state", .label = "State", .value = state},
                   {{"", "All"},
                    {"Booked", "To come"},
                    {"Done", "Over"},
                    {"Cancelled", "Cancelled"}}));
}

Html rows_of(const ContactList& list) {
    if (list.contacts.empty())
        return empty_state("No contact is recorded",
                           "Nothing passed between the service and this person that fits.");
    Table table{.caption = "Contacts and appointments, the newest first",
                .columns = {{"When"}, {"What"}, {"Where"}, {"With"}, {"Outcome"}}};
    for (const auto& view : list.contacts) {
        const auto& contact = view.contact;
        table.rows.push_back({{link(path_of(contact), when_of(contact)),
                               with_sub(view.kind, first_words(view.notes)),
                               contact.place,
                               view.officer,
                               state_of(view)}});
    }
    return page::table(table);
}

Html note_form(const ContactView& view,
               const form::Values& values,
               const std::vector<FieldError>& errors) {
    Looks looks;
    looks["words"].label = "Note";
    looks["words"].long_text = true;
    looks["amends"].label = "Adds to";
    looks["amends"].options = {{"", "Nothing written before"}};
    for (const auto& note : view.notes)
        looks["amends"].options.push_back(
            {to_text(note.id), noms::in_words(note.written_on) + ", " + note.written_by});
    return section(
        "Add a note",
        post_form(path_of(view.contact) + "/notes",
                  form_fields<AddNote>(values, errors, looks) + secondary_button("Save note")),
        "note");
}

Html outcome_form(const Contact& contact,
                  const form::Values& values,
                  const std::vector<FieldError>& errors) {
    Looks looks;
    looks["outcome"].options = outcome_options();
    looks["words"].label = "Note";
    looks["words"].long_text = true;
    return section(
        "Outcome",
        post_form(path_of(contact) + "/outcome",
                  form_fields<RecordOutcome>(values, errors, looks) + button("Save outcome")),
        "outcome");
}

}  // namespace

std::string path_of(const Contact& contact) {
    return offenders::path_of(contact.offender) + "/contacts/" + to_text(contact.id);
}

std::vector<Option> kind_options() {
    std::vector<Option> options;
    for (const auto& kind : contact_kinds())
        options.push_back({kind.code, fmt::format("{} ({})", kind.name, kind.code)});
    std::ranges::sort(options, {}, &Option::label);
    return options;
}

std::vector<Option> outcome_options() {
    std::vector<Option> options;
    for (const auto& outcome : outcomes())
        options.push_back({outcome.code, fmt::format("{} ({})", outcome.name, outcome.code)});
    std::ranges::sort(options, {}, &Option::label);
    return options;
}

Page contacts_page(Page page,
                   offenders::OffenderId offender,
                   const ContactList& list,
                   const ContactQuery& query,
                   bool may_record) {
    auto path = offenders::path_of(offender);
    auto find = link("/notes?offender=" + to_text(offender), "Search these notes");
    page.add(may_record ? button_group(button_link(path + "/appointments", "Book an appointment") +
                                       link(path + "/contacts/add", "Record a contact") + find)
                        : paragraph(find));
    page.add(filter_of(path + "/contacts", query));
    page.add(section("Contacts and appointments", rows_of(list), "contacts"));
    return page.add(paging({.first = list.seen + 1,
                            .shown = std::int64_t(list.contacts.size()),
                            .whole = list.whole,
                            .noun = "contacts",
                            .next_path = next_path(path + "/contacts", list, query)}));
}

Page contact_page(Page page,
                  const ContactView& view,
                  Date today,
                  bool may_record,
                  const form::Values& values,
                  const std::vector<FieldError>& errors) {
    const auto& contact = view.contact;
    if (!errors.empty()) page.failed().add(error_summary(errors));
    page.add(back_link(offenders::path_of(contact.offender) + "/contacts", "Back to contacts"));
    page.add(facts({{"When", when_of(contact)},
                    {"Where", contact.place.empty() ? std::string("Not stated") : contact.place},
                    {"With", view.officer.empty() ? std::string("Nobody named") : view.officer},
                    {"Recorded by", contact.recorded_by},
                    {"Outcome", state_of(view)}}));
    page.add(section("Notes", notes_of(view.notes), "notes"));
    if (!may_record) return page;
    if (may_record_outcome(contact, today)) page.add(outcome_form(contact, values, errors));
    page.add(note_form(view, values, errors));
    if (contact.state != ContactState::Booked) return page;
    Looks looks;
    looks["words"].label = "Why";
    return page.add(section("Cancel",
                            post_form(path_of(contact) + "/cancel",
                                      form_fields<CancelAppointment>({}, {}, looks) +
                                          warning_button("Cancel the appointment")),
                            "cancel"));
}

}  // namespace noms::supervision
