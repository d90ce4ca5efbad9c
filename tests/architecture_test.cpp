// The dependency rule, as a test: app -> areas -> kit, and inside the kit
// web -> page, record -> db -> describe -> base, law -> describe.
#include <iterator>
#include <map>
#include <regex>
#include <set>
#include <sstream>

#include <gtest/gtest.h>

#include "sources.hpp"

namespace noms {
namespace {

using Names = std::set<std::string>;
namespace fs = std::filesystem;

const std::map<std::string, Names> kit_may_use = {
    {"base", {"base"}},
    {"describe", {"describe", "base"}},
    {"law", {"law", "describe", "base"}},
    {"db", {"db", "describe", "base"}},
    {"record", {"record", "db", "describe", "base"}},
    {"page", {"page", "describe", "base"}},
    {"web", {"web", "page", "record", "db", "describe", "base"}},
};
const std::regex own("^#include \"((kit|areas|app)/[^\"]+)\"");
const std::regex heavy(
    "^#include <(boost/(json|beast|asio)|libpq-fe|sqlite3|toml\\+\\+|openssl|sodium)");
const std::regex beast("^#include <boost/(beast|asio)");

/// Reads "add_area(recall DEPENDS licence sentences)" from the top CMakeLists.txt.
std::map<std::string, Names> areas_by_what_they_may_call() {
    std::map<std::string, Names> areas;
    const std::regex add_area("^add_area\\((\\w+)(?: DEPENDS ([\\w ]+))?\\)");
    std::smatch found;
    for (const auto& line : sources::lines_of(fs::path(SOURCE) / "CMakeLists.txt")) {
        if (!std::regex_search(line, found, add_area)) continue;
        std::istringstream words(found[2].str());
        Names needed(std::istream_iterator<std::string>(words), {});
        for (const auto& name : needed)
            EXPECT_TRUE(areas.contains(name)) << found[1] << " must be listed after " << name;
        areas[found[1]] = needed;
    }
    return areas;
}

struct Place {
    std::string layer;    // "areas"
    std::string folder;   // "offenders"
    std::string stem;     // "rules"
    bool engine = false;  // one of what an area calculates without a database
};

Place place_of(const fs::path& below_src) {
    auto part = below_src.begin();
    std::string layer = part->string();
    return {layer,
            (++part)->string(),
            below_src.stem().string(),
            below_src.parent_path().filename() == "engine"};
}

bool is_test(const std::string& stem) {
    return stem.ends_with("_test") || stem == "testing" || stem == "test_client";
}

bool allowed_in_kit(const Place& from, const Place& to) {
    return to.layer == "kit" &&
           (is_test(from.stem) || kit_may_use.at(from.folder).contains(to.folder));
}

bool allowed_in_area(const Place& from, const Place& to, const Names& may_call) {
    bool pure = from.stem.starts_with("rules") || from.engine;
    bool seen_by_rules = to.folder == "base" || to.folder == "law" || to.folder == "describe";
    if (to.layer == "kit") return !pure || is_test(from.stem) || seen_by_rules;
    if (to.layer == "app") return false;
    // Of another area only its face, named after it; a test may stand on what its tests set up.
    bool is_face = to.stem == to.folder || (is_test(from.stem) && to.stem == "testing");
    return to.folder == from.folder || (is_face && may_call.contains(to.folder));
}

bool allowed(const Place& from, const Place& to) {
    static const auto areas = areas_by_what_they_may_call();
    if (from.layer == "app") return true;
    if (from.layer == "kit") return allowed_in_kit(from, to);
    return allowed_in_area(from, to, areas.at(from.folder));
}

TEST(Architecture, EveryIncludePointsTheRightWay) {
    size_t checked = 0;
    for (const auto& source : sources::below("src", {".cpp", ".hpp"})) {
        auto below_src = fs::relative(source.path, "src");
        std::smatch found;
        for (const auto& line : source.lines) {
            if (!std::regex_search(line, found, own)) continue;
            ++checked;
            if (!allowed(place_of(below_src), place_of(found[1].str())))
                ADD_FAILURE() << source.path << " may not include " << found[1];
        }
    }
    EXPECT_GT(checked, 100u);
}

TEST(Architecture, HeavyHeadersStayOutOfHeaders) {
    for (const auto& source : sources::below("src", {".hpp"})) {
        bool private_of_beast =
            source.path.string().starts_with("src/kit/web/") &&
            (source.path.stem() == "session" || source.path.stem() == "wire" ||
             source.path.stem() == "host" || source.path.stem() == "connections" ||
             source.path.stem() == "test_client");
        for (const auto& line : source.lines)
            if (std::regex_search(line, heavy) && !private_of_beast)
                ADD_FAILURE() << source.path << " is a header: move this to a .cpp: " << line;
    }
}

TEST(Architecture, OnlyTheWebKitKnowsBeast) {
    for (const auto& source : sources::below("src", {".cpp", ".hpp"}))
        for (const auto& line : source.lines)
            if (std::regex_search(line, beast) && !source.path.string().starts_with("src/kit/web/"))
                ADD_FAILURE() << source.path << ": " << line;
}

TEST(Architecture, ATableIsReadAndWrittenByItsOwnAreaOnly) {
    const std::regex create("create (table|view) (\\w+)");
    std::map<std::string, std::string> owner;
    auto statements = sources::below("src", {".sql"});
    for (const auto& source : statements)
        for (const auto& line : source.lines) {
            std::smatch found;
            if (std::regex_search(line, found, create))
                owner[found[2]] = fs::relative(source.path, "src").parent_path().parent_path();
        }
    const std::regex table("(from|join|into|update) (\\w+)");
    size_t checked = 0;
    for (const auto& source : statements) {
        std::string area = fs::relative(source.path, "src").parent_path().parent_path();
        for (const auto& line : source.lines)
            for (std::sregex_iterator at(line.begin(), line.end(), table), end; at != end; ++at) {
                auto name = (*at)[2].str();
                // Who may see a record is a condition of other areas' queries: see access.hpp.
                bool shared = name.ends_with("_facts") || name.starts_with("access_");
                auto found = owner.find(name);
                if (found == owner.end() || shared) continue;
                ++checked;
                EXPECT_EQ(found->second, area) << source.path << " uses " << name;
            }
    }
    EXPECT_GT(checked, 50u);
}

}  // namespace
}  // namespace noms
