#pragma once

#include <cstdint>
#include <functional>
#include <istream>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "areas/sentences/correcting.hpp"
#include "areas/sentences/facts.hpp"
#include "areas/sentences/rules.hpp"
#include "kit/db/later.hpp"
#include "kit/describe/extract.hpp"
#include "kit/page/form.hpp"
#include "kit/page/page.hpp"
#include "kit/record/doctor.hpp"
#include "kit/record/record.hpp"
#include "kit/web/api.hpp"

/// What the courts passed: appearances, offences, sentences with their purposes and requirements.
namespace noms::sentences {

extern const record::Table<Appearance> appearances;
extern const record::Table<Offence> offences;
extern const record::Table<Sentence> sentences;
extern const record::Table<Requirement> requirements;
extern const record::Table<Compensation> compensations;

// -- reading; each list in one query --------------------------------------------------------------

/// The sentences of these offenders, by offender, then by the day they were imposed.
std::vector<Sentence> sentences_of(db::Connection&, std::span<const std::int64_t> offenders);
/// The same, each with what it was passed for.
struct SentenceForOffence {
    Sentence sentence{};
    std::string offence{};  // in words
};
std::vector<SentenceForOffence> sentences_with_offence(db::Connection&,
                                                       std::span<const std::int64_t> offenders);
/// What a sentence requires, as far as it says what somebody is asked to do and whether it is to
/// reduce offending.
struct Required {
    Id<Sentence> sentence{};
    std::string kind{};
    bool reduces_reoffending = false;
};
/// The sentences of one offender with what they were passed for, and what they require.
struct SentencesInFull {
    std::vector<SentenceForOffence> sentences{};
    std::vector<Required> required{};
};
SentencesInFull sentences_in_full(db::Connection&, offenders::OffenderId);
/// The same, asked for beside other things.
db::Later<SentencesInFull> ask_sentences_in_full(db::Connection&, offenders::OffenderId);
std::vector<Requirement> requirements_of(db::Connection&, std::span<const std::int64_t> offenders);
std::vector<Offence> offences_of(db::Connection&, std::span<const std::int64_t> offenders);
std::vector<Appearance> appearances_of(db::Connection&, std::span<const std::int64_t> offenders);
std::vector<Compensation> compensations_of(db::Connection&,
                                           std::span<const std::int64_t> offenders);
/// "Community order, 12 months": what was passed, in words.
std::string in_words(const Sentence&);
std::optional<Appearance> appearance(db::Connection&, Id<Appearance>);
std::optional<Sentence> sentence(db::Connection&, Id<Sentence>);

/// Where these offenders stand on `day`, one each in the order they were asked for: under sentence
/// or not, until when at the latest, and whether the sentence brings an offender manager.
struct UnderSentence {
    offenders::OffenderId offender{};
    Standing standing{};
};
std::vector<UnderSentence> under_sentence_among(db::Connection&,
                                                std::span<const std::int64_t> offenders,
                                                Date day);
/// Offenders for whom some sentence is recorded, in order, after the given one: for walking through
/// all of them.
std::vector<std::int64_t> sentenced_after(db::Connection&, std::int64_t offender, int limit);
/// How many that are.
std::int64_t count_sentenced(db::Connection&);

// -- writing, in the caller's transaction and under the event it began with about() ---------------

/// What the court passed for one offence of an appearance. An empty length is nought; `amount` is
/// in pounds ("250", "250.50"). `committed_on` and `why` are for one that is put right: the day of
/// the offence, where it was another, and the reason.
struct PassSentence {
    std::optional<Id<Offence>> offence{};  // empty: the only offence of the appearance
    std::string disposal{};
    std::vector<Purpose> purposes{};
    std::optional<int> years{};
    std::optional<int> months{};
    std::optional<int> weeks{};
    std::optional<int> days{};
    std::optional<int> custodial_years{};
    std::optional<int> custodial_months{};
    std::optional<int> custodial_weeks{};
    std::optional<int> custodial_days{};
    std::optional<int> supervision_months{};
    std::optional<int> operational_months{};
    std::optional<int> hours{};
    std::optional<std::string> amount{};
    std::optional<int> remand_days{};
    std::optional<int> tagged_bail_days{};
    std::optional<Id<Sentence>> consecutive_to{};
    std::optional<std::string> requirement{};  // the first one of an order
    std::optional<int> requirement_amount{};
    std::optional<std::string> manager{};  // signs in with that name; for the area that manages
    std::optional<Date> committed_on{};
    std::optional<std::string> why{};
};
DESCRIBE(PassSentence,
         offence,
         disposal,
         purposes,
         years,
         months,
         weeks,
         days,
         custodial_years,
         custodial_months,
         custodial_weeks,
         custodial_days,
         supervision_months,
         operational_months,
         hours,
         amount,
         remand_days,
         tagged_bail_days,
         consecutive_to,
         requirement,
         requirement_amount,
         manager,
         committed_on,
         why)

/// Checks the command against the law of the day and writes the sentence, its first requirement and
/// its compensation. Invalid by field where the law says no. The day it was imposed is the day of
/// the appearance. Whoever calls this gives the offender a manager in the same transaction where
/// `brings_manager(disposal)`.
Result<Sentence> pass(record::Changes&,
                      db::Connection&,
                      const Appearance&,
                      const PassSentence&,
                      const std::string& recorded_by);

struct EndSentence {
    Date ended_on{};
    EndReason reason = EndReason::Served;
};
DESCRIBE(EndSentence, ended_on, reason)

/// Ends a sentence; Conflict when it has ended, Invalid on a day before it was imposed or after
/// `today`. Whoever calls this ends the manager's part where nothing is left to be managed.
Result<Sentence> end(record::Changes&, const Sentence&, const EndSentence&, Date today);

/// Runs in the transaction of each sentence taken from an extract, after it is written: gives it
/// its manager.
using AfterSentence = std::function<Result<void>(
    record::Changes&, db::Connection&, const Appearance&, const Sentence&)>;
/// Takes an extract of sentences in, each row in a transaction of its own; a row that is here
/// already changes nothing. Invalid when the heading is wrong: docs/import.md has the layout.
Result<extract::Report> import_sentences(db::Database&,
                                         std::istream&,
                                         const record::Command&,
                                         const AfterSentence&);

// -- for the areas above that route these commands ------------------------------------------------

/// The appearance that the address names as {appearance}, of the offender it names; NotFound where
/// the actor may not see them.
Result<Appearance> appearance_in(web::Context&);
/// The sentence that the address names as {sentence}, of the offender it names.
Result<Sentence> sentence_in(web::Context&);
/// The form to pass a sentence at /offenders/{offender}/appearances/{appearance}/sentences, first
/// shown and shown again with what is wrong: the shapes that `web::Api` takes.
Result<page::Page> show_pass_form(web::Context&);
Result<page::Page> show_pass_form_again(web::Context&, const form::Values&, const Error&);
/// The form to end one, at /offenders/{offender}/sentences/{sentence}/end.
Result<page::Page> show_end_form(web::Context&);
Result<page::Page> show_end_form_again(web::Context&, const form::Values&, const Error&);

/// What must hold over a whole database.
std::vector<record::Check> checks();
/// This area's schema, numbers 60 to 69.
std::vector<db::Migration> migrations();
/// Adds this area's addresses.
void serve(web::Api&);

}  // namespace noms::sentences
