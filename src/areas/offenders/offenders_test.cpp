#include "areas/offenders/offenders.hpp"

#include <algorithm>
#include <sstream>

#include <gtest/gtest.h>

#include "areas/offenders/adding.hpp"
#include "areas/offenders/handlers.hpp"
#include "areas/offenders/search.hpp"
#include "areas/offenders/store.hpp"
#include "areas/offenders/testing.hpp"

namespace noms::offenders {
namespace {

const std::string extract =
    "record_id,source,prison_number,crn,pnc,cro,first_name,middle_name,last_name,alias_first,alias_"
    "last,"
    "dob,alias_dob,sex,ethnicity,address,postcodes,sentence_dates,held_by\n"
    "1,prison,A1234BC,,1979/0163001B,,SEAN,,O'NEILL,,,1960-02-01,,M,W2,,,,MDI\n"
    "2,probation,,X320741,79/163001B,,Sean,Patrick,O Neill,Jack,,1960-02-01,,M,,,,,\n"
    "3,prison,A1235BC,,,,José,,Silva-Costa,,,1982-03-09,,M,,,,,LEI\n";

class Record : public testing::WithRecords {
protected:
    void SetUp() override {
        WithRecords::SetUp();
        if (!database) return;
        std::istringstream in(extract);
        ASSERT_TRUE(import_extract(
            *database,
            in,
            {.file = "e.csv", .day = day, .actor_name = "test", .holder_of = prison_of}));
    }
    static std::optional<Holder> prison_of(const std::string&, const std::string& code) {
        return Holder{.scope_kind = "prison", .body = code == "MDI" ? 7 : 8};
    }
    std::vector<std::string> names_found(const std::string& typed, const web::Actor& by) {
        std::vector<std::string> out;
        database->with_reader([&](db::Connection& db) {
            for (const auto& found : search(db, by, day, terms_of(typed, day), 10, 0))
                out.push_back(store::offender(db, found.id)->surname);
        });
        return out;
    }
    OffenderId id_of(const std::string& typed) {
        OffenderId id;
        database->with_reader([&](db::Connection& db) {
            id = search(db, actor("national"), day, terms_of(typed, day), 10, 0).at(0).id;
        });
        return id;
    }
};
ON_EVERY_ENGINE(Record);

using Names = std::vector<std::string>;

TEST_P(Record, IsFoundByNameInAnyOrderWithOrWithoutAccents) {
    auto national = actor("national");
    for (auto typed :
         {"o'neill sean", "SEAN ONEILL", "patr o neill", "jack oneill", "O’Neill, Seán"})
        EXPECT_EQ(names_found(typed, national), Names{"O'Neill"}) << typed;
    EXPECT_EQ(names_found("costa jose", national), Names{"Silva-Costa"});
    EXPECT_TRUE(names_found("costa sean", national).empty());
}

TEST_P(Record, IsFoundByAnyNumberAndByBirthDate) {
    auto national = actor("national");
    for (auto typed : {"79/163001B", "19790163001b", "x320741", "a1234bc", "1/2/1960 oneill"})
        EXPECT_EQ(names_found(typed, national), Names{"O'Neill"}) << typed;
    EXPECT_EQ(names_found("09.03.1982", national), Names{"Silva-Costa"});
}

TEST_P(Record, IsFoundOnlyInTheScopeThatHoldsIt) {
    EXPECT_EQ(names_found("79/163001B", actor("prison", 7)), Names{"O'Neill"});
    EXPECT_TRUE(names_found("79/163001B", actor("prison", 8)).empty());
    EXPECT_TRUE(names_found("79/163001B", actor("")).empty());
}

TEST_P(Record, IsListedByLetterAndCountedInScope) {
    database->with_reader([&](db::Connection& db) {
        auto all = list_offenders(db, actor("national"), day, {}, 10).value();
        EXPECT_EQ(count_offenders(db, actor("national"), day, {}).value(), 2);
        ASSERT_EQ(all.size(), 2U);
        auto next =
            list_offenders(db, actor("national"), day, {.after = to_text(all[0].id)}, 10).value();
        ASSERT_EQ(next.size(), 1U);
        EXPECT_EQ(next[0].surname, "Silva-Costa");
        EXPECT_EQ(count_offenders(db, actor("prison", 7), day, {.letter = "S"}).value(), 0);
        EXPECT_FALSE(list_offenders(db, actor("national"), day, {.sex = "Other"}, 10));
    });
}

TEST_P(Record, OutOfScopeIsTheSameAsUnknown) {
    auto id = to_text(id_of("79/163001B"));
    auto elsewhere = command({{"offender", id}}, actor("prison", 8), &offender_in);
    auto nobody = command({{"offender", id_text(12345)}}, actor("national"), &offender_in);
    ASSERT_FALSE(elsewhere);
    ASSERT_FALSE(nobody);
    EXPECT_EQ(elsewhere.error().kind, Error::Kind::NotFound);
    EXPECT_EQ(elsewhere.error().message, nobody.error().message);
}

TEST_P(Record, RefusesAStaleEdit) {
    std::map<std::string, std::string, std::less<>> parts{{"offender", to_text(id_of("a1235bc"))}};
    auto add = [](web::Context& context) {
        return add_alias(context, {.version = 1, .surname = "Santos"});
    };
    EXPECT_TRUE(command(parts, actor("national"), add));
    auto again = command(parts, actor("national"), add);
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().kind, Error::Kind::Conflict);
    EXPECT_EQ(names_found("santos", actor("national")), Names{"Silva-Costa"});
}

TEST_P(Record, PartsAndKeepsEveryFactWhenAJoinIsUndone) {
    auto id = id_of("79/163001B");
    auto version =
        database->read([&](db::Connection& db) { return store::offender(db, id); })->version;
    auto link = database->read([&](db::Connection& db) {
        return std::optional(store::links_with_members(db, id).get().at(0).id);
    });
    auto undone =
        command({{"offender", to_text(id)}, {"link", to_text(*link)}},
                actor("national"),
                [&](web::Context& context) {
                    return undo(context, {.version = version, .reason = "not one person"});
                });
    ASSERT_TRUE(undone) << undone.error().message;
    EXPECT_EQ(names_found("79/163001B", actor("national")), (Names{"O Neill", "O'Neill"}));
    EXPECT_EQ(names_found("x320741", actor("national")), Names{"O Neill"});
    EXPECT_EQ(names_found("a1234bc", actor("national")), Names{"O'Neill"});
}

TEST(SearchTerms, SayWhatIsWrongWithANumberAndWhatItMayHaveBeen) {
    auto terms = terms_of("2000/0418216W", *parse_date("2006-04-03"));
    ASSERT_EQ(terms.advice.size(), 1U);
    EXPECT_NE(std::ranges::find(terms.near, "2000/0418206W"), terms.near.end());
}

TEST_P(Record, IsMadeForAPersonWhomNoExtractBrought) {
    AddPerson person{.first_name = "marcus",
                     .surname = "ODELL",
                     .birth_date = parse_date("1982-03-09"),
                     .number_kind = IdentifierKind::PrisonNumber,
                     .number = "A9876BC"};
    auto by_prison = actor("prison", 7);
    auto add = [&](web::Context& context) { return add_person(context, person); };
    ASSERT_TRUE(command({}, by_prison, add));
    EXPECT_EQ(names_found("marcus odell", by_prison), Names{"Odell"});
    EXPECT_EQ(names_found("a9876bc", by_prison), Names{"Odell"});
    EXPECT_TRUE(names_found("odell", actor("prison", 8)).empty());
    auto again = command({}, by_prison, add);
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().fields.at(0).code, "number_taken");
}

