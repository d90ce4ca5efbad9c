// The extracts of docs/import.md as files, taken in one after the other as at the beginning of a
// service: people, their sentences, where they are, and who manages them. tests/extracts holds
// them.
#include <filesystem>
#include <fstream>
#include <sstream>

#include "areas/management/import.hpp"
#include "areas/management/testing.hpp"
#include "areas/movements/import.hpp"
#include "areas/offenders/import.hpp"
#include "kit/record/compare.hpp"

namespace noms::management {
namespace {

std::string text_of(const std::string& name) {
    std::ifstream file(std::string(SOURCE) + "/tests/extracts/" + name + ".csv", std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

class Extracts : public Region {
protected:
    record::AccountId priya{}, sam{};

    void SetUp() override {
        Region::SetUp();
        if (!database) return;
        priya = add_officer("priya.raman", manchester);
        sam = add_officer("sam.cole", manchester, Grade::SeniorOfficer);
        put_on_duty(sam, manchester);
        take_people();
    }
    void take_people() {
        std::istringstream in(text_of("people"));
        offenders::ImportOptions options{
            .file = "people.csv",
            .day = today,
            .actor_name = "test",
            .holder_of = read([&](auto& db) { return offenders::holders_on(db, today); })};
        ASSERT_TRUE(offenders::import_extract(*database, in, options));
    }
    Result<ManagedReport> sentences_in(const std::string& text) {
        std::istringstream in(text);
        return import_sentences(*database, in, today, "test");
    }
    Result<extract::Report> movements_in(const std::string& text) {
        std::istringstream in(text);
        return movements::import_movements(*database, in, command_by({}));
    }
    Result<ManagedReport> allocations_in(const std::string& text) {
        std::istringstream in(text);
        return import_allocations(*database, in, today, "test");
    }
    void take_all() {
        ASSERT_TRUE(sentences_in(text_of("sentences")));
        ASSERT_TRUE(movements_in(text_of("movements")));
        ASSERT_TRUE(allocations_in(text_of("allocations")));
    }
    offenders::OffenderId person(const std::string& number, const std::string& surname) {
        auto kind = number.starts_with("X") ? offenders::IdentifierKind::Crn
                                            : offenders::IdentifierKind::PrisonNumber;
        return read(
            [&](auto& db) { return offenders::known_as(db, kind, number, surname, today)->id; });
    }
    std::optional<Allocation> manager_on(offenders::OffenderId who, std::string_view iso) {
        return read([&](auto& db) { return manager_of(db, who, day(iso)); });
    }
    std::vector<std::string> faults() {
        return read([&](auto& db) {
            auto all = checks();
            for (const auto& more : {sentences::checks(), movements::checks(), tasks::checks()})
                all.insert(all.end(), more.begin(), more.end());
            return faults_found(db, all, today);
        });
    }
    std::int64_t events() {
        return read([](auto& db) {
            return db::one<std::int64_t>(db, {"test/events", "select count(*) from event"});
        });
    }
    /// What is known of everybody, in words that do not depend on ids.
    std::vector<std::string> known() {
        std::vector<std::string> out;
        database->with_reader([&](db::Connection& db) {
            for (auto [number, surname] : {std::pair("A1234BC", "Odell"),
                                           {"X320741", "Reyes"},
                                           {"A2345CD", "Quaye"},
                                           {"X204511", "Nwosu"}})
                for (auto& line : known_of(db, person(number, surname))) out.push_back(line);
        });
        return out;
    }
    std::vector<std::string> known_of(db::Connection& db, offenders::OffenderId who) {
        std::vector<std::string> out;
        std::span one(&who.number, 1);
        for (const auto& each : sentences::sentences_of(db, one))
            out.push_back(each.disposal + " " + to_text(each.imposed_on));
        for (const auto& each : movements::movements_of(db, one))
            out.push_back(to_text(each.at) + " " + std::string(describe::choice_text(each.move)));
        for (const auto& each : allocations_of(db, who))
            out.push_back(to_text(each.from_day) + " " +
                          std::string(describe::choice_text(each.kind)) + " " +
                          (each.manager == priya ? "priya" : "sam") + " " + each.reason);
        for (const auto& each : tasks::open_about(db, one)) out.push_back(each.kind);
        for (const auto& hold : access::holds_of(db, who.number))
            if (!hold.until_day) out.push_back("held by " + hold.scope_kind);
        std::ranges::sort(out);
        return out;
    }
};
ON_EVERY_ENGINE(Extracts);

/// What a bad line is refused for.
struct Wrong {
    long line = 0;
    std::string field{};
    std::string code{};
    bool operator==(const Wrong&) const = default;
};
std::ostream& operator<<(std::ostream& out, const Wrong& wrong) {
    return out << wrong.line << " " << wrong.field << " " << wrong.code;
}
std::vector<Wrong> wrong_in(const extract::Report& report) {
    std::vector<Wrong> out;
    for (const auto& each : report.refusals) out.push_back({each.line, each.field, each.code});
    return out;
}

TEST_P(Extracts, OfSentencesBringEveryManagedPersonAManagerInTheSameTransaction) {
    auto report = sentences_in(text_of("sentences"));
    ASSERT_TRUE(report) << report.error().message;
    EXPECT_EQ(report->rows.created, 5);
    EXPECT_EQ(report->rows.refused, 0);
    ASSERT_EQ(report->ruled.size(), 3u);
    for (const auto& each : report->ruled) EXPECT_EQ(each.manager, "sam.cole") << each.name;
    EXPECT_EQ(manager_on(person("A1234BC", "Odell"), "2006-01-10")->kind, AllocationKind::Duty);
    EXPECT_FALSE(manager_on(person("A1234BC", "Odell"), "2006-01-09"));
    EXPECT_FALSE(manager_on(person("X204511", "Nwosu"), "2004-06-01")) << "it was over long ago";
    EXPECT_EQ(faults(), std::vector<std::string>{});
}

TEST_P(Extracts, NameEverybodyForWhomTheRuleFoundNobody) {
    auto gone = command({{"account", to_text(sam)}}, [&](web::Context& context) -> Result<bool> {
        for (auto account : {priya, sam}) {
            auto before = *access::account_by_id(context.db, account);
            auto after = before;
            after.state = access::State::Disabled;
            context.changes->about({"account", account.number}, "test.gone");
            context.changes->change(access::accounts, before, after);
        }
        return true;
    });
    ASSERT_TRUE(gone);
    auto report = sentences_in(text_of("sentences"));
    ASSERT_TRUE(report);
    EXPECT_EQ(report->rows.created, 5) << "what a court passed is not refused";
    ASSERT_EQ(report->ruled.size(), 3u);
    EXPECT_EQ(report->ruled.front().manager, "");
    EXPECT_NE(report->ruled.front().why.find("finds nobody"), std::string::npos);
    EXPECT_EQ(faults().size(), 3u) << "the doctor goes on naming them";
}

TEST_P(Extracts, PutWhoeverIsNamedInThePlaceOfTheRule) {
    take_all();
    auto marcus = person("A1234BC", "Odell");
    auto rows = read([&](auto& db) { return allocations_of(db, marcus); });
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[1].manager, priya);
    EXPECT_EQ(rows[1].from_day, day("2006-01-10"));
    EXPECT_EQ(rows[0].manager, sam);
    EXPECT_EQ(rows[0].kind, AllocationKind::Named);
    EXPECT_EQ(manager_on(person("A2345CD", "Quaye"), "2006-04-03")->kind, AllocationKind::Duty);
    for (const auto& task :
         read([&](auto& db) { return tasks::open_about(db, std::span(&marcus.number, 1)); }))
        EXPECT_NE(task.kind, "name_manager") << "somebody was named";
    EXPECT_EQ(faults(), std::vector<std::string>{});
}

TEST_P(Extracts, KnowWhereEverybodyIs) {
    take_all();
    auto where = [&](const char* number, const char* surname) {
        auto who = person(number, surname);
        return read([&](auto& db) { return *movements::last_movement(db, who); });
    };
    EXPECT_EQ(where("A1234BC", "Odell").prison, other_prison.id);
    EXPECT_EQ(where("A2345CD", "Quaye").place, movements::Place::Community);
}

TEST_P(Extracts, ASecondTimeChangeNothing) {
    take_all();
    auto before = known();
    auto events_before = events();
    EXPECT_EQ(sentences_in(text_of("sentences"))->rows.unchanged, 5);
    EXPECT_EQ(movements_in(text_of("movements"))->unchanged, 6);
    auto again = allocations_in(text_of("allocations"));
    EXPECT_EQ(again->rows.unchanged, 3);
    EXPECT_TRUE(again->ruled.empty());
    EXPECT_EQ(known(), before);
    EXPECT_EQ(events(), events_before);
}

TEST_P(Extracts, ThatWereKilledHalfWayAndAreRunAgainEndTheSame) {
    auto half = [](const std::string& text) { return text.substr(0, text.size() * 3 / 5); };
    (void)sentences_in(half(text_of("sentences")));
    (void)movements_in(half(text_of("movements")));
    (void)allocations_in(half(text_of("allocations")));
    take_all();
    auto disturbed = known();
    SetUp();  // everything anew
    take_all();
    EXPECT_EQ(disturbed, known());
}

TEST_P(Extracts, OfSentencesNameEveryBadLineAndTakeTheRest) {
    auto report = sentences_in(text_of("sentences_bad"));
    ASSERT_TRUE(report);
    EXPECT_EQ(wrong_in(report->rows),
              (std::vector<Wrong>{{2, "heard_on", "not_a_date"},
                                  {3, "heard_on", "date_in_future"},
                                  {4, "disposal", "not_in_force"},
                                  {4, "years", "too_short"},
                                  {4, "custodial_weeks", "missing"},
                                  {5, "number", "no_record"},
                                  {6, "number", "no_record"},
                                  {7, "purposes", "unknown_choice"},
                                  {8, "ended_reason", "missing"},
                                  {9, "", "not_csv"},
                                  {10, "", "wrong_cells"},
                                  {11, "committed_on", "after_hearing"},
                                  {12, "months", "not_a_whole_number"}}));
    EXPECT_EQ(report->rows.created, 1);
}

TEST_P(Extracts, OfMovementsNameEveryBadLineAndTakeTheRest) {
    auto report = movements_in(text_of("movements_bad"));
    ASSERT_TRUE(report);
    EXPECT_EQ(wrong_in(*report),
              (std::vector<Wrong>{{2, "", "refused"},
                                  {3, "warrant_kind", "no_authority"},
                                  {4, "issued_on", "after_reception"},
                                  {5, "issued_on", "missing"},
                                  {6, "prison", "unknown_code"},
                                  {7, "moved_at", "not_a_time"},
                                  {8, "moved_on", "date_in_future"},
                                  {9, "moved_on", "not_a_date"},
                                  {10, "move", "unknown_choice"},
                                  {12, "due_back", "before_start"},
                                  {13, "moved_on", "before_last_movement"}}));
    EXPECT_EQ(report->created, 1);
}

TEST_P(Extracts, OfAllocationsNameEveryBadLineAndTakeTheRest) {
    auto report = allocations_in(text_of("allocations_bad"));
    ASSERT_TRUE(report);
    EXPECT_EQ(wrong_in(report->rows),
              (std::vector<Wrong>{{2, "manager", "unknown_account"},
                                  {3, "manager", "not_in_office"},
                                  {4, "from_day", "date_in_future"},
                                  {5, "from_day", "not_a_date"},
                                  {7, "from_day", "not_after"},
                                  {8, "manager", "manages_already"}}));
    EXPECT_EQ(report->rows.created, 1);
}

TEST_P(Extracts, OfAnotherLayoutOrEncodingAreNotTakenAtAll) {
    auto events_before = events();
    auto lacking = sentences_in("number_kind,number,surname,heard_on,offence,disposal\n");
    ASSERT_FALSE(lacking);
    EXPECT_EQ(lacking.error().fields.front().field, "court");
    EXPECT_EQ(lacking.error().fields.front().code, "no_column");
    auto unknown = movements_in("number_kind,number,surname,moved_on,move,moved_by\n");
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().fields.front().code, "unknown_column");
    std::string utf16 = "\xFF\xFE";
    for (char c : text_of("allocations")) utf16 += {c, '\0'};
    EXPECT_FALSE(allocations_in(utf16));
    EXPECT_FALSE(allocations_in(""));
    EXPECT_EQ(events(), events_before);
}

TEST_P(Extracts, GiveTheCaseOfSomebodyWhoLeftOfficeToTheRule) {
    ASSERT_TRUE(sentences_in(text_of("sentences")));
    set_up([&](record::Changes& changes, db::Connection& db) {
        auto before = *officer_on(db, priya, today);
        auto left = before;
        left.until_day = day("2006-02-15");
        changes.about({"account", priya.number}, "test.left");
        changes.change(officers, before, left);
    });
    auto report = allocations_in(
        "number_kind,number,surname,from_day,manager\n"
        "PrisonNumber,A1234BC,Odell,2006-01-10,priya.raman\n");
    ASSERT_TRUE(report);
    ASSERT_EQ(report->ruled.size(), 1u);
    auto marcus = person("A1234BC", "Odell");
    EXPECT_EQ(manager_on(marcus, "2006-02-14")->manager, priya);
    EXPECT_EQ(manager_on(marcus, "2006-02-15")->manager, sam);
    EXPECT_EQ(faults(), std::vector<std::string>{});
}

}  // namespace
}  // namespace noms::management
