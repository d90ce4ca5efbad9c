#include "areas/matching/index.hpp"

#include <map>

#include <gtest/gtest.h>

#include "areas/matching/testing.hpp"
#include "kit/base/csv.hpp"

namespace noms::matching {
namespace {

using testing::csv_of;
using testing::made_up_rows;
using testing::read;

/// The cells of a row of `made_up_rows`, as a description.
Given given_of(const std::vector<std::string>& cells) {
    Given given;
    constexpr Field fields[] = {Field::RecordId,
                                Field::RecordId,
                                Field::Source,
                                Field::Pnc,
                                Field::FirstName,
                                Field::MiddleName,
                                Field::LastName,
                                Field::Dob,
                                Field::Sex,
                                Field::Postcodes,
                                Field::SentenceDates};
    for (size_t i = 0; i < cells.size(); ++i)
        if (i != 1) given[fields[i]] = cells[i];
    return given;
}

std::vector<std::vector<std::string>> cells_of(const std::vector<std::string>& rows) {
    std::vector<std::vector<std::string>> out;
    csv::Fault fault{};
    for (const auto& row : rows) out.push_back(csv::cells_of(row, ',', fault));
    return out;
}

/// B-cubed F1 of one clustering against another, by record id.
double b_cubed(const std::map<std::string, std::string>& left,
               const std::map<std::string, std::string>& right) {
    std::map<std::string, double> of_left, of_right;
    std::map<std::pair<std::string, std::string>, double> of_both;
    for (const auto& [record, cluster] : left) {
        ++of_left[cluster];
        ++of_right[right.at(record)];
        ++of_both[{cluster, right.at(record)}];
    }
    double precision = 0, recall = 0;
    for (const auto& [clusters, records] : of_both) {
        precision += records * records / of_left[clusters.first];
        recall += records * records / of_right[clusters.second];
    }
    precision /= double(left.size());
    recall /= double(left.size());
    return 2 * precision * recall / (precision + recall);
}

std::map<std::string, std::string> clusters_of(const Population& people, auto&& cluster_of) {
    std::map<std::string, std::string> out;
    for (PersonIndex at = 0; at < people.size(); ++at)
        out[std::string(people.record_id(at))] = people.record_id(cluster_of(at));
    return out;
}

class Indexed : public ::testing::Test {
protected:
    std::vector<std::string> rows_ = made_up_rows(400, 7);
    std::vector<std::vector<std::string>> cells_ = cells_of(rows_);
    Links links_ = link(read(csv_of(rows_)), shipped_model(), {});
};

TEST_F(Indexed, OneByOneAgreesWithOneBatch) {
    auto people = read(csv_of(rows_));
    Index index(Population(), links_.model);
    for (const auto& cells : cells_) index.insert(given_of(cells));
    auto batch = clusters_of(people, [&](auto at) { return links_.clusters.of[at]; });
    auto one_by_one = clusters_of(index.people(), [&](auto at) { return index.cluster_of(at); });
    EXPECT_GE(b_cubed(one_by_one, batch), 0.99);
}

TEST_F(Indexed, HasTheClustersOfTheBulkRun) {
    auto people = read(csv_of(rows_));
    Index index(read(csv_of(rows_)), links_.model);
    for (PersonIndex at = 0; at < people.size(); ++at)
        EXPECT_EQ(index.cluster_of(at), links_.clusters.of[at]);
}

TEST_F(Indexed, FindsARecordByItsOwnDescription) {
    Index index(read(csv_of(rows_)), links_.model);
    for (const auto& cells : cells_) {
        auto found = index.look_up(given_of(cells), 0);
        bool itself = std::ranges::any_of(found, [&](const auto& one) {
            return index.people().record_id(one.record) == cells[0];
        });
        EXPECT_TRUE(itself) << cells[0];
    }
    EXPECT_EQ(index.people().size(), rows_.size()) << "looking up leaves nothing behind";
}

TEST_F(Indexed, ForgetsWhatAChangedRecordWas) {
    Index index(read(csv_of(rows_)), links_.model);
    auto original = clusters_of(index.people(), [&](auto at) { return index.cluster_of(at); });
    Given somebody_else;
    somebody_else[Field::RecordId] = "1";
    somebody_else[Field::FirstName] = "Zebedee";
    somebody_else[Field::LastName] = "Quartermain";
    somebody_else[Field::Dob] = "1931-05-17";
    auto at = index.look_up(given_of(cells_[0]), 0).front().record;
    auto was = std::stoul(std::string(index.people().record_id(at))) - 1;
    index.change(at, somebody_else);
    EXPECT_EQ(index.cluster_of(at), at);
    index.change(at, given_of(cells_[was]));
    EXPECT_EQ(clusters_of(index.people(), [&](auto i) { return index.cluster_of(i); }), original);
}

TEST_F(Indexed, NeverBreaksADecisionWhateverComesAfter) {
    Index index(Population(), links_.model);
    std::vector<Pair> different;
    for (size_t i = 0; i < cells_.size(); ++i) {
        auto at = index.insert(given_of(cells_[i]));
        if (i % 10 == 9 && index.cluster_of(at) != at) {
            different.push_back({index.cluster_of(at), at});
            index.decide(different.back(), false);
        }
        for (auto pair : different)
            ASSERT_NE(index.cluster_of(pair.left), index.cluster_of(pair.right));
    }
    ASSERT_FALSE(different.empty());
    index.decide(different.front(), true);
    EXPECT_EQ(index.cluster_of(different.front().left), index.cluster_of(different.front().right))
        << "a later decision replaces an earlier one";
}

}  // namespace
}  // namespace noms::matching
