#include "areas/offenders/import.hpp"

#include <algorithm>
#include <random>
#include <set>
#include <sstream>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "areas/access/access.hpp"
#include "areas/offenders/generate.hpp"
#include "areas/offenders/names.hpp"
#include "areas/offenders/overrides.hpp"
#include "areas/offenders/rules_joining.hpp"
#include "areas/offenders/store.hpp"
#include "kit/base/text.hpp"
#include "kit/db/testing.hpp"

namespace noms::offenders {
namespace {

constexpr db::Query all_offenders{"test/all_offenders", "select id from offender order by id"};
constexpr db::Query record_places{"test/record_places",
                                  "select r.record_key, r.source, first.record_key as with_key "
                                  "from offender_record r join offender_record "
                                  "first on first.offender = r.offender and first.id = (select "
                                  "min(id) from offender_record m where "
                                  "m.offender = r.offender) order by r.source, r.record_key"};
constexpr db::Query count_rows{
    "test/count_rows",
    "select (select count(*) from offender) + (select count(*) from offender_name) + (select "
    "count(*) from "
    "offender_record) + (select count(*) from offender_link) + (select count(*) from "
    "offender_link_candidate) + (select count(*) from event)"};

struct Place {
    std::string record_key{};
    std::string source{};
    std::string with_key{};
    auto operator<=>(const Place&) const = default;
};
DESCRIBE(Place, record_key, source, with_key)

const std::string heading =
    "record_id,source,prison_number,crn,pnc,cro,first_name,middle_name,last_name,alias_first,alias_"
    "last,"
    "dob,alias_dob,sex,ethnicity,address,postcodes,sentence_dates\n";

class Import : public db::testing::OnEveryEngine {
protected:
    void SetUp() override {
        OnEveryEngine::SetUp();
        if (database) migrate(*database);
    }
    static void migrate(db::Database& fresh) {
        auto steps = record::migrations();
        for (const auto& more : {access::migrations(), migrations()})
            steps.insert(steps.end(), more.begin(), more.end());
        ASSERT_TRUE(db::migrate(fresh, steps));
    }
    ImportOptions options() const {
        return {.file = "extract.csv",
                .day = *parse_date("2006-04-03"),
                .actor_name = "test",
                .rows_per_transaction = 50};
    }
    ImportReport take(const std::string& text) { return take(text, options()); }
    ImportReport take(const std::string& text, const ImportOptions& with) {
        std::istringstream in(text);
        return import_extract(*database, in, with).value();
    }
    std::vector<Place> places() {
        return database
            ->read(
                [](db::Connection& db) { return std::optional(db::all<Place>(db, record_places)); })
            .value();
    }
    std::int64_t rows() {
        std::int64_t count = 0;
        database->with_reader(
            [&](db::Connection& db) { count = db::one<std::int64_t>(db, count_rows); });
        return count;
    }
    std::vector<Offender> people() {
        std::vector<Offender> out;
        database->with_reader([&](db::Connection& db) {
            std::vector<std::int64_t> ids;
            db.read(all_offenders, {}, [&](const db::Row& row) {
                db::take(describe::type_of<std::int64_t>(), &ids.emplace_back(), row.cell(0));
            });
            out = store::offenders_among(db, ids).get();
        });
        return out;
    }
    std::vector<Candidate> pairs_for_review() {
        std::vector<std::int64_t> ids;
        for (const auto& person : people()) ids.push_back(person.id.number);
        return database
            ->read([&](db::Connection& db) {
                return std::optional(store::candidates_among(db, ids).get());
            })
            .value();
    }
    static std::string invented(int rows) {
        return generate_extract({.rows = rows, .seed = 11, .day = *parse_date("2006-04-03")}).csv;
    }
};
ON_EVERY_ENGINE(Import);

long tally(const std::vector<Tally>& tallies, std::string_view what) {
    for (const auto& each : tallies)
        if (each.what == what) return each.count;
    return 0;
}

TEST_P(Import, JoinsAPrisonRecordAndAProbationRecordOfOnePerson) {
    auto report =
        take(heading +
             "1,prison,A1234BC,,1979/0163001B,,SEAN,,O'NEILL,,,1960-02-01,,M,W2,,,\n"
             "2,probation,,X320741,79/163001B,,Sean,Patrick,O Neill,,,1960-02-01,,M,,,,\n");
    EXPECT_EQ(report.offenders_made, 1);
    EXPECT_EQ(tally(report.joined_by, "Pnc"), 1);
    ASSERT_EQ(people().size(), 1U);
    auto person = people().front();
    EXPECT_EQ(full_name(person.first_name, person.middle_name, person.surname), "Sean O'Neill");
    EXPECT_EQ(person.ethnicity, "W2");
}

TEST_P(Import, DoesNotJoinOnANumberAlone) {
    auto report = take(heading +
                       "1,prison,A1234BC,,1979/0163001B,,Sean,,Odell,,,1960-02-01,,M,,,,\n"
                       "2,probation,,X320741,1979/0163001B,,Mark,,Farrow,,,1971-05-09,,M,,,,\n");
    EXPECT_EQ(report.offenders_made, 2);
    EXPECT_EQ(tally(report.for_review, "nothing_else_agrees"), 1);
}

TEST_P(Import, DoesNotJoinOnANumberWithAWrongLetter) {
    auto report = take(heading +
                       "1,prison,A1234BC,,1979/0163001C,,Sean,,Odell,,,1960-02-01,,M,,,,\n"
                       "2,probation,,X320741,1979/0163001C,,Sean,,Odell,,,1961-07-09,,M,,,,\n");
    EXPECT_EQ(report.offenders_made, 2);
    EXPECT_EQ(tally(report.warnings, "pnc unverified"), 2);
}

TEST_P(Import, JoinsWithoutANumberWhereAllElseAgrees) {
    auto report =
        take(heading +
             "1,prison,A1234BC,,,,Sean,,Odell,,,1960-02-01,,M,W1,3 High Road,BD5 7TR,\n"
             "2,probation,,X320741,,,Sean,,Odell,,,1960-02-01,,M,W1,3 High Road,BD5 7TR,\n");
    EXPECT_EQ(report.offenders_made, 1);
    EXPECT_EQ(tally(report.joined_by, "Matching"), 1);
}

TEST_P(Import, LeavesDoubtfulPairsToAPersonAndSaysWhatSpeaksForThem) {
    auto report = take(heading +
                       "1,prison,A1234BC,,,,Sean,,Odell,,,1960-02-01,,M,,,,\n"
                       "2,probation,,X320741,,,Sean,,Odell,,,1960-02-11,,M,,,,\n");
    EXPECT_EQ(report.offenders_made, 2);
    EXPECT_EQ(tally(report.for_review, "doubtful"), 1);
    auto pair = pairs_for_review().at(0);
    EXPECT_GT(pair.chance_in_10000, chance_to_review_in_10000);
    EXPECT_LT(pair.chance_in_10000, chance_to_join_in_10000);
    EXPECT_NE(pair.evidence.find("Birth date one digit off"), std::string::npos) << pair.evidence;
    EXPECT_TRUE(pair.record && pair.other_record);
}

class ImportOfPrisons : public Import {
protected:
    static std::string held_heading() {
        auto held = heading;
        held.insert(held.size() - 1, ",held_by");
        return held;
    }
    static std::string row(const char* key, const char* source, const char* prison) {
        return fmt::format(
            "{},{},,,1979/0163001B,,Sean,,Odell,,,1960-02-01,,M,,,,,{}\n", key, source, prison);
    }
    ImportReport take_held(const std::string& rows) {
        auto with = options();
        with.holder_of = [](const std::string&, const std::string& code) -> std::optional<Holder> {
            return Holder{.scope_kind = "prison", .body = code == "MDI" ? 7 : 8};
        };
        return take(held_heading() + rows, with);
    }
};
ON_EVERY_ENGINE(ImportOfPrisons);

TEST_P(ImportOfPrisons, NeverPutsOnePersonInTwoAtOnce) {
    auto report = take_held(row("1", "prison", "MDI") + row("2", "prison", "LEI"));
    EXPECT_EQ(report.offenders_made, 2);
    EXPECT_EQ(tally(report.for_review, "two_prisons"), 1);
    take_held(row("3", "prison", "LEI"));
    EXPECT_EQ(people().size(), 2U) << "the third is in the prison of the second";
}

TEST_P(ImportOfPrisons, NeverPutsOnePersonInTwoByARecordThatFitsBoth) {
    auto report = take_held(row("1", "prison", "MDI") + row("2", "probation", "") +
                            row("3", "prison", "LEI"));
    EXPECT_EQ(report.offenders_made, 2);
    EXPECT_EQ(tally(report.for_review, "two_prisons"), 1);
    take_held(row("4", "probation", ""));
    EXPECT_EQ(people().size(), 2U) << "nor does a later one join the two";
}

TEST_P(Import, LeavesRecordsApartWhosePncsDiffer) {
    auto report =
        take(heading +
             "1,prison,A1234BC,,1979/0163001B,,Sean,,Odell,,,1960-02-01,,M,,,,\n"
             "2,probation,A1234BC,X320741,1967/9893091D,,Sean,,Odell,,,1960-02-01,,M,,,,\n");
    EXPECT_EQ(report.offenders_made, 2);
    EXPECT_EQ(tally(report.for_review, "pnc_differs"), 1);
}

TEST_P(Import, NamesLineColumnAndReasonOfABadRowAndTakesTheRest) {
    auto report = take(heading +
                       "1,prison,A1234BC,,,,Jos\xE9,,Silva,,,1960-02-01,,M,,,,\n"
                       "2,prison,A1235BC,,,,Mark,,Farrow,,,1971-02-30,,M,,,,\n"
                       "3,prison,A1236BC\n"
                       "4,prison,A1237BC,,,,Paul,,Reed,Bob||Bill,,,,M,,,,\n"
                       "5,prison,A1238BC,,,,José,,Silva-Costa,,,,,,,,,\n");
    EXPECT_EQ(report.rows, 5);
    EXPECT_EQ(report.refused, 4);
    EXPECT_EQ(report.taken, 1);
    ASSERT_EQ(report.first_issues.size(), 4U);
    EXPECT_EQ(report.first_issues[0].reason, "not_utf8");
    EXPECT_EQ(report.first_issues[1].column, "dob");
    EXPECT_EQ(report.first_issues[1].line, 3);
    EXPECT_EQ(report.first_issues[2].reason, "wrong_columns");
    EXPECT_EQ(report.first_issues[3].reason, "bad_list");
    EXPECT_FALSE(people().front().birth_date);
    EXPECT_EQ(people().front().sort_key, "silva costa, jose");
}

TEST_P(Import, RefusesAFileWithoutItsColumns) {
    std::istringstream in("record_id,source,name\n1,prison,Odell\n");
    auto report = import_extract(*database, in, options());
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().kind, Error::Kind::Invalid);
}

TEST_P(Import, WritesEveryIssueSoThatNoSpreadsheetRunsIt) {
    std::ostringstream issues;
    auto with = options();
    with.issues = &issues;
    take(heading + "1,prison,,,=cmd|' /C calc'!A0,,Mark,,Farrow,,,\"=1+1\",,M,,,,\n", with);
    EXPECT_NE(issues.str().find("impossible_date"), std::string::npos);
    EXPECT_EQ(issues.str().find(",=1+1"), std::string::npos);
}

TEST_P(Import, NeverReadsTheTruth) {
    auto with_truth =
        "true_id," + heading + "secret-77,1,prison,A1234BC,,,,Mark,,Farrow,,,,,M,,,,\n";
    take(with_truth);
    database->with_reader([&](db::Connection& db) {
        for (const auto& person : people())
            for (const auto& record :
                 store::records_among(db, std::span(&person.id.number, 1)).get())
                EXPECT_EQ(record.content.find("secret"), std::string::npos);
    });
}

TEST_P(Import, OfTheSameFileAgainChangesNothing) {
    auto text = invented(300);
    take(text);
    auto before = rows();
    auto again = take(text);
    EXPECT_EQ(again.taken, 0);
    EXPECT_EQ(again.unchanged, 300);
    EXPECT_EQ(rows(), before);
}

TEST_P(Import, LetsAChangedRowWaitForAPerson) {
    take(heading + "1,prison,A1234BC,,,,Mark,,Farrow,,,,,M,,,,\n");
    auto report = take(heading + "1,prison,A1234BC,,,,Marc,,Farrow,,,,,M,,,,\n");
    EXPECT_EQ(report.taken, 0);
    EXPECT_EQ(tally(report.warnings, "record_id changed_since"), 1);
}

TEST_P(Import, EndsTheSameWhereverTheBatchesEnd) {
    auto text = invented(400);
    take(text);
    auto whole = places();
    for (int size : {1, 7, 1000}) {
        database = db::testing::fresh(GetParam());
        migrate(*database);
        auto with = options();
        with.rows_per_transaction = size;
        take(text, with);
        EXPECT_EQ(places(), whole) << size;
    }
}

TEST_P(Import, KilledHalfWayAndRunAgainEndsTheSame) {
    auto text = invented(400);
    take(text);
    auto whole = places();
    database = db::testing::fresh(GetParam());
    migrate(*database);
    auto with = options();
    with.progress = [](const ImportProgress& at) {
        if (at.rows >= 200) throw std::runtime_error("killed");
    };
    EXPECT_THROW(take(text, with), std::runtime_error);
    take(text);
    EXPECT_EQ(places(), whole);
}

/// The pairs of records that stand together.
std::set<std::pair<std::string, std::string>> pairs_in(const std::vector<Place>& places) {
    std::set<std::pair<std::string, std::string>> out;
    for (const auto& a : places)
        for (const auto& b : places)
            if (a.with_key == b.with_key && a.record_key < b.record_key)
                out.insert({a.record_key, b.record_key});
    return out;
}

TEST_P(Import, JoinsNobodyWronglyAndTheSameInWhateverOrderTheRowsCome) {
    auto made = generate_extract({.rows = 500, .seed = 5, .day = *parse_date("2006-04-03")});
    auto lines = split(made.csv, '\n');
    std::erase_if(lines, [](auto& line) { return trimmed(line).empty(); });
    std::optional<std::set<std::pair<std::string, std::string>>> first;
    for (unsigned seed = 1; seed <= 3; ++seed) {
        database = db::testing::fresh(GetParam());
        migrate(*database);
        std::shuffle(lines.begin() + 1, lines.end(), std::mt19937(seed));
        std::string text;
        for (const auto& line : lines) text += line + "\n";
        take(text);
        auto pairs = pairs_in(places());
        EXPECT_GT(pairs.size(), 50U);
        if (!first) first = pairs;
        EXPECT_EQ(pairs, *first) << "order " << seed;
        for (const auto& [one, other] : pairs)
            EXPECT_EQ(made.truth.at(one), made.truth.at(other)) << one << " and " << other;
    }
}

TEST_P(Import, NeverJoinsWhatPeopleKeptApart) {
    auto row = [](int key) {
        return fmt::format(
            "{},prison,A123{}BC,,1979/0163001B,,Sean,,Odell,,,1960-02-01,,M,,,,\n", key, key);
    };
    auto other = "9,probation,,X320741,,,Sean,,Odell,,,1960-02-11,,M,,,,\n";
    take(heading + row(1) + other);
    auto two = people();
    ASSERT_EQ(two.size(), 2U);
    database->with_writer([&](db::Connection& db) {
        record::Changes changes(db, import_command(options()));
        EXPECT_TRUE(carry_out(changes, db, two[0], two[1], {.reason = "brothers"}));
        changes.finish();
        return true;
    });
    take(heading + row(2) +
         "8,probation,,X320741,1979/0163001B,,Sean,,Odell,,,1960-02-01,,M,,,,\n");
    for (const auto& pair : pairs_for_review()) EXPECT_NE(pair.state, CandidateState::Open);
    EXPECT_EQ(people().size(), 2U);
}

TEST_P(Import, OpensTheScopeOfWhoeverHoldsTheRecordAndOfItsRegion) {
    auto with = options();
    with.holder_of = [](const std::string&, const std::string& code) -> std::optional<Holder> {
        if (code != "MDI") return std::nullopt;
        return Holder{.scope_kind = "prison", .body = 7, .region = 3};
    };
    auto held = heading;
    held.insert(held.size() - 1, ",held_by");
    auto report = take(held +
                           "1,prison,A1234BC,,,,Mark,,Farrow,,,,,M,,,,,MDI\n"
                           "2,prison,A1235BC,,,,Paul,,Reed,,,,,M,,,,,XXX\n",
                       with);
    EXPECT_EQ(tally(report.warnings, "held_by unknown_code"), 1);
    auto id = people().front().id.number;
    database->with_reader(
        [&](db::Connection& db) { EXPECT_EQ(access::holds_of(db, id).size(), 2U); });
}

TEST_P(Import, TellsEachOffenderOnceInABatch) {
    take(heading +
         "1,prison,A1234BC,,1979/0163001B,,Sean,,Odell,,,1960-02-01,,M,,,,\n"
         "2,probation,,X320741,1979/0163001B,,Sean,,Odell,,,1960-02-01,,M,,,,\n");
    auto id = people().front().id.number;
    database->with_reader([&](db::Connection& db) {
        auto events = record::events_about(
            db, {std::string(subject_kind), id}, record::Partition::Ordinary, {}, 10);
        ASSERT_EQ(events.size(), 1U);
        EXPECT_EQ(events.front().kind, "offenders.imported");
    });
}

}  // namespace
}  // namespace noms::offenders
