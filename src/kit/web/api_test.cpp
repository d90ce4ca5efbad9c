#include "kit/web/api.hpp"

#include <stdexcept>

#include <gtest/gtest.h>

namespace noms::web {
namespace {

struct Answer {
    int count = 0;
};
DESCRIBE(Answer, count)

Result<Answer> count(Context&) {
    return Answer{1};
}
Result<Answer> order(Context&, const Answer& answer) {
    return answer;
}

struct Found {
    const Route* route = nullptr;
    std::map<std::string, std::string, std::less<>> parts{};
    bool known_path = false;
    std::string pattern() const { return route ? route->address.path : ""; }
};
Found find(const Api& api, std::string_view method, std::string_view path) {
    Found found;
    found.route = api.find(method, path, found.parts, found.known_path);
    return found;
}

Api some_addresses() {
    Api api;
    api.get<Answer>({"/", "signed_in", "Home"}, count);
    api.get<Answer>({"/offenders/{offender}", "offenders.read", "One"}, count);
    api.get<Answer>({"/offenders/new", "offenders.write", "A new one"}, count);
    api.get<Answer>({"/offenders/{offender}/names/{name}", "offenders.read", "A name"}, count);
    api.command<Answer, Answer>({"/offenders/{offender}", "offenders.write", "Change"}, order);
    return api;
}

TEST(Addresses, FillInTheirParts) {
    auto api = some_addresses();
    auto found = find(api, "GET", "/offenders/17/names/3");
    EXPECT_EQ(found.pattern(), "/offenders/{offender}/names/{name}");
    EXPECT_EQ(found.parts["offender"], "17");
    EXPECT_EQ(found.parts["name"], "3");
    EXPECT_EQ(find(api, "GET", "/").pattern(), "/");
}

TEST(Addresses, PreferAFixedSegmentToAPart) {
    auto api = some_addresses();
    EXPECT_EQ(find(api, "GET", "/offenders/new").pattern(), "/offenders/new");
    EXPECT_EQ(find(api, "GET", "/offenders/newer").pattern(), "/offenders/{offender}");
    EXPECT_EQ(find(api, "GET", "/offenders/new/names/3").pattern(),
              "/offenders/{offender}/names/{name}");
}

TEST(Addresses, ThatNobodyDeclaredAreUnknown) {
    auto api = some_addresses();
    for (auto path : {"/nothing",
                      "/offenders",
                      "/offenders/",
                      "/offenders//names/3",
                      "/offenders/17/",
                      "//",
                      "/offenders/17/names/3/4"}) {
        auto found = find(api, "GET", path);
        EXPECT_EQ(found.route, nullptr) << path;
        EXPECT_FALSE(found.known_path) << path;
    }
}

TEST(Addresses, KnowWhichMethodsTheyTake) {
    auto api = some_addresses();
    auto found = find(api, "DELETE", "/offenders/17");
    EXPECT_EQ(found.route, nullptr);
    EXPECT_TRUE(found.known_path);
    EXPECT_EQ(api.methods("/offenders/17"), "GET, HEAD, POST");
    EXPECT_EQ(find(api, "POST", "/offenders/17").route->kind, Route::Kind::Command);
    EXPECT_EQ(find(api, "HEAD", "/offenders/17").route->kind, Route::Kind::Get);
}

TEST(Addresses, AreRefusedAtStartWithoutAPermission) {
    Api api;
    EXPECT_THROW(api.get<Answer>({"/open", "", "Open"}, count), std::logic_error);
    EXPECT_THROW(api.get<Answer>({"open", "signed_in", "Open"}, count), std::logic_error);
}

struct Asked {
    std::optional<Date> day{};
    std::optional<int> limit{};
};
DESCRIBE(Asked, day, limit)
Result<Answer> count_asked(Context&, const Asked&) {
    return Answer{};
}

TEST(Addresses, TellWhatTheirQueryMaySay) {
    Api api;
    api.get({"/prisons/{prison}/roll", "signed_in", "A roll"}, count_asked);
    auto said = api.openapi();
    EXPECT_NE(
        said.find(R"("in":"path","required":true,"schema":{"type":"string"},"name":"prison")"),
        std::string::npos);
    EXPECT_NE(said.find(R"(,"name":"day")"), std::string::npos);
    EXPECT_NE(said.find(R"({"in":"query","required":false)"), std::string::npos);
}

TEST(Addresses, AreRefusedAtStartWhenTaken) {
    auto api = some_addresses();
    EXPECT_THROW(api.get<Answer>({"/offenders/new", "signed_in", "Again"}, count),
                 std::logic_error);
    EXPECT_THROW(api.get<Answer>({"/offenders/{other}", "signed_in", "Again"}, count),
                 std::logic_error);
}

Request with_header(std::string name, std::string value) {
    return {.path = "/offenders", .headers = {{std::move(name), std::move(value)}}};
}

TEST(Request, FindsACookieAmongOthers) {
    auto request = with_header("cookie", "a=1; __Host-session=abc=; b=2");
    EXPECT_EQ(request.cookie("__Host-session"), "abc=");
    EXPECT_EQ(request.cookie("b"), "2");
    EXPECT_EQ(request.cookie("session"), "");
    EXPECT_EQ(with_header("cookie", ";;=;a").cookie("a"), "");
}

TEST(Request, WantsJsonWhenItsPathOrItsHeadersSaySo) {
    EXPECT_TRUE(with_header("accept", "application/json").wants_json());
    EXPECT_TRUE(with_header("content-type", "application/json; charset=utf-8").wants_json());
    EXPECT_TRUE((Request{.path = "/api/offenders"}.wants_json()));
    EXPECT_FALSE(with_header("accept", "text/html,application/json;q=0.9").wants_json());
    EXPECT_FALSE(with_header("accept", "*/*").wants_json());
}

}  // namespace
}  // namespace noms::web
