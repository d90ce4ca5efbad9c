#include <algorithm>

#include <fmt/format.h>

#include "areas/sentences/forms.hpp"
#include "areas/sentences/pages.hpp"
#include "areas/sentences/passing.hpp"
#include "kit/page/content.hpp"
#include "kit/record/corrections.hpp"

namespace noms::sentences {
namespace {

std::string words_of(db::Connection& db, const Sentence& sentence) {
    auto words = in_words(sentence) + ", passed on " + noms::in_words(sentence.imposed_on);
    for (const auto& each : offences_of(db, std::span(&sentence.offender.number, 1)))
        if (each.id == sentence.offence) words += ", for " + each.words;
    if (sentence.ended_on) words += ", ended " + noms::in_words(*sentence.ended_on);
    return words;
}

std::string words_of(db::Connection& db, const Appearance& at) {
    auto court = at.court ? organisation::body(db, *at.court, at.heard_on) : std::nullopt;
    return fmt::format("{} on {}: {}",
                       court ? court->name : at.court_words,
                       noms::in_words(at.heard_on),
                       describe::choice_text(at.outcome));
}

Result<void> note(web::Context& context,
                  offenders::OffenderId who,
                  const record::Corrected& correction) {
    return record::correct(*context.changes,
                           {std::string(offenders::subject_kind), who.number},
                           corrected_kind,
                           correction);
}

/// An order keeps the requirement that it has; a rule asks whether there is one.
void add_requirement(db::Connection& db, const Sentence& sentence, PassSentence& given) {
    for (const auto& each : requirements_of(db, std::span(&sentence.offender.number, 1)))
        if (each.sentence == sentence.id && !given.requirement) {
            given.requirement = each.kind;
            given.requirement_amount = each.amount;
        }
}

/// As somebody would type it into a form.
std::string typed_pounds(std::int64_t pence) {
    constexpr int pence_a_pound = 100;
    return fmt::format("{}.{:02}", pence / pence_a_pound, pence % pence_a_pound);
}

std::optional<int> unless_nought(int number) {
    return number == 0 ? std::nullopt : std::optional(number);
}

/// The command that would pass the sentence as it stands.
PassSentence command_of(const Sentence& sentence) {
    PassSentence out{.offence = sentence.offence,
                     .disposal = sentence.disposal,
                     .purposes = purposes_of(sentence),
                     .years = unless_nought(sentence.years),
                     .months = unless_nought(sentence.months),
                     .weeks = unless_nought(sentence.weeks),
                     .days = unless_nought(sentence.days),
                     .custodial_years = unless_nought(sentence.custodial_years),
                     .custodial_months = unless_nought(sentence.custodial_months),
                     .custodial_weeks = unless_nought(sentence.custodial_weeks),
                     .custodial_days = unless_nought(sentence.custodial_days),
                     .supervision_months = sentence.supervision_months,
                     .operational_months = sentence.operational_months,
                     .hours = sentence.hours,
                     .remand_days = sentence.remand_days,
                     .tagged_bail_days = sentence.tagged_bail_days,
                     .consecutive_to = sentence.consecutive_to};
    if (sentence.amount_pence) out.amount = typed_pounds(*sentence.amount_pence);
    return out;
}

/// The row as the command means it, passed at `at`; that it ended, and who recorded it, stays.
Result<Sentence> as_meant(db::Connection& db,
                          const Appearance& at,
                          const Sentence& before,
                          PassSentence given) {
    add_requirement(db, before, given);
    auto charged = offences_of(db, std::span(&at.offender.number, 1));
    auto offence = std::ranges::find(charged, given.offence.value_or(before.offence), &Offence::id);
    if (offence == charged.end() || offence->appearance != at.id)
        return invalid({{"offence", "missing", "Choose the offence that the sentence is for"}});
    if (given.committed_on) offence->committed_on = given.committed_on;
    CHECK(check_offence(offence->words, offence->committed_on, at.heard_on));
    auto after = TRY(lawful_sentence(db, at, given, *offence, before.id));
    after.ended_on = before.ended_on;
    after.ended_reason = before.ended_reason;
    after.recorded_by = before.recorded_by;
    after.activated_on = before.activated_on;
    after.activated_months = before.activated_months;
    after.activated_weeks = before.activated_weeks;
    after.activated_days = before.activated_days;
    if (after.ended_reason == EndReason::RecordedInError) after.ended_on = after.imposed_on;
    if (after.ended_on && *after.ended_on < after.imposed_on)
        return refused("It ended on " + noms::in_words(*after.ended_on) +
                       ": it cannot have been passed later.");
    return after;
}

form::Values values_of(const PassSentence& given) {
    auto values = page::values_of(given);
    for (auto purpose : given.purposes)
        values.emplace_back("purposes", std::string(describe::choice_text(purpose)));
    return values;
}

offenders::CommandForm correct_form(web::Context& context, const Appearance& at) {
    page::Looks looks = sentence_looks(context, at);
    for (auto name : {"requirement", "requirement_amount", "manager"}) looks[name].left_out = true;
    looks["committed_on"].label = "Day of the offence";
    looks["committed_on"].hint = "It decides which law applies; left empty it stays as it is";
    looks["why"] = {.label = "Why it is corrected"};
    return {.title = "Correct the sentence",
            .button = "Save correction",
            .path = context.request.path,
            .type = &describe::type_of<PassSentence>(),
            .looks = std::move(looks)};
}

offenders::CommandForm appearance_form(web::Context& context) {
    page::Looks looks;
    looks["court"].options = court_options(context);
    looks["heard_on"].label = "Day of the hearing";
    looks["heard_on"].hint = "Every sentence that was passed there goes with it";
    looks["why"].label = "Why it is corrected";
    return {.title = "Correct the appearance",
            .button = "Save correction",
            .path = context.request.path,
            .type = &describe::type_of<CorrectAppearance>(),
            .looks = std::move(looks)};
}

offenders::CommandForm strike_form(const web::Context& context, const std::string& what) {
    page::Looks looks;
    looks["why"].label = "Why it is struck out";
    looks["why"].hint = what;
    return {.title = "This sentence never was",
            .button = "Strike it out",
            .path = context.request.path,
            .type = &describe::type_of<StrikeOutSentence>(),
            .looks = std::move(looks)};
}

/// The offence of a sentence, with the day on which it was committed as it now stands.
void correct_day(web::Context& context, const Sentence& of, const std::optional<Date>& day) {
    for (const auto& each : offences_of(context.db, std::span(&of.offender.number, 1))) {
        if (each.id != of.offence || !day) continue;
        auto after = each;
        after.committed_on = day;
        context.changes->change(offences, each, after);
    }
}

}  // namespace

Result<Sentence> correct_sentence(web::Context& context, const PassSentence& given) {
    auto before = TRY(sentence_in(context));
    auto at = appearance(context.db, before.appearance).value();
    auto after = TRY(as_meant(context.db, at, before, given));
    record::Corrected words{
        words_of(context.db, before), words_of(context.db, after), given.why.value_or("")};
    CHECK(note(context, before.offender, words));
    context.changes->change(sentences, before, after);
    correct_day(context, after, given.committed_on);
    return after;
}

Result<Appearance> correct_appearance(web::Context& context, const CorrectAppearance& given) {
    auto before = TRY(appearance_in(context));
    auto court = organisation::body_by_code(
        context.db, organisation::Kind::Court, given.court, given.heard_on);
    if (!court) return invalid({{"court", "unknown_code", "Choose a court from the list"}});
    if (context.today < given.heard_on)
        return invalid({{"heard_on", "date_in_future", "The day must not be in the future"}});
    for (const auto& each : offences_of(context.db, std::span(&before.offender.number, 1)))
        if (each.appearance == before.id)
            CHECK(check_offence(each.words, each.committed_on, given.heard_on));
    auto after = before;
    after.court = court->id;
    after.court_words.clear();
    after.heard_on = given.heard_on;
    after.outcome = given.outcome;
    CHECK(note(context,
               before.offender,
               {words_of(context.db, before), words_of(context.db, after), given.why}));
    context.changes->change(appearances, before, after);
    for (const auto& each : sentences_of(context.db, std::span(&before.offender.number, 1)))
        if (each.appearance == before.id)
            context.changes->change(
                sentences, each, TRY(as_meant(context.db, after, each, command_of(each))));
    return after;
}

Result<Sentence> strike_out_sentence(web::Context& context, const StrikeOutSentence& given) {
    auto before = TRY(sentence_in(context));
    if (before.ended_reason == EndReason::RecordedInError)
        return conflict("This sentence was struck out already.");
    auto after = before;
    after.ended_on = before.imposed_on;
    after.ended_reason = EndReason::RecordedInError;
    CHECK(note(context, before.offender, {words_of(context.db, before), "", given.why}));
    context.changes->change(sentences, before, after);
    return after;
}

Result<page::Page> show_correct_sentence_again(web::Context& context,
                                               const form::Values& values,
                                               const Error& error) {
    auto of = TRY(sentence_in(context));
    auto at = appearance(context.db, of.appearance).value();
    auto page = TRY(offenders::command_page(context, correct_form(context, at), values, error));
    return page.add(
        page::paragraph(page::link(path_of(of) + "/strike-out", "This sentence never was")));
}
Result<page::Page> show_correct_sentence(web::Context& context) {
    auto of = TRY(sentence_in(context));
    auto stands = command_of(of);
    for (const auto& each : offences_of(context.db, std::span(&of.offender.number, 1)))
        if (each.id == of.offence) stands.committed_on = each.committed_on;
    return show_correct_sentence_again(context, values_of(stands), {});
}

Result<page::Page> show_correct_appearance_again(web::Context& context,
                                                 const form::Values& values,
                                                 const Error& error) {
    TRY(appearance_in(context));
    return offenders::command_page(context, appearance_form(context), values, error);
}
Result<page::Page> show_correct_appearance(web::Context& context) {
    auto at = TRY(appearance_in(context));
    auto court = at.court ? organisation::body(context.db, *at.court, context.today) : std::nullopt;
    CorrectAppearance stands{
        .court = court ? court->code : "", .heard_on = at.heard_on, .outcome = at.outcome};
    return show_correct_appearance_again(context, page::values_of(stands), {});
}

Result<page::Page> show_strike_out_sentence_again(web::Context& context,
                                                  const form::Values& values,
                                                  const Error& error) {
    auto of = TRY(sentence_in(context));
    return offenders::command_page(
        context, strike_form(context, words_of(context.db, of)), values, error);
}
Result<page::Page> show_strike_out_sentence(web::Context& context) {
    return show_strike_out_sentence_again(context, {}, {});
}

}  // namespace noms::sentences
