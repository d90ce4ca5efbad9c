#include "areas/assessments/pages.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "kit/base/text.hpp"
#include "kit/page/content.hpp"
#include "kit/page/table.hpp"

namespace noms::assessments {

using namespace page;

namespace {

std::string signature_of(const std::optional<Date>& on, const std::string& by) {
    return on ? by + ", " + noms::in_words(*on) : "Nobody yet";
}

std::string needs_in_words(const std::vector<std::string>& needs) {
    if (needs.empty()) return "no needs are found";
    if (needs.size() == 1) return "there is one need";
    return fmt::format("there are {} needs", needs.size());
}

std::string tier_in_words(const TierNow& tier) {
    if (!tier.holds().empty())
        return "The tier is " + tier.holds() + (tier.set_instead ? ", set by hand." : ".");
    return tier.could_be.empty()
               ? "The tier cannot be told."
               : fmt::format("The tier is one of {}.", fmt::join(tier.could_be, ", "));
}

Html answer_of(const AssessedNow& now) {
    if (!now.assessment)
        return empty_state("Not assessed yet",
                           "No assessment of this person was signed. " + tier_in_words(now.tier));
    auto words = fmt::format("The risk of serious harm is {} and {}. {}",
                             rosh_in_words(now.rosh),
                             needs_in_words(now.needs),
                             tier_in_words(now.tier));
    return lead(words) + small("By the assessment that " + now.assessment->signed_by +
                               " signed on " + noms::in_words(*now.assessment->signed_on) + ".");
}

Html unlocked(const AssessmentsView& view, const May& may) {
    if (view.assessments.empty()) return {};
    const auto& newest = view.assessments.front();
    auto more = link(path_of(newest), "Open it");
    switch (newest.state) {
        case AssessmentState::Open:
            return may.answer ? button_link(path_of(newest), "Go on with the assessment")
                              : inset(text("An assessment is being made. ") + more);
        case AssessmentState::Signed:
            return inset(text("An assessment waits for a second signature. ") + more);
        case AssessmentState::Locked: return {};
    }
    return {};
}

Html start_form(const AssessmentsView& view, const May& may) {
    bool busy =
        !view.assessments.empty() && view.assessments.front().state != AssessmentState::Locked;
    if (!may.lead || busy) return {};
    Html fields;
    if (!view.assessments.empty())
        fields = checkbox({.name = "copy_last",
                           .label = "Begin with the answers of the last one",
                           .hint = "Levels of risk are decided anew"},
                          true);
    return post_form(offenders::path_of(view.offender) + "/assessments",
                     fields + button("Start an assessment"));
}

Html history(const AssessmentsView& view, const std::string& next_path) {
    if (view.assessments.empty()) return {};
    Table table{.caption = "Assessments, the newest first",
                .columns = {{"Begun"}, {"State"}, {"Signed by"}, {"Countersigned by"}}};
    for (const auto& each : view.assessments)
        table.rows.push_back(
            {{link(path_of(each), noms::in_words(each.started_on)),
              state_of(each),
              signature_of(each.signed_on, each.signed_by),
              each.countersigned_on ? signature_of(each.countersigned_on, each.countersigned_by)
                                    : std::string()}});
    return section("All assessments", page::table(table) + pagination("", next_path), "history");
}

Html sections_table(const AssessmentView& view) {
    Table table{.caption = "Sections of the assessment",
                .columns = {{"Section"}, {"Answered"}, {"State"}, {"Saved"}}};
    for (const auto& line : view.sections) {
        Cell state = "Complete";
        if (!line.wanted)
            state = "Not called for";
        else if (line.missing > 0)
            state = tag(fmt::format("{} missing", line.missing), Colour::Yellow);
        else if (line.answered == 0)
            state = "Nothing yet";
        auto saved =
            line.saved_on ? with_sub(noms::in_words(*line.saved_on), line.saved_by) : Html();
        table.rows.push_back({{link(path_of(view.assessment, line.code), line.title),
                               fmt::format("{} of {}", line.answered, line.questions),
                               state,
                               saved}});
    }
    return section("Sections", page::table(table), "sections");
}

Html reasons_of(const CountersignatureRuling& ruling) {
    std::vector<page::Step> out;
    for (const auto& [words, source] : ruling.because)
        out.push_back({words, source.cite, source.link});
    return details(ruling.wanted ? "Why a second person must sign" : "Why one signature is enough",
                   steps(out));
}

Html edition_field(const AssessmentView& view) {
    return hidden("seen", std::to_string(view.edition));
}

Html sign_part(const AssessmentView& view, const May& may) {
    if (!view.missing.empty())
        return paragraph(fmt::format("{} {} missing before it can be signed. The first is “{}”.",
                                     view.missing.size(),
                                     view.missing.size() == 1 ? "answer is" : "answers are",
                                     view.missing.front().words));
    if (!may.lead)
        return paragraph("The offender manager of the case or a senior officer signs it.");
    return paragraph(
               "Your name will stand under the levels of risk and under all the answers. "
               "Nothing changes after that.") +
           post_form(path_of(view.assessment) + "/sign",
                     edition_field(view) + button("Sign the assessment"));
}

Html second_part(const AssessmentView& view, const May& may) {
    if (!may.second)
        return paragraph("A senior officer other than " + view.assessment.signed_by +
                         " must look at it and sign.");
    auto path = path_of(view.assessment);
    Looks looks;
    looks["reason"].label = "What is to be put right";
    looks["reason"].long_text = true;
    return post_form(path + "/countersign", edition_field(view) + button("Countersign")) +
           details("Send it back instead",
                   post_form(path + "/send-back",
                             form_fields<SendBack>({}, {}, looks) + secondary_button("Send back")));
}

Html signatures(const AssessmentView& view, const May& may) {
    const auto& row = view.assessment;
    Html inside;
    if (row.state != AssessmentState::Open)
        inside += facts({{"Signed by", signature_of(row.signed_on, row.signed_by)},
                         {"Countersigned by",
                          row.state == AssessmentState::Locked && !row.countersigned_on
                              ? std::string("Not called for")
                              : signature_of(row.countersigned_on, row.countersigned_by)}});
    if (row.state == AssessmentState::Open) inside += sign_part(view, may);
    if (row.state == AssessmentState::Signed) inside += second_part(view, may);
    return section("Signatures", inside + reasons_of(view.countersignature), "signatures");
}

std::string answer_of(const AssessmentView& view) {
    const auto& needs = view.conclusions.needs;
    if (!view.missing.empty())
        return fmt::format("{} to be given before it can be signed.",
                           view.missing.size() == 1
                               ? std::string("One answer is")
                               : fmt::format("{} answers are", view.missing.size()));
    return fmt::format(
        "The risk of serious harm is {}; {} of the eight scored sections show a need.",
        rosh_in_words(view.conclusions.rosh),
        needs.needs == 0 ? std::string("none") : std::to_string(needs.needs));
}

}  // namespace

std::string path_of(const Assessment& row) {
    return offenders::path_of(row.offender) + "/assessments/" + to_text(row.id);
}

std::string path_of(const Assessment& row, std::string_view section) {
    return path_of(row) + "/sections/" + std::string(section);
}

Html state_of(const Assessment& row) {
    switch (row.state) {
        case AssessmentState::Open:
            return tag(row.sent_back.empty() ? "Being answered" : "Sent back", Colour::Yellow);
        case AssessmentState::Signed: return tag("Waits for a second signature", Colour::Blue);
        case AssessmentState::Locked: return text("Complete");
    }
    return {};
}

Html rosh_tag(const std::optional<Rosh>& rosh) {
    if (!rosh) return text("Not decided");
    auto words = capitalised(in_words(*rosh));
    if (*rosh >= Rosh::High) return tag(words, Colour::Red);
    return *rosh == Rosh::Medium ? tag(words, Colour::Yellow) : text(words);
}

Page assessments_page(Page page,
                      const AssessmentsView& view,
                      May may,
                      const std::string& next_path,
                      const std::vector<FieldError>& errors) {
    page.add(error_summary(errors));
    page.add(answer_of(view.now));
    page.add(unlocked(view, may)).add(start_form(view, may));
    return page.add(tier_section(view, may)).add(history(view, next_path));
}

Page assessment_page(Page page,
                     const AssessmentView& view,
                     May may,
                     const std::vector<FieldError>& errors) {
    const auto& row = view.assessment;
    page.add(error_summary(errors));
    page.add(back_link(offenders::path_of(row.offender) + "/assessments", "All assessments"));
    if (!row.sent_back.empty()) page.add(warning("Sent back. " + row.sent_back));
    page.add(lead(answer_of(view)));
    page.add(facts({{"State", state_of(row)},
                    {"Begun", row.started_by + ", " + noms::in_words(row.started_on)},
                    {"Form", form_on(row.started_on)->name}}));
    page.add(bullets({link(path_of(row) + "/whole", "The whole assessment, to print"),
                      link(path_of(row) + "/differences", "What changed since the last one")}));
    bool open = row.state == AssessmentState::Open;
    if (open) page.add(sections_table(view));
    page.add(conclusion_sections(view)).add(signatures(view, may));
    return open ? page : page.add(sections_table(view));
}

Page differences_page(Page page, const Assessment& now, const Compared& compared) {
    page.add(back_link(path_of(now), "Back to the assessment"));
    if (!compared.before)
        return page.add(empty_state("There is no assessment before this one",
                                    "What changed is shown from the second one on."));
    auto since = noms::in_words(compared.before->started_on);
    if (compared.differences.empty())
        return page.add(empty_state(
            "Nothing changed", "Every answer is as in the assessment begun on " + since + "."));
    page.add(lead(fmt::format("{} differ from the assessment begun on {}.",
                              compared.differences.size() == 1
                                  ? "One answer"
                                  : fmt::format("{} answers", compared.differences.size()),
                              since)));
    Table table{.caption = "Answers that differ",
                .columns = {{"Question"}, {"Section"}, {"Before"}, {"Now"}}};
    for (const auto& [code, question, words, before, is] : compared.differences)
        table.rows.push_back({{words,
                               section_of(now.form, code)->title,
                               before.empty() ? std::string("Not answered") : before,
                               is.empty() ? std::string("Not answered") : is}});
    return page.add(page::table(table));
}

}  // namespace noms::assessments
