#include "areas/reports/drawing.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "areas/catalogue/catalogue.hpp"
#include "areas/interventions/interventions.hpp"
#include "areas/reports/store.hpp"
#include "areas/reports/words.hpp"
#include "kit/base/text.hpp"
#include "kit/describe/json.hpp"

namespace noms::reports {
namespace {

using Lines = std::vector<std::string>;

std::string joined(const Lines& lines) {
    return fmt::format("{}", fmt::join(lines, "\n"));
}

std::string answer(const Drawn& drawn, std::string_view question) {
    auto found = drawn.answers.find(question);
    return found == drawn.answers.end() ? std::string() : found->second;
}

/// The answer as a whole number; nothing where there is none or nobody knows.
std::optional<int> number(const Drawn& drawn, std::string_view question) {
    auto words = answer(drawn, question);
    bool digits =
        !words.empty() && std::ranges::all_of(words, [](char c) { return c >= '0' && c <= '9'; });
    return digits ? std::optional(std::stoi(words)) : std::nullopt;
}

std::optional<bool> yes_or_no(const Drawn& drawn, std::string_view question) {
    auto words = answer(drawn, question);
    if (words == "yes") return true;
    if (words == "no") return false;
    return std::nullopt;
}

/// Adds "Label: what was answered." where something was.
void add_answer(Lines& lines, const Drawn& drawn, std::string_view question, const char* label) {
    auto words = answer(drawn, question);
    if (!words.empty()) lines.push_back(fmt::format("{}: {}", label, words));
}

std::string assessment_in_words(const Drawn& drawn) {
    const auto& assessment = drawn.assessed.assessment;
    if (!assessment || !assessment->signed_on) return "No signed assessment is on the record.";
    return fmt::format("The assessment signed on {} by {}.",
                       noms::in_words(*assessment->signed_on),
                       assessment->signed_by);
}

std::string draft_of_sources(const Drawn& drawn) {
    Lines lines{"This report is drawn from:", assessment_in_words(drawn)};
    lines.push_back(drawn.sentences.empty() ? "No earlier sentence is on the record of the service."
                                            : fmt::format("The record of {} earlier sentence{}.",
                                                          drawn.sentences.size(),
                                                          drawn.sentences.size() == 1 ? "" : "s"));
    lines.push_back(
        "Say here whom you interviewed and when, and which papers of the prosecution "
        "you have read.");
    return joined(lines);
}

std::string draft_of_offence(const Report& report, const Drawn& drawn) {
    Lines lines{fmt::format(
        "{} before {} for: {}.", offenders::name_in_full(drawn.who), "the court", report.offences)};
    if (report.committed_on)
        lines.push_back("Committed on " + noms::in_words(*report.committed_on) + ".");
    add_answer(lines, drawn, "2.offence", "What happened");
    add_answer(lines, drawn, "2.victim", "Who was harmed, and how");
    add_answer(lines, drawn, "2.motive", "Why, as far as can be seen");
    if (auto sees = yes_or_no(drawn, "2.6"))
        lines.push_back(*sees ? "Recognises what it did to the victim and to others."
                              : "Does not recognise what it did to the victim and to others.");
    return joined(lines);
}

std::string draft_of_pattern(const Drawn& drawn) {
    Lines lines;
    auto young = number(drawn, "1.2"), adult = number(drawn, "1.3");
    if (young && adult)
        lines.push_back(fmt::format(
            "Convicted on {} occasions before, {} of them under 18.", *young + *adult, *young));
    if (auto age = number(drawn, "1.4"))
        lines.push_back(
            fmt::format("First convicted, cautioned or warned at the age of {}.", *age));
    if (drawn.sentences.empty())
        lines.push_back(
            "The record of the service has no earlier sentence. That does not say that "
            "there was none.");
    for (const auto& each : drawn.sentences)
        lines.push_back(
            fmt::format("{}: {}, for {}.",
                        noms::in_words(each.sentence.imposed_on),
                        sentences::in_words(each.sentence),
                        each.offence.empty() ? "an offence that is not recorded" : each.offence));
    return joined(lines);
}

std::string draft_of_needs(const Drawn& drawn) {
    if (!drawn.assessed.assessment)
        return "Needs are not known: no assessment was signed. Assess before this section is "
               "written.";
    Lines lines;
    lines.push_back(drawn.assessed.needs.empty()
                        ? "The assessment found no need in the sections that are scored."
                        : "The assessment found these needs:");
    for (const auto& each : drawn.assessed.sections) {
        if (!each.need.value_or(false)) continue;
        auto code = std::to_string(each.section);
        auto linked = yes_or_no(drawn, code + (each.section == 4 ? ".98" : ".99"));
        lines.push_back(fmt::format("{}: {}.",
                                    each.name,
                                    !linked   ? "whether it is linked to offending was not said"
                                    : *linked ? "linked to offending"
                                              : "not linked to offending"));
        add_answer(lines, drawn, code + ".evidence", "Evidence");
    }
    return joined(lines);
}

std::string draft_of_risk(const Drawn& drawn) {
    const auto& now = drawn.assessed;
    Lines lines;
    lines.push_back(now.reconviction_percent
                        ? fmt::format("Likelihood of reconviction within two years: {} % (OGRS3, "
                                      "parameters of 2008). The score is of people with the same "
                                      "record; it does not say what this person will do.",
                                      *now.reconviction_percent)
                        : "Likelihood of reconviction: not known, OGRS3 could not be worked out.");
    lines.push_back("Risk of serious harm: " + assessments::rosh_in_words(now.rosh) + ".");
    add_answer(lines, drawn, "R6.who", "Who is at risk");
    add_answer(lines, drawn, "R6.nature", "What the harm would be");
    add_answer(lines, drawn, "R6.when", "When, and how near it is");
    add_answer(lines, drawn, "R6.raises", "What makes it more likely");
    add_answer(lines, drawn, "R6.lowers", "What makes it less likely");
    lines.push_back("Tier: " + assessments::in_words(now.tier) + ".");
    return joined(lines);
}

std::string list_of(const char* head, const Lines& names) {
    return fmt::format("{}: {}.", head, fmt::join(names, ", "));
}

std::string draft_of_response(const Drawn& drawn) {
    Lines lines;
    const auto& kept = drawn.kept;
    if (kept.kept + kept.excused + kept.failed > 0)
        lines.push_back(
            fmt::format("Of the appointments on record {} were kept, {} missed for an "
                        "acceptable reason and {} without one.",
                        kept.kept,
                        kept.excused,
                        kept.failed));
    for (const auto& each : drawn.proceedings.breaches)
        lines.push_back("Brought before a court for breach, begun on " +
                        noms::in_words(each.begun_on) + ".");
    for (const auto& each : drawn.proceedings.recalls)
        lines.push_back("Recall asked for on " + noms::in_words(each.requested_on) + ".");
    if (!drawn.completed.empty()) lines.push_back(list_of("Completed", drawn.completed));
    if (!drawn.not_completed.empty())
        lines.push_back(list_of("Begun and not completed", drawn.not_completed));
    if (lines.empty()) lines.push_back("The record has no earlier supervision.");
    return joined(lines);
}

void add_interventions(Drawn& drawn, db::Connection& db) {
    using interventions::ReferralState;
    for (const auto& each :
         interventions::referrals_among(db, std::span(&drawn.who.id.number, 1))) {
        if (each.state == ReferralState::Completed)
            drawn.completed.push_back(catalogue::name_of(each.intervention));
        if (each.state == ReferralState::NotCompleted)
            drawn.not_completed.push_back(catalogue::name_of(each.intervention));
    }
}

/// What is assessed, and the sentences passed before the report was asked for; what was quashed
/// counts for nothing.
void add_record(Drawn& drawn, db::Connection& db, const Report& report, Date day) {
    auto passed = sentences::sentences_in_full(db, drawn.who.id);
    auto place = movements::last_movement(db, drawn.who.id);
    auto known = assessments::assessed_in_full(db, drawn.who, day, passed, place);
    drawn.assessed = std::move(known.now);
    drawn.answers = std::move(known.answers);
    drawn.sentences = std::move(passed.sentences);
    std::erase_if(drawn.sentences, [&](const sentences::SentenceForOffence& each) {
        return sentences::never_stood(each.sentence) || report.asked_on <= each.sentence.imposed_on;
    });
}

/// As the assessment has them, or else as many as the record knows of; none known is not none.
std::optional<int> convictions_of(const Drawn& drawn) {
    auto young = number(drawn, "1.2"), adult = number(drawn, "1.3");
    if (young && adult) return *young + *adult;
    std::set<Date> days;
    for (const auto& each : drawn.sentences) days.insert(each.sentence.imposed_on);
    return days.empty() ? std::nullopt : std::optional(int(days.size()));
}

std::optional<bool> is_yes(const std::optional<YesNo>& given) {
    return given ? std::optional(*given == YesNo::Yes) : std::nullopt;
}

std::string checked_by(db::Connection& db, const Report& report) {
    for (const auto& each : store::checks_of(db, report.id))
        if (each.verdict == Verdict::Passed) return each.checker_name;
    return "";
}

/// The record is asked only where somebody has still to save a section.
void add_parts(ReportText& text,
               db::Connection& db,
               const offenders::Offender& who,
               const Report& report,
               Date day) {
    auto saved = store::sections_of(db, report.id);
    std::optional<Drawn> drawn;
    for (const auto& kind : section_kinds()) {
        auto found = std::ranges::find(saved, kind.code, &Section::section);
        bool is_saved = found != saved.end();
        if (!is_saved && !is_wanted(kind, report.kind)) continue;
        if (!is_saved && !drawn) drawn = drawn_for(db, who, report, day);
        text.sections.push_back(
            {kind.title, is_saved ? found->words : draft_of(kind.code, report, *drawn), is_saved});
    }
    text.proposal = order_in_words(report.disposal, report.months, report.hours, {});
    for (const auto& each : store::requirements_among(db, std::span(&report.id.number, 1)))
        text.requirements.push_back(in_words(each));
}

}  // namespace

Drawn drawn_for(db::Connection& db,
                const offenders::Offender& who,
                const Report& report,
                Date day,
                std::string_view section) {
    Drawn drawn{.who = who};
    bool response = section == "response";
    if (response || section.empty()) {
        drawn.kept = supervision::how_kept(db, who.id, *parse_date("1000-01-01"));
        drawn.proceedings = supervision::proceedings_of(db, who.id);
        add_interventions(drawn, db);
    }
    if (!response) add_record(drawn, db, report, day);
    return drawn;
}

std::string draft_of(std::string_view section, const Report& report, const Drawn& drawn) {
    if (section == "sources") return draft_of_sources(drawn);
    if (section == "offence") return draft_of_offence(report, drawn);
    if (section == "pattern") return draft_of_pattern(drawn);
    if (section == "needs") return draft_of_needs(drawn);
    if (section == "risk") return draft_of_risk(drawn);
    return draft_of_response(drawn);
}

ProposalFacts proposal_facts(const Report& report, const Drawn& drawn) {
    const auto& now = drawn.assessed;
    auto broke = yes_or_no(drawn, "1.7");
    if (!drawn.proceedings.breaches.empty() || !drawn.proceedings.recalls.empty()) broke = true;
    return {.hearing_on = report.hearing_on,
            .committed_on = report.committed_on,
            .born = drawn.who.birth_date,
            .seriousness = report.seriousness,
            .specified = report.specified,
            .reconviction_percent = now.reconviction_percent,
            .rosh = now.rosh,
            .assessed = now.assessment.has_value(),
            .needs = now.needs,
            .previous_convictions = convictions_of(drawn),
            .priority_offender = yes_or_no(drawn, "R10.priority"),
            .broke_order = broke,
            .willing = is_yes(report.willing),
            .fit_for_work = is_yes(report.fit_for_work),
            .wants_punishment = report.punishes};
}

Result<ProposalRuling> suggested(db::Connection& db,
                                 const offenders::Offender& who,
                                 const Report& report,
                                 Date day) {
    Drawn drawn{.who = who, .proceedings = supervision::proceedings_of(db, who.id)};
    add_record(drawn, db, report, day);
    return proposal(proposal_facts(report, drawn));
}

Result<ReportText> text_of(web::Context& context,
                           const offenders::Offender& who,
                           const Report& report) {
    if (!report.delivered_text.empty()) return json::read<ReportText>(report.delivered_text);
    auto& db = context.db;
    auto court = organisation::body(db, report.court, context.today);
    ReportText text{
        .name = offenders::name_in_full(who),
        .birth_date = who.birth_date,
        .kind = in_words(report.kind),
        .court = court ? court->name : "",
        .hearing_on = report.hearing_on,
        .offences = report.offences,
        .seriousness = report.seriousness ? in_words(*report.seriousness) : "Not stated",
        .purposes = purposes_in_words(report),
        .reasons = report.reasons,
        .writer = report.writer_name,
        .written_on = context.today,
        .checked_by = checked_by(db, report)};
    add_parts(text, db, who, report, context.today);
    return text;
}

}  // namespace noms::reports
