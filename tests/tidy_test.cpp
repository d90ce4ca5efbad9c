// The house style, as a test: STYLE.md says why each line is here.
#include <regex>

#include <gtest/gtest.h>

#include "sources.hpp"

namespace noms {
namespace {

namespace fs = std::filesystem;

constexpr size_t file_lines_max = 400;
constexpr size_t line_characters_max = 100;
constexpr size_t function_lines_max = 60;

std::vector<sources::Source> code() {
    auto all = sources::below("src", {".cpp", ".hpp"});
    auto tests = sources::below("tests", {".cpp", ".hpp"});
    all.insert(all.end(), tests.begin(), tests.end());
    return all;
}

bool is_test(const fs::path& path) {
    return path.stem().string().ends_with("_test") || path.string().starts_with("tests/");
}

/// UTF-8 counts by its characters.
size_t characters(const std::string& line) {
    return size_t(std::ranges::count_if(line, [](char c) { return (c & 0xC0) != 0x80; }));
}

TEST(Tidy, LinesAreShort) {
    for (const auto& source : code())
        for (size_t i = 0; i < source.lines.size(); ++i)
            if (characters(source.lines[i]) > line_characters_max &&
                source.lines[i].find("http") == std::string::npos &&
                source.lines[i].find("R\"(") == std::string::npos)
                ADD_FAILURE() << source.path << ":" << i + 1 << " is too long";
}

TEST(Tidy, FilesAreOfAReadableLength) {
    for (const auto& source : code())
        if (!is_test(source.path) && source.lines.size() > file_lines_max)
            ADD_FAILURE() << source.path << " has " << source.lines.size() << " lines";
}

/// Whether the line begins a function: one that is followed by its body, not a statement or a
/// lambda.
bool begins_function(const std::string& line) {
    static const std::regex begins(
        "^(?:    )?[A-Za-z:<>~*&].*\\) ?(?:const ?)?(?:override ?)?(?:noexcept ?)?\\{$");
    static const std::regex statement(
        "^ *(if|for|while|switch|else|return|do)\\b|\\[[&=a-z, *]*\\]\\(");
    return std::regex_search(line, begins) && !std::regex_search(line, statement);
}

TEST(Tidy, FunctionsAreShort) {
    for (const auto& source : code())
        for (size_t i = 0; i < source.lines.size(); ++i) {
            if (!begins_function(source.lines[i])) continue;
            // Its body ends at a brace in the first column, or in the fifth inside a class.
            std::string closing = source.lines[i].starts_with("    ") ? "    }" : "}";
            size_t end = i + 1;
            while (end < source.lines.size() && source.lines[end] != closing &&
                   source.lines[end] != "}")
                ++end;
            if (end - i - 1 > function_lines_max)
                ADD_FAILURE() << source.path << ":" << i + 1 << " is a function of " << end - i - 1
                              << " lines";
        }
}

struct Banned {
    const char* words;
    const char* why;
};
constexpr Banned banned_everywhere[] = {
    {"\\b(class|struct) \\w*(Manager|Service|Helper|Util|Impl|DTO)\\b(?! *;)",
     "name it in the words of the law"},
    {"// *(TO"
     "DO|FIX"
     "ME|X"
     "XX)\\b",
     "finish it or write it in docs/"},
    {"\\bstd::cout << \"debug", "left over"},
    {"\\bsprintf\\b|\\bstrcpy\\b", "fmt and std::string"},
};

TEST(Tidy, BannedWordsStayOut) {
    for (const auto& source : code()) {
        if (source.path == "tests/tidy_test.cpp") continue;
        for (const auto& [words, why] : banned_everywhere) {
            const std::regex found(words);
            for (size_t i = 0; i < source.lines.size(); ++i)
                // The officers' own titles, and the two nouns of the house, are words of the
                // service.
                if (std::regex_search(source.lines[i], found) &&
                    source.lines[i].find("Service ") == std::string::npos &&
                    source.lines[i].find("Service::") == std::string::npos &&
                    source.lines[i].find("Service;") == std::string::npos)
                    ADD_FAILURE() << source.path << ":" << i + 1 << ": " << why << ": "
                                  << source.lines[i];
        }
    }
}

TEST(Tidy, HeadersBeginWithPragmaOnceAndUseNoWholeNamespace) {
    for (const auto& source : code()) {
        if (source.path.extension() != ".hpp") continue;
        ASSERT_FALSE(source.lines.empty()) << source.path;
        EXPECT_EQ(source.lines.front(), "#pragma once") << source.path;
        for (const auto& line : source.lines)
            EXPECT_EQ(line.find("using namespace"), std::string::npos) << source.path;
    }
}

TEST(Tidy, RulesHaveNoDoubleAndNoClock) {
    const std::regex unfit("\\bdouble\\b|\\bnow\\(\\)|system_clock|random");
    for (const auto& source : sources::below("src/areas", {".cpp", ".hpp"}))
        if (source.path.stem().string().starts_with("rules") && !is_test(source.path))
            for (const auto& line : source.lines) {
                EXPECT_FALSE(std::regex_search(line, unfit)) << source.path << ": " << line;
            }
}

TEST(Tidy, AreasNeverWriteATag) {
    const std::regex raw("\\bHtml\\(\"|page::Element|\"<[a-z]+[ >]");
    for (const auto& folder : {"src/areas", "src/app"})
        for (const auto& source : sources::below(folder, {".cpp", ".hpp"}))
            if (!is_test(source.path))
                for (const auto& line : source.lines) {
                    EXPECT_FALSE(std::regex_search(line, raw)) << source.path << ": " << line;
                }
}

TEST(Tidy, SqlIsOneDialect) {
    const std::regex unfit(
        "\\blike\\b|\\bilike\\b|::\\w|\\bnumeric\\b|select "
        "\\*|\\bnow\\(\\)|current_date|\\blower\\(|\\bextract\\(",
        std::regex::icase);
    for (const auto& source : sources::below("src", {".sql"}))
        for (const auto& line : source.lines) {
            auto statement = line.substr(0, line.find("--"));
            EXPECT_FALSE(std::regex_search(statement, unfit)) << source.path << ": " << line;
        }
}

TEST(Tidy, ExceptionsToTheOneDialectAreCounted) {
    size_t exceptions = 0;
    for (const auto& source : sources::below("src", {".sql"}))
        if (source.path.stem().extension() == ".postgres") ++exceptions;
    RecordProperty("statements_for_one_engine_alone", int(exceptions));
    EXPECT_EQ(exceptions, 0u) << "say why in docs/decisions and raise this number";
}

TEST(Tidy, ShellScriptsStopAtTheirFirstFault) {
    for (const auto& entry : fs::directory_iterator(fs::path(SOURCE) / "scripts")) {
        auto lines = sources::lines_of(entry.path());
        if (lines.empty() || lines[0] != "#!/bin/bash") continue;
        bool strict =
            std::ranges::any_of(lines, [](const auto& line) { return line.starts_with("set -"); });
        EXPECT_TRUE(strict) << entry.path();
    }
}

}  // namespace
}  // namespace noms
