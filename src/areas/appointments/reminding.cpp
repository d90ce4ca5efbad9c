#include <algorithm>
#include <map>

#include "areas/appointments/appointments.hpp"
#include "areas/appointments/letter.hpp"
#include "areas/appointments/store.hpp"

/// Reminders are sent: each is taken up in a transaction, leaves, and what became of it is written
/// in another. A run that is killed in between leaves it taken up.
namespace noms::appointments {
namespace {

using supervision::Contact;

constexpr int at_once = 200;
// After this long nobody is still sending what was taken up: one message has a minute.
constexpr auto cut_off_after = std::chrono::minutes(15);

std::optional<Reminder> reminder_of(db::Connection& db, supervision::ContactId contact) {
    auto found = store::reminders_among(db, std::span(&contact.number, 1));
    return found.empty() ? std::nullopt : std::optional(found.front());
}

/// What is known of an appointment on which a reminder hangs.
struct Candidate {
    Contact contact{};
    Consent consent{};
    std::optional<bool> away{};
    std::optional<Reminder> reminder{};
};

class Run {
public:
    Run(db::Database& database, Date day, Sender& sender, std::string from)
        : database_(database), day_(day), sender_(sender), from_(std::move(from)) {}

    Reminded all() {
        for (offenders::OffenderId after{};;) {
            auto some = database_.read(
                [&](db::Connection& db) { return store::consents_after(db, after, at_once); });
            if (some.empty()) return std::move(done_);
            for (const auto& each : candidates_among(some)) remind(each);
            after = some.back().offender;
        }
    }

private:
    db::Database& database_;
    Date day_;
    Sender& sender_;
    std::string from_;
    Reminded done_{};

    std::vector<Candidate> candidates_among(const std::vector<Consent>& some) {
        return database_.read([&](db::Connection& db) {
            std::map<std::int64_t, Consent> who;
            std::vector<std::int64_t> people, appointments;
            for (const auto& each : some) {
                who[each.offender.number] = each;
                people.push_back(each.offender.number);
            }
            auto found =
                supervision::contacts_between(db,
                                              people,
                                              plus_days(day_, parameter("remind_until_days")),
                                              plus_days(day_, parameter("remind_from_days") + 1));
            std::map<std::int64_t, bool> away;
            for (const auto& each : movements::place_of(db, people, movements::end_of(day_)))
                away[each.offender.number] = each.place != movements::Place::Community;
            for (const auto& each : found) appointments.push_back(each.id.number);
            std::map<std::int64_t, Reminder> known;
            for (auto& each : store::reminders_among(db, appointments))
                known[each.contact.number] = each;
            std::vector<Candidate> out;
            for (const auto& each : found) {
                Candidate one{.contact = each, .consent = who[each.offender.number]};
                if (auto at = away.find(each.offender.number); at != away.end())
                    one.away = at->second;
                if (auto at = known.find(each.id.number); at != known.end())
                    one.reminder = at->second;
                out.push_back(std::move(one));
            }
            return out;
        });
    }

    bool is_due(const Candidate& one) const {
        ReminderFacts facts{.day = day_,
                            .on_day = one.contact.on_day,
                            .appointment = one.contact.state,
                            .setting = one.contact.setting,
                            .consent = one.consent.says,
                            .away = one.away};
        if (one.reminder) {
            facts.state = one.reminder->state;
            facts.tries = one.reminder->tries;
        }
        return reminder_due(facts)->due;
    }

    void remind(Candidate one) {
        if (one.reminder && one.reminder->state == ReminderState::Sending) {
            if (now() - one.reminder->taken_up_at < cut_off_after) return;
            one.reminder = settle(*one.reminder);
        }
        if (!is_due(one)) return;
        auto taken = take_up(one);
        if (!taken) return;
        auto letter = letter_of(one.contact, one.consent, from_, now());
        letter.to = taken->sent_to;
        tell(*taken, sender_.send(letter));
    }

    /// What a run that was cut off had taken up: it left, did not, or nobody can say.
    Reminder settle(const Reminder& taken) {
        auto sent = sender_.has_sent(to_text(taken.contact));
        if (!sent) return tell(taken, {Delivery::NotKnown, "An earlier run was cut off"});
        if (*sent) return tell(taken, {Delivery::Sent, ""});
        return tell(taken, {Delivery::Failed, "An earlier run was cut off before it left"});
    }

    template <class Work>
    auto written(offenders::OffenderId offender, std::string_view kind, Work work) {
        return database_.write([&](db::Connection& db) {
            record::Changes changes(db,
                                    {.id = new_id<record::CommandTag>(),
                                     .actor_name = "reminders",
                                     .day = day_,
                                     .at = now()});
            changes.about({std::string(offenders::subject_kind), offender.number}, kind);
            auto answer = work(changes, db);
            if (answer) changes.finish();
            return answer;
        });
    }

    /// Refused where somebody changed something since it was looked at, or another run has it.
    Result<Reminder> take_up(const Candidate& seen) {
        auto work = [&](record::Changes& changes, db::Connection& db) -> Result<Reminder> {
            Candidate one{.contact = seen.contact, .away = seen.away};
            auto consent = store::consent_of(db, seen.contact.offender);
            auto still = supervision::contacts_among(db, std::span(&seen.contact.id.number, 1));
            one.reminder = reminder_of(db, seen.contact.id);
            if (!consent || still.empty()) return refused("It is no longer there.");
            one.consent = *consent;
            one.contact = still.front();
            if (!is_due(one)) return refused("It is no longer due.");
            Reminder row{.id = one.reminder ? one.reminder->id : new_id<Reminder>(),
                         .contact = one.contact.id,
                         .offender = one.contact.offender,
                         .tries = one.reminder ? one.reminder->tries + 1 : 1,
                         .taken_up_at = now(),
                         .sent_to = consent->email};
            if (one.reminder)
                changes.change(reminders, *one.reminder, row);
            else
                changes.add(reminders, row);
            return row;
        };
        return written(seen.contact.offender, "appointments.reminder_taken_up", work);
    }

    /// Writes what became of it.
    Reminder tell(const Reminder& taken, const Delivered& delivered) {
        auto after = taken;
        after.why = delivered.why;
        const char* kind = "appointments.reminder_failed";
        switch (delivered.is) {
            case Delivery::Sent:
                after.state = ReminderState::Sent;
                kind = "appointments.reminder_sent";
                ++done_.sent;
                break;
            case Delivery::Failed:
                after.state = ReminderState::Failed;
                ++done_.failed;
                break;
            case Delivery::NotKnown:
                after.state = ReminderState::NotKnown;
                ++done_.not_known;
                break;
        }
        if (!delivered.why.empty()) done_.why.push_back(delivered.why);
        auto work = [&](record::Changes& changes, db::Connection&) -> Result<Reminder> {
            changes.change(reminders, taken, after);
            return after;
        };
        return written(taken.offender, kind, work).value();
    }
};

}  // namespace

Reminded remind(db::Database& database, Date day, Sender& sender, const std::string& from) {
    return Run(database, day, sender, from).all();
}

}  // namespace noms::appointments
