#include "areas/assessments/answering.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "kit/base/text.hpp"

namespace noms::assessments {
namespace {

/// Whether the answer is carried into the next assessment.
bool is_carried(const FormQuestion& question) {
    return question.kind != AnswerKind::Level && question.section != "self";
}

void put(Whole& whole, GivenAnswer row) {
    auto at = std::ranges::lower_bound(whole.answers, row.question, {}, &GivenAnswer::question);
    if (at != whole.answers.end() && at->question == row.question)
        *at = std::move(row);
    else
        whole.answers.insert(at, std::move(row));
}

std::string now_in_words(const FormQuestion& question, const GivenAnswer* answer) {
    return answer ? "“" + in_words(question, answer->answer) + "”" : "nothing";
}

/// Without blanks at the ends, and with line ends as they are kept: browsers send two bytes for
/// one.
std::string as_kept(std::string_view given) {
    std::string out(trimmed(given));
    std::erase(out, '\r');
    return out;
}

/// What somebody else answered otherwise since the form was shown.
std::vector<FieldError> meanwhile(const Whole& whole, const SaveSection& sent) {
    std::vector<FieldError> out;
    for (const auto& each : sent.answers) {
        const auto* now = answer_to(whole, each.question);
        if (as_kept(each.answer) == (now ? now->answer : "")) continue;
        const auto* question = question_of(whole.assessment.form, each.question);
        out.push_back(
            {field_of(each.question),
             "changed_meanwhile",
             fmt::format("{}: {} stands there now{}. Save again to put yours in its place",
                         question->words,
                         now_in_words(*question, now),
                         now ? ", from " + now->answered_by : "")});
    }
    return out;
}

std::vector<FieldError> faults_in(const FormSection& section,
                                  const SaveSection& sent,
                                  const Whole& whole,
                                  Right right) {
    std::vector<FieldError> out;
    for (const auto& [code, given] : sent.answers) {
        const auto* question = question_of(section.form, code);
        if (!question || question->section != section.code) {
            out.push_back({field_of(code), "unknown_question", code + " is not in this section"});
            continue;
        }
        auto answer = as_kept(given);
        const auto* now = answer_to(whole, code);
        bool changes = answer != (now ? now->answer : "");
        if (changes && question->kind == AnswerKind::Level && right == Right::Answer)
            out.push_back({field_of(code), "not_yours", "Whoever signs decides this"});
        if (answer.empty()) continue;
        if (auto fault = fault_of(*question, answer)) out.push_back(*fault);
    }
    return out;
}

void mark_saved(Whole& whole, const std::string& section, const By& by) {
    auto found = std::ranges::find(whole.sections, section, &SavedSection::section);
    if (found == whole.sections.end())
        found =
            whole.sections.insert(found, {whole.assessment.id, section, 0, by.on, std::string()});
    found->version += 1;
    found->saved_on = by.on;
    found->saved_by = by.name;
}

template <class Row, class Key>
void write(record::Changes& changes,
           const record::Table<Row>& table,
           const std::vector<Row>& before,
           const std::vector<Row>& after,
           Key key) {
    for (const auto& row : after) {
        auto was = std::ranges::find(before, std::invoke(key, row), key);
        if (was == before.end())
            changes.add(table, row);
        else
            changes.change(table, *was, row);
    }
}

}  // namespace

Answers answers_of(const Whole& whole) {
    Answers out;
    for (const auto& each : whole.answers)
        if (!each.answer.empty()) out[each.question] = each.answer;
    return out;
}

const GivenAnswer* answer_to(const Whole& whole, std::string_view question) {
    auto found = std::ranges::find(whole.answers, question, &GivenAnswer::question);
    return found == whole.answers.end() || found->answer.empty() ? nullptr : &*found;
}

int version_of(const Whole& whole, std::string_view section) {
    auto found = std::ranges::find(whole.sections, section, &SavedSection::section);
    return found == whole.sections.end() ? 0 : found->version;
}

int edition_of(const Whole& whole) {
    int edition = whole.assessment.version;
    for (const auto& each : whole.sections) edition += each.version;
    return edition;
}

Result<Whole> begun(offenders::OffenderId offender,
                    const RecordFacts& facts,
                    const Whole* last,
                    const By& by) {
    const auto* form = form_on(by.on);
    if (!form)
        return refused("There was no form for assessments on " + noms::in_words(by.on) + ".");
    Whole out;
    out.assessment = {.id = new_id<Assessment>(),
                      .offender = offender,
                      .form = form->form,
                      .started_on = by.on,
                      .started_by = by.name};
    auto row = [&](const std::string& question, const std::string& answer, CameFrom from) {
        return GivenAnswer{out.assessment.id, question, answer, from, by.on, by.name};
    };
    if (last) {
        out.assessment.copied_from = last->assessment.id;
        for (const auto& each : last->answers) {
            const auto* question = question_of(form->form, each.question);
            if (question && is_carried(*question) && !each.answer.empty())
                put(out, row(each.question, each.answer, CameFrom::Previous));
        }
    }
    for (const auto& [question, answer] : prefilled(form->form, facts, by.on))
        put(out, row(question, answer, CameFrom::Record));
    return out;
}

Result<Whole> with_section(
    Whole whole, const FormSection& section, const SaveSection& sent, Right right, const By& by) {
    if (whole.assessment.state != AssessmentState::Open)
        return refused("This assessment is signed: nothing in it changes any more.");
    if (auto faults = faults_in(section, sent, whole, right); !faults.empty())
        return invalid(std::move(faults));
    if (sent.seen != version_of(whole, section.code)) {
        auto others = meanwhile(whole, sent);
        if (!others.empty())
            return std::unexpected(
                Error{Error::Kind::Conflict,
                      "Somebody else saved this section while you were answering it.",
                      std::move(others)});
    }
    for (const auto& [question, given] : sent.answers) {
        auto answer = as_kept(given);
        const auto* now = answer_to(whole, question);
        if (answer != (now ? now->answer : ""))
            put(whole, {whole.assessment.id, question, answer, CameFrom::Typed, by.on, by.name});
    }
    mark_saved(whole, section.code, by);
    return whole;
}

std::vector<Difference> differences(const Whole& before, const Whole& now) {
    std::vector<Difference> out;
    for (const auto& question : questions_of(now.assessment.form)) {
        const auto* was = answer_to(before, question.question);
        const auto* is = answer_to(now, question.question);
        if ((was ? was->answer : "") == (is ? is->answer : "")) continue;
        out.push_back({question.section,
                       question.question,
                       question.words,
                       was ? in_words(question, was->answer) : "",
                       is ? in_words(question, is->answer) : ""});
    }
    return out;
}

void keep(record::Changes& changes, const Whole& before, const Whole& after) {
    if (before.assessment.id)
        changes.change(assessments, before.assessment, after.assessment);
    else
        changes.add(assessments, after.assessment);
    write(changes, saved_sections, before.sections, after.sections, &SavedSection::section);
    write(changes, given_answers, before.answers, after.answers, &GivenAnswer::question);
}

}  // namespace noms::assessments