TEST_P(Record, OutOfSightIsNotSpokenOfButBecomesAPairForReview) {
    AddPerson person{
        .surname = "Silva", .number_kind = IdentifierKind::PrisonNumber, .number = "A1235BC"};
    auto made = command(
        {}, actor("prison", 7), [&](web::Context& context) { return add_person(context, person); });
    ASSERT_TRUE(made);
    auto pairs = database->read([&](db::Connection& db) {
        return store::candidates_among(db, std::span(&made->offender.number, 1)).get();
    });
    ASSERT_EQ(pairs.size(), 1u);
    EXPECT_EQ(pairs.front().offender, id_of("silva-costa"));
}

TEST_P(Record, IsNotMadeOfAWrongNumberNorForAnAccountThatHoldsNone) {
    AddPerson person{
        .surname = "Silva", .number_kind = IdentifierKind::Pnc, .number = "79/163001A"};
    auto add = [&](web::Context& context) { return add_person(context, person); };
    EXPECT_EQ(command({}, actor("area", 3), add).error().fields.at(0).code, "not_right");
    person.number = "79/163001B";
    EXPECT_EQ(command({}, actor("caseload", 3), add).error().kind, Error::Kind::Refused);
    EXPECT_TRUE(command({}, actor("area", 3), add));
}

}  // namespace
}  // namespace noms::offenders
