#include "areas/appointments/appointments.hpp"

#include "areas/appointments/handlers.hpp"
#include "areas/appointments/store.hpp"
#include "areas/appointments/views.hpp"
#include "areas/supervision/testing.hpp"

namespace noms::appointments {
namespace {

using supervision::Contact;
using supervision::ContactState;

bool has(const std::string& page, std::string_view words) {
    return page.find(words) != std::string::npos;
}

/// Keeps what it is given; a run that is killed is one that throws here.
struct Box : Sender {
    std::vector<Letter> letters{};
    Delivered answer{};
    std::optional<bool> earlier{};
    bool falls_over = false;
    Delivered send(const Letter& letter) override {
        letters.push_back(letter);
        if (falls_over) throw std::runtime_error("killed");
        return answer;
    }
    std::optional<bool> has_sent(const std::string&) override { return earlier; }
};

/// Marcus under an order of 3 April 2006, managed by Priya; the day is the same, a Monday.
class Appointments : public supervision::Supervised {
protected:
    web::Api api;
    web::Actor who{};
    Box box;

    std::vector<db::Migration> more_migrations() override {
        auto steps = supervision::migrations();
        for (const auto& more : migrations()) steps.push_back(more);
        return steps;
    }
    void SetUp() override {
        Supervised::SetUp();
        if (!database) return;
        serve(api);
        ASSERT_TRUE(sentence(marcus, management::community_order(), day("2006-04-03")));
        who = {.account = priya,
               .name = "priya.raman",
               .shown = "Priya Raman",
               .permissions = {"offenders.read", "appointments.read", "appointments.change"},
               .scope_kind = "area",
               .scope_body = manchester.id.number,
               .csrf = "csrf"};
    }
    void TearDown() override {
        supervision::ask_clashes({});
        Supervised::TearDown();
    }
    Result<Commitment> keep(KeepCommitment given) {
        return on_marcus([&](web::Context& context) { return keep_commitment(context, given); });
    }
    static KeepCommitment work() {
        return {.kind = CommitmentKind::Work,
                .words = "the bakery",
                .weekdays = {Weekday::Monday, Weekday::Tuesday},
                .from_day = day("2006-04-03"),
                .from_time = "09:00",
                .until_time = "13:00",
                .travel_minutes = 30,
                .source = "Marcus"};
    }
    template <class Work>
    auto on_commitment(const Commitment& row, Work what) {
        return command({{"offender", to_text(marcus)}, {"commitment", to_text(row.id)}}, what);
    }
    static PlanSeries weekly() {
        return {.every = Every::Week,
                .first_on = day("2006-04-03"),
                .last_on = day("2006-04-24"),
                .kind = "PAIAOM",
                .at_time = "15:00",
                .place = "12 Hill Street"};
    }
    static BookSeries as_seen(const SeriesPlan& plan) {
        const auto& asked = plan.asked;
        return {.every = asked.every,
                .first_on = asked.first_on,
                .last_on = asked.last_on,
                .kind = asked.kind,
                .setting = asked.setting,
                .at_time = asked.at_time,
                .place = asked.place,
                .officer = asked.officer,
                .seen = plan.seen};
    }
    Result<SeriesPlan> planned_series(const PlanSeries& given) {
        return on_marcus([&](web::Context& context) { return plan_of(context, given); });
    }
    Result<Series> book_all(const BookSeries& given) {
        return on_marcus([&](web::Context& context) { return book_series(context, given); });
    }
    Result<Series> cancel_rest(const Series& row, const CancelSeries& given) {
        return command({{"offender", to_text(marcus)}, {"series", to_text(row.id)}},
                       [&](web::Context& context) { return cancel_series(context, given); });
    }
    /// Easter Monday, 17 April 2006, is booked all the same.
    Series booked_series() {
        auto given = as_seen(planned_series(weekly()).value());
        given.on_clash = OnClash::BookAllTheSame;
        given.despite = "The office is open";
        auto series = book_all(given);
        EXPECT_TRUE(series) << series.error().message;
        return *series;
    }
    std::vector<Contact> all_contacts() {
        return read([&](db::Connection& db) {
            return supervision::contacts_between(
                db, std::span(&marcus.number, 1), day("2006-01-01"), day("2007-01-01"));
        });
    }
    void consent(Consents says) {
        auto said = on_marcus([&](web::Context& context) {
            return set_consent(
                context,
                {.says = says, .email = "marcus@example.com", .ring = "Priya on 0161 496 0000"});
        });
        ASSERT_TRUE(said) << said.error().message;
    }
    Reminded run() { return remind(*database, today, box, "appointments@example.org"); }
    std::vector<ReminderState> states() {
        return read([&](db::Connection& db) {
            std::vector<ReminderState> out;
            for (const auto& each : store::reminders_of(db, marcus, 10)) out.push_back(each.state);
            return out;
        });
    }
    /// As if the run that took it up had been an hour ago.
    void an_hour_later() {
        set_up([&](record::Changes& changes, db::Connection& db) {
            changes.about({"offender", marcus.number}, "test.later");
            auto before = store::reminders_of(db, marcus, 1).front();
            auto after = before;
            after.taken_up_at -= std::chrono::hours(1);
            changes.change(reminders, before, after);
        });
    }
    std::vector<std::string> faults() {
        return read(
            [&](db::Connection& db) { return management::faults_found(db, checks(), today); });
    }
    web::Reply ask(const std::string& path) {
        web::Service service{.api = api,
                             .database = *database,
                             .today = [this] { return today; },
                             .who = [&](const web::Request&) { return std::optional(who); }};
        return web::answer(service, {.method = "GET", .path = path});
    }
    std::string page(const std::string& ending) {
        auto reply = ask("/offenders/" + to_text(marcus) + ending);
        EXPECT_EQ(reply.status, 200) << ending << reply.body;
        return reply.body;
    }
    template <class T>
    static std::string first_fault(const Result<T>& answer) {
        return answer || answer.error().fields.empty() ? "" : answer.error().fields.front().field;
    }
};
ON_EVERY_ENGINE(Appointments);

TEST_P(Appointments, ACommitmentIsKeptChangedAndEnded) {
    auto row = keep(work());
    ASSERT_TRUE(row) << row.error().message;
    EXPECT_EQ(row->weekdays, "Monday,Tuesday");
    auto changed = on_commitment(*row, [&](web::Context& context) {
        return change_commitment(context,
                                 {.version = 1,
                                  .kind = CommitmentKind::Faith,
                                  .from_day = row->from_day,
                                  .source = "His letter"});
    });
    ASSERT_TRUE(changed) << changed.error().message;
    EXPECT_EQ(changed->weekdays, "");
    auto end = [&](int version) {
        return on_commitment(*row, [&](web::Context& context) {
            return end_commitment(context,
                                  {.version = version, .until_day = today, .because = "Over"});
        });
    };
    EXPECT_EQ(end(1).error().kind, Error::Kind::Conflict);
    ASSERT_TRUE(end(2));
    EXPECT_EQ(end(3).error().kind, Error::Kind::Conflict);
    EXPECT_EQ(faults(), std::vector<std::string>{});
    EXPECT_TRUE(has(page("/ahead"), "No commitment is known"));
}

TEST_P(Appointments, ACommitmentThatCannotBeIsRefusedByField) {
    auto without = [&](auto change) {
        auto given = work();
        change(given);
        return first_fault(keep(given));
    };
    EXPECT_EQ(without([](auto& given) { given.until_time = {}; }), "until_time");
    EXPECT_EQ(without([](auto& given) { given.until_time = "08:00"; }), "until_time");
    EXPECT_EQ(without([](auto& given) { given.from_time = "nine"; }), "from_time");
    EXPECT_EQ(without([](auto& given) { given.until_day = given.from_day; }), "until_day");
    EXPECT_EQ(without([](auto& given) { given.travel_minutes = -1; }), "travel_minutes");
    EXPECT_EQ(without([](auto& given) { given.source = " "; }), "source");
}

TEST_P(Appointments, ASingleOneThatClashesWantsAReason) {
    ASSERT_TRUE(keep(work()));
    auto book = [&](std::optional<std::string> despite) {
        return on_marcus([&](web::Context& context) {
            return supervision::book(context,
                                     {.kind = "PAIAOM",
                                      .on_day = today,
                                      .at_time = "08:45",
                                      .place = "12 Hill Street",
                                      .despite = despite});
        });
    };
    auto refused = book({});
    EXPECT_EQ(first_fault(refused), "despite");
    EXPECT_TRUE(has(refused.error().fields.front().words, "the bakery"));
    auto booked = book("His shift was changed for once");
    ASSERT_TRUE(booked) << booked.error().message;
    auto notes = read([&](db::Connection& db) {
        return supervision::notes_among(db, std::span(&booked->id.number, 1));
    });
    ASSERT_EQ(notes.size(), 1u);
    EXPECT_TRUE(has(notes[0].words, "His shift was changed for once"));
    EXPECT_TRUE(has(notes[0].words, "the bakery"));
}

TEST_P(Appointments, ASeriesIsSeenBeforeItIsBooked) {
    auto plan = planned_series(weekly());
    ASSERT_TRUE(plan) << plan.error().message;
    EXPECT_EQ(plan->days.size(), 4u);
    EXPECT_EQ(plan->clashing, 1);
    EXPECT_EQ(plan->days[2].clashes.at(0).words, "bank holiday: Easter Monday");
    EXPECT_TRUE(all_contacts().empty());
    auto given = as_seen(*plan);
    EXPECT_EQ(first_fault(book_all(given)), "on_clash");
    given.on_clash = OnClash::BookAllTheSame;
    EXPECT_EQ(first_fault(book_all(given)), "despite");
    given.despite = "The office is open";
    auto series = book_all(given);
    ASSERT_TRUE(series) << series.error().message;
    EXPECT_EQ(series->booked, 4);
    EXPECT_EQ(all_contacts().size(), 4u);
    EXPECT_EQ(faults(), std::vector<std::string>{});
    auto again = book_all(given);
    ASSERT_FALSE(again) << "by now they clash with themselves";
    EXPECT_EQ(again.error().kind, Error::Kind::Conflict);
    EXPECT_EQ(all_contacts().size(), 4u);
}

TEST_P(Appointments, DaysThatClashCanBeLeftOut) {
    auto given = as_seen(planned_series(weekly()).value());
    given.on_clash = OnClash::LeaveOut;
    auto series = book_all(given);
    ASSERT_TRUE(series) << series.error().message;
    EXPECT_EQ(series->booked, 3);
    EXPECT_EQ(faults(), std::vector<std::string>{});
}

TEST_P(Appointments, ASeriesNamesWhatItRunsAgainst) {
    ASSERT_TRUE(keep(work()));
    auto olive = add_offender(manchester);
    auto other = command({{"offender", to_text(olive)}}, [&](web::Context& context) {
        return supervision::book(context,
                                 {.kind = "PAIAOM",
                                  .on_day = day("2006-04-10"),
                                  .at_time = "08:45",
                                  .place = "12 Hill Street",
                                  .officer = "priya.raman"});
    });
    ASSERT_TRUE(other) << other.error().message;
    auto asked = weekly();
    asked.at_time = "08:45";
    auto plan = planned_series(asked);
    ASSERT_TRUE(plan) << plan.error().message;
    std::vector<size_t> counts;
    for (const auto& each : plan->days) counts.push_back(each.clashes.size());
    EXPECT_EQ(counts, (std::vector<size_t>{1, 2, 2, 1}));
    EXPECT_EQ(plan->days[1].clashes[1].with, ClashWith::OfficersAppointment);
    asked.last_on = day("2007-12-31");
    EXPECT_EQ(first_fault(planned_series(asked)), "last_on");
    asked = weekly();
    asked.officer = "nobody.there";
    EXPECT_EQ(first_fault(planned_series(asked)), "officer");
}

TEST_P(Appointments, TheRestOfASeriesIsCancelledInOneGo) {
    auto series = booked_series();
    today = day("2006-04-12");
    EXPECT_EQ(first_fault(cancel_rest(series, {.version = 1, .because = " "})), "because");
    auto cancelled = cancel_rest(series, {.version = 1, .because = "He moves to Leeds"});
    ASSERT_TRUE(cancelled) << cancelled.error().message;
    std::vector<ContactState> found;
    for (const auto& each : all_contacts()) found.push_back(each.state);
    EXPECT_EQ(found,
              (std::vector{ContactState::Booked,
                           ContactState::Booked,
                           ContactState::Cancelled,
                           ContactState::Cancelled}));
    EXPECT_EQ(cancel_rest(*cancelled, {.version = 2, .because = "Again"}).error().kind,
              Error::Kind::Conflict);
    EXPECT_TRUE(has(page("/ahead"), "He moves to Leeds"));
    EXPECT_EQ(faults(), std::vector<std::string>{});
}

TEST_P(Appointments, TheWeeksAheadSayWhatIsMissingAndWhy) {
    auto shown = page("/ahead");
    EXPECT_TRUE(has(shown, "Too little is booked: 9 appointments missing."));
    EXPECT_TRUE(has(shown, "The tier is not known"));
    booked_series();
    shown = page("/ahead");
    EXPECT_TRUE(has(shown, "Too little is booked: 5 appointments missing."));
    EXPECT_TRUE(has(shown, "bank holiday: Easter Monday"));
    EXPECT_TRUE(has(shown, "Every week from 3 April 2006 to 24 April 2006 at 15:00"));
    auto json = ask("/api/offenders/" + to_text(marcus) + "/ahead");
    EXPECT_EQ(json.status, 200);
    EXPECT_TRUE(has(json.body, "\"missing\":5")) << json.body;
}

TEST_P(Appointments, AMissedDayStandsThereUntilItsOutcomeIsRecorded) {
    booked_series();
    today = day("2006-04-05");
    EXPECT_TRUE(has(page("/ahead"), "No outcome yet"));
    EXPECT_TRUE(has(page("/ahead"), "Once the outcomes are recorded"));
    ASSERT_TRUE(outcome(all_contacts().front(), "UA"));
    EXPECT_TRUE(has(page("/ahead"), "1 missing"));
}

TEST_P(Appointments, WhoIsInPrisonIsAskedNothingOutside) {
    receive();
    EXPECT_TRUE(has(page("/ahead"), "In prison: the standards for the community do not run."));
}

TEST_P(Appointments, ThePageOfTheWeeksAheadAsksAtMostTwelveQuestions) {
    ASSERT_TRUE(keep(work()));
    booked_series();
    auto asked = database->stats().statements;
    page("/ahead");
    EXPECT_LE(database->stats().statements - asked, 12);
}

TEST_P(Appointments, TheCasesOfAnOfficerAreListedByWhatIsMissing) {
    booked_series();
    auto other = add_offender(manchester);
    ASSERT_TRUE(sentence(other, management::community_order(), day("2006-04-03")));
    auto asked = database->stats().statements;
    auto reply = ask("/ahead");
    EXPECT_LE(database->stats().statements - asked, 12);
    ASSERT_EQ(reply.status, 200) << reply.body;
    EXPECT_TRUE(has(reply.body, "Too little is booked for 2 of 2 cases."));
    EXPECT_LT(reply.body.find("9 missing"), reply.body.find("5 missing"));
    set_up([&](record::Changes& changes, db::Connection&) {
        changes.about({"offender", other.number}, "access.restricted");
        changes.add(
            access::restrictions,
            {.id = new_id<access::Restriction>(), .offender = other.number, .from_day = today});
    });
    EXPECT_TRUE(has(ask("/ahead").body, "Too little is booked for 1 of 1 case."));
    who.account = add_account("nobody.yet");
    EXPECT_TRUE(has(ask("/ahead").body, "No case to show"));
}

TEST_P(Appointments, OthersReadNothingOfIt) {
    who.scope_body = merseyside.id.number;
    EXPECT_EQ(ask("/offenders/" + to_text(marcus) + "/ahead").status, 404);
    EXPECT_EQ(ask("/offenders/" + to_text(marcus) + "/reminders").status, 404);
    who.permissions = {"offenders.read"};
    EXPECT_EQ(ask("/offenders/" + to_text(marcus) + "/ahead").status, 403);
}

TEST_P(Appointments, OnlyWhoSaidYesIsReminded) {
    booked(day("2006-04-05"));
    EXPECT_EQ(run().sent, 0) << "nobody asked";
    EXPECT_TRUE(has(page("/reminders"), "Nobody asked yet"));
    consent(Consents::No);
    EXPECT_EQ(run().sent, 0);
    consent(Consents::Yes);
    EXPECT_EQ(run().sent, 1);
    ASSERT_EQ(box.letters.size(), 1u);
    EXPECT_EQ(box.letters[0].to, "marcus@example.com");
    auto shown = page("/reminders");
    EXPECT_TRUE(has(shown, "Sent"));
    EXPECT_TRUE(has(shown, "marcus@example.com"));
    consent(Consents::No);
    EXPECT_EQ(read([&](db::Connection& db) { return store::consent_of(db, marcus)->email; }), "");
    EXPECT_EQ(faults(), std::vector<std::string>{});
}

TEST_P(Appointments, AReminderIsNeverSentTwice) {
    booked(day("2006-04-05"));
    consent(Consents::Yes);
    EXPECT_EQ(run().sent, 1);
    EXPECT_EQ(run().sent, 0);
    today = day("2006-04-04");
    EXPECT_EQ(run().sent, 0);
    EXPECT_EQ(box.letters.size(), 1u);
}

TEST_P(Appointments, AReminderThatFailedIsTriedThreeTimes) {
    booked(day("2006-04-05"));
    consent(Consents::Yes);
    box.answer = {Delivery::Failed, "The server said no"};
    for (int i = 0; i < 3; ++i) EXPECT_EQ(run().failed, 1);
    EXPECT_EQ(run().failed, 0);
    EXPECT_EQ(states(), (std::vector{ReminderState::Failed}));
    EXPECT_TRUE(has(page("/reminders"), "The server said no"));
    EXPECT_EQ(faults(), std::vector<std::string>{});
}

TEST_P(Appointments, AReminderThatGotNoAnswerIsNotTriedAgain) {
    booked(day("2006-04-05"));
    consent(Consents::Yes);
    box.answer = {Delivery::NotKnown, "No answer"};
    EXPECT_EQ(run().not_known, 1);
    EXPECT_EQ(run().not_known, 0);
    EXPECT_EQ(box.letters.size(), 1u);
}

TEST_P(Appointments, ARunThatIsKilledDoublesNothing) {
    booked(day("2006-04-05"));
    consent(Consents::Yes);
    box.falls_over = true;
    EXPECT_THROW(run(), std::runtime_error);
    box.falls_over = false;
    EXPECT_EQ(states(), (std::vector{ReminderState::Sending}));
    EXPECT_EQ(run().sent, 0) << "another run may still be at it";
    an_hour_later();
    EXPECT_EQ(run().not_known, 1) << "a server of mail cannot be asked";
    EXPECT_EQ(run().sent, 0);
    EXPECT_EQ(box.letters.size(), 1u);
}

TEST_P(Appointments, ARunThatIsKilledBeforeAFileWasWrittenIsMadeGood) {
    booked(day("2006-04-05"));
    consent(Consents::Yes);
    box.falls_over = true;
    EXPECT_THROW(run(), std::runtime_error);
    box.falls_over = false;
    box.earlier = false;
    an_hour_later();
    EXPECT_EQ(run().sent, 1);
    EXPECT_EQ(states(), (std::vector{ReminderState::Sent}));
}

TEST_P(Appointments, ConsentWantsAnAddressAndWordsThatTellNothing) {
    auto fault = [&](const char* email, const char* ring) {
        return first_fault(on_marcus([&](web::Context& context) {
            return set_consent(context, {.says = Consents::Yes, .email = email, .ring = ring});
        }));
    };
    EXPECT_EQ(fault("marcus", "Priya on 0161 496 0000"), "email");
    EXPECT_EQ(fault("marcus@example.com", ""), "ring");
    EXPECT_EQ(fault("marcus@example.com", "your probation officer"), "ring");
}

TEST_P(Appointments, DoctorFindsASeriesThatLacksAnAppointment) {
    auto series = booked_series();
    set_up([&](record::Changes& changes, db::Connection& db) {
        changes.about({"offender", marcus.number}, "test.lost");
        changes.remove(in_series, store::in_series_of(db, series.id).front());
    });
    EXPECT_EQ(faults().size(), 1u);
}

}  // namespace
}  // namespace noms::appointments
