#include "kit/base/csv.hpp"

#include <sstream>

#include <gtest/gtest.h>

namespace noms::csv {
namespace {

std::vector<Row> rows_of(const std::string& text) {
    std::istringstream in(text);
    Reader reader(in);
    std::vector<Row> out;
    while (auto row = reader.next()) out.push_back(*row);
    return out;
}
using Cells = std::vector<std::string>;

TEST(Csv, KeepsEmptyCellsAndPassesOverBlankLines) {
    auto rows = rows_of("a,b,c\n\n,,\n");
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].cells, (Cells{"a", "b", "c"}));
    EXPECT_EQ(rows[1].cells, (Cells{"", "", ""}));
    EXPECT_EQ(rows[1].line, 3);
}

TEST(Csv, TakesQuotesCommasAndLinesWithinQuotes) {
    auto rows = rows_of("\xEF\xBB\xBF\"O\"\"Neill, Sean\",x\r\n\"two\nlines\",y\r\nlast,z");
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(rows[0].cells, (Cells{"O\"Neill, Sean", "x"}));
    EXPECT_EQ(rows[1].cells, (Cells{"two\nlines", "y"}));
    EXPECT_EQ(rows[2].cells, (Cells{"last", "z"}));
    EXPECT_EQ(rows[2].line, 4);
}

TEST(Csv, AQuoteNeverClosedSpoilsItsOwnLineOnly) {
    auto rows = rows_of("\"open,1\ngood,2\nalso good,3\n");
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(rows[0].fault, Fault::OpenQuote);
    EXPECT_EQ(rows[1].cells, (Cells{"good", "2"}));
    EXPECT_EQ(rows[2].line, 3);
}

TEST(Csv, ManyOpenQuotesSpoilOneLineEach) {
    auto rows = rows_of("\"open,1\n\"open,2\ngood,3\n");
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(rows[1].fault, Fault::OpenQuote);
    EXPECT_EQ(rows[2].cells, (Cells{"good", "3"}));
}

TEST(Csv, NamesWhatIsWrongWithALine) {
    auto rows = rows_of("Jos\xE9,1\n\"a\"b,2\n" + std::string(300 * 1024, 'x') + "\nfine,4\n");
    ASSERT_EQ(rows.size(), 4U);
    EXPECT_EQ(rows[0].fault, Fault::NotUtf8);
    EXPECT_EQ(rows[1].fault, Fault::StrayQuote);
    EXPECT_EQ(rows[2].fault, Fault::TooLong);
    EXPECT_EQ(rows[3].fault, Fault::None);
}

TEST(Csv, WritesNothingThatASpreadsheetWouldRun) {
    EXPECT_EQ(row_text({"=1+1", "a,b", "plain"}), "'=1+1,\"a,b\",plain\r\n");
}

}  // namespace
}  // namespace noms::csv
