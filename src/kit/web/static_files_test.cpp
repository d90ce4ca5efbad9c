#include "kit/web/static_files.hpp"

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

namespace noms::web {
namespace {

std::string header(const Reply& reply, std::string_view name) {
    for (const auto& [each, value] : reply.headers)
        if (each == name) return value;
    return {};
}
Request get(std::string path, std::string name = "x", std::string value = "") {
    return {
        .method = "GET", .path = std::move(path), .headers = {{std::move(name), std::move(value)}}};
}
StaticFiles a_style_sheet() {
    StaticFiles files;
    files.add("app.css", std::string(5000, 'a'));
    files.add("dot.png", "\x89PNG");
    return files;
}

TEST(StaticFile, IsKeptForGoodUnderItsDigest) {
    auto files = a_style_sheet();
    auto path = files.path("app.css");
    EXPECT_EQ(path.size(), std::string("/assets/app.css").size() + 33);
    auto reply = files.serve(get(path)).value();
    EXPECT_EQ(reply.status, 200);
    EXPECT_EQ(reply.type, "text/css; charset=utf-8");
    EXPECT_EQ(reply.body, std::string(5000, 'a'));
    EXPECT_EQ(header(reply, "cache-control"), "public, max-age=31536000, immutable");
}

TEST(StaticFile, IsAskedForAgainUnderItsPlainName) {
    auto files = a_style_sheet();
    EXPECT_EQ(header(files.serve(get("/assets/app.css")).value(), "cache-control"), "no-cache");
    auto old = files.serve(get("/assets/0123/app.css")).value();
    EXPECT_EQ(old.status, 200);
    EXPECT_EQ(header(old, "cache-control"), "no-cache");
}

TEST(StaticFile, IsNotSentTwice) {
    auto files = a_style_sheet();
    auto tag = header(files.serve(get("/assets/dot.png")).value(), "etag");
    auto again = files.serve(get("/assets/dot.png", "if-none-match", "\"other\", " + tag)).value();
    EXPECT_EQ(again.status, 304);
    EXPECT_EQ(again.body, "");
    EXPECT_EQ(files.serve(get("/assets/dot.png", "if-none-match", "\"other\"")).value().status,
              200);
}

TEST(StaticFile, IsCompressedForThoseWhoTakeIt) {
    auto files = a_style_sheet();
    auto plain = files.serve(get("/assets/app.css")).value();
    auto small = files.serve(get("/assets/app.css", "accept-encoding", "gzip")).value();
    EXPECT_EQ(header(small, "content-encoding"), "gzip");
    EXPECT_LT(small.body.size(), 500);
    EXPECT_NE(header(small, "etag"), header(plain, "etag"));
    auto picture = files.serve(get("/assets/dot.png", "accept-encoding", "gzip")).value();
    EXPECT_EQ(header(picture, "content-encoding"), "");
}

TEST(StaticFile, IsNotFoundOutsideTheFolder) {
    auto files = a_style_sheet();
    EXPECT_FALSE(files.serve(get("/offenders")));
    EXPECT_EQ(files.serve(get("/assets/../app.css")).value().status, 200);  // a name, never a path
    EXPECT_EQ(files.serve(get("/assets/../../etc/passwd")).value().status, 404);
    EXPECT_EQ(files.serve(get("/assets/")).value().status, 404);
    EXPECT_EQ(files.serve({.method = "POST", .path = "/assets/app.css"}).value().status, 405);
}

TEST(StaticFile, ComesFromAFolderAndThoseBelow) {
    auto folder =
        std::filesystem::temp_directory_path() /
        ("noms-static-" + std::to_string(::testing::UnitTest::GetInstance()->random_seed()) +
         std::to_string(reinterpret_cast<std::uintptr_t>(&get)));
    std::filesystem::create_directories(folder / "images");
    std::ofstream(folder / "app.js") << "1";
    std::ofstream(folder / "images/a.svg") << "<svg/>";
    StaticFiles files;
    files.add_folder(folder.string());
    EXPECT_EQ(files.serve(get(files.path("images/a.svg"))).value().type, "image/svg+xml");
    EXPECT_EQ(files.serve(get("/assets/app.js")).value().body, "1");
    EXPECT_THROW(files.add("app.js", "2"), std::logic_error);
    std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace noms::web
