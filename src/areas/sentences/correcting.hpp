#pragma once

#include <string>
#include <string_view>

#include "areas/sentences/facts.hpp"
#include "kit/web/api.hpp"

/// What was recorded wrongly of the courts is put right, with a reason: the law of the day is asked
/// again. A part of the face: the area above routes it, since the offender's manager follows.
namespace noms::sentences {

struct PassSentence;

/// The day and the court of a hearing; every sentence passed there goes with it. `court` is a code.
struct CorrectAppearance {
    std::string court{};
    Date heard_on{};
    Outcome outcome = Outcome::Sentenced;
    std::string why{};
};
DESCRIBE(CorrectAppearance, court, heard_on, outcome, why)

/// The sentence never was: it is kept, and ran on no day.
struct StrikeOutSentence {
    std::string why{};
};
DESCRIBE(StrikeOutSentence, why)

/// The sentence of the address as the court really passed it. Invalid by field where the law says
/// no, or without a reason. Its requirements and its compensation stay.
Result<Sentence> correct_sentence(web::Context&, const PassSentence&);
Result<Appearance> correct_appearance(web::Context&, const CorrectAppearance&);
/// Conflict when it was struck out before.
Result<Sentence> strike_out_sentence(web::Context&, const StrikeOutSentence&);

/// The kind of the event, and of the corrections noted with it.
inline constexpr std::string_view corrected_kind = "sentences.corrected";

/// Their forms, first shown and shown again with what is wrong.
Result<page::Page> show_correct_sentence(web::Context&);
Result<page::Page> show_correct_sentence_again(web::Context&, const form::Values&, const Error&);
Result<page::Page> show_correct_appearance(web::Context&);
Result<page::Page> show_correct_appearance_again(web::Context&, const form::Values&, const Error&);
Result<page::Page> show_strike_out_sentence(web::Context&);
Result<page::Page> show_strike_out_sentence_again(web::Context&, const form::Values&, const Error&);

}  // namespace noms::sentences
