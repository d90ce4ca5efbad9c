#include "areas/sentences/sentences.hpp"

#include <algorithm>

#include <gtest/gtest.h>

#include "areas/access/access.hpp"
#include "areas/sentences/fines.hpp"
#include "areas/sentences/handlers.hpp"
#include "areas/sentences/intermittent.hpp"
#include "areas/sentences/passing.hpp"
#include "areas/sentences/views.hpp"
#include "kit/base/testing.hpp"
#include "kit/db/testing.hpp"
#include "kit/record/compare.hpp"

namespace noms::sentences {
namespace {

const Date today = day("2006-04-03");

std::vector<db::Migration> all_migrations() {
    auto steps = record::migrations();
    for (const auto& more :
         {organisation::migrations(), access::migrations(), offenders::migrations(), migrations()})
        steps.insert(steps.end(), more.begin(), more.end());
    return steps;
}

class Court : public db::testing::OnEveryEngine {
protected:
    offenders::OffenderId who{};
    Appearance at{};

    template <class Work>
    auto write(Work&& work) {
        return database->write([&](db::Connection& db) {
            record::Changes changes(db,
                                    {.id = new_id<record::CommandTag>(),
                                     .actor_name = "test",
                                     .day = today,
                                     .at = now()});
            auto done = work(changes, db);
            if (done) changes.finish();
            return done;
        });
    }
    offenders::OffenderId person(const std::string& surname) {
        offenders::OffenderId id = new_id<offenders::OffenderTag>();
        auto done = write([&](record::Changes& changes, db::Connection&) -> Result<int> {
            changes.about({"offender", id.number}, "test.added");
            changes.add(offenders::offenders,
                        offenders::Offender{.id = id,
                                            .surname = surname,
                                            .sort_key = surname,
                                            .birth_date = day("1970-05-06")});
            changes.add(offenders::names,
                        offenders::Name{
                            .id = new_id<offenders::Name>(), .offender = id, .surname = surname});
            return 0;
        });
        EXPECT_TRUE(done);
        return id;
    }
    Appearance hearing(record::Changes& changes, offenders::OffenderId of) {
        Appearance made{.id = new_id<Appearance>(),
                        .offender = of,
                        .court_words = "Leeds Crown Court",
                        .heard_on = day("2006-04-03")};
        changes.about({"offender", of.number}, "test.heard");
        changes.add(appearances, made);
        changes.add(offences,
                    Offence{.id = new_id<Offence>(),
                            .offender = of,
                            .appearance = made.id,
                            .words = "Burglary in a dwelling",
                            .committed_on = day("2005-11-20")});
        return made;
    }
    void SetUp() override {
        OnEveryEngine::SetUp();
        if (IsSkipped()) return;
        ASSERT_TRUE(db::migrate(*database, all_migrations()));
        who = person("Marsh");
        ASSERT_TRUE(write([&](record::Changes& changes, db::Connection&) -> Result<int> {
            at = hearing(changes, who);
            return 0;
        }));
    }
    Result<Sentence> passed(const PassSentence& given) {
        return write([&](record::Changes& changes, db::Connection& db) {
            changes.about({"offender", who.number}, "test.passed");
            return pass(changes, db, at, given, "test");
        });
    }
    /// A command on a sentence, given on a day.
    template <class Work>
    auto command(const Sentence& sentence, Date on, Work&& work) {
        return write([&](record::Changes& changes, db::Connection& db) {
            web::Request request;
            web::Actor actor{.name = "tester", .scope_kind = "national"};
            std::map<std::string, std::string, std::less<>> parts{
                {"offender", to_text(who)}, {"sentence", to_text(sentence.id)}};
            web::Context context{.request = request,
                                 .actor = actor,
                                 .today = on,
                                 .now = now(),
                                 .db = db,
                                 .database = *database,
                                 .changes = &changes,
                                 .parts = parts};
            return work(context);
        });
    }
    Standing standing_on(std::string_view iso) {
        return database->read([&](db::Connection& db) {
            return under_sentence_among(db, std::span(&who.number, 1), day(iso)).at(0).standing;
        });
    }
};
ON_EVERY_ENGINE(Court);

const PassSentence two_years{.disposal = "IMP12", .purposes = {Purpose::Punish}, .years = 2};

TEST_P(Court, PassesASentenceThatRunsUntilItsTermEnds) {
    EXPECT_EQ(standing_on("2006-04-03").under_sentence, Answer::No);
    auto sentence = passed(two_years);
    ASSERT_TRUE(sentence) << sentence.error().message;
    EXPECT_EQ(sentence->term, Term::Fixed);
    EXPECT_TRUE(standing_on("2008-04-02").managed);
    EXPECT_FALSE(standing_on("2008-04-03").managed);
}

TEST_P(Court, WritesNothingOfASentenceThatTheLawDoesNotKnow) {
    auto given = two_years;
    given.disposal = "CUSTPLUS";
    EXPECT_EQ(passed(given).error().fields.at(0).field, "disposal");
    given = two_years;
    given.months = -3;
    EXPECT_EQ(passed(given).error().fields.at(0).code, "below_nought");
    EXPECT_EQ(standing_on("2006-04-03").under_sentence, Answer::No);
}

TEST_P(Court, FollowsOnlyASentenceOfTheSamePerson) {
    auto first = passed(two_years).value();
    auto second = two_years;
    second.consecutive_to = first.id;
    ASSERT_TRUE(passed(second));
    EXPECT_EQ(*standing_on("2006-05-01").ends->until, day("2010-04-03"));
    second.consecutive_to = Id<Sentence>{42};
    EXPECT_EQ(passed(second).error().fields.at(0).field, "consecutive_to");
}

TEST_P(Court, EndsASentenceOnceAndNotBeforeItBegan) {
    auto sentence = passed(two_years).value();
    auto end_on = [&](const Sentence& which, std::string_view iso) {
        return write([&](record::Changes& changes, db::Connection&) {
            changes.about({"offender", who.number}, "test.ended");
            return end(changes, which, {day(iso), EndReason::Quashed}, today);
        });
    };
    EXPECT_FALSE(end_on(sentence, "2006-04-02"));
    EXPECT_FALSE(end_on(sentence, "2006-04-04"));
    auto ended = end_on(sentence, "2006-04-03");
    ASSERT_TRUE(ended);
    EXPECT_EQ(end_on(*ended, "2006-04-03").error().kind, Error::Kind::Conflict);
    EXPECT_EQ(standing_on("2006-04-03").under_sentence, Answer::No);
}

TEST_P(Court, KeepsRequirementsAndCompensationWithTheirPurposes) {
    ASSERT_TRUE(passed({.disposal = "CO",
                        .purposes = {Purpose::ReduceReoffending},
                        .months = 12,
                        .requirement = "REQ_UPW",
                        .requirement_amount = 100}));
    ASSERT_TRUE(passed({.disposal = "COMP", .purposes = {Purpose::Repair}, .amount = "250.50"}));
    auto view = database->read([&](db::Connection& db) { return sentences_view(db, who, today); });
    ASSERT_EQ(view.appearances.size(), 1u);
    const auto& both = view.appearances[0].sentences;
    ASSERT_EQ(both.size(), 2u);
    EXPECT_EQ(both[0].requirements.at(0).name, "Unpaid work requirement");
    EXPECT_EQ(both[0].requirements.at(0).purposes.size(), 2u);
    EXPECT_EQ(both[1].compensation.at(0).pence, 25050);
}

TEST_P(Court, LeavesTheDoctorNothingToFindAndIsToldByItsEvents) {
    ASSERT_TRUE(passed(two_years));
    database->with_reader([&](db::Connection& db) {
        for (const auto& check : checks())
            for (const auto& fault : check.faults(db, today)) ADD_FAILURE() << fault.words;
    });
    record::seal(*database);
    auto copy = db::testing::fresh(GetParam());
    ASSERT_TRUE(db::migrate(*copy, all_migrations()));
    ASSERT_TRUE(record::replay(*database, *copy));
    for (const auto& table : record::compare(*database, *copy))
        EXPECT_EQ(table.differing, 0) << table.table;
}

TEST_P(Court, IsFoundFaultWithByTheDoctor) {
    auto sentence = passed(two_years).value();
    ASSERT_TRUE(write([&](record::Changes& changes, db::Connection&) -> Result<int> {
        changes.about({"offender", who.number}, "test.broken");
        auto broken = sentence;
        broken.consecutive_to = sentence.id;
        broken.disposal = "NO_SUCH";
        broken.punishes = false;
        changes.change(sentences, sentence, broken);
        return 0;
    }));
    size_t faults = 0;
    database->with_reader([&](db::Connection& db) {
        for (const auto& check : checks()) {
            auto found = record::examine(db, check, today);
            EXPECT_EQ(found.rows, 1) << found.name;
            faults += size_t(found.faults);
        }
    });
    EXPECT_EQ(faults, 3u);
}

TEST_P(Court, RecordsTheMarksOfAnOffenceThatSomebodyLookedUp) {
    auto sentence = passed(two_years).value();
    const auto looked_up = day("2024-10-01");
    auto record = [&](const std::vector<std::string>& marks) {
        return command(sentence, looked_up, [&](web::Context& context) {
            return record_marks(context, {marks});
        });
    };
    auto found = [&] {
        return database->read(
            [&](db::Connection& db) { return marks_of(offence_in(db, sentence)); });
    };
    EXPECT_FALSE(found()) << "nobody has looked";
    EXPECT_EQ(record({}).error().fields.at(0).code, "missing");
    EXPECT_EQ(record({"NONE", "SEXUAL"}).error().fields.at(0).code, "contradicts");
    EXPECT_EQ(record({"SEXUAL_T3"}).error().fields.at(0).code, "unknown_code") << "not law yet";
    ASSERT_TRUE(record({"SEXUAL", "VIOLENT"}));
    EXPECT_EQ(found(), (Marks{looked_up, {"SEXUAL", "VIOLENT"}}));
    ASSERT_TRUE(record({"NONE"}));
    EXPECT_EQ(found(), Marks{looked_up});
}

TEST_P(Court, IsPaidByInstalmentsAndTakesStepsOnlyWhenTheyAreBehind) {
    auto fine =
        passed({.disposal = "FINE", .purposes = {Purpose::Punish}, .amount = "100"}).value();
    auto later = day("2006-05-02");
    auto set = [&](Date on, const SetFineTerms& given) {
        return command(
            fine, on, [&](web::Context& context) { return set_fine_terms(context, given); });
    };
    auto pay = [&](const std::string& amount) {
        return command(fine, later, [&](web::Context& context) {
            return record_payment(context, {.paid_on = later, .amount = amount});
        });
    };
    auto take = [&](const std::string& step) {
        return command(fine, later, [&](web::Context& context) {
            return take_fine_step(context, {.step = step, .taken_on = later});
        });
    };
    auto is = [&] {
        return database->read([&](db::Connection& db) { return *account_of(db, fine, later); });
    };
    EXPECT_EQ(is().behind_pence, 100'00) << "nobody gave time to pay";
    EXPECT_EQ(set(today, {PayEvery::Week, "0", later}).error().fields.at(0).field, "amount");
    ASSERT_TRUE(set(today, {PayEvery::Week, "25", later, "120", "70"}));
    EXPECT_EQ(is().leaves_pence, 25'00);
    EXPECT_EQ(take("ATTACHMENT").error().fields.at(0).code, "not_open");
    ASSERT_TRUE(take("COLLECTION_ORDER"));
    ASSERT_TRUE(take("ATTACHMENT"));
    EXPECT_EQ(pay("100.01").error().fields.at(0).code, "too_much");
    ASSERT_TRUE(pay("25"));
    EXPECT_EQ(is().behind_pence, 0);
    EXPECT_EQ(take("DEDUCTION").error().fields.at(0).code, "not_open");
    ASSERT_TRUE(pay("75"));
    EXPECT_EQ(is().outstanding_pence, 0);
}

TEST_P(Court, HasACalendarOfBlocksForIntermittentCustody) {
    auto served = passed({.disposal = "INTCUST",
                          .purposes = {Purpose::Punish},
                          .weeks = 30,
                          .custodial_days = 20})
                      .value();
    auto set = [&](const SetBlocks& given) {
        return command(
            served, today, [&](web::Context& context) { return set_blocks(context, given); });
    };
    auto late = [&](std::string_view due) {
        return command(served, today, [&](web::Context& context) {
            return record_late_return(context, {.due_on = day(due)});
        });
    };
    auto calendar = [&] {
        return database->read([&](db::Connection& db) { return calendar_of(db, served); });
    };
    EXPECT_FALSE(calendar());
    EXPECT_EQ(late("2006-04-07").error().kind, Error::Kind::Refused) << "no blocks yet";
    EXPECT_EQ(set({.prison = "KMI"}).error().fields.at(0).field, "consents");
    EXPECT_EQ(set({.prison = "LEI", .consents = true}).error().fields.at(0).field, "prison");
    ASSERT_TRUE(set({.prison = "KMI", .consents = true}));
    ASSERT_FALSE(calendar()->calendar.empty());
    const auto periods = calendar()->calendar;
    const auto first =
        std::ranges::find(periods, PeriodKind::Custody, &IntermittentPeriod::kind)->from;
    const auto last = calendar()->last_custodial_day;
    EXPECT_EQ(late(to_text(plus_days(first, 1))).error().fields.at(0).code, "no_block");
    ASSERT_TRUE(late(to_text(first)));
    EXPECT_LT(*last, *calendar()->last_custodial_day) << "days away are made up for";
}

TEST_P(Court, LetsASuspendedTermTakeEffectOnceAndNeverForLonger) {
    auto order = passed({.disposal = "SSO",
                         .purposes = {Purpose::Punish},
                         .months = 6,
                         .operational_months = 18,
                         .requirement = "REQ_UPW",
                         .requirement_amount = 100})
                     .value();
    auto later = day("2006-09-01");
    auto activate = [&](const Sentence& of, const ActivateSentence& given) {
        return command(
            of, later, [&](web::Context& context) { return activate_sentence(context, given); });
    };
    EXPECT_EQ(activate(passed(two_years).value(), {later}).error().kind, Error::Kind::Refused);
    EXPECT_FALSE(activate(order, {day("2006-09-02")}));
    EXPECT_EQ(activate(order, {later, 7}).error().fields.at(0).code, "longer_than_passed");
    ASSERT_TRUE(activate(order, {later, 4}));
    EXPECT_EQ(activate(order, {later}).error().kind, Error::Kind::Conflict);
    auto now_is = database->read([&](db::Connection& db) { return *sentence(db, order.id); });
    EXPECT_EQ(activated_of(now_is), (Length{.months = 4}));
    EXPECT_EQ(ending_of(run_of(now_is), {}).until, day("2007-01-01"));
}

TEST(Amount, IsPoundsWithOrWithoutPence) {
    EXPECT_EQ(pence_of("250"), 25000);
    EXPECT_EQ(pence_of("1,250"), 125000);
    EXPECT_EQ(pence_of("250.50"), 25050);
    for (auto bad : {"", "-5", "2.5", "1.2.3", "ten", ".50", "99999999999999"})
        EXPECT_FALSE(pence_of(bad)) << bad;
}

}  // namespace
}  // namespace noms::sentences
