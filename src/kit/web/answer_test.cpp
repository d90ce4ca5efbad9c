#include <filesystem>
#include <future>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "kit/db/testing.hpp"
#include "kit/web/answered.hpp"
#include "kit/web/api.hpp"

namespace noms::web {
namespace {

struct ParcelTag {};
struct Parcel {
    Id<ParcelTag> id{};
    std::string words{};
    int weight = 0;
};
DESCRIBE(Parcel, id, words, weight)
const record::Table<Parcel> parcels{"parcel", "id"};

struct SendParcel {
    std::string words{};
    int weight = 0;
};
DESCRIBE(SendParcel, words, weight)

Result<Parcel> send(Context& context, const SendParcel& command) {
    Parcel parcel{new_id<ParcelTag>(), command.words, command.weight};
    context.changes->about({"parcel", parcel.id.number}, "parcel.sent");
    context.changes->add(parcels, parcel);
    if (command.weight > 20) return refused("A parcel weighs 20 kilograms at the most.");
    if (command.words == "throw") throw std::runtime_error("the secret of the house");
    return parcel;
}
Result<Parcel> one(Context& context) {
    auto id = TRY(context.id<ParcelTag>("parcel"));
    context.shows("parcel", id.number);
    return Parcel{id, "found", 1};
}
Result<Parcel> any(Context&) {
    return Parcel{};
}
Result<Parcel> fails(Context&) {
    throw std::runtime_error("the secret of the house");
}
Result<page::Page> list(Context&) {
    return page::Page("Parcels").add(page::text("All of them"));
}
Result<page::Page> again(Context&, const form::Values& values, const Error& error) {
    auto typed = std::string(form::value_of(values, "words"));
    return page::Page("Send a parcel").add(page::text(typed + " / " + error.message));
}
std::string after(const Parcel& parcel) {
    return "/parcels/" + to_text(parcel.id);
}

Api some_addresses() {
    Api api;
    api.page({"/parcels", "parcels.read", "Parcels"}, list);
    api.get<Parcel>({"/api/parcels/{parcel}", "parcels.read", "One"}, one);
    api.get<Parcel>({"/api/open", std::string(signed_out), "For all"}, any);
    api.get<Parcel>({"/api/mine", std::string(anybody_signed_in), "For the signed in"}, any);
    api.get<Parcel>({"/api/secret", "secrets.read", "For few"}, any);
    api.get<Parcel>({"/api/broken", std::string(signed_out), "Fails"}, fails);
    api.command<SendParcel, Parcel>({"/parcels", "parcels.write", "Send"}, send, {after, again});
    return api;
}

Actor priya() {
    return {.account = {7},
            .name = "priya.raman",
            .shown = "Priya Raman",
            .permissions = {"parcels.read", "parcels.write"},
            .csrf = "token-of-priya"};
}

Result<std::optional<Actor>> who(const Request& request) {
    auto actor = priya();
    auto bearer = request.header("authorization");
    if (bearer == "Bearer bad") return forbidden("The token has expired.");
    if (bearer == "Bearer good") {
        actor.csrf.clear();
        actor.by_token = true;
        return actor;
    }
    if (request.cookie("session") == "priya") return actor;
    return std::nullopt;
}

using Headers = std::vector<std::pair<std::string, std::string>>;

class Answer : public db::testing::OnEveryEngine {
protected:
    Api api = some_addresses();
    record::ReadLog* reads = nullptr;

    void SetUp() override {
        OnEveryEngine::SetUp();
        if (!database) return;
        ASSERT_TRUE(db::migrate(*database, record::migrations()));
        database->alone([](db::Connection& db) {
            db.script("create table parcel (id bigint primary key, words text, weight integer)");
        });
    }

