// The law files of the kit and of every area: each can be read, is dated without doubt, says where
// it comes from, and claims no more than somebody checked.
#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

#include <gtest/gtest.h>

#include "kit/law/law.hpp"

namespace fs = std::filesystem;

namespace noms::law {
namespace {

/// The days on which a document of shared/domain says that its sources were read. No other day may
/// stand under `checked`: nobody here can open the statute book.
const std::map<std::string, std::string> days_sources_were_read{
    {"2026-08-20",
     "Release dates for England and Wales: the state of the calculator that was read"},
    {"2026-11-21", "Linkage: the day of the run"},
};

/// Sites that publish law, or official papers where there is no law.
const std::vector<std::string> official_sites{"https://www.legislation.gov.uk/",
                                              "https://www.gov.uk/",
                                              "https://assets.publishing.service.gov.uk/",
                                              "https://publications.parliament.uk/",
                                              "https://hansard.parliament.uk/",
                                              "https://api.parliament.uk/",
                                              "https://github.com/ministryofjustice/",
                                              "https://webarchive.nationalarchives.gov.uk/",
                                              "https://www.sentencingcouncil.org.uk/"};

std::string content_of(const fs::path& path) {
    std::ifstream file(path);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// "kit/bank_holidays" or "offenders/identifiers": the name the service gives the file.
std::string name_of_file(const fs::path& path) {
    auto owner = path.parent_path().parent_path().filename().string();
    return (owner == "law" ? "kit" : owner) + "/" + path.stem().string();
}

std::vector<fs::path> law_files() {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(SOURCE "/src"))
        if (entry.path().extension() == ".toml" && entry.path().parent_path().filename() == "law")
            files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
}

class LawFile : public testing::TestWithParam<fs::path> {
protected:
    std::string name = name_of_file(GetParam());
    std::string text = content_of(GetParam());
    Table table = table_of({name, text});
};

TEST_P(LawFile, SaysWhichDateOfACasePicksTheFigure) {
    EXPECT_GT(table.title.size(), 5U);
    EXPECT_GT(table.basis.size(), 5U);
    EXPECT_FALSE(table.extent.empty());
}

TEST_P(LawFile, CitesAndLinksEveryPeriod) {
    for (const auto& entry : table.entries) {
        EXPECT_GT(entry.source.cite.size(), 5U) << to_text(entry.from);
        auto official = [&](const std::string& site) {
            return entry.source.link.starts_with(site);
        };
        EXPECT_TRUE(std::ranges::any_of(official_sites, official)) << entry.source.link;
    }
}

TEST_P(LawFile, HasExactlyOnePeriodOnEveryFirstOfAMonthFromItsFirstDayOn) {
    const auto& entries = table.entries;
    ASSERT_FALSE(entries.empty());
    for (Date day = entries.front().from; day <= parse_date("2031-01-01").value();
         day = plus_months(day, 1)) {
        int in_force = 0;
        for (size_t i = 0; i < entries.size(); ++i)
            if (entries[i].from <= day && (i + 1 == entries.size() || day < entries[i + 1].from))
                ++in_force;
        ASSERT_EQ(in_force, 1) << to_text(day);
    }
}

TEST_P(LawFile, ClaimsACheckOnlyOnADayWhenSourcesWereRead) {
    EXPECT_TRUE(table.checked.empty() || days_sources_were_read.contains(table.checked))
        << table.checked;
}

TEST_P(LawFile, HasALineAmongTheQuestionsWhereItIsWeak) {
    const auto questions = content_of(SOURCE "/docs/law-questions.md");
    EXPECT_TRUE(table.mark.empty() || questions.find(name) != std::string::npos)
        << name << " is marked \"" << table.mark << "\" and has no line in docs/law-questions.md";
}

INSTANTIATE_TEST_SUITE_P(Every, LawFile, testing::ValuesIn(law_files()), [](const auto& each) {
    auto name = name_of_file(each.param);
    std::ranges::replace_if(name, [](unsigned char c) { return !std::isalnum(c); }, '_');
    return name;
});

TEST(LawFiles, AreFound) {
    EXPECT_FALSE(law_files().empty());
}

}  // namespace
}  // namespace noms::law
