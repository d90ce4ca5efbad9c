#include "areas/management/sentencing.hpp"

#include "areas/management/rules_standards.hpp"
#include "kit/base/text.hpp"

namespace noms::management {
namespace {

/// The account of the manager named in the command, if one is.
Result<std::optional<record::AccountId>> named(db::Connection& db,
                                               const std::optional<std::string>& name) {
    if (!name) return std::nullopt;
    auto account = access::account_by_name(db, lower(trimmed(*name)));
    if (!account)
        return invalid({{"manager", "unknown_account", "There is no account of that name"}});
    return account->id;
}

// Half of four years is two: from there on the plan may take longer.
constexpr int months_of_two_years_in_custody = 48;

StandardSetting setting_of(const sentences::Sentence& sentence) {
    const auto* disposal = sentences::disposal(sentence.disposal);
    if (!disposal || disposal->kind != sentences::Group::Custody) return StandardSetting::Community;
    bool is_long = sentence.term == sentences::Term::Indeterminate ||
                   sentence.years * 12 + sentence.months >= months_of_two_years_in_custody;
    return is_long ? StandardSetting::CustodyLonger : StandardSetting::CustodyUnderTwoYears;
}

Result<void> ask_first(record::Changes& changes,
                       db::Connection& db,
                       const sentences::Sentence& sentence) {
    return open_first_tasks(changes,
                            db,
                            sentence.offender,
                            sentence.imposed_on,
                            setting_of(sentence),
                            "sentence/" + to_text(sentence.id));
}

/// The first day from `from` to `today` on which no sentence is to be managed, if none is from then
/// on.
std::optional<Date> first_unmanaged_day(db::Connection& db,
                                        offenders::OffenderId offender,
                                        Date from,
                                        Date today) {
    auto standing_on = [&](Date day) {
        return sentences::under_sentence_among(db, std::span(&offender.number, 1), day)
            .front()
            .standing;
    };
    if (standing_on(today).managed) return std::nullopt;
    for (Date day = from; day < today;) {
        auto standing = standing_on(day);
        if (!standing.managed) return day;
        day = standing.managed_ends->until.value_or(today);
    }
    return today;
}

/// Ends management on the first day from `from` on of which no sentence is left to be managed.
Result<void> end_where_nothing_is_left(record::Changes& changes,
                                       db::Connection& db,
                                       offenders::OffenderId offender,
                                       Date from,
                                       const std::string& reason) {
    auto today = changes.command().day;
    auto day = first_unmanaged_day(db, offender, from, today);
    if (!day || !manager_of(db, offender, today)) return {};
    TRY(terminate(changes, db, offender, *day, reason));
    return {};
}

/// What is owed once a sentence stands as it now does.
Result<void> follow_correction(web::Context& context, const sentences::Sentence& sentence) {
    auto& db = context.db;
    auto who = sentence.offender;
    auto now = sentences::under_sentence_among(db, std::span(&who.number, 1), context.today);
    if (!now.front().standing.managed)
        return end_where_nothing_is_left(
            *context.changes,
            db,
            who,
            sentence.imposed_on,
            "The sentence was put right: nothing is left to be managed");
    if (!sentences::brings_manager(sentence.disposal) || sentence.ended_on) return {};
    return have_manager(*context.changes, db, {.offender = who, .from_day = sentence.imposed_on});
}

}  // namespace

Result<sentences::Sentence> pass_sentence(web::Context& context,
                                          const sentences::PassSentence& given) {
    auto at = TRY(sentences::appearance_in(context));
    auto& changes = *context.changes;
    changes.about({std::string(offenders::subject_kind), at.offender.number}, "sentences.passed");
    auto manager = TRY(named(context.db, given.manager));
    auto sentence = TRY(sentences::pass(changes, context.db, at, given, context.actor.name));
    if (!sentences::brings_manager(sentence.disposal)) return sentence;
    NewAllocation wanted{.offender = at.offender,
                         .from_day = sentence.imposed_on,
                         .manager = manager,
                         .reason = "Named when the sentence was recorded"};
    if (at.court) wanted.court = at.court;
    CHECK(have_manager(changes, context.db, wanted));
    CHECK(ask_first(changes, context.db, sentence));
    return sentence;
}

Result<sentences::Sentence> end_sentence(web::Context& context,
                                         const sentences::EndSentence& given) {
    auto sentence = TRY(sentences::sentence_in(context));
    auto& changes = *context.changes;
    changes.about({std::string(offenders::subject_kind), sentence.offender.number},
                  "sentences.ended");
    return end_with_management(changes, context.db, sentence, given);
}

Result<sentences::Sentence> end_with_management(record::Changes& changes,
                                                db::Connection& db,
                                                const sentences::Sentence& sentence,
                                                const sentences::EndSentence& given) {
    auto ended = TRY(sentences::end(changes, sentence, given, changes.command().day));
    changes.flush();
    CHECK(end_where_nothing_is_left(
        changes,
        db,
        sentence.offender,
        given.ended_on,
        "The last sentence ended: " + lower(describe::choice_text(given.reason))));
    return ended;
}

Result<sentences::Sentence> correct_sentence(web::Context& context,
                                             const sentences::PassSentence& given) {
    auto corrected = TRY(sentences::correct_sentence(context, given));
    CHECK(follow_correction(context, corrected));
    return corrected;
}

Result<sentences::Appearance> correct_appearance(web::Context& context,
                                                 const sentences::CorrectAppearance& given) {
    auto corrected = TRY(sentences::correct_appearance(context, given));
    for (const auto& each :
         sentences::sentences_of(context.db, std::span(&corrected.offender.number, 1)))
        if (each.appearance == corrected.id) CHECK(follow_correction(context, each));
    return corrected;
}

Result<sentences::Sentence> strike_out_sentence(web::Context& context,
                                                const sentences::StrikeOutSentence& given) {
    auto struck = TRY(sentences::strike_out_sentence(context, given));
    CHECK(end_where_nothing_is_left(*context.changes,
                                    context.db,
                                    struck.offender,
                                    context.today,
                                    "The sentence was recorded in error"));
    return struck;
}

}  // namespace noms::management
