#include "areas/assessments/oasys_needs.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "areas/assessments/data.gen.hpp"
#include "areas/assessments/known.hpp"
#include "kit/base/text.hpp"
#include "kit/describe/rows.hpp"

namespace noms::assessments {
namespace {

constexpr int most_a_question = 2;

/// A row of data/need_section.csv; questions apart by blanks.
struct Section {
    int section = 0;
    std::string name{};
    std::string questions{};
    std::optional<std::string> yes_or_no{};
    int need_at = 0;
    int severe_at = 0;
    int san_need_at = 0;
    int san_severe_at = 0;
    std::string source{};
    std::string certainty{};

    std::vector<std::string> asked() const { return split(questions, ' '); }
};
DESCRIBE(Section,
         section,
         name,
         questions,
         yes_or_no,
         need_at,
         severe_at,
         san_need_at,
         san_severe_at,
         source,
         certainty)

const std::vector<Section>& sections() {
    static const auto all = rows::read<Section>(data::need_section);
    return all;
}

const Section* section_of(const std::string& question) {
    for (const auto& section : sections())
        if (std::ranges::count(section.asked(), question)) return &section;
    return nullptr;
}

bool is_yes_or_no(const Section& section, const std::string& question) {
    return std::ranges::count(split(section.yes_or_no.value_or(""), ' '), question) > 0;
}

std::vector<FieldError> faults_of(const std::vector<ScoredAnswer>& answers) {
    std::vector<FieldError> out;
    for (size_t i = 0; i < answers.size(); ++i) {
        const auto& [question, score] = answers[i];
        const auto* section = section_of(question);
        auto field = fmt::format("answers.{}", i);
        if (std::ranges::count(answers, question, &ScoredAnswer::question) > 1)
            out.push_back({field + ".question", "twice", question + " is answered twice"});
        if (!section || !score) continue;
        if (*score < 0 || *score > most_a_question)
            out.push_back({field + ".score", "out_of_range", "must be between 0 and 2"});
        else if (*score == 1 && is_yes_or_no(*section, question))
            out.push_back({field + ".score", "out_of_range", "must be 0 or 2"});
    }
    return out;
}

std::optional<int> score_of(const std::vector<ScoredAnswer>& answers, const std::string& question) {
    auto found = std::ranges::find(answers, question, &ScoredAnswer::question);
    return found == answers.end() ? std::nullopt : found->score;
}

struct Thresholds {
    int need = 0;
    int severe = 0;
};

Thresholds thresholds_of(const Section& section, NeedsForm form) {
    if (form == NeedsForm::San) return {section.san_need_at, section.san_severe_at};
    return {section.need_at, section.severe_at};
}

Severity severity_of(int score, const Thresholds& at) {
    if (score >= at.severe) return Severity::Severe;
    return score >= at.need ? Severity::Standard : Severity::None;
}

bool is_ticked(const std::vector<NeedTicks>& ticks, int section) {
    auto found = std::ranges::find(ticks, section, &NeedTicks::section);
    return found != ticks.end() && (found->linked_to_harm || found->linked_to_reoffending ||
                                    found->low_score_needs_attention);
}

SectionNeed need_of(const Section& section, const NeedsFacts& facts, const Thresholds& at) {
    SectionNeed out{.section = section.section, .name = section.name};
    for (const auto& question : section.asked()) {
        out.maximum += most_a_question;
        auto score = score_of(facts.answers, question);
        out.score_at_most += score.value_or(most_a_question);
        if (score)
            out.score = out.score.value_or(0) + *score;
        else
            out.not_known.push_back(question);
    }
    bool ticked = is_ticked(facts.ticks, section.section);
    int least = out.score.value_or(0);
    if (out.score && severity_of(least, at) == severity_of(out.score_at_most, at))
        out.severity = severity_of(least, at);
    if (ticked || least >= at.need)
        out.need = true;
    else if (out.score_at_most < at.need)
        out.need = false;
    return out;
}

law::Ground ground_of(const SectionNeed& need, const Section& row, const Thresholds& at) {
    auto score = need.score ? std::to_string(*need.score) : std::string("not known");
    auto text = fmt::format("{}: score {} of {}; a need from {}, severe from {}: {}",
                            need.name,
                            score,
                            need.maximum,
                            at.need,
                            at.severe,
                            !need.need   ? "nobody can say"
                            : *need.need ? "a need"
                                         : "no need");
    if (need.need == true && need.score.value_or(0) < at.need) text += ", as the assessor ticked";
    if (!need.not_known.empty())
        text += fmt::format("; not known {}", fmt::join(need.not_known, ", "));
    return {std::move(text),
            {row.source, "https://github.com/ministryofjustice/hmpps-assess-risks-and-needs"}};
}

}  // namespace

Result<NeedsRuling> oasys_needs(const NeedsFacts& facts) {
    if (auto faults = faults_of(facts.answers); !faults.empty()) return invalid(std::move(faults));
    NeedsRuling ruling{.child_safeguarding =
                           either(facts.children_at_risk, facts.children_of_concern)};
    for (const auto& answer : facts.answers)
        if (!section_of(answer.question)) ruling.not_scored.push_back(answer.question);
    const auto form = facts.form.value_or(NeedsForm::Standard);
    for (const auto& section : sections()) {
        const auto at = thresholds_of(section, form);
        auto need = need_of(section, facts, at);
        ruling.needs += need.need == true ? 1 : 0;
        ruling.needs_at_most += need.need == false ? 0 : 1;
        ruling.because.push_back(ground_of(need, section, at));
        ruling.sections.push_back(std::move(need));
    }
    return ruling;
}

}  // namespace noms::assessments
