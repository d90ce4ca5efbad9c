#include "kit/record/spelling.hpp"

#include <gtest/gtest.h>
#include <boost/json.hpp>

namespace noms::record {
namespace {

std::string spelt(std::string_view changes) {
    auto array = boost::json::parse(changes).as_array();
    spell_out(array);
    return boost::json::serialize(array);
}

TEST(SpellingOut, MakesTheWholeRowOfWhatIsNewInIt) {
    EXPECT_EQ(spelt(R"([{"table":"book","after":{"id":"1","title":"Emma","due_on":"2006-05-01"}},)"
                    R"({"again":{"id":"2","due_on":null}},{"again":{"id":"3","lent":true}}])"),
              R"([{"table":"book","after":{"id":"1","title":"Emma","due_on":"2006-05-01"}},)"
              R"({"table":"book","after":{"id":"2","title":"Emma"}},)"
              R"({"table":"book","after":{"id":"3","title":"Emma","lent":true}}])");
}

TEST(SpellingOut, LeavesEverythingElseAsItStands) {
    for (auto changes :
         {R"([])",
          R"([{"table":"book","after":{"id":"1"}},{"table":"book","after":{"id":"2"}}])",
          R"([{"table":"book","key":{"id":"1"},"before":{"lent":false},"after":{"lent":true}}])",
          R"([{"table":"book","key":{"id":"1"},"before":{"id":"1"}}])",
          R"([{"again":{"id":"1"}},7])"})
        EXPECT_EQ(spelt(changes), changes);
}

}  // namespace
}  // namespace noms::record
