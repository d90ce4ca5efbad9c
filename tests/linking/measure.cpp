// measure_linking FILE.csv DATABASE: imports an extract whose column true_id tells the truth, and
// prints how many of the joined pairs are right (precision) and how many right pairs were joined
// (recall).
#include <algorithm>
#include <chrono>
#include <fstream>
#include <iostream>
#include <map>

#include <fmt/format.h>

#include "areas/access/sql.gen.hpp"
#include "areas/offenders/import.hpp"
#include "kit/base/csv.hpp"
#include "kit/record/record.hpp"

using namespace noms;

namespace {

constexpr db::Query all_records{"measure/all_records",
                                "select source, record_key, offender from offender_record"};

/// Who each record truly is, by source and key.
std::map<std::string, std::string> truth_of(const std::string& file) {
    std::ifstream in(file);
    csv::Reader reader(in);
    auto heading = reader.next()->cells;
    auto place = [&](std::string_view name) {
        return size_t(std::ranges::find(heading, name) - heading.begin());
    };
    auto key = place("record_id"), truth = place("true_id"), source = place("source");
    std::map<std::string, std::string> out;
    while (auto row = reader.next())
        if (row->cells.size() == heading.size())
            out[row->cells[source] + "/" + row->cells[key]] = row->cells[truth];
    return out;
}

long long pairs_of(const auto& counts) {
    long long pairs = 0;
    for (const auto& [key, count] : counts) pairs += count * (count - 1) / 2;
    return pairs;
}

void print_quality(db::Database& database, const std::map<std::string, std::string>& truth) {
    std::map<std::int64_t, long long> by_offender;
    std::map<std::string, long long> by_person;
    std::map<std::pair<std::int64_t, std::string>, long long> by_both;
    database.with_reader([&](db::Connection& db) {
        db.read(all_records, {}, [&](const db::Row& row) {
            std::int64_t offender = 0;
            db::take(describe::type_of<std::int64_t>(), &offender, row.cell(2));
            auto key = std::string(row.cell(0).text) + "/" + std::string(row.cell(1).text);
            const auto& person = truth.at(key);
            ++by_offender[offender];
            ++by_person[person];
            ++by_both[{offender, person}];
        });
    });
    auto joined = pairs_of(by_offender), right = pairs_of(by_both), all = pairs_of(by_person);
    fmt::print(
        "Pairs joined {}, of which wrong {}; precision {:.6f}, recall {:.4f} of {} true pairs\n",
        joined,
        joined - right,
        joined ? double(right) / double(joined) : 1.0,
        all ? double(right) / double(all) : 1.0,
        all);
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 3) {
        std::cerr << "usage: measure_linking FILE.csv DATABASE\n";
        return 2;
    }
    auto database = db::open(arguments[2]);
    auto steps = record::migrations();
    for (const auto& more : {access::sql::migrations, offenders::migrations()})
        steps.insert(steps.end(), more.begin(), more.end());
    if (auto done = db::migrate(*database, steps); !done) {
        std::cerr << done.error().message << "\n";
        return 1;
    }
    std::ifstream in(arguments[1]);
    auto start = std::chrono::steady_clock::now();
    auto report = offenders::import_extract(
        *database,
        in,
        {.file = arguments[1], .day = *parse_date("2026-01-01"), .actor_name = "measure"});
    std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    if (!report) {
        std::cerr << report.error().message << "\n";
        return 1;
    }
    report->first_issues.clear();
    fmt::print("{}Took {:.1f} s\n", offenders::in_lines(*report), took.count());
    print_quality(*database, truth_of(arguments[1]));
}
