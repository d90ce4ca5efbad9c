#pragma once

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "areas/matching/matching.hpp"

/// Made-up records for the tests of this area.
namespace noms::matching::testing {

constexpr std::string_view heading =
    "record_id,true_id,source,pnc,first_name,middle_name,last_name,"
    "dob,sex,postcodes,sentence_dates";

inline std::string letters(std::mt19937& random, size_t count) {
    std::string out;
    for (size_t i = 0; i < count; ++i) out += char('a' + random() % 26);
    return out;
}

/// Rows of CSV: people with one to three records, some of which leave a field out or mistype it.
inline std::vector<std::string> made_up_rows(unsigned people, unsigned seed) {
    std::mt19937 random(seed);
    std::vector<std::string> firsts, lasts, rows;
    for (int i = 0; i < 60; ++i) firsts.push_back(letters(random, 4 + random() % 4));
    for (int i = 0; i < 400; ++i) lasts.push_back(letters(random, 5 + random() % 5));
    for (unsigned person = 0; person < people; ++person) {
        auto first = firsts[random() % firsts.size() * (random() % 100) / 100];
        auto last = lasts[random() % lasts.size() * (random() % 100) / 100];
        auto year = 1950 + random() % 50;
        auto month = 1 + random() % 12, day = 1 + random() % 28;
        auto serial = random() % 1000000;
        auto letter = check_letter(static_cast<long long>((year + 20) % 100 * 10000000 + serial));
        auto postcode = fmt::format("M{} {}XY", random() % 90, random() % 9);
        for (size_t record = 0, records = 1 + random() % 3; record < records; ++record) {
            auto sometimes = [&](const std::string& text) { return random() % 3 ? text : ""; };
            auto mistyped = random() % 12 == 0 ? last + "e" : last;
            rows.push_back(
                fmt::format("{},{},{},{},{},,{},{}-{:02}-{:02},M,{},",
                            rows.size() + 1,
                            person,
                            record % 2 ? "prison" : "probation",
                            sometimes(fmt::format("{}/{:07}{}", year + 20, serial, letter)),
                            first,
                            mistyped,
                            year,
                            month,
                            random() % 15 == 0 ? 1UL : day,
                            sometimes(postcode)));
        }
    }
    return rows;
}

inline std::string csv_of(const std::vector<std::string>& rows) {
    std::string text(heading);
    text += '\n';
    for (const auto& row : rows) text += row + '\n';
    return text;
}

/// The population of a CSV text; a test failure when it is refused.
inline Population read(std::string_view csv,
                       const std::map<std::string, std::string>& renamed = {},
                       unsigned threads = 1) {
    Layout layout;
    ReadReport report;
    auto people = read_records(csv, renamed, threads, layout, report, [](auto, auto) {});
    if (!people) ADD_FAILURE() << people.error().message;
    return people ? *std::move(people) : Population{};
}

}  // namespace noms::matching::testing
