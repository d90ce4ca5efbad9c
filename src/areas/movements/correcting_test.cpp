#include "areas/movements/correcting.hpp"

#include "areas/movements/testing.hpp"
#include "kit/record/compare.hpp"
#include "kit/record/corrections.hpp"

namespace noms::movements {
namespace {

class Correction : public Walk {
protected:
    Movement received{}, moved{};

    static Instant on(int day, int hour) {
        return std::chrono::sys_days(today) - std::chrono::days(30 - day) +
               std::chrono::hours(hour);
    }
    void SetUp() override {
        Walk::SetUp();
        if (IsSkipped()) return;
        received = taken({.at = on(1, 9), .move = Move::Reception, .prison = prisons[0]});
        moved = taken({.at = on(5, 10),
                       .move = Move::Transfer,
                       .prison = prisons[1],
                       .reason = "Nearer home"});
    }
    Movement taken(Movement row) {
        row.offender = people.front();
        row.time_known = true;
        row.override_reason = "test";
        auto done = step(row);
        EXPECT_TRUE(done) << done.error().message;
        return *done;
    }
    Result<PutRight> put_right(const Movement& row, CorrectMovement given) {
        return command(row, [&](web::Context& context) { return correct(context, given); });
    }
    Result<PutRight> struck_out(const Movement& row, std::string why) {
        return command(row,
                       [&](web::Context& context) { return strike_out(context, {.why = why}); });
    }
    std::vector<Movement> chain() {
        return database->read([&](db::Connection& db) {
            return movements_of(db, std::span(&people.front().number, 1));
        });
    }
    std::vector<record::Correction> noted() {
        return database->read([&](db::Connection& db) {
            return record::corrections_of(db, {"offender", people.front().number}, corrected_kind);
        });
    }
    std::string code_of(BodyId body) {
        return database->read(
            [&](db::Connection& db) { return organisation::body(db, body, today)->code; });
    }
    std::vector<std::int64_t> holders() {
        return database->read([&](db::Connection& db) {
            std::vector<std::int64_t> bodies;
            for (const auto& hold : access::holds_of(db, people.front().number))
                if (hold.scope_kind == "prison" && !hold.until_day) bodies.push_back(hold.body);
            return bodies;
        });
    }
    CorrectMovement as_it_is(const Movement& row) {
        return {.moved_on = day_of(row.at),
                .moved_at = to_text(row.at).substr(11, 5),
                .why = "Typed from the wrong sheet"};
    }
};
ON_EVERY_ENGINE(Correction);

TEST_P(Correction, OfAPrisonPutsThemOnTheOtherRollAndMovesTheHold) {
    auto given = as_it_is(moved);
    given.prison = code_of(prisons[2]);
    ASSERT_TRUE(put_right(moved, given));
    EXPECT_EQ(chain().front().prison, prisons[2]);
    EXPECT_EQ(holders(), std::vector<std::int64_t>{prisons[2].number});
    ASSERT_EQ(noted().size(), 1u);
    EXPECT_EQ(noted().front().reason, "Typed from the wrong sheet");
    EXPECT_NE(noted().front().was, noted().front().became);
    EXPECT_TRUE(faults().empty());
}

TEST_P(Correction, ReachesTheMovesThatRestOnIt) {
    taken({.at = on(7, 8), .move = Move::ToCourt, .body = court});
    taken({.at = on(7, 18), .move = Move::Return});
    auto given = as_it_is(moved);
    given.prison = code_of(prisons[2]);
    ASSERT_TRUE(put_right(moved, given));
    for (const auto& row : chain())
        if (row.at > moved.at) {
            EXPECT_EQ(row.prison, prisons[2]) << to_text(row.at);
        }
    EXPECT_TRUE(faults().empty());
}

TEST_P(Correction, OfTheTimeIsRefusedWhereItWouldBreakTheChain) {
    auto given = as_it_is(moved);
    given.moved_on = plus_days(day_of(received.at), -1);
    EXPECT_EQ(put_right(moved, given).error().kind, Error::Kind::Refused);
    given.moved_on = plus_days(today, 1);
    EXPECT_EQ(put_right(moved, given).error().fields.at(0).code, "date_in_future");
    given.moved_on = plus_days(day_of(received.at), 1);
    ASSERT_TRUE(put_right(moved, given));
    EXPECT_EQ(day_of(chain().front().at), plus_days(day_of(received.at), 1));
    EXPECT_TRUE(faults().empty());
}

TEST_P(Correction, WantsAReasonAndAChange) {
    auto given = as_it_is(moved);
    EXPECT_EQ(put_right(moved, given).error().fields.at(0).code, "nothing_changed");
    given.prison = code_of(prisons[2]);
    given.why = " ";
    EXPECT_EQ(put_right(moved, given).error().fields.at(0).field, "why");
    EXPECT_TRUE(noted().empty());
}

TEST_P(Correction, StrikesOutAReleaseThatNeverHappened) {
    auto released = taken({.at = on(20, 9), .move = Move::Release, .reason = "Conditional"});
    EXPECT_TRUE(holders().empty());
    ASSERT_TRUE(struck_out(released, "Another man of that name left"));
    EXPECT_EQ(chain().front().place, Place::Prison);
    EXPECT_EQ(holders(), std::vector<std::int64_t>{prisons[1].number});
    EXPECT_EQ(noted().front().became, "");
    EXPECT_TRUE(faults().empty());
}

TEST_P(Correction, StrikesNothingOutThatOthersRestOn) {
    auto refused = struck_out(received, "It was somebody else");
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().message.find("receive them first"), std::string::npos);
    ASSERT_TRUE(struck_out(moved, "It was somebody else"));
    ASSERT_TRUE(struck_out(received, "It was somebody else"));
    EXPECT_TRUE(chain().empty());
    EXPECT_TRUE(holders().empty());
}

TEST_P(Correction, OfAnythingAtAnyTimeLeavesAWholeChainToldByItsEvents) {
    std::mt19937 random(11);
    for (int i = 0; i < 120; ++i) (void)step(any_step(random, i));
    int done = 0;
    for (int i = 0; i < 120; ++i) {
        auto rows = database->read([&](db::Connection& db) {
            return movements_of(db, std::span(&people[random() % people.size()].number, 1));
        });
        if (rows.empty()) continue;
        auto row = rows[random() % rows.size()];
        auto given = as_it_is(row);
        given.moved_on = plus_days(given.moved_on, int(random() % 5) - 2);
        given.prison = code_of(prisons[random() % prisons.size()]);
        done += random() % 4 == 0 ? struck_out(row, "test").has_value()
                                  : put_right(row, given).has_value();
    }
    EXPECT_GT(done, 20);
    for (const auto& fault : faults()) ADD_FAILURE() << fault.subject << " " << fault.words;
    record::seal(*database);
    auto copy = db::testing::fresh(GetParam());
    ASSERT_TRUE(db::migrate(*copy, all_migrations()));
    ASSERT_TRUE(record::replay(*database, *copy));
    for (const auto& table : record::compare(*database, *copy))
        EXPECT_EQ(table.differing, 0) << table.table;
}

}  // namespace
}  // namespace noms::movements
