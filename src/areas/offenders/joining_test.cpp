#include "areas/offenders/joining.hpp"

#include <algorithm>
#include <map>
#include <random>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "areas/offenders/overrides.hpp"
#include "areas/offenders/store.hpp"
#include "areas/offenders/testing.hpp"

namespace noms::offenders {
namespace {

/// Where each fact stands, by table and key.
using Facts = std::map<std::pair<std::string, std::int64_t>, std::int64_t>;

/// People with two records each, joined by the import, and nothing in common with one another.
class Joins : public testing::WithRecords {
protected:
    static constexpr int people_made = 6;

    void SetUp() override {
        WithRecords::SetUp();
        if (!database) return;
        std::string rows;
        for (int i = 0; i < people_made; ++i)
            rows += prison_row(i) +
                    fmt::format("{},probation,,X{:06},,,Ann{},,Name{},Nan,,19{}-03-0{},,F,,,,\n",
                                100 + i,
                                i,
                                i,
                                i,
                                50 + i,
                                i + 1);
        import(rows);
        all_ = ids();
    }
    static std::string prison_row(int i) {
        return fmt::format(
            "{},prison,A{:04}AA,X{:06},,,Ann{},,Name{},,,19{}-03-0{},,F,,{} High Road,LS{} 1AA,\n",
            i,
            i,
            i,
            i,
            i,
            50 + i,
            i + 1,
            i,
            i);
    }
    std::map<std::int64_t, Offender> people() {
        std::map<std::int64_t, Offender> out;
        auto every = ids();
        database->with_reader([&](db::Connection& db) {
            for (auto& who : store::offenders_among(db, every).get()) {
                auto id = who.id.number;
                who.version = 0;
                out.emplace(id, std::move(who));
            }
        });
        return out;
    }
    Facts facts() {
        Facts out;
        auto every = ids();
        auto keep = [&](const char* table, const auto& rows) {
            for (const auto& row : rows) out[{table, row.id.number}] = row.offender.number;
        };
        database->with_reader([&](db::Connection& db) {
            keep("record", store::records_among(db, every).get());
            keep("name", store::names_among(db, every).get());
            keep("birth_date", store::birth_dates_among(db, every).get());
            keep("identifier", store::identifiers_among(db, every).get());
            keep("address", store::addresses_among(db, every).get());
        });
        return out;
    }
    /// Runs a command; whether it was carried out.
    bool done(const std::function<Result<void>(record::Changes&, db::Connection&)>& work) {
        return command({},
                       actor("national"),
                       [&](web::Context& context) { return work(*context.changes, context.db); })
            .has_value();
    }
    bool say(std::int64_t one, std::int64_t other, Said said) {
        return done([&](record::Changes& changes, db::Connection& db) {
            auto left = store::offender(db, {one}), right = store::offender(db, {other});
            return carry_out(changes, db, *left, *right, {.said = said, .reason = "told"});
        });
    }
    /// Undoes the join of `child`, whoever has its facts now; gives who has them then.
    std::int64_t part(const Link& link) {
        std::int64_t back = 0;
        done([&](record::Changes& changes, db::Connection& db) -> Result<void> {
            auto home = store::offender(db, link.offender).value();
            auto holder = store::offender(db, home.joined_to.value_or(home.id)).value();
            auto undone = TRY(undo_link(changes, db, holder, link));
            keep_apart_after_undo(changes, db, holder.id, undone, "undone");
            back = undone.number;
            return {};
        });
        return back;
    }
    std::vector<Link> standing_links() {
        auto every = ids();
        std::vector<Link> out;
        database->with_reader([&](db::Connection& db) { out = store::links_of(db, every).get(); });
        std::erase_if(out, [](const Link& link) { return link.state == LinkState::Undone; });
        return out;
    }
    void end_all_that_keeps_apart() {
        auto every = ids();
        done([&](record::Changes& changes, db::Connection& db) -> Result<void> {
            for (const auto& each : store::overrides_among(db, every).get())
                if (each.said == Said::Different && !each.ended_on)
                    CHECK(end_override(changes, each));
            return {};
        });
    }
    void expect_sound(const std::string& after) {
        database->with_reader([&](db::Connection& db) {
            for (const auto& check : checks())
                for (const auto& fault : check.faults(db, day))
                    ADD_FAILURE() << after << ": " << check.name << ": " << fault.words;
        });
    }
    std::vector<std::int64_t> all_{};
};
ON_EVERY_ENGINE(Joins);

/// Who was joined to whom, as it should be.
struct Tree {
    std::map<std::int64_t, std::int64_t> parents{};
    std::int64_t root(std::int64_t at) const {
        while (parents.contains(at)) at = parents.at(at);
        return at;
    }
};

TEST_P(Joins, AreUndoneExactlyInAnyOrderAndAtAnyLaterTime) {
    ASSERT_EQ(all_.size(), size_t(people_made));
    auto first = facts();
    auto before = people();
    std::mt19937 random(7);
    Tree tree;
    for (int step = 0; step < 60; ++step) {
        auto links = standing_links();
        std::erase_if(links, [](const Link& link) { return link.source_record.has_value(); });
        bool join = links.size() < 2 || (links.size() + 1 < all_.size() && random() % 2 == 0);
        if (join) {
            auto one = tree.root(all_[random() % all_.size()]);
            auto other = tree.root(all_[random() % all_.size()]);
            if (one == other) continue;
            end_all_that_keeps_apart();
            ASSERT_TRUE(say(one, other, Said::Same));
            tree.parents[other] = one;
        } else {
            const auto& link = links[random() % links.size()];
            ASSERT_EQ(part(link), link.joined_offender->number);
            tree.parents.erase(link.joined_offender->number);
        }
        for (const auto& [fact, home] : first)
            ASSERT_EQ(facts().at(fact), tree.root(home)) << fact.first << " after step " << step;
        expect_sound(fmt::format("step {}", step));
    }
    for (auto& link : standing_links())
        if (!link.source_record) part(link);
    EXPECT_EQ(facts(), first);
    EXPECT_EQ(people(), before);
}

TEST_P(Joins, NeverBreakADecisionInAnyOrderOfEvents) {
    std::mt19937 random(11);
    for (int step = 0; step < 80; ++step) {
        auto every = people();
        std::vector<std::int64_t> roots;
        for (const auto& [id, who] : every)
            if (!who.joined_to) roots.push_back(id);
        auto one = roots[random() % roots.size()], other = roots[random() % roots.size()];
        auto what = random() % 8;
        if (what < 3 && one != other) say(one, other, Said::Same);
        if (what == 3 && one != other) say(one, other, Said::Different);
        if (what == 4) {
            auto links = standing_links();
            if (!links.empty()) part(links[random() % links.size()]);
        }
        if (what == 5 && step % 16 == 0) end_all_that_keeps_apart();
        if (what == 6) {
            auto row = prison_row(int(random() % people_made));
            import(fmt::format("{}", 1000 + step) + row.substr(row.find(',')));
        }
        expect_sound(fmt::format("step {}, event {}", step, what));
    }
}

TEST_P(Joins, AreRefusedWhereADecisionKeepsApartAndAllowedOnceItIsEnded) {
    ASSERT_TRUE(say(all_[0], all_[1], Said::Same));
    ASSERT_TRUE(say(all_[0], all_[2], Said::Different));
    EXPECT_FALSE(say(all_[2], all_[0], Said::Same));
    ASSERT_TRUE(say(all_[2], all_[3], Said::Same));
    EXPECT_FALSE(say(all_[0], all_[2], Said::Same)) << "the decision holds for those joined since";
    end_all_that_keeps_apart();
    EXPECT_TRUE(say(all_[0], all_[2], Said::Same));
    expect_sound("after all of them");
}

TEST_P(Joins, ToldByBothSidesInTheEvents) {
    ASSERT_TRUE(say(all_[0], all_[1], Said::Same));
    for (const auto& link : standing_links())
        if (!link.source_record) part(link);
    database->with_reader([&](db::Connection& db) {
        for (auto id : {all_[0], all_[1]}) {
            auto events = record::events_about(
                db, {std::string(subject_kind), id}, record::Partition::Ordinary, {}, 10);
            auto kinds = [&](std::string_view kind) {
                return std::ranges::count(events, kind, &record::Event::kind);
            };
            EXPECT_EQ(kinds("offenders.joined"), 1);
            EXPECT_EQ(kinds("offenders.link_undone"), 1);
        }
    });
}

}  // namespace
}  // namespace noms::offenders
