// The public vectors of the Ministry of Justice, through the command, by the checker that stands
// beside them in ../shared. Skipped, and said so, where that folder is not there.
#include <array>
#include <cstdio>
#include <filesystem>
#include <string>

#include <gtest/gtest.h>

namespace noms {
namespace {

namespace fs = std::filesystem;

/// The checker of this working copy's neighbour; empty when there is none.
fs::path checker() {
    for (auto up : {"..", "../.."}) {
        auto found = fs::path(SOURCE) / up / "shared/tools/check_release_dates.py";
        if (fs::exists(found)) return fs::canonical(found);
    }
    return {};
}

struct Done {
    std::string said{};
    int status = -1;
};

Done run(const std::string& command) {
    Done done;
    FILE* pipe = popen((command + " 2>&1").c_str(), "r");
    if (!pipe) return done;
    std::array<char, 4096> buffer{};
    while (std::fgets(buffer.data(), int(buffer.size()), pipe)) done.said += buffer.data();
    done.status = pclose(pipe);
    return done;
}

TEST(PublicVectors, AllPassThroughTheCommand) {
    const auto script = checker();
    if (script.empty()) GTEST_SKIP() << "no ../shared with the public vectors here";
    const auto done = run("python3 '" + script.string() +
                          "' --show 5 -- '" NOMS "' release-dates --calendar vectors");
    EXPECT_EQ(done.status, 0) << done.said;
    EXPECT_NE(done.said.find(" all      699    699     699"), std::string::npos) << done.said;
}

}  // namespace
}  // namespace noms
