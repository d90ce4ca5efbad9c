#include "areas/assessments/scoring.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "areas/assessments/ogp.hpp"
#include "areas/assessments/ogrs3.hpp"
#include "areas/assessments/ovp.hpp"

namespace noms::assessments {
namespace {

using describe::Type;

using Questions = std::vector<const FormQuestion*>;

const std::string* answer_in(const Answers& answers, const FormQuestion& question) {
    auto found = answers.find(question.question);
    return found == answers.end() ? nullptr : &found->second;
}

std::optional<int> sum_of(const Questions& questions, const Answers& answers) {
    int sum = 0;
    for (const auto* question : questions) {
        const auto* answer = answer_in(answers, *question);
        auto score = answer ? score_of(*question, *answer) : std::nullopt;
        if (!score) return std::nullopt;
        sum += *score;
    }
    return sum;
}

/// The highest position among the choices; nothing while one is not given.
std::optional<int> highest_of(const Type& type,
                              const Questions& questions,
                              const Answers& answers) {
    int highest = 0;
    for (const auto* question : questions) {
        const auto* answer = answer_in(answers, *question);
        auto found = answer ? std::ranges::find(type.choices, *answer) : type.choices.end();
        if (found == type.choices.end()) return std::nullopt;
        highest = std::max(highest, int(found - type.choices.begin()));
    }
    return highest;
}

void feed_one(const Type& type, void* at, const Questions& questions, const Answers& answers) {
    const auto& inner = type.inner();
    const auto* first = answer_in(answers, *questions.front());
    switch (inner.kind) {
        case Type::Kind::Flag:
            if (first && (*first == "yes" || *first == "no"))
                *static_cast<bool*>(type.emplace(at)) = *first == "yes";
            return;
        case Type::Kind::Number:
            if (auto sum = sum_of(questions, answers)) inner.set_number(type.emplace(at), *sum);
            return;
        case Type::Kind::Text:
            if (first) *static_cast<std::string*>(type.emplace(at)) = *first;
            return;
        case Type::Kind::Choice:
            if (auto highest = highest_of(inner, questions, answers))
                inner.choose(type.emplace(at), *highest);
            return;
        default: throw std::logic_error("An answer cannot feed a fact of this kind.");
    }
}

bool is_ticked(const FormQuestion& question, std::string_view fact, const Answers& answers) {
    const auto* answer = answer_in(answers, question);
    return question.gives(fact) && answer && *answer == "yes";
}

NeedsFacts needs_facts(std::string_view form, const Answers& answers) {
    auto facts = fed<NeedsFacts>("needs", form, answers);
    for (const auto& question : questions_of(form)) {
        const auto* answer = answer_in(answers, question);
        if (!answer || section_of(form, question.section)->part != Part::Needs) continue;
        bool harm = is_ticked(question, "needs.linked_to_harm", answers);
        bool reoffending = is_ticked(question, "needs.linked_to_reoffending", answers);
        bool attention = is_ticked(question, "needs.low_score_needs_attention", answers);
        if (harm || reoffending || attention)
            facts.ticks.push_back({std::stoi(question.section), harm, reoffending, attention});
        if (question.asked == Asked::Must && question.kind != AnswerKind::Text)
            facts.answers.push_back({question.question, score_of(question, *answer)});
    }
    return facts;
}

/// A fact as a text; empty where it is not known.
std::string text_of(const Type& type, void* at) {
    switch (type.kind) {
        case Type::Kind::Optional: {
            void* value = type.value(at);
            return value ? text_of(type.inner(), value) : std::string();
        }
        case Type::Kind::Flag: return *static_cast<bool*>(at) ? "yes" : "no";
        case Type::Kind::Number: return std::to_string(type.number(at));
        case Type::Kind::Text: return *static_cast<std::string*>(at);
        case Type::Kind::Choice: return std::string(type.choices[size_t(type.choice(at))]);
        default: return {};
    }
}

template <class Facts>
Predicted predicted(Facts facts, Result<Score> (*rule)(const Facts&), std::string name) {
    Predicted out{.score = {.predictor = std::move(name)}};
    for (const auto& field : describe::type_of<Facts>().fields)
        if (auto value = text_of(field.type(), field.in(&facts)); !value.empty())
            out.inputs.push_back({std::string(field.name), value});
    auto score = rule(facts);
    if (score)
        out.score = *score;
    else
        for (const auto& field : score.error().fields)
            out.fault +=
                field.field + ": " + (field.words.empty() ? field.code : field.words) + ". ";
    return out;
}

}  // namespace

void feed(const Type& type,
          void* object,
          std::string_view rule_set,
          std::string_view form,
          const Answers& answers) {
    for (const auto& field : type.fields) {
        auto questions = questions_giving(form, fmt::format("{}.{}", rule_set, field.name));
        if (!questions.empty()) feed_one(field.type(), field.in(object), questions, answers);
    }
}

Conclusions conclusions_of(std::string_view form, const Answers& answers, std::optional<Sex> sex) {
    Conclusions out;
    if (auto needs = oasys_needs(needs_facts(form, answers))) out.needs = *needs;
    auto first = fed<Ogrs3Facts>("ogrs3", form, answers);
    first.sex = sex;
    out.predictors.push_back(predicted(first, &ogrs3, std::string(ogrs3_name)));
    auto general = fed<OgpFacts>("ogp", form, answers);
    general.ogrs3_two_year_percent = out.predictors.front().score.two_year_percent;
    out.predictors.push_back(predicted(general, &ogp, "OGP (2009)"));
    auto violent = fed<OvpFacts>("ovp", form, answers);
    violent.sex = sex;
    out.predictors.push_back(predicted(violent, &ovp, "OVP (2009)"));
    out.rosh = fed<Tier1To4Facts>("tier", form, answers).rosh;
    return out;
}

std::vector<std::string> need_titles(const NeedsRuling& needs) {
    std::vector<std::string> out;
    for (const auto& each : needs.sections)
        if (each.need == true) out.push_back(each.name);
    return out;
}

std::optional<int> reconviction_percent(const Conclusions& conclusions) {
    return conclusions.predictors.front().score.two_year_percent;
}

}  // namespace noms::assessments
