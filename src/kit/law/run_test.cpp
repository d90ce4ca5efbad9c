#include "kit/law/run.hpp"

#include <sstream>

#include <gtest/gtest.h>

namespace noms::law {
namespace {

class Rules : public testing::Test {
protected:
    Rules() { register_rules(); }

    std::string answers(const std::string& facts) {
        std::istringstream in(facts);
        std::ostringstream out;
        refused = run(*rule_set("working-day"), in, out);
        return out.str();
    }
    long long refused = -1;
};

TEST_F(Rules, AnswerEachLineInOrder) {
    std::string facts;
    for (int i = 0; i < 9000; ++i)  // more than one batch
        facts += R"({"day":"2006-04-03","add":)" + std::to_string(i % 200) + "}\n";
    std::istringstream lines(answers(facts));
    EXPECT_EQ(refused, 0);
    int count = 0;
    for (std::string line; std::getline(lines, line); ++count) {
        auto want =
            Calendar::england_and_wales().plus_working_days(*parse_date("2006-04-03"), count % 200);
        ASSERT_NE(line.find("\"result_day\":\"" + to_text(*want) + '"'), std::string::npos)
            << count;
    }
    EXPECT_EQ(count, 9000);
}

TEST_F(Rules, AnswerABadLineWithItsNumberAndFields) {
    auto text = answers("{\"day\":\"2006-04-03\"}\n{\"day\":\"soon\"}\nnot json\n");
    EXPECT_EQ(refused, 2);
    EXPECT_NE(text.find("\"line\":2,"), std::string::npos);
    EXPECT_NE(text.find("\"field\":\"day\""), std::string::npos);
    EXPECT_NE(text.find("\"line\":3,"), std::string::npos);
}

TEST_F(Rules, AreListedWithTheirLawAndSchemas) {
    std::ostringstream out;
    list_rule_sets(out);
    EXPECT_NE(out.str().find("\"name\":\"working-day\""), std::string::npos);
    EXPECT_NE(out.str().find("Banking and Financial Dealings Act 1971"), std::string::npos);
    EXPECT_NE(out.str().find("\"facts\":{"), std::string::npos);
    EXPECT_EQ(rule_set("no-such-rule"), nullptr);
}

}  // namespace
}  // namespace noms::law
