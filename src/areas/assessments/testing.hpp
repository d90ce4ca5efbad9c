#pragma once

#include <map>
#include <string>

#include "areas/assessments/answering.hpp"
#include "kit/base/testing.hpp"

/// Answers for tests: the lowest that each question has.
namespace noms::assessments {

inline std::string lowest_answer(const FormQuestion& question) {
    static const std::map<std::string, std::string> numbers{{"1.3", "2"},
                                                            {"1.4", "17"},
                                                            {"1.age_convicted", "26"},
                                                            {"1.age_followed", "26"},
                                                            {"1.violent", "1"},
                                                            {"1.other", "2"}};
    switch (question.kind) {
        case AnswerKind::YesNo: return question.question == "2.6" ? "yes" : "no";
        case AnswerKind::Scale: return "none";
        case AnswerKind::Ever: return "never";
        case AnswerKind::Group: return "THEFT";
        case AnswerKind::Level: return "Low";
        case AnswerKind::Mappa: return "none";
        case AnswerKind::Text: return "As in the file";
        case AnswerKind::Number: break;
    }
    auto found = numbers.find(question.question);
    return found == numbers.end() ? "0" : found->second;
}

/// What must be answered of a section, at its lowest, with `instead` in the place of some.
inline SaveSection lowest(const Whole& whole, const FormSection& section, Answers instead = {}) {
    SaveSection out{.seen = version_of(whole, section.code)};
    for (const auto& question : questions_of(section.form, section.code)) {
        auto other = instead.find(question.question);
        if (other != instead.end())
            out.answers.push_back({question.question, other->second});
        else if (question.asked == Asked::Must)
            out.answers.push_back({question.question, lowest_answer(question)});
    }
    return out;
}

inline const By priya{{1}, "Priya Raman", day("2006-04-03")};
inline const By sam{{2}, "Sam Cole", day("2006-04-04")};

/// An assessment with every answer that it must have, begun by Priya.
inline Whole answered(const Answers& instead = {}) {
    auto whole = begun({7}, {}, nullptr, priya).value();
    for (const auto& section : sections_of(whole.assessment.form))
        if (section.code != "self")
            whole =
                with_section(whole, section, lowest(whole, section, instead), Right::Decide, priya)
                    .value();
    return whole;
}

}  // namespace noms::assessments
