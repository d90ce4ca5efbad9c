#include "areas/offenders/review.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "areas/offenders/handlers.hpp"
#include "areas/offenders/look_up.hpp"
#include "areas/offenders/nearby.hpp"
#include "areas/offenders/pair_view.hpp"
#include "areas/offenders/store.hpp"
#include "areas/offenders/testing.hpp"

namespace noms::offenders {
namespace {

/// Two pairs that nobody can tell unseen.
const std::string doubtful =
    "1,prison,A1234BC,,,,Sean,,Odell,,,1960-02-01,,M,W1,3 High Road,BD5 7TR,\n"
    "2,probation,,X320741,,,Sean,,Odell,,,1960-02-11,,M,,,,\n"
    "3,prison,A1235BC,,,,Mary,,Farrow,,,1971-05-09,,F,,,,\n"
    "4,probation,,X320742,,,Mary,,Farrow,,,1971-05-19,,F,,,,\n"
    "5,probation,,X320743,,,Dennis,,Odell,,,1934-05-19,,M,W1,3 High Road,BD5 7TR,\n";

class Review : public testing::WithRecords {
protected:
    void SetUp() override {
        WithRecords::SetUp();
        if (!database) return;
        import(doubtful);
        database->with_reader(
            [&](db::Connection& db) { pairs_ = queue(db, CandidateState::Open, {}, 10); });
    }
    web::Actor reader(std::int64_t account) {
        auto out = actor("national");
        out.account = {account};
        out.name = "reader " + std::to_string(account);
        return out;
    }
    Result<Decided> decide_as(std::int64_t account, const Candidate& pair, DecideCandidate given) {
        return command({{"candidate", to_text(pair.id)}},
                       reader(account),
                       [&](web::Context& context) { return decide(context, given); });
    }
    Result<Taken> take_as(std::int64_t account) {
        return command(
            {}, reader(account), [](web::Context& context) { return take_next(context, {}); });
    }
    Result<PairView> seen_by(std::int64_t account, const Candidate& pair) {
        return command({{"candidate", to_text(pair.id)}}, reader(account), &view_of_pair);
    }
    Candidate again(const Candidate& pair) {
        return database->read([&](db::Connection& db) { return store::candidate(db, pair.id); })
            .value();
    }
    std::vector<Candidate> pairs_{};
};
ON_EVERY_ENGINE(Review);

DecideCandidate said(Decision decision) {
    return {.decision = decision, .reason = "asked the court"};
}

TEST_P(Review, QueuesWhatWouldChangeMostFirst) {
    ASSERT_EQ(pairs_.size(), 2U);
    EXPECT_GE(pairs_[0].expected_change, pairs_[1].expected_change);
}

TEST_P(Review, PagesFromWhatWaitsForASecondReaderToAllThatIsOpen) {
    ASSERT_TRUE(decide_as(1, pairs_[1], said(Decision::CannotTell)));
    auto page_after = [&](const std::optional<Candidate>& last) {
        return database->read([&](db::Connection& db) { return whole_queue(db, last, 1); });
    };
    auto first = page_after({});
    ASSERT_EQ(first.size(), 1U);
    EXPECT_EQ(first[0].id, pairs_[1].id);
    auto second = page_after(first[0]);
    ASSERT_EQ(second.size(), 1U);
    EXPECT_EQ(second[0].id, pairs_[0].id) << "although more would change by it";
    EXPECT_TRUE(page_after(second[0]).empty());
}

TEST_P(Review, HoldsAPairForWhoeverTakesItAndGivesOthersTheNext) {
    auto mine = take_as(1)->pair, theirs = take_as(2)->pair;
    ASSERT_TRUE(mine && theirs);
    EXPECT_EQ(*mine, pairs_[0].id);
    EXPECT_EQ(*theirs, pairs_[1].id);
    EXPECT_FALSE(take_as(3)->pair) << "both are held";
    EXPECT_EQ(seen_by(2, pairs_[0])->held_by, "reader 1");
    EXPECT_TRUE(seen_by(1, pairs_[0])->held_by_reader);
    auto other = decide_as(2, pairs_[0], said(Decision::KeepApart));
    ASSERT_FALSE(other);
    EXPECT_EQ(other.error().kind, Error::Kind::Conflict);
    at += hold_lasts;
    EXPECT_TRUE(seen_by(2, pairs_[0])->held_by.empty()) << "the hold has run out";
    EXPECT_TRUE(decide_as(2, pairs_[0], said(Decision::KeepApart)));
}

TEST_P(Review, GivesTheNextPairWithTheDecision) {
    auto decided = decide_as(1, pairs_[0], said(Decision::KeepApart));
    ASSERT_TRUE(decided) << decided.error().message;
    EXPECT_EQ(decided->state, CandidateState::KeptApart);
    EXPECT_EQ(decided->next, pairs_[1].id);
    EXPECT_FALSE(decide_as(1, pairs_[1], said(Decision::Join))->next);
    EXPECT_EQ(again(pairs_[1]).state, CandidateState::Joined);
    EXPECT_EQ(again(pairs_[1]).decided_by, "reader 1");
}

TEST_P(Review, WantsAReasonAndADayThatIsToCome) {
    auto faulty = decide_as(1, pairs_[0], {.decision = Decision::Join, .expires_on = day});
    ASSERT_FALSE(faulty);
    EXPECT_EQ(faulty.error().fields.size(), 2U);
}

TEST_P(Review, AsksASecondReaderWhoIsSomebodyElse) {
    auto first = said(Decision::Join);
    first.second_reader = true;
    EXPECT_EQ(decide_as(1, pairs_[0], first)->state, CandidateState::SecondReading);
    EXPECT_FALSE(decide_as(1, pairs_[0], said(Decision::Join)));
    EXPECT_EQ(*take_as(2)->pair, pairs_[0].id) << "what waits for a second reader goes first";
    EXPECT_TRUE(seen_by(2, pairs_[0])->second_reading);
    EXPECT_EQ(decide_as(2, pairs_[0], said(Decision::Join))->state, CandidateState::Joined);
    auto shown =
        command({}, reader(3), [](web::Context& context) { return pairs_in_queue(context, {}); });
    EXPECT_EQ(shown->read_alike.read_twice, 1);
    EXPECT_EQ(shown->read_alike.alike, 1);
}

TEST_P(Review, GoesBackToTheFirstReader) {
    EXPECT_FALSE(decide_as(1, pairs_[0], said(Decision::SendBack))) << "nobody asked a second yet";
    EXPECT_EQ(decide_as(1, pairs_[0], said(Decision::CannotTell))->state,
              CandidateState::SecondReading);
    EXPECT_FALSE(seen_by(2, pairs_[0])->sent_back)
        << "the second reader judges unaware of the first";
    EXPECT_EQ(decide_as(2, pairs_[0], said(Decision::SendBack))->state, CandidateState::Open);
    EXPECT_EQ(seen_by(1, pairs_[0])->sent_back->reason, "asked the court");
    EXPECT_EQ(seen_by(1, pairs_[0])->sent_back->reader, "reader 2");
    EXPECT_TRUE(decide_as(1, pairs_[0], said(Decision::KeepApart)));
}

TEST_P(Review, ShowsPartsThatSumToTheWeights) {
    auto pair = seen_by(1, pairs_[0]).value();
    double stranger = 0, relative = 0;
    for (const auto& item : pair.items) {
        stranger += item.against_stranger;
        relative += item.against_relative;
    }
    EXPECT_NEAR(stranger, pair.against_stranger, 1e-6);
    EXPECT_NEAR(relative, pair.against_relative, 1e-6);
    EXPECT_EQ(std::llround(100 * pair.weight), pair.candidate.weight_hundredths)
        << "the weight in the queue is that of the import";
}

TEST_P(Review, ShowsWhoElseMayBeOfTheFamily) {
    auto family = [&](const Candidate& pair) { return seen_by(1, pair)->family; };
    auto odells = std::ranges::find_if(
        pairs_, [&](const Candidate& pair) { return seen_by(1, pair)->left.name == "Sean Odell"; });
    ASSERT_NE(odells, pairs_.end());
    ASSERT_EQ(family(*odells).size(), 1U);
    EXPECT_EQ(family(*odells).front().name, "Dennis Odell");
}

TEST_P(Review, FindsAPairWhenANumberIsTyped) {
    import(
        "8,prison,A1299BC,,1979/0163001B,,Paul,,Reed,,,1950-02-01,,M,,,,\n"
        "9,probation,,X329999,,,Pauline,,Read,,,1961-03-08,,,,,,\n");
    auto last = ids().back();
    auto add = [](web::Context& context) {
        return add_identifier(context,
                              {.version = 1, .kind = IdentifierKind::Pnc, .value = "79/163001B"});
    };
    ASSERT_TRUE(command({{"offender", id_text(last)}}, reader(1), add));
    database->with_reader([&](db::Connection& db) {
        auto found = store::candidates_among(db, std::span(&last, 1)).get();
        ASSERT_EQ(found.size(), 1U);
        EXPECT_EQ(found.front().reason, "nothing_else_agrees");
    });
}

TEST_P(Review, LooksSomebodyUpByADescription) {
    auto found = command({}, reader(1), [](web::Context& context) {
        return look_up(context, {.first_name = "Shaun", .surname = "odell", .postcode = "bd57tr"});
    });
    ASSERT_TRUE(found) << found.error().message;
    ASSERT_FALSE(found->people.empty());
    EXPECT_EQ(found->people.front().who.name, "Odell, Sean");
    EXPECT_FALSE(
        command({}, reader(1), [](web::Context& context) { return look_up(context, {}); }));
}

TEST_P(Review, SaysWhenMoreFitADescriptionThanAreCompared) {
    auto looked_up = [&] {
        return command({}, reader(1), [](web::Context& context) {
            return look_up(context, {.surname = "Zeller", .born = "7/7/1977"});
        });
    };
    std::string rows;
    for (int i = 0; i < 31; ++i)
        rows += fmt::format("{},prison,A{}BC,,,,{},,{},,,1977-07-07,,M,,,,\n",
                            100 + i,
                            2000 + i,
                            std::string(4, char('a' + i % 26)),
                            std::string(5, char('a' + i / 26)));
    auto says = [&](std::string_view words) {
        auto advice = looked_up()->advice;
        return std::ranges::any_of(advice, [&](auto& each) { return each.starts_with(words); });
    };
    import(rows.substr(0, rows.rfind("130,")));
    EXPECT_FALSE(says("More than"));
    EXPECT_TRUE(says("The 20 likeliest of 30"));
    import(rows.substr(rows.rfind("130,")));
    EXPECT_TRUE(says("More than 30 people share"));
}

TEST_P(Review, FindsWhoLivesNowhereByAnyNameTheyBear) {
    import("20,prison,A1250BC,,,,Ann,,Dyer,,,1960-02-01,,F,,No fixed abode,NF1 1NF,\n");
    auto near = [&](std::string_view name, std::string_view postcode) {
        Side told;
        told.record[matching::Field::FirstName] = name;
        told.record[matching::Field::Postcodes] = postcode;
        return database->read(
            [&](db::Connection& db) { return offenders_near(db, {told}, day).offenders.size(); });
    };
    EXPECT_EQ(near("Ann", "NF1 1NF"), 1U);
    EXPECT_EQ(near("Dyer", "nf1 1nf"), 1U);
    EXPECT_EQ(near("Ann", "BD5 7TR"), 0U);
    EXPECT_EQ(near("Bob", "NF1 1NF"), 0U);
}

TEST_P(Review, TakesThoseWhoLiveNowhereForNoFamily) {
    import(
        "20,prison,A1250BC,,,,Ann,,Dyer,,,1960-02-01,,F,,No fixed abode,NF1 1NF,\n"
        "21,probation,,X320750,,,Ann,,Dyer,,,1960-02-11,,F,,No fixed abode,NF1 1NF,\n"
        "22,probation,,X320751,,,Bob,,Dyer,,,1934-05-19,,M,,No fixed abode,NF1 1NF,\n");
    auto pairs =
        database->read([](db::Connection& db) { return queue(db, CandidateState::Open, {}, 10); });
    auto dyers = std::ranges::find_if(
        pairs, [&](const Candidate& pair) { return seen_by(1, pair)->left.name == "Ann Dyer"; });
    ASSERT_NE(dyers, pairs.end());
    EXPECT_TRUE(seen_by(1, *dyers)->family.empty());
}

}  // namespace
}  // namespace noms::offenders
