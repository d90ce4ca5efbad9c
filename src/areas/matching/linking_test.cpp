#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>

#include "areas/matching/matching.hpp"
#include "areas/matching/testing.hpp"
#include "areas/matching/weighing.hpp"

namespace noms::matching {
namespace {

using testing::csv_of;
using testing::made_up_rows;
using testing::read;

/// Everything that linking says, as text: the model, the clusters and the pairs.
std::string said_of(const std::vector<std::string>& rows, unsigned threads) {
    auto people = read(csv_of(rows), {}, threads);
    auto links = link(people, shipped_model(), {.threads = threads, .pairs = true});
    auto text = to_text(links.model);
    for (PersonIndex at = 0; at < people.size(); ++at)
        text += fmt::format("{} {} {}\n",
                            people.record_id(at),
                            people.record_id(links.clusters.of[at]),
                            people.record_id(links.clusters.certain[at]));
    for (const auto& pair : links.pairs)
        text += fmt::format("{} {} {}\n",
                            people.record_id(pair.pair.left),
                            people.record_id(pair.pair.right),
                            pair.weight);
    return text;
}

TEST(Linking, SaysTheSameWithOneThreadAndWithTwo) {
    auto rows = made_up_rows(1100, 1);
    EXPECT_EQ(said_of(rows, 1), said_of(rows, 2));
}

TEST(Linking, SaysTheSameOfRowsInAnotherOrder) {
    auto rows = made_up_rows(1100, 1);
    auto said = said_of(rows, 2);
    std::mt19937 random(5);
    std::ranges::shuffle(rows, random);
    EXPECT_EQ(said_of(rows, 2), said);
}

TEST(Linking, DoesNotLookAtTheTruth) {
    auto rows = made_up_rows(150, 1);
    auto said = said_of(rows, 1);
    for (auto& row : rows) {
        auto from = row.find(',') + 1;
        row.replace(from, row.find(',', from) - from, "x");
    }
    EXPECT_EQ(said_of(rows, 1), said);
}

TEST(Linking, FindsMostRecordsOfAPersonAndFewOthers) {
    auto rows = made_up_rows(500, 2);
    auto people = read(csv_of(rows));
    auto links = link(people, shipped_model(), {});
    auto truth = [&](PersonIndex at) {
        const auto& row = rows[std::stoul(std::string(people.record_id(at))) - 1];
        auto from = row.find(',') + 1;
        return row.substr(from, row.find(',', from) - from);
    };
    double linked = 0, right = 0, all = 0;
    for (PersonIndex i = 0; i < people.size(); ++i)
        for (PersonIndex j = i + 1; j < people.size(); ++j) {
            bool same = truth(i) == truth(j), joined = links.clusters.of[i] == links.clusters.of[j];
            all += same;
            linked += joined;
            right += same && joined;
        }
    EXPECT_GT(right / linked, 0.98);
    EXPECT_GT(right / all, 0.95);
}

TEST(Linking, CountsNoPairOfAnEmptyFile) {
    auto people = read("record_id,last_name\n");
    auto links = link(people, shipped_model(), {});
    EXPECT_EQ(links.report.pairs_compared, 0u);
    EXPECT_EQ(links.report.clusters, 0u);
}

TEST(Linking, LearnsFromTwoRecordsWithoutLosingThem) {
    auto people = read(
        "record_id,first_name,last_name,dob,pnc\n"
        "1,Marcus,Odell,1980-02-09,2018/0056339Z\n"
        "2,Marcus,Odell,1980-02-09,2018/0056339Z\n");
    auto links = link(people, shipped_model(), {.pairs = true});
    ASSERT_EQ(links.pairs.size(), 1u);
    EXPECT_TRUE(std::isfinite(links.pairs[0].weight));
    EXPECT_EQ(links.report.clusters, 1u);
}

TEST(Linking, KeepsPairsApartThatSomebodyDecided) {
    auto people = read(
        "record_id,first_name,last_name,dob,pnc\n"
        "1,Marcus,Odell,1980-02-09,2018/0056339Z\n"
        "2,Marcus,Odell,1980-02-09,2018/0056339Z\n");
    EXPECT_EQ(link(people, shipped_model(), {.train = false}).report.clusters, 1u);
    auto apart =
        link(people, shipped_model(), {.train = false, .overrides = {.different = {{0, 1}}}});
    EXPECT_EQ(apart.report.clusters, 2u);
}

TEST(Weight, IsTheSumOfItsParts) {
    auto people = read(csv_of(made_up_rows(150, 3)));
    auto links = link(people, shipped_model(), {.pairs = true});
    Comparer comparer(people, links.model);
    Scale scale(links.model);
    ASSERT_GT(links.pairs.size(), 100u);
    for (const auto& pair : links.pairs) {
        auto why = scale.explain(comparer.compare(pair.pair.left, pair.pair.right));
        double sum = 0;
        for (const auto& part : why.parts) sum += part.bits;
        EXPECT_NEAR(sum, why.weight, 1e-9);
        EXPECT_NEAR(pair.weight, why.weight, 1e-5) << "the weight of the bulk run";
    }
}

TEST(Model, ReadBackGivesTheSameText) {
    auto people = read(csv_of(made_up_rows(150, 3)));
    auto text = to_text(link(people, shipped_model(), {}).model);
    auto again = parse_model(text);
    ASSERT_TRUE(again) << again.error().message;
    EXPECT_EQ(to_text(*again), text);
}

TEST(Model, GivesOldWeightsAgain) {
    auto people = read(csv_of(made_up_rows(150, 3)));
    auto learned = link(people, shipped_model(), {.pairs = true});
    auto again =
        link(people, *parse_model(to_text(learned.model)), {.train = false, .pairs = true});
    ASSERT_EQ(again.pairs.size(), learned.pairs.size());
    for (size_t i = 0; i < again.pairs.size(); ++i)
        EXPECT_EQ(again.pairs[i].weight, learned.pairs[i].weight);
}

TEST(Model, IsRefusedWithItsLineWhenItIsNotOne) {
    EXPECT_EQ(parse_model("something else\n").error().message,
              "Line 1 is not one of a matching model, version 1.");
    auto text = to_text(shipped_model());
    text.replace(text.find("level\t"), 6, "lever\t");
    EXPECT_FALSE(parse_model(text));
}

}  // namespace
}  // namespace noms::matching
