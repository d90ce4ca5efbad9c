// How good linking is on made-up people that were never seen: seeds drawn at test time.
#include <array>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <random>

#include <unistd.h>

#include "areas/matching/testing.hpp"
#include "kit/base/csv.hpp"

namespace noms::matching {
namespace {

namespace fs = std::filesystem;

constexpr int rows = 60'000;
constexpr int seeds = 3;

/// Made-up people of seeds that nobody chose, linked once for all tests; skips without the
/// generator, which is kept beside this tree.
class Quality : public ::testing::Test {
protected:
    static void SetUpTestSuite() {
        fs::path generator = fs::path(SOURCE) / "../shared/tools/gen_people.py";
        for (int i = 0; i <= seeds && fs::exists(generator); ++i)
            if (!add_people(generator, i < seeds ? linked_ : twice_as_bad_)) return linked_.clear();
    }
    static void TearDownTestSuite() {
        linked_.clear();
        twice_as_bad_.clear();
    }
    void SetUp() override {
        if (linked_.empty()) GTEST_SKIP() << "../shared/tools/gen_people.py or python3 is not here";
    }

    struct Linked {
        unsigned seed = 0;
        std::vector<std::string> truth{};  // by record
        Links links{};

        bool is_true(Pair pair) const { return truth[pair.left] == truth[pair.right]; }
    };
    static inline std::vector<Linked> linked_;
    static inline std::vector<Linked> twice_as_bad_;  // where errors are twice as frequent

private:
    static bool add_people(const fs::path& generator, std::vector<Linked>& to) {
        auto seed = std::random_device()() % 1'000'000 + 100;
        auto file = fs::temp_directory_path() / fmt::format("noms-people-{}.csv", getpid());
        auto command =
            fmt::format("python3 {} --rows {} --seed {} --out {} --difficulty {} 2>/dev/null",
                        generator.string(),
                        rows,
                        seed,
                        file.string(),
                        &to == &twice_as_bad_ ? 2 : 1);
        if (std::system(command.c_str()) != 0) return false;
        MappedFile text(file);
        auto people = testing::read(text.text(), {}, 2);
        to.push_back({.seed = unsigned(seed), .truth = truth_of(text.text(), people)});
        to.back().links = link(people, shipped_model(), {.threads = 2, .pairs = true});
        fs::remove(file);
        return true;
    }
    /// Who each record truly is; only the test looks at that column.
    static std::vector<std::string> truth_of(std::string_view text, const Population& people) {
        std::map<std::string, std::string, std::less<>> by_id;
        csv::Fault fault{};
        for (auto line = text.find('\n') + 1; line < text.size();) {
            auto end = text.find('\n', line);
            auto cells = csv::cells_of(text.substr(line, end - line), ',', fault);
            by_id[cells[0]] = cells[1];
            line = end + 1;
        }
        std::vector<std::string> truth;
        for (PersonIndex at = 0; at < people.size(); ++at)
            truth.push_back(by_id.find(people.record_id(at))->second);
        return truth;
    }
};

struct Score {
    double precision = 0;
    double recall = 0;
    double f1() const { return 2 * precision * recall / (precision + recall); }
};

/// Of all pairs within clusters.
Score score_of(const std::vector<PersonIndex>& clusters, const std::vector<std::string>& truth) {
    std::map<PersonIndex, double> of_cluster;
    std::map<std::string, double> of_person;
    std::map<std::pair<PersonIndex, std::string>, double> of_both;
    for (PersonIndex at = 0; at < clusters.size(); ++at) {
        ++of_cluster[clusters[at]];
        ++of_person[truth[at]];
        ++of_both[{clusters[at], truth[at]}];
    }
    auto pairs = [](const auto& counts) {
        double sum = 0;
        for (const auto& [key, count] : counts) sum += count * (count - 1) / 2;
        return sum;
    };
    return {pairs(of_both) / pairs(of_cluster), pairs(of_both) / pairs(of_person)};
}

TEST_F(Quality, OfLinksIsHigh) {
    for (const auto& linked : linked_)
        EXPECT_GE(score_of(linked.links.clusters.of, linked.truth).f1(), 0.986) << linked.seed;
}

TEST_F(Quality, OfLinksStaysHighWhereErrorsAreTwiceAsFrequent) {
    for (const auto& linked : twice_as_bad_)
        EXPECT_GE(score_of(linked.links.clusters.of, linked.truth).f1(), 0.980) << linked.seed;
}

TEST_F(Quality, OfPairsJoinedWithoutAPersonIsHigher) {
    for (const auto& linked : linked_) {
        auto score = score_of(linked.links.clusters.certain, linked.truth);
        EXPECT_GE(score.precision, 0.995) << linked.seed;
        EXPECT_GE(score.recall, 0.95) << linked.seed;
    }
}

TEST_F(Quality, OfProbabilitiesIsThatTheyComeTrue) {
    struct Bin {
        double pairs = 0, stated = 0, right = 0;
    };
    std::map<int, Bin> bins;
    for (const auto& linked : linked_)
        for (const auto& pair : linked.links.pairs) {
            auto& bin = bins[int(std::floor(pair.weight / 2))];
            ++bin.pairs;
            bin.stated += pair.probability;
            bin.right += linked.is_true(pair.pair);
        }
    int checked = 0;
    for (const auto& [number, bin] : bins) {
        if (bin.pairs < 200) continue;
        ++checked;
        EXPECT_NEAR(bin.right / bin.pairs, bin.stated / bin.pairs, 0.05)
            << "weights from " << number * 2 << ", " << bin.pairs << " pairs";
    }
    EXPECT_GT(checked, 5);
}

}  // namespace
}  // namespace noms::matching
