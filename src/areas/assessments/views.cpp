#include "areas/assessments/views.hpp"

#include <algorithm>
#include <map>

#include "areas/assessments/loading.hpp"
#include "areas/assessments/store.hpp"
#include "kit/base/text.hpp"

namespace noms::assessments {
namespace {

SectionLine line_of(const FormSection& section,
                    const Whole& whole,
                    const std::vector<MissingAnswer>& missing,
                    bool full) {
    SectionLine line{.code = section.code,
                     .title = section.title,
                     .part = section.part,
                     .version = version_of(whole, section.code),
                     .wanted = section.code != "full" || full};
    for (const auto& question : questions_of(section.form, section.code)) {
        ++line.questions;
        if (answer_to(whole, question.question)) ++line.answered;
    }
    line.missing = int(std::ranges::count(missing, section.code, &MissingAnswer::section));
    auto saved = std::ranges::find(whole.sections, section.code, &SavedSection::section);
    if (saved != whole.sections.end()) {
        line.saved_by = saved->saved_by;
        line.saved_on = saved->saved_on;
    }
    return line;
}

/// The newest signed one that was begun before this.
std::optional<Whole> one_before(db::Connection& db, const Assessment& assessment) {
    auto earlier = store::assessments_of(db, assessment.offender, assessment.id, 1);
    if (earlier.empty()) return std::nullopt;
    return store::whole(db, earlier.front());
}

/// What the offender's current assessment says, where there is one; gives its answers.
Answers take_current(AssessedNow& now,
                     const offenders::Offender& who,
                     const std::vector<Whole>& current) {
    Answers given;
    for (const auto& whole : current) {
        if (whole.assessment.offender != who.id) continue;
        now.assessment = whole.assessment;
        given = answers_of(whole);
        auto known = conclusions_of(whole.assessment.form, given, sex_of(who));
        now.rosh = known.rosh;
        now.needs = need_titles(known.needs);
        now.sections = known.needs.sections;
        now.reconviction_percent = reconviction_percent(known);
    }
    return given;
}

/// What is known of one offender, from their current assessment where there is one, and its
/// answers.
AssessedInFull known_of(const offenders::Offender& who,
                        const std::vector<Whole>& current,
                        const TierRows& rows,
                        const std::vector<TierOverride>& overrides,
                        Date day) {
    AssessedNow now{.offender = who.id};
    auto given = take_current(now, who, current);
    now.tier = tier_on(day,
                       tier_record(rows, who, day),
                       now.assessment ? &*now.assessment : nullptr,
                       given,
                       overrides);
    return {std::move(now), std::move(given)};
}

AssessedInFull in_full(AskedAssessed asked,
                       const offenders::Offender& who,
                       Date day,
                       const sentences::SentencesInFull& passed,
                       const std::optional<movements::Movement>& place) {
    TierRows rows{.required = passed.required};
    for (const auto& each : passed.sentences) rows.sentences.push_back(each.sentence);
    if (place) rows.places.push_back(*place);
    return known_of(who, asked.current.get(), rows, asked.overrides.get(), day);
}

}  // namespace

CountersignatureRuling countersignature_of(db::Connection& db,
                                           const Whole& whole,
                                           std::optional<Sex> sex) {
    const auto& form = whole.assessment.form;
    auto now = conclusions_of(form, answers_of(whole), sex);
    CountersignatureFacts facts{.rosh = now.rosh,
                                .child_safeguarding = now.needs.child_safeguarding};
    if (auto before = one_before(db, whole.assessment))
        facts.rosh_before = conclusions_of(before->assessment.form, answers_of(*before), sex).rosh;
    return countersignature(facts).value();
}

AssessmentView view_of(db::Connection& db, const Whole& whole, const offenders::Offender& who) {
    auto answers = answers_of(whole);
    const auto& form = whole.assessment.form;
    AssessmentView view{.assessment = whole.assessment,
                        .edition = edition_of(whole),
                        .missing = missing_in(form, answers),
                        .conclusions = conclusions_of(form, answers, sex_of(who)),
                        .countersignature = countersignature_of(db, whole, sex_of(who)),
                        .answers = whole.answers};
    std::erase_if(view.answers, [](const GivenAnswer& each) { return each.answer.empty(); });
    bool full = wants_full_analysis(form, answers);
    for (const auto& section : sections_of(form))
        view.sections.push_back(line_of(section, whole, view.missing, full));
    return view;
}

Compared compared(db::Connection& db, const Whole& whole) {
    auto before = one_before(db, whole.assessment);
    if (!before) return {};
    return {before->assessment, differences(*before, whole)};
}

AssessmentsView list_of(db::Connection& db,
                        const offenders::Offender& who,
                        std::optional<AssessmentId> before,
                        Date day) {
    AssessmentsView view{
        .offender = who.id,
        .now = assessed_of(db, who, day),
        .assessments = store::assessments_of(db, who.id, before, assessments_a_page + 1),
        .overrides = store::overrides_among(db, std::span(&who.id.number, 1))};
    view.more = view.assessments.size() > size_t(assessments_a_page);
    if (view.more) view.assessments.pop_back();
    return view;
}

std::vector<AssessedNow> assessed_among(db::Connection& db,
                                        std::span<const offenders::Offender> people,
                                        Date day) {
    std::vector<std::int64_t> offenders;
    for (const auto& who : people) offenders.push_back(who.id.number);
    const auto current = store::current_among(db, offenders, day);
    const auto rows = tier_rows(db, offenders, day);
    std::map<offenders::OffenderId, std::vector<TierOverride>> set;
    for (auto& each : store::overrides_among(db, offenders)) set[each.offender].push_back(each);
    std::vector<AssessedNow> out;
    for (const auto& who : people)
        out.push_back(known_of(who, current, rows, set[who.id], day).now);
    return out;
}

AssessedInFull assessed_in_full(db::Connection& db,
                                const offenders::Offender& who,
                                Date day,
                                const sentences::SentencesInFull& passed,
                                const std::optional<movements::Movement>& place) {
    return in_full(ask_assessed(db, who.id, day), who, day, passed, place);
}

AskedAssessed ask_assessed(db::Connection& db, offenders::OffenderId who, Date day) {
    std::span one(&who.number, 1);
    return {store::ask_current(db, one, day), store::ask_overrides(db, one)};
}

AssessedNow assessed_of(AskedAssessed asked,
                        const offenders::Offender& who,
                        Date day,
                        const sentences::SentencesInFull& passed,
                        const std::optional<movements::Movement>& place) {
    return in_full(std::move(asked), who, day, passed, place).now;
}

AssessedNow assessed_of(db::Connection& db,
                        const offenders::Offender& who,
                        Date day,
                        const sentences::SentencesInFull& passed,
                        const std::optional<movements::Movement>& place) {
    return assessed_in_full(db, who, day, passed, place).now;
}

AssessedNow assessed_of(db::Connection& db, const offenders::Offender& who, Date day) {
    return assessed_among(db, std::span(&who, 1), day).front();
}

AssessedNow risk_and_needs_of(db::Connection& db, const offenders::Offender& who, Date day) {
    AssessedNow now{.offender = who.id};
    take_current(now, who, store::current_among(db, std::span(&who.id.number, 1), day));
    return now;
}

std::string rosh_in_words(const std::optional<Rosh>& rosh) {
    return rosh ? in_words(*rosh) : "not decided";
}

}  // namespace noms::assessments
