#include "areas/appointments/rules_reminder.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "areas/appointments/data.gen.hpp"
#include "areas/appointments/rules.hpp"
#include "kit/base/text.hpp"
#include "kit/base/weekday.hpp"
#include "kit/describe/rows.hpp"

namespace noms::appointments {
namespace {

struct TellingWord {
    std::string word{};
    std::string source{};
};
DESCRIBE(TellingWord, word, source)

/// Why no reminder is sent; empty: one is.
std::string why_not(const ReminderFacts& facts) {
    if (facts.appointment != supervision::ContactState::Booked)
        return "The appointment is not to come";
    if (!facts.consent) return "Nobody asked whether reminders are wanted";
    if (*facts.consent == Consents::No) return "Reminders are not wanted";
    if (facts.setting != supervision::Setting::Community || facts.away == true)
        return "It is not in the community, or the person is not";
    auto days = days_between(facts.day, facts.on_day);
    if (days > parameter("remind_from_days")) return "It is too early";
    if (days < parameter("remind_until_days")) return "It is too late";
    if (facts.state && *facts.state != ReminderState::Failed)
        return "A reminder was sent, or may have been";
    if (facts.state && facts.tries >= parameter("remind_tries")) return "It failed too often";
    return {};
}

}  // namespace

Result<ReminderRuling> reminder_due(const ReminderFacts& facts) {
    auto why = why_not(facts);
    if (!why.empty()) return ReminderRuling{.due = false, .because = {{why, law::own_rule}}};
    return ReminderRuling{
        .due = true,
        .because = {{fmt::format("Reminders are wanted, and are sent {} to {} days before",
                                 parameter("remind_from_days"),
                                 parameter("remind_until_days")),
                     law::own_rule}}};
}

bool tells(const std::string& text) {
    static const auto all = rows::read<TellingWord>(data::telling_word);
    auto small = lower(text);
    return std::ranges::any_of(
        all, [&](const TellingWord& each) { return small.find(each.word) != std::string::npos; });
}

Message message_of(const supervision::Contact& contact, const std::string& ring) {
    auto when = in_full(contact.on_day);
    if (!contact.at_time.empty()) when += " at " + contact.at_time;
    auto place = contact.place.empty() || tells(contact.place) ? "as you were told" : contact.place;
    return {.subject = "Your appointment on " + in_full(contact.on_day),
            .words = fmt::format("You have an appointment.\n\nWhen: {}\nWhere: {}\n\n"
                                 "If you cannot come, ring {}.\nPlease do not answer this "
                                 "message.\n",
                                 when,
                                 place,
                                 ring)};
}

bool is_email(std::string_view text) {
    auto at = text.find('@');
    if (at == std::string_view::npos || at == 0 || at > 64 || text.size() > 254) return false;
    if (text.find('@', at + 1) != std::string_view::npos) return false;
    auto domain = text.substr(at + 1);
    auto dot = domain.find('.');
    if (dot == std::string_view::npos || dot == 0 || domain.ends_with('.')) return false;
    static constexpr std::string_view more = "!#$%&'*+-/=?^_`{|}~.@";
    return std::ranges::all_of(text, [&](char c) {
        bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        return plain || more.find(c) != std::string_view::npos;
    });
}

}  // namespace noms::appointments
