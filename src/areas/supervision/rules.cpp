#include "areas/supervision/rules.hpp"

#include <algorithm>

namespace noms::supervision {

bool is_time(std::string_view text) {
    if (text.empty()) return true;
    auto digit = [&](size_t at) { return text[at] >= '0' && text[at] <= '9'; };
    if (text.size() != 5 || text[2] != ':') return false;
    if (!digit(0) || !digit(1) || !digit(3) || !digit(4)) return false;
    return text.substr(0, 2) < "24" && text.substr(3) < "60";
}

Result<void> may_record_outcome(const Contact& contact, Date today) {
    if (contact.state == ContactState::Cancelled)
        return refused("The appointment was cancelled: it has no outcome.");
    if (!contact.booked_on) return refused("This was no appointment: it has no outcome.");
    if (today < contact.on_day)
        return refused("The appointment is on " + noms::in_words(contact.on_day) +
                       ": it has no outcome before.");
    if (!contact.outcome) return {};
    const auto* outcome = outcome_of(*contact.outcome);
    if (outcome && outcome->compliance == Compliance::Pending) return {};
    return refused("The outcome is recorded already. Add a note to say more.");
}

Contact with_outcome(Contact contact, const Outcome& outcome, Date today, const std::string& by) {
    contact.state = ContactState::Done;
    contact.outcome = outcome.code;
    contact.outcome_on = today;
    contact.outcome_by = by;
    return contact;
}

bool can_be_kept_outside(const Contact& contact) {
    return contact.setting != Setting::Custody;
}

bool is_counted(std::string_view code) {
    auto kind = std::ranges::find(contact_kinds(), code, &ContactKind::code);
    return kind != contact_kinds().end() && kind->counts;
}

bool counts_as_kept(const Contact& contact) {
    if (contact.state != ContactState::Done || !is_counted(contact.kind)) return false;
    const auto* outcome = contact.outcome ? outcome_of(*contact.outcome) : nullptr;
    return !contact.booked_on || (outcome && outcome->compliance == Compliance::Complied);
}

}  // namespace noms::supervision
