// Every query of every area and of the kit, run on both engines; and how SQLite would find its
// rows.
#include <regex>
#include <set>

#include "app/areas.hpp"
#include "kit/db/testing.hpp"
#include "sources.hpp"

namespace noms {
namespace {

/// A query as its file has it, with a name that lives as long.
struct File {
    std::string name{};  // "offenders/offender_by_id"
    std::string text{};
    db::Query query() const { return {name, text}; }
};

/// The queries of the tree; those that a number leads are migrations.
const std::vector<File>& queries() {
    static const std::vector<File> all = [] {
        std::vector<File> found;
        for (const auto& source : sources::below("src", {".sql"})) {
            auto stem = source.path.stem().string();
            if (stem.front() >= '0' && stem.front() <= '9') continue;
            auto& file = found.emplace_back();
            file.name = source.path.parent_path().parent_path().filename().string() + "/" + stem;
            for (const auto& line : source.lines) file.text += line + "\n";
        }
        return found;
    }();
    return all;
}

/// Nothing for each parameter, but 0 where a number of rows is wanted.
std::vector<db::Value> nothing_for(const std::string& text) {
    static const std::regex parameter("\\$(\\d+)"), rows("(limit|offset) +\\$(\\d+)");
    size_t most = 0;
    for (std::sregex_iterator at(text.begin(), text.end(), parameter), end; at != end; ++at)
        most = std::max(most, size_t(std::stoul((*at)[1])));
    std::vector<db::Value> values(most, db::Value(nullptr));
    for (std::sregex_iterator at(text.begin(), text.end(), rows), end; at != end; ++at)
        values[std::stoul((*at)[2]) - 1] = std::int64_t(0);
    return values;
}

bool adds(const std::string& text) {
    return text.find("insert into") != std::string::npos;
}

class Queries : public db::testing::OnEveryEngine {
protected:
    void SetUp() override {
        OnEveryEngine::SetUp();
        if (database) {
            ASSERT_TRUE(db::migrate(*database, app::migrations()));
        }
    }
    /// Runs it in a transaction that is rolled back; what is wrong, or nothing. An insert of
    /// nothing would be refused by the table, so it is only planned.
    std::string fault_of(const File& file) {
        auto text = adds(file.text) ? "explain " + file.text : file.text;
        try {
            database->with_writer([&](db::Connection& db) {
                db.read({file.name, text}, nothing_for(file.text), [](const db::Row&) {});
                return false;
            });
        } catch (const std::exception& broken) {
            return broken.what();
        }
        return {};
    }
};
ON_EVERY_ENGINE(Queries);

TEST_P(Queries, AreUnderstoodAndRun) {
    int run = 0;
    for (const auto& file : queries()) {
        auto fault = fault_of(file);
        EXPECT_EQ(fault, "") << file.name;
        run += fault.empty();
    }
    std::printf("%d queries run on %s\n", run, GetParam().c_str());
    RecordProperty("queries_run", run);
    EXPECT_GT(run, 120);
}

/// Tables that grow with the law and the organisation, not with offenders and work: reading them
/// whole is no more than a page.
std::set<std::string> reference_tables() {
    std::set<std::string> names{"schema_migration", "service_setting", "record_spool"};
    constexpr int first = 10, last = 29;  // organisation and legislation
    const std::regex created("create table (\\w+)");
    for (const auto& step : app::migrations()) {
        if (step.number < first || step.number > last) continue;
        std::string sql(step.sql);
        for (std::sregex_iterator at(sql.begin(), sql.end(), created), end; at != end; ++at)
            names.insert((*at)[1]);
    }
    return names;
}

/// `noms doctor` looks at every row; it is run by hand, and not while somebody waits.
bool is_checkup(const std::string& name) {
    return name.find("/doctor_") != std::string::npos;
}

/// Queries that may read a growing table from end to end, and why.
const std::map<std::string, std::string> may_scan{
    {"access/count_accounts", "counts staff, for the administrator's list"},
    {"access/count_demonstration_accounts", "once, when the service starts"},
    {"access/end_old_sessions", "at a sign-in, over sessions that have not ended"},
    {"catalogue/count_offerings", "counts what is offered, for the catalogue's list"},
    {"sentences/count_sentenced", "once, when everybody's dates are worked out again"},
};

struct Step {
    std::string detail{};
};
DESCRIBE(Step, detail)

/// The tables that the plan goes through from end to end, by the names that the query calls them.
std::vector<std::string> scanned(const std::vector<Step>& plan) {
    static const std::regex whole("^SCAN (\\w+)");
    std::vector<std::string> names;
    std::smatch found;
    for (const auto& step : plan)
        if (std::regex_search(step.detail, found, whole) &&
            step.detail.find("VIRTUAL TABLE") == std::string::npos)
            names.push_back(found[1]);
    return names;
}

/// "o" in "from offender o" is the table offender; a name that stands for no table is left.
std::string table_called(const std::string& name, const std::string& text) {
    const std::regex alias("(?:from|join|into|update) +(\\w+) +(?:as +)?" + name + "\\b");
    std::smatch found;
    return std::regex_search(text, found, alias) ? std::string(found[1]) : name;
}

/// Whether the rows come in the order of an index, so that a limit ends the reading early.
bool ends_early(const std::string& text, const std::vector<Step>& plan) {
    bool sorts = std::ranges::any_of(
        plan, [](const Step& step) { return step.detail.starts_with("USE TEMP B-TREE"); });
    return text.find("limit ") != std::string::npos && !sorts;
}

std::set<std::string> tables_of(db::Connection& db) {
    std::set<std::string> names;
    db.read({"test/tables", "select name from sqlite_master where type = 'table'"},
            {},
            [&](const db::Row& row) { names.emplace(row.cell(0).text); });
    return names;
}

TEST(QueryPlans, FindTheirRowsByAnIndexWhereTablesGrow) {
    auto database = db::open("sqlite::memory:");
    ASSERT_TRUE(db::migrate(*database, app::migrations()));
    auto small = reference_tables();
    std::set<std::string> excused;
    database->with_reader([&](db::Connection& db) {
        auto tables = tables_of(db);
        for (const auto& file : queries()) {
            if (is_checkup(file.name)) continue;
            File explained{"plan/" + file.name, "explain query plan " + file.text};
            std::vector<Step> plan;
            db::Filler filler(describe::type_of<Step>(), explained.query());
            db.read(explained.query(), nothing_for(file.text), [&](const db::Row& row) {
                filler.fill(&plan.emplace_back(), row);
            });
            // A doctor looks at everything.
            bool of_doctor = file.name.find("/doctor_") != std::string::npos;
            if (of_doctor || ends_early(file.text, plan)) continue;
            for (const auto& name : scanned(plan)) {
                auto table = table_called(name, file.text);
                if (!tables.contains(table) || small.contains(table)) continue;
                excused.insert(file.name);
                EXPECT_TRUE(may_scan.contains(file.name)) << file.name << " reads all of " << table;
            }
        }
    });
    for (const auto& [name, why] : may_scan)
        EXPECT_TRUE(excused.contains(name)) << name << " reads no table whole: strike it out";
}

}  // namespace
}  // namespace noms