    Reply ask(std::string method, std::string path, Headers headers = {}, std::string body = {}) {
        Service service{.api = api,
                        .database = *database,
                        .reads = reads,
                        .today = [] { return Date(std::chrono::year(2006) / 4 / 3); },
                        .who = who};
        return answer(service,
                      {.id = "r1",
                       .method = std::move(method),
                       .path = std::move(path),
                       .body = std::move(body),
                       .headers = std::move(headers)});
    }
    Reply post(std::string body, Headers more = {{"x-csrf-token", "token-of-priya"}}) {
        more.emplace_back("content-type", "application/json");
        more.emplace_back("cookie", "session=priya");
        return ask("POST", "/parcels", more, std::move(body));
    }
    Reply fill_in(std::string body, Headers more = {}) {
        more.emplace_back("content-type", "application/x-www-form-urlencoded");
        more.emplace_back("cookie", "session=priya");
        return ask("POST", "/parcels", more, std::move(body));
    }
    std::int64_t count(std::string_view table) {
        auto text = "select count(*) as n from " + std::string(table);
        return database
            ->read([&](db::Connection& db) {
                return Result<std::int64_t>(db::one<std::int64_t>(db, db::Query{text, text}));
            })
            .value();
    }
};
ON_EVERY_ENGINE(Answer);

const Headers as_priya{{"cookie", "session=priya"}, {"accept", "application/json"}};

std::string header(const Reply& reply, std::string_view name) {
    for (const auto& [each, value] : reply.headers)
        if (each == name) return value;
    return {};
}

TEST_P(Answer, IsRefusedWithoutThePermission) {
    EXPECT_EQ(ask("GET", "/api/secret", as_priya).status, 403);
    EXPECT_EQ(ask("GET", "/api/mine", as_priya).status, 200);
    EXPECT_EQ(ask("GET", "/api/open").status, 200);
}

TEST_P(Answer, AsksForASignIn) {
    auto json = ask("GET", "/api/mine");
    EXPECT_EQ(json.status, 401);
    EXPECT_EQ(json.type, "application/problem+json");
    EXPECT_EQ(header(json, "www-authenticate"), "Bearer");
    auto page = ask("GET", "/parcels");
    EXPECT_EQ(page.status, 303);
    EXPECT_EQ(header(page, "location"), "/sign-in?to=%2Fparcels");
    EXPECT_EQ(ask("GET", "/api/open", {{"authorization", "Bearer bad"}}).status, 401);
}

TEST_P(Answer, SaysWhatIsNotThere) {
    EXPECT_EQ(ask("GET", "/api/nothing").status, 404);
    EXPECT_EQ(ask("GET", "/api/parcels/!", as_priya).status, 404);
    auto wrong = ask("DELETE", "/api/open");
    EXPECT_EQ(wrong.status, 405);
    EXPECT_EQ(header(wrong, "allow"), "GET, HEAD");
    EXPECT_EQ(wrong.route, "");
}

TEST_P(Answer, CarriesTheRouteAndTheAccountForTheLog) {
    auto reply = ask("GET", "/api/parcels/0000000000011", as_priya);
    EXPECT_EQ(reply.status, 200);
    EXPECT_EQ(reply.route, "/api/parcels/{parcel}");
    EXPECT_EQ(reply.account, 7);
}

TEST_P(Answer, ToACommandIsItsRowAndOneEvent) {
    auto reply = post(R"({"words":"books","weight":3})");
    EXPECT_EQ(reply.status, 201) << reply.body;
    EXPECT_EQ(json::read<Parcel>(reply.body).value().words, "books");
    EXPECT_EQ(count("parcel"), 1);
    EXPECT_EQ(count("event"), 1);
}

TEST_P(Answer, LeavesNothingBehindWhenRefused) {
    auto reply = post(R"({"words":"iron","weight":30})");
    EXPECT_EQ(reply.status, 409);
    EXPECT_NE(reply.body.find("20 kilograms"), std::string::npos);
    EXPECT_EQ(count("parcel"), 0);
    EXPECT_EQ(count("event"), 0);
}

TEST_P(Answer, NamesEveryBadField) {
    auto reply = post(R"({"weight":"heavy","colour":"red"})");
    EXPECT_EQ(reply.status, 422);
    EXPECT_EQ(reply.type, "application/problem+json");
    for (auto field : {"words", "weight", "colour"})
        EXPECT_NE(reply.body.find(field), std::string::npos) << field << " in " << reply.body;
    EXPECT_NE(reply.body.find(R"("request":"r1")"), std::string::npos);
}

TEST_P(Answer, IsRefusedToAnotherSite) {
    auto body = R"({"words":"books","weight":3})";
    EXPECT_EQ(post(body, {}).status, 403);
    EXPECT_EQ(post(body, {{"x-csrf-token", "token-of-somebody"}}).status, 403);
    EXPECT_EQ(
        post(body, {{"x-csrf-token", "token-of-priya"}, {"sec-fetch-site", "cross-site"}}).status,
        403);
    EXPECT_EQ(
        post(body,
             {{"x-csrf-token", "token-of-priya"}, {"host", "noms"}, {"origin", "https://evil"}})
            .status,
        403);
    EXPECT_EQ(count("parcel"), 0);
    EXPECT_EQ(
        post(body,
             {{"x-csrf-token", "token-of-priya"}, {"host", "noms"}, {"origin", "https://noms"}})
            .status,
        201);
}

TEST_P(Answer, NeedsNoTokenOfASessionForABearer) {
    auto reply = ask("POST",
                     "/parcels",
                     {{"authorization", "Bearer good"}, {"content-type", "application/json"}},
                     R"({"words":"books","weight":3})");
    EXPECT_EQ(reply.status, 201);
}

TEST_P(Answer, IsTheSameForTheSameKey) {
    Headers keyed{{"x-csrf-token", "token-of-priya"}, {"idempotency-key", "k1"}};
    auto first = post(R"({"words":"books","weight":3})", keyed);
    auto second = post(R"({"words":"books","weight":3})", keyed);
    EXPECT_EQ(second.status, 201);
    EXPECT_EQ(second.body, first.body);
    EXPECT_EQ(count("parcel"), 1);
    EXPECT_EQ(post(R"({"words":"shoes","weight":3})", keyed).status, 422);
    keyed[1].second = "k2";
    EXPECT_NE(post(R"({"words":"books","weight":3})", keyed).body, first.body);
    EXPECT_EQ(count("parcel"), 2);
}

TEST_P(Answer, IsTheSameForTheSameKeyAtTheSameTime) {
    std::vector<std::jthread> clients;
    std::vector<Reply> replies(8);
    for (auto& reply : replies)
        clients.emplace_back([&] {
            reply = post(R"({"words":"books","weight":3})",
                         {{"x-csrf-token", "token-of-priya"}, {"idempotency-key", "k1"}});
        });
    clients.clear();
    for (const auto& reply : replies) {
        EXPECT_EQ(reply.status, 201) << reply.body;
        EXPECT_EQ(reply.body, replies.front().body);
    }
    EXPECT_EQ(count("parcel"), 1);
}

TEST_P(Answer, LeavesOnceItIsLoggedWhomItShows) {
    auto folder =
        std::filesystem::temp_directory_path() / ("noms-answer-" + id_text(new_id_number()));
    {
        record::ReadLog log(folder, *database);
        reads = &log;
        EXPECT_FALSE(ask("GET", "/parcels", {{"cookie", "session=priya"}}).when) << "shows nobody";
        auto path = "/api/parcels/" + to_text(new_id<ParcelTag>());
        auto reply = ask("GET", path, {{"cookie", "session=priya"}});
        ASSERT_TRUE(reply.when);
        std::promise<bool> is_on_disk;
        reply.when([&](bool may) { is_on_disk.set_value(may); });
        EXPECT_TRUE(is_on_disk.get_future().get());
        log.shipped();
        EXPECT_EQ(count("record_read_subject"), 1);
    }
    std::filesystem::remove_all(folder);
}

TEST_P(Answer, IsForgottenAfterItsTime) {
    Headers keyed{{"x-csrf-token", "token-of-priya"}, {"idempotency-key", "k1"}};
    post(R"({"words":"books","weight":3})", keyed);
    forget_answers(*database, now() - answers_kept_for);
    EXPECT_EQ(count("command_answer"), 1);
    forget_answers(*database, now() + std::chrono::seconds(1));
    EXPECT_EQ(count("command_answer"), 0);
}

TEST_P(Answer, RemembersNoRefusal) {
    Headers keyed{{"x-csrf-token", "token-of-priya"}, {"idempotency-key", "k1"}};
    EXPECT_EQ(post(R"({"words":"iron","weight":30})", keyed).status, 409);
    EXPECT_EQ(count("command_answer"), 0);
    EXPECT_EQ(post(R"({"words":"iron","weight":3})", keyed).status, 201);
}

TEST_P(Answer, LeadsAFormOn) {
    auto reply = fill_in("words=books&weight=3&csrf=token-of-priya&idempotency=k1");
    EXPECT_EQ(reply.status, 303) << reply.body;
    EXPECT_TRUE(header(reply, "location").starts_with("/parcels/"));
    auto twice = fill_in("words=books&weight=3&csrf=token-of-priya&idempotency=k1");
    EXPECT_EQ(header(twice, "location"), header(reply, "location"));
    EXPECT_EQ(count("parcel"), 1);
    EXPECT_EQ(fill_in("words=books&weight=3").status, 403);
}

TEST_P(Answer, ShowsAFormAgainWithWhatWasTyped) {
    auto reply = fill_in("words=iron%20bars&weight=30&csrf=token-of-priya");
    EXPECT_EQ(reply.status, 409);
    EXPECT_NE(reply.body.find("iron bars / A parcel weighs 20 kilograms"), std::string::npos);
    EXPECT_EQ(fill_in("words=iron&weight=much&csrf=token-of-priya").status, 422);
}

TEST_P(Answer, IsAPageThatKeepsOtherSitesOut) {
    auto page = ask("GET", "/parcels", {{"cookie", "session=priya"}});
    EXPECT_EQ(page.status, 200);
    EXPECT_NE(page.body.find("All of them"), std::string::npos);
    EXPECT_NE(header(page, "content-security-policy").find("default-src 'none'"),
              std::string::npos);
    EXPECT_EQ(header(page, "cache-control"), "no-store");
    EXPECT_EQ(header(page, "x-content-type-options"), "nosniff");
    EXPECT_NE(ask("GET", "/nothing").body.find("Page not found"), std::string::npos);
}

TEST_P(Answer, KeepsTheWordsOfAnExceptionToItself) {
    auto reply = ask("GET", "/api/broken");
    EXPECT_EQ(reply.status, 500);
    EXPECT_EQ(reply.body.find("secret"), std::string::npos);
    EXPECT_NE(reply.body.find("r1"), std::string::npos);
    EXPECT_EQ(post(R"({"words":"throw","weight":3})").status, 500);
    EXPECT_EQ(count("parcel"), 0);
}

TEST_P(Answer, TakesOnlyKindsOfBodyItKnows) {
    auto reply = ask("POST",
                     "/parcels",
                     {{"cookie", "session=priya"}, {"content-type", "text/plain"}},
                     "words=1");
    EXPECT_EQ(reply.status, 415);
}

TEST_P(Answer, IsDescribedAsOpenApi) {
    auto text = api.openapi();
    for (auto part : {R"("openapi":"3.1.0")",
                      R"("/api/parcels/{parcel}":{"get":{)",
                      R"("operationId":"get_api_parcels_parcel")",
                      R"("name":"parcel")",
                      R"("/parcels":{"post":{)",
                      R"("x-permission":"parcels.write")"})
        EXPECT_NE(text.find(part), std::string::npos) << part << " in " << text;
}

}  // namespace
}  // namespace noms::web
