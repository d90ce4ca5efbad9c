#include "areas/challenges/challenges.hpp"

#include "areas/challenges/handlers.hpp"
#include "areas/supervision/testing.hpp"

namespace noms::challenges {
namespace {

bool has(const std::string& page, std::string_view words) {
    return page.find(words) != std::string::npos;
}

/// Marcus under an order, managed by Priya, who wrote a note about him; Sonia is her senior.
class Contested : public supervision::Supervised {
protected:
    web::Api api;
    record::AccountId sonia{};
    web::Actor who{};
    supervision::Note note{};

    std::vector<db::Migration> more_migrations() override {
        auto steps = supervision::migrations();
        for (const auto& more : migrations()) steps.push_back(more);
        return steps;
    }
    void SetUp() override {
        Supervised::SetUp();
        if (!database) return;
        serve(api);
        sonia = add_officer("sonia.bell", manchester, management::Grade::SeniorOfficer);
        ASSERT_TRUE(sentence(marcus, management::community_order(), day("2006-01-10")));
        write_note("priya.raman");
        as(priya, "priya.raman");
    }
    void write_note(const std::string& by) {
        set_up([&](record::Changes& changes, db::Connection&) {
            changes.about({"offender", marcus.number}, "test.note");
            supervision::Contact contact{
                .id = new_id<supervision::Contact>(), .offender = marcus, .on_day = today};
            changes.add(supervision::contacts, contact);
            note = {.id = new_id<supervision::Note>(),
                    .contact = contact.id,
                    .written_on = today,
                    .written_by = by,
                    .words = "He was rude to the receptionist"};
            changes.add(supervision::notes, note);
        });
    }
    void as(record::AccountId account, const std::string& name) {
        who = {.account = account,
               .name = name,
               .shown = name,
               .permissions = {"offenders.read",
                               "challenges.read",
                               "challenges.record",
                               "challenges.answer"},
               .scope_kind = "area",
               .scope_body = manchester.id.number,
               .csrf = "csrf"};
    }
    template <class Work>
    auto act(Work work, ChallengeId challenge = {}) {
        return database->write([&](db::Connection& db) {
            auto by = command_by(who.account);
            by.actor_name = who.name;
            record::Changes changes(db, by);
            web::Request request;
            web::Context context{
                .request = request,
                .actor = who,
                .today = today,
                .now = now(),
                .db = db,
                .database = *database,
                .changes = &changes,
                .parts = {{"offender", to_text(marcus)}, {"challenge", to_text(challenge)}}};
            auto answer = work(context);
            if (answer) changes.finish();
            return answer;
        });
    }
    RecordChallenge of_note() {
        return {.about = "note:" + to_text(note.id),
                .words = "I said good morning",
                .received_on = today};
    }
    Result<Challenge> contest(const RecordChallenge& given) {
        return act([&](web::Context& context) { return record_challenge(context, given); });
    }
    Result<Challenge> answer(const Challenge& row, Outcome outcome, std::string reasons) {
        return act(
            [&](web::Context& context) {
                return answer_challenge(context, {.outcome = outcome, .reasons = reasons});
            },
            row.id);
    }
    /// The open tasks that ask for an answer: their last day, and whose they are.
    std::vector<std::pair<std::string, std::optional<record::AccountId>>> asked() {
        return read([&](db::Connection& db) {
            std::vector<std::pair<std::string, std::optional<record::AccountId>>> out;
            for (const auto& task : tasks::open_about(db, std::span(&marcus.number, 1)))
                if (task.kind == "answer_challenge")
                    out.emplace_back(to_text(task.due_on), task.account);
            return out;
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
    std::string page(const std::string& path) {
        auto reply = ask(path);
        EXPECT_EQ(reply.status, 200) << path << reply.body;
        return reply.body;
    }
    std::string path() { return "/offenders/" + to_text(marcus) + "/challenges"; }
    std::string path(const Challenge& row) { return path() + "/" + to_text(row.id); }
};
ON_EVERY_ENGINE(Contested);

using Asked = std::vector<std::pair<std::string, std::optional<record::AccountId>>>;

TEST_P(Contested, ANoteIsAnsweredByTheManagersSuperiorWithinTenWorkingDays) {
    auto row = contest(of_note());
    ASSERT_TRUE(row) << row.error().message;
    EXPECT_EQ(row->entered_by, "priya.raman");
    EXPECT_EQ(asked(), (Asked{{"2006-04-19", sonia}}));
    as(sonia, "sonia.bell");
    auto answered = answer(*row, Outcome::Partly, "The tone is a matter of opinion");
    ASSERT_TRUE(answered) << answered.error().message;
    EXPECT_EQ(answered->answered_by, "sonia.bell");
    EXPECT_EQ(asked(), Asked{});
    EXPECT_EQ(faults(), std::vector<std::string>{});
    EXPECT_TRUE(has(page(path(*row)), "Add to the note"));
    auto again = answer(*row, Outcome::Upheld, "Once more");
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().kind, Error::Kind::Conflict);
}

TEST_P(Contested, ANoteOfTheSuperiorIsAnsweredByTheManager) {
    write_note("sonia.bell");
    ASSERT_TRUE(contest(of_note()));
    EXPECT_EQ(asked(), (Asked{{"2006-04-19", priya}}));
}

TEST_P(Contested, WhoeverMadeTheEntryDoesNotAnswer) {
    auto row = contest(of_note());
    ASSERT_TRUE(row);
    auto own = answer(*row, Outcome::NotUpheld, "I wrote what I saw");
    ASSERT_FALSE(own);
    EXPECT_EQ(own.error().kind, Error::Kind::Refused);
    EXPECT_TRUE(has(page(path(*row)), "You made the entry"));
    EXPECT_FALSE(has(page(path(*row)), "/answer\""));
}

TEST_P(Contested, TheTierOnADayStandsAsItWasThen) {
    auto row = contest({.about = "tier",
                        .on_day = day("2006-03-01"),
                        .words = "I am no danger",
                        .received_on = today});
    ASSERT_TRUE(row) << row.error().message;
    EXPECT_EQ(row->tier_on, day("2006-03-01"));
    EXPECT_TRUE(has(row->contested, "Tier on 1 March 2006")) << row->contested;
    EXPECT_EQ(row->entered_by, "");
}

TEST_P(Contested, NothingElseCanBeContested) {
    auto refused = [&](RecordChallenge given) {
        auto row = contest(given);
        return row || row.error().fields.empty() ? "" : row.error().fields.front().field;
    };
    auto given = of_note();
    given.about = "note:" + to_text(new_id<supervision::Note>());
    EXPECT_EQ(refused(given), "about");
    given.about = "score:ogrs3";  // nobody has assessed him
    EXPECT_EQ(refused(given), "about");
    given = of_note();
    given.words = "  ";
    EXPECT_EQ(refused(given), "words");
    given = of_note();
    given.received_on = plus_days(today, 1);
    EXPECT_EQ(refused(given), "received_on");
    EXPECT_EQ(
        refused(
            {.about = "tier", .on_day = plus_days(today, 1), .words = "No", .received_on = today}),
        "on_day");
    ASSERT_TRUE(contest(of_note()));
    auto twice = contest(of_note());
    ASSERT_FALSE(twice);
    EXPECT_EQ(twice.error().kind, Error::Kind::Conflict);
}

TEST_P(Contested, AnAnswerGivesItsReasons) {
    auto row = contest(of_note());
    ASSERT_TRUE(row);
    as(sonia, "sonia.bell");
    auto silent = answer(*row, Outcome::NotUpheld, " ");
    ASSERT_FALSE(silent);
    EXPECT_EQ(silent.error().fields.front().field, "reasons");
}

TEST_P(Contested, TheAnswerIsDueAlsoWhenManagementEnds) {
    auto row = contest(of_note());
    ASSERT_TRUE(row);
    set_up([&](record::Changes& changes, db::Connection& db) {
        changes.about({"offender", marcus.number}, "test.ended");
        EXPECT_TRUE(management::terminate(changes, db, marcus, today, "It ended"));
    });
    EXPECT_EQ(asked().size(), 1u);
    EXPECT_EQ(faults(), std::vector<std::string>{});
}

TEST_P(Contested, TheListShowsWhatIsLateFirstToThoseWhoseScopeHoldsThePerson) {
    auto old = of_note();
    old.received_on = day("2006-03-01");
    ASSERT_TRUE(contest(old));
    ASSERT_TRUE(contest({.about = "tier", .words = "No", .received_on = today}));
    auto shown = page("/challenges");
    EXPECT_TRUE(has(shown, "2 wait for an answer, 1 late"));
    EXPECT_TRUE(has(shown, "Odell, Marcus"));
    EXPECT_LT(shown.find("Contact note"), shown.find(">Tier<"));
    who.scope_body = merseyside.id.number;
    EXPECT_TRUE(has(page("/challenges"), "Nothing waits for an answer"));
    EXPECT_EQ(ask(path()).status, 404);
}

TEST_P(Contested, ARestrictedRecordIsOnNobodysListButItsReaders) {
    ASSERT_TRUE(contest(of_note()));
    set_up([&](record::Changes& changes, db::Connection&) {
        changes.about({"offender", marcus.number}, "access.restricted");
        changes.add(
            access::restrictions,
            {.id = new_id<access::Restriction>(), .offender = marcus.number, .from_day = today});
    });
    EXPECT_TRUE(has(page("/challenges"), "0 wait for an answer"));
}

TEST_P(Contested, DoctorFindsOneThatNobodyIsAskedAbout) {
    auto row = contest(of_note());
    ASSERT_TRUE(row);
    set_up([&](record::Changes& changes, db::Connection& db) {
        changes.about({"offender", marcus.number}, "test.closed");
        tasks::close_asked(
            changes, db, "challenges/" + to_text(row->id), tasks::TaskState::Done, "By mistake");
    });
    EXPECT_EQ(faults().size(), 1u);
}

}  // namespace
}  // namespace noms::challenges
