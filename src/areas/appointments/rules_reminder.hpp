#pragma once

#include <optional>
#include <string>
#include <vector>

#include "areas/appointments/facts.hpp"
#include "kit/base/result.hpp"
#include "kit/law/law.hpp"

/// Whether somebody is reminded of an appointment, and what the message says. Pure.
namespace noms::appointments {

/// `consent` is empty where nobody asked, `away` (in a prison or anywhere else
/// but the community) where nobody can say, `state` where no
/// reminder was taken up yet.
struct ReminderFacts {
    Date day{};
    Date on_day{};
    supervision::ContactState appointment = supervision::ContactState::Booked;
    supervision::Setting setting = supervision::Setting::Community;
    std::optional<Consents> consent{};
    std::optional<bool> away{};
    std::optional<ReminderState> state{};
    int tries = 0;
};
DESCRIBE(ReminderFacts, day, on_day, appointment, setting, consent, away, state, tries)
struct ReminderRuling {
    bool due = false;
    std::vector<law::Ground> because{};  // why, or why not
};
DESCRIBE(ReminderRuling, due, because)
Result<ReminderRuling> reminder_due(const ReminderFacts&);

/// The subject and the words of the message: that there is an appointment, when, where and whom to
/// ring. A place that would tell why there is one (data/telling_word.csv) is left out.
struct Message {
    std::string subject{};
    std::string words{};
};
Message message_of(const supervision::Contact&, const std::string& ring);
/// Whether a text holds a word that tells of offending.
bool tells(const std::string& text);

/// Whether it can be an address of e-mail: one @, no blanks, and only what stands in one unquoted
/// (RFC 5321, 4.1.2).
bool is_email(std::string_view);

}  // namespace noms::appointments
